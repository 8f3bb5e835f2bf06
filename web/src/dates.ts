/** What pages say of days and times beyond the words of `core`. */
import { dateWords, isoOf, type Point, point, two } from '../../src/core/date-words.ts'
import type { Language } from './words.ts'

export { dateWords }

const dayMs = 86_400_000
/** An ISO day as a number: the one after has the next. */
export const dayNumber = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / dayMs
export const isoDay = (day: number): string => new Date(day * dayMs).toISOString().slice(0, 10)

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
