/**
 * Live tickers: entries one below the other, each with the time at which it came. Times stand alone above an entry or
 * at its front; most tickers go from the newest entry to the oldest, and the day is told where it changes, if at all.
 *
 *     14:32 Uhr                       +++ 14:32 Rat stimmt zu +++
 *     Rat stimmt zu                   ^^^^^^^^^
 */
import type { Furniture } from '../../core/article.ts'
import type { Kept } from './assemble.ts'
import { findDates } from './date-text.ts'

export interface TickerPiece {
  readonly text: string
  /** What the markup says of the time here: EDTF, or null. */
  readonly told: string | null
  /** Belongs to the article. */
  readonly isKept: boolean
}

interface Stamp {
  /** Index of the piece. */
  readonly index: number
  /** `2025-05-12T14:32`, with a zone where it is told; `T14:32` where no day is. */
  readonly at: string
}

/** Fewer times are a date line and a correction. */
const fewestEntries = 3
/** What stands alone above an entry is short: a time, a day, a name. */
const longestStamp = 60

const called =
  /(?:^|[\s„"(-])(?:live|news|minuten|kriegs|wahl|fußball)?-?\s?(?:\p{L}*ticker|\p{L}*blog|minutenprotokoll)(?!\p{L})|live-?updates?/iu
/** The title calls it a ticker: `Alle Entwicklungen im Liveticker`. */
export const isCalledTicker = (title: string | null): boolean => title !== null && called.test(title)

const clock = String.raw`(?<hour>[01]?\d|2[0-3])[:.](?<minute>[0-5]\d)`
/** `14:32`, `14.32 Uhr`, `+++ 14:32 +++`, `14:32 Uhr |`. */
const alone = new RegExp(
  String.raw`^(?:\+{2,3}\s*)?(?:um\s|gegen\s)?${clock}(?:\s*(?:Uhr|h))?(?:\s*\+{2,3}|\s*[|·:–-])?$`,
  'u',
)
const plusMarked = new RegExp(String.raw`^\+{2,3}\s*${clock}(?:\s*Uhr)?(?![\d:.])`, 'u')
/** At the front of words, told apart by a mark or by „Uhr“; schedules have such lines too. */
const inFront = new RegExp(String.raw`^\[?${clock}(?:\s*Uhr\]?\s*[:|·–-]?|\]|\s*[:|·–-])\s*\S`, 'u')

const isTimeAlone = (text: string): boolean => text.length < longestStamp && alone.test(text)

const two = (value: string): string => value.padStart(2, '0')

/**
 * The time that a piece sets for the entry that it begins, or null. Forums, comments and lists have days and times too:
 * where nobody calls it a ticker, only a time of day with „Uhr“
 * or plus signs counts.
 */
const stampOf = ({ text, told }: TickerPiece, isCalled: boolean): string | null => {
  if (isCalled && told?.includes('T') === true) return told
  const isTime = isTimeAlone(text) && (isCalled || /uhr/iu.test(text))
  const { hour, minute } =
    ((isTime ? alone.exec(text) : null) ?? plusMarked.exec(text) ?? (isCalled ? inFront.exec(text) : null))
      ?.groups ?? {}
  if (hour !== undefined) return `T${two(hour)}:${minute}`
  const date = isCalled && text.length < longestStamp ? findDates(text)[0] : undefined
  return date?.precision === 'time' ? date.edtf : null
}

const shifted = (day: string, by: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10)

/** Times with their days: what a line of its own or the entry before says, and a step where the clock jumps back. */
const withDays = (
  stamps: readonly Stamp[],
  pieces: readonly TickerPiece[],
  newest: string | null,
): (string | null)[] => {
  const clocks = stamps.map(({ at }) => at.slice(at.indexOf('T')))
  let falls = 0
  for (let i = 1; i < clocks.length; i++) falls += clocks[i]! < clocks[i - 1]! ? 1 : -1
  const isNewestFirst = falls >= 0
  let day = newest
  let last: string | null = null
  let from = 0
  return stamps.map(({ index, at }, i) => {
    for (const { text } of pieces.slice(from, index)) {
      const told = text.length < longestStamp ? findDates(text)[0] : undefined
      if (told?.precision !== 'day') continue
      day = told.edtf
      last = null
    }
    from = index + 1
    const time = clocks[i]!
    if (!at.startsWith('T')) {
      day = at.slice(0, 10)
      last = time
      return at
    }
    if (day === null) return null
    const isOtherDay = last !== null && (isNewestFirst ? time > last : time < last)
    if (isOtherDay) day = shifted(day, isNewestFirst ? -1 : 1)
    last = time
    return `${day}${time}`
  })
}

/**
 * For each piece the time of the entry that it belongs to, null where no day is known; `undefined` where it belongs to
 * none. The whole is null where the pieces are no ticker. `newest` is the day of the last change.
 */
export const tickerTimes = (
  pieces: readonly TickerPiece[],
  isCalled: boolean,
  newest: string | null,
): (string | null | undefined)[] | null => {
  const found = pieces.flatMap((piece, index) => {
    const at = stampOf(piece, isCalled)
    return at === null ? [] : [{ index, at }]
  })
  // Times that stand above no words of the article are those of other things.
  const stamps = found.filter(({ index }, i) =>
    pieces
      .slice(index, found[i + 1]?.index)
      .some(({ isKept, text }) => isKept && text.length >= longestStamp),
  )
  if (stamps.length < fewestEntries) return null
  const times = withDays(stamps, pieces, newest)
  const out: (string | null | undefined)[] = pieces.map(() => undefined)
  for (const [i, { index }] of stamps.entries()) out.fill(times[i], index, stamps[i + 1]?.index)
  return out
}

/** A piece that was kept, as part of its entry; a time that stands alone is left out. `at` as `tickerTimes` gives it. */
export const entryOf = (piece: Kept, at: string | null | undefined, furniture: Furniture[]): Kept[] => {
  if (at === undefined) return [piece]
  const { text } = piece.mapped
  if (!isTimeAlone(text)) return [{ ...piece, role: piece.role === 'heading' ? 'heading' : 'ticker', at }]
  furniture.push({ role: 'other', text, rule: 'article/ticker-time' })
  return []
}
