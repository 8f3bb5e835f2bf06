import type { Speaker, StatementKind } from '../../core/layers.ts'
import type { Span } from '../../core/span.ts'
import type { SpeakerWords } from './speaker.ts'

/** A statement as a finder proposes it, in words. */
export interface Proposal {
  readonly kind: StatementKind
  /** Word ranges of the content, half-open, in order. */
  readonly content: readonly (readonly [from: number, to: number])[]
  readonly cue: readonly number[]
  /** Words that name the speaker; `null`: nobody is named; `before`: the one who spoke before. */
  readonly speaker: SpeakerWords | null | 'before'
  /** Clause of the cue, for the medium. */
  readonly clause: number | null
  readonly rule: string
}

/** A proposal with its speaker found. */
export interface Resolved extends Proposal {
  readonly who: Speaker | null
  readonly parts: readonly Span[]
}
