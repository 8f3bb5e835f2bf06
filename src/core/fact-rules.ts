/** What facts of a report take from a language; patterns without nested quantifiers, tried on one sentence. */
export interface FactRules {
  /** A day in such a sentence may not have come yet: „soll am 2. Juli beginnen“. */
  readonly ahead: RegExp
  /** It has not: somebody is to do it or means to. */
  readonly plans: RegExp
  /** „seit“ in an expression of time, and just before one. */
  readonly since: RegExp
  readonly sinceBefore: RegExp
  /** Who ordered a stop. */
  readonly orders: {
    /** Words for ordering, and for what is stopped. */
    readonly ordered: RegExp
    readonly stops: RegExp
    /** Ordering and what is to stop in one: „wies das Ministerium an, die Lieferung auszusetzen“. */
    readonly orderedThat: RegExp
    /** „Diese Entscheidung habe … getroffen“: what was decided was told before. */
    readonly decision: RegExp
    readonly decided: RegExp
    readonly open: RegExp
    /** Nobody is named as the one who did it: asked, denied, left open. */
    readonly leftOpen: RegExp
  }
  /**
   * The office that stands at once before a name, of those that nobody holds two of, with the length of the words that
   * tell it; null where there is none or it is a former or future one.
   */
  readonly officeBefore: (text: string) => { readonly office: string; readonly length: number } | null
  /** Ways in which something is done; two ways of one respect exclude each other. */
  readonly manners: readonly { readonly respect: string; readonly way: string; readonly pattern: RegExp }[]
  /** What stands just before the name of somebody who is in the news every day: „Außenministerin “. */
  readonly publicFigure: RegExp
}
