/**
 * Files that hold reports inside another format: feeds, agency JSON, Markdown.
 *
 *     bytes → documents, each as if it had come alone
 */
import { decodeBytes } from '../../html/decode.ts'
import { agencyOf } from './agencies.ts'
import { containedPage, paragraphsOf } from './contained-page.ts'
import { readFeed } from './feed.ts'
import { readMarkdown } from './markdown.ts'
import { machineDate } from './page-metadata.ts'

export interface ContainedDocument {
  /** Name of the file and the place in it: `feed.xml#3`. */
  readonly name: string
  readonly bytes: Uint8Array
  readonly kind: 'page' | 'text'
  readonly url: string | null
  readonly title: string | null
  readonly published: string | null
}

const markup = /<(?:p|div|br|h[1-6]|ul|ol|a|img|span|figure|blockquote|table|strong|em)[\s>/]/iu

interface More {
  readonly url?: string | null
  readonly title?: string | null
  readonly date?: string | null
  readonly modified?: string | null
  readonly authors?: readonly (string | null)[]
  readonly publisher?: string | null
  readonly language?: string | null
}

/** A text with what is told of it. Only what a title and a date cannot say makes a page of it. */
const documentOf = (name: string, text: string, more: More): ContainedDocument => {
  const title = more.title?.replaceAll(/\s+/gu, ' ').trim() || null
  const published = machineDate(more.date ?? null)
  const changed = machineDate(more.modified ?? null)
  const modified = changed === published ? null : changed
  const authors = (more.authors ?? []).filter((author) => author !== null)
  const isPage = markup.test(text)
  const isTold = modified !== null || authors.length > 0 || more.publisher || more.language
  const { publisher, language } = more
  const whole = isTold
    ? containedPage(
        { title, published, modified, authors, publisher, language },
        isPage ? text : paragraphsOf(text),
      )
    : text
  return {
    name,
    bytes: Buffer.from(whole, 'utf8'),
    kind: isPage || isTold ? 'page' : 'text',
    url: more.url?.trim() || null,
    title,
    published,
  }
}

type Json = Record<string, unknown>
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const stringOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

/** ninjs 2 and 3 have lists of `{role, value}` where ninjs 1 has one string. */
const ofList = (list: unknown, preferred: RegExp): string | null => {
  if (!Array.isArray(list)) return null
  const items = list.filter(isObject)
  const best =
    items.find((item) => preferred.test(`${item.role ?? ''} ${item.contenttype ?? ''}`)) ?? items[0]
  return best === undefined ? null : stringOf(best.value)
}

/** Who signs: `byline` of ninjs 1, `by` and `bylines` of 2, authors among the `people` of 3; and the agency. */
const signaturesOf = (item: Json): string[] => {
  const list = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isObject) : [])
  const people = list(item.people).filter(({ rel }) => /author|creator|writer/iu.test(String(rel ?? '')))
  const signed = [
    stringOf(item.byline) ?? stringOf(item.by) ?? stringOf(list(item.bylines)[0]?.byline),
    ...people.map(({ name }) => stringOf(name)),
  ]
  const owner = isObject(item.copyrightholder) ? item.copyrightholder.name : item.copyrightholder
  const sources = [stringOf(owner), ...list(item.infosource).map(({ name }) => stringOf(name))]
  return [...signed, ...sources.filter((name) => name !== null && agencyOf(name) !== null)].filter(
    (name) => name !== null,
  )
}

const isNinjs = (value: unknown): value is Json =>
  isObject(value) &&
  typeof value.uri === 'string' &&
  ['body_xhtml', 'body_html', 'body_text', 'bodies', 'headline', 'headlines'].some(
    (key) => value[key] !== undefined,
  )

/** Items of the agencies' JSON, alone, in a list or in a package. */
const readNinjs = (source: string, name: string): ContainedDocument[] | null => {
  let value: unknown
  try {
    value = JSON.parse(source)
  } catch {
    return null
  }
  const items = (
    Array.isArray(value) ? value : isObject(value) && Array.isArray(value.items) ? value.items : [value]
  ).filter(isNinjs)
  if (items.length === 0) return null
  return items.map((item, index) =>
    documentOf(
      items.length === 1 ? name : `${name}#${index + 1}`,
      stringOf(item.body_xhtml) ??
        stringOf(item.body_html) ??
        ofList(item.bodies, /html/u) ??
        stringOf(item.body_text) ??
        '',
      {
        url: stringOf(item.url) ?? stringOf(item.uri),
        title: stringOf(item.headline) ?? ofList(item.headlines, /main|headline/u),
        date: stringOf(item.firstcreated) ?? stringOf(item.contentcreated) ?? stringOf(item.versioncreated),
        modified: stringOf(item.versioncreated),
        authors: signaturesOf(item),
        language: stringOf(item.language),
      },
    ),
  )
}

const markdownDocument = (text: string, name: string): ContainedDocument => {
  const { field, title, body } = readMarkdown(text)
  const source = field('publisher', 'medium', 'source', 'quelle', 'site')
  const isAgency = source !== null && agencyOf(source) !== null
  const author = field('author', 'authors', 'autor', 'autorin', 'by', 'von')
  const published = machineDate(field('date', 'published', 'datum', 'pubdate', 'stand'))
  const modified = machineDate(field('updated', 'modified', 'lastmod'))
  const page = containedPage(
    {
      title,
      published,
      modified,
      authors: [author, isAgency ? source : null].filter((one) => one !== null),
      publisher: isAgency ? null : source,
      language: field('lang', 'language', 'sprache'),
    },
    body,
  )
  const url = field('url', 'canonical', 'link')
  return { name, bytes: Buffer.from(page, 'utf8'), kind: 'page', url, title, published }
}

/** The documents in a container, or null where the bytes are one document themselves. */
export const openContainer = (bytes: Uint8Array, name: string): readonly ContainedDocument[] | null => {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 2048)).toString('latin1')
  if (
    /^(?:\u00ef\u00bb\u00bf)?\s*<(?:\?xml|rss|feed|rdf:rdf)/iu.test(head) &&
    /<(?:rss|feed|rdf:rdf)[\s>]/iu.test(head)
  )
    return readFeed(decodeBytes(bytes).text).map((entry, index) =>
      documentOf(`${name}#${index + 1}`, entry.text ?? '', { ...entry, authors: [entry.author] }),
    )
  if (/^(?:\u00ef\u00bb\u00bf)?\s*[[{]/u.test(head) && /\.(?:json|ninjs)(?:\.gz)?$/iu.test(name))
    return readNinjs(decodeBytes(bytes).text, name)
  if (/\.(?:md|markdown)(?:\.gz)?$/iu.test(name)) return [markdownDocument(decodeBytes(bytes).text, name)]
  return null
}
