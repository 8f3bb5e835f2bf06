/** Stories as lists and their pages show them. Pure; rows are made once for each ledger. */
import { daysOf } from '../core/edtf.ts'
import { compare } from '../core/sorted.ts'
import type { Ledger, Step } from '../formats/ledger.ts'

type Story = Ledger['stories'][number]
type Published = NonNullable<Step['date']>

/** What is asked of the facts of a report. */
interface Told {
  readonly source: string
  readonly published: Published | null
}

export interface StoryRow extends Story {
  readonly origins: number
  readonly first: string | null
  readonly last: string | null
}

export interface ToldEvent {
  readonly commitment: { readonly id: string; readonly title: string }
  readonly transition: string
  readonly factuality: string
  readonly date: Step['date']
  readonly start: number
  readonly end: number
}

/** When each document was published, by its source: as it says, else as was inferred. */
export const publicationsOf = (
  ledger: Ledger,
  facts: readonly Told[],
): ReadonlyMap<string, Published | null> => {
  const published = new Map<string, Published | null>(facts.map((one) => [one.source, one.published]))
  for (const { source, published: edtf } of ledger.inferredDates)
    published.set(source, { edtf, basis: 'inferred' })
  return published
}

/** Copies by their source, with the source of the report that was first of their wire group. */
export const originsBySource = (ledger: Ledger): ReadonlyMap<string, string> =>
  new Map(
    ledger.wireGroups.flatMap(({ documents }) => documents.map((source) => [source, documents[0]!] as const)),
  )

const lastDay = (edtf: string | null): string => {
  const days = daysOf(edtf)
  return days?.last ?? days?.first ?? ''
}

const made = new WeakMap<Ledger, readonly StoryRow[]>()

/** All stories, the one told of last first. */
export const storyRows = (ledger: Ledger, facts: readonly Told[]): readonly StoryRow[] => {
  const there = made.get(ledger)
  if (there !== undefined) return there
  const published = publicationsOf(ledger, facts)
  const originOf = originsBySource(ledger)
  const rows = ledger.stories
    .map((story): StoryRow => {
      const dates = story.documents
        .flatMap((source) => published.get(source)?.edtf ?? [])
        .sort((a, b) => compare(lastDay(a), lastDay(b)))
      return {
        ...story,
        origins: new Set(story.documents.map((source) => originOf.get(source) ?? source)).size,
        first: dates[0] ?? null,
        last: dates.at(-1) ?? null,
      }
    })
    .sort((a, b) => compare(lastDay(b.last), lastDay(a.last)) || compare(a.id, b.id))
  made.set(ledger, rows)
  return rows
}

/** In the order of their text; what is told twice stands where it is told first. */
const inOrder = (events: readonly ToldEvent[]): ToldEvent[] => {
  const first = new Map<string, ToldEvent>()
  for (const event of [...events].sort((a, b) => a.start - b.start)) {
    const key = [event.commitment.id, event.transition, event.factuality, event.date?.edtf].join(' ')
    if (!first.has(key)) first.set(key, event)
  }
  return [...first.values()]
}

/** What the ledger rests on some reports, by report and in the order of their text. */
export const eventsByReport = (
  ledger: Ledger,
  reports: ReadonlySet<string>,
): ReadonlyMap<string, ToldEvent[]> => {
  const told = new Map<string, ToldEvent[]>()
  for (const { id, title, history } of ledger.commitments)
    for (const { transition, factuality, date, evidence } of history)
      for (const { report, start, end } of evidence) {
        if (!reports.has(report)) continue
        const event = { commitment: { id, title }, transition, factuality, date, start, end }
        const there = told.get(report)
        if (there === undefined) told.set(report, [event])
        else there.push(event)
      }
  for (const [report, events] of told) told.set(report, inOrder(events))
  return told
}
