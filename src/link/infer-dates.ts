/**
 * When an undated report can have come out, from its own words and from the events that it shares with others.
 * Every bound keeps its reason; nothing here is ever presented as stated.
 *
 *     A (July 2025)   „… in der Nacht zu Mittwoch …“   tells that John Ginkel was called in
 *     B (no date)     „am 2. Juli“                     tells the same
 *     → the second of July 2025 is a Wednesday: B from 2 July on, A from 2 to 8 July
 */
import { addDays, type Days, daysOf, intersect, weekdayOf, width } from '../core/edtf.ts'
import { compare } from '../core/sorted.ts'
import type { ReportFacts } from './facts.ts'
import { fewReports, isShared, type Landmark, type Landmarks, marksOf } from './landmarks.ts'

export interface Publication {
  /** Days on which it can have come out; a null end is open. */
  readonly days: Days
  readonly basis: 'stated' | 'inferred' | null
  readonly because: readonly string[]
}

/** A bare weekday („am Freitag“) is one of the week before publication. */
const weekdayReach = 6
/** Undated tellings of events further apart than this are not taken for the same. */
const sameWithin = 45
/** A day without a year may lie so far outside the days that tell its year. */
const yearRoom = 7
const rounds = 4

const german = (day: string): string =>
  `${Number(day.slice(8, 10))}.${Number(day.slice(5, 7))}.${day.slice(0, 4)}`

const spoken = ({ first, last }: Days): string =>
  first !== null && first === last
    ? `am ${german(first)}`
    : `zwischen ${first === null ? '…' : german(first)} und ${last === null ? '…' : german(last)}`

/** Month and day of a date whose year nobody says: „am 2. Juli“ in an undated report. */
export const yearless = (value: string): string | null =>
  /^XXXX-(?<day>\d\d-\d\d)/u.exec(value)?.groups?.day ?? null

/** Weekday of an expression that names one but no date: `XXXX-WXX-3` or, resolved, a single day or night. */
const weekdayNames: readonly string[] = [
  'montag',
  'dienstag',
  'mittwoch',
  'donnerstag',
  'freitag',
  'samstag',
  'sonntag',
]
export const weekdayIn = (exact: string): number | null => {
  const low = exact.toLowerCase().replace('sonnabend', 'samstag')
  if (/\d|vergangen|letzt|vorig|nächst|kommend/u.test(low)) return null
  const at = weekdayNames.findIndex((name) => low.includes(name))
  return at < 0 ? null : at + 1
}

export const statedPublication = (facts: ReportFacts): Days | null => daysOf(facts.published?.edtf)

/** Is it not known to the day when a report came out, so that others may tell? */
export const isOpen = (facts: ReportFacts): boolean => {
  const days = statedPublication(facts)
  return days === null || width(days) > 0
}

/** A day without a year, with the year that lies near some days. */
const dayNear = (day: string, near: Days, room: number): Days | null => {
  for (const end of [near.first, near.last]) {
    if (end === null) continue
    const full = daysOf(`${end.slice(0, 4)}-${day}`)
    const around = { first: addDays(near.first ?? end, -room), last: addDays(near.last ?? end, room) }
    if (full !== null && intersect(full, around) !== null) return full
  }
  return null
}

/** A landmark in a report, by its place among all. */
interface Told {
  readonly report: number
  readonly mark: Landmark
}

/** What is known of all reports so far. */
interface Known {
  readonly facts: readonly ReportFacts[]
  readonly stated: readonly (Days | null)[]
  /** Days on which each can have come out. */
  readonly bounds: Days[]
  readonly reasons: Map<number, Set<string>>
}

const narrow = ({ bounds, reasons }: Known, report: number, by: Partial<Days>, reason: string): void => {
  const before = bounds[report]!
  const after = intersect(before, { first: by.first ?? null, last: by.last ?? null })
  // A claim that everything else contradicts is no constraint.
  if (after === null || (after.first === before.first && after.last === before.last)) return
  bounds[report] = after
  const known = reasons.get(report)
  if (known === undefined) reasons.set(report, new Set([reason]))
  else known.add(reason)
}

/** It came out after what it tells as done on a stated day, and before what is still to come. */
const boundByOwnDates = (known: Known, report: number): void => {
  const { times, events } = known.facts[report]!
  // „soll am 9. April 2025 folgen“: it had not come yet.
  for (const { exact, basis, range, planned } of times)
    if (planned && basis === 'stated' && range !== null && range[0] === range[1])
      narrow(known, report, { last: range[1] }, `„${exact}“ (${range[1]}) steht noch bevor`)
  for (const { date, evidence, factuality } of events) {
    const days = date?.basis === 'stated' ? daysOf(date.edtf) : null
    if (days === null) continue
    const told = `„${evidence.exact}“ (${date!.edtf})`
    if (factuality === 'actual' && days.first !== null)
      narrow(known, report, { first: days.first }, `${told} ist geschehen`)
    if (factuality === 'planned' && days.last !== null && width(days) === 0)
      narrow(known, report, { last: days.last }, `${told} steht noch bevor`)
  }
}

/** Those that tell the same, at times that can be one time. */
const sharedBy = (
  { facts, bounds }: Known,
  report: number,
  mark: Landmark,
  all: readonly Told[],
  landmarks: Landmarks,
): Told[] => {
  if (mark.event === null && all.length > fewReports) return []
  const seen = all.filter(
    (told) =>
      told.report !== report &&
      bounds[told.report]!.first !== null &&
      isShared(mark, told.mark, facts[report]!, facts[told.report]!, landmarks),
  )
  if (isOfOneTime(seen, bounds)) return seen
  // The same thing told at times far apart may be two things: what names it in the same words is meant,
  const namesakes = namesakesOf(mark, seen)
  if (namesakes.length > 0 && isOfOneTime(namesakes, bounds)) return namesakes
  // or else what was told near this report.
  const near = bounds[report]!
  if (near.first === null) return []
  const around = {
    first: addDays(near.first, -sameWithin),
    last: addDays(near.last ?? near.first, sameWithin),
  }
  return seen.filter((told) => intersect(around, bounds[told.report]!) !== null)
}

/** Those that share the most words of what it is about, if they share any. */
const namesakesOf = ({ about }: Landmark, seen: readonly Told[]): Told[] => {
  if (about.length === 0) return []
  let most = 1
  let best: Told[] = []
  for (const told of seen) {
    const shared = told.mark.about.filter((stem) => about.includes(stem)).length
    if (shared < most) continue
    if (shared > most) best = []
    most = shared
    best.push(told)
  }
  return best
}

const isOfOneTime = (tellings: readonly Told[], bounds: Known['bounds']): boolean => {
  let earliest: string | null = null
  let latest: string | null = null
  for (const { report } of tellings) {
    const { first } = bounds[report]!
    if (earliest === null || first! < earliest) earliest = first
    if (latest === null || first! > latest) latest = first
  }
  return earliest === null || latest! <= addDays(earliest, sameWithin)
}

/** Days of a landmark as its own report tells it, a year that only another report knows filled in. */
const daysIn = (facts: ReportFacts, mark: Landmark, near: Days): Days | null => {
  const said = mark.date === null ? null : daysOf(mark.date.edtf)
  if (said !== null && said.first !== null) return said
  for (const time of facts.times) {
    if (time.sentence !== mark.sentence && time.sentence !== mark.sentence + 1) continue
    if (time.ahead && mark.event === null) continue
    if (mark.event === null && time.range !== null && time.range[0] === time.range[1])
      return { first: time.range[0], last: time.range[1] }
    const day = yearless(time.value)
    const full = day === null ? null : dayNear(day, near, yearRoom)
    if (full !== null) return full
  }
  return said
}

/** When it happened, as the report that says it most precisely has it. */
const happeningOf = (
  { facts, stated, bounds }: Known,
  tellings: readonly Told[],
  reach: Days,
): { readonly days: Days & { readonly first: string }; readonly from: Told } | null => {
  let best: { readonly days: Days & { readonly first: string }; readonly from: Told } | null = null
  for (const from of tellings) {
    const near = stated[from.report] === null ? reach : bounds[from.report]!
    const days = daysIn(facts[from.report]!, from.mark, near)
    if (days === null || days.first === null) continue
    if (best === null || (intersect(best.days, days) !== null && width(days) < width(best.days)))
      best = { days: { ...days, first: days.first }, from }
  }
  return best
}

/** What an open report and others tell bounds the days on which it can have come out. */
const boundByShared = (known: Known, report: number, mark: Landmark, others: readonly Told[]): void => {
  const { facts, stated, bounds } = known
  const own = facts[report]!
  const outs = others.map((told) => bounds[told.report]!)
  const reach: Days = {
    first: outs.map(({ first }) => first!).sort()[0]!,
    last: outs
      .map(({ first, last }) => last ?? first!)
      .sort()
      .at(-1)!,
  }
  const source = (told: Told): string => facts[told.report]!.source
  // „am 2. Juli“ beside a shared event: the year is that of the event, and the day had come.
  if (mark.event !== null && stated[report] === null)
    for (const time of own.times) {
      const day = time.ahead ? null : yearless(time.value)
      const full = day === null ? null : dayNear(day, reach, sameWithin)
      if (full?.first != null)
        narrow(
          known,
          report,
          { first: full.first },
          `„${time.exact}“ ist der ${german(full.first)}, denn „${mark.exact}“ steht auch in ${source(others[0]!)}`,
        )
    }
  const happened = happeningOf(known, [{ report, mark }, ...others], reach)
  if (happened !== null) {
    const { days, from } = happened
    const when = `„${mark.exact}“ geschah ${spoken(days)}`
    narrow(
      known,
      report,
      { first: days.first },
      from.report === report ? when : `${when}, so ${source(from)}: „${from.mark.exact}“`,
    )
    if (width(days) === 0) boundByWeekday(known, report, mark, days.first)
  }
  // What reports brought to light cannot be retold before the first of them was out.
  const [earliest] = others
    .filter((told) => !told.mark.background)
    .sort((a, b) => compare(bounds[a.report]!.first!, bounds[b.report]!.first!))
  if (
    earliest !== undefined &&
    mark.event !== null &&
    stated[report] === null &&
    (happened === null || width(happened.days) > 0)
  ) {
    const { first } = bounds[earliest.report]!
    narrow(
      known,
      report,
      { first: first! },
      `davon berichtet zuerst, frühestens am ${german(first!)}, ${source(earliest)}`,
    )
  }
}

/** The report calls the day of its news by its weekday: it is one of the week before. */
const boundByWeekday = (known: Known, report: number, mark: Landmark, day: string): void => {
  if (mark.background) return
  const weekday = weekdayOf(day)
  // Where the report knows its month, the weekday may stand anywhere in it.
  const named = known.facts[report]!.times.find(
    ({ exact, sentence }) =>
      weekdayIn(exact) === weekday && (known.stated[report] !== null || sentence === mark.sentence),
  )
  if (named !== undefined)
    narrow(
      known,
      report,
      { last: addDays(day, weekdayReach) },
      `der ${german(day)} ist der Wochentag von „${named.exact}“, also höchstens eine Woche her`,
    )
}

/** „Am 9. Oktober gab …“ in a report that came out within one year: the day is of that year, and had come. */
const boundByYearless = (known: Known, report: number): void => {
  const { first, last } = known.bounds[report]!
  if (first === null || last === null || known.stated[report] !== null || addDays(first, oneYear) < last)
    return
  for (const { value, exact, ahead } of known.facts[report]!.times) {
    const day = ahead ? null : yearless(value)
    const full = day === null ? null : dayNear(day, { first, last }, 0)
    if (full?.first != null)
      narrow(known, report, { first: full.first }, `„${exact}“ ist der ${german(full.first)} und vorbei`)
  }
}
const oneYear = 300

/** Landmarks of open reports, with everybody who tells of them. */
const tellersOf = (
  facts: readonly ReportFacts[],
  open: readonly number[],
  landmarks: Landmarks,
): ReadonlyMap<string, readonly Told[]> => {
  const tellers = new Map<string, Told[]>()
  for (const report of open) for (const { key } of marksOf(facts[report]!, landmarks)) tellers.set(key, [])
  facts.forEach((one, report) => {
    for (const mark of marksOf(one, landmarks)) tellers.get(mark.key)?.push({ report, mark })
  })
  return tellers
}

/** Publication of every report, in the order of `facts`. */
export const publicationsOf = (facts: readonly ReportFacts[], landmarks: Landmarks): Publication[] => {
  const stated = facts.map(statedPublication)
  const bounds = stated.map((days) => days ?? { first: null, last: null })
  const known: Known = { facts, stated, bounds, reasons: new Map() }
  const open = facts.map((_, report) => report).filter((report) => isOpen(facts[report]!))
  const tellers = tellersOf(facts, open, landmarks)
  for (const report of open) boundByOwnDates(known, report)
  for (let round = 0; round < rounds; round++)
    for (const report of open) {
      for (const mark of marksOf(facts[report]!, landmarks)) {
        const others = sharedBy(known, report, mark, tellers.get(mark.key)!, landmarks)
        if (others.length > 0) boundByShared(known, report, mark, others)
      }
      boundByYearless(known, report)
    }
  return facts.map((_, report) => {
    const because = known.reasons.get(report)
    const days = bounds[report]!
    if (because !== undefined) return { days, basis: 'inferred', because: [...because] }
    return stated[report] === null ? unknown : { days, basis: 'stated', because: [] }
  })
}

const unknown: Publication = { days: { first: null, last: null }, basis: null, because: [] }
