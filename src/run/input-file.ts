/** From the bytes of a file, an answer or standard input to the documents in them. */
import { openContainer } from '../stages/article/containers.ts'
import { type ByteStream, gathered, unpacked } from './byte-stream.ts'
import { cannotRead, type FetchAddress, type InputItem, isFailure, tooLarge } from './input.ts'
import { addressedDocument, jsonLines, jsonRows, rowDocument } from './input-rows.ts'
import { warcDocuments } from './warc.ts'
import { isZip, zipFiles } from './zip-input.ts'

export interface FileOptions {
  /** EDTF for documents that state no date. */
  readonly published: string | null
  /** Follows a list of addresses; absent for files that nobody named one by one. */
  readonly fetchAddress?: FetchAddress | undefined
}

/** Names of files that are looked into where a folder or an archive is named. */
export const readableName =
  /\.(?:txt|text|html?|xhtml|md|markdown|xml|rss|atom|json|warc|jsonl|ndjson)(?:\.gz)?$|\.zip$/iu
export const jsonLinesName = /\.(?:jsonl|ndjson)(?:\.gz)?$/iu
const jsonName = /\.json(?:\.gz)?$/iu

/** A list of addresses has some hundred, seldom some thousand lines. */
const longestList = 1e6

/** The addresses where there is one on every line and nothing else but remarks after `#`; else null. */
const listedAddresses = (bytes: Uint8Array): string[] | null => {
  if (bytes.length === 0 || bytes.length > longestList) return null
  const lines = Buffer.from(bytes)
    .toString('utf8')
    .replace(/^\ufeff/u, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
  return lines.length > 0 && lines.every((line) => /^https?:\/\/\S+$/iu.test(line)) ? lines : null
}

/** What stands at an address that somebody named: a page, or a feed with its entries. */
export async function* addressDocuments(address: string, options: FileOptions): AsyncGenerator<InputItem> {
  const { published, fetchAddress } = options
  const item = await addressedDocument(address, { published }, fetchAddress)
  if (isFailure(item)) yield item
  else yield* documentsIn(item.bytes, address, options) ?? [item]
}

/** The documents of a feed, of agency JSON, of Markdown or of rows; null where the bytes are one document themselves. */
const documentsIn = (
  bytes: Uint8Array,
  source: string,
  { published }: FileOptions,
): readonly InputItem[] | null => {
  const contained = openContainer(bytes, source)
  if (contained !== null && contained.length > 0)
    return contained.map(({ name, ...document }) => ({
      ...document,
      source: name,
      published: document.published ?? published,
    }))
  const rows = jsonName.test(source) ? jsonRows(bytes) : null
  return rows === null
    ? null
    : rows.map((row, index) => rowDocument(row, `${source}#${index + 1}`, { published }))
}

/** A file is one document, or as many as the feed, the package or the list of addresses in it names. */
async function* wholeDocument(
  bytes: Uint8Array,
  source: string,
  options: FileOptions,
): AsyncGenerator<InputItem> {
  const contained = documentsIn(bytes, source, options)
  if (contained !== null) return yield* contained
  const addresses = options.fetchAddress === undefined ? null : listedAddresses(bytes)
  if (addresses !== null) {
    for (const address of addresses) yield* addressDocuments(address, options)
    return
  }
  yield { source, bytes, kind: null, url: null, title: null, published: options.published }
}

async function* zippedDocuments(
  bytes: Uint8Array,
  source: string,
  options: FileOptions,
): AsyncGenerator<InputItem> {
  const files = zipFiles(bytes, source, (name) => readableName.test(name) && !/\.zip$/iu.test(name))
  if (files === null) return yield* wholeDocument(bytes, source, options)
  for (const file of files) {
    if ('error' in file) yield file
    else yield* streamDocuments(chunksOf(file.bytes), file.source, options)
  }
}

async function* chunksOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

/** The documents in a stream, whatever it is packed in. Web archives and JSON Lines are never held as a whole. */
export async function* streamDocuments(
  stream: ByteStream,
  source: string,
  options: FileOptions,
  isJsonLines = jsonLinesName.test(source),
): AsyncGenerator<InputItem> {
  try {
    const { head, whole } = await unpacked(stream)
    if (isJsonLines) yield* jsonLines(whole, source, options.published)
    else if (head.toString('latin1', 0, 5) === 'WARC/') yield* warcDocuments(whole, source)
    else {
      const bytes = await gathered(whole)
      if (bytes === null) yield tooLarge(source)
      else
        yield* isZip(bytes) ? zippedDocuments(bytes, source, options) : wholeDocument(bytes, source, options)
    }
  } catch (error) {
    yield cannotRead(source, error)
  }
}
