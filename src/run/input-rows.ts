/** Rows of JSON, one document each: `{id?, html | text | body, url?, title?, published?}`. */
import { fetchPage } from '../acquire/fetch-page.ts'
import { AktenlageError, failure } from '../core/errors.ts'
import { openContainer } from '../stages/article/containers.ts'
import { type ByteStream, linesOf } from './byte-stream.ts'
import { type FetchAddress, type InputItem, tooLarge } from './input.ts'

const textField = (row: Record<string, unknown>, key: string): string | null =>
  typeof row[key] === 'string' ? row[key] : null

/** In a row without `html`, `text` and `body` a string as long as this is a text under another name. */
const longText = 100

const fetchError = (source: string, error: unknown): AktenlageError =>
  error instanceof AktenlageError
    ? error
    : failure('INPUT_FETCH', { source, reason: (error as Error).message }, error)

/** What names only where a report stands; the page is fetched. */
export const addressedDocument = async (
  url: string,
  row: { readonly id?: string | undefined; readonly published?: string | null | undefined } = {},
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

/** `place` names the row where it has no id. */
export const rowDocument = (
  row: unknown,
  place: string,
  options: { readonly published: string | null },
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

const jsonOf = (bytes: Uint8Array): unknown => {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')
  return JSON.parse(text.startsWith('\ufeff') ? text.slice(1) : text)
}

const lineDocument = (line: Uint8Array, place: string, published: string | null): InputItem => {
  try {
    return rowDocument(jsonOf(line), place, { published })
  } catch (error) {
    return { source: place, error: failure('INPUT_NOT_JSON', { source: place }, error) }
  }
}

/** A row a line, in bounded memory. */
export async function* jsonLines(
  stream: ByteStream,
  name: string,
  published: string | null,
): AsyncGenerator<InputItem> {
  let number = 0
  for await (const line of linesOf(stream)) {
    number++
    const place = `${name}:${number}`
    if (line === null) yield tooLarge(place)
    else if (line.some((byte) => byte > 32)) yield lineDocument(line, place, published)
  }
}

/** Rows of a JSON file: those of the list in it, or the one object. Null where it is no JSON, but a text. */
export const jsonRows = (bytes: Uint8Array): readonly unknown[] | null => {
  try {
    const value = jsonOf(bytes)
    return typeof value !== 'object' || value === null ? null : [value].flat()
  } catch {
    return null
  }
}
