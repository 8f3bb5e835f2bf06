import type { CompiledCodebook } from '../codebook/codebook.ts'
import type { Decision } from '../core/records.ts'
import type { Ledger } from '../formats/ledger.ts'
import type { ReportFacts } from '../link/facts.ts'
import { createLinker, type Linker } from './link.ts'
import { createTeller, type Teller } from './teller.ts'
import type { LedgerQuery } from './view.ts'

/** The ground of a ledger; the order of the lists does not matter. */
export interface LedgerGround {
  readonly facts: readonly ReportFacts[]
  readonly decisions: readonly Decision[]
  readonly withdrawn: Ledger['withdrawn']
}

/** What is kept between ledgers of one codebook. */
interface Kept {
  readonly linker: Linker
  teller: Teller
  facts: readonly ReportFacts[]
  decisions: string
}

const byCodebook = new WeakMap<CompiledCodebook, Kept>()

/** The ledger of all reports as it stood on a day. Pure; the same ground in any order gives the same bytes. */
export const buildLedger = (ground: LedgerGround, query: LedgerQuery, codebook: CompiledCodebook): Ledger => {
  const { facts } = ground
  const decisions = JSON.stringify(ground.decisions)
  let there = byCodebook.get(codebook)
  if (there === undefined) {
    const linker = createLinker(codebook)
    const teller = createTeller(linker.update(facts, ground.decisions), codebook)
    there = { linker, teller, facts, decisions }
    byCodebook.set(codebook, there)
  } else if (there.facts !== facts || there.decisions !== decisions) {
    there.teller.take(there.linker.update(facts, ground.decisions))
    there.facts = facts
    there.decisions = decisions
  }
  return there.teller.ledger(query, ground.withdrawn)
}
