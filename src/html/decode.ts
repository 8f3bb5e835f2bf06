/** Bytes to characters. What a document says of its encoding is a hint; what its bytes can be decides. */
import { isUtf8 } from 'node:buffer'
import type { Diagnostic } from '../core/diagnostic.ts'

export interface Decoded {
  readonly text: string
  /** WHATWG name, lower case. */
  readonly encoding: string
  readonly diagnostics: readonly Diagnostic[]
}

const headBytes = 4096

/** The first bytes as Latin-1, enough to find a declaration. */
const headOf = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, headBytes)).toString('latin1')

const declaration = /(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,30})/iu

const decoderFor = (label: string): InstanceType<typeof TextDecoder> | null => {
  try {
    return new TextDecoder(label)
  } catch {
    return null
  }
}

/** UTF-16 without a byte order mark: every second byte of western text is zero. */
const utf16Of = (bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null => {
  const length = Math.min(bytes.length, 1024) & ~1
  if (length < 8) return null
  const zeros = [0, 0]
  for (let i = 0; i < length; i++) if (bytes[i] === 0) zeros[i & 1]!++
  const half = length / 2
  if (zeros[1]! > half * 0.7 && zeros[0]! < half * 0.1) return 'utf-16le'
  if (zeros[0]! > half * 0.7 && zeros[1]! < half * 0.1) return 'utf-16be'
  return null
}

/** Well-formed and broken sequences beyond ASCII, counted over the whole of it. */
const countUtf8 = (bytes: Uint8Array): { good: number; broken: number } => {
  let good = 0
  let broken = 0
  for (let i = 0; i < bytes.length; ) {
    const lead = bytes[i]!
    if (lead < 0x80) {
      i++
      continue
    }
    const wanted =
      lead >= 0xf0 && lead < 0xf5 ? 3 : lead >= 0xe0 && lead < 0xf0 ? 2 : lead >= 0xc2 && lead < 0xe0 ? 1 : 0
    let got = 0
    while (got < wanted && ((bytes[i + 1 + got] ?? 0) & 0xc0) === 0x80) got++
    if (wanted > 0 && got === wanted) good++
    else broken++
    i += 1 + got
  }
  return { good, broken }
}

/** The text, or null where the bytes are not UTF-8 throughout. `isUtf8` and `toString` are ten times as fast as a
 * TextDecoder that is told to fail. */
const wellFormedUtf8 = (bytes: Uint8Array): string | null =>
  isUtf8(bytes) ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8') : null

const boms = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
] as const

const latin = new Set(['windows-1252', 'iso-8859-15', 'macintosh'])

/** Decodes a capture. Never fails: what no encoding explains comes out with replacement characters. */
export const decodeBytes = (bytes: Uint8Array): Decoded => {
  const bom = boms.find((mark) => mark.bytes.every((byte, i) => bytes[i] === byte))
  if (bom !== undefined) {
    return { text: new TextDecoder(bom.encoding).decode(bytes), encoding: bom.encoding, diagnostics: [] }
  }
  const wide = utf16Of(bytes)
  if (wide !== null) {
    return {
      text: new TextDecoder(wide).decode(bytes),
      encoding: wide,
      diagnostics: [
        { rule: 'article/encoding-guessed', message: `Read as ${wide}: every second byte is zero.` },
      ],
    }
  }
  const label = declaration.exec(headOf(bytes))?.[1] ?? null
  const declared = label === null ? null : decoderFor(label)
  const declaredName = declared?.encoding ?? null
  const utf8 = wellFormedUtf8(bytes)
  // Text of another encoding is well-formed UTF-8 only where it is plain ASCII, or by a rare accident.
  if (utf8 !== null) {
    const lied = declaredName !== null && declaredName !== 'utf-8' && utf8.length !== bytes.length
    return {
      text: utf8,
      encoding: 'utf-8',
      diagnostics: lied
        ? [
            {
              rule: 'article/encoding-declared-wrong',
              message: `The document says ${declaredName}, its bytes are UTF-8.`,
            },
          ]
        : [],
    }
  }
  if (declared !== null && declaredName !== 'utf-8' && !declaredName!.startsWith('utf-16')) {
    if (!latin.has(declaredName!))
      return { text: declared.decode(bytes), encoding: declaredName!, diagnostics: [] }
  }
  const { good, broken } = countUtf8(bytes)
  if (good > broken * 4) {
    return {
      text: new TextDecoder('utf-8').decode(bytes),
      encoding: 'utf-8',
      diagnostics: [
        {
          rule: 'article/encoding-broken',
          message: `${broken} broken UTF-8 sequences were replaced by U+FFFD.`,
        },
      ],
    }
  }
  const encoding = declaredName !== null && latin.has(declaredName) ? declaredName : 'windows-1252'
  return {
    // As a stream: Node 20's shortcut for whole windows-1252 texts leaves 0x80 to 0x9F („“–€) as control codes.
    text: new TextDecoder(encoding).decode(bytes, { stream: true }),
    encoding,
    diagnostics:
      encoding === declaredName
        ? []
        : [{ rule: 'article/encoding-guessed', message: `Not UTF-8; read as ${encoding}.` }],
  }
}

/** Formats that hold no text to be read here, told by their first bytes. */
const magic: readonly (readonly [string, readonly number[]])[] = [
  ['a PDF', [0x25, 0x50, 0x44, 0x46]],
  ['a ZIP archive or an office document', [0x50, 0x4b, 0x03, 0x04]],
  ['a PNG image', [0x89, 0x50, 0x4e, 0x47]],
  ['a JPEG image', [0xff, 0xd8, 0xff]],
  ['a GIF image', [0x47, 0x49, 0x46, 0x38]],
  ['a program', [0x7f, 0x45, 0x4c, 0x46]],
  ['an old office document', [0xd0, 0xcf, 0x11, 0xe0]],
]

/** What a binary file is, or null where the bytes may be text. */
export const binaryKind = (bytes: Uint8Array): string | null => {
  const known = magic.find(([, start]) => start.every((byte, i) => bytes[i] === byte))
  if (known !== undefined) return known[0]
  if (boms.some((mark) => mark.bytes.every((byte, i) => bytes[i] === byte)) || utf16Of(bytes) !== null)
    return null
  const length = Math.min(bytes.length, 8192)
  let controls = 0
  for (let i = 0; i < length; i++) {
    const byte = bytes[i]!
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) controls++
  }
  return length > 0 && controls > length * 0.05 ? 'a binary file' : null
}
