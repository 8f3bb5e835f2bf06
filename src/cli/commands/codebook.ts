import { failure } from '../../core/errors.ts'
import { testCodebook } from '../../run/codebook-test.ts'
import { loadKnowledge } from '../../run/knowledge.ts'
import { codebookPath } from '../../run/paths.ts'
import { type Io, say } from '../io.ts'
import type { CommonOptions } from '../program.ts'

/** Runs the examples inside a codebook; it is its own test. */
export const runCodebookTest = async (
  input: CommonOptions & { readonly file: string | undefined; readonly json?: boolean },
  io: Io,
): Promise<number> => {
  const results = testCodebook(loadKnowledge(codebookPath(input.file ?? input.codebook)))
  const failed = results.filter((result) => !result.passed)
  for (const result of input.json ? results : []) await io.write(`${JSON.stringify(result)}\n`)
  for (const { type, text, missing, unwanted } of input.json ? [] : failed) {
    await io.write(`${say(io.language, 'exampleFailed', { type, text })}\n`)
    for (const event of missing)
      await io.write(`    ${say(io.language, 'exampleMissing', { what: JSON.stringify(event) })}\n`)
    for (const { type: what, factuality, actors, recipients, evidence } of unwanted) {
      const parties = [...actors, ...recipients].map((party) => party.country ?? party.name).join(', ')
      await io.write(
        `    ${say(io.language, 'exampleUnwanted', { what: `${what} ${factuality} [${parties}] „${evidence.exact}“` })}\n`,
      )
    }
  }
  if (failed.length > 0) throw failure('CODEBOOK_EXAMPLES', { failed: failed.length, total: results.length })
  if (!input.json) await io.write(`${say(io.language, 'codebookOk', { total: results.length })}\n`)
  return 0
}
