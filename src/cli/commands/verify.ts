import { failure } from '../../core/errors.ts'
import { verify } from '../../run/verify.ts'
import { type Io, say } from '../io.ts'
import { withFreshArchive } from '../open.ts'
import type { CommonOptions } from '../program.ts'
import { progressOf } from '../progress.ts'

export const runVerify = (input: CommonOptions & { readonly json?: boolean }, io: Io): Promise<number> =>
  withFreshArchive(input, io, async (archive) => {
    const progress = progressOf(io, 'progressVerifying')
    const result = await verify(archive, progress.at)
    progress.end()
    if (input.json) await io.write(`${JSON.stringify(result)}\n`)
    else
      for (const { report, source, where, reason, exact } of result.failures)
        await io.write(`${report}  ${source}  ${where}  ${reason}${exact === null ? '' : `  „${exact}“`}\n`)
    if (result.failures.length > 0)
      throw failure('VERIFY_FAILED', { failed: result.failures.length, total: result.pieces })
    if (!input.json)
      await io.write(`${say(io.language, 'verified', { total: result.pieces, reports: result.reports })}\n`)
    return 0
  })
