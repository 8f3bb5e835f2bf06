/** Points and periods of the calendar. Each rule is tried at the first item of its expression. */
import type { PeriodPart, TimeMatch, TimeRule, TimeUnit, When } from '../../common/time.ts'
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

/**
 *     am 23.3.1987, vom 23. 3. 1976, am 2.7., 2025-07-02
 *        ^^^^^^^^^      ^^^^^^^^^^^     ^^^^  ^^^^^^^^^^
 */
const numericDate: TimeRule = {
  name: 'de/time/numeric-date',
  match: (items, at) => {
    const first = digitsAt(items, at)
    if (first === null) return null
    if (items[at]!.text.length === 4 && isMark(items, at + 1, '-') && isMark(items, at + 3, '-')) {
      const month = digitsAt(items, at + 2)
      const day = digitsAt(items, at + 4)
      if (month && day && month <= 12 && day <= 31)
        return one(at, at + 5, { kind: 'when', year: first, month, day })
    }
    if (first < 1 || first > 31 || items[at]!.text.length > 2 || !isMark(items, at + 1, '.')) return null
    const month = digitsAt(items, at + 2)
    if (!month || month > 12 || items[at + 2]!.text.length > 2 || !isMark(items, at + 3, '.')) return null
    const yearItem = items[at + 4]
    if (
      yearItem?.kind === 'digits' &&
      (yearItem.text.length === 4 || (yearItem.text.length === 2 && !yearItem.spaced))
    ) {
      const number = Number(yearItem.text)
      const year = yearItem.text.length === 4 ? number : number < 50 ? 2000 + number : 1900 + number
      return one(at, at + 5, { kind: 'when', year, month, day: first })
    }
    // Without a year only behind a preposition of time, „Kapitel 2.3.“ is none.
    return /^(?:am|vom|zum|bis|ab|dem|den)$/u.test(lowerAt(items, at - 1)) ||
      /^\p{L}+tag$/u.test(lowerAt(items, at - 2))
      ? one(at, at + 4, { kind: 'when', month, day: first })
      : null
  },
}

/**
 *     Donnerstag, 25. Februar    vom 21. bis 27. Februar    am 2. Juli 2025    3./4. Mai
 *     ^^^^^^^^^^^^^^^^^^^^^^^        ^^^     ^^^^^^^^^^^       ^^^^^^^^^^^^     ^^ ^^^^^^
 */
const dayOfMonth: TimeRule = {
  name: 'de/time/day-of-month',
  match: (items, at) => {
    let i = at
    const weekday = senseAt(items, i).weekday
    if (weekday !== undefined) {
      if (senseAt(items, i).dayPart || !isCapital(items, i)) return null
      i++
      if (isMark(items, i, ',') || isMark(items, i, '(')) i++
      if (/^(?:den|dem|der)$/u.test(lowerAt(items, i))) i++
    }
    const days: { from: number; day: number; to: number }[] = []
    for (let more = 0; more < 4; more++) {
      const day = readDay(items, i)
      // „vom 5. bis 22. November“, „24./25. Mai“; the last one carries the month.
      if (!day) return null
      days.push({ from: days.length === 0 ? at : i, day: day.value, to: day.to })
      i = day.to
      const month = monthAt(items, i)
      if (month !== null) {
        const year = readYear(items, afterMonth(items, i))
        const to = year?.to ?? afterMonth(items, i)
        return days.map(({ from, day, to: end }, n) => ({
          from,
          to: n === days.length - 1 ? to : end,
          type: 'DATE' as const,
          expression: {
            kind: 'when' as const,
            ...year?.value,
            month,
            day,
            ...(n === 0 && weekday !== undefined ? { weekday } : {}),
          },
        }))
      }
      if (
        items[at]!.kind !== 'digits' &&
        weekday === undefined &&
        days.length === 1 &&
        !isMark(items, i, ',')
      ) {
        if (!/^(?:und|bis|oder)$/u.test(lowerAt(items, i))) return null
      }
      if (/^(?:[-–/,]|und|oder|bis|zum)$/u.test(lowerAt(items, i))) i++
      if (lowerAt(items, i) === 'zum') i++
    }
    return null
  },
}

/** Abbreviations and „Mai“ as a name need something more beside them than the bare word. */
const bareMonthIsSafe = (items: Items, at: number): boolean =>
  items[at]!.text.length >= 3 &&
  !/^(?:jan|jun|jul|mär|apr|sep|sept|okt|nov|dez|feb|aug|august)$/u.test(items[at]!.lower)

/**
 *     im März 2023, seit Februar, im August 1996, ab Juli dieses Jahres
 *        ^^^^^^^^^       ^^^^^^^     ^^^^^^^^^^^     ^^^^^^^^^^^^^^^^^^
 */
const month: TimeRule = {
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
const season: TimeRule = {
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
const year: TimeRule = {
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
const decade: TimeRule = {
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
const century: TimeRule = {
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
const partOfPeriod: TimeRule = {
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
const quarterOrHalf: TimeRule = {
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

/**
 *     vergangene Woche, im nächsten Jahr, diesen Donnerstag, kommenden März, letztes Wochenende
 *     ^^^^^^^^^^^^^^^^     ^^^^^^^^^^^^^  ^^^^^^^^^^^^^^^^^  ^^^^^^^^^^^^^^  ^^^^^^^^^^^^^^^^^^
 */
const relative: TimeRule = {
  name: 'de/time/relative',
  match: (items, at) => {
    const sense = senseAt(items, at)
    if (sense.which === undefined) return null
    let i = at + 1
    let which = sense.which
    let further = sense.modifier === 'further'
    // „diesen kommenden Montag“
    if (sense.demonstrative && senseAt(items, i).which !== undefined) {
      which = senseAt(items, i).which!
      further = senseAt(items, i).modifier === 'further'
      i++
    }
    const from = articleBefore(items, at)
    const noun = senseAt(items, i)
    if (!isCapital(items, i) && noun.unit === undefined) return null
    if (noun.weekday !== undefined && !noun.dayPart) {
      const date = dayOfMonth.match(items, i)
      if (date) return [{ ...date[0]!, from }, ...date.slice(1)]
      return one(from, i + 1, { kind: 'when', weekday: noun.weekday, which })
    }
    if (noun.weekday !== undefined)
      return one(from, i + 1, { kind: 'when', weekday: noun.weekday, which, dayPart: noun.dayPart! }, 'TIME')
    if (noun.month !== undefined) return one(from, i + 1, { kind: 'when', month: noun.month, which })
    if (noun.season && !noun.plural) return one(from, i + 1, { kind: 'when', season: noun.season, which })
    if (noun.holiday) return one(from, i + 1, { kind: 'when', holiday: noun.holiday, which })
    if (noun.dayPart === 'NI' || (noun.dayPart && sense.demonstrative))
      return one(
        from,
        i + 1,
        { kind: 'when', shift: { unit: 'D', by: which === 1 ? 0 : which }, dayPart: noun.dayPart },
        'TIME',
      )
    if (!noun.unit || noun.plural) return null
    const by = which * (further ? 2 : 1)
    return unitShift(from, i + 1, noun.unit, by)
  },
}
const unitShift = (from: number, to: number, unit: TimeUnit, by: number): readonly TimeMatch[] | null => {
  if (unit === 'D')
    return by === 0 ? null : one(from, to, { kind: 'when', shift: { unit, by, from: 'context' } })
  if (!/^(?:W|WE|M|Q|Y|DE|CE)$/u.test(unit)) return null
  return one(from, to, { kind: 'when', shift: { unit, by } })
}

/**
 *     am Freitag, Mittwochabend, am Freitag nächster Woche, Montag früh
 *        ^^^^^^^  ^^^^^^^^^^^^^     ^^^^^^^^^^^^^^^^^^^^^^  ^^^^^^^^^^^
 */
const weekday: TimeRule = {
  name: 'de/time/weekday',
  match: (items, at) => {
    const { weekday: value, dayPart } = senseAt(items, at)
    if (value === undefined || !isCapital(items, at) || endsPaperName(items, at)) return null
    if (dayPart) return one(at, at + 1, { kind: 'when', weekday: value, dayPart }, 'TIME')
    const after = senseAt(items, at + 1)
    if (after.which !== undefined && senseAt(items, at + 2).unit === 'W' && !senseAt(items, at + 2).plural)
      return one(at, at + 3, { kind: 'when', weekday: value, shift: { unit: 'W', by: after.which } })
    if (
      after.dayPart &&
      (lowerAt(items, at + 1) === 'früh' || isCapital(items, at + 1) || /s$/u.test(lowerAt(items, at + 1)))
    )
      return one(at, at + 2, { kind: 'when', weekday: value, dayPart: after.dayPart }, 'TIME')
    if (/(?:e|en)$/u.test(lowerAt(items, at)) && !/^(?:an|den|die)$/u.test(lowerAt(items, at - 1)))
      return null
    return one(at, at + 1, { kind: 'when', weekday: value })
  },
}

/**
 *     in der Nacht zu Mittwoch, in der Nacht auf den 3. Mai, der Nacht zum Freitag
 *        ^^^^^^^^^^^^^^^^^^^^^     ^^^^^^^^^^^^^^^^^^^^^^^^  ^^^^^^^^^^^^^^^^^^^^^
 */
const nightBefore: TimeRule = {
  name: 'de/time/night-before',
  match: (items, at) => {
    if (items[at]!.text !== 'Nacht' || !/^(?:zu|zum|auf|zur)$/u.test(lowerAt(items, at + 1))) return null
    let i = at + 2
    if (/^(?:den|dem|diesen|diesem)$/u.test(lowerAt(items, i))) i++
    const target =
      dayOfMonth.match(items, i) ??
      numericDate.match(items, i) ??
      dayWord.match(items, i) ??
      weekday.match(items, i) ??
      relative.match(items, i)
    if (target?.length !== 1 || target[0]!.expression.kind !== 'when') return null
    return one(
      articleBefore(items, at),
      target[0]!.to,
      { ...target[0]!.expression, nightBefore: true },
      'TIME',
    )
  },
}

/** „Welt am Sonntag“, „NZZ am Sonntag“: the day belongs to the name of the paper. */
const endsPaperName = (items: Items, at: number): boolean =>
  lowerAt(items, at) === 'sonntag' &&
  lowerAt(items, at - 1) === 'am' &&
  /^(?:welt|bild|nzz|krone|kurier)$/u.test(lowerAt(items, at - 2))

/**
 *     gestern, heute früh, gestern Abend, am heutigen Samstag, der gestrigen Sitzung
 *     ^^^^^^^  ^^^^^^^^^^  ^^^^^^^^^^^^^     ^^^^^^^^^^^^^^^^      ^^^^^^^^^
 */
const dayWord: TimeRule = {
  name: 'de/time/day-word',
  match: (items, at) => {
    const { day } = senseAt(items, at)
    if (day === undefined) return null
    const word = lowerAt(items, at)
    // „am Morgen“ and „guten Morgen“ are the time of day; at the start of a sentence nobody can tell.
    if (word === 'morgen' && isCapital(items, at) && at > 0 && !/^[.!?:„"»«]$/u.test(items[at - 1]!.text))
      return null
    if (word.endsWith('en') && !/^(?:gestern|morgen)$/u.test(word) && !senseAt(items, at + 1)) return null
    const shift = { unit: 'D', by: day } as const
    const next = senseAt(items, at + 1)
    if (
      next.dayPart &&
      !next.weekday &&
      (isCapital(items, at + 1) ||
        /^(?:früh|morgen|vormittag|nachmittag|mittag|abend|nacht)$/u.test(lowerAt(items, at + 1)))
    )
      return one(at, at + 2, { kind: 'when', shift, dayPart: next.dayPart }, 'TIME')
    if (next.weekday !== undefined && /ig/u.test(word)) return one(at, at + 2, { kind: 'when', shift })
    if (next.unit === 'D' && /ig/u.test(word))
      return one(articleBefore(items, at), at + 2, { kind: 'when', shift })
    return one(at, at + 1, { kind: 'when', shift })
  },
}

/** „heuer“, „im Vorjahr“, „diesjährig“: words whose meaning stands in the table. */
const wholeWord: TimeRule = {
  name: 'de/time/whole-word',
  match: (items, at) => {
    const { expression } = senseAt(items, at)
    if (!expression) return null
    if (expression.kind === 'set') {
      if (isCapital(items, at) && at > 0) return null
      return one(at, at + 1, expression, 'SET')
    }
    if (expression.kind === 'duration') return one(at, at + 1, expression, 'DURATION')
    return one(at, at + 1, expression)
  },
}

/** „nach Weihnachten“, „zu Ostern 2024“, „Christi Himmelfahrt“, „am zweiten Weihnachtstag“, „1. Mai“ is a date. */
const holiday: TimeRule = {
  name: 'de/time/holiday',
  match: (items, at) => {
    const opened = lowerAt(items, at) === 'christi' || lowerAt(items, at) === 'mariä'
    const i = opened ? at + 1 : at
    const value = senseAt(items, i).holiday
    if (!value || !isCapital(items, i)) return null
    const told = readYear(items, i + 1)
    return one(at, told?.to ?? i + 1, { kind: 'when', holiday: value, ...told?.value })
  },
}

/** „am Wochenende“, „zum Wochenende“. */
const weekend: TimeRule = {
  name: 'de/time/weekend',
  match: (items, at) => {
    if (senseAt(items, at).unit !== 'WE' || senseAt(items, at).plural) return null
    if (!/^(?:am|zum|dem|übers|fürs|vom)$/u.test(lowerAt(items, at - 1))) return null
    return one(at, at + 1, { kind: 'when', shift: { unit: 'WE', by: 0 } })
  },
}

/** „in Kalenderwoche 27“, „KW 27“. */
const calendarWeek: TimeRule = {
  name: 'de/time/calendar-week',
  match: (items, at) => {
    if (!/^(?:kw|kalenderwoche)$/u.test(lowerAt(items, at))) return null
    const number = readNumber(items, at + 1)?.value.count
    return number && number <= 53 ? one(at, at + 2, { kind: 'when', week: number }) : null
  },
}

/** „am Tag darauf“, „am folgenden Tag“, „tags zuvor“: counted from the day told before. */
const dayFromContext: TimeRule = {
  name: 'de/time/day-from-context',
  match: (items, at) => {
    const word = lowerAt(items, at)
    const by = /^(?:darauf|später|danach)$/u.test(lowerAt(items, at + 1))
      ? 1
      : /^(?:zuvor|davor|vorher)$/u.test(lowerAt(items, at + 1))
        ? -1
        : 0
    if (by !== 0 && (word === 'tags' || (word === 'tag' && lowerAt(items, at - 1) !== 'ein')))
      return one(articleBefore(items, at), at + 2, {
        kind: 'when',
        shift: { unit: 'D', by, from: 'context' },
      })
    if (/^folgende[nrsm]?$/u.test(word) && lowerAt(items, at + 1) === 'tag')
      return one(at, at + 2, { kind: 'when', shift: { unit: 'D', by: 1, from: 'context' } })
    return null
  },
}

/** Longer constructions come before the words they contain. */
export const dateRules: readonly TimeRule[] = [
  numericDate,
  dayOfMonth,
  partOfPeriod,
  quarterOrHalf,
  century,
  decade,
  nightBefore,
  dayFromContext,
  relative,
  weekday,
  dayWord,
  month,
  season,
  holiday,
  weekend,
  calendarWeek,
  year,
  wholeWord,
]
