import type { Token, TokenKind } from '../../core/layers.ts'
import type { SegmentRules } from '../../lang/common/segment.ts'

/** A raw token: `[start, end)` and what it is. The dot of abbreviations, initials and ordinals is decided in
 * the second pass, when the neighbours are known. */
interface Piece {
  readonly start: number
  end: number
  readonly kind: TokenKind
}

const letter = 1
const digit = 2
const space = 3
const mark = 4
const other = 5

/** Class of every UTF-16 unit, found out when it is first met; 0 is not yet known. */
const classes = new Uint8Array(0x10000)

const classify = (char: string): number => {
  // Halves of a pair: letters beyond the basic plane are rare enough to be symbols.
  if (/[\ud800-\udfff]/u.test(char)) return other
  if (/[\p{L}\p{M}]/u.test(char)) return letter
  if (/\p{Nd}/u.test(char)) return digit
  if (/[\s\p{C}\p{Z}]/u.test(char)) return space
  return /\p{P}/u.test(char) ? mark : other
}

const classOf = (text: string, at: number): number => {
  const code = text.charCodeAt(at)
  const known = classes[code]!
  if (known !== 0) return known
  const found = classify(text[at]!)
  classes[code] = found
  return found
}

const isWordish = (text: string, at: number): boolean =>
  at >= 0 && at < text.length && classOf(text, at) <= digit

const hyphens = '-\u2010\u2011'
const apostrophes = "'\u2019\u02bc"

/** A scheme, `www.` or a mail address; searched only where one begins. */
const url = /(?:https?:\/\/|www\.)[^\s<>"„“»«]+|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,6}/uy

const trailingOfUrl = /[.,;:!?)\]'’]+$/u

/** End of the word or number that begins at `start`. */
const wordEnd = (text: string, start: number, limit: number, rules: SegmentRules): number => {
  let at = start
  while (at < limit) {
    if (isWordish(text, at)) {
      at++
      continue
    }
    const char = text[at]!
    const joins =
      isWordish(text, at + 1) &&
      at + 1 < limit &&
      (hyphens.includes(char) ||
        (apostrophes.includes(char) &&
          classOf(text, at - 1) === letter &&
          classOf(text, at + 1) === letter) ||
        ('.,:'.includes(char) && classOf(text, at - 1) === digit && classOf(text, at + 1) === digit))
    if (joins) {
      at++
      continue
    }
    break
  }
  // „Luft- und Raumfahrt“: the hyphen that stands for the second part belongs to the word.
  if (at < limit && hyphens.includes(text[at]!) && !hyphens.includes(text[at + 1] ?? '')) at++
  // „Hans’ Haus“: a genitive apostrophe.
  else if (
    at < limit &&
    text[at] === '\u2019' &&
    rules.apostropheAfter.has(text[at - 1]!) &&
    !isWordish(text, at + 1)
  )
    at++
  return at
}

const scan = (text: string, from: number, to: number, rules: SegmentRules): Piece[] => {
  const pieces: Piece[] = []
  let at = from
  // An address is looked for only where an @ or a scheme follows before the next space.
  let nextAt = text.indexOf('@', from)
  while (at < to) {
    const kind = classOf(text, at)
    if (kind === space) {
      at++
      continue
    }
    if (kind <= digit) {
      if (nextAt !== -1 && nextAt < at) nextAt = text.indexOf('@', at)
      const char = text[at]!
      if (
        char === 'h' ||
        char === 'w' ||
        char === 'H' ||
        char === 'W' ||
        (nextAt !== -1 && nextAt - at < 65)
      ) {
        url.lastIndex = at
        const found = url.exec(text)
        if (found !== null && at + found[0].length <= to) {
          const length = found[0].replace(trailingOfUrl, '').length
          pieces.push({ start: at, end: at + length, kind: 'symbol' })
          at += length
          continue
        }
      }
      const end = wordEnd(text, at, to, rules)
      const numeric = kind === digit && /^[\d.,:]+$/u.test(text.slice(at, Math.min(end, at + 40)))
      pieces.push({ start: at, end, kind: numeric ? 'number' : 'word' })
      at = end
      continue
    }
    const char = text[at]!
    // „Waffen und -systeme“
    if (
      hyphens.includes(char) &&
      at + 1 < to &&
      classOf(text, at + 1) === letter &&
      (at === from || (classOf(text, at - 1) === space && classOf(text, at + 1) === letter))
    ) {
      const end = wordEnd(text, at + 1, to, rules)
      pieces.push({ start: at, end, kind: 'word' })
      at = end
      continue
    }
    // Runs of one mark: „...“, „--“, „''“.
    let end = at + 1
    if (".-'!?*_=".includes(char)) while (end < to && text[end] === char) end++
    const low = text.charCodeAt(end)
    if (kind === other && text.charCodeAt(at) >= 0xd800 && low >= 0xdc00 && low <= 0xdfff && end < to) end++
    pieces.push({ start: at, end, kind: kind === mark ? 'punctuation' : 'symbol' })
    at = end
  }
  return pieces
}

const isCapital = (text: string, at: number): boolean => /\p{Lu}/u.test(text[at] ?? '')
const isLower = (text: string, at: number): boolean => /\p{Ll}/u.test(text[at] ?? '')

/**
 * Gives dots to the words they belong to.
 *
 *     am 2. Juli sagte Dr. H. G. Wolf, u.a. in Nr. 5, z. B.
 *        ^^            ^^^ ^^ ^^       ^^^^    ^^^    ^^ ^^
 */
const joinDots = (text: string, pieces: readonly Piece[], rules: SegmentRules): Piece[] => {
  const out: Piece[] = []
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i]!
    const last = out.at(-1)
    const isDot = piece.end - piece.start === 1 && text[piece.start] === '.'
    if (!isDot || last === undefined || last.end !== piece.start || last.end - last.start > 24) {
      out.push(piece)
      continue
    }
    const next = pieces[i + 1]
    const word = text.slice(last.start, last.end)
    const glued = next !== undefined && next.start === piece.end
    // „u.a.“, „U.S.“: letters and dots without space are one token.
    if (
      last.kind === 'word' &&
      glued &&
      next.kind === 'word' &&
      /^(?:\p{L}{1,3}\.)*\p{L}{1,3}$/u.test(word)
    ) {
      const following = text.slice(next.start, next.end)
      if (following.length <= 3 && text[next.end] === '.' && /^\p{L}+$/u.test(following)) {
        last.end = next.end
        i++
        continue
      }
    }
    if (last.kind === 'word') {
      const lower = word.toLowerCase()
      const before = out.at(-2)
      // „schrieb er auf X.“: the network, no initial.
      const network =
        word === 'X' && before !== undefined && rules.networkLeaders.has(text.slice(before.start, before.end))
      const initial = /^\p{Lu}$/u.test(word) && !network
      const dotted = word.includes('.')
      // „… sagte Müller. Art und Weise …“ cannot be told apart; capitalised abbreviations are listed ones.
      if (dotted || initial || rules.abbreviations.has(lower)) {
        const mayBeWord = rules.ambiguousAbbreviations.has(lower) && !isAbbreviationHere(text, next)
        if (!mayBeWord) {
          last.end = piece.end
          continue
        }
      }
      if (/^\p{Ll}$/u.test(word) && next !== undefined) {
        last.end = piece.end
        continue
      }
      // „ein M.A.“, „III. Quartal“
      if (
        /^[IVX]{1,6}$/u.test(word) &&
        !network &&
        next?.kind === 'word' &&
        !startsSentence(text, next, rules)
      ) {
        last.end = piece.end
        continue
      }
    }
    if (last.kind === 'number' && isOrdinal(text, out, next, rules)) {
      last.end = piece.end
      continue
    }
    out.push(piece)
  }
  return out
}

const isAbbreviationHere = (text: string, next: Piece | undefined): boolean =>
  next !== undefined && (next.kind === 'number' || isLower(text, next.start) || next.kind === 'punctuation')

const startsSentence = (text: string, next: Piece, rules: SegmentRules): boolean =>
  isCapital(text, next.start) && rules.openers.has(text.slice(next.start, next.end).toLowerCase())

/**
 * Whether the dot after a number makes it an ordinal.
 *
 *     am 2. Juli       der 3. Weltkrieg      Es waren 20. Die Polizei
 *        ^^ yes            ^^ yes                     ^^ no
 */
const isOrdinal = (
  text: string,
  before: readonly Piece[],
  next: Piece | undefined,
  rules: SegmentRules,
): boolean => {
  const number = before.at(-1)!
  const digits = text.slice(number.start, number.end)
  if (!/^\d{1,3}$/u.test(digits) && !/^\d{1,2}\.\d{1,2}$/u.test(digits)) return false
  if (next === undefined) return false
  if (next.kind === 'punctuation')
    return ',;)–-/'.includes(text[next.start]!) && next.start === number.end + 1
  if (isLower(text, next.start)) return true
  const following = text.slice(next.start, Math.min(next.end, next.start + 40)).toLowerCase()
  if (rules.ordinalFollowers.has(following)) return true
  const previous = before.at(-2)
  const leader =
    previous === undefined
      ? ''
      : text.slice(previous.start, Math.min(previous.end, previous.start + 20)).toLowerCase()
  if (next.kind === 'number') return rules.ordinalLeaders.has(leader) || /^\d{1,2}$/u.test(following)
  if (rules.openers.has(following)) return false
  // A list item: „1. Waffen“
  if (previous === undefined) return true
  return rules.ordinalLeaders.has(leader) && digits.length < 3
}

/** Tokens of `text[from, to)`. Linear. */
export const tokenize = (text: string, from: number, to: number, rules: SegmentRules): Token[] =>
  joinDots(text, scan(text, from, to, rules), rules).map(({ start, end, kind }) => ({
    start,
    end,
    text: text.slice(start, end),
    kind,
  }))
