/**
 * Everything a stage may add to a document. Closed on purpose: the list is the architecture.
 * Text is immutable after the article stage; annotations stand off and point into it.
 */
import type { Diagnostic } from './diagnostic.ts'
import type { Span } from './span.ts'

/** How a value is known. `inferred` and `context` are never presented as stated. */
export type Basis = 'stated' | 'publication' | 'context' | 'inferred'

/** An EDTF date with the way it is known. */
export interface DatedValue {
  readonly edtf: string
  readonly basis: Basis
}

export type TokenKind = 'word' | 'number' | 'punctuation' | 'symbol'

export interface Token extends Span {
  /** Verbatim slice. */
  readonly text: string
  readonly kind: TokenKind
}

/** `from`/`to` are token indices, half-open; `start`/`end` are offsets in the text. */
export interface Sentence extends Span {
  readonly from: number
  readonly to: number
  /** Index of the article block it stands in. */
  readonly block: number
}

export type Upos =
  | 'ADJ'
  | 'ADP'
  | 'ADV'
  | 'AUX'
  | 'CCONJ'
  | 'DET'
  | 'INTJ'
  | 'NOUN'
  | 'NUM'
  | 'PART'
  | 'PRON'
  | 'PROPN'
  | 'PUNCT'
  | 'SCONJ'
  | 'SYM'
  | 'VERB'
  | 'X'

export type Case = 'nom' | 'gen' | 'dat' | 'acc'
export type Gender = 'masc' | 'fem' | 'neut'
export type Numerus = 'sing' | 'plur'
/** `kon1` and `kon2` are the German subjunctives; a form that is both indicative and subjunctive is `ind`
 * with `ambiguousMood`. */
export type Mood = 'ind' | 'kon1' | 'kon2' | 'imp'

export interface Feats {
  /** Cases still possible after disambiguation; one when it is certain. */
  readonly cases?: readonly Case[]
  readonly gender?: Gender
  readonly number?: Numerus
  readonly person?: 1 | 2 | 3
  readonly tense?: 'pres' | 'past'
  readonly mood?: Mood
  readonly ambiguousMood?: boolean
  readonly verbForm?: 'fin' | 'inf' | 'zuinf' | 'part1' | 'part2'
  readonly degree?: 'pos' | 'cmp' | 'sup'
  readonly pronType?: 'prs' | 'rel' | 'dem' | 'int' | 'ind' | 'art' | 'neg' | 'poss' | 'refl'
}

/** One analysed token; `word[i]` belongs to `token[i]`. */
export interface Word extends Token {
  readonly upos: Upos
  /** German: nouns capitalised, verbs as infinitive with the joined prefix where the word itself has it. */
  readonly lemma: string
  readonly feats: Feats
  /** Index of the sentence. */
  readonly sentence: number
  /** Lower-case parts of a compound, modifier first, head last: `['luft', 'verteidigung', 'system']`.
   * One element for a simple word. */
  readonly parts: readonly string[]
}

/** The verbal complex of a clause. All members are word indices. */
export interface VerbGroup {
  /** The finite verb, null in infinitive clauses. */
  readonly finite: number | null
  /** Every word of the group in text order, with a separated prefix. */
  readonly words: readonly number[]
  /** The main verb's lemma with its separable prefix: `einbestellen` for „bestellte … ein“. */
  readonly lemma: string
  /** The word that carries the main verb. */
  readonly main: number
  readonly tense: 'present' | 'preterite' | 'perfect' | 'pluperfect' | 'future' | 'futurePerfect' | null
  readonly mood: Mood | null
  readonly ambiguousMood: boolean
  readonly voice: 'active' | 'passive' | 'statal'
  /** Lemmas of modal verbs, outermost first: `['sollen']`. */
  readonly modals: readonly string[]
  readonly negated: boolean
}

export type PhraseRole =
  | 'subject'
  | 'object'
  | 'indirect'
  | 'genitive'
  | 'prepositional'
  | 'predicative'
  | 'adverbial'
  | 'apposition'

/** A noun phrase; `from`/`to` are word indices, half-open, preposition included. */
export interface NounPhrase extends Span {
  readonly from: number
  readonly to: number
  /** Word index of the head noun or pronoun. */
  readonly head: number
  readonly cases: readonly Case[]
  /** Lemma of the governing preposition ("in" for „im“), or null. */
  readonly preposition: string | null
  readonly role: PhraseRole
  /** Phrase index it depends on (genitives, prepositional attributes, appositions), or null where it depends
   * on the verb. */
  readonly governor: number | null
}

export interface Clause extends Span {
  readonly sentence: number
  readonly kind: 'main' | 'subordinate' | 'relative' | 'infinitive' | 'fragment'
  /** Word index ranges that belong to this clause itself, embedded clauses left out. */
  readonly parts: readonly (readonly [from: number, to: number])[]
  /** Index of the clause it is embedded in or depends on. */
  readonly parent: number | null
  /** Subordinating word (dass, weil, der …) as word index, or null. */
  readonly introducer: number | null
  readonly verb: VerbGroup | null
  /** Phrase indices. */
  readonly subject: number | null
  readonly phrases: readonly number[]
  /** True for verb-second or verb-final order clauses that are questions. */
  readonly question: boolean
  /** For clauses opened by wenn, falls, sollte …. */
  readonly conditional: boolean
}

export type TimexType = 'DATE' | 'TIME' | 'DURATION' | 'SET'

export interface TimeAnnotation extends Span {
  readonly type: TimexType
  /** TIMEX3 value. */
  readonly value: string
  readonly mod: string | null
  /** First and last day it can mean (ISO days), null for durations, sets and vague ones. */
  readonly range: readonly [string, string] | null
  readonly basis: Basis
  readonly rule: string
}

export type EntityType = 'PER' | 'LOC' | 'ORG' | 'MISC'

/**
 * A mention of somebody or something. `name` forms are printed in a reading's `entities`; the others serve
 * coreference and roles.
 */
export interface Mention extends Span {
  readonly type: EntityType
  /** Canonical name, the same for coreferent mentions. */
  readonly name: string
  /** Wikidata id where it was checked. */
  readonly id: string | null
  /** ISO 3166-1 alpha-3, or EU, NATO, G7, UN: the country this mention stands for or acts for. */
  readonly country: string | null
  /** Document-level entity number; coreferent mentions share it. */
  readonly entity: number
  /** „Selenskyj“ | „ukrainisch“ | the „US“ in „US-Hilfe“ | „der Präsident“ | „er“ */
  readonly form: 'name' | 'adjective' | 'part' | 'description' | 'pronoun'
  readonly rule: string
}

export interface Speaker {
  /** Resolved name, never the pronoun. */
  readonly name: string
  readonly id: string | null
  readonly country: string | null
  /** Where it stands; null where nothing in the sentence names it. */
  readonly start: number | null
  readonly end: number | null
}

export type StatementKind = 'direct' | 'indirect' | 'free-indirect' | 'attributed'

export interface StatementAnnotation extends Span {
  readonly kind: StatementKind
  /** Spans of the content where it is discontinuous; else one, equal to start and end. */
  readonly parts: readonly Span[]
  readonly cue: Span | null
  readonly speaker: Speaker | null
  readonly medium: string | null
  /** Who stands behind one another: portal, agency, paper, unnamed source. Outermost first. */
  readonly chain: readonly string[]
  /** Index of the statement this one is quoted inside of, or null. */
  readonly parent: number | null
  readonly rule: string
}

export type Factuality = 'actual' | 'planned' | 'possible' | 'denied'

/** One for each clause, at the same index. */
export interface FactualityAnnotation extends Span {
  readonly clause: number
  readonly factuality: Factuality
  /** Told as history, not as this report's news. */
  readonly background: boolean
  /** The word or words that decided, or null for the default. */
  readonly cue: Span | null
  readonly rule: string
}

export interface Party {
  readonly name: string
  readonly country: string | null
}

export type Bound = 'exact' | 'about' | 'at_least' | 'up_to' | 'range'

export interface Amount {
  readonly value: number
  readonly currency: string
  readonly bound: Bound
}

export interface Quantity {
  readonly value: number
  readonly unit: string
  readonly bound: Bound
}

export interface EventAnnotation extends Span {
  /** An event type of the codebook. */
  readonly type: string
  readonly actors: readonly Party[]
  readonly recipients: readonly Party[]
  readonly persons: readonly string[]
  readonly object: string | null
  readonly goods: readonly string[]
  readonly amount: Amount | null
  readonly quantity: Quantity | null
  readonly place: string | null
  readonly date: DatedValue | null
  /** When it was announced or reported, where the report says so; null where the act's own date says it all. */
  readonly saidOn: DatedValue | null
  readonly factuality: Factuality
  readonly background: boolean
  /** Index into the statement layer when someone else says so. */
  readonly statement: number | null
  /** For react: approve or disapprove. */
  readonly stance: 'approve' | 'disapprove' | null
  /** For provide: said to be complete; for block: the refusal is final. */
  readonly final: boolean
  /** Span of the trigger word(s). */
  readonly trigger: Span
  readonly rule: string
}

export interface Layers {
  readonly token: readonly Token[]
  readonly sentence: readonly Sentence[]
  readonly word: readonly Word[]
  readonly phrase: readonly NounPhrase[]
  readonly clause: readonly Clause[]
  readonly time: readonly TimeAnnotation[]
  readonly mention: readonly Mention[]
  readonly statement: readonly StatementAnnotation[]
  readonly factuality: readonly FactualityAnnotation[]
  readonly event: readonly EventAnnotation[]
}

export interface Output<P extends keyof Layers> {
  readonly layers: Pick<Layers, P>
  readonly diagnostics: readonly Diagnostic[]
}
