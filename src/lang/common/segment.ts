/** What the segment stage takes from a language. */
export interface SegmentRules {
  readonly version: string
  /** Abbreviations without their last dot, lower case: a dot after one of them belongs to the token. */
  readonly abbreviations: ReadonlySet<string>
  /** Those of them that are words as well: a dot is theirs only where no sentence can begin after it. */
  readonly ambiguousAbbreviations: ReadonlySet<string>
  /** Letters that a genitive apostrophe follows: „Hans’“. */
  readonly apostropheAfter: ReadonlySet<string>
  /** Abbreviations that may end a sentence when a capitalised word follows: `usw`, `etc`. */
  readonly closingAbbreviations: ReadonlySet<string>
  /** Capitalised words that open a sentence far more often than they stand in a name, lower case:
   * after an initial or an ordinal they show that its dot is a full stop. */
  readonly openers: ReadonlySet<string>
  /** Words before a number that make the dot after it a full stop even before a capitalised word,
   * or an ordinal before a noun, lower case: `am`, `der`, `zum`. */
  readonly ordinalLeaders: ReadonlySet<string>
  /** Names of months and the like, lower case: a number with a dot before one is an ordinal. */
  readonly ordinalFollowers: ReadonlySet<string>
  /** Words before „X“ that make it the network, so that a dot behind it is a full stop: `auf`. */
  readonly networkLeaders: ReadonlySet<string>
}
