/** What cells of the tracker's workbooks mean. Its people write by hand: `.` for unknown, days in many ways. */
import { daysOf } from '../core/edtf.ts'

/** `.` and remarks stand where nothing is known; blanks stand behind words. */
export const textOf = (cell: unknown): string => {
  const text = cell === null || cell === undefined ? '' : String(cell).trim()
  return text === '.' ? '' : text
}

/** Null for `.`, `No price`, `Not given`. Numbers kept as text have the commas of English. */
export const numberOf = (cell: unknown): number | null => {
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : null
  const text = textOf(cell).replaceAll(/,(?=\d{3}(?:\D|$))/gu, '')
  return text !== '' && Number.isFinite(Number(text)) ? Number(text) : null
}

const months = 'january february march april may june july august september october november december'.split(
  ' ',
)

/** Number of a month by its English name or the beginning of it, two digits. */
const monthOf = (word: string): string | null => {
  const at = months.findIndex((name) => name.startsWith(word.toLowerCase()))
  return at < 0 || word.length < 3 ? null : String(at + 1).padStart(2, '0')
}

const two = (digits: string): string => digits.padStart(2, '0')

/** `12/20/2022` and `20/12/2022` are the same day; of `5/4/2022` nobody can say which of two it is. */
const dayOfSlashes = (first: string, second: string, year: string): string | null => {
  if (Number(second) > 12) return `${year}-${two(first)}-${two(second)}`
  if (Number(first) > 12 || Number(first) === Number(second)) return `${year}-${two(second)}-${two(first)}`
  return null
}

const dayOfText = (text: string): string | null => {
  const iso = /^\d{4}-\d\d(?:-\d\d)?(?=$|[T ])/u.exec(text)?.[0]
  if (iso !== undefined) return iso
  const slashes = /^(?<first>\d{1,2})[/.](?<second>\d{1,2})[/.](?<year>\d{4})$/u.exec(text)?.groups
  // Points are used by those who put the day first.
  if (slashes !== undefined)
    return text.includes('.')
      ? `${slashes.year}-${two(slashes.second!)}-${two(slashes.first!)}`
      : dayOfSlashes(slashes.first!, slashes.second!, slashes.year!)
  const words = /^(?:(?<day>\d{1,2})\.? )?(?<month>\p{L}+)\.?,? (?:(?<late>\d{1,2}), )?(?<year>\d{4})$/u.exec(
    text,
  )?.groups
  if (words === undefined) return null
  const month = monthOf(words.month!)
  const day = words.day ?? words.late
  return month === null ? null : `${words.year}-${month}${day === undefined ? '' : `-${two(day)}`}`
}

/** 1 January 2000. */
const firstSerial = 36_526

/** Excel counts days from 30 December 1899. */
const dayOfSerial = (serial: number): string =>
  new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000).toISOString().slice(0, 10)

/**
 * A day or a month (EDTF), or null where the cell names none for certain. Of several days the first is taken; `until …`
 * says when a sum was reached, not when it was announced.
 */
export const dateOfCell = (cell: unknown): string | null => {
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? null : cell.toISOString().slice(0, 10)
  const text = textOf(cell)
  const serial = typeof cell === 'number' ? cell : /^\d{5}(?:\.\d+)?$/u.test(text) ? Number(text) : null
  // A smaller number is a year or a count.
  if (serial !== null) return serial >= firstSerial && serial < 100_000 ? dayOfSerial(serial) : null
  const first = text.split(/[;\n]|,(?! \d{4})/u)[0]!.trim()
  const date = dayOfText(first)
  return date !== null && daysOf(date) !== null ? date : null
}
