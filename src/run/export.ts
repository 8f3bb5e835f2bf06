/** Gathers what an export needs and writes it: the ledger, the reports it cites, the words around its passages. */
import type { Language } from '../core/errors.ts'
import { failure } from '../core/errors.ts'
import { label } from '../core/labels.ts'
import { openingOf } from '../core/opening.ts'
import { exportFormats } from '../export/formats.ts'
import {
  type CitedReport,
  citedIds,
  type ExportInput,
  everyPiece,
  type Passage,
  passageKey,
  passageOf,
  type Told,
} from '../export/input.ts'
import type { ExportName } from '../export/names.ts'
import type { CsvOptions } from '../export/table.ts'
import type { Ledger } from '../formats/ledger.ts'
import type { Archive } from './archive.ts'
import { findInLedger } from './find.ts'
import type { LedgerRequest } from './ledger-source.ts'
import { titledIn } from './titled.ts'

export interface ExportRequest extends LedgerRequest, CsvOptions {
  readonly format: ExportName
  /** Only this commitment, or the commitments of this story. */
  readonly of?: string | undefined
  /** Only what it lets through. */
  readonly select?: ((ledger: Ledger) => Selection | null) | undefined
  readonly language: Language
}

/** Entries that somebody looked for. */
export interface Selection {
  /** The same for the same question; feeds are known by it. */
  readonly id: string
  /** What was asked for: names of kinds, stages and parties, or words of people. */
  readonly values: readonly string[]
  readonly commitments: ReadonlySet<string>
}

export interface Exported {
  readonly content: string | Uint8Array
  readonly contentType: string
  readonly fileName: string
}

/** The part of a ledger that a commitment or a story is. */
const partOf = (ledger: Ledger, id: string): Pick<ExportInput, 'ledger' | 'subject'> => {
  const found = findInLedger(ledger, id)
  if (found?.kind !== 'commitment' && found?.kind !== 'story') throw failure('NOT_FOUND', { id })
  const told = found.kind === 'story' ? new Set(found.story.documents) : null
  const commitments = ledger.commitments.filter((one) =>
    found.kind === 'commitment'
      ? one.id === found.commitment.id || one.parent === found.commitment.id
      : one.history.some((step) =>
          step.evidence.some((piece) => told!.has(piece.source) || told!.has(piece.report)),
        ),
  )
  return {
    ledger: restrictedTo(ledger, new Set(commitments.map((one) => one.id))),
    subject: found.kind === 'commitment' ? found.commitment : found.story,
  }
}

const restrictedTo = (ledger: Ledger, kept: ReadonlySet<string>): Ledger => ({
  ...ledger,
  commitments: ledger.commitments.filter((one) => kept.has(one.id)),
  contradictions: ledger.contradictions.filter((one) => one.commitment !== null && kept.has(one.commitment)),
})

/** Reports with what only their readings know, and the passages in them. Readings are looked at one at a time. */
const citedBy = async (
  archive: Archive,
  ledger: Ledger,
): Promise<Pick<ExportInput, 'reports' | 'passages'>> => {
  const ids = citedIds(ledger)
  const places = new Map<string, Told['piece'][]>()
  for (const { piece } of everyPiece(ledger)) {
    const there = places.get(piece.report)
    if (there === undefined) places.set(piece.report, [piece])
    else there.push(piece)
  }
  const reports = new Map<string, CitedReport>()
  const passages = new Map<string, Passage>()
  for (const listed of await archive.store.listed(ids)) {
    const reading = await archive.reading(listed.id)
    const article = reading?.article
    reports.set(listed.id, {
      ...listed,
      url: listed.url ?? article?.canonicalUrl ?? null,
      opening: article === undefined ? null : openingOf(article),
      authors: article?.authors ?? [],
      language: reading?.language ?? null,
    })
    for (const piece of places.get(listed.id) ?? [])
      if (article !== undefined)
        passages.set(passageKey(piece), passageOf(article.text, piece.start, piece.end))
  }
  return { reports, passages }
}

export const exportLedger = async (archive: Archive, request: ExportRequest): Promise<Exported> => {
  const { format, language } = request
  const whole = titledIn(await archive.ledger(request), language)
  const part = request.of === undefined ? { ledger: whole, subject: null } : partOf(whole, request.of)
  const { types, goods } = await archive.codebook()
  const labelOf = (name: string): string =>
    types.get(name)?.label[language] ?? goods.get(name)?.label[language] ?? label(language, name)
  const selection = request.select?.(whole) ?? null
  const ledger = selection === null ? part.ledger : restrictedTo(part.ledger, selection.commitments)
  const input: ExportInput = {
    ledger,
    subject:
      part.subject ??
      (selection === null
        ? null
        : { id: selection.id, title: `Aktenlage: ${selection.values.map(labelOf).join(', ')}` }),
    ...(await citedBy(archive, ledger)),
    language,
    label: labelOf,
  }
  const named = request.of?.replaceAll(/[^\w-]/gu, '') ?? (selection === null ? null : 'selection')
  const { contentType, extension, write } = exportFormats[format]
  return {
    content: write(input, { bom: request.bom ?? false, semicolon: request.semicolon ?? false }),
    contentType,
    fileName: `${['aktenlage', named, ledger.asOf].filter((one) => one !== null).join('-')}.${extension}`,
  }
}
