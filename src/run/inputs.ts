/**
 * From what a user names (paths, folders, globs, `-`, JSON Lines) to documents, one at a time and in bounded
 * memory. What cannot be read is an item too, so that the rest goes on and nothing is lost unseen.
 */
import { createReadStream } from 'node:fs'
import { lstat, readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { createGunzip, gunzipSync } from 'node:zlib'
import { fetchPage } from '../acquire/fetch-page.ts'
import { AktenlageError, failure } from '../core/errors.ts'
import { openContainer } from '../stages/article/containers.ts'
import type { InputKind } from '../store/store.ts'

/** One document as it came, before anything is known about it. */
export interface InputDocument {
  /** As given: path, address, or the `id` of a JSON Lines row. */
  readonly source: string
  readonly bytes: Uint8Array
  /** `null`: found out from the bytes and the name. */
  readonly kind: InputKind | null
  readonly url: string | null
  readonly title: string | null
  readonly published: string | null
}

export type InputItem = InputDocument | { readonly source: string; readonly error: AktenlageError }

export const isFailure = (
  item: InputItem,
): item is { readonly source: string; readonly error: AktenlageError } => 'error' in item

export interface InputOptions {
  /** Every input is JSON Lines of `{id, html | text | body, url?, title?, published?}`. */
  readonly jsonl: boolean
  /** EDTF for documents that state no date. */
  readonly published: string | null
  readonly stdin: Readable
  /** Fetches an address; absent where the network is not wanted. */
  readonly fetchAddress?: FetchAddress
}

export type FetchAddress = (url: string) => Promise<{ readonly bytes: Uint8Array; readonly url: string }>

/** A capture larger than this is refused; news pages have some 200 kB. */
export const maxDocumentBytes = 200e6

const readable = /\.(?:txt|text|html?|xhtml|md|markdown|xml|rss|atom|json|warc|jsonl|ndjson)(?:\.gz)?$/iu
const jsonLinesName = /\.(?:jsonl|ndjson)(?:\.gz)?$/iu
const jsonName = /\.json(?:\.gz)?$/iu
const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b

const cannotRead = (source: string, error: unknown): InputItem => {
  const code = (error as { code?: string } | null)?.code
  const reason = error instanceof Error ? error.message : String(error)
  if (code === 'EACCES' || code === 'EPERM')
    return { source, error: failure('INPUT_FORBIDDEN', { source }, error) }
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return { source, error: failure('INPUT_MISSING', { source }, error) }
  return { source, error: failure('INPUT_UNREADABLE', { source, reason }, error) }
}

const tooLarge = (source: string, bytes: number): InputItem => ({
  source,
  error: failure('INPUT_TOO_LARGE', {
    source,
    megabytes: Math.round(bytes / 1e6),
    limit: Math.round(maxDocumentBytes / 1e6),
  }),
})

/** Lines of a byte stream without their line end; `null` for one that is longer than allowed. */
async function* linesOf(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array | null> {
  let pieces: Uint8Array[] = []
  let size = 0
  for await (const chunk of stream) {
    let from = 0
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
      size += at - from
      yield size > maxDocumentBytes ? null : Buffer.concat([...pieces, chunk.subarray(from, at)])
      pieces = []
      size = 0
      from = at + 1
    }
    size += chunk.length - from
    if (size <= maxDocumentBytes) pieces.push(chunk.subarray(from))
    else pieces = []
  }
  if (size > 0) yield size > maxDocumentBytes ? null : Buffer.concat(pieces)
}

const textField = (row: Record<string, unknown>, key: string): string | null =>
  typeof row[key] === 'string' ? row[key] : null

/** In a row without `html`, `text` and `body` a string as long as this is a text under another name. */
const longText = 100

/** A row of JSON Lines as a document. `place` names it where it has no id. */
/** A row that names only where the report stands; the page is fetched. */
export const addressedDocument = async (
  url: string,
  row: { readonly id?: string | undefined; readonly published?: string | undefined },
  fetchAddress: FetchAddress = fetchPage,
): Promise<InputItem> => {
  const source = row.id ?? url
  try {
    const page = await fetchAddress(url)
    return { source, ...page, kind: null, title: null, published: row.published ?? null }
  } catch (error) {
    return { source, error: fetchError(url, error) }
  }
}

const fetchError = (source: string, error: unknown): AktenlageError =>
  error instanceof AktenlageError
    ? error
    : failure('INPUT_FETCH', { source, reason: (error as Error).message }, error)

export const rowDocument = (
  row: unknown,
  place: string,
  options: Pick<InputOptions, 'published'>,
): InputItem => {
  if (typeof row !== 'object' || row === null || Array.isArray(row)) {
    return { source: place, error: failure('INPUT_NOT_JSON', { source: place }) }
  }
  const record = row as Record<string, unknown>
  const source = typeof record.id === 'string' || typeof record.id === 'number' ? String(record.id) : place
  const kinds = [
    ['html', 'page'],
    ['body', 'body'],
    ['text', 'text'],
  ] as const
  const content = kinds.find(([key]) => typeof record[key] === 'string')
  const title = textField(record, 'title')
  if (content === undefined) {
    // Dumps of agencies hold an item of ninjs a line.
    const [item] = openContainer(Buffer.from(JSON.stringify(row), 'utf8'), 'row.json') ?? []
    if (item !== undefined)
      return {
        ...item,
        source,
        published: item.published ?? textField(record, 'published') ?? options.published,
      }
    const hasText = Object.entries(record).some(
      ([key, value]) => key !== 'title' && typeof value === 'string' && value.length >= longText,
    )
    if (title === null || hasText) return { source, error: failure('INPUT_NO_TEXT', { source: place }) }
  }
  return {
    source,
    // A row with only a headline is a report of which we have no more than that.
    bytes: Buffer.from(content === undefined ? '' : (record[content[0]] as string), 'utf8'),
    kind: content === undefined ? 'body' : content[1],
    url: textField(record, 'url'),
    title,
    published: textField(record, 'published') ?? options.published,
  }
}

const lineDocument = (line: Uint8Array, place: string, options: InputOptions): InputItem => {
  let row: unknown
  try {
    const text = Buffer.from(line.buffer, line.byteOffset, line.byteLength).toString('utf8')
    row = JSON.parse(text.startsWith('\ufeff') ? text.slice(1) : text)
  } catch (error) {
    return { source: place, error: failure('INPUT_NOT_JSON', { source: place }, error) }
  }
  return rowDocument(row, place, options)
}

async function* jsonLines(
  stream: AsyncIterable<Uint8Array>,
  name: string,
  options: InputOptions,
): AsyncGenerator<InputItem> {
  let number = 0
  for await (const line of linesOf(stream)) {
    number++
    const place = `${name}:${number}`
    if (line === null) yield tooLarge(place, maxDocumentBytes + 1)
    else if (line.some((byte) => byte > 32)) yield lineDocument(line, place, options)
  }
}

async function* gunzipped(stream: Readable): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip()
  stream.on('error', (error) => gunzip.destroy(error))
  yield* stream.pipe(gunzip)
}

/** Rows of a JSON file: those of the list in it, or the one object. What is no JSON is a text. */
const jsonRows = (bytes: Uint8Array): readonly unknown[] | null => {
  try {
    const value: unknown = JSON.parse(
      Buffer.from(bytes)
        .toString('utf8')
        .replace(/^\ufeff/u, ''),
    )
    return typeof value !== 'object' || value === null ? null : [value].flat()
  } catch {
    return null
  }
}

/** A file is one document, or as many as the feed, archive or package in it holds. */
const wholeDocument = (source: string, raw: Uint8Array, options: InputOptions): readonly InputItem[] => {
  let bytes = raw
  if (isGzip(raw)) {
    try {
      bytes = gunzipSync(raw, { maxOutputLength: maxDocumentBytes })
    } catch (error) {
      const { code, message } = error as { code?: string; message: string }
      return [
        code === 'ERR_BUFFER_TOO_LARGE'
          ? tooLarge(source, maxDocumentBytes + 1)
          : { source, error: failure('INPUT_BROKEN_GZIP', { source, reason: message }, error) },
      ]
    }
  }
  const contained = openContainer(bytes, source)
  if (contained !== null && contained.length > 0) {
    return contained.map(({ name, published, ...document }) => ({
      ...document,
      source: name,
      published: published ?? options.published,
    }))
  }
  const rows = jsonName.test(source) ? jsonRows(bytes) : null
  if (rows !== null) return rows.map((row, index) => rowDocument(row, `${source}#${index + 1}`, options))
  return [{ source, bytes, kind: null, url: null, title: null, published: options.published }]
}

async function* fileDocuments(path: string, options: InputOptions): AsyncGenerator<InputItem> {
  try {
    if (options.jsonl || jsonLinesName.test(path)) {
      const head = createReadStream(path, { end: 1 })
      const magic: Uint8Array[] = []
      for await (const chunk of head) magic.push(chunk as Uint8Array)
      const stream = createReadStream(path)
      yield* jsonLines(isGzip(Buffer.concat(magic)) ? gunzipped(stream) : stream, path, options)
      return
    }
    const { size } = await stat(path)
    if (size > maxDocumentBytes) yield tooLarge(path, size)
    else yield* wholeDocument(path, await readFile(path), options)
  } catch (error) {
    yield cannotRead(path, error)
  }
}

async function* folderFiles(
  folder: string,
  wanted: (path: string) => boolean,
): AsyncGenerator<string | InputItem> {
  let entries: string[]
  try {
    entries = (await readdir(folder)).sort()
  } catch (error) {
    yield cannotRead(folder, error)
    return
  }
  for (const entry of entries) {
    if (entry.startsWith('.')) continue
    const path = join(folder, entry)
    try {
      // Links to folders are not followed, so there are no circles.
      const info = await lstat(path)
      if (info.isDirectory()) yield* folderFiles(path, wanted)
      else if (wanted(path) && (await stat(path)).isFile()) yield path
    } catch (error) {
      yield cannotRead(path, error)
    }
  }
}

const globMark = /[*?]/u

/** `**` any folders, `*` and `?` within a name. */
const globPattern = (glob: string): RegExp => {
  const source = glob
    .split(/(\*\*\/?|\*|\?)/u)
    .map((part) => {
      if (part.startsWith('**')) return part.endsWith('/') ? '(?:.*/)?' : '.*'
      if (part === '*') return '[^/]*'
      if (part === '?') return '[^/]'
      return part.replaceAll(/[\\^$.|+()[\]{}]/gu, '\\$&')
    })
    .join('')
  return new RegExp(`^${source}$`, 'u')
}

async function* pathDocuments(path: string, options: InputOptions): AsyncGenerator<InputItem> {
  const info = await stat(path).catch((error: unknown) => error)
  if (info instanceof Error && globMark.test(path)) {
    const fixed = path.slice(0, path.search(globMark))
    const folder = fixed.includes('/') ? fixed.slice(0, fixed.lastIndexOf('/') + 1) : '.'
    const pattern = globPattern(path)
    let found = false
    for await (const file of folderFiles(folder, (candidate) => pattern.test(candidate))) {
      found = true
      if (typeof file === 'string') yield* fileDocuments(file, options)
      else yield file
    }
    if (!found) yield { source: path, error: failure('INPUT_NO_MATCH', { source: path }) }
    return
  }
  if (info instanceof Error) {
    yield cannotRead(path, info)
    return
  }
  if ((info as { isDirectory(): boolean }).isDirectory()) {
    let found = false
    for await (const file of folderFiles(path, (candidate) => readable.test(candidate))) {
      found = true
      if (typeof file === 'string') yield* fileDocuments(file, options)
      else yield file
    }
    if (!found) {
      yield { source: path, error: failure('INPUT_EMPTY_FOLDER', { source: path }) }
    }
    return
  }
  yield* fileDocuments(path, options)
}

/** Documents of all the inputs, in order. Never throws for one that cannot be read. */
export async function* inputDocuments(
  inputs: readonly string[],
  options: InputOptions,
): AsyncGenerator<InputItem> {
  for (const input of inputs) {
    if (input === '-') {
      if (options.jsonl) {
        yield* jsonLines(options.stdin, '-', options)
        continue
      }
      const chunks: Uint8Array[] = []
      let size = 0
      for await (const chunk of options.stdin) {
        size += (chunk as Uint8Array).length
        if (size > maxDocumentBytes) break
        chunks.push(chunk as Uint8Array)
      }
      if (size > maxDocumentBytes) yield tooLarge('-', size)
      else yield* wholeDocument('-', Buffer.concat(chunks), options)
    } else if (/^https?:\/\//iu.test(input)) {
      if (options.fetchAddress === undefined) {
        yield { source: input, error: failure('INPUT_NO_NETWORK', { source: input }) }
        continue
      }
      try {
        const { bytes, url } = await options.fetchAddress(input)
        yield { source: input, bytes, kind: null, url, title: null, published: options.published }
      } catch (error) {
        yield { source: input, error: fetchError(input, error) }
      }
    } else {
      yield* pathDocuments(input, options)
    }
  }
}
