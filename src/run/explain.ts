/** Why something of a report is, or is not, in the ledger. */
import type { CompiledCodebook } from '../codebook/codebook.ts'
import { openingOf } from '../core/opening.ts'
import type { Ledger } from '../formats/ledger.ts'
import type { Reading } from '../formats/reading.ts'

export type Because =
  | 'in-ledger'
  | 'not-of-the-codebook'
  | 'moves-nothing'
  | 'denied'
  | 'no-party'
  | 'not-linked'
  | 'not-stored'

export interface ExplainedEvent {
  readonly event: Reading['events'][number]
  readonly because: Because
  /** The entry whose evidence it is. */
  readonly commitment: { readonly id: string; readonly title: string } | null
}

export interface Explanation {
  readonly schema: 'aktenlage.explanation/1'
  readonly report: string | null
  readonly source: string
  readonly article: {
    readonly title: string | null
    /** How its text begins. */
    readonly opening: string | null
    readonly published: Reading['article']['published']
    readonly pageKind: string
    readonly corrected: readonly string[]
  }
  /** The article block by block. */
  readonly kept: readonly { readonly role: string; readonly text: string }[]
  /** What was left out of the article, as what, and by which rule. */
  readonly furniture: Reading['article']['furniture']
  readonly events: readonly ExplainedEvent[]
  readonly diagnostics: Reading['diagnostics']
  readonly story: string | null
  readonly copiesOf: string | null
}

const why = (event: Reading['events'][number], codebook: CompiledCodebook): Because => {
  const type = codebook.types.get(event.type)
  if (type === undefined) return 'not-of-the-codebook'
  if (Object.keys(type.moves).length === 0) return 'moves-nothing'
  if (event.factuality === 'denied') return 'denied'
  if (event.actors.length + event.recipients.length === 0) return 'no-party'
  return 'not-linked'
}

/** Pure. `report` is null for a document that is not in the archive. */
export const explainReading = (
  report: string | null,
  reading: Reading,
  ledger: Ledger | null,
  codebook: CompiledCodebook,
): Explanation => {
  const entries = (ledger?.commitments ?? []).flatMap((commitment) =>
    commitment.history.flatMap((step) =>
      step.evidence
        .filter((piece) => piece.report === report)
        // The type as read: what moves the entry may be another („will liefern“ is a pledge).
        .map((piece) => ({ commitment, start: piece.start, end: piece.end, type: piece.ref.type })),
    ),
  )
  const grouped = (groups: readonly { readonly id: string; readonly documents: readonly string[] }[]) =>
    groups.find((group) => group.documents.includes(reading.source) || group.documents.includes(report ?? ''))
      ?.id ?? null
  return {
    schema: 'aktenlage.explanation/1',
    report,
    source: reading.source,
    article: {
      title: reading.article.title,
      opening: openingOf(reading.article),
      published: reading.article.published,
      pageKind: reading.article.pageKind,
      corrected: reading.article.corrected,
    },
    kept: reading.article.blocks.map(({ role, start, end }) => ({
      role,
      text: reading.article.text.slice(start, end),
    })),
    furniture: reading.article.furniture,
    events: reading.events.map((event) => {
      const { start, end } = event.evidence
      const entry =
        entries.find((one) => one.start === start && one.end === end && one.type === event.type) ??
        entries.find((one) => one.start < end && start < one.end && one.type === event.type)
      return {
        event,
        because: entry ? 'in-ledger' : report === null ? 'not-stored' : why(event, codebook),
        commitment: entry ? { id: entry.commitment.id, title: entry.commitment.title } : null,
      }
    }),
    diagnostics: reading.diagnostics,
    story: grouped(ledger?.stories ?? []),
    copiesOf: grouped(ledger?.wireGroups ?? []),
  }
}
