import type { StatementKind } from '../../core/layers.ts'
import type { SpeakerWords } from './phrase.ts'

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
  /** The cue is somebody's words itself, so this can only stand inside another statement. */
  readonly inner: boolean
  readonly rule: string
}
