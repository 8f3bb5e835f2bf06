/** Days as numbers since 1970-01-01 in the proleptic Gregorian calendar. No `Date`, no time zone. */

export interface CivilDay {
  readonly year: number
  readonly month: number
  readonly day: number
}

/** Howard Hinnant's `days_from_civil`. */
export const dayNumber = (year: number, month: number, day: number): number => {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  return (
    era * 146_097 +
    yearOfEra * 365 +
    Math.floor(yearOfEra / 4) -
    Math.floor(yearOfEra / 100) +
    dayOfYear -
    719_468
  )
}

/** Hinnant's `civil_from_days`. */
export const civil = (number: number): CivilDay => {
  const z = number + 719_468
  const era = Math.floor(z / 146_097)
  const dayOfEra = z - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const mp = Math.floor((5 * dayOfYear + 2) / 153)
  const month = mp < 10 ? mp + 3 : mp - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * mp + 2) / 5) + 1,
  }
}

export const pad = (n: number, width = 2): string => String(Math.max(0, n)).padStart(width, '0')
export const isoDay = (number: number): string => {
  const { year, month, day } = civil(number)
  return `${pad(year, 4)}-${pad(month)}-${pad(day)}`
}
/** 1 is Monday. 1970-01-01 was a Thursday. */
export const weekdayOf = (number: number): number => ((((number + 3) % 7) + 7) % 7) + 1
export const daysInMonth = (year: number, month: number): number =>
  dayNumber(month === 12 ? year + 1 : year, month === 12 ? 1 : month + 1, 1) - dayNumber(year, month, 1)
export const monday = (number: number): number => number - weekdayOf(number) + 1
/** ISO week of a day: the week belongs to the year of its Thursday. */
export const weekOf = (number: number): { year: number; week: number } => {
  const thursday = monday(number) + 3
  const { year } = civil(thursday)
  return { year, week: Math.floor((thursday - dayNumber(year, 1, 1)) / 7) + 1 }
}
/** Easter Sunday (Gauss, in the form of Butcher). */
export const easter = (year: number): number => {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  return dayNumber(year, Math.floor((h + l - 7 * m + 114) / 31), ((h + l - 7 * m + 114) % 31) + 1)
}
/** The same day so many months on, or the last one of a shorter month. */
export const addMonths = (number: number, months: number): number => {
  const { year, month, day } = civil(number)
  const index = year * 12 + month - 1 + months
  const y = Math.floor(index / 12)
  const m = (index % 12) + 1
  return dayNumber(y, m, Math.min(day, daysInMonth(y, m)))
}

export type DayRange = readonly [first: number, last: number]

/** The days an EDTF publication date can mean; null where it is unknown or open at an end. */
export const daysOfEdtf = (edtf: string | null): DayRange | null => {
  if (edtf === null) return null
  const [from, to] = edtf.split('/')
  const first = daysOfPart(from!)
  if (to === undefined) return first
  const last = daysOfPart(to)
  return first && last ? [first[0], last[1]] : null
}
const daysOfPart = (part: string): DayRange | null => {
  const match = /^(?<year>\d{4})(?:-(?<month>\d{2})(?:-(?<day>\d{2}))?)?(?:T.*)?[?~%]?$/u.exec(part)
  if (!match) return null
  const year = Number(match.groups!.year)
  if (match.groups!.month === undefined) return [dayNumber(year, 1, 1), dayNumber(year, 12, 31)]
  const month = Number(match.groups!.month)
  if (month < 1 || month > 12) return null
  if (match.groups!.day === undefined)
    return [dayNumber(year, month, 1), dayNumber(year, month, daysInMonth(year, month))]
  const day = dayNumber(year, month, Number(match.groups!.day))
  return [day, day]
}
