import type { Case } from '../../core/layers.ts'

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

/** Closed sets that phrases, verb groups and clauses are built with. Lemmas unless said otherwise. */
export interface Grammar {
  /** Cases a preposition governs; those that are missing leave the case open. */
  readonly prepositionCases: ReadonlyMap<string, readonly Case[]>
  /** Prepositions whose phrase belongs to the noun right before it more often than to the verb. */
  readonly nounPrepositions: ReadonlySet<string>
  readonly modals: ReadonlySet<string>
  /** Bare verbs whose perfect takes „sein“; those with a prefix follow their base. */
  readonly movingVerbs: ReadonlySet<string>
  /** Verbs whose only object is a dative. */
  readonly dativeVerbs: ReadonlySet<string>
  /** Finite verbs that take a zu-infinitive into their own group: „ist zu prüfen“. */
  readonly zuVerbs: ReadonlySet<string>
  /** Verbs with a bare infinitive or a participle: „lässt prüfen“, „wird geliefert“. */
  readonly bareInfinitiveVerbs: ReadonlySet<string>
  /** Verbs with a predicative in the nominative. */
  readonly copulas: ReadonlySet<string>
  /** Nouns whose bare accusative is a time, not an object. */
  readonly timeNouns: ReadonlySet<string>
  /** Nouns that count the noun after them: „Millionen Dollar“. */
  readonly measureNouns: ReadonlySet<string>
  readonly negators: ReadonlySet<string>
  readonly conditionals: ReadonlySet<string>
  /** Subordinators of zu-infinitives: um, ohne, statt. */
  readonly infinitiveOpeners: ReadonlySet<string>
  /** Words that open an indirect question, lower case. */
  readonly questionWords: ReadonlySet<string>
  /** Forms of the relative pronoun, lower case. */
  readonly relativeForms: ReadonlySet<string>
  /** Words that may be a separated prefix, lower case. */
  readonly prefixes: ReadonlySet<string>
}

/** What the syntax stage takes from a language. */
export interface SyntaxRules {
  readonly version: string
  readonly tagger: TaggerModel
  readonly grammar: Grammar
}
