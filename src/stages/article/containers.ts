/**
 * Files that hold reports inside another format: feeds, agency JSON, web archives, Markdown.
 *
 *     bytes → documents, each as if it had come alone
 */
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib'
import { decodeBytes } from '../../html/decode.ts'
import { readFeed } from './feed.ts'
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

/** One unpacked HTTP body may have this many bytes. */
const maxBody = 200 * 1024 * 1024
const markup = /<(?:p|div|br|h[1-6]|ul|ol|a|img|span|figure|blockquote|table|strong|em)[\s>/]/iu

const documentOf = (
  name: string,
  text: string,
  more: { url?: string | null; title?: string | null; date?: string | null },
): ContainedDocument => ({
  name,
  bytes: Buffer.from(text, 'utf8'),
  kind: markup.test(text) ? 'page' : 'text',
  url: more.url?.trim() || null,
  title: more.title?.replaceAll(/\s+/gu, ' ').trim() || null,
  published: machineDate(more.date ?? null),
})

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
        date: stringOf(item.firstcreated) ?? stringOf(item.versioncreated),
      },
    ),
  )
}

/** Headers up to the empty line, and where the block after it begins. */
const headersAt = (
  bytes: Buffer,
  start: number,
): { headers: Map<string, string>; first: string; body: number } | null => {
  const end = bytes.indexOf('\r\n\r\n', start, 'latin1')
  if (end < 0 || end - start > 65_536) return null
  const [first = '', ...lines] = bytes.toString('utf8', start, end).split('\r\n')
  const headers = new Map<string, string>()
  for (const line of lines) {
    const colon = line.indexOf(':')
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim())
  }
  return { headers, first, body: end + 4 }
}

const unchunked = (bytes: Buffer): Buffer => {
  const pieces: Buffer[] = []
  for (let at = 0; at < bytes.length; ) {
    const line = bytes.indexOf('\r\n', at, 'latin1')
    if (line < 0 || line - at > 32) break
    const size = Number.parseInt(bytes.toString('latin1', at, line), 16)
    if (!(size > 0)) break
    pieces.push(bytes.subarray(line + 2, line + 2 + size))
    at = line + 2 + size + 2
  }
  return Buffer.concat(pieces)
}

const unpacked = (bytes: Buffer, encoding: string): Buffer | null => {
  const options = { maxOutputLength: maxBody }
  try {
    if (/gzip/iu.test(encoding)) return gunzipSync(bytes, options)
    if (/br/iu.test(encoding)) return brotliDecompressSync(bytes, options)
    if (/deflate/iu.test(encoding)) return inflateSync(bytes, options)
    return bytes
  } catch {
    return null
  }
}

/** Pages of a web archive: responses and resources that are HTML or text. */
const readWarc = (input: Uint8Array, name: string): ContainedDocument[] => {
  const bytes = Buffer.from(input.buffer, input.byteOffset, input.byteLength)
  const documents: ContainedDocument[] = []
  for (let at = 0; at < bytes.length; ) {
    const record = headersAt(bytes, at)
    if (record === null || !record.first.startsWith('WARC/')) break
    const length = Number(record.headers.get('content-length') ?? Number.NaN)
    if (!(length >= 0)) break
    const end = Math.min(bytes.length, record.body + length)
    const type = record.headers.get('warc-type')
    const http = type === 'response' ? headersAt(bytes.subarray(0, end), record.body) : null
    let body: Buffer | null = null
    if (http !== null && /^HTTP\/\S+ 200/u.test(http.first)) {
      const raw = bytes.subarray(http.body, end)
      const isChunked = /chunked/iu.test(http.headers.get('transfer-encoding') ?? '')
      body = unpacked(isChunked ? unchunked(raw) : raw, http.headers.get('content-encoding') ?? '')
    } else if (type === 'resource' || type === 'conversion') body = bytes.subarray(record.body, end)
    const media = (http ?? record).headers.get('content-type') ?? ''
    if (body !== null && /html|text\/plain/iu.test(media)) {
      documents.push({
        name: `${name}#${documents.length + 1}`,
        bytes: body,
        kind: /html/iu.test(media) ? 'page' : 'text',
        url: record.headers.get('warc-target-uri')?.replace(/^<|>$/gu, '') ?? null,
        title: null,
        published: null,
      })
    }
    at = end
    while (at < bytes.length && (bytes[at] === 13 || bytes[at] === 10)) at++
  }
  return documents
}

const frontMatter = /^\ufeff?---\r?\n(?<fields>[\s\S]{0,8000}?)\r?\n(?:---|\.\.\.)\r?\n/u

/** Markdown without its marks; what stands in the front matter is told apart. */
const readMarkdown = (source: string, name: string): ContainedDocument => {
  const front = frontMatter.exec(source)
  const field = (key: string): string | null =>
    new RegExp(String.raw`^${key}\s*:\s*["']?(?<value>[^\n]*?)["']?\s*$`, 'imu').exec(
      front?.groups?.fields ?? '',
    )?.groups?.value ?? null
  const body = source.slice(front?.[0].length ?? 0)
  const heading = /^#\s+(?<text>[^\n]{3,300})$/mu.exec(body.slice(0, 4000))
  const text = body
    .split('\n')
    .filter((line) => !/^\s*(?:!\[[^\]]*\]\([^)]*\)|[-*_]{3,}|```.*)\s*$/u.test(line))
    .map((line) =>
      line
        .replace(/^\s{0,3}(?:#{1,6}\s+|>\s?)/u, '')
        .replaceAll(/!?\[(?<label>[^\]]{0,300})\]\([^)\s]{0,2000}(?:\s+"[^"]{0,300}")?\)/gu, '$<label>')
        .replaceAll(/(?<mark>\*\*|__|`)(?<inner>[^*_`]{1,500})\k<mark>/gu, '$<inner>')
        .replaceAll(/(?<![\p{L}\p{N}*_])[*_](?<inner>[^*_]{1,500})[*_](?![\p{L}\p{N}*_])/gu, '$<inner>'),
    )
    .join('\n')
  return {
    name,
    bytes: Buffer.from(text, 'utf8'),
    kind: 'text',
    url: field('url') ?? field('canonical'),
    title: field('title') ?? heading?.groups?.text?.trim() ?? null,
    published: machineDate(field('date') ?? field('published')),
  }
}

/** The documents in a container, or null where the bytes are one document themselves. */
export const openContainer = (bytes: Uint8Array, name: string): readonly ContainedDocument[] | null => {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 2048)).toString('latin1')
  if (/^WARC\/\d/u.test(head)) return readWarc(bytes, name)
  if (
    /^(?:\u00ef\u00bb\u00bf)?\s*<(?:\?xml|rss|feed|rdf:rdf)/iu.test(head) &&
    /<(?:rss|feed|rdf:rdf)[\s>]/iu.test(head)
  )
    return readFeed(decodeBytes(bytes).text).map((entry, index) =>
      documentOf(`${name}#${index + 1}`, entry.text ?? '', entry),
    )
  if (/^(?:\u00ef\u00bb\u00bf)?\s*[[{]/u.test(head) && /\.(?:json|ninjs)(?:\.gz)?$/iu.test(name))
    return readNinjs(decodeBytes(bytes).text, name)
  if (/\.(?:md|markdown)(?:\.gz)?$/iu.test(name)) return [readMarkdown(decodeBytes(bytes).text, name)]
  return null
}
