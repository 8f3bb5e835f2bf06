/**
 * When an undated report can have come out, from its own words and from the events that it shares with others.
 * Every bound keeps its reason; nothing here is ever presented as stated.
 *
 *     A (July 2025)   „… in der Nacht zu Mittwoch …“   tells that John Ginkel was called in
 *     B (no date)     „am 2. Juli“                     tells the same
 *     → the second of July 2025 is a Wednesday: B from 2 July on, A from 2 to 8 July
 */
import type { CompiledCodebook } from '../codebook/codebook.ts'
import { addDays, type Days, daysOf, intersect, weekdayOf, width } from '../core/edtf.ts'
import type { ReportEvent, ReportFacts } from './facts.ts'

export interface Publication {
  /** Days on which it can have come out; a null end is open. */
  readonly days: Days
  readonly basis: 'stated' | 'inferred' | null
  readonly because: readonly string[]
}

/** Types of events that tell when a report can have come out. What is asked, said or fought over every week is none. */
export type Landmarks = ReadonlyMap<string, true | 'shared'>

export const landmarksOf = (codebook: CompiledCodebook): Landmarks =>
  new Map(
    [...codebook.types.values()].flatMap(({ name, tellings: { landmark } }) =>
      landmark === false ? [] : [[name, landmark] as const],
    ),
  )

/** A bare weekday („am Freitag“) is one of the week before publication. */
const weekdayReach = 6
/** Undated tellings of events further apart than this are not taken for the same. */
const sameWithin = 45
const rounds = 4

const codes = (parties: ReportEvent['actors']): string =>
  [...new Set(parties.map((party) => party.country ?? party.name))].sort().join('+')

interface Told {
  readonly report: number
  readonly mark: Landmark
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
const alike = (a: ReportEvent, b: ReportEvent, landmarks: Landmarks): boolean => {
  if (a.around.length > 0 && b.around.length > 0) return a.around.some((name) => b.around.includes(name))
  if (a.goods.length > 0 && b.goods.length > 0) return a.goods.some((good) => b.goods.includes(good))
  return landmarks.get(a.type) !== 'shared'
}

// Who of the sides did it is told differently, or read wrongly, more often than who they are.
const keyOf = (event: ReportEvent): string => `${event.type} ${codes([...event.actors, ...event.recipients])}`

const marks = (event: ReportEvent, landmarks: Landmarks): boolean =>
  event.factuality === 'actual' && landmarks.has(event.type) && event.actors.length > 0

/** What several reports can tell of, as one of them tells it. */
interface Landmark {
  readonly key: string
  /** The event; null where a name stands for it. */
  readonly event: ReportEvent | null
  readonly date: ReportEvent['date']
  readonly sentence: number
  readonly background: boolean
  readonly exact: string
}

const marksKept = new WeakMap<Landmarks, WeakMap<ReportFacts, readonly Landmark[]>>()

const landmarksIn = (facts: ReportFacts, landmarks: Landmarks): readonly Landmark[] => {
  const list: Landmark[] = facts.events
    .filter((event) => marks(event, landmarks))
    .map((event) => ({
      key: keyOf(event),
      event,
      date: event.date,
      sentence: event.sentence,
      background: event.background,
      exact: event.evidence.exact,
    }))
  list.push(...appearancesIn(facts))
  return list
}

const marksOf = (facts: ReportFacts, landmarks: Landmarks): readonly Landmark[] => {
  let kept = marksKept.get(landmarks)
  if (kept === undefined) {
    kept = new WeakMap()
    marksKept.set(landmarks, kept)
  }
  const known = kept.get(facts)
  if (known !== undefined) return known
  const list = landmarksIn(facts, landmarks)
  kept.set(facts, list)
  return list
}

/** What a report may share with others: the publication of one depends only on those that share a key with it. */
export const sharedKeysOf = (facts: ReportFacts, landmarks: Landmarks): readonly string[] => [
  ...new Set(landmarksIn(facts, landmarks).map(({ key }) => key)),
]

/** Is it not known to the day when a report came out, so that others may tell? */
export const isOpen = (facts: ReportFacts): boolean => !isExact(statedPublication(facts))

/** More reports than these know the name: it stands for nothing in particular. */
const fewReports = 4

/**
 * Somebody whom a report names in one sentence only stands for what happened there, if few reports know the name.
 *
 *     A   Kiew bestellte den Geschäftsträger Max Muster ein.
 *     B   … lud Max Muster ein. Das Gespräch fand am 2. Juli statt.
 */
const appearancesIn = (facts: ReportFacts): Landmark[] => {
  const sentences = new Map<string, Set<number>>()
  for (const [person, sentence] of facts.appearances) {
    const known = sentences.get(person)
    if (known === undefined) sentences.set(person, new Set([sentence]))
    else known.add(sentence)
  }
  return [...sentences].flatMap(([person, where]) => {
    if (where.size > 1 || !person.includes(' ')) return []
    const [sentence] = where
    const event = facts.events.find(
      (other) =>
        other.sentence === sentence && other.around.includes(person) && other.factuality === 'actual',
    )
    return [
      {
        key: `person ${person}`,
        event: null,
        date: event?.date ?? null,
        sentence: sentence!,
        background: event?.background ?? false,
        exact: event?.evidence.exact ?? person,
      },
    ]
  })
}

/** Do two landmarks of one key look like one happening? A bare name needs the same two sides around it. */
const isShared = (
  a: Landmark,
  b: Landmark,
  mine: ReportFacts,
  theirs: ReportFacts,
  landmarks: Landmarks,
): boolean => {
  if (a.event !== null && b.event !== null) return alike(a.event, b.event, landmarks)
  return mine.countries.filter((country) => theirs.countries.includes(country)).length >= 2
}

/** Publication of every report, in the order of `facts`. */
export const publicationsOf = (facts: readonly ReportFacts[], landmarks: Landmarks): Publication[] => {
  const stated = facts.map(statedPublication)
  const bounds: Days[] = stated.map((days) => days ?? { first: null, last: null })
  const reasons = new Map<number, Set<string>>()
  const open = facts.map((_, index) => index).filter((index) => !isExact(stated[index]!))

  if (open.length > 0) {
    const index = new Map<string, Told[]>()
    const wanted = new Set<string>()
    for (const report of open) for (const { key } of marksOf(facts[report]!, landmarks)) wanted.add(key)
    facts.forEach((report, position) => {
      for (const mark of marksOf(report, landmarks)) {
        if (!wanted.has(mark.key)) continue
        const told = index.get(mark.key)
        if (told === undefined) index.set(mark.key, [{ report: position, mark }])
        else told.push({ report: position, mark })
      }
    })

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

    /** Days of a landmark as its own report tells it, a year that only another report knows filled in. */
    const daysIn = ({ report, mark }: Told, near: Days | null): Days | null => {
      const said = mark.date === null ? null : daysOf(mark.date.edtf)
      if (said !== null && said.first !== null) return said
      for (const time of facts[report]!.times) {
        if (time.sentence !== mark.sentence && time.sentence !== mark.sentence + 1) continue
        if (time.ahead && mark.event === null) continue
        if (mark.event === null && time.range !== null && time.range[0] === time.range[1])
          return { first: time.range[0], last: time.range[1] }
        const day = yearless(time.value)
        const full = day === null || near === null ? null : dayNear(day, near, 7)
        if (full !== null) return full
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
      // „soll am 9. April 2025 folgen“: it had not come yet.
      for (const { exact, basis, range, planned } of facts[report]!.times)
        if (planned && basis === 'stated' && range !== null && range[0] === range[1])
          narrow(report, { last: range[1] }, `„${exact}“ (${range[1]}) steht noch bevor`)
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
        for (const mark of marksOf(own, landmarks)) {
          const all = index.get(mark.key)!
          if (mark.event === null && all.length > fewReports) continue
          const others = all.filter(
            (told) =>
              told.report !== report && isShared(mark, told.mark, own, facts[told.report]!, landmarks),
          )
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
          // „am 2. Juli“ beside a shared event: the year is that of the event, and the day had come.
          if (mark.event !== null && stated[report] === null) {
            for (const time of own.times) {
              const day = time.ahead ? null : yearless(time.value)
              const full = day === null ? null : dayNear(day, reach, sameWithin)
              if (full?.first != null)
                narrow(
                  report,
                  { first: full.first },
                  `„${time.exact}“ ist der ${german(full.first)}, denn „${mark.exact}“ steht auch in ${facts[usable[0]!.told.report]!.source}`,
                )
            }
          }
          let happened: Days | null = null
          let from: Told | null = null
          for (const told of [{ report, mark }, ...usable.map(({ told }) => told)]) {
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
                ? `„${mark.exact}“ geschah ${spoken(happened)}`
                : `„${mark.exact}“ geschah ${spoken(happened)}, so ${facts[from!.report]!.source}: „${from!.mark.exact}“`,
            )
            // The report names the weekday of that day: it is one of the week before.
            if (width(happened) === 0 && happened.first === happened.last && stated[report] !== null) {
              const weekday = weekdayOf(happened.first)
              const named = own.times.find((time) => weekdayIn(time.exact) === weekday)
              if (named !== undefined && !mark.background)
                narrow(
                  report,
                  { last: addDays(happened.first, weekdayReach) },
                  `der ${german(happened.first)} ist der Wochentag von „${named.exact}“, also höchstens eine Woche her`,
                )
            }
          }
          // What reports brought to light cannot be retold before the first of them was out.
          const earliest = usable
            .filter(({ told }) => !told.mark.background)
            .map(({ out }) => out.first!)
            .sort()[0]
          if (
            earliest !== undefined &&
            mark.event !== null &&
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
