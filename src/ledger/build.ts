import type { CompiledCodebook } from '../codebook/codebook.ts'
import { sha256 } from '../core/hash.ts'
import type { Decision } from '../core/records.ts'
import type { Ledger } from '../formats/ledger.ts'
import type { ReportFacts } from '../link/facts.ts'

/** The ground of a ledger; the order of the lists does not matter. */
export interface LedgerGround {
  readonly facts: readonly ReportFacts[]
  readonly decisions: readonly Decision[]
  readonly withdrawn: Ledger['withdrawn']
}

export interface LedgerQuery {
  /** ISO day, or null for everything known. */
  readonly asOf: string | null
  readonly clock: 'published' | 'captured'
}

/** The ledger of all reports as it stood on a day. Pure; the same ground in any order gives the same bytes. */
export const buildLedger = (
  ground: LedgerGround,
  query: LedgerQuery,
  codebook: CompiledCodebook,
): Ledger => ({
  schema: 'aktenlage.ledger/1',
  asOf: query.asOf,
  clock: query.clock,
  codebook: codebook.id,
  snapshot: sha256(''),
  commitments: [],
  stories: [],
  wireGroups: [],
  contradictions: [],
  inferredDates: [],
  possiblyLater: 0,
  newer: 0,
  withdrawn: [...ground.withdrawn],
})
