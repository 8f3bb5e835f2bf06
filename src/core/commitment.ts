/** What moves a commitment, as data. The table of a codebook is a value of `Moves`. */
export interface Move {
  /** Stage reached. */
  readonly stage?: string
  /** Only where nothing later is reached. */
  readonly onlyIfNothingLater?: boolean
  readonly suspend?: string
  /** Suspensions that this event clears. */
  readonly clears?: readonly string[]
  /** Stage where the event is said to be complete or final. */
  readonly finalStage?: string
}

/**
 * Which kind of commitment an event speaks of. The first rule whose conditions all hold decides; words stand at
 * the beginning or the end of a word of the object („Sicherheitsabkommen“ ends with „abkommen“).
 */
export interface KindRule {
  readonly kind: string
  readonly types: readonly string[]
  readonly words: readonly string[]
  readonly goods: readonly string[]
  /** The event names an amount of money. */
  readonly amount: boolean
}

/** Words of one language, in lower case, that tell commitments apart. */
export interface LedgerWords {
  /** Another one than before: „ein neues Hilfspaket“. */
  readonly fresh: readonly string[]
  /** One that was there before: „die bisher bewilligten Mittel“. */
  readonly earlier: readonly string[]
  /** A closed parcel, not a flow: „Paket“, „Tranche“. */
  readonly parcel: readonly string[]
  /** Matters of other books, such as a ceasefire; what speaks of them is no commitment here. */
  readonly elsewhere: readonly string[]
  /** Words that say nothing about which one it is. */
  readonly empty: readonly string[]
  /** Where the attributes of an object begin. */
  readonly prepositions: readonly string[]
  /** Words that name another side („Abkommen mit mehreren Staaten“). */
  readonly counterpart: readonly string[]
  /** Words for agreements of two parties each, told of in one go („Vereinbarungen“, „jeweils“). */
  readonly several: readonly string[]
  /** What names a fund even where its giver stands in it („Europäische Friedensfazilität“). */
  readonly funds: readonly string[]
  /** Words before the fund or package that something is paid from („aus dem Hilfspaket“). */
  readonly drawn: readonly string[]
  /** What has not come yet („noch nicht unterzeichnet“), and what has not ended („blockiert weiterhin“). */
  readonly pending: readonly string[]
  readonly still: readonly string[]
  /** Courses of events whose duration reports tell („seit drei Jahren“), as prefixes of words. */
  readonly courses: readonly string[]
}

/** How evidence of one kind is told apart. */
export interface KindTraits {
  /** So many days may lie between reports of one commitment that nothing but parties and kind connects. */
  readonly reachDays: number
  /** Both parties undertake it; nobody gives. */
  readonly mutual: boolean
  /** A flow of goods: it has parts, and other words may name other parts of it. */
  readonly flow: boolean
  /** A sum that is asked for, granted, drawn on and used up. */
  readonly sum: boolean
}

/** Of a kind that says nothing of itself. */
export const plainTraits: KindTraits = { reachDays: 120, mutual: false, flow: false, sum: false }

/** How tellings of one act find each other. */
export interface Tellings {
  /** Both sides do it together. */
  readonly mutual: boolean
  /** Done on one day; two days for it contradict each other. */
  readonly oneDay: boolean
  /** Done by saying so: its day is the day on which it was said. */
  readonly bySaying: boolean
  /** Undertakes something: a new sum is a new undertaking. */
  readonly undertakes: boolean
  /** What is so used up was never refused. */
  readonly usesUp: boolean
  /** A final act is another step than one that is not. */
  readonly finalApart: boolean
  /** The type that an announcement of it is, made by the one who would do it. */
  readonly announcedAs: string | null
  /** So many days may lie between tellings of one step. */
  readonly stepDays: number
  /** It tells when a report can have come out; `shared`: only where goods or people are the same. */
  readonly landmark: boolean | 'shared'
}

export interface LedgerModel {
  readonly kinds: readonly string[]
  /** In order; stages only go forward. */
  readonly stages: readonly string[]
  readonly ends: readonly string[]
  readonly suspensions: readonly string[]
  readonly kindOf: readonly KindRule[]
  /** Goods that name no particular goods and therefore go with all others. */
  readonly unspecific: readonly string[]
  readonly words: LedgerWords
  /** Every kind has some. */
  readonly kindTraits: Readonly<Record<string, KindTraits>>
  /** Kind → name in a title, by language. */
  readonly kindLabels: Readonly<Record<string, Readonly<Record<string, string>>>>
}
