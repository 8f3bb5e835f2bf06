/** Headers and bodies as HTTP has them on the wire (RFC 9112), which is how web archives keep them. */
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib'
import { maxDocumentBytes } from './input.ts'

export interface Head {
  /** Request line, status line, or version of the record. */
  readonly first: string
  /** By name in lower case. */
  readonly headers: ReadonlyMap<string, string>
  /** Offset of what comes after the empty line. */
  readonly end: number
}

/** Where headers are longer, something else stands there. */
export const maxHeadBytes = 65_536

/** Null where there is no empty line, or not yet. Some servers end their lines with a line feed alone. */
export const headOf = (bytes: Buffer): Head | null => {
  const gap = /\r?\n\r?\n/u.exec(bytes.toString('latin1', 0, maxHeadBytes))
  if (gap === null) return null
  const [first = '', ...lines] = bytes.toString('utf8', 0, gap.index).split(/\r?\n/u)
  const headers = new Map<string, string>()
  for (const line of lines) {
    const colon = line.indexOf(':')
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim())
  }
  return { first, headers, end: gap.index + gap[0].length }
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

const decoders = [
  [/gzip/iu, gunzipSync],
  [/br/iu, brotliDecompressSync],
  [/deflate/iu, inflateSync],
] as const

/** The body as the server meant it; null where it cannot be unpacked. */
export const bodyOf = (bytes: Buffer, { headers, end }: Head): Buffer | null => {
  const sent = bytes.subarray(end)
  const raw = /chunked/iu.test(headers.get('transfer-encoding') ?? '') ? unchunked(sent) : sent
  const encoding = headers.get('content-encoding') ?? ''
  const decode = decoders.find(([name]) => name.test(encoding))?.[1]
  try {
    return decode === undefined ? raw : decode(raw, { maxOutputLength: maxDocumentBytes })
  } catch {
    return null
  }
}
