/** How long, how often, at what hour, and words for now and once. */
import type { Length, TimeMatch, TimeRule, TimeUnit } from '../../common/time.ts'
import {
  articleBefore,
  digitsAt,
  type Items,
  isCapital,
  isMark,
  lowerAt,
  one,
  readBound,
  readNumber,
  senseAt,
} from './reading.ts'

const letter: Readonly<Record<TimeUnit, string>> = {
  S: 'T1S',
  MIN: 'T1M',
  H: 'T1H',
  NI: 'T1NI',
  D: '1D',
  WE: '1WE',
  W: '1W',
  M: '1M',
  Q: '1Q',
  HY: '6M',
  Y: '1Y',
  DE: '1DE',
  CE: '1CE',
}

/**
 *     jeden Montag, pro Jahr, alle vier Jahre, Jahr für Jahr, einmal im Monat
 *     ^^^^^^^^^^^^  ^^^^^^^^  ^^^^^^^^^^^^^^^  ^^^^^^^^^^^^^         ^^^^^^^^
 */
const recurrence: TimeRule = {
  name: 'de/time/recurrence',
  match: (items, at) => {
    const word = lowerAt(items, at)
    if (/^jede[nrsm]?$/u.test(word)) {
      const i = senseAt(items, at + 1).ordinal !== undefined ? at + 2 : at + 1
      const noun = senseAt(items, i)
      if (noun.weekday !== undefined)
        return one(at, i + 1, { kind: 'set', value: `XXXX-WXX-${noun.weekday}` }, 'SET')
      if (noun.unit && !noun.plural)
        return one(at, i + 1, { kind: 'set', value: `P${letter[noun.unit]}` }, 'SET')
      if (noun.season) return one(at, i + 1, { kind: 'set', value: `XXXX-${noun.season}` }, 'SET')
      if (noun.month)
        return one(at, i + 1, { kind: 'set', value: `XXXX-${String(noun.month).padStart(2, '0')}` }, 'SET')
      if (noun.dayPart) return one(at, i + 1, { kind: 'set', value: `XXXX-XX-XXT${noun.dayPart}` }, 'SET')
      return null
    }
    if (word === 'pro' || word === 'je') {
      const { unit, plural } = senseAt(items, at + 1)
      return unit && !plural ? one(at, at + 2, { kind: 'set', value: `P${letter[unit]}` }, 'SET') : null
    }
    if (word === 'alle') {
      const number = readNumber(items, at + 1)
      const { unit, plural } = senseAt(items, number?.to ?? at)
      return number && unit && plural
        ? one(
            at,
            number.to + 1,
            { kind: 'set', value: `P${letter[unit].replace('1', String(number.value.count ?? 'X'))}` },
            'SET',
          )
        : null
    }
    const { unit, plural } = senseAt(items, at)
    if (unit && !plural && isCapital(items, at)) {
      // The second noun repeats the first.
      if (/^(?:für|um)$/u.test(lowerAt(items, at + 1)) && lowerAt(items, at + 2) === word)
        return one(at, at + 3, { kind: 'set', value: `P${letter[unit]}` }, 'SET')
      const before = lowerAt(items, at - 1)
      // „500 Menschen im Jahr“: with a year behind it or an adjective it would be a date.
      const rate =
        /mal$/u.test(lowerAt(items, at - 2)) ||
        measure.test(lowerAt(items, at - 2)) ||
        (before === 'im' && unit === 'Y' && items[at + 1]?.kind !== 'digits')
      if ((before === 'im' || before === 'am' || before === 'die') && rate) {
        return one(at - 1, at + 1, { kind: 'set', value: `P${letter[unit]}` }, 'SET')
      }
    }
    return null
  },
}
const measure = /^(?:euro|dollar|franken|prozent|tonnen|stunden|millionen|milliarden|mal|kilowattstunden)$/u

/**
 * Lengths, with bound, second unit and „lang“.
 *
 *     seit mehr als drei Jahren, drei Jahre und vier Monate, sechs Jahre lang, den vergangenen zwei Jahrzehnten
 *          ^^^^^^^^^^^^^^^^^^^^  ^^^^^^^^^^^^^^^^^^^^^^^^^^  ^^^^^^^^^^^^^^^^  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 */
const duration: TimeRule = {
  name: 'de/time/duration',
  match: (items, at) => {
    let i = at
    const bound = readBound(items, i)
    if (bound) i = bound.to
    let lead = i
    // „den vergangenen zwei Jahren“, „die nächsten Tage“, „diesen Tagen“: the adjective needs a number or a plural.
    let relative: -1 | 0 | 1 | null = null
    const opened = senseAt(items, i)
    if (
      opened.article &&
      opened.number === undefined &&
      (senseAt(items, i + 1).which !== undefined || /^ganzen?$/u.test(lowerAt(items, i + 1)))
    )
      i++
    if (senseAt(items, i).which !== undefined || /^ganzen?$/u.test(lowerAt(items, i))) {
      relative = senseAt(items, i).which ?? null
      i++
    }
    const inner = relative !== null ? readBound(items, i) : null
    if (inner) i = inner.to
    const number = readNumber(items, i)
    let mod = bound?.value ?? inner?.value ?? null
    if (number) {
      i = number.to
      if (/^knappe[nsmr]?$/u.test(lowerAt(items, i))) {
        mod = 'LESS_THAN'
        i++
      } else if (
        /^(?:lange[nr]?|volle[ns]?|ganze[ns]?|weitere[ns]?|gute[ns]?|weiterer)$/u.test(lowerAt(items, i))
      )
        i++
    } else if (lowerAt(items, i) === 'lange' || lowerAt(items, i) === 'langen') {
      i++
    }
    if (isMark(items, i, '-')) i++
    const length = senseAt(items, i)
    if (!length.unit || length.dayPart === 'MI') return null
    if (length.modifier === 'length') {
      // „100-jährig“; beyond a dozen years and without a bound it is somebody's age.
      const age =
        length.unit === 'Y' && mod === null && (isCapital(items, i) || (number?.value.count ?? 0) > 12)
      if (!number || age) return null
      return one(at, i + 1, durationOf([{ count: number.value.count, unit: length.unit }]), 'DURATION', mod)
    }
    if (!number && !length.plural) return null
    if (
      number &&
      number.value.count !== 1 &&
      number.value.count !== 0.5 &&
      !length.plural &&
      !/^[A-Z]/u.test(items[i]!.text)
    )
      return null
    if (!number) {
      // A bare plural is a length only behind a word that measures with it.
      const before = lowerAt(items, at - 1)
      const measured =
        /^(?:seit|vor|nach|über|in|innerhalb|binnen|um|für|von|während|lange|langen)$/u.test(before) ||
        lowerAt(items, i - 1).startsWith('lange')
      if (relative === null && !measured) return null
    }
    const first = number ? number.value.count : null
    const lengths: Length[] = [
      {
        count: first === 0.5 && length.unit === 'Y' ? 6 : first,
        unit: first === 0.5 && length.unit === 'Y' ? 'M' : length.unit,
      },
    ]
    let to = i + 1
    if (lowerAt(items, to) === 'und') {
      const second = readNumber(items, to + 1)
      const unit = second ? senseAt(items, second.to) : null
      if (second && unit?.unit && unit.unit !== length.unit) {
        lengths.push({ count: second.value.count, unit: unit.unit })
        to = second.to + 1
      }
    }
    if (lowerAt(items, to) === 'lang') to++
    const before = lowerAt(items, at - 1)
    const anchor = relative !== null ? null : before === 'vor' ? 'ago' : before === 'in' ? 'ahead' : null
    if (number && opened.article && relative !== null) lead = articleBefore(items, lead)
    return one(at, to, durationOf(lengths, anchor, number?.value.vague), 'DURATION', mod)
  },
}
const durationOf = (
  lengths: readonly Length[],
  anchor: 'ago' | 'ahead' | null = null,
  vague?: readonly [number, number],
): TimeMatch['expression'] => ({
  kind: 'duration',
  lengths,
  ...(anchor === null ? {} : { anchor }),
  ...(vague && vague[1] > 0 ? { between: vague } : {}),
})

/**
 *     um 20.30 Uhr, neun Uhr, 14.30-16 Uhr, 18:45, halb neun, gegen Viertel nach acht
 *        ^^^^^^^^^  ^^^^^^^^  ^^^^^ ^^^^^^  ^^^^^  ^^^^^^^^^        ^^^^^^^^^^^^^^^^^
 */
const clock: TimeRule = {
  name: 'de/time/clock',
  match: (items, at) => {
    const word = lowerAt(items, at)
    if (word === 'halb') {
      const hour = senseAt(items, at + 1).number ?? digitsAt(items, at + 1)
      return hour && hour >= 1 && hour <= 12 && Number.isInteger(hour)
        ? one(at, at + 2 + (lowerAt(items, at + 2) === 'uhr' ? 1 : 0), time((hour + 23) % 24, 30), 'TIME')
        : null
    }
    if (word === 'viertel' || word === 'dreiviertel') {
      const side = lowerAt(items, at + 1)
      const hour = senseAt(items, at + 2).number ?? digitsAt(items, at + 2)
      if (!hour || hour > 24 || !/^(?:vor|nach)$/u.test(side)) return null
      return one(at, at + 3, side === 'nach' ? time(hour % 24, 15) : time((hour + 23) % 24, 45), 'TIME')
    }
    const first = readHour(items, at)
    if (!first) return null
    if (lowerAt(items, first.to) === 'uhr') {
      // „20 Uhr 15“
      const minute = digitsAt(items, first.to + 1)
      if (
        first.minute === 0 &&
        minute !== null &&
        minute < 60 &&
        items[first.to + 1]!.text.length === 2 &&
        !/^[.,]$/u.test(items[first.to + 2]?.text ?? '')
      )
        return one(at, first.to + 2, time(first.hour, minute), 'TIME')
      return one(at, first.to + 1, time(first.hour, first.minute), 'TIME')
    }
    if (first.colon) return one(at, first.to, time(first.hour, first.minute), 'TIME')
    // „14.30-18 Uhr“, „10 bis 12 und 14 bis 16 Uhr“: hours that share the last „Uhr“.
    const hours = [{ ...first, from: at }]
    let i = first.to
    for (let more = 0; more < 3; more++) {
      if (!/^(?:[-–?/]|bis|und)$/u.test(lowerAt(items, i))) return null
      const next = readHour(items, i + 1)
      if (!next) return null
      hours.push({ ...next, from: i + 1 })
      i = next.to
      if (lowerAt(items, i) === 'uhr')
        return hours.map((hour, n) => ({
          from: hour.from,
          to: n === hours.length - 1 ? i + 1 : hour.to,
          expression: time(hour.hour, hour.minute),
          type: 'TIME' as const,
        }))
    }
    return null
  },
}
const time = (hour: number, minute: number): TimeMatch['expression'] => ({ kind: 'when', hour, minute })
const readHour = (
  items: Items,
  at: number,
): { hour: number; minute: number; to: number; colon: boolean } | null => {
  const digits = digitsAt(items, at)
  const hour = digits ?? senseAt(items, at).number ?? null
  if (hour === null || hour > 24 || !Number.isInteger(hour)) return null
  if (digits === null && senseAt(items, at).article && lowerAt(items, at) !== 'ein') return null
  if (digits !== null && items[at]!.text.length > 2) return null
  const separator = items[at + 1]
  const minutes = items[at + 2]
  if (
    digits !== null &&
    separator &&
    !separator.spaced &&
    minutes?.kind === 'digits' &&
    !minutes.spaced &&
    minutes.text.length === 2
  ) {
    const minute = Number(minutes.text)
    if (minute < 60 && (separator.text === '.' || separator.text === ':'))
      return {
        hour,
        minute,
        to: at + 3,
        colon: separator.text === ':' && !/^[.,:]$/u.test(items[at + 3]?.text ?? ''),
      }
  }
  return { hour, minute: 0, to: at + 1, colon: false }
}

/**
 *     am Abend, in den frühen Morgenstunden, nachts, gegen Mittag, am späten Nachmittag
 *        ^^^^^     ^^^^^^^^^^^^^^^^^^^^^^^    ^^^^^^        ^^^^^^     ^^^^^^^^^^^^^^^^
 */
const timeOfDay: TimeRule = {
  name: 'de/time/time-of-day',
  match: (items, at) => {
    let i = at
    let mod: string | null = null
    if (
      /^(?:frühen?|späten?)$/u.test(lowerAt(items, i)) &&
      senseAt(items, i + 1).dayPart &&
      isCapital(items, i + 1)
    ) {
      mod = lowerAt(items, i).startsWith('früh') ? 'START' : 'END'
      i++
    }
    const { dayPart, weekday } = senseAt(items, i)
    if (!dayPart || weekday !== undefined) return null
    const word = lowerAt(items, i)
    const adverb = word.endsWith('s') && !word.endsWith('ss')
    if (!isCapital(items, i)) {
      if (!adverb || word === 'früh') return null
    } else if (word === 'früh' || (adverb && at > 0 && lowerAt(items, at - 1) === 'des')) {
      if (word === 'früh') return null
    } else if (
      !adverb &&
      !/^(?:am|gegen|vom|zum|bis|der|den|über|jenem|diesem|diesen|seit|um|ab|dem|vor|nach|zu|im|in)$/u.test(
        lowerAt(items, at - 1),
      )
    )
      return null
    if (word === 'mitternacht') return one(at, i + 1, { kind: 'when', hour: 0, minute: 0 }, 'TIME')
    if (word === 'nachts') return one(at, i + 1, { kind: 'set', value: 'PT1NI' }, 'SET')
    const from = i > at ? articleBefore(items, at) : word === 'nacht' ? articleBefore(items, at) : at
    return one(from, i + 1, { kind: 'when', dayPart }, 'TIME', mod)
  },
}

/** Ways of saying now, once, soon in several words: the words behind, the value. */
const phrases: readonly (readonly [string, 'PRESENT_REF' | 'PAST_REF' | 'FUTURE_REF', string])[] = [
  ['zur zeit', 'PRESENT_REF', ''],
  ['zur stunde', 'PRESENT_REF', ''],
  ['im moment', 'PRESENT_REF', 'im'],
  ['im augenblick', 'PRESENT_REF', 'im'],
  ['in kürze', 'FUTURE_REF', ''],
  ['vor kurzem', 'PAST_REF', ''],
  ['seit kurzem', 'PAST_REF', ''],
  ['seit langem', 'PAST_REF', ''],
  ['seit jeher', 'PAST_REF', ''],
  ['vor langem', 'PAST_REF', ''],
  ['nächster zeit', 'FUTURE_REF', ''],
  ['absehbarer zeit', 'FUTURE_REF', ''],
  ['letzter zeit', 'PAST_REF', ''],
  ['jüngster zeit', 'PAST_REF', ''],
  ['vergangener zeiten', 'PAST_REF', ''],
  ['dieser tage', 'PRESENT_REF', ''],
  ['eines tages', 'FUTURE_REF', ''],
  ['dieser zeit', 'PAST_REF', ''],
  ['jener zeit', 'PAST_REF', ''],
]
const phraseByFirst = new Map<string, (readonly [string, 'PRESENT_REF' | 'PAST_REF' | 'FUTURE_REF'])[]>()
for (const [phrase, value] of phrases) {
  const [first, second] = phrase.split(' ') as [string, string]
  phraseByFirst.set(first, [...(phraseByFirst.get(first) ?? []), [second, value]])
}

const reference: TimeRule = {
  name: 'de/time/reference',
  match: (items, at) => {
    const word = lowerAt(items, at)
    for (const [second, value] of phraseByFirst.get(word) ?? []) {
      if (lowerAt(items, at + 1) === second) return one(at, at + 2, { kind: 'reference', value })
    }
    // „Ex-Minister“: the prefix alone.
    if (items[at]!.text === 'Ex' && isMark(items, at + 1, '-') && !items[at + 1]!.spaced)
      return one(at, at + 1, { kind: 'reference', value: 'PAST_REF' })
    const value = senseAt(items, at).reference
    if (!value) return null
    const noun = /^(?:gegenwart|vergangenheit|zukunft)$/u.test(word)
    // Placed in it, not a topic: „in Zukunft“, „in der Vergangenheit“.
    if (
      noun &&
      !/^(?:in|bis|seit|zur)$/u.test(lowerAt(items, articleBefore(items, at) - 1)) &&
      lowerAt(items, at - 1) !== 'zur' &&
      lowerAt(items, at - 1) !== 'die'
    )
      return null
    if (noun !== isCapital(items, at) && (noun || at > 0) && !sentenceStart(items, at)) return null
    // „je früher“, „ein Jahr früher“, „früher als“ compare.
    if (
      word === 'früher' &&
      (lowerAt(items, at + 1) === 'als' ||
        /^(?:je|jahr|jahre|tag|tage|wochen|monate|stunden|deutlich|noch|viel|etwas)$/u.test(
          lowerAt(items, at - 1),
        ))
    )
      return null
    const from = noun ? articleBefore(items, at) : at
    return one(from, at + 1, { kind: 'reference', value })
  },
}
const sentenceStart = (items: Items, at: number): boolean =>
  at === 0 || /^[.!?:„"»«“]$/u.test(items[at - 1]!.text)

/** Repetition before length („alle vier Jahre“), hours before lengths; „gerade“ is mostly „just“ and left out. */
export const lengthRules: readonly TimeRule[] = [recurrence, clock, duration, timeOfDay, reference]
