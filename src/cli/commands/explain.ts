import { existsSync } from 'node:fs'
import { failure } from '../../core/errors.ts'
import { label } from '../../core/labels.ts'
import type { Reading } from '../../formats/reading.ts'
import type { Archive } from '../../run/archive.ts'
import { type Because, type Explanation, explainReading } from '../../run/explain.ts'
import { findInLedger, findReport } from '../../run/find.ts'
import { isFailure } from '../../run/input.ts'
import { inputDocuments } from '../../run/inputs.ts'
import { read } from '../../run/read.ts'
import { type Io, say } from '../io.ts'
import { dateText } from '../ledger-text.ts'
import type { MessageKey } from '../messages.ts'
import { withFreshArchive } from '../open.ts'
import { titleText } from '../report-text.ts'
import { type AsOfArguments, ledgerFor, ledgerRequest } from './ledger.ts'

const reasons: Readonly<Record<Exclude<Because, 'in-ledger' | 'not-stored'>, MessageKey>> = {
  'not-of-the-codebook': 'becauseNotCodebook',
  'moves-nothing': 'becauseMovesNothing',
  denied: 'becauseDenied',
  'no-party': 'becauseNoParty',
  'not-linked': 'becauseNotLinked',
}

const oneLine = (text: string): string => {
  const line = text.replaceAll(/\s+/gu, ' ').trim()
  return line.length > 100 ? `${line.slice(0, 99)}…` : line
}

const explanationText = (explanation: Explanation, io: Io): string => {
  const { language } = io
  const { article, events, kept, furniture } = explanation
  const because = ({ because, commitment }: Explanation['events'][number]): string | null =>
    because === 'not-stored'
      ? null
      : because === 'in-ledger'
        ? say(language, 'because', { id: commitment!.id, title: commitment!.title })
        : say(language, reasons[because])
  const published =
    article.published === null ? say(language, 'noDate') : dateText(article.published, language)
  const memberships = [explanation.story, explanation.copiesOf].filter((id) => id !== null)
  return `${[
    `${explanation.report ?? explanation.source}  ${titleText(article, language)}`,
    `  ${[published, article.pageKind, ...memberships].join(' · ')}`,
    ...(explanation.report === null ? [`  ${say(language, 'notStored')}`] : []),
    '',
    say(language, events.length > 0 ? 'eventsHead' : 'noEvents'),
    ...events.flatMap((one) => [
      `  ${one.event.type} · ${label(language, one.event.factuality)}${one.event.background ? ` · ${label(language, 'background')}` : ''} [${one.event.rule}]`,
      `      „${oneLine(one.event.evidence.exact)}“`,
      ...[because(one)].filter((reason) => reason !== null).map((reason) => `      ${reason}`),
    ]),
    ...(kept.length > 0 ? ['', say(language, 'kept')] : []),
    ...kept.map(({ role, text }) => `  ${role} ${oneLine(text)}`),
    ...(furniture.length > 0 ? ['', say(language, 'leftOut')] : []),
    ...furniture.map((piece) => `  ${piece.role} [${piece.rule}] ${oneLine(piece.text)}`),
    ...(explanation.diagnostics.length > 0 ? [''] : []),
    ...explanation.diagnostics.map((one) => `  [${one.rule}] ${one.message}`),
  ].join('\n')}\n`
}

const readFile = async (archive: Archive, path: string, io: Io): Promise<Reading> => {
  const { stdin, fetchAddress } = io
  for await (const item of inputDocuments([path], { jsonl: false, published: null, stdin, fetchAddress })) {
    if (isFailure(item)) throw item.error
    const { bytes, kind, source, url, title, published, capturedAt = io.now() } = item
    return read(
      { bytes, kind, name: source, url, title, published, today: capturedAt.slice(0, 10) },
      await archive.knowledge(),
    )
  }
  throw failure('NOT_FOUND', { id: path })
}

/** A report's events with the entry that each is evidence of, or why of none; for an entry, of all its reports. */
export const runExplain = (input: AsOfArguments & { readonly id: string }, io: Io): Promise<number> =>
  withFreshArchive(input, io, async (archive) => {
    const codebook = await archive.codebook()
    const ledger = await ledgerFor(archive, ledgerRequest(input), input, io)
    const print = (explanation: Explanation): Promise<void> =>
      io.write(input.json ? `${JSON.stringify(explanation)}\n` : explanationText(explanation, io))
    const found = findInLedger(ledger, input.id)
    if (found?.kind === 'commitment') {
      const { id, history } = found.commitment
      const reports = new Set(history.flatMap((step) => step.evidence.map((piece) => piece.report)))
      for (const report of [...reports].sort()) {
        const reading = await archive.reading(report)
        if (reading === null) continue
        const whole = explainReading(report, reading, ledger, codebook)
        await print({
          ...whole,
          kept: [],
          furniture: [],
          diagnostics: [],
          events: whole.events.filter((one) => one.commitment?.id === id),
        })
      }
      return 0
    }
    const report = await findReport(archive, input.id)
    if (report !== null)
      await print(explainReading(report.id, (await archive.reading(report.id))!, ledger, codebook))
    else if (existsSync(input.id) || /^https?:\/\//iu.test(input.id))
      await print(explainReading(null, await readFile(archive, input.id, io), null, codebook))
    else throw failure('NOT_FOUND', { id: input.id })
    return 0
  })
