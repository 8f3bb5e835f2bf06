import type { DatedValue } from './layers.ts'
import type { Span } from './span.ts'

export type BlockRole = 'lead' | 'heading' | 'paragraph' | 'list' | 'quote' | 'caption' | 'table' | 'ticker'

export interface Block extends Span {
  readonly role: BlockRole
  /** Time of a live-ticker entry, as EDTF, where the page gives one. */
  readonly at?: string | null
}

export type FurnitureRole =
  | 'teaser'
  | 'navigation'
  | 'advert'
  | 'consent'
  | 'comments'
  | 'credit'
  | 'caption'
  | 'sign-off'
  | 'other'

export interface Furniture {
  readonly role: FurnitureRole
  readonly text: string
  /** The rule that decided, e.g. `article/link-density`. */
  readonly rule: string
}

export interface Teaser {
  readonly title: string
  readonly published: DatedValue | null
  readonly section: string | null
}

/**
 * Positions of `text` in the captured document, run by run: characters from `text[i]` on stand at
 * `source[i]` on in the decoded capture, until the next run. `atom[i]` is 1 where the run is one source
 * stretch that became one text stretch of other length (an entity, folded white space). Sorted by `text`.
 */
export interface PositionMap {
  readonly text: Int32Array
  readonly source: Int32Array
  /** Length of the run in the source; for literal runs the same as in the text. */
  readonly sourceLength: Int32Array
}

/** The article found in a capture. */
export interface Article {
  readonly title: string | null
  readonly kicker: string | null
  readonly lead: string | null
  readonly published: DatedValue | null
  readonly modified: DatedValue | null
  readonly authors: readonly string[]
  readonly publisher: string | null
  readonly dateline: string | null
  readonly agencies: readonly string[]
  readonly language: string | null
  readonly canonicalUrl: string | null
  readonly text: string
  readonly blocks: readonly Block[]
  readonly furniture: readonly Furniture[]
  readonly teasers: readonly Teaser[]
  readonly map: PositionMap
  /** `article`, or what the page is instead: a list of articles, an error, a form to log in, a wall before the article. */
  readonly pageKind: 'article' | 'index' | 'error' | 'login' | 'wall' | 'empty'
}
