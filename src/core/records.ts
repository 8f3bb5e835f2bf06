/** Stored things, named by the glossary. The store keeps them, link and ledger read them. */
import type { Reading } from '../formats/reading.ts'
import type { Factuality } from './layers.ts'

/** One document of a source with its reading, after people's corrections. */
export interface ReportRecord {
  /** `r-…`, from the address (or source name) and the content hash. */
  readonly id: string
  readonly source: string
  readonly url: string | null
  readonly contentHash: string
  /** When the bytes were captured (instant). */
  readonly capturedAt: string
  readonly reading: Reading
}

/** A person's word. Never overwritten; a later one about the same thing wins. */
export interface Decision {
  readonly id: string
  /** Instant. */
  readonly decidedAt: string
  readonly by: string
  readonly action: DecisionAction
}

/** Evidence is what decisions refer to, so that they survive a rebuild: report, trigger offsets, type. */
export interface EvidenceRef {
  readonly contentHash: string
  readonly start: number
  readonly end: number
  readonly type: string
}

/** What a person says about an event; what is not named stays as it was read. */
export interface EventChange {
  readonly type?: string | undefined
  /** Kind of commitment. */
  readonly kind?: string | undefined
  /** Country codes. */
  readonly actors?: readonly string[] | undefined
  readonly recipients?: readonly string[] | undefined
  readonly factuality?: Factuality | undefined
  /** EDTF. */
  readonly date?: string | null | undefined
  readonly goods?: readonly string[] | undefined
  readonly object?: string | null | undefined
  readonly final?: boolean | undefined
  readonly background?: boolean | undefined
}

export type DecisionAction =
  | { readonly kind: 'accept' | 'reject'; readonly evidence: EvidenceRef }
  | {
      readonly kind: 'correct'
      readonly evidence: EvidenceRef
      readonly change: EventChange
    }
  /** A person reads an event out of a passage in which the machine found none. */
  | {
      readonly kind: 'add'
      readonly evidence: EvidenceRef
      /** The passage, verbatim. */
      readonly exact: string
      readonly event: EventChange
      /** Of a commitment that this founds; null where it goes to the one that it fits. */
      readonly title: string | null
    }
  /** Both pieces of evidence belong to one commitment. */
  | { readonly kind: 'merge'; readonly evidence: EvidenceRef; readonly with: EvidenceRef }
  /** The pieces of evidence belong to different commitments. */
  | { readonly kind: 'split'; readonly evidence: EvidenceRef; readonly from: EvidenceRef }
  | { readonly kind: 'rename'; readonly evidence: EvidenceRef; readonly title: string }
  /** Metadata of a report: date, title, outlet, agency. */
  | {
      readonly kind: 'set'
      readonly contentHash: string
      readonly field: 'published' | 'title' | 'publisher' | 'agency'
      readonly value: string | null
    }
  | { readonly kind: 'undo'; readonly decision: string }
