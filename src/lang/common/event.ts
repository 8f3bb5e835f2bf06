import type { Bound, Factuality } from '../../core/layers.ts'

/** What the event stage takes from a language: how it counts, pays and embeds; no topic. */
export interface EventRules {
  readonly version: string
  /** Lower-case number words, `ein` included. */
  readonly numerals: ReadonlyMap<string, number>
  /** Lower-case words that multiply: million, mio. … */
  readonly multipliers: ReadonlyMap<string, number>
  /** Lower-case currency words and signs → ISO 4217. */
  readonly currencies: ReadonlyMap<string, string>
  /** Stems of adjectives that make another currency of a common word: `kanadisch` + dollar → CAD. */
  readonly nationalCurrencies: ReadonlyMap<string, ReadonlyMap<string, string>>
  /** Lower-case words before a number, two words joined by a space. */
  readonly bounds: ReadonlyMap<string, Bound>
  /** Lower-case words between a number and what is counted that may be skipped. */
  readonly fillers: ReadonlySet<string>
  /** Lower-case lemmas that are measured, not counted: Prozent, Jahr, Kilometer …. */
  readonly measureUnits: ReadonlySet<string>
  readonly decimal: string
  readonly thousands: string
  /** Prepositions whose phrase stands beside the act and holds neither its object nor its goods. */
  readonly asides: ReadonlySet<string>
  /** Prepositions whose phrase has happened, whatever the clause says of the rest: nach, seit. */
  readonly pastPrepositions: ReadonlySet<string>
  /** Prepositions of place that take the accusative for whither. */
  readonly placePrepositions: ReadonlySet<string>
  /** Lower-case nouns for people who get help where they are: „Flüchtlinge in Kenia“. */
  readonly people: ReadonlySet<string>
  /** Prepositions of a genitive-like attribute („von“). */
  readonly genitivePrepositions: ReadonlySet<string>
  /** Lemmas of prepositions that take two sides: „zwischen den USA und der Ukraine“. */
  readonly pairPrepositions: ReadonlySet<string>
  /** Prepositions that name who acts in a passive. */
  readonly agentPrepositions: ReadonlySet<string>
  /** Nouns that say who says so behind „nach“. */
  readonly sourceNouns: ReadonlySet<string>
  /** Lower-case nouns that say where: Hauptstadt, Grenze. */
  readonly placeNouns: ReadonlySet<string>
  /** Lower-case words that join members of one phrase. */
  readonly conjunctions: ReadonlySet<string>
  /** Words that open a complement clause: dass, ob. */
  readonly complementizers: ReadonlySet<string>
  /** sein, werden: a participle beside them may be the verb. */
  readonly copulas: ReadonlySet<string>
  readonly auxiliaries: ReadonlySet<string>
  /** Verbs whose perfect is made with „sein“. */
  readonly motionVerbs: ReadonlySet<string>
  /** Verbs that with an expletive subject only say that there is something: „es gibt“. */
  readonly existentialVerbs: ReadonlySet<string>
  readonly expletives: ReadonlySet<string>
  /** Verbs that say what the act named by their subject is about: umfassen, betreffen. */
  readonly extensionVerbs: ReadonlySet<string>
  /** Lower-case nouns that act for a state without naming it: Parlament, Senat. */
  readonly institutions: ReadonlySet<string>
  /** What says that somebody else is meant than those named: „an andere Länder“. */
  readonly otherWords: ReadonlySet<string>
  /** Says where something is: „in Genf“. */
  readonly placePreposition: string
  /** Feminine genitive and dative alike: „der“. */
  readonly doubleArticle: string
  readonly infinitiveEnding: string
  /** „zur Unterstützung der Ukraine“: the preposition and the nouns that say whom something shall help. */
  readonly purposePreposition: string
  readonly benefitNouns: ReadonlySet<string>
  /** „mit Unterstützung Dänemarks“: the preposition and the nouns that say who helps to do it. */
  readonly supportPreposition: string
  readonly supportNouns: ReadonlySet<string>
  /** „forderte Kiew auf, … zu liefern“: who is asked is the one who would do it. */
  readonly objectControlVerbs: ReadonlySet<string>
  /** Ends of lower-case nouns that act for themselves, wherever they are from: hersteller, regisseur. */
  readonly privateHeads: readonly string[]
  /** Lower-case lemmas that mean the two sides just named: beide. */
  readonly bothWords: ReadonlySet<string>
  /** Verbs that only carry a noun: machen, führen, leisten …. */
  readonly supportVerbs: ReadonlySet<string>
  /** Verb lemma → what it makes of an act named by a noun in its object or subject. */
  readonly nounFactuality: ReadonlyMap<string, Factuality>
  /** Stems of adjectives that make an act named by a noun planned or possible („geplant“). */
  readonly adjectiveFactuality: ReadonlyMap<string, Factuality>
  /** Modal verb → factuality, for documents read without a factuality layer. */
  readonly modalFactuality: ReadonlyMap<string, Factuality>
  /** Verbs by which an act named by a noun takes place, so that their own factuality is the act's. */
  readonly occurrenceVerbs: ReadonlySet<string>
  readonly negations: ReadonlySet<string>
  /** Lower-case words that say that it is complete or for good. */
  readonly finalWords: ReadonlySet<string>
  /** Inflected words before goods that say that with them all are there: „die letzten neun“. */
  readonly restWords: ReadonlySet<string>
  /** Words that open a condition: falls, sofern. */
  readonly conditions: ReadonlySet<string>
  /** Determiners that point back. */
  readonly demonstratives: ReadonlySet<string>
  readonly definiteArticles: ReadonlySet<string>
  /** Articles that are the same in nominative and accusative: die, das. */
  readonly syncreticArticles: ReadonlySet<string>
  /** Words before a time from which, until which something goes on: seit, bis. */
  readonly sinceWords: ReadonlySet<string>
  readonly untilWords: ReadonlySet<string>
  /** Prepositions of the occasion: „bei dem Treffen“. */
  readonly occasionPrepositions: ReadonlySet<string>
  /** Lone words that stand for the sentence before: „Das teilte sie mit.“ */
  readonly neuterDemonstratives: ReadonlySet<string>
  /** Lower-case lemmas that say that it was at the time told of before: damals, dabei, entsprechend. */
  readonly sameTimeWords: ReadonlySet<string>
  readonly reflexives: ReadonlySet<string>
  /** Endings of inflected adjectives, longest first. */
  readonly adjectiveEndings: readonly string[]
  /** Endings of inflected nouns, longest first; the empty one is tried first. */
  readonly nounEndings: readonly string[]
}
