import { userInfo } from 'node:os'
import { failure } from '../../core/errors.ts'
import { correctionInForce } from '../../run/decisions.ts'
import { findReport } from '../../run/find.ts'
import { type Io, say } from '../io.ts'
import { withFreshArchive } from '../open.ts'
import type { CommonOptions } from '../program.ts'

const fields = ['published', 'title', 'publisher', 'agency'] as const
type Field = (typeof fields)[number]

interface SetArguments extends CommonOptions, Partial<Record<Field, string>> {
  readonly report: string
  readonly none?: Field
  readonly undo?: Field
  readonly by?: string
}

/** Keeps a person's word about a report's date, title, outlet or agency, or takes it back. */
export const runSet = (input: SetArguments, io: Io): Promise<number> =>
  withFreshArchive(input, io, async (archive) => {
    const report = await findReport(archive, input.report)
    if (report === null) throw failure('NOT_FOUND', { id: input.report })
    const { id, contentHash } = report
    const by = input.by ?? userInfo().username
    const changes: (readonly [Field, string | null])[] = fields
      .filter((field) => input[field] !== undefined)
      .map((field) => [field, input[field]!])
    if (input.none !== undefined) changes.push([input.none, null])
    if (changes.length === 0 && input.undo === undefined) throw failure('SET_NOTHING')
    const unknown = say(io.language, 'unknownValue')
    for (const [field, value] of changes) {
      await archive.decide({ kind: 'set', contentHash, field, value }, by)
      await io.write(`${say(io.language, 'setDone', { id, field, value: value ?? unknown })}\n`)
    }
    if (input.undo !== undefined) {
      const field = input.undo
      // What was set twice is taken back as a whole, so that what was read shows again.
      let decision = correctionInForce(await archive.store.decisions(), contentHash, field)
      if (decision === null) throw failure('SET_NOT_SET', { field, id })
      while (decision !== null) {
        await archive.decide({ kind: 'undo', decision }, by)
        decision = correctionInForce(await archive.store.decisions(), contentHash, field)
      }
      const article = (await archive.reading(id))?.article
      const value =
        field === 'published'
          ? article?.published?.edtf
          : field === 'agency'
            ? article?.agencies.join(', ')
            : article?.[field]
      await io.write(`${say(io.language, 'setUndone', { id, field, value: value || unknown })}\n`)
    }
    return 0
  })
