/** EDTF dates in words, never more precise than they are. */
import { dayNumber } from './edtf.ts'
import type { Language } from './errors.ts'

const monthNames = {
  de: [
    'Januar',
    'Februar',
    'März',
    'April',
    'Mai',
    'Juni',
    'Juli',
    'August',
    'September',
    'Oktober',
    'November',
    'Dezember',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
} as const

/** A year, a month of it, a day of that. */
export interface Point {
  readonly year: string
  readonly month: number | null
  readonly day: number | null
}

export const point = (edtf: string): Point | null => {
  const m = /^(?<year>-?\d{4})(?:-(?<month>\d\d)(?:-(?<day>\d\d))?)?/u.exec(edtf)
  if (m?.groups === undefined) return null
  return {
    year: m.groups.year!,
    month: m.groups.month === undefined ? null : Number(m.groups.month),
    day: m.groups.day === undefined ? null : Number(m.groups.day),
  }
}

export const two = (n: number): string => String(n).padStart(2, '0')
export const isoOf = (p: Point): string => `${p.year}-${two(p.month ?? 1)}-${two(p.day ?? 1)}`

const one = (language: Language, p: Point): string => {
  const month = p.month === null ? null : monthNames[language][p.month - 1]
  if (month === null || month === undefined) return p.year
  if (p.day === null) return `${month} ${p.year}`
  return language === 'de' ? `${p.day}. ${month} ${p.year}` : `${p.day} ${month} ${p.year}`
}

const range = (language: Language, a: Point, b: Point): string => {
  if (a.day === null || b.day === null) return `${one(language, a)} – ${one(language, b)}`
  const dot = language === 'de' ? '.' : ''
  if (a.year === b.year && a.month === b.month) {
    const joint = dayNumber(isoOf(b)) - dayNumber(isoOf(a)) === 1 ? '/' : '–'
    return `${a.day}${dot}${joint}${one(language, b)}`
  }
  if (a.year === b.year) {
    const month = monthNames[language][a.month! - 1]
    return `${a.day}${dot} ${month} – ${one(language, b)}`
  }
  return `${one(language, a)} – ${one(language, b)}`
}

/** `2025-07-01/2025-07-02` → „1./2. Juli 2025“, `/2023-12-08` → „bis 8. Dezember 2023“, null → null. */
export const dateWords = (language: Language, edtf: string | null): string | null => {
  if (edtf === null) return null
  const [from, to] = edtf.split('/')
  const a = point(from ?? '')
  if (to === undefined) return a === null ? edtf : one(language, a)
  const b = point(to)
  if (a === null && b !== null) return `${language === 'de' ? 'bis' : 'by'} ${one(language, b)}`
  if (a !== null && b === null) return `${language === 'de' ? 'ab' : 'from'} ${one(language, a)}`
  return a !== null && b !== null ? range(language, a, b) : edtf
}
