/** Evidence as the ledger tells of it. What else is known of it only linking asks for. */
import type { Amount, Basis, Factuality } from '../core/layers.ts'
import type { EvidenceRef } from '../core/records.ts'
import { compare } from '../core/sorted.ts'
import type { Evidence } from '../link/evidence.ts'
import type { ReportEvent } from '../link/facts.ts'

/** Plain JSON. An archive has many times as many of them as reports. */
export interface ToldEvidence {
  readonly ref: EvidenceRef
  readonly report: string
  readonly speaker: string | null
  /** The passage, with its offsets in the text of the report. */
  readonly exact: string
  readonly start: number
  readonly end: number
  readonly type: string
  readonly factuality: Factuality
  readonly background: boolean
  readonly final: boolean
  /** See `Evidence`. */
  readonly halts: boolean
  readonly suspends: boolean
  readonly resumes: boolean
  readonly pending: boolean
  readonly still: boolean
  readonly date: { readonly edtf: string; readonly basis: Basis } | null
  /** The event states its date; `date` may be inferred, or be that of a promise. */
  readonly isDayStated: boolean
  readonly providers: readonly string[]
  readonly recipients: readonly string[]
  readonly object: string | null
  /** Stems of the object that can tell commitments apart, sorted. */
  readonly words: readonly string[]
  readonly goods: readonly string[]
  readonly amount: Amount | null
  readonly quantity: ReportEvent['quantity']
  /** Names of those who act, take part or stand near: they name no object. */
  readonly people: readonly string[]
}

export const toldEvidence = (evidence: Evidence, contentHash: string): ToldEvidence => {
  const { event, report, type, factuality, background, final, halts, date, providers, recipients } = evidence
  const { words, goods, amount, suspends, resumes, pending, still } = evidence
  return {
    ref: {
      contentHash,
      start: event.trigger.start,
      end: event.trigger.end,
      type: event.byHand?.readAs ?? event.type,
    },
    report,
    speaker: event.speaker,
    exact: event.evidence.exact,
    start: event.evidence.start,
    end: event.evidence.end,
    type,
    factuality,
    background,
    final,
    halts,
    suspends,
    resumes,
    pending,
    still,
    date,
    isDayStated: event.date?.basis === 'stated',
    providers,
    recipients,
    object: event.object,
    words: [...words].sort(),
    goods,
    amount,
    quantity: event.quantity,
    people: [...new Set([...event.persons, ...event.around, ...event.actors.map(({ name }) => name)])],
  }
}

/** An order that no arrival changes. */
export const compareRefs = (a: EvidenceRef, b: EvidenceRef): number =>
  compare(a.contentHash, b.contentHash) || compare(placeIn(a), placeIn(b))

const placeIn = ({ start, end, type }: EvidenceRef): string => `${start}-${end}:${type}`
