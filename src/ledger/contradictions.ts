/** Accounts of one thing at one time that cannot both be true, with the claims side by side. Precision first. */
import type { CompiledCodebook } from '../codebook/codebook.ts'
import type { Ledger } from '../formats/ledger.ts'
import type { LinkedMatter, LinkedReport } from './link.ts'

type Contradiction = Ledger['contradictions'][number]

export const contradictionsOf = (
  _matters: readonly LinkedMatter[],
  _reports: readonly LinkedReport[],
  _codebook: CompiledCodebook,
): Contradiction[] => []
