import type { Factuality } from '../../core/layers.ts'
import type { Span } from '../../core/span.ts'

/** What is said of one clause, and the word that says it. */
export interface Judgement {
  readonly factuality: Factuality
  readonly background: boolean
  readonly cue: Span | null
  readonly rule: string
}

/** What a rule says of a clause: without background, which no rule of certainty touches. */
export interface Verdict {
  readonly factuality: Factuality
  /** Word that says it, or null. */
  readonly at: number | null
  readonly rule: string
}

export const verdict = (factuality: Factuality, rule: string, at: number | null = null): Verdict => ({
  factuality,
  at,
  rule: `factuality/${rule}`,
})
