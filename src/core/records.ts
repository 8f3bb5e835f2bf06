/** Stored things, named by the glossary. The store keeps them, link and ledger read them. */
import type { Reading } from '../formats/reading.ts'

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

export type DecisionAction =
  | { readonly kind: 'accept' | 'reject'; readonly evidence: EvidenceRef }
  | {
      readonly kind: 'correct'
      readonly evidence: EvidenceRef
      readonly change: Readonly<Record<string, unknown>>
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
