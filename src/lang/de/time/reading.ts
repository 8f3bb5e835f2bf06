/** Small pieces that the rules of time read: numbers, articles, years, units. All take an item index. */
import type { TimeItem, TimeMatch, TimeSense, When } from '../../common/time.ts'

export type Items = readonly TimeItem[]

const none: TimeSense = {}
export const senseAt = (items: Items, at: number): TimeSense => items[at]?.sense ?? none
export const lowerAt = (items: Items, at: number): string => items[at]?.lower ?? ''
export const isMark = (items: Items, at: number, mark: string): boolean => items[at]?.text === mark
/** Nouns are capitalised; „morgen“ and „Morgen“ are two words. */
export const isCapital = (items: Items, at: number): boolean => {
  const first = items[at]?.text[0] ?? ''
  return first !== first.toLowerCase()
}
/** The mark and what follows it stand without white space: „20.30“, „14-18“. */
const glued = (items: Items, at: number): boolean =>
  items[at] !== undefined && !items[at].spaced && items[at + 1] !== undefined && !items[at + 1]!.spaced

export interface Read<T> {
  readonly value: T
  /** Index behind what was read. */
  readonly to: number
}

/** Digits as a number, or null; „1.000“ and „1,5“ are read by `readNumber`. */
export const digitsAt = (items: Items, at: number): number | null => {
  const item = items[at]
  return item?.kind === 'digits' && item.text.length <= 9 ? Number(item.text) : null
}

/**
 *     zwei Jahre, 1,5 Jahre, ein halbes Jahr, ein paar Tage, einige Wochen
 *     ^^^^        ^^^        ^^^^^^^^^^^      ^^^^^^^^       ^^^^^^
 */
export const readNumber = (
  items: Items,
  at: number,
): Read<{ count: number | null; vague?: readonly [number, number] }> | null => {
  const digits = digitsAt(items, at)
  if (digits !== null) {
    if ((isMark(items, at + 1, ',') || isMark(items, at + 1, '.')) && glued(items, at + 1)) {
      const fraction = items[at + 2]!
      if (fraction.kind === 'digits') {
        const separator = items[at + 1]!.text
        if (separator === '.' && fraction.text.length === 3)
          return { value: { count: digits * 1000 + Number(fraction.text) }, to: at + 3 }
        if (separator === ',' && fraction.text.length < 3)
          return { value: { count: Number(`${digits}.${fraction.text}`) }, to: at + 3 }
        return null
      }
    }
    return { value: { count: digits }, to: at + 1 }
  }
  const sense = senseAt(items, at)
  if (sense.number === 1 && sense.article) {
    const next = lowerAt(items, at + 1)
    if (next === 'paar') return { value: { count: null, vague: [2, 5] }, to: at + 2 }
    if (/^halbe[snmr]?$/u.test(next)) return { value: { count: 0.5 }, to: at + 2 }
    if (next === 'dutzend') return { value: { count: 12 }, to: at + 2 }
  }
  if (sense.number !== undefined) return { value: { count: sense.number }, to: at + 1 }
  if (sense.vague) return { value: { count: null, vague: sense.vague }, to: at + 1 }
  return null
}

/** A day of the month with its point; the point may belong to the same word. */
export const readDay = (items: Items, at: number): Read<number> | null => {
  const day = digitsAt(items, at)
  if (day !== null) {
    return day >= 1 && day <= 31 && items[at]!.text.length <= 2 && isMark(items, at + 1, '.')
      ? { value: day, to: at + 2 }
      : null
  }
  const { ordinal } = senseAt(items, at)
  return ordinal !== undefined && ordinal <= 31 ? { value: ordinal, to: at + 1 } : null
}

export const monthAt = (items: Items, at: number): number | null => {
  const month = senseAt(items, at).month
  if (month === undefined || !isCapital(items, at)) return null
  return month
}

/** Behind a month name, with the point of an abbreviation. */
export const afterMonth = (items: Items, at: number): number =>
  items[at]!.text.length <= 4 &&
  items[at]!.lower !== 'mai' &&
  items[at]!.lower !== 'juni' &&
  isMark(items, at + 1, '.') &&
  !items[at + 1]!.spaced &&
  /^(?:jan|feb|mär|apr|jun|jul|aug|sept?|okt|nov|dez)$/u.test(items[at]!.lower)
    ? at + 2
    : at + 1

/** A year in four digits that stands by itself; „2.000“ and „2000,50“ are numbers. */
export const yearAt = (items: Items, at: number): number | null => {
  const item = items[at]
  if (item?.kind !== 'digits' || item.text.length !== 4) return null
  const year = Number(item.text)
  if (year < 1000 || year > 2199) return null
  const before = items[at - 1]
  if (before && !item.spaced && /^[.,:$€£]$/u.test(before.text)) return null
  if (items[at + 1] && !items[at + 1]!.spaced && items[at + 1]!.kind === 'letters') return null
  if (/^[.,:]$/u.test(items[at + 1]?.text ?? '') && glued(items, at + 1) && items[at + 2]!.kind === 'digits')
    return null
  return year
}

/**
 * The year behind a day or month.
 *
 *     am 2. Juli 2025, im Sommer des Jahres 2005, ab Juli dieses Jahres, Ende nächsten Jahres
 *                ^^^^            ^^^^^^^^^^^^^^^          ^^^^^^^^^^^^^       ^^^^^^^^^^^^^^^
 */
export const readYear = (items: Items, at: number): Read<Pick<When, 'year' | 'shift'>> | null => {
  const year = yearAt(items, at)
  if (year !== null) return { value: { year }, to: at + 1 }
  if (isMark(items, at, "'") || isMark(items, at, '’')) {
    const short = digitsAt(items, at + 1)
    if (short !== null && items[at + 1]!.text.length === 2)
      return { value: { year: short < 50 ? 2000 + short : 1900 + short }, to: at + 2 }
  }
  let i = at
  if (lowerAt(items, i) === 'des' || lowerAt(items, i) === 'im' || lowerAt(items, i) === 'vom') i++
  if (/^jahre?s?$/u.test(lowerAt(items, i))) {
    const told = yearAt(items, i + 1)
    return told === null ? null : { value: { year: told }, to: i + 2 }
  }
  const { which, modifier } = senseAt(items, i)
  if (which !== undefined && senseAt(items, i + 1).unit === 'Y' && !senseAt(items, i + 1).plural)
    return { value: { shift: { unit: 'Y', by: modifier === 'further' ? which * 2 : which } }, to: i + 2 }
  const { expression } = senseAt(items, i)
  if (i > at && expression?.kind === 'when' && expression.shift?.unit === 'Y' && !expression.part)
    return { value: { shift: expression.shift }, to: i + 1 }
  return null
}

/** An article that belongs to the expression; one melted into a preposition („im“) does not. */
export const articleBefore = (items: Items, at: number): number => {
  const before = senseAt(items, at - 1)
  return before.article && before.number === undefined ? at - 1 : at
}

/**
 * Bounds before a length.
 *
 *     seit mehr als drei Jahren, fast zehn Jahre, rund zwei Wochen, gut ein Jahr
 *          ^^^^^^^^              ^^^^             ^^^^              ^^^
 */
export const readBound = (items: Items, at: number): Read<string> | null => {
  const word = lowerAt(items, at)
  const next = lowerAt(items, at + 1)
  if (word === 'mehr' && next === 'als') return { value: 'MORE_THAN', to: at + 2 }
  if (word === 'weniger' && next === 'als') return { value: 'LESS_THAN', to: at + 2 }
  if (word === 'länger' && next === 'als') return { value: 'MORE_THAN', to: at + 2 }
  if (word === 'bis' && next === 'zu') return { value: 'EQUAL_OR_LESS', to: at + 2 }
  const mod = bounds[word]
  return mod === undefined ? null : { value: mod, to: at + 1 }
}
const bounds: Readonly<Record<string, string>> = {
  fast: 'LESS_THAN',
  knapp: 'LESS_THAN',
  beinahe: 'LESS_THAN',
  nahezu: 'LESS_THAN',
  gut: 'MORE_THAN',
  rund: 'APPROX',
  etwa: 'APPROX',
  circa: 'APPROX',
  ungefähr: 'APPROX',
  mindestens: 'EQUAL_OR_MORE',
  höchstens: 'EQUAL_OR_LESS',
  maximal: 'EQUAL_OR_LESS',
}

/** One match as the answer of a rule. */
export const one = (
  from: number,
  to: number,
  expression: TimeMatch['expression'],
  type: TimeMatch['type'] = 'DATE',
  mod: string | null = null,
): readonly TimeMatch[] => [{ from, to, expression, type, mod }]
