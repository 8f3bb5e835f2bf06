import type { Case, Upos } from '../../core/layers.ts'
import type { Agreement } from './agreement.ts'

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

/**
 * Closed sets that phrases, verb groups and clauses are built with: lemmas of verbs and nouns, forms of other words in
 * lower case.
 */
export interface Grammar {
  /** Cases a preposition governs; those that are missing leave the case open. */
  readonly prepositionCases: ReadonlyMap<string, readonly Case[]>
  /** Prepositions whose phrase belongs to the noun right before it more often than to the verb. */
  readonly nounPrepositions: ReadonlySet<string>
  /** Adpositions that stand behind what they govern: „den Angaben zufolge“. */
  readonly postpositions: ReadonlySet<string>
  /** The verbs of perfect, passive and future: „hat geliefert“, „ist gekommen“, „wird geliefert“. */
  readonly auxiliaries: { readonly have: string; readonly be: string; readonly become: string }
  /** Participle of `become` behind another one: „ist geliefert worden“. */
  readonly passiveParticiple: string
  readonly modals: ReadonlySet<string>
  /** Modal verbs that can stand without another verb: „will Frieden“. */
  readonly fullModals: ReadonlySet<string>
  /** Bare verbs whose perfect takes „sein“; those with a prefix follow their base. */
  readonly movingVerbs: ReadonlySet<string>
  /** Verbs whose only object is a dative. */
  readonly dativeVerbs: ReadonlySet<string>
  /** Finite verbs that take a zu-infinitive into their own group: „ist zu prüfen“. */
  readonly zuVerbs: ReadonlySet<string>
  /** Verbs with a bare infinitive or a participle: „lässt prüfen“, „wird geliefert“. */
  readonly bareInfinitiveVerbs: ReadonlySet<string>
  /** Verbs whose pronoun is a mere subject of form: „es gibt“. */
  readonly existentialVerbs: ReadonlySet<string>
  /** Verbs with a predicative in the nominative. */
  readonly copulas: ReadonlySet<string>
  /** Nouns whose bare accusative is a time, not an object. */
  readonly timeNouns: ReadonlySet<string>
  /** Nouns that count the noun after them: „Millionen Dollar“. */
  readonly measureNouns: ReadonlySet<string>
  readonly negators: ReadonlySet<string>
  /** A negator and the word behind it that say yes twice: „nicht nur … sondern auch“. */
  readonly affirmingPairs: ReadonlySet<string>
  readonly conditionals: ReadonlySet<string>
  /** Openers of a clause that is an object: „dass“, „ob“. */
  readonly complementizers: ReadonlySet<string>
  /** Taken for subordinators, but the verb stands second behind them: „denn“. */
  readonly verbSecondOpeners: ReadonlySet<string>
  /** The particle before an infinitive: „zu“. */
  readonly infinitiveMark: string
  /** Subordinators of zu-infinitives: um, ohne, statt. */
  readonly infinitiveOpeners: ReadonlySet<string>
  /** Those of `infinitiveOpeners` that are prepositions as well, and then govern a name: „ohne Moskau könne es …“. */
  readonly infinitivePrepositions: ReadonlySet<string>
  /** Conjunctions that join phrases. */
  readonly coordinators: ReadonlySet<string>
  /** Those that make a plural: „und“, not „oder“. */
  readonly addingCoordinators: ReadonlySet<string>
  /** „als“, „wie“ */
  readonly comparators: ReadonlySet<string>
  /** The comparator before what somebody is: „als Ministerin“. */
  readonly roleOpener: string
  /** The comparator whose clause is an object: „er sah, wie …“. */
  readonly mannerOpener: string
  /** Take up a clause that stands first: „Sollte er gehen, so werde …“. */
  readonly resumptives: ReadonlySet<string>
  /** Words that open an indirect question. */
  readonly questionWords: ReadonlySet<string>
  /** Forms of the relative pronoun. */
  readonly relativeForms: ReadonlySet<string>
  /** Question words whose clause with the verb last is a relative one: „wo“. */
  readonly placeRelatives: ReadonlySet<string>
  /** Relative pronouns melted with a preposition: „wobei“, „womit“. */
  readonly relativeAdverbs: ReadonlySet<string>
  /** „welcher“, whatever the tagger makes of it. */
  readonly relativeDeterminers: ReadonlySet<string>
  /** Relative pronouns that are rather the object: „was er sagt“. */
  readonly objectRelatives: ReadonlySet<string>
  /** Lemma of the definite article. */
  readonly article: string
  /** Forms of the definite article that are relative pronouns as well. */
  readonly articles: ReadonlySet<string>
  readonly nominativeArticles: ReadonlySet<string>
  /** In the genitive themselves whatever case their noun has: „*dessen* Minister“. */
  readonly genitiveDeterminers: ReadonlySet<string>
  /** Prepositions with the dative of an article in them: „im“. */
  readonly contractions: ReadonlySet<string>
  /** Neuter pronouns that open a sentence before its verb: „Dies bestätigte …“. */
  readonly demonstratives: ReadonlySet<string>
  /** Neuter pronouns that are rather the object, where another can be the subject. */
  readonly neuterPronouns: ReadonlySet<string>
  /** Pronouns that before a noun are possessives: „ihr Sprecher“. */
  readonly possessives: ReadonlySet<string>
  readonly reflexives: ReadonlySet<string>
  /** Pronouns of the first and second person. */
  readonly persons: ReadonlyMap<string, 1 | 2>
  /** Particles of names that are verb forms as well → the subject of such a verb: „Mohammed bin Salman“. */
  readonly nameParticles: ReadonlyMap<string, string>
  /** What an attributive adjective leaves of case, gender and number, by its ending. */
  ofAdjective(form: string): Agreement
  /** Whether a form ends as an adjective before its noun does. */
  isInflected(form: string): boolean
  /** An adjective without that ending. */
  uninflected(form: string): string
  /** „gelieferten“, „steigende“ */
  isInflectedParticiple(form: string): boolean
  /** Whether a name in lower case, that no lexicon has, ends as a genitive does. */
  looksGenitive(form: string): boolean
  /** A name as written without the ending of its genitive; itself where it has none. */
  nameOfGenitive(text: string): string
  /** Lemma of a form that no lexicon has, by its ending. `form` is the second half of the tagger's label. */
  guessLemma(text: string, upos: Upos, form: string): string
  /** Words that may be a separated prefix. */
  readonly prefixes: ReadonlySet<string>
}

/** What the syntax stage takes from a language. */
export interface SyntaxRules {
  readonly version: string
  readonly tagger: TaggerModel
  readonly grammar: Grammar
}
