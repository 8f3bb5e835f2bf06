/**
 * Text that knows where each of its characters stands in the capture.
 *
 *     source  <p>Gr&uuml;n \n  und\u00ADbunt</p>
 *     text    Grün undbunt
 *     runs    Gr → 3+2 · ü → 5+6 (one source stretch) · n → 11+1 · ␣ → 12+4 (folded) · und → 16+3 · bunt → 20+4
 */
import { decodeHTML } from 'entities'
import type { PositionMap } from '../core/article.ts'

/** Grows while text is collected; `runs` holds triples of text start, source start, source length. */
export interface TextBuilder {
  text: string
  readonly runs: number[]
  /** White space seen but not yet written: it counts only between two words. */
  spaceStart: number
  spaceEnd: number
}

export interface MappedText {
  readonly text: string
  /** Triples of text start, source start, source length. */
  readonly runs: readonly number[]
}

export const emptyBuilder = (): TextBuilder => ({ text: '', runs: [], spaceStart: -1, spaceEnd: -1 })

const appendLiteral = (builder: TextBuilder, source: string, start: number, end: number): void => {
  const { runs } = builder
  const at = builder.text.length
  const last = runs.length - 3
  if (last < 0 || at - runs[last]! !== runs[last + 2] || runs[last + 1]! + runs[last + 2]! !== start) {
    runs.push(at, start, end - start)
  } else runs[last + 2]! += end - start
  builder.text += source.slice(start, end)
}

const appendAtom = (builder: TextBuilder, text: string, start: number, end: number): void => {
  builder.runs.push(builder.text.length, start, end - start)
  builder.text += text
}

const flushSpace = (builder: TextBuilder, source: string): void => {
  if (builder.spaceStart < 0) return
  const { spaceStart: start, spaceEnd: end } = builder
  builder.spaceStart = -1
  if (builder.text === '') return
  if (end - start === 1 && source.charCodeAt(start) === 32) appendLiteral(builder, source, start, end)
  else appendAtom(builder, ' ', start, end)
}

const isSpace = (code: number): boolean =>
  code === 32 ||
  (code >= 9 && code <= 13) ||
  code === 0xa0 ||
  code === 0x85 ||
  (code >= 0x2000 && code <= 0x200a) ||
  code === 0x2028 ||
  code === 0x2029 ||
  code === 0x202f ||
  code === 0x205f ||
  code === 0x3000

/** Characters without a mark on paper: soft hyphen, zero-width space, word joiner, byte order mark, controls. */
const isInvisible = (code: number): boolean =>
  code < 32 ||
  (code >= 0x7f && code < 0xa0) ||
  code === 0xad ||
  code === 0x200b ||
  code === 0x2060 ||
  code === 0xfeff

const isCombining = (code: number): boolean => code >= 0x300 && code <= 0x36f

const noteSpace = (builder: TextBuilder, start: number, end: number): void => {
  if (builder.spaceStart < 0) builder.spaceStart = start
  builder.spaceEnd = end
}

const reference = /&(?:#[xX][0-9a-fA-F]{1,8}|#[0-9]{1,8}|[a-zA-Z][a-zA-Z0-9]{1,31});?/y

/**
 * Appends `source[start, end)`: white space folded, invisible characters left out, decomposed letters composed
 * and, with `entities`, character references decoded.
 */
export const appendFolded = (
  builder: TextBuilder,
  source: string,
  start: number,
  end: number,
  entities: boolean,
): void => {
  let literal = start
  let at = start
  const flushLiteral = (): void => {
    if (at > literal) {
      flushSpace(builder, source)
      appendLiteral(builder, source, literal, at)
    }
  }
  while (at < end) {
    const code = source.charCodeAt(at)
    // Letters, digits and everyday punctuation first: nearly every character is one of them.
    if (code > 38 && code < 0x7f) {
      if (at + 1 < end && isCombining(source.charCodeAt(at + 1))) {
        flushLiteral()
        let to = at + 1
        while (to < end && isCombining(source.charCodeAt(to))) to++
        flushSpace(builder, source)
        appendAtom(builder, source.slice(at, to).normalize('NFC'), at, to)
        at = to
        literal = at
      } else at++
      continue
    }
    if (isSpace(code)) {
      // A single plain space inside a stretch stays part of it.
      const next = at + 1 < end ? source.charCodeAt(at + 1) : 0
      if (code === 32 && at > literal && next > 38 && !isSpace(next) && !isInvisible(next)) {
        at++
        continue
      }
      flushLiteral()
      let to = at + 1
      while (to < end && isSpace(source.charCodeAt(to))) to++
      noteSpace(builder, at, to)
      at = to
      literal = at
    } else if (isInvisible(code)) {
      flushLiteral()
      at++
      literal = at
    } else if (entities && code === 38) {
      reference.lastIndex = at
      const match = reference.exec(source)
      const to = match === null ? end + 1 : at + match[0].length
      const decoded = match === null ? '&' : decodeHTML(match[0])
      if (to > end || decoded === match![0]) {
        at++
        continue
      }
      flushLiteral()
      const first = decoded.charCodeAt(0)
      if (isSpace(first)) noteSpace(builder, at, to)
      else if (!isInvisible(first)) {
        flushSpace(builder, source)
        // Without its semicolon a name may end early: `&copy2` is `©2`.
        appendAtom(builder, decoded, at, to)
      }
      at = to
      literal = at
    } else at++
  }
  flushLiteral()
}

/** Appends `text` for `source[start, end)`, which writes it otherwise: an escape in a string of JSON. */
export const appendEscape = (
  builder: TextBuilder,
  source: string,
  text: string,
  start: number,
  end: number,
): void => {
  const code = text.charCodeAt(0)
  if (isSpace(code)) noteSpace(builder, start, end)
  else if (!isInvisible(code)) {
    flushSpace(builder, source)
    appendAtom(builder, text, start, end)
  }
}

/** A break that stands for white space: `<br>`, the end of a table cell. */
export const appendBreak = (builder: TextBuilder, at: number): void => noteSpace(builder, at, at)

/** What has been collected; white space at the end is left out. */
export const mapped = (builder: TextBuilder): MappedText => ({ text: builder.text, runs: builder.runs })

/** Index of the run that holds text position `at`. */
const runAt = (runs: readonly number[], at: number): number => {
  let low = 0
  let high = runs.length / 3 - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (runs[middle * 3]! <= at) low = middle
    else high = middle - 1
  }
  return low
}

/** `text[start, end)` with its runs. */
export const sliceMapped = (whole: MappedText, start: number, end: number): MappedText => {
  if (start <= 0 && end >= whole.text.length) return whole
  const runs: number[] = []
  const { runs: all } = whole
  if (end > start) {
    for (let i = runAt(all, start); i * 3 < all.length; i++) {
      const from = all[i * 3]!
      if (from >= end) break
      const to = i * 3 + 3 < all.length ? all[i * 3 + 3]! : whole.text.length
      const length = all[i * 3 + 2]!
      if (to - from !== length) runs.push(Math.max(from, start) - start, all[i * 3 + 1]!, length)
      else {
        const a = Math.max(from, start)
        runs.push(a - start, all[i * 3 + 1]! + a - from, Math.min(to, end) - a)
      }
    }
  }
  return { text: whole.text.slice(start, end), runs }
}

/** Without white space at both ends. */
export const trimMapped = (whole: MappedText): MappedText => {
  const { text } = whole
  const start = text.length - text.trimStart().length
  return sliceMapped(whole, start, Math.max(start, text.trimEnd().length))
}

/** Several texts as one, with `separator` between them; the separator stands nowhere in the source. */
export const joinMapped = (parts: readonly MappedText[], separator: string): MappedText => {
  const pieces: string[] = []
  const runs: number[] = []
  let length = 0
  parts.forEach((part, index) => {
    if (index > 0) {
      const end = runs.length < 3 ? 0 : runs.at(-2)! + runs.at(-1)!
      runs.push(length, end, 0)
      pieces.push(separator)
      length += separator.length
    }
    for (let i = 0; i < part.runs.length; i += 3)
      runs.push(part.runs[i]! + length, part.runs[i + 1]!, part.runs[i + 2]!)
    pieces.push(part.text)
    length += part.text.length
  })
  return { text: pieces.join(''), runs }
}

/** The last run is empty and marks the end of the text. */
export const positionMap = ({ text, runs: all }: MappedText): PositionMap => {
  const runs = [...all, text.length, all.length < 3 ? 0 : all.at(-2)! + all.at(-1)!, 0]
  const count = runs.length / 3
  const map = {
    text: new Int32Array(count),
    source: new Int32Array(count),
    sourceLength: new Int32Array(count),
  }
  for (let i = 0; i < count; i++) {
    map.text[i] = runs[i * 3]!
    map.source[i] = runs[i * 3 + 1]!
    map.sourceLength[i] = runs[i * 3 + 2]!
  }
  return map
}
