import type { ExportName } from '../../export/names.ts'
import { exportLedger } from '../../run/export.ts'
import type { Io } from '../io.ts'
import { withFreshArchive } from '../open.ts'
import { type AsOfArguments, ledgerRequest } from './ledger.ts'

interface ExportArguments extends AsOfArguments {
  readonly format: ExportName
  readonly of?: string
  readonly bom?: boolean
  readonly semicolon?: boolean
}

export const runExport = (input: ExportArguments, io: Io): Promise<number> =>
  withFreshArchive(input, io, async (archive) => {
    const { format, of, bom = false, semicolon = false } = input
    const { content } = await exportLedger(archive, {
      ...ledgerRequest(input),
      format,
      of,
      bom,
      semicolon,
      language: io.language,
    })
    await io.write(content)
    return 0
  })
