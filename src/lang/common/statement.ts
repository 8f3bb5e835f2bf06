/**
 * What the stages know of saying in a language. The machinery in `stages/statement` asks only these tables.
 */

/** A complement that a cue can take. */
export type Complement =
  /** „dass …“, „ob …“, „wie …“ */
  | 'clause'
  /** A main clause without conjunction after the cue: „…, man arbeite daran“. */
  | 'main'
  /** The cue stands behind or within what was said: „…, teilte sie mit“. */
  | 'inserted'
  /** A direct quotation. */
  | 'quote'
  /** „…, mehr zu liefern“ */
  | 'infinitive'
  /** „wie … mitteilte“ */
  | 'as'

export interface VerbCue {
  readonly lemma: string
  readonly complements: ReadonlySet<Complement>
  /** How a claim is attached that is a phrase and not a clause: `object` for the accusative, else prepositions
   * („von“, „vor“) or „als“. */
  readonly claims: ReadonlySet<string>
  /** A word of the clause, lower case, without which it is no verb of saying: „bekannt“ in „gab bekannt“. */
  readonly companions: readonly string[]
  /** Only with a reflexive pronoun: „sprach sich … aus“. */
  readonly reflexive: boolean
  /** The subject is as a rule the one who hears („erfuhr“), or a paper or study („belegt“). */
  readonly subject: 'speaker' | 'source'
}

export interface NounCue {
  readonly lemma: string
  readonly complements: ReadonlySet<Complement>
}

export interface StatementRules {
  readonly version: string
  /** Verb cues by lemma, those with companions first. */
  readonly verbs: ReadonlyMap<string, readonly VerbCue[]>
  /** Nouns that take what was said as a clause: „die Aussage, dass …“. */
  readonly nouns: ReadonlyMap<string, NounCue>
  /** Verbs with which the subject holds what the noun says: „äußerte die Hoffnung, dass“. */
  readonly holders: ReadonlySet<string>
  /** Nouns that attribute with „nach“ or „zufolge“: „nach Angaben“. */
  readonly sources: ReadonlySet<string>
  /** Endings of compounds that do the same: „Medienberichten“. */
  readonly sourceEndings: readonly string[]
  /** Attribute anything they govern: „laut“. */
  readonly attributive: ReadonlySet<string>
  /** Attribute a source noun they govern: „nach“, „gemäß“. */
  readonly attributiveOfSource: ReadonlySet<string>
  /** With a person's name behind them: „gemäß“. */
  readonly attributiveOfPerson: ReadonlySet<string>
  /** Attribute what stands before them: „zufolge“. */
  readonly attributivePostposed: ReadonlySet<string>
  /** Attribute by a noun of view that they govern: „aus Sicht“. */
  readonly views: ReadonlyMap<string, ReadonlySet<string>>
  /** Single words that attribute to somebody named before: „demnach“. */
  readonly backward: ReadonlySet<string>
  /** „so“ after a comma, before who said it. */
  readonly inserted: ReadonlySet<string>
  /** Introduce a clause that is said: „dass“. */
  readonly complementizers: ReadonlySet<string>
  /** Introduce what a report named before says: „Berichte, wonach …“. */
  readonly according: ReadonlySet<string>
  /** Question words that introduce a clause that is said or asked. */
  readonly interrogatives: ReadonlySet<string>
  /** „wie“ of „wie … mitteilte“. */
  readonly asWords: ReadonlySet<string>
  /** What opens a question: „Ob … wollte sie nicht sagen“. */
  readonly asking: ReadonlySet<string>
  /** Point back to the sentence before: „Das sagte …“. */
  readonly demonstratives: ReadonlySet<string>
  /** Lemmas of hearsay modals. */
  readonly hearsay: ReadonlySet<string>
  /** Infinitives that make an infinitive past: „gewesen sein“. */
  readonly perfect: ReadonlySet<string>
  /** Conjunctions of reasons: „weil“. */
  readonly causal: ReadonlySet<string>
  /** Lemma of „möchte“, a subjunctive only by its form. */
  readonly wishing: string
  /** Impersonal subject of „heißt es“. */
  readonly impersonal: ReadonlySet<string>
  /** „zu“ of „war zu hören“. */
  readonly infinitiveMark: string
  /** „man“: whoever is at the place that is named. */
  readonly anybody: ReadonlySet<string>
  /** Verbs that tell what is said where they are to be done: „war zu hören“. */
  readonly heard: ReadonlySet<string>
  /** Verbs and nouns of the media: „berichten“, „dem Bericht zufolge“. */
  readonly reporting: ReadonlySet<string>
  readonly reports: ReadonlySet<string>
  /** Articles that point back: „den Angaben zufolge“. */
  readonly definite: ReadonlySet<string>
  /** „unter Berufung auf“ */
  readonly reliance: ReadonlySet<string>
  /** Join two who speak together: „und“. */
  readonly joining: ReadonlySet<string>
  /** Prepositions of the place where „es heißt“ and „es geht hervor“. */
  readonly places: ReadonlySet<string>
  /** Nouns of time, which name no such place. */
  readonly timeNouns: ReadonlySet<string>
  /** Verbs whose object is the one who speaks: „zitieren“. */
  readonly quoting: ReadonlySet<string>
  /** „nach *dessen* Worten“ */
  readonly ofAnother: ReadonlySet<string>
  /** Lemma of „eigen“ in „nach eigenen Angaben“. */
  readonly own: string
  /** Heads, lower case, of what disasters „fordern“: „Todesopfer“. */
  readonly victims: ReadonlySet<string>
  /** What is given without being told: „nannte keine *Einzelheiten*“. */
  readonly untold: ReadonlySet<string>
  /** Determiners that say whose: „ihrer Ansicht nach“. */
  readonly possessives: ReadonlySet<string>
  /** Those that no man owns. */
  readonly hers: ReadonlySet<string>
  /** Endings of compounds whose front says whose they are: „Polizeiangaben“. */
  readonly ownedEndings: readonly string[]
  readonly reflexives: ReadonlySet<string>
  /** Subjects with whom a subjunctive form is none: „ich arbeite“. */
  readonly firstPerson: ReadonlySet<string>
  /** Head nouns of the medium: „Videobotschaft“. */
  readonly media: ReadonlySet<string>
  /** Heads of those to whom something was said: „gegenüber Reportern“. */
  readonly addressing: ReadonlySet<string>
  /** Pairs of quotation marks, opening to its closings. */
  readonly quotationMarks: ReadonlyMap<string, string>
}
