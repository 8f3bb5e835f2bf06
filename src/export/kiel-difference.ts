/** Our ledger beside the Kiel tracker: which entries are in both, which in one only. Pure. */
import { addDays, type Days, daysOf, gap, width } from '../core/edtf.ts'
import type { Commitment, Ledger } from '../formats/ledger.ts'
import { standingStep } from './input.ts'
import { aidType, codeOfDonor, measureOf } from './kiel-names.ts'

/** An activity of the tracker, from the row that carries its total. */
export interface KielEntry {
  /** In the sheet, from 1. */
  readonly row: number
  readonly activity: string | null
  readonly donor: string
  /** ISO day or month, or null. */
  readonly date: string | null
  readonly measure: 'Commitment' | 'Allocation' | null
  /** Military, Financial, Humanitarian. */
  readonly type: string | null
  /** As the source tells it where that is known, else in euros; `currency` is null where the sheet names none. */
  readonly amount: number
  readonly currency: string | null
  readonly euro: number | null
  readonly explanation: string
}

interface OurEntry extends Pick<Commitment, 'id' | 'title' | 'providers' | 'goods' | 'amount' | 'stage'> {
  /** Of its first step. */
  readonly date: string | null
  /** Of all steps that happened: the tracker may have entered the promise or the law. */
  readonly dates: readonly string[]
}

/** What the two say differently of one thing, each in its own words. */
export interface Difference {
  readonly field: 'date' | 'amount' | 'stage'
  readonly theirs: string
  readonly ours: string
}

export interface KielDifference {
  readonly schema: 'aktenlage.kiel-difference/2'
  readonly snapshot: string
  readonly both: readonly {
    readonly theirs: KielEntry
    readonly ours: OurEntry
    readonly differs: readonly Difference[]
  }[]
  /** `covered`: by a donor and from a time that our ledger tells of at all, so that one would expect it there. */
  readonly onlyTheirs: readonly (KielEntry & { readonly covered: boolean })[]
  readonly onlyOurs: readonly OurEntry[]
  /** Their rows with a donor that we have no code for. */
  readonly unknownDonors: readonly KielEntry[]
}

/** The tracker enters a package some days after it is announced; later than a month it is more likely another one. */
const daysApart = 31
/** „Rund acht Milliarden“ beside the exact sum of the ministry. */
const sameAmount = (a: number, b: number): boolean =>
  Math.abs(a - b) <= 0.05 * Math.max(Math.abs(a), Math.abs(b))

const promised = new Set(['pledged', 'signed', 'funded', 'delivering', 'delivered', 'exhausted'])

/** What the tracker would list as well: aid for Ukraine that somebody gives and that is promised at least. */
const comparable = (one: Commitment): boolean =>
  one.recipients.includes('UKR') &&
  (one.kind === 'funding' || one.kind === 'delivery') &&
  one.stage !== null &&
  promised.has(one.stage)

const ourEntry = (one: Commitment): OurEntry => ({
  id: one.id,
  title: one.title,
  providers: one.providers,
  goods: one.goods,
  amount: one.amount,
  stage: one.stage,
  date:
    (one.history.find((step) => step.factuality === 'actual' && step.date !== null) ?? standingStep(one))
      ?.date?.edtf ?? null,
  dates: [
    ...new Set(
      one.history.flatMap(({ factuality, date }) =>
        factuality === 'actual' && date !== null ? [date.edtf] : [],
      ),
    ),
  ],
})

/** A date that can mean any day of a season says nothing about which of the donor's packages is meant. */
const widestDate = 62

const narrow = (edtf: string | null): Days | null => {
  const days = daysOf(edtf)
  return days === null || width(days) > widestDate ? null : days
}

interface Nearest {
  readonly date: string
  /** Between theirs and ours, 0 where they touch. */
  readonly days: number
}

/** The date of ours that is nearest to theirs; null where none of them is known well enough. */
const nearest = (theirs: KielEntry, ours: OurEntry): Nearest | null => {
  const day = narrow(theirs.date)
  let best: Nearest | null = null
  for (const date of day === null ? [] : ours.dates) {
    const other = narrow(date)
    if (other === null) continue
    const days = gap(day!, other)
    if (best === null || days < best.days) best = { date, days }
  }
  return best
}

/** Their sum in the currency of ours; null where it cannot be told. */
const amountLike = (theirs: KielEntry, { amount }: OurEntry): number | null =>
  amount === null
    ? null
    : amount.currency === theirs.currency
      ? theirs.amount
      : amount.currency === 'EUR'
        ? theirs.euro
        : null

/** Military aid is no budget aid, whatever the day. */
const otherType = (theirs: KielEntry, ours: OurEntry): boolean => {
  const type = aidType(ours.goods)
  return type !== null && theirs.type !== null && type !== theirs.type
}

/**
 * How well two entries of one donor go together, small is better; null where they do not. With both amounts known
 * in one currency they must agree, unless the day is the same to a week; without, only the days are left to tell.
 */
const mismatch = (theirs: KielEntry, ours: OurEntry): number | null => {
  const days = nearest(theirs, ours)?.days ?? null
  const amount = amountLike(theirs, ours)
  const same = amount !== null && sameAmount(amount, ours.amount!.value)
  if (days === null) return same ? daysApart : null
  if (days > daysApart) return null
  if (same) return days
  return days <= 7 && !otherType(theirs, ours) ? 100 + days + (amount === null ? 0 : 100) : null
}

const differencesOf = (theirs: KielEntry, ours: OurEntry): Difference[] => {
  const date = nearest(theirs, ours)
  const amount = amountLike(theirs, ours)
  const measure = measureOf(ours.stage)
  return [
    ...(date !== null && date.days > 0
      ? [{ field: 'date', theirs: theirs.date!, ours: date.date } as const]
      : []),
    ...(amount !== null && !sameAmount(amount, ours.amount!.value)
      ? [{ field: 'amount', theirs: String(amount), ours: String(ours.amount!.value) } as const]
      : []),
    ...(theirs.measure !== null && measure !== null && theirs.measure !== measure
      ? [{ field: 'stage', theirs: theirs.measure, ours: ours.stage! } as const]
      : []),
  ]
}

/** First and last day that our entries tell of, with the time that the tracker may be late. */
const periodOf = (ours: readonly OurEntry[]): { readonly first: string; readonly last: string } | null => {
  const days = ours
    .flatMap(({ dates }) => dates.flatMap((date) => narrow(date) ?? []))
    .flatMap(({ first, last }) => [first!, last!])
  if (days.length === 0) return null
  days.sort()
  return { first: days[0]!, last: addDays(days.at(-1)!, daysApart) }
}

export const kielDifference = (entries: readonly KielEntry[], ledger: Ledger): KielDifference => {
  const ours = ledger.commitments.filter(comparable).map(ourEntry)
  const period = periodOf(ours)
  const unknownDonors: KielEntry[] = []
  const byDonor = new Map<string, OurEntry[]>()
  for (const one of ours)
    for (const code of one.providers) byDonor.set(code, [...(byDonor.get(code) ?? []), one])

  const pairs: { readonly theirs: KielEntry; readonly ours: OurEntry; readonly cost: number }[] = []
  const known: (KielEntry & { readonly covered: boolean })[] = []
  for (const theirs of entries) {
    const code = codeOfDonor(theirs.donor)
    if (code === null) {
      unknownDonors.push(theirs)
      continue
    }
    const candidates = byDonor.get(code) ?? []
    const day = daysOf(theirs.date)
    const isThen = period !== null && day !== null && day.last! >= period.first && day.first! <= period.last
    known.push({ ...theirs, covered: candidates.length > 0 && isThen })
    for (const one of candidates) {
      const cost = mismatch(theirs, one)
      if (cost !== null) pairs.push({ theirs, ours: one, cost })
    }
  }
  // The best pairs first; each entry goes with one other at most.
  pairs.sort((a, b) => a.cost - b.cost || a.theirs.row - b.theirs.row || (a.ours.id < b.ours.id ? -1 : 1))
  const takenRows = new Set<number>()
  const takenIds = new Set<string>()
  const both = pairs.flatMap(({ theirs, ours: one }) => {
    if (takenRows.has(theirs.row) || takenIds.has(one.id)) return []
    takenRows.add(theirs.row)
    takenIds.add(one.id)
    return [{ theirs, ours: one, differs: differencesOf(theirs, one) }]
  })
  return {
    schema: 'aktenlage.kiel-difference/2',
    snapshot: ledger.snapshot,
    both: both.sort((a, b) => a.theirs.row - b.theirs.row),
    onlyTheirs: known.filter((one) => !takenRows.has(one.row)),
    onlyOurs: ours.filter((one) => !takenIds.has(one.id)),
    unknownDonors,
  }
}
