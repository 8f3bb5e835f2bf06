import type { LedgerModel, Move } from '../core/commitment.ts'

export interface CodebookExample {
  readonly text: string
  readonly published?: string
  /** Expected events, only the fields that matter. */
  readonly events: readonly {
    readonly type: string
    readonly actors?: readonly string[]
    readonly recipients?: readonly string[]
    readonly factuality?: string
    readonly goods?: readonly string[]
  }[]
}

export interface EventType {
  readonly name: string
  readonly label: Readonly<Record<string, string>>
  readonly definition: Readonly<Record<string, string>>
  readonly plover: string | null
  readonly iati: string | null
  /** Commitment kind → what the actual event does to it. Empty: hangs on stories only. */
  readonly moves: Readonly<Record<string, Move>>
  /** Raw cues of the language, interpreted by the event stage (`src/stages/event`). */
  readonly cues: Readonly<Record<string, unknown>>
  readonly examples: readonly CodebookExample[]
  readonly counterexamples: readonly CodebookExample[]
}

/** Immutable, compiled from YAML. Knows no topic by itself. */
export interface CompiledCodebook {
  readonly name: string
  readonly version: string
  /** `assistance@sha256:…` */
  readonly id: string
  readonly model: LedgerModel
  readonly types: ReadonlyMap<string, EventType>
  /** Topic vocabulary: goods taxonomy and whatever else the event stage takes from the codebook. */
  readonly topic: Readonly<Record<string, unknown>>
}
