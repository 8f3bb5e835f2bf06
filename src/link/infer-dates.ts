/**
 * When an undated report can have come out, from its own words and from the events that it shares with others.
 * Every bound keeps its reason; nothing here is ever presented as stated.
 *
 *     A (July 2025)   „… in der Nacht zu Mittwoch …“   tells that John Ginkel was called in
 *     B (no date)     „am 2. Juli“                     tells the same
 *     → the second of July 2025 is a Wednesday: B from 2 July on, A from 2 to 8 July
 */
import { addDays, type Days, daysOf, edtfOf, intersect, weekdayOf, width } from '../core/edtf.ts'
import type { ReportEvent, ReportFacts } from './facts.ts'

export interface Publication {
  /** Days on which it can have come out; a null end is open. */
  readonly days: Days
  readonly basis: 'stated' | 'inferred' | null
  readonly because: readonly string[]
}

/** What is asked, said or fought over every week is no landmark. */
const landmarks: ReadonlySet<string> = new Set([
  'summon',
  'pause',
  'resume',
  'agree',
  'approve',
  'cancel',
  'block',
  'exhaust',
  'pledge',
  'provide',
  'meet',
  'cooperate',
])

/** A bare weekday („am Freitag“) is one of the week before publication. */
const weekdayReach = 6
/** Undated tellings of events further apart than this are not taken for the same. */
const sameWithin = 45
const rounds = 4

const codes = (parties: ReportEvent['actors']): string =>
  [...new Set(parties.map((party) => party.country ?? party.name))].sort().join('+')

interface Told {
  readonly report: number
  readonly event: ReportEvent
}

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

const isExact = (days: Days | null): boolean => days !== null && width(days) === 0

/** Do two events look like one happening, their dates aside? */
const alike = (a: ReportEvent, b: ReportEvent): boolean => {
  if (a.around.length > 0 && b.around.length > 0) return a.around.some((name) => b.around.includes(name))
  if (a.goods.length > 0 && b.goods.length > 0) return a.goods.some((good) => b.goods.includes(good))
  return a.type !== 'meet' && a.type !== 'provide' && a.type !== 'pledge'
}

// Who of the sides did it is told differently, or read wrongly, more often than who they are.
const keyOf = (event: ReportEvent): string => `${event.type} ${codes([...event.actors, ...event.recipients])}`

const marks = (event: ReportEvent): boolean =>
  event.factuality === 'actual' && landmarks.has(event.type) && event.actors.length > 0

const markedKeys = new WeakMap<ReportFacts, readonly (readonly [key: string, event: ReportEvent])[]>()

/** Landmarks of a report with their keys. */
const marksOf = (facts: ReportFacts): readonly (readonly [key: string, event: ReportEvent])[] => {
  const known = markedKeys.get(facts)
  if (known !== undefined) return known
  const list = facts.events.filter(marks).map((event) => [keyOf(event), event] as const)
  markedKeys.set(facts, list)
  return list
}

/** Publication of every report, in the order of `facts`. */
export const publicationsOf = (facts: readonly ReportFacts[]): Publication[] => {
  const stated = facts.map(statedPublication)
  const bounds: Days[] = stated.map((days) => days ?? { first: null, last: null })
  const reasons = new Map<number, Set<string>>()
  const open = facts.map((_, index) => index).filter((index) => !isExact(stated[index]!))

  if (open.length > 0) {
    const index = new Map<string, Told[]>()
    const wanted = new Set<string>()
    for (const report of open) for (const [key] of marksOf(facts[report]!)) wanted.add(key)
    facts.forEach((report, position) => {
      for (const [key, event] of marksOf(report)) {
        if (!wanted.has(key)) continue
        const told = index.get(key)
        if (told === undefined) index.set(key, [{ report: position, event }])
        else told.push({ report: position, event })
      }
    })

    /** Days of an event as its own report tells it, a year that only another report knows filled in. */
    const daysIn = ({ report, event }: Told, near: Days | null): Days | null => {
      const said = event.date === null ? null : daysOf(event.date.edtf)
      if (said !== null && said.first !== null) return said
      const facts_ = facts[report]!
      for (const time of facts_.times) {
        if (time.sentence !== event.sentence && time.sentence !== event.sentence + 1) continue
        const day = yearless(time.value)
        if (day === null || near === null) continue
        for (const end of [near.first, near.last]) {
          if (end === null) continue
          const full = daysOf(`${end.slice(0, 4)}-${day}`)
          if (
            full !== null &&
            intersect(full, { first: addDays(near.first ?? end, -7), last: addDays(near.last ?? end, 7) }) !==
              null
          )
            return full
        }
      }
      return said
    }

    const narrow = (report: number, by: Partial<Days>, reason: string): void => {
      const before = bounds[report]!
      const after = intersect(before, { first: by.first ?? null, last: by.last ?? null })
      // A claim that everything else contradicts is no constraint.
      if (after === null || (after.first === before.first && after.last === before.last)) return
      bounds[report] = after
      const known = reasons.get(report)
      if (known === undefined) reasons.set(report, new Set([reason]))
      else known.add(reason)
    }

    for (const report of open) {
      for (const event of facts[report]!.events) {
        const days = event.date?.basis === 'stated' ? daysOf(event.date.edtf) : null
        if (days === null) continue
        if (event.factuality === 'actual' && days.first !== null)
          narrow(
            report,
            { first: days.first },
            `„${event.evidence.exact}“ (${event.date!.edtf}) ist geschehen`,
          )
        if (event.factuality === 'planned' && days.last !== null && width(days) === 0)
          narrow(
            report,
            { last: days.last },
            `„${event.evidence.exact}“ (${event.date!.edtf}) steht noch bevor`,
          )
      }
    }

    for (let round = 0; round < rounds; round++) {
      for (const report of open) {
        const own = facts[report]!
        for (const [key, event] of marksOf(own)) {
          const others = index.get(key)!.filter((told) => told.report !== report && alike(event, told.event))
          if (others.length === 0) continue
          // The same thing told at times far apart may be two things: no bound from either.
          const seen = others
            .map((told) => ({ told, out: bounds[told.report]! }))
            .filter(({ out }) => out.first !== null)
          if (seen.length === 0) continue
          const firsts = seen.map(({ out }) => out.first!).sort()
          const spread = intersect(
            { first: firsts[0]!, last: addDays(firsts[0]!, sameWithin) },
            { first: firsts.at(-1)!, last: null },
          )
          const near = bounds[report]!
          const usable =
            spread === null && near.first !== null
              ? seen.filter(
                  ({ out }) =>
                    intersect(
                      {
                        first: addDays(near.first!, -sameWithin),
                        last: addDays(near.last ?? near.first!, sameWithin),
                      },
                      out,
                    ) !== null,
                )
              : spread === null
                ? []
                : seen
          if (usable.length === 0) continue
          const reach: Days = {
            first: usable.map(({ out }) => out.first!).sort()[0]!,
            last: usable
              .map(({ out }) => out.last ?? out.first!)
              .sort()
              .at(-1)!,
          }
          let happened: Days | null = null
          let from: Told | null = null
          for (const told of [{ report, event }, ...usable.map(({ told }) => told)]) {
            const days = daysIn(told, stated[told.report] === null ? reach : bounds[told.report]!)
            if (days === null || days.first === null) continue
            if (happened === null || (intersect(happened, days) !== null && width(days) < width(happened))) {
              happened = days
              from = told
            }
          }
          if (happened?.first != null) {
            narrow(
              report,
              { first: happened.first },
              from!.report === report
                ? `„${event.evidence.exact}“ geschah ${spoken(happened)}`
                : `„${event.evidence.exact}“ geschah ${spoken(happened)}, so ${facts[from!.report]!.source}: „${from!.event.evidence.exact}“`,
            )
            // The report names the weekday of that day: it is one of the week before.
            if (width(happened) === 0 && happened.first === happened.last && stated[report] !== null) {
              const weekday = weekdayOf(happened.first)
              const named = own.times.find((time) => weekdayIn(time.exact) === weekday)
              if (named !== undefined && !event.background)
                narrow(
                  report,
                  { last: addDays(happened.first, weekdayReach) },
                  `der ${german(happened.first)} ist der Wochentag von „${named.exact}“, also höchstens eine Woche her`,
                )
            }
          }
          // What reports brought to light cannot be retold before the first of them was out.
          const earliest = usable
            .filter(({ told }) => !told.event.background)
            .map(({ out }) => out.first!)
            .sort()[0]
          if (
            earliest !== undefined &&
            stated[report] === null &&
            (happened === null || width(happened) > 0)
          ) {
            const first = usable.find(({ out }) => out.first === earliest)!
            narrow(
              report,
              { first: earliest },
              `davon berichtet zuerst, frühestens am ${german(earliest)}, ${facts[first.told.report]!.source}`,
            )
          }
        }
      }
    }
  }

  return facts.map((_, report) => {
    const because = reasons.get(report)
    const days = bounds[report]!
    if (because !== undefined) return { days, basis: 'inferred', because: [...because] }
    return stated[report] === null ? unknown : { days, basis: 'stated', because: [] }
  })
}

const unknown: Publication = { days: { first: null, last: null }, basis: null, because: [] }
