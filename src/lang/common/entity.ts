import type { Case, EntityType } from '../../core/layers.ts'

/** Grammatical gender of a name, `p` where it is a plural: decides which pronouns can mean it. */
export type NameGender = 'm' | 'f' | 'n' | 'p'

/** What a register entry is. Seats stand for their country („Kiew“), places only lie in one. */
export type EntryKind = 'country' | 'bloc' | 'seat' | 'place' | 'region' | 'body' | 'person'

/** One thing that a register knows by name. */
export interface RegisterEntry {
  readonly kind: EntryKind
  readonly type: EntityType
  /** Canonical name. */
  readonly name: string
  readonly id: string | null
  readonly country: string | null
  readonly gender: NameGender
  /** For bodies: `parliament`, `ministry`, `party` …; else null. */
  readonly body: string | null
  /** For ministries, lower case: `verteidigung`; else null. */
  readonly portfolio: string | null
  /** Token keys of a person's given name; empty for others. */
  readonly given: string
}

/** A name by which entries are known; several where it is ambiguous („Medwedew“ is one, „Georgia“ two). */
export interface Alias {
  readonly entry: number
  /** Counts only in a report that speaks of the entry's country („der Kongress“). */
  readonly needsContext: boolean
  /** A surname alone: counts after a title, after the full name, or for somebody in office. */
  readonly surnameOnly: boolean
}

/** Who held an office when; ISO days, `until` exclusive. */
export interface Holder {
  readonly entry: number
  readonly office: string
  readonly country: string
  readonly from: string
  readonly until: string | null
}

/** The registers, compiled for look-up. */
export interface Register {
  readonly entries: readonly RegisterEntry[]
  /** By `nameKey` of every token, joined by spaces. */
  readonly aliases: ReadonlyMap<string, readonly Alias[]>
  /** Longest alias, in tokens, that begins with a token. */
  readonly starts: ReadonlyMap<string, number>
  /** Holders by `office:country`, oldest first. */
  readonly offices: ReadonlyMap<string, readonly Holder[]>
  /** Offices by entry. */
  readonly heldBy: ReadonlyMap<number, readonly Holder[]>
  /** Uninflected adjective, lower case → country. */
  readonly adjectives: ReadonlyMap<string, string>
  /** Inhabitants, every form → country. */
  readonly people: ReadonlyMap<string, string>
  /** What stands before a hyphen → country: `US`, `EU`, `Ukraine`. */
  readonly compounds: ReadonlyMap<string, string>
  /** Country or bloc code → entry. */
  readonly countries: ReadonlyMap<string, number>
  /** `spellingKey` of a person's surname → entries. */
  readonly surnames: ReadonlyMap<string, readonly number[]>
  /** `body:portfolio:country` → the entry that such a body has, if it is known by a name of its own. */
  readonly bodies: ReadonlyMap<string, number>
  /** Country code → its first adjective. */
  readonly adjectiveOf: ReadonlyMap<string, string>
}

/** Bits of what a form is in the lists of names. */
export const nameClass = {
  male: 1,
  female: 2,
  surname: 4,
  city: 8,
  bigCity: 16,
  organisation: 32,
  region: 64,
} as const

/** Lists of names, compact: which classes a form belongs to. */
export interface NameLists {
  classesOf(form: string): number
}

/** Weights of the name tagger; see `stages/entity/tagger.ts`. */
export interface TaggerModel {
  /** Features are hashed into `buckets` (a power of two) rows of one weight per label. */
  readonly buckets: number
  /** Taken off the score of „no name“: names missed cost more than names too many. */
  readonly bias: number
  /** `featureChecksum` of the features that it was trained on. */
  readonly features: number
  readonly weights: Int8Array
  /** `previous * labels + next`. */
  readonly transitions: Int8Array
}

/** An office or rank as a noun: „Außenminister“, „Kanzlerin“. */
export interface Title {
  /** Null for a mere description of a person („Politiker“, „Sprecher“). */
  readonly office: string | null
  readonly sex: 'm' | 'f' | null
  /** Whose office it is where the word says so: „Bundeskanzler“, „Kremlchef“. */
  readonly country: string | null
}

/** A body as a noun: „Regierung“, „Streitkräfte“. */
export interface BodyNoun {
  readonly body: string
  readonly gender: NameGender
}

/** What the entity stage takes from a language. */
export interface EntityRules {
  readonly version: string
  readonly register: Register
  readonly names: NameLists
  readonly tagger: TaggerModel | null
  /** Whether the dictionary has a form: 0 no, 1 as a noun, 2 as a compound's head, 3 as another word in lower case. */
  dictionaryClass(form: string): 0 | 1 | 2 | 3
  /** Sex of the one person that a noun can mean („Manager“), by its feminine in the dictionary; null for other nouns. */
  sexOfNoun(form: string): 'm' | 'f' | null
  /** What a noun heads as part of a name: 1 an organisation („…verband“, „AG“), 2 a place („…straße“), 3 both. */
  headClass(form: string): number
  /** Title of a noun with its compound parts, or null. */
  titleOf(noun: string): Title | null
  bodyOf(noun: string): BodyNoun | null
  /** Kind of body that a noun points back to: `company` for „Hersteller“; null for other nouns. */
  pointingBodyOf(noun: string): string | null
  /** Ministry of what: `verteidigung` for „Verteidigungsministerium“, empty for „Ministerium“, null for others. */
  portfolioOf(noun: string): string | null
  /** Tokens of an alias as listed. */
  tokenKey(token: string): string
  /** Uninflected country adjective of a word form: `ukrainisch` for „ukrainischen“. */
  adjectiveStem(form: string): string
  /** Forms a name may be listed under: „Bidens“ → „Biden“. The form itself comes first. */
  nominatives(form: string): readonly string[]
  /** One key for all spellings of a name. */
  spellingKey(name: string): string
  /** „ukrainisch“ + „Verteidigungsministerium“ → „ukrainisches Verteidigungsministerium“. */
  ownedName(adjective: string, noun: string, gender: NameGender): string
  /** A noun without the ending of its case, as part of a name: „Außenministeriums“ → „Außenministerium“. */
  plainNoun(noun: string): string
  /** A plural noun without its dative ending: „Vertretern“ → „Vertreter“. */
  nominativePlural(noun: string): string
  /** Country whose ministries alone are called so („Bundesministerium“), or null. */
  ministryCountry(noun: string): string | null
  /** The office of who heads a ministry: `foreign` for the portfolio „außen“; null for none. */
  ministerOf(portfolio: string): string | null
  /** The ministry that somebody with the title heads: „Finanzministerin“ → „Finanzministerium“; else null. */
  ministryOfTitle(title: string): string | null
  /** „Ex-Minister“, „Vize-Präsident“: the noun itself says that the office is not held. */
  isFormerTitle(noun: string): boolean
  /** Whether a noun for a person says that it is a woman. */
  isFeminine(noun: string): boolean
  /** „Walliserin“: a woman of a place, be it in the register or not. */
  isWomanOfPlace(noun: string): boolean
  /** „US-Medien“, „Zeitungsberichte“: a noun for who reported. */
  isMedia(noun: string): boolean
  /** Whether a form is in lower case and ends as an adjective before its noun does. */
  isInflected(form: string): boolean
  /** Whether a name ends as its genitive does. */
  isGenitive(name: string): boolean
  readonly words: EntityWords
}

/** Closed word lists, lower case. */
export interface EntityWords {
  /** Former holders: „damaliger“, „ex“, „früherer“; an office after them is not today's. */
  readonly former: ReadonlySet<string>
  /** Groups that speak or act without a name: „Medien“, „Beobachter“, „Angaben“. */
  readonly groups: ReadonlyMap<string, NameGender>
  /** Nouns for what somebody said: `any` said it („den Angaben nach“), or `media` („den Berichten zufolge“). */
  readonly sayings: ReadonlyMap<string, 'any' | 'media'>
  /** Lemmas of verbs of saying: who is their subject can be meant by „den Angaben nach“. */
  readonly speechVerbs: ReadonlySet<string>
  /** „so“ of „…, so die Ministerin“. */
  readonly insertedSo: ReadonlySet<string>
  /** Words right before a source: „laut“, „Angaben“. */
  readonly sourceWords: ReadonlySet<string>
  /** „Land“, „Staat“, „Nachbarland“: `same` the country last spoken of, `other` not the acting one, `both`. */
  readonly countryNouns: ReadonlyMap<string, 'same' | 'other'>
  /** Nouns after „beide“ that mean two countries. */
  readonly pairNouns: ReadonlySet<string>
  readonly pairWords: ReadonlySet<string>
  /** Words in the middle of a name: „von“, „de“, „bin“. */
  readonly particles: ReadonlySet<string>
  /** Determiners that point back: „das“, „dieses“ … */
  readonly definite: ReadonlySet<string>
  /** Determiners of something new: „ein“, „kein“. */
  readonly indefinite: ReadonlySet<string>
  /** Prepositions before an owner's seat: „die Regierung in Kiew“. */
  readonly seatPrepositions: ReadonlySet<string>
  /** Personal pronouns → genders that they can mean. */
  readonly pronouns: ReadonlyMap<string, readonly NameGender[]>
  /** Impersonal „man“. */
  readonly impersonal: ReadonlySet<string>
  /** First parts of compounds that say what an envoy deals with, not whose he is: „Gesandter“. */
  readonly topicHeads: readonly string[]
  /** Descriptions of a person by trade or party that only point back: „Politiker“, „Demokrat“. */
  readonly personNouns: ReadonlyMap<string, 'm' | 'f' | null>
  /** How titles begin that only somebody of the country spoken of holds: „Oppositionsführer“. */
  readonly domestic: readonly string[]
  /** Descriptions by age, behind the hyphen: „43-Jähriger“. */
  readonly aged: ReadonlySet<string>
  readonly quotationMarks: ReadonlySet<string>
  /** Articles that one person can have → the case of the plural that has the same form, or null. */
  readonly singleArticles: ReadonlyMap<string, Case | null>
  readonly genitiveArticles: ReadonlySet<string>
  /** Conjunctions between two owners: „die deutsche und französische Regierung“. */
  readonly coordinators: ReadonlySet<string>
  /** What joins a noun and its owner: „die Regierung *der* Ukraine“. */
  readonly ownerLinks: ReadonlySet<string>
  /** Those of them that stand behind an article, too: „der von Russland“. */
  readonly ownerPrepositions: ReadonlySet<string>
  /** What opens an attribute between a title and its name: „Leiter *der* Botschaft“, „Minister *für* Verteidigung“. */
  readonly attributeOpeners: ReadonlySet<string>
  /** What says whose or for what somebody is: „der Leiter *des* Amtes“. */
  readonly complementOpeners: ReadonlySet<string>
  /** Before the hyphen of a title always whose it is, never what it is about: „US-Gesandter“, „Ukraine-Gesandter“. */
  readonly actingPrefixes: ReadonlySet<string>
}
