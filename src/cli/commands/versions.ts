import { failure } from '../../core/errors.ts'
import { findVersions } from '../../run/find.ts'
import type { Piece } from '../../run/version-difference.ts'
import { type Version, versionsOf } from '../../run/versions.ts'
import { type Io, say } from '../io.ts'
import { withFreshArchive } from '../open.ts'
import type { CommonOptions } from '../program.ts'
import { titleText } from '../report-text.ts'

/** What did not change is shown this far around what did. */
const shownAround = 80

const shortened = (text: string, isFirst: boolean, isLast: boolean): string => {
  if (text.length <= 2 * shownAround + 10) return text
  const head = isFirst ? '' : text.slice(0, shownAround)
  const tail = isLast ? '' : text.slice(-shownAround)
  return `${head} … ${tail}`.trim()
}

const marked = (pieces: readonly Piece[]): string =>
  pieces
    .map(({ change, text }, index) =>
      change === 'removed'
        ? `[-${text.trimEnd()}-]${text.slice(text.trimEnd().length)}`
        : change === 'added'
          ? `{+${text.trimEnd()}+}${text.slice(text.trimEnd().length)}`
          : shortened(text, index === 0, index === pieces.length - 1),
    )
    .join('')
    .trim()

const versionText = (version: Version, io: Io): string => {
  const { language } = io
  const { difference } = version
  const times = [
    version.published === null ? null : say(language, 'published', { date: version.published }),
    version.modified === null ? null : say(language, 'modified', { date: version.modified }),
    say(language, 'captured', { date: version.capturedAt }),
  ].filter((part) => part !== null)
  const unknown = say(language, 'unknownValue')
  return [
    `${version.report}  ${titleText(version, language)}`,
    `  ${times.join(' · ')}`,
    ...(difference === null
      ? []
      : difference.fields.length + difference.pieces.length === 0
        ? [`  ${say(language, 'versionSame')}`]
        : [
            ...difference.fields.map(
              ({ field, before, after }) => `  ${field}: ${before ?? unknown} → ${after ?? unknown}`,
            ),
            ...(difference.pieces.length === 0
              ? []
              : [
                  `  ${say(language, 'versionWords', { removed: difference.removedWords, added: difference.addedWords })}`,
                  '',
                  marked(difference.pieces),
                ]),
          ]),
  ].join('\n')
}

/** The versions of a report, and what each changed. */
export const runVersions = (
  input: CommonOptions & { readonly id: string; readonly json?: boolean },
  io: Io,
): Promise<number> =>
  withFreshArchive(input, io, async (archive) => {
    const versions = await versionsOf(archive.store, await findVersions(archive, input.id))
    if (versions.length === 0) throw failure('NOT_FOUND', { id: input.id })
    await io.write(
      input.json
        ? `${JSON.stringify({ versions })}\n`
        : `${versions.map((version) => versionText(version, io)).join('\n\n')}\n`,
    )
    return 0
  })
