import type { Ledger } from '../../formats/ledger.ts'
import type { Archive } from '../../run/archive.ts'
import type { LedgerRequest } from '../../run/ledger-source.ts'
import { titledIn } from '../../run/titled.ts'
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

/** For programs as it is, with the titles of every language in `titles`; for people with those of theirs. */
export const ledgerFor = async (
  archive: Pick<Archive, 'ledger'>,
  request: LedgerRequest,
  input: { readonly json?: boolean },
  { language }: Pick<Io, 'language'>,
): Promise<Ledger> => {
  const ledger = await archive.ledger(request)
  return input.json ? ledger : titledIn(ledger, language)
}

export const runLedger = (input: AsOfArguments, io: Io): Promise<number> =>
  withFreshArchive(input, io, async (archive) => {
    const ledger = await ledgerFor(archive, ledgerRequest(input), input, io)
    if (input.json) await io.write(`${JSON.stringify(ledger)}\n`)
    else await io.write(ledgerText(ledger, io.language, await archive.codebook()))
    if (!input.json && ledger.commitments.length === 0) io.log(say(io.language, 'emptyLedger'))
    return 0
  })
