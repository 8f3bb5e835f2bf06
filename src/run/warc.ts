/**
 * Web archives (ISO 28500), record by record: what is held is one record at a time, and of those that are no pages
 * nothing. When a page was captured the archive says itself.
 */
import type { ByteStream } from './byte-stream.ts'
import { bodyOf, type Head, headOf, maxHeadBytes } from './http-message.ts'
import { type InputItem, maxDocumentBytes, tooLarge } from './input.ts'

/** Takes bytes off the front of a stream. */
const bytesFrom = (stream: ByteStream) => {
  const iterator = stream[Symbol.asyncIterator]()
  let held: Buffer = Buffer.alloc(0)
  const more = async (): Promise<boolean> => {
    const next = await iterator.next()
    if (next.done) return false
    held = held.length === 0 ? Buffer.from(next.value) : Buffer.concat([held, next.value])
    return true
  }
  return {
    /** The headers before the next block, which begins there afterwards; null at the end, and where there are none. */
    head: async (): Promise<Head | null> => {
      for (;;) {
        let blank = 0
        while (held[blank] === 13 || held[blank] === 10) blank++
        held = held.subarray(blank)
        const head = headOf(held)
        if (head !== null) {
          held = held.subarray(head.end)
          return head
        }
        if (held.length > maxHeadBytes || !(await more())) return null
      }
    },
    /** The next bytes, or as many as there are. */
    take: async (count: number): Promise<Buffer> => {
      const pieces: Buffer[] = []
      for (let wanted = count; wanted > 0; ) {
        if (held.length === 0 && !(await more())) break
        const piece = held.subarray(0, wanted)
        pieces.push(piece)
        held = held.subarray(piece.length)
        wanted -= piece.length
      }
      return Buffer.concat(pieces)
    },
    skip: async (count: number): Promise<void> => {
      for (let left = count; left > 0; ) {
        if (held.length === 0 && !(await more())) return
        const size = Math.min(left, held.length)
        held = held.subarray(size)
        left -= size
      }
    },
    end: async (): Promise<void> => void (await iterator.return?.()),
  }
}

/** `2024-03-08T10:00:00Z`, since WARC 1.1 also with fractions. Coarser dates are no instants. */
const instantOf = (date: string | undefined): string | undefined => {
  if (date === undefined || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/u.test(date)) return undefined
  const time = Date.parse(date)
  return Number.isNaN(time) ? undefined : new Date(time).toISOString()
}

interface Page {
  readonly bytes: Buffer
  readonly media: string
}

/** What a record holds of a page: the body of a good answer, or a page kept without the answer around it. */
const pageIn = (block: Buffer, record: Head, type: string): Page | null => {
  if (type !== 'response') return { bytes: block, media: record.headers.get('content-type') ?? '' }
  const http = headOf(block)
  if (http === null || !/^HTTP\/\S+ 200/u.test(http.first)) return null
  const bytes = bodyOf(block, http)
  return bytes === null ? null : { bytes, media: http.headers.get('content-type') ?? '' }
}

/** The pages and texts of an archive, in its order. What is cut off is read as far as it goes. */
export async function* warcDocuments(stream: ByteStream, name: string): AsyncGenerator<InputItem> {
  const bytes = bytesFrom(stream)
  let pages = 0
  try {
    for (let record = await bytes.head(); record !== null; record = await bytes.head()) {
      const length = Number(record.headers.get('content-length') ?? Number.NaN)
      if (!record.first.startsWith('WARC/') || !(length >= 0)) return
      const type = record.headers.get('warc-type') ?? ''
      const url = record.headers.get('warc-target-uri')?.replace(/^<|>$/gu, '') ?? null
      if (!['response', 'resource', 'conversion'].includes(type)) {
        await bytes.skip(length)
        continue
      }
      if (length > maxDocumentBytes) {
        await bytes.skip(length)
        yield tooLarge(url ?? name, length)
        continue
      }
      const page = pageIn(await bytes.take(length), record, type)
      if (page === null || !/html|text\/plain/iu.test(page.media)) continue
      yield {
        source: `${name}#${++pages}`,
        bytes: page.bytes,
        kind: /html/iu.test(page.media) ? 'page' : 'text',
        url,
        title: null,
        published: null,
        capturedAt: instantOf(record.headers.get('warc-date')),
      }
    }
  } finally {
    await bytes.end()
  }
}
