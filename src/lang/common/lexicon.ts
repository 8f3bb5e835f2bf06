import type { Feats, Upos } from '../../core/layers.ts'

/** One reading of a form. */
export interface Analysis {
  readonly lemma: string
  readonly upos: Upos
  readonly feats: Feats
  /** Separable prefix of a verb as far as the form holds it: `ein` in „einbestellte“. */
  readonly prefix?: string
}

/** Full-form lexicon. Look-ups are synchronous and allocate only what they return. */
export interface Lexicon {
  readonly version: string
  /** All analyses of a form as written; case matters for nouns, `lower` look-up is tried at sentence start by the caller. */
  lookup(form: string): readonly Analysis[]
  /** As `lookup`; a form that is not listed is analysed by its parts and its ending. Empty where nothing is known. */
  analyse(form: string): readonly Analysis[]
  /** Lower-case parts, modifier first; `[word]` where it is no compound that we know. */
  split(word: string): readonly string[]
}
