/** Items of RSS 0.9–2.0 and entries of Atom. One pass; what is not closed ends where the next item begins. */
import { decodeHTMLStrict } from 'entities'
import { readTokens } from '../../html/tokens.ts'

export interface FeedEntry {
  readonly title: string | null
  readonly url: string | null
  readonly date: string | null
  readonly text: string | null
  readonly modified: string | null
  readonly author: string | null
}

/** Fields of an entry by what they are worth; the first that an entry has is taken. */
const fields = {
  title: ['title'],
  url: ['link', 'guid', 'id'],
  date: ['pubdate', 'dc:date', 'published', 'issued', 'updated'],
  modified: ['updated', 'dc:modified', 'dcterms:modified'],
  author: ['dc:creator', 'author', 'itunes:author'],
  text: ['content:encoded', 'content', 'description', 'summary'],
} as const

const entryOf = (values: ReadonlyMap<string, string>): FeedEntry => {
  const value = (key: keyof typeof fields): string | null =>
    fields[key].flatMap((name) => values.get(name)?.trim() || [])[0] ?? null
  // Titles are often markup, though they are said to be text.
  const title = value('title')
  // Atom has the name in an element of its own, RSS behind the address: `a@blatt.example (Jana Petersen)`.
  const author = value('author')
  const name = /<name[^>]*>(?<name>[^<]*)</u.exec(author ?? '') ?? /\((?<name>[^)]+)\)/u.exec(author ?? '')
  return {
    title: title === null ? null : decodeHTMLStrict(title.replaceAll(/<[^>]{0,200}>/gu, ' ')),
    url: value('url'),
    date: value('date'),
    modified: value('modified'),
    author: name?.groups?.name ?? author,
    text: value('text'),
  }
}

interface Field {
  readonly name: string
  /** Offset of its content, -1 before there is any. */
  from: number
  /** Open elements of the same name within it. */
  depth: number
  /** Atom's XHTML content is markup of the feed itself. */
  hasMarkup: boolean
  text: string
}

export const readFeed = (source: string): FeedEntry[] => {
  const entries: FeedEntry[] = []
  let values: Map<string, string> | null = null
  let field: Field | null = null
  let href: string | null = null
  let rel: string | null = null

  const endField = (at: number): void => {
    if (field === null || values === null) return
    const { name, from, hasMarkup, text } = field
    const value = hasMarkup ? source.slice(from, at) : text
    if (value.trim() !== '' && !values.has(name)) values.set(name, value)
    field = null
  }
  const endEntry = (at: number): void => {
    endField(at)
    if (values !== null) entries.push(entryOf(values))
    values = null
  }
  const isEntry = (name: string): boolean => name === 'item' || name === 'entry'
  const begin = (at: number): void => {
    if (field !== null && field.from < 0) field.from = at
  }

  readTokens(source, {
    attribute: (nameStart, nameEnd, valueStart, valueEnd) => {
      if (values === null || field !== null) return
      const name = source.slice(nameStart, nameEnd)
      const value = valueStart < 0 ? '' : decodeHTMLStrict(source.slice(valueStart, valueEnd))
      if (name === 'href') href = value
      else if (name === 'rel') rel = value
    },
    open: (start, nameEnd, isSelfClosing) => {
      const name = source.slice(start + 1, nameEnd).toLowerCase()
      if (isEntry(name)) {
        endEntry(start)
        values = new Map()
      } else if (field !== null) {
        begin(start)
        field.hasMarkup = true
        if (name === field.name && !isSelfClosing) field.depth++
      } else if (values !== null) {
        if (name === 'link' && href !== null && (rel === null || rel === 'alternate') && !values.has(name))
          values.set(name, href)
        if (!isSelfClosing) field = { name, from: -1, depth: 0, hasMarkup: false, text: '' }
      }
      href = null
      rel = null
      return null
    },
    close: (nameStart, nameEnd) => {
      const name = source.slice(nameStart, nameEnd).toLowerCase()
      if (isEntry(name)) endEntry(nameStart - 2)
      else if (name === field?.name && field.depth-- === 0) endField(nameStart - 2)
    },
    text: (start, end) => {
      begin(start)
      if (field !== null) field.text += decodeHTMLStrict(source.slice(start, end))
    },
    cdata: (start, end) => {
      begin(start)
      if (field !== null) field.text += source.slice(start, end)
    },
    raw: () => undefined,
  })
  endEntry(source.length)
  return entries
}
