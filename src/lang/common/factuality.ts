import type { Factuality } from '../../core/layers.ts'

/** What an embedding word says of what depends on it. */
export interface Governing {
  /** Of the clause, infinitive or noun that it takes; `same`: takes place where the governor does („gelingen“). */
  readonly complement: Factuality | 'same'
}

/** What the factuality stage takes from a language. */
export interface FactualityRules {
  readonly version: string
  /** „verhindern“ → denied, „planen“ → planned, „erwägen“ → possible, „gelingen“ → same; null where the verb says nothing. */
  governing(lemma: string): Governing | null
  /** The same of a noun („Plan“, „Weigerung“) or a predicative adjective („möglich“, „falsch“); lower case. */
  governingNoun(lower: string): Governing | null
  /** Adverbs by lower-case form: „möglicherweise“ → possible, „voraussichtlich“ → planned, „beinahe“ → denied. */
  readonly adverbs: ReadonlyMap<string, Factuality>
  /** Subordinating words: „damit“ → planned, „ohne“ → denied, „ob“ → possible. */
  readonly introducers: ReadonlyMap<string, Factuality>
  /** „bis“, „bevor“: with a verb in the present what they open is to come. */
  readonly untilIntroducers: ReadonlySet<string>
  /** „sobald“: with a verb in the present the clause above is to come as well. */
  readonly awaiting: ReadonlySet<string>
  /** „kaum“, which denies but before a number. */
  readonly hardly: ReadonlySet<string>
  /** Verbs by which what a plan says does not take place: „scheitern“. */
  readonly failing: ReadonlySet<string>
  /** „stimmte dagegen, … zu“: what follows is refused. */
  readonly against: ReadonlySet<string>
  /** „ist dabei, … zu“: what follows goes on. */
  readonly ongoing: ReadonlySet<string>
  /** „fast“, „um ein Haar“: with the subjunctive it did not take place. */
  readonly nearly: ReadonlySet<string>
  /** „vergeblich“: what was tried did not take place. */
  readonly inVain: ReadonlySet<string>
  /** Verbs of what lasts: with „bis Juni“ they tell of now. */
  readonly lasting: ReadonlySet<string>
  readonly until: ReadonlySet<string>
  /** „wenn“, which in the past means „as often as“. */
  readonly whenever: ReadonlySet<string>
  /** „selbst“, „auch“ before „wenn“: what follows holds either way. */
  readonly evenIf: ReadonlySet<string>
  /** „auch“: and the condition is granted. */
  readonly granting: ReadonlySet<string>
  /** Phrases that introduce a condition, word by word: „es sei denn“. */
  readonly provisos: readonly (readonly string[])[]
  /** „ohne“, „sonst“: with the second subjunctive what did not, or need not, take place. */
  readonly otherwise: ReadonlySet<string>
  /** „ob“ at the start of a main clause. */
  readonly asking: ReadonlySet<string>
  /** „sondern“ */
  readonly butRather: string
  /** „sollte besser …“ advises. */
  readonly advice: ReadonlySet<string>
  /** Modal verbs by which others are told to say so: „soll baufällig sein“. */
  readonly hearsay: ReadonlySet<string>
  /** Verbs of what is so without anybody's doing: „sein“. */
  readonly states: ReadonlySet<string>
  /** „will gesehen haben“ */
  readonly claiming: string
  /** „droht *mit* …“ is said, not to come. */
  readonly pendingWith: ReadonlySet<string>
  readonly copulas: ReadonlySet<string>
  /** Verbs that say little themselves: the noun or adjective beside them governs („es besteht die Gefahr, dass“). */
  readonly lightVerbs: ReadonlySet<string>
  /** Verbs whose subject has not taken place: „ein Streik droht“, „die Wahl steht bevor“. */
  readonly pending: ReadonlyMap<string, Factuality>
  /** Words that open a clause that completes its governor („dass“, „ob“, „wie“). */
  readonly complementizers: ReadonlySet<string>
  /** Modal verbs by sense: what the present, the preterite and the second subjunctive say. */
  readonly modals: ReadonlyMap<string, Modal>
  /** Modal verbs whose second subjunctive advises: „sollte nicht liefern“. */
  readonly advising: ReadonlySet<string>
  /** „nur“, „zuletzt“: behind „nicht“ they deny nothing. */
  readonly harmlessAfterNot: ReadonlySet<string>
  readonly notWords: ReadonlySet<string>
  readonly noDeterminers: readonly string[]
  /** „zuvor“, „damals“: the clause is told as history. */
  readonly backgroundAdverbs: ReadonlySet<string>
  /** „bereits“, „schon“: with a time behind them and a past tense the clause is history. */
  readonly already: ReadonlySet<string>
  /** „nachdem“. */
  readonly backgroundIntroducers: ReadonlySet<string>
  /** „seit“: what it opens goes on. */
  readonly since: ReadonlySet<string>
}

export interface Modal {
  readonly present: Factuality
  readonly past: Factuality
  readonly subjunctive: Factuality
  /** With an infinitive of the perfect: „soll geliefert haben“ is hearsay. */
  readonly perfect: Factuality
}
