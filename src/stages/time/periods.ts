/** What returns every year, and the parts of a period. */
import type { Holiday, PeriodPart, Season, TimeUnit, When } from '../../lang/common/time.ts'
import {
  addMonths,
  type DayRange,
  dayNumber,
  daysInMonth,
  easter,
  isoDay,
  monday,
  pad,
  weekdayOf,
} from './calendar.ts'

const seasonMonths: Readonly<Record<Season, number>> = { SP: 3, SU: 6, FA: 9, WI: 12 }

interface CalendarPeriod {
  readonly unit: TimeUnit
  value(year: number | null): string
  range(year: number): DayRange
}
/** What repeats every year: a day, month, season, quarter, half, week or holiday. */
export const calendarRange = (when: When): CalendarPeriod | null => {
  const y = (year: number | null): string => (year === null ? 'XXXX' : pad(year, 4))
  const { month, day, season, quarter, half, week, holiday } = when
  if (holiday) {
    return {
      unit: 'D',
      value: (year) => (year === null ? openHoliday(holiday) : isoDay(holidayOf(holiday, year))),
      range: (year) => {
        const first = holidayOf(holiday, year)
        return [first, first + ('easter' in holiday ? (holiday.lasts ?? 1) : 1) - 1]
      },
    }
  }
  if (month !== undefined && day !== undefined) {
    return {
      unit: 'D',
      value: (year) => `${y(year)}-${pad(month)}-${pad(day)}`,
      range: (year) => {
        const number = dayNumber(year, month, Math.min(day, daysInMonth(year, month)))
        return [number, number]
      },
    }
  }
  if (month !== undefined)
    return { unit: 'M', value: (year) => `${y(year)}-${pad(month)}`, range: (year) => months(year, month, 1) }
  if (season)
    return {
      unit: 'Q',
      value: (year) => `${y(year)}-${season}`,
      range: (year) => months(year, seasonMonths[season], 3),
    }
  if (quarter !== undefined)
    return {
      unit: 'Q',
      value: (year) => `${y(year)}-Q${quarter}`,
      range: (year) => months(year, quarter * 3 - 2, 3),
    }
  if (half !== undefined)
    return {
      unit: 'HY',
      value: (year) => `${y(year)}-H${half}`,
      range: (year) => months(year, half * 6 - 5, 6),
    }
  if (week !== undefined) {
    return {
      unit: 'W',
      value: (year) => `${y(year)}-W${pad(week)}`,
      range: (year) => {
        const first = monday(dayNumber(year, 1, 4)) + (week - 1) * 7
        return [first, first + 6]
      },
    }
  }
  return null
}
export const months = (year: number, month: number, count: number): DayRange => {
  const first = dayNumber(year, month, 1)
  return [first, addMonths(first, count) - 1]
}
const holidayOf = (holiday: Holiday, year: number): number => {
  if ('easter' in holiday) return easter(year) + holiday.easter
  if ('advent' in holiday)
    return dayNumber(year, 12, 25) - weekdayOf(dayNumber(year, 12, 25)) - 28 + 7 * holiday.advent
  return dayNumber(year, holiday.month, holiday.day)
}
const openHoliday = (holiday: Holiday): string =>
  'month' in holiday ? `XXXX-${pad(holiday.month)}-${pad(holiday.day)}` : 'XXXX-XX-XX'

/** First, middle or last days of a period. Of a month: 1 to 10, 10 to 20, 20 to the last. */
export const partOf = ([first, last]: DayRange, unit: TimeUnit, part: PeriodPart | undefined): DayRange => {
  if (part === undefined) return [first, last]
  const length = last - first + 1
  const bounds = partDays[unit]
  if (!bounds) {
    const third = Math.floor(length / 3)
    return part === 'START'
      ? [first, first + third - 1]
      : part === 'END'
        ? [last - third + 1, last]
        : [first + third, last - third]
  }
  const [from, to] = bounds[part]
  return [first + Math.min(from, length) - 1, to > length - 3 ? last : first + to - 1]
}
const partDays: Partial<Readonly<Record<TimeUnit, Readonly<Record<PeriodPart, readonly [number, number]>>>>> =
  {
    W: { START: [1, 2], MID: [2, 4], END: [5, 7] },
    M: { START: [1, 10], MID: [10, 20], END: [20, 31] },
    Y: { START: [1, 31], MID: [162, 201], END: [354, 366] },
  }
