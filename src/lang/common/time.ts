import type { TimexType } from '../../core/layers.ts'

/** Units of time with their TIMEX3 letters. `WE` is a weekend, `NI` a night, `DE` ten, `CE` a hundred years. */
export type TimeUnit = 'S' | 'MIN' | 'H' | 'NI' | 'D' | 'WE' | 'W' | 'M' | 'Q' | 'HY' | 'Y' | 'DE' | 'CE'

/** Morning, midday, afternoon, evening, night. */
export type DayPart = 'MO' | 'MI' | 'AF' | 'EV' | 'NI'

export type Season = 'SP' | 'SU' | 'FA' | 'WI'

/** First, middle or last part of a period. */
export type PeriodPart = 'START' | 'MID' | 'END'

/** A day of the year as a rule: a fixed one, or days after Easter Sunday, or before Christmas. */
export type Holiday =
  | { readonly month: number; readonly day: number }
  /** Days from Easter Sunday; `lasts` where it is more than one. */
  | { readonly easter: number; readonly lasts?: number }
  /** The nth Sunday of Advent. */
  | { readonly advent: number }

/** A point or period on the calendar, as far as the words tell it. What is missing is filled in by `resolve`. */
export interface When {
  readonly kind: 'when'
  /** 20 for the twentieth century. */
  readonly century?: number
  /** 198 for 1980 to 1989; below 10 (8) where the century is not told. */
  readonly decade?: number
  readonly year?: number
  /** Last year of „2022/23“. */
  readonly toYear?: number
  /** So many units from the publication („voriges Jahr“: -1 Y), or from the day told before. */
  readonly shift?: { readonly unit: TimeUnit; readonly by: number; readonly from?: 'context' }
  readonly month?: number
  readonly day?: number
  /** 1 is Monday. */
  readonly weekday?: number
  readonly season?: Season
  readonly quarter?: number
  readonly half?: number
  readonly week?: number
  readonly holiday?: Holiday
  /** „vergangenen“ -1, „diesen“ 0, „kommenden“ +1 before a weekday, month, season or holiday. */
  readonly which?: -1 | 0 | 1
  readonly part?: PeriodPart
  readonly dayPart?: DayPart
  readonly hour?: number
  readonly minute?: number
  /** „in der Nacht zu Mittwoch“: the night before the day told. */
  readonly nightBefore?: boolean
}

export interface Length {
  /** `null` where it is told by „einige“ or a bare plural. */
  readonly count: number | null
  readonly unit: TimeUnit
}

export interface Duration {
  readonly kind: 'duration'
  readonly lengths: readonly Length[]
  /** „vor zwei Jahren“ is a point, „in zwei Jahren“ is one where the tense says so. */
  readonly anchor?: 'ago' | 'ahead'
  /** With „einige“ (2 to 10) and „wenige“ (1 to 5): how many it can be. */
  readonly between?: readonly [number, number]
}

/** Comes back: „jeden Montag“, „jährlich“. The value is told by the language already. */
export interface Recurrence {
  readonly kind: 'set'
  readonly value: string
}

/** Now, once, soon. */
export interface Reference {
  readonly kind: 'reference'
  readonly value: 'PRESENT_REF' | 'PAST_REF' | 'FUTURE_REF'
}

export type Expression = When | Duration | Recurrence | Reference

/** Letters, digits or one mark of a word; `14-Tage-Frist` is five of them. */
export interface TimeItem {
  readonly text: string
  readonly lower: string
  readonly start: number
  readonly end: number
  readonly kind: 'letters' | 'digits' | 'mark'
  /** White space before it. */
  readonly spaced: boolean
  /** Index of the word it belongs to. */
  readonly word: number
  readonly sense: TimeSense | null
}

/** What a word form can mean for time; a form may have several meanings, so the fields are independent. */
export interface TimeSense {
  readonly month?: number
  readonly weekday?: number
  readonly unit?: TimeUnit
  readonly plural?: boolean
  readonly season?: Season
  readonly dayPart?: DayPart
  readonly periodPart?: PeriodPart
  readonly quarterWord?: boolean
  readonly halfWord?: boolean
  readonly number?: number
  readonly ordinal?: number
  /** „einige“, „wenige“, „mehrere“: from, to; bounds 0 to 0 for „viele“. */
  readonly vague?: readonly [number, number]
  readonly article?: boolean
  readonly demonstrative?: boolean
  readonly which?: -1 | 0 | 1
  readonly day?: number
  readonly year?: number
  readonly decade?: number
  readonly holiday?: Holiday
  readonly reference?: Reference['value']
  readonly expression?: Expression
  readonly type?: TimexType
  readonly modifier?: string
}

/** An expression found at items `[from, to)`. */
export interface TimeMatch {
  readonly from: number
  readonly to: number
  readonly expression: Expression
  readonly type: TimexType
  readonly mod?: string | null
}

export interface TimeRule {
  readonly name: string
  /** Tries at one item; reads a bounded number of items before and after it. Several matches only where they share a part („21. bis 27. Februar“). */
  match(items: readonly TimeItem[], at: number): readonly TimeMatch[] | null
}

/** What the time stage takes from a language. */
export interface TimeRules {
  readonly version: string
  /** Meaning of a form, or null. Called once for each distinct form. */
  sense(text: string, lower: string): TimeSense | null
  /** Forms without a meaning of their own that can open an expression („mehr als drei Jahre“). */
  readonly opens: ReadonlySet<string>
  /** In order; the first rule that matches at an item wins and reading goes on behind it. */
  readonly rules: readonly TimeRule[]
  /** Words before an expression that place it in the past whatever the verb says: „seit“. */
  readonly since: ReadonlySet<string>
  /** Between a noun and the day it bears: „die Mitteilung vom Freitag“. */
  readonly dating: ReadonlySet<string>
  /** Between the ends of a period: „von Mittwoch bis Montag“. */
  readonly until: ReadonlySet<string>
  /** The day of the report, lower case. */
  readonly today: ReadonlySet<string>
  /** Present forms of the auxiliary of the perfect, lower case. */
  readonly perfectForms: ReadonlySet<string>
  /** „heute“ that means these times rather than this day. */
  isNowadays(items: readonly TimeItem[], from: number, to: number): boolean
}
