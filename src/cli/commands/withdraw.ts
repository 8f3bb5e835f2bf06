import { failure } from '../../core/errors.ts'
import { findReport } from '../../run/find.ts'
import { type Io, say } from '../io.ts'
import { withArchive } from '../open.ts'
import type { CommonOptions } from '../program.ts'

interface WithdrawArguments extends CommonOptions {
  readonly report: string
  readonly reason?: string
}

export const runWithdraw = (input: WithdrawArguments, io: Io): Promise<number> =>
  withArchive(input, io, async (archive) => {
    const report = await findReport(archive, input.report)
    if (report === null) throw failure('NOT_FOUND', { id: input.report })
    await archive.store.withdraw({
      reportId: report.id,
      source: report.source,
      reason: input.reason ?? null,
      at: io.now(),
    })
    await io.write(`${say(io.language, 'withdrawnDone', { id: report.id })}\n`)
    return 0
  })
