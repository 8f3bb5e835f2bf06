/** Our ledger beside the Kiel tracker: which entries are in both, which in one only. Pure. */
import { daysOf, gap } from '../core/edtf.ts'
import type { Commitment, Ledger } from '../formats/ledger.ts'
import { standingStep } from './input.ts'
import { codeOfDonor } from './kiel-names.ts'

/** An activity of the tracker, from the row that carries its total. */
export interface KielEntry {
  /** In the sheet, from 1. */
  readonly row: number
  readonly donor: string
  /** ISO day, or null. */
  readonly date: string | null
  readonly amount: number
  readonly currency: string | null
  readonly explanation: string
}

type OurEntry = Pick<Commitment, 'id' | 'title' | 'providers' | 'amount'> & { readonly date: string | null }

export interface KielDifference {
  readonly schema: 'aktenlage.kiel-difference/1'
  readonly snapshot: string
  readonly both: readonly {
    readonly theirs: KielEntry
    readonly ours: OurEntry
    /** What the two say differently. */
    readonly differs: readonly ('date' | 'amount')[]
  }[]
  readonly onlyTheirs: readonly KielEntry[]
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
  amount: one.amount,
  date:
    (one.history.find((step) => step.factuality === 'actual' && step.date !== null) ?? standingStep(one))
      ?.date?.edtf ?? null,
})

/** Days between the two dates; null where one is not known. */
const distance = (theirs: KielEntry, ours: OurEntry): number | null => {
  const a = daysOf(theirs.date)
  const b = daysOf(ours.date)
  return a === null || b === null ? null : gap(a, b)
}

/**
 * How well two entries of one donor go together, small is better; null where they do not. With both amounts known
 * in one currency they must agree, unless the day is the same to a week; without, only the days are left to tell.
 */
const mismatch = (theirs: KielEntry, ours: OurEntry): number | null => {
  const days = distance(theirs, ours)
  const comparableAmounts = ours.amount !== null && theirs.currency === ours.amount.currency
  const same = comparableAmounts && sameAmount(theirs.amount, ours.amount!.value)
  if (days === null) return same ? daysApart : null
  if (days > daysApart) return null
  if (same) return days
  return days <= 7 ? 100 + days + (comparableAmounts ? 100 : 0) : null
}

export const kielDifference = (entries: readonly KielEntry[], ledger: Ledger): KielDifference => {
  const ours = ledger.commitments.filter(comparable).map(ourEntry)
  const unknownDonors: KielEntry[] = []
  const byDonor = new Map<string, OurEntry[]>()
  for (const one of ours)
    for (const code of one.providers) byDonor.set(code, [...(byDonor.get(code) ?? []), one])

  const pairs: { readonly theirs: KielEntry; readonly ours: OurEntry; readonly cost: number }[] = []
  const known: KielEntry[] = []
  for (const theirs of entries) {
    const code = codeOfDonor(theirs.donor)
    if (code === null) {
      unknownDonors.push(theirs)
      continue
    }
    known.push(theirs)
    for (const one of byDonor.get(code) ?? []) {
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
    const days = distance(theirs, one)
    const differs = [
      ...(days !== null && days > 0 ? (['date'] as const) : []),
      ...(one.amount !== null &&
      one.amount.currency === theirs.currency &&
      !sameAmount(one.amount.value, theirs.amount)
        ? (['amount'] as const)
        : []),
    ]
    return [{ theirs, ours: one, differs }]
  })
  return {
    schema: 'aktenlage.kiel-difference/1',
    snapshot: ledger.snapshot,
    both: both.sort((a, b) => a.theirs.row - b.theirs.row),
    onlyTheirs: known.filter((one) => !takenRows.has(one.row)),
    onlyOurs: ours.filter((one) => !takenIds.has(one.id)),
    unknownDonors,
  }
}
