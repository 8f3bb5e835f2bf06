import { listReport } from '../../api/listed.ts'
import { storyRows } from '../../api/stories.ts'
import { label } from '../../core/labels.ts'
import type { Archive } from '../../run/archive.ts'
import { reportsOutOn } from '../../run/search.ts'
import { type Io, say } from '../io.ts'
import { withFreshArchive } from '../open.ts'
import { reportText } from '../report-text.ts'
import { type AsOfArguments, ledgerFor, ledgerRequest } from './ledger.ts'

interface ListArguments extends AsOfArguments {
  readonly what: keyof typeof rowsOf
  readonly limit?: number
}

/** A thing as it is, for programs, and as text, which is made only where it is shown. */
interface Row {
  readonly value: unknown
  readonly text: () => string | Promise<string>
}

const pageSize = 500

/** Newest first, a page at a time. */
async function* reportRows(archive: Archive, input: ListArguments, io: Io): AsyncGenerator<Row> {
  const only = await reportsOutOn(archive, input)
  for (let after: string | undefined; ; ) {
    const { reports } = await archive.store.list({ groups: [], only, after, limit: pageSize })
    for (const report of reports)
      yield {
        value: input.json ? await listReport(archive, report) : null,
        text: () => reportText(archive, report, io.language),
      }
    if (reports.length < pageSize) return
    after = reports.at(-1)!.id
  }
}

async function* sourceRows(archive: Archive, input: ListArguments, io: Io): AsyncGenerator<Row> {
  for (const one of await archive.store.publishers(await reportsOutOn(archive, input)))
    yield {
      value: one,
      text: () =>
        `${one.publisher ?? say(io.language, 'unknownValue')}  ${say(io.language, 'reports', { count: one.reports })}`,
    }
}

async function* storyLines(archive: Archive, input: ListArguments, io: Io): AsyncGenerator<Row> {
  const ledger = await ledgerFor(archive, ledgerRequest(input), input, io)
  for (const story of storyRows(ledger, await archive.ledgers.reports()))
    yield {
      value: story,
      text: () => {
        const days = [...new Set([story.first, story.last])].filter((day) => day !== null).join(' – ')
        const counts = [
          say(io.language, 'reports', { count: story.documents.length }),
          say(io.language, 'origins', { count: story.origins }),
        ]
        return `${story.id}  ${story.title}\n    ${[days || say(io.language, 'noDate'), ...counts].join(' · ')}`
      },
    }
}

async function* contradictionRows(archive: Archive, input: ListArguments, io: Io): AsyncGenerator<Row> {
  const { language } = io
  for (const one of (await ledgerFor(archive, ledgerRequest(input), input, io)).contradictions)
    yield {
      value: one,
      text: () =>
        [
          `${one.id}  ${one.about}${one.commitment === null ? '' : ` (${one.commitment})`}`,
          ...one.claims.map(
            (claim) => `    ${label(language, claim.value)}: „${claim.exact}“ (${claim.report})`,
          ),
        ].join('\n'),
    }
}

const rowsOf = {
  reports: reportRows,
  stories: storyLines,
  contradictions: contradictionRows,
  sources: sourceRows,
} as const

/** Lists what there is of one kind; with --json one object a line. */
export const runList = (input: ListArguments, io: Io): Promise<number> =>
  withFreshArchive(input, io, async (archive) => {
    let count = 0
    for await (const { value, text } of rowsOf[input.what](archive, input, io)) {
      if (input.limit !== undefined && count >= input.limit) break
      count++
      await io.write(`${input.json ? JSON.stringify(value) : await text()}\n`)
    }
    if (count === 0 && !input.json) io.log(say(io.language, 'listNothing'))
    return 0
  })
