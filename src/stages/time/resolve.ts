/** From what the words tell to a TIMEX3 value and the days it can mean. Knows no language. */
import type { Basis } from '../../core/layers.ts'
import type { Duration, Expression, Length, PeriodPart, TimeUnit, When } from '../../lang/common/time.ts'
import {
  addMonths,
  civil,
  type DayRange,
  dayNumber,
  isoDay,
  monday,
  pad,
  weekdayOf,
  weekOf,
} from './calendar.ts'
import { calendarRange, months, partOf } from './periods.ts'

/** What the expression says of before and after: told by the verb, or null. */
export type Tense = 'past' | 'future' | null

export interface Frame {
  /** Days the publication can be; null where it is not known. */
  readonly published: DayRange | null
  readonly tense: Tense
  /** Day told before, for „am Abend“ and „am nächsten Tag“. */
  readonly day: number | null
  /** Year told before in the same sentence. */
  readonly year: number | null
}

export interface Resolved {
  readonly value: string
  readonly range: DayRange | null
  readonly basis: Basis
  /** The one day it is, where it is one. */
  readonly day: number | null
}

export const resolve = (expression: Expression, frame: Frame): Resolved => {
  switch (expression.kind) {
    case 'reference':
    case 'set':
      return { value: expression.value, range: null, basis: 'stated', day: null }
    case 'duration':
      return {
        value: lengthValue(expression.lengths),
        range: anchored(expression, frame),
        basis: 'stated',
        day: null,
      }
    case 'when':
      return resolveWhen(expression, frame)
  }
}

const clockUnits: ReadonlySet<TimeUnit> = new Set(['S', 'MIN', 'H'])
const lengthValue = (lengths: readonly Length[]): string => {
  let days = ''
  let clock = ''
  for (const { count, unit } of lengths) {
    const number = count === null ? 'X' : String(count)
    if (unit === 'HY') days += count === null ? 'XM' : `${count * 6}M`
    else if (clockUnits.has(unit)) clock += number + (unit === 'MIN' ? 'M' : unit)
    else days += number + unit
  }
  return `P${days}${clock === '' ? '' : `T${clock}`}`
}

const daysOf: Readonly<Record<TimeUnit, number>> = {
  S: 0,
  MIN: 0,
  H: 0,
  NI: 1,
  D: 1,
  WE: 7,
  W: 7,
  M: 30.44,
  Q: 91.3,
  HY: 182.6,
  Y: 365.25,
  DE: 3652.5,
  CE: 36_525,
}
/** „vor drei Wochen“ is half a week around the day three weeks ago; „in zwei Tagen“ only where the verb looks ahead. */
const anchored = ({ lengths, anchor, between }: Duration, { published, tense }: Frame): DayRange | null => {
  const length = lengths[0]
  if (!published || !anchor || !length || lengths.length > 1) return null
  if (anchor === 'ahead' && tense !== 'future') return null
  const size = daysOf[length.unit]
  const [low, high] = between ?? [length.count, length.count]
  if (low === null || high === null || high > 10_000) return null
  const slack = between ? 0 : Math.floor(size / 2)
  const near = Math.max(Math.round(low * size) - slack, 0)
  const far = Math.round(high * size) + slack
  return anchor === 'ago'
    ? [published[0] - far, published[1] - near]
    : [published[0] + near, published[1] + far]
}

/** Seen from both ends of what the publication can be; what differs is left open. */
const resolveWhen = (when: When, frame: Frame): Resolved => {
  const { published } = frame
  const complete = completeFrame(when, frame)
  if (!published) return at(when, complete, null)
  // What returns every year is seen from the later end where it is past: „am 2. Juli“ of a report of July.
  if (calendarRange(when)) return at(when, complete, published[frame.tense === 'future' ? 0 : 1])
  const first = at(when, complete, published[0])
  if (published[0] === published[1]) return first
  const last = at(when, complete, published[1])
  if (first.value === last.value) return first
  return {
    value: common(first.value, last.value),
    range:
      first.range && last.range
        ? [Math.min(first.range[0], last.range[0]), Math.max(first.range[1], last.range[1])]
        : null,
    basis: first.basis,
    day: null,
  }
}
const completeFrame = (when: When, frame: Frame): Frame =>
  when.year === undefined && when.shift === undefined && when.which === undefined
    ? frame
    : { ...frame, year: null }

/** „2025-07-01“ and „2025-07-28“ have „2025-07-XX“ in common. */
const common = (a: string, b: string): string => {
  let out = ''
  let open = false
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const digit = /\d/u.test(a[i]!) && /\d/u.test(b[i]!)
    if (a[i] === 'T') return out + a.slice(i)
    if (!digit) out += a[i]
    else {
      open ||= a[i] !== b[i]
      out += open ? 'X' : a[i]
    }
  }
  return out
}

const at = (when: When, frame: Frame, ref: number | null): Resolved => {
  const clock =
    when.hour !== undefined
      ? `T${pad(when.hour)}:${pad(when.minute ?? 0)}`
      : when.dayPart
        ? `T${when.dayPart}`
        : null
  const date = dateOf(when, frame, ref)
  if (when.nightBefore && date) {
    const { value, range, basis } = date
    if (!range || range[0] !== range[1]) return { value: `${value}TNI`, range, basis, day: null }
    return { value: `${isoDay(range[0] - 1)}TNI`, range: [range[0] - 1, range[0]], basis, day: range[0] }
  }
  if (clock === null) return date ?? { value: 'XXXX-XX-XX', range: null, basis: 'stated', day: null }
  if (date) return { ...date, value: date.value + clock }
  const day = frame.day ?? ref
  if (day === null) return { value: `XXXX-XX-XX${clock}`, range: null, basis: 'stated', day: null }
  return {
    value: isoDay(day) + clock,
    range: [day, day],
    basis: frame.day === null ? 'publication' : 'context',
    day,
  }
}

/** The calendar part, null where only a time of day is told. */
const dateOf = (when: When, frame: Frame, ref: number | null): Resolved | null => {
  const stated = (value: string, range: DayRange | null): Resolved => known(value, range, 'stated')
  const { shift, part } = when
  if (when.century !== undefined) {
    const first = (when.century - 1) * 100
    return stated(
      pad(when.century - 1),
      partOf([dayNumber(first, 1, 1), dayNumber(first + 99, 12, 31)], 'CE', part),
    )
  }
  if (when.decade !== undefined) {
    const decade = when.decade >= 100 ? when.decade : 190 + when.decade
    return known(
      pad(decade, 3),
      partOf([dayNumber(decade * 10, 1, 1), dayNumber(decade * 10 + 9, 12, 31)], 'DE', part),
      when.decade >= 100 ? 'stated' : 'inferred',
    )
  }
  // The year: told, counted from the publication, told before in the sentence, or open.
  let year = when.year ?? null
  let basis: Basis = 'stated'
  if (year === null && shift?.unit === 'Y' && ref !== null) {
    year = civil(ref).year + shift.by
    basis = 'publication'
  }
  if (
    year === null &&
    frame.year !== null &&
    !shift &&
    (when.month !== undefined || when.season || when.quarter || when.half)
  ) {
    year = frame.year
    basis = 'context'
  }
  const calendar = calendarRange(when)
  if (calendar) {
    if (year === null) {
      if (ref === null || shift) return known(calendar.value(null), null, 'stated')
      year = nearestYear(calendar.range, ref, when, frame.tense)
      basis = 'publication'
    }
    return known(calendar.value(year), partOf(calendar.range(year), calendar.unit, part), basis)
  }
  if (when.weekday !== undefined) return weekdayDate(when, when.weekday, frame.tense, ref)
  if (year !== null) {
    const last = when.toYear ?? year
    return known(pad(year, 4), partOf([dayNumber(year, 1, 1), dayNumber(last, 12, 31)], 'Y', part), basis)
  }
  return shift ? shifted(shift, part, frame, ref) : null
}
const known = (value: string, range: DayRange | null, basis: Basis): Resolved => ({
  value,
  range,
  basis,
  day: range && range[0] === range[1] ? range[0] : null,
})

/** Which year's: the adjective decides, then the verb, then whichever is nearest to the publication. */
const nearestYear = (range: (year: number) => DayRange, ref: number, when: When, tense: Tense): number => {
  const { year } = civil(ref)
  const candidates = [year - 1, year, year + 1]
  if (when.weekday !== undefined) {
    const fitting = candidates.find(
      (y) => weekdayOf(range(y)[0]) === when.weekday && Math.abs(range(y)[0] - ref) < 240,
    )
    if (fitting !== undefined) return fitting
  }
  if (when.which === -1) return candidates.findLast((y) => range(y)[1] < ref) ?? year - 1
  if (when.which === 1) return candidates.find((y) => range(y)[0] > ref) ?? year + 1
  if (when.which === 0) return year
  if (tense === 'past') return candidates.findLast((y) => range(y)[0] <= ref) ?? year
  if (tense === 'future') {
    // A report in the present tense can still tell of last month; a year ahead is too far.
    const next = candidates.find((y) => range(y)[1] >= ref) ?? year
    return range(next)[0] - ref < 300 ? next : nearest(candidates, range, ref)
  }
  return nearest(candidates, range, ref)
}
const nearest = (candidates: readonly number[], range: (year: number) => DayRange, ref: number): number => {
  const distance = (y: number): number => Math.abs((range(y)[0] + range(y)[1]) / 2 - ref)
  return candidates.reduce((best, y) => (distance(y) < distance(best) ? y : best))
}

const weekdayDate = (when: When, weekday: number, tense: Tense, ref: number | null): Resolved => {
  if (ref === null) return known(`XXXX-WXX-${weekday}`, null, 'stated')
  const inWeek = monday(ref) + weekday - 1
  let day: number
  if (when.shift?.unit === 'W') day = inWeek + 7 * when.shift.by
  else if (when.which === 0) day = inWeek
  else if (when.which === -1) day = inWeek < ref ? inWeek : inWeek - 7
  else if (when.which === 1) day = inWeek > ref ? inWeek : inWeek + 7
  else if (tense === 'future') day = inWeek >= ref ? inWeek : inWeek + 7
  else day = inWeek <= ref ? inWeek : inWeek - 7
  return known(isoDay(day), [day, day], 'publication')
}

/** „gestern“, „nächste Woche“, „vorigen Monat“, „am Tag darauf“. */
const shifted = (
  { unit, by, from }: NonNullable<When['shift']>,
  part: PeriodPart | undefined,
  frame: Frame,
  ref: number | null,
): Resolved => {
  const base = from === 'context' ? (frame.day ?? ref) : ref
  const basis: Basis = from === 'context' && frame.day !== null ? 'context' : 'publication'
  if (base === null) return known(openValue[unit] ?? 'XXXX-XX-XX', null, 'stated')
  const { year, month } = civil(base)
  switch (unit) {
    case 'W': {
      const first = monday(base) + 7 * by
      const { year: y, week } = weekOf(first)
      return known(`${pad(y, 4)}-W${pad(week)}`, partOf([first, first + 6], 'W', part), basis)
    }
    case 'WE': {
      // On a Monday „am Wochenende“ is the one just over unless the verb looks ahead.
      const back = by === 0 && frame.tense !== 'future' && weekdayOf(base) < 6 ? -1 : by
      const saturday = monday(base) + 5 + 7 * (by === -1 && weekdayOf(base) > 5 ? -1 : back)
      const { year: y, week } = weekOf(saturday)
      return known(`${pad(y, 4)}-W${pad(week)}-WE`, [saturday, saturday + 1], basis)
    }
    case 'M': {
      const first = addMonths(dayNumber(year, month, 1), by)
      const told = civil(first)
      return known(
        `${pad(told.year, 4)}-${pad(told.month)}`,
        partOf(months(told.year, told.month, 1), 'M', part),
        basis,
      )
    }
    case 'Q': {
      const index = year * 4 + Math.floor((month - 1) / 3) + by
      const y = Math.floor(index / 4)
      return known(
        `${pad(y, 4)}-Q${(index % 4) + 1}`,
        partOf(months(y, (index % 4) * 3 + 1, 3), 'Q', part),
        basis,
      )
    }
    case 'Y':
      return known(pad(year + by, 4), partOf(months(year + by, 1, 12), 'Y', part), basis)
    case 'DE': {
      const decade = Math.floor(year / 10) + by
      return known(pad(decade, 3), partOf(months(decade * 10, 1, 120), 'DE', part), basis)
    }
    case 'CE': {
      const century = Math.floor(year / 100) + by
      return known(pad(century), partOf(months(century * 100, 1, 1200), 'CE', part), basis)
    }
    default:
      return known(isoDay(base + by), [base + by, base + by], basis)
  }
}
const openValue: Partial<Readonly<Record<TimeUnit, string>>> = {
  W: 'XXXX-WXX',
  WE: 'XXXX-WXX-WE',
  M: 'XXXX-XX',
  Q: 'XXXX-QX',
  Y: 'XXXX',
  DE: 'XXX',
  CE: 'XX',
}
