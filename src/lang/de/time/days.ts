/** Days: dates, weekdays, „gestern“, holidays. Each rule is tried at the first item of its expression. */
import type { TimeMatch, TimeRule, TimeUnit } from '../../common/time.ts'
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
  readYear,
  senseAt,
} from './reading.ts'

/**
 *     am 23.3.1987, vom 23. 3. 1976, am 2.7., 2025-07-02
 *        ^^^^^^^^^      ^^^^^^^^^^^     ^^^^  ^^^^^^^^^^
 */
export const numericDate: TimeRule = {
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
export const dayOfMonth: TimeRule = {
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

/**
 *     vergangene Woche, im nächsten Jahr, diesen Donnerstag, kommenden März, letztes Wochenende
 *     ^^^^^^^^^^^^^^^^     ^^^^^^^^^^^^^  ^^^^^^^^^^^^^^^^^  ^^^^^^^^^^^^^^  ^^^^^^^^^^^^^^^^^^
 */
export const relative: TimeRule = {
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
export const weekday: TimeRule = {
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
export const nightBefore: TimeRule = {
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
export const dayWord: TimeRule = {
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

/** „nach Weihnachten“, „zu Ostern 2024“, „Christi Himmelfahrt“, „am zweiten Weihnachtstag“, „1. Mai“ is a date. */
export const holiday: TimeRule = {
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
export const weekend: TimeRule = {
  name: 'de/time/weekend',
  match: (items, at) => {
    if (senseAt(items, at).unit !== 'WE' || senseAt(items, at).plural) return null
    if (!/^(?:am|zum|dem|übers|fürs|vom)$/u.test(lowerAt(items, at - 1))) return null
    return one(at, at + 1, { kind: 'when', shift: { unit: 'WE', by: 0 } })
  },
}

/** „am Tag darauf“, „am folgenden Tag“, „tags zuvor“: counted from the day told before. */
export const dayFromContext: TimeRule = {
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
