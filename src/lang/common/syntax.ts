/** Weights of the part-of-speech tagger; see `stages/syntax/tagger.ts`. */
export interface TaggerModel {
  readonly version: string
  /** `UPOS` or `UPOS.form`: `VERB.fin`, `PRON.rel`. */
  readonly labels: readonly string[]
  /** Features are hashed into `2 ** bits` rows of `labels.length` weights. */
  readonly bits: number
  readonly weights: Int8Array
  /** Lemmas that the lexicon would get wrong: `form\tUPOS` → lemma. */
  readonly lemmas: ReadonlyMap<string, string>
}

/** What the syntax stage takes from a language. */
export interface SyntaxRules {
  readonly version: string
  readonly tagger: TaggerModel
}
