/** When an event happened or shall happen, as narrow as its clause allows. */
import { daysOf } from '../../core/edtf.ts'
import type { DatedValue, TimeAnnotation } from '../../core/layers.ts'
import type { Candidate } from './candidate.ts'
import { dayOfNews, occasionBehind, pointsAtOccasion, type TimesByClause, whenSaid } from './occasion.ts'
import { participleAt } from './participles.ts'
import { wordAt } from './phrases.ts'
import type { Scene } from './scene.ts'

const lastOfMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

/** First and last day → EDTF, coarser where they make a whole month or year. */
export const edtfOf = ([first, last]: readonly [string, string]): string => {
  if (first === last) return first
  if (first.slice(0, 4) === last.slice(0, 4)) {
    if (first.endsWith('-01-01') && last.endsWith('-12-31')) return first.slice(0, 4)
    const [year, month, day] = last.split('-').map(Number)
    if (first.slice(0, 7) === last.slice(0, 7) && first.endsWith('-01') && day === lastOfMonth(year!, month!))
      return first.slice(0, 7)
  }
  return `${first}/${last}`
}

/** Times that stand in a clause, found by their place; both lists are in text order. */
export const timesByClause = (scene: Scene): TimesByClause => {
  const out = new Map<number, TimeAnnotation[]>()
  const words = scene.doc.word
  // „2000 weitere Panzerfäuste“ is no year.
  const counted = new Set<number>()
  for (const { from, to, quantity } of scene.measureEndingAt.values())
    if (quantity !== null) for (let k = from; k < to; k++) counted.add(k)
  let i = 0
  for (const time of scene.doc.time) {
    while (i < words.length && words[i]!.end <= time.start) i++
    if (i >= words.length) break
    const clause = scene.clauseOf[i]!
    if (clause < 0 || time.range === null || counted.has(i)) continue
    const list = out.get(clause)
    if (list === undefined) out.set(clause, [time])
    else list.push(time)
  }
  return out
}

/** The day or month of a publication date, or null. */
const publicationDay = (publishedAt: string | null): string | null =>
  publishedAt === null ? null : publishedAt.split('/')[0]!.split('T')[0]!

/** What is known of an act when its date is asked for. */
export interface Dating {
  readonly happened: boolean
  /** Goes on while it is told or said: present tense. */
  readonly ongoing: boolean
  /** Words of later passages that only point back to the act. */
  readonly repeats: readonly number[]
  /** Date of an act that this one answers. */
  readonly after: string | null
  /** Date of the act told just before. */
  readonly before: DatedValue | null
  /** Told as history, not as news. */
  readonly background: boolean
}

/** The date of an act, and when it was said. */
export interface EventDates {
  readonly date: DatedValue | null
  readonly saidOn: DatedValue | null
}

/** A word shortly before a time, not beyond a comma: „seit Kriegsbeginn Ende Februar“. */
const introduces = (scene: Scene, time: TimeAnnotation, openers: ReadonlySet<string>): boolean => {
  const head = scene.doc.text.slice(Math.max(0, time.start - 40), time.start)
  const near = head.slice(Math.max(head.lastIndexOf(','), head.lastIndexOf('.')) + 1)
  const words = near.toLowerCase().split(/\s+/u).filter(Boolean).slice(-3)
  const own = scene.doc.text.slice(time.start, time.end).toLowerCase().split(/\s/u)[0]!
  return openers.has(own) || words.some((word) => openers.has(word))
}

/** A second verb stands beside the first in time: „verurteilte am Samstag … und forderte“. */
const joinedBefore = (scene: Scene, clauseIndex: number): number | null => {
  const { clause: clauses, word: words } = scene.doc
  const clause = clauses[clauseIndex]!
  const before = clauses[clauseIndex - 1]
  const opener = words[clause.parts[0]?.[0] ?? 0]
  const joins = opener !== undefined && scene.rules.conjunctions.has(opener.text.toLowerCase())
  const alike =
    before?.sentence === clause.sentence &&
    before.kind === clause.kind &&
    before.verb?.tense === clause.verb?.tense
  return joins && alike && clause.subject === null ? clauseIndex - 1 : null
}

/** Both dates of an act. */
export const datesOf = (
  scene: Scene,
  times: TimesByClause,
  candidate: Candidate,
  dating: Dating,
): EventDates => {
  const published = publicationDay(scene.doc.publishedAt)
  const said = whenSaid(scene, times, candidate)
  const saidOn = said === null ? null : placed(scene, said, published, true)
  return { date: dateOf(scene, times, candidate, dating, saidOn), saidOn }
}

const dateOf = (
  scene: Scene,
  times: TimesByClause,
  candidate: Candidate,
  { happened, ongoing, repeats, after, before, background }: Dating,
  saidOn: DatedValue | null,
): DatedValue | null => {
  const words = scene.doc.word
  const published = publicationDay(scene.doc.publishedAt)
  const nearest = (list: readonly TimeAnnotation[], word: number): TimeAnnotation | null => {
    const at = words[word]!.start
    return list.reduce<TimeAnnotation | null>(
      (best, time) => (best === null || Math.abs(time.start - at) < Math.abs(best.start - at) ? time : best),
      null,
    )
  }
  const near = (list: readonly TimeAnnotation[] | undefined) => nearest(list ?? [], candidate.at)
  // „nimmt die im August ausgesetzten Lieferungen wieder auf“: the time is the participle's.
  // „versprach Drohnen bis zum Herbst“, „hat Hilfe bis 2030 gebilligt“: until then it will be given.
  const { undertakes, bySaying } = candidate.type.tellings
  const isDeadline = (time: TimeAnnotation): boolean =>
    happened &&
    (undertakes || bySaying || (published !== null && time.range![0] > published)) &&
    introduces(scene, time, scene.rules.untilWords)
  const own = (times.get(candidate.clause) ?? []).filter(
    (time) => candidate.form === 'participle' || !(isAttributive(scene, time) || isDeadline(time)),
  )
  const first = words[candidate.region[0] ?? candidate.at]!.start
  const last = words[candidate.region.at(-1) ?? candidate.at]!.end
  const inside =
    candidate.form === 'verb' ? own : own.filter((t) => t.start >= first - 1 && t.end <= last + 1)
  const joined = candidate.form === 'verb' ? joinedBefore(scene, candidate.clause) : null
  const found =
    near(inside) ??
    // „die zugesagten Panzer kamen am Montag“: promised before.
    (candidate.form === 'participle' ? null : near(own)) ??
    candidate.complements.map((c) => near(times.get(c))).find((t) => t !== null) ??
    (joined === null ? null : near(times.get(joined))) ??
    repeats.map((word) => nearest(times.get(scene.clauseOf[word]!) ?? [], word)).find((t) => t !== null) ??
    null
  if (found?.range) {
    const dated = placed(scene, found, published, happened)
    if (dated !== null) return dated
  }
  if (!happened) return null
  const told = daysOf(published)
  const news = dayOfNews(scene, times, candidate, told?.first === told?.last ? (told?.first ?? null) : null)
  const { oneDay } = candidate.type.tellings
  if (news !== null && (oneDay || bySaying)) return { edtf: edtfOf(news.range!), basis: 'context' }
  if (saidOn !== null && (ongoing || bySaying) && candidate.form !== 'participle') return saidOn
  // „Eine entsprechende Erklärung wurde unterzeichnet“, „schlossen sich damals an“, „bei dem Treffen“: then, too.
  if (before !== null && pointsAtOccasion(scene, candidate.clause))
    return { edtf: before.edtf, basis: 'context' }
  const occasion = occasionBehind(scene, times, candidate)
  const held = occasion === null ? null : placed(scene, occasion, published, true)
  if (held !== null) return { ...held, basis: 'context' }
  // No later than it was said, and told.
  const reported = saidOn ?? (news === null ? null : { edtf: edtfOf(news.range!) })
  const until = daysOf(reported?.edtf ?? published)?.last ?? null
  if (until === null) return null
  if (ongoing && news !== null) return { edtf: edtfOf(news.range!), basis: 'context' }
  if (ongoing) return { edtf: published ?? until, basis: 'publication' }
  // An answer is no earlier than what it answers.
  const since = after === null ? null : daysOf(after)?.first
  if (since && since <= until) return { edtf: edtfOf([since, until]), basis: 'context' }
  if (reported !== null) return { edtf: `/${until}`, basis: 'context' }
  // A report that states only its month tells the news of that month.
  return { edtf: published!.length === 7 && !background ? published! : `/${published}`, basis: 'publication' }
}

/** Does a participle with its noun follow at once? */
const isAttributive = (scene: Scene, { end }: TimeAnnotation): boolean => {
  const next = wordAt(scene, end)
  const noun = scene.doc.word[next + 1]
  return (noun?.upos === 'NOUN' || noun?.upos === 'PROPN') && participleAt(scene, next) !== null
}

/** A time as the date of an act; null where both exclude each other. */
const placed = (
  scene: Scene,
  { range, basis, ...time }: TimeAnnotation,
  published: string | null,
  happened: boolean,
): DatedValue | null => {
  const [first, last] = range!
  const day = daysOf(published)
  const since = introduces(scene, { ...time, range, basis }, scene.rules.sinceWords)
  const until = introduces(scene, { ...time, range, basis }, scene.rules.untilWords)
  if (day === null || day.first === null || day.last === null)
    return since || until ? null : { edtf: edtfOf([first, last]), basis }
  if (happened) {
    // „seit Freitag“ of something that happened cannot begin after the report.
    if (first > day.last) return null
    if (since) return { edtf: edtfOf([first, day.last]), basis }
    // A report that states only its month: the night to Wednesday lies in it where it can.
    if (published!.length === 7 && first < day.first && last >= day.first && last <= day.last)
      return { edtf: edtfOf([day.first, last]), basis }
    // „noch in diesem Jahr“, „bis Mitte Mai“: what is still to come does so after the report.
  } else if ((until || first < day.first) && last >= day.first)
    return { edtf: edtfOf([day.first, last]), basis }
  return { edtf: edtfOf([first, last]), basis }
}
