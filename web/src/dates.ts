/** EDTF dates in words, never more precise than they are. */
import type { Language } from './words.ts'

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

interface Point {
  readonly year: string
  readonly month: number | null
  readonly day: number | null
}

const point = (edtf: string): Point | null => {
  const m = /^(?<year>-?\d{4})(?:-(?<month>\d\d)(?:-(?<day>\d\d))?)?/u.exec(edtf)
  if (m?.groups === undefined) return null
  return {
    year: m.groups.year!,
    month: m.groups.month === undefined ? null : Number(m.groups.month),
    day: m.groups.day === undefined ? null : Number(m.groups.day),
  }
}

const dayMs = 86_400_000
/** An ISO day as a number: the one after has the next. */
export const dayNumber = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / dayMs
export const isoDay = (day: number): string => new Date(day * dayMs).toISOString().slice(0, 10)

const two = (n: number): string => String(n).padStart(2, '0')
const isoOf = (p: Point): string => `${p.year}-${two(p.month ?? 1)}-${two(p.day ?? 1)}`

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

/** From the first to the last of some dates: „4. – 5. März 2025“. */
export const spanWords = (language: Language, first: string | null, last: string | null): string | null => {
  const [a, b] = [first, last].map((edtf) => edtf?.replace(/T.*/u, '') ?? null)
  const isRange = (edtf: string): boolean => edtf.includes('/')
  if (!a || !b || a === b || isRange(a)) return dateWords(language, a ?? b ?? null)
  return isRange(b)
    ? `${dateWords(language, a)} – ${dateWords(language, b)}`
    : dateWords(language, `${a}/${b}`)
}

/** Since when something has been so; where only a latest day is known, it says that. */
export const sinceWords = (language: Language, edtf: string | null): string | null => {
  const last = /^(?:\.\.)?\/(?<day>.+)$/u.exec(edtf ?? '')?.groups?.day
  const words = dateWords(language, last ?? edtf)
  if (words === null) return null
  if (last === undefined) return language === 'de' ? `seit ${words}` : `since ${words}`
  return language === 'de' ? `seit spätestens ${words}` : `since ${words} at the latest`
}

/** The time of day, where there is one: that of the place it was written at, else it says that it is UTC. */
export const timeWords = (language: Language, edtf: string | null): string | null => {
  const m = /T(?<hm>\d\d:\d\d)[\d:.]*(?<utc>Z)?/u.exec(edtf ?? '')?.groups
  if (m === undefined) return null
  const time = language === 'de' ? `${m.hm!.replace(/^0/u, '')} Uhr` : m.hm!
  return m.utc === undefined ? time : `${time} (UTC)`
}

/** With the time of day where the document gives one. */
export const instantWords = (language: Language, edtf: string | null): string | null =>
  [dateWords(language, edtf), timeWords(language, edtf)].filter((words) => words !== null).join(', ') || null

/** The day here and now, as the reader's own calendar has it. */
export const today = (): string => {
  const now = new Date()
  return isoOf({ year: String(now.getFullYear()), month: now.getMonth() + 1, day: now.getDate() })
}

const lastOfMonth = (year: string, month: number): number =>
  new Date(Date.UTC(Number(year), month, 0)).getUTCDate()

/** First and last day it can mean, as ISO days; null for an open end. */
export const dayBounds = (edtf: string): readonly [string | null, string | null] => {
  const first = (p: Point | null) => (p === null ? null : isoOf(p))
  const last = (p: Point | null) => {
    if (p === null) return null
    const month = p.month ?? 12
    return `${p.year}-${two(month)}-${two(p.day ?? lastOfMonth(p.year, month))}`
  }
  const [from, to] = edtf.split('/')
  const a = point(from ?? '')
  return to === undefined ? [first(a), last(a)] : [first(a), last(point(to))]
}
