import { errorText, exitCodes } from '../../core/errors.ts'
import { inputDocuments } from '../../run/inputs.ts'
import { type Io, say } from '../io.ts'
import { withArchive } from '../open.ts'
import { progressOf } from '../progress.ts'
import type { InputArguments } from './read.ts'

/** Adds reports. With --json a line for each, printed when it is safe on disk. */
export const runAdd = (input: InputArguments & { readonly json?: boolean }, io: Io): Promise<number> =>
  withArchive(input, io, async (archive) => {
    const stop = io.catchInterrupts()
    const progress = progressOf(io, 'progressAdding')
    const count = { added: 0, known: 0, failed: 0 }
    const items = inputDocuments(input.inputs, {
      jsonl: input.jsonl ?? false,
      published: input.published ?? null,
      stdin: io.stdin,
      fetchAddress: io.fetchAddress,
    })
    try {
      for await (const outcome of archive.add(items)) {
        count[outcome.status]++
        if (outcome.status === 'failed') {
          progress.end()
          io.log(`aktenlage: ${errorText(outcome.error, io.language)} [${outcome.error.code}]`)
        }
        if (input.json) {
          const { source, status } = outcome
          const rest =
            status === 'failed'
              ? { error: { code: outcome.error.code, message: errorText(outcome.error, io.language) } }
              : { report: outcome.report }
          await io.write(`${JSON.stringify({ status, source, ...rest })}\n`)
        }
        progress.at(count.added + count.known + count.failed, null)
        if (stop.aborted) break
      }
    } finally {
      progress.end()
    }
    if (stop.aborted) io.log(say(io.language, 'stopped'))
    if (!input.json) await io.write(`${say(io.language, 'added', count)}\n`)
    return count.failed > 0 ? exitCodes.input : stop.aborted ? 130 : 0
  })
