import type { LedgerRequest } from '../../run/ledger-source.ts'
import { type Io, say } from '../io.ts'
import { ledgerText } from '../ledger-text.ts'
import { withFreshArchive } from '../open.ts'
import type { CommonOptions } from '../program.ts'

export interface AsOfArguments extends CommonOptions {
  readonly asOf?: string
  readonly clock?: 'published' | 'captured'
  readonly decisions?: 'today' | 'as-of'
  readonly json?: boolean
}

export const ledgerRequest = (input: AsOfArguments): LedgerRequest => ({
  asOf: input.asOf ?? null,
  clock: input.clock ?? 'published',
  decisions: input.decisions ?? 'today',
})

export const runLedger = (input: AsOfArguments, io: Io): Promise<number> =>
  withFreshArchive(input, io, async (archive) => {
    const ledger = await archive.ledger(ledgerRequest(input))
    if (input.json) await io.write(`${JSON.stringify(ledger)}\n`)
    else await io.write(ledgerText(ledger, io.language, await archive.codebook()))
    if (!input.json && ledger.commitments.length === 0) io.log(say(io.language, 'emptyLedger'))
    return 0
  })
