/** The ledger as rows: filters, sorting, pages. Pure; rows are made for the page that is shown. */
import { daysOf } from '../core/edtf.ts'
import { failure } from '../core/errors.ts'
import { compare } from '../core/sorted.ts'
import type { Commitment, Ledger, LedgerEvidence, Step } from '../formats/ledger.ts'
import type { Selection } from '../run/export.ts'

export interface LedgerRow extends Omit<Commitment, 'history'> {
  readonly history: Omit<Step, 'evidence'>[]
  readonly lastChange: string | null
  readonly reports: number
  readonly origins: number
  readonly contradictions: number
  /** Its first evidence, by which decisions name it. */
  readonly ref: LedgerEvidence['ref']
}

export const rowOf = (commitment: Commitment, contradictions: number): LedgerRow => {
  return {
    ...commitment,
    history: commitment.history.map(({ evidence: _, ...step }) => step),
    lastChange: lastChangeOf(commitment),
    reports: reportsOf(commitment),
    origins: originsOf(commitment),
    contradictions,
    ref: commitment.history.find(({ evidence }) => evidence.length > 0)!.evidence[0]!.ref,
  }
}

const lastChangeOf = ({ history }: Commitment): string | null =>
  history.findLast((step) => step.factuality === 'actual' && step.date !== null)?.date?.edtf ?? null

const reportsOf = ({ history }: Commitment): number => {
  const reports = new Set<string>()
  for (const { evidence } of history) for (const { report } of evidence) reports.add(report)
  return reports.size
}

/** Of the step that has most. */
const originsOf = ({ history }: Commitment): number =>
  history.reduce((most, { origins }) => Math.max(most, origins), 0)

/** What is counted for the whole ledger. */
interface Counts {
  /** By commitment. */
  readonly contradictions: ReadonlyMap<string, number>
  readonly facets: Record<'kind' | 'stage' | 'suspension' | 'party' | 'good', Record<string, number>>
}

const made = new WeakMap<Ledger, Counts>()

const countsOf = (ledger: Ledger): Counts => {
  const there = made.get(ledger)
  if (there !== undefined) return there
  const contradicted = new Map<string, number>()
  for (const { commitment } of ledger.contradictions)
    if (commitment !== null) contradicted.set(commitment, (contradicted.get(commitment) ?? 0) + 1)
  const facets: Counts['facets'] = { kind: {}, stage: {}, suspension: {}, party: {}, good: {} }
  const count = (facet: Record<string, number>, value: string): void => {
    facet[value] = (facet[value] ?? 0) + 1
  }
  for (const row of ledger.commitments) {
    count(facets.kind, row.kind)
    count(facets.stage, row.stage ?? 'none')
    count(facets.suspension, row.suspension)
    for (const party of new Set([...row.providers, ...row.recipients])) count(facets.party, party)
    for (const good of row.goods) count(facets.good, good)
  }
  const result = { contradictions: contradicted, facets }
  made.set(ledger, result)
  return result
}

export interface RowFilter {
  readonly kind?: string | undefined
  readonly stage?: string | undefined
  readonly suspension?: string | undefined
  readonly party?: string | undefined
  readonly provider?: string | undefined
  /** `none` for entries in which nobody gives to another. */
  readonly recipient?: string | undefined
  readonly good?: string | undefined
  readonly review?: string | undefined
  /** Words that must all stand in the title. */
  readonly q?: string | undefined
  readonly sort?: 'changed' | 'title' | 'reports' | 'origins' | undefined
}

/** The last day that its last change can mean: `../2025-07-05` is older than `2025-07-06`. */
const lastDayOf = (commitment: Commitment): string => {
  const days = daysOf(lastChangeOf(commitment))
  return days?.last ?? days?.first ?? ''
}

/** By what is found once of each entry; titles from A to Z, all else the largest first. */
const sorted = (commitments: readonly Commitment[], sort: RowFilter['sort'] = 'changed'): Commitment[] => {
  if (sort === 'title')
    return [...commitments].sort((a, b) => a.title.localeCompare(b.title, 'de') || compare(a.id, b.id))
  const keyOf = { changed: lastDayOf, reports: reportsOf, origins: originsOf }[sort]
  return commitments
    .map((one) => ({ one, key: keyOf(one) }))
    .sort((a, b) => (a.key > b.key ? -1 : a.key < b.key ? 1 : compare(a.one.id, b.one.id)))
    .map(({ one }) => one)
}

const filtered = (ledger: Ledger, filter: RowFilter): Commitment[] => {
  const words = (filter.q ?? '').toLowerCase().split(/\s+/u).filter(Boolean)
  return ledger.commitments.filter(
    (row) =>
      (filter.kind === undefined || row.kind === filter.kind) &&
      (filter.stage === undefined || (row.stage ?? 'none') === filter.stage) &&
      (filter.suspension === undefined || row.suspension === filter.suspension) &&
      (filter.party === undefined ||
        row.providers.includes(filter.party) ||
        row.recipients.includes(filter.party)) &&
      (filter.provider === undefined || row.providers.includes(filter.provider)) &&
      (filter.recipient === undefined || recipientsOf(row).includes(filter.recipient)) &&
      (filter.good === undefined || row.goods.includes(filter.good)) &&
      (filter.review === undefined || row.review === filter.review) &&
      words.every((word) => row.title.toLowerCase().includes(word)),
  )
}

/** The entries that pass a filter, or null where it lets everything through. */
export const selectionOf = (ledger: Ledger, filter: RowFilter): Selection | null => {
  const { sort: _, ...asked } = filter
  const values = Object.entries(asked)
    .filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== '')
    .sort(([a], [b]) => compare(a, b))
  return values.length === 0
    ? null
    : {
        id: `search:${new URLSearchParams(values)}`,
        values: values.map(([, value]) => value),
        commitments: new Set(filtered(ledger, filter).map(({ id }) => id)),
      }
}

const recipientsOf = ({ recipients }: Commitment): readonly string[] =>
  recipients.length === 0 ? ['none'] : recipients

export interface Pair {
  readonly provider: string
  readonly recipient: string
  readonly commitments: number
}

/** Who gives to whom, with how many entries; `none` is nobody: the parties agree among themselves. */
export const pairsOf = (ledger: Ledger, filter: RowFilter): Pair[] => {
  const counts = new Map<string, number>()
  for (const row of filtered(ledger, filter))
    for (const provider of row.providers)
      for (const recipient of recipientsOf(row)) {
        const key = `${provider} ${recipient}`
        counts.set(key, (counts.get(key) ?? 0) + 1)
      }
  return [...counts]
    .sort((a, b) => b[1] - a[1] || compare(a[0], b[0]))
    .map(([key, commitments]) => {
      const [provider, recipient] = key.split(' ') as [string, string]
      return { provider, recipient, commitments }
    })
}

export const pageOfRows = (
  ledger: Ledger,
  filter: RowFilter,
  page: { readonly cursor?: string | undefined; readonly limit?: number | undefined },
) => {
  const { contradictions, facets } = countsOf(ledger)
  const wanted = sorted(filtered(ledger, filter), filter.sort)
  // The cursor is the last id shown: it keeps its place when entries are added elsewhere.
  const after = page.cursor === undefined ? -1 : wanted.findIndex((row) => row.id === page.cursor)
  if (page.cursor !== undefined && after < 0)
    throw failure('REQUEST_INVALID', { reason: 'cursor is out of date' })
  const limit = page.limit ?? 100
  const commitments = wanted
    .slice(after + 1, after + 1 + limit)
    .map((one) => rowOf(one, contradictions.get(one.id) ?? 0))
  return {
    asOf: ledger.asOf,
    clock: ledger.clock,
    codebook: ledger.codebook,
    snapshot: ledger.snapshot,
    possiblyLater: ledger.possiblyLater,
    newer: ledger.newer,
    withdrawn: ledger.withdrawn,
    unreviewed: ledger.commitments.filter((row) => row.review === 'machine').length,
    total: wanted.length,
    facets,
    commitments,
    next: after + 1 + limit < wanted.length ? commitments.at(-1)!.id : null,
  }
}
