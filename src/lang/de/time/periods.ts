/** Months, seasons, years and their parts. Each rule is tried at the first item of its expression. */
import type { PeriodPart, TimeRule, When } from '../../common/time.ts'
import {
  afterMonth,
  articleBefore,
  digitsAt,
  type Items,
  isCapital,
  isMark,
  lowerAt,
  monthAt,
  one,
  readDay,
  readNumber,
  readYear,
  senseAt,
  yearAt,
} from './reading.ts'

/** Abbreviations and „Mai“ as a name need something more beside them than the bare word. */
const bareMonthIsSafe = (items: Items, at: number): boolean =>
  items[at]!.text.length >= 3 &&
  !/^(?:jan|jun|jul|mär|apr|sep|sept|okt|nov|dez|feb|aug|august)$/u.test(items[at]!.lower)

/**
 *     im März 2023, seit Februar, im August 1996, ab Juli dieses Jahres
 *        ^^^^^^^^^       ^^^^^^^     ^^^^^^^^^^^     ^^^^^^^^^^^^^^^^^^
 */
export const month: TimeRule = {
  name: 'de/time/month',
  match: (items, at) => {
    const value = monthAt(items, at)
    if (value === null) return null
    const behind = afterMonth(items, at)
    const year = readYear(items, behind)
    if (!year && !bareMonthIsSafe(items, at)) {
      if (
        items[at]!.lower !== 'august' ||
        !/^(?:im|seit|bis|ab|mitte|anfang|ende|vom|zum)$/u.test(lowerAt(items, at - 1))
      )
        return null
    }
    return one(at, year?.to ?? behind, { kind: 'when', month: value, ...year?.value })
  },
}

/**
 *     im Sommer 2024, im Herbst des Jahres 2005, im Winter 2022/23
 *        ^^^^^^^^^^^     ^^^^^^^^^^^^^^^^^^^^^^     ^^^^^^^^^^^^^^
 */
export const season: TimeRule = {
  name: 'de/time/season',
  match: (items, at) => {
    const value = senseAt(items, at).season
    if (!value || !isCapital(items, at)) return null
    if (senseAt(items, at).plural) return one(at, at + 1, { kind: 'set', value: `P1${value}` }, 'SET')
    const year = readYear(items, at + 1)
    let to = year?.to ?? at + 1
    if (year?.value.year && isMark(items, to, '/') && digitsAt(items, to + 1) !== null) to += 2
    return one(at, to, { kind: 'when', season: value, ...year?.value })
  },
}

/**
 * Years, bare and with their noun.
 *
 *     im Jahr 2012, des Jahres 1991, Jahrgang 1943, seit 2008, Saison 2022/23, 44 v. Chr.
 *        ^^^^^^^^^  ^^^^^^^^^^^^^^^           ^^^^       ^^^^         ^^^^^^^
 */
export const year: TimeRule = {
  name: 'de/time/year',
  match: (items, at) => {
    const sense = senseAt(items, at)
    if (lowerAt(items, at) === 'jahres' && lowerAt(items, at - 1) === 'des' && yearAt(items, at + 1) === null)
      return one(at - 1, at + 1, { kind: 'when', shift: { unit: 'Y', by: 0 } })
    if (sense.unit === 'Y' && !sense.plural) {
      const told = yearAt(items, at + 1) ?? threeDigitYear(items, at + 1)
      return told === null ? null : one(articleBefore(items, at), at + 2, { kind: 'when', year: told })
    }
    const value = yearAt(items, at)
    if (value === null || !isYear(items, at, value)) return null
    if (isMark(items, at + 1, '/') && !items[at + 1]!.spaced) {
      const second = digitsAt(items, at + 2)
      if (second !== null && items[at + 2]!.text.length === 2 && second === (value + 1) % 100)
        return one(at, at + 3, { kind: 'when', year: value, toYear: value + 1 })
    }
    return one(at, at + 1, { kind: 'when', year: value })
  },
}

const threeDigitYear = (items: Items, at: number): number | null => {
  const item = items[at]
  return item?.kind === 'digits' && item.text.length === 3 && !isMark(items, at + 1, '.')
    ? Number(item.text)
    : null
}

const measures =
  /^(?:euro|dollar|franken|mark|us|mio|millionen|milliarden|prozent|meter|metern|kilometer|kilometern|quadratmeter|hektar|tonnen|kilo|kilogramm|liter|grad|megawatt|menschen|mann|uhr|kilowattstunden|stück|m|km|kg|mal|einwohner|soldaten|arbeitsplätze|stellen|personen|flüchtlinge|mitarbeiter|beschäftigte|euros)$/u
/** A bare number of four digits is a year unless it counts or numbers something. */
const isYear = (items: Items, at: number, value: number): boolean => {
  const next = lowerAt(items, at + 1)
  if (measures.test(next) || /^[%€$°]$/u.test(next)) return false
  // „2000 weitere“, „2000 der Soldaten“, „1600 DM22“
  if (/^(?:weitere[nrm]?|zusätzliche[nrm]?|neue[nrm]?|solche[nr]?)$/u.test(next)) return false
  if (
    /^\p{Lu}+$/u.test(items[at + 1]?.text ?? '') &&
    items[at + 2]?.kind === 'digits' &&
    !items[at + 2]!.spaced
  )
    return false
  if (/^(?:nr|nummer|tel|telefon|postfach|paragraf|flug|a)$/u.test(lowerAt(items, at - 1))) return false
  if (isMark(items, at - 1, '-') && !items[at]!.spaced && items[at - 2]?.kind === 'letters') return false
  if (isMark(items, at + 1, '-') && !items[at + 1]!.spaced && items[at + 2]?.kind === 'letters') return false
  const before = lowerAt(items, at - 1)
  const introduced =
    /^(?:seit|bis|ab|von|vor|nach|um|anno|jahrgang|zwischen|und|im|in|für|sommer|winter)$/u.test(before)
  // „mit 1700 Booten“, „2000 junge Leute“: a number before a noun in the plural, or behind a word of measure.
  if (/^(?:mehr|als|rund|etwa|über|fast|knapp|mit|weitere|insgesamt|circa|gut)$/u.test(before)) return false
  if (!introduced && isCapital(items, at + 1) && /(?:en|er|e|s)$/u.test(next) && value % 100 === 0)
    return false
  if (
    isCapital(items, at + 1) &&
    /(?:innen|ungen|heiten|schaften|leute|kräfte|soldaten|tote|verletzte)$/u.test(next)
  )
    return false
  return introduced || (value >= 1400 && value <= 2060)
}

/**
 *     in den fünfziger Jahren, der 90er Jahre, die 1980er-Jahre, Mitte der Siebzigerjahre
 *        ^^^^^^^^^^^^^^^^^^^^  ^^^^^^^^^^^^^^  ^^^^^^^^^^^^^^^^^
 */
export const decade: TimeRule = {
  name: 'de/time/decade',
  match: (items, at) => {
    const found = readDecade(items, at)
    return found && one(articleBefore(items, at), found.to, { kind: 'when', decade: found.decade })
  },
}
const readDecade = (items: Items, at: number): { decade: number; to: number } | null => {
  const sense = senseAt(items, at)
  let decade: number | null = null
  let to = at + 1
  if (sense.decade !== undefined) {
    decade = sense.decade
    if (sense.unit === 'Y') return { decade, to }
  } else {
    const digits = digitsAt(items, at)
    if (digits === null || digits % 10 !== 0 || lowerAt(items, at + 1) !== 'er' || items[at + 1]!.spaced)
      return null
    decade = digits / 10
    to = at + 2
  }
  if (isMark(items, to, '-')) to++
  if (senseAt(items, to).unit !== 'Y')
    return decade >= 100 ? { decade, to: isMark(items, to - 1, '-') ? to - 1 : to } : null
  return { decade, to: to + 1 }
}

/**
 *     im 20. Jahrhundert, des neunzehnten Jahrhunderts
 *        ^^^^^^^^^^^^^^^  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 */
export const century: TimeRule = {
  name: 'de/time/century',
  match: (items, at) => {
    const found = readCentury(items, at)
    return found && one(articleBefore(items, at), found.to, { kind: 'when', century: found.century })
  },
}
const readCentury = (items: Items, at: number): { century: number; to: number } | null => {
  const ordinal = readDay(items, at)
  return ordinal && ordinal.value <= 21 && senseAt(items, ordinal.to).unit === 'CE'
    ? { century: ordinal.value, to: ordinal.to + 1 }
    : null
}

/**
 * A part of a period.
 *
 *     Anfang des Jahres, Mitte dieser Woche, Ende Februar 2022, Ende nächsten Jahres, zum Jahresende
 *     ^^^^^^^^^^^^^^^^^  ^^^^^^^^^^^^^^^^^^  ^^^^^^^^^^^^^^^^^  ^^^^^^^^^^^^^^^^^^^^      ^^^^^^^^^^
 */
export const partOfPeriod: TimeRule = {
  name: 'de/time/part-of-period',
  match: (items, at) => {
    const { periodPart, expression } = senseAt(items, at)
    if (!periodPart || !isCapital(items, at)) return null
    if (expression?.kind === 'when') {
      const told = readYear(items, at + 1)
      return one(at, told?.to ?? at + 1, { ...expression, ...told?.value }, 'DATE', periodPart)
    }
    const period = readPeriod(items, at + 1)
    return period && one(at, period.to, { ...period.when, part: periodPart }, 'DATE', periodPart)
  },
}

/** „Ende Jahr“, „Anfang Woche“: in Switzerland without an article. */
const isSwissPeriod = (lower: string): boolean => /^(?:jahr|monat|woche)$/u.test(lower)

/** What stands behind „Ende“: a month, a year, a decade, a unit with its article or adjective. */
const readPeriod = (items: Items, at: number): { when: When; to: number } | null => {
  const direct = monthAt(items, at)
  if (direct !== null) {
    const told = readYear(items, afterMonth(items, at))
    return { when: { kind: 'when', month: direct, ...told?.value }, to: told?.to ?? afterMonth(items, at) }
  }
  const told = readYear(items, at)
  if (told) return { when: { kind: 'when', ...told.value }, to: told.to }
  let i = at
  const bare = senseAt(items, i)
  const opened = bare.article || bare.demonstrative
  if (opened) i++
  const decade = readDecade(items, i)
  if (decade) return { when: { kind: 'when', decade: decade.decade }, to: decade.to }
  const century = readCentury(items, i)
  if (century) return { when: { kind: 'when', century: century.century }, to: century.to }
  let by = 0
  if (senseAt(items, i).which !== undefined && !senseAt(items, i).demonstrative) {
    by = senseAt(items, i).which! * (senseAt(items, i).modifier === 'further' ? 2 : 1)
    i++
  } else if (!opened && !isSwissPeriod(lowerAt(items, i))) return null
  const sense = senseAt(items, i)
  if (sense.expression?.kind === 'when' && sense.expression.shift)
    return { when: sense.expression, to: i + 1 }
  if (sense.season && isCapital(items, i)) return { when: { kind: 'when', season: sense.season }, to: i + 1 }
  if (sense.unit && !sense.plural && /^(?:W|M|Y|Q|DE|CE)$/u.test(sense.unit))
    return { when: { kind: 'when', shift: { unit: sense.unit, by } }, to: i + 1 }
  return null
}

/**
 *     im dritten Quartal 2025, in der ersten Jahreshälfte, im ersten Halbjahr
 *        ^^^^^^^^^^^^^^^^^^^^     ^^^^^^^^^^^^^^^^^^^^^^^     ^^^^^^^^^^^^^^^^
 */
export const quarterOrHalf: TimeRule = {
  name: 'de/time/quarter',
  match: (items, at) => {
    const ordinal = readDay(items, at)
    if (!ordinal || ordinal.value > 4) return null
    const i = ordinal.to
    const noun = lowerAt(items, i)
    const half = senseAt(items, i).halfWord || /^(?:jahreshälfte)$/u.test(noun)
    if (!senseAt(items, i).quarterWord && !half) return null
    if (half && ordinal.value > 2) return null
    const from = articleBefore(items, at)
    const field = half ? { half: ordinal.value } : { quarter: ordinal.value }
    if (noun === 'hälfte') {
      const period = readPeriod(items, i + 1)
      if (!period) return null
      const part: PeriodPart = ordinal.value === 1 ? 'START' : 'END'
      if (period.when.shift?.unit === 'Y' || period.when.year !== undefined)
        return one(from, period.to, { ...period.when, half: ordinal.value })
      return one(from, period.to, { ...period.when, part }, 'DATE', part)
    }
    const told = readYear(items, i + 1)
    if (!told && lowerAt(items, i + 1) === 'des' && lowerAt(items, i + 2) === 'jahres')
      return one(from, i + 3, { kind: 'when', ...field, shift: { unit: 'Y', by: 0 } })
    return one(from, told?.to ?? i + 1, { kind: 'when', ...field, ...told?.value })
  },
}

/** „in Kalenderwoche 27“, „KW 27“. */
export const calendarWeek: TimeRule = {
  name: 'de/time/calendar-week',
  match: (items, at) => {
    if (!/^(?:kw|kalenderwoche)$/u.test(lowerAt(items, at))) return null
    const number = readNumber(items, at + 1)?.value.count
    return number && number <= 53 ? one(at, at + 2, { kind: 'when', week: number }) : null
  },
}
