import { label } from '../../core/labels.ts'
import { diffLedgers } from '../../run/diff.ts'
import { type Io, say } from '../io.ts'
import { dateText, stateText } from '../ledger-text.ts'
import { withFreshArchive } from '../open.ts'
import type { CommonOptions } from '../program.ts'
import { ledgerFor } from './ledger.ts'

interface DiffArguments extends CommonOptions {
  readonly from: string
  readonly to: string
  readonly clock?: 'published' | 'captured'
  readonly json?: boolean
}

export const runDiff = (input: DiffArguments, io: Io): Promise<number> =>
  withFreshArchive(input, io, async (archive) => {
    const { language } = io
    const clock = input.clock ?? 'published'
    const diff = diffLedgers(
      await ledgerFor(archive, { asOf: input.from, clock }, input, io),
      await ledgerFor(archive, { asOf: input.to, clock }, input, io),
    )
    if (input.json) {
      await io.write(`${JSON.stringify(diff)}\n`)
      return 0
    }
    const types = (await archive.codebook()).types
    const lines = [
      ...diff.added.map(
        (one) => `+ ${one.id}  ${one.title}\n    ${label(language, 'added')}: ${stateText(one, language)}`,
      ),
      ...diff.moved.map((one) =>
        [
          `~ ${one.id}  ${one.title}`,
          `    ${stateText(one.before, language)} → ${stateText(one.after, language)}`,
          ...one.steps.map(
            (step) =>
              `    ${dateText(step.date, language)}  ${types.get(step.transition)?.label[language] ?? step.transition} · ${label(language, step.factuality)}`,
          ),
        ].join('\n'),
      ),
      ...diff.removed.map((one) => `- ${one.id}  ${one.title}\n    ${label(language, 'removed')}`),
      ...diff.contradictions.map((one) => `! ${say(language, 'contradiction', { about: one.about })}`),
    ]
    await io.write(
      `${[say(language, 'diffHead', { from: input.from, to: input.to }), ...(lines.length > 0 ? lines : [say(language, 'diffNothing')])].join('\n')}\n`,
    )
    return 0
  })
