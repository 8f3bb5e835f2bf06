import type { LedgerModel, Move, Tellings } from '../core/commitment.ts'

/**
 * Where a role stands. `subject`, `object`, `indirect` (dative) and `genitive` are meant as in an active
 * sentence; `modifier` is a country as adjective or compound part at the noun („US-Hilfe“, „die dänische
 * Zusage“); anything else is a preposition.
 */
export type Slot = string

/** Alternatives in order; the slots inside one alternative are taken together. */
export type SlotChoice = readonly (readonly Slot[])[]

export interface Roles {
  readonly actors: SlotChoice
  readonly recipients: SlotChoice
  readonly object: SlotChoice
}

/** What must be there for a cue to tell an event; see docs/codebooks.md. */
export type Need =
  | 'actor'
  | 'recipient'
  | 'named-recipient'
  | 'party'
  | 'two-parties'
  | 'goods'
  | 'complement'
  | `class:${string}`

/** One way in which a language tells an event. */
export interface Cue {
  /** Infinitive with its separable prefix, noun, or adjective, as written in a dictionary. */
  readonly word: string
  /** Lower-case words beside it: `['zur', 'verfügung']` for „zur Verfügung stellen“. */
  readonly beside: readonly string[]
  readonly reflexive: boolean
  /** Only where the sentence negates it („kann sich nicht einigen“). */
  readonly negated: boolean
  /** Only where nothing stands where its object would: „Nun muss noch der Senat zustimmen“. */
  readonly alone: boolean
  /** Only where nothing negates it: who does not rule something out does not refuse it. */
  readonly affirmative: boolean
  /** Word classes (or `goods`) of which one must stand in the object, for nouns in its attributes or the
   * compound itself. Empty: no condition. */
  readonly about: readonly string[]
  /** Word classes of which none may stand there. */
  readonly notAbout: readonly string[]
  /** Word classes of which none may be the subject of a verb: „die Raketen treffen Kiew“ is no meeting. */
  readonly notSubject: readonly string[]
  readonly roles: Roles
  /** Alternatives, each a list of needs that must hold together. Empty: no condition. */
  readonly needs: readonly (readonly Need[])[]
  readonly stance: 'approve' | 'disapprove' | null
  /** Complete (provide) or final (block). */
  readonly final: boolean
  /** The act is only intended by its own meaning („vorbereiten“), whatever the sentence says. */
  readonly factuality: 'planned' | 'possible' | null
  /** A bare noun tells an event too („Nach einem Treffen …“); else it needs attributes of its own. */
  readonly bare: boolean
  /** Its participle at a noun tells an event too („die gestoppte Hilfe“). */
  readonly attributive: boolean
  /** False: the passive means something else („wurde hart getroffen“). */
  readonly passive: boolean
  /** Types of which an act told as the object belongs to this event and is none of its own: what a pledge
   * announces. */
  readonly takes: readonly string[]
}

export interface Cues {
  readonly verbs: readonly Cue[]
  readonly nouns: readonly Cue[]
}

export interface ExpectedEvent {
  readonly type: string
  readonly actors?: readonly string[]
  readonly recipients?: readonly string[]
  readonly factuality?: string
  readonly goods?: readonly string[]
  readonly stance?: string
  readonly background?: boolean
}

/** A text with all events of its type that it tells; a counterexample has none of that type. */
export interface CodebookExample {
  readonly text: string
  readonly published: string | null
  readonly events: readonly ExpectedEvent[]
}

export interface EventType {
  readonly name: string
  readonly label: Readonly<Record<string, string>>
  readonly definition: Readonly<Record<string, string>>
  readonly plover: string | null
  readonly iati: string | null
  /** Commitment kind → what the actual event does to it. Empty: hangs on stories only. */
  readonly moves: Readonly<Record<string, Move>>
  /** Language → cues. */
  readonly cues: Readonly<Record<string, Cues>>
  /** Parties that a passage leaves out may be taken from the report's other events of the same group. */
  readonly inherits: string | null
  /** Word class of nouns that stand for the act just told („begrüßte die Entscheidung“): whose it was gets it. */
  readonly answers: string | null
  /** The group whose recipient the actor would be: who asks gets it. */
  readonly reverses: string | null
  /** The group whose recipient is hit by this act where nobody is named: who is attacked is who gets help. */
  readonly suffers: string | null
  readonly tellings: Tellings
  readonly examples: readonly CodebookExample[]
  readonly counterexamples: readonly CodebookExample[]
}

export interface GoodsKind {
  readonly name: string
  readonly label: Readonly<Record<string, string>>
  /** Also bought, paid and stopped at home every day, so that it counts only between two parties. */
  readonly everyday: boolean
  /** Any amount of money is of this kind. */
  readonly money: boolean
  /** Language → words, matched as a word, as a compound part, or (two words) as adjective and noun. */
  readonly words: Readonly<Record<string, readonly string[]>>
  /** Names of systems, the same in every language. */
  readonly systems: readonly string[]
  /** Language → words that mean these goods only where the report has named them before: „Maschinen“. */
  readonly again: Readonly<Record<string, readonly string[]>>
}

/** Immutable, compiled from YAML. Knows no topic by itself. */
export interface CompiledCodebook {
  readonly name: string
  readonly version: string
  readonly label: Readonly<Record<string, string>>
  /** `assistance@sha256:…` */
  readonly id: string
  readonly model: LedgerModel
  readonly types: ReadonlyMap<string, EventType>
  readonly goods: ReadonlyMap<string, GoodsKind>
  /** Language → heads that carry goods as modifier: „Munitionspaket“ is munitions, „Waffenruhe“ no weapons. */
  readonly goodsCarriers: Readonly<Record<string, readonly string[]>>
  /** Language → word class → words; a compound belongs to the class of its head. */
  readonly words: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>
}
