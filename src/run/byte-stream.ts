/** Streams of bytes: looked into, unpacked, cut, gathered, each in bounded memory. */
import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { maxDocumentBytes } from './input.ts'

export type ByteStream = AsyncIterable<Uint8Array>

/** The first bytes (fewer where there are no more), and the whole stream, which they still belong to. */
export const peeked = async (
  stream: ByteStream,
  count: number,
): Promise<{ readonly head: Buffer; readonly whole: ByteStream }> => {
  const iterator = stream[Symbol.asyncIterator]()
  let head: Buffer = Buffer.alloc(0)
  while (head.length < count) {
    const next = await iterator.next()
    if (next.done) break
    head = Buffer.concat([head, next.value])
  }
  async function* whole(): AsyncGenerator<Uint8Array> {
    try {
      if (head.length > 0) yield head
      for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value
    } finally {
      await iterator.return?.()
    }
  }
  return { head, whole: whole() }
}

/** Also of many pieces, one after the other, as web archives are packed. */
export async function* gunzipped(stream: ByteStream): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip()
  const packed = Readable.from(stream)
  packed.on('error', (error) => gunzip.destroy(error))
  yield* packed.pipe(gunzip)
}

/** As it is, or unpacked where it is gzip; with its first bytes. */
export const unpacked = async (stream: ByteStream): ReturnType<typeof peeked> => {
  const packed = await peeked(stream, 2)
  if (packed.head[0] !== 0x1f || packed.head[1] !== 0x8b) return peeked(packed.whole, headBytes)
  return peeked(gunzipped(packed.whole), headBytes)
}
const headBytes = 5

/** All of it, or null where it is more than a document may be. */
export const gathered = async (stream: ByteStream): Promise<Buffer | null> => {
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of stream) {
    size += piece.length
    if (size > maxDocumentBytes) return null
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}

/** Lines without their line end; `null` for one that is longer than a document may be. */
export async function* linesOf(stream: ByteStream): AsyncGenerator<Uint8Array | null> {
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
