import type { Feats, Upos } from '../../core/layers.ts'

/** One reading of a form. */
export interface Analysis {
  readonly lemma: string
  readonly upos: Upos
  readonly feats: Feats
}

/** Full-form lexicon. Look-ups are synchronous and allocate only what they return. */
export interface Lexicon {
  readonly version: string
  /** All analyses of a form as written; case matters for nouns, `lower` look-up is tried at sentence start by the caller. */
  lookup(form: string): readonly Analysis[]
  /** Lower-case parts, modifier first; `[word]` where it is no compound that we know. */
  split(word: string): readonly string[]
}
