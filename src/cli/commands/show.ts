import { inOrderOf } from '../../api/listed.ts'
import { failure } from '../../core/errors.ts'
import { label } from '../../core/labels.ts'
import { openingOf } from '../../core/opening.ts'
import type { Archive } from '../../run/archive.ts'
import { findInLedger, findReport } from '../../run/find.ts'
import type { StoredReport } from '../../store/store.ts'
import { type Io, say } from '../io.ts'
import { commitmentText, dateText } from '../ledger-text.ts'
import { withFreshArchive } from '../open.ts'
import { reportText, titleText } from '../report-text.ts'
import { type AsOfArguments, ledgerFor, ledgerRequest } from './ledger.ts'

const showReport = async (archive: Archive, report: StoredReport, json: boolean, io: Io): Promise<void> => {
  const reading = (await archive.reading(report.id))!
  const versions = await archive.store.versions(report.id)
  if (json) {
    await io.write(`${JSON.stringify({ report, versions: versions.map(({ id }) => id), reading })}\n`)
    return
  }
  const { article } = reading
  const { language } = io
  const line = [
    article.publisher,
    ...article.agencies,
    article.published === null
      ? null
      : say(language, 'published', { date: dateText(article.published, language) }),
    say(language, 'captured', { date: report.capturedAt }),
  ].filter((part) => part !== null)
  const events = reading.events.map(
    (event) =>
      `  ${event.type} · ${label(language, event.factuality)} · ${event.date === null ? say(language, 'noDate') : dateText(event.date, language)}\n      „${event.evidence.exact}“`,
  )
  await io.write(
    `${[
      `${report.id}  ${titleText({ title: article.title, opening: openingOf(article) }, language)}`,
      `  ${line.join(' · ')}`,
      `  ${report.url ?? report.source}`,
      ...(versions.length > 1
        ? [`  ${say(language, 'versions', { list: versions.map(({ id }) => id).join(', ') })}`]
        : []),
      '',
      article.text,
      '',
      ...(events.length > 0 ? [say(language, 'eventsHead'), ...events] : [say(language, 'noEvents')]),
    ].join('\n')}\n`,
  )
}

/** Shows an entry of the ledger or a report. Old ids lead to the entry that took them over. */
export const runShow = (input: AsOfArguments & { readonly id: string }, io: Io): Promise<number> =>
  withFreshArchive(input, io, async (archive) => {
    const { language } = io
    const report = input.id.startsWith('r-') ? await findReport(archive, input.id) : null
    if (report !== null) {
      await showReport(archive, report, input.json ?? false, io)
      return 0
    }
    const ledger = await ledgerFor(archive, ledgerRequest(input), input, io)
    const found = findInLedger(ledger, input.id)
    if (found === null) {
      const named = await findReport(archive, input.id)
      if (named === null) throw failure('NOT_FOUND', { id: input.id })
      await showReport(archive, named, input.json ?? false, io)
      return 0
    }
    if (found.kind === 'commitment' && found.alias && !found.commitment.id.startsWith(input.id))
      io.log(say(language, 'aliasOf', { alias: input.id, id: found.commitment.id }))
    if (input.json) {
      const { kind, ...rest } = found
      await io.write(`${JSON.stringify((rest as Record<string, unknown>)[kind])}\n`)
    } else if (found.kind === 'commitment') {
      await io.write(commitmentText(found.commitment, ledger, language, await archive.codebook()))
    } else if (found.kind === 'contradiction') {
      const { contradiction } = found
      const claims = contradiction.claims.map(
        (claim) => `  ${claim.value}: „${claim.exact}“\n      ${claim.source} (${claim.report})`,
      )
      await io.write(`${[`${contradiction.id}  ${contradiction.about}`, ...claims].join('\n')}\n`)
    } else {
      const group = found.kind === 'story' ? found.story : found.wireGroup
      const title = 'title' in group ? group.title : (group.agency ?? '')
      const reports = inOrderOf(group.documents, await archive.store.listedBySource(group.documents))
      const lines = await Promise.all(reports.map((report) => reportText(archive, report, language)))
      await io.write(`${[`${group.id}  ${title}`, '', ...lines].join('\n')}\n`)
    }
    return 0
  })
