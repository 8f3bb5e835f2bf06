import type { FactRules } from '../core/fact-rules.ts'
import type { Word } from '../core/layers.ts'
import type { EntityRules } from './common/entity.ts'
import type { EventRules } from './common/event.ts'
import type { FactualityRules } from './common/factuality.ts'
import type { Lexicon } from './common/lexicon.ts'
import type { SegmentRules } from './common/segment.ts'
import type { StatementRules } from './common/statement.ts'
import type { SyntaxRules } from './common/syntax.ts'
import type { TimeRules } from './common/time.ts'

/** Attributes and head noun of a phrase as they stand without an article, in the nominative. */
export type Nominative = (attributes: readonly Word[], head: Word) => readonly string[]

/** One frozen value per language: everything that the stages know of it. */
export interface LocalePack {
  readonly code: string
  /** English name of the language, for messages. */
  readonly name: string
  readonly version: string
  readonly lexicon: Lexicon
  readonly nominative: Nominative
  readonly segment: SegmentRules
  readonly syntax: SyntaxRules
  readonly time: TimeRules
  readonly statement: StatementRules
  readonly entity: EntityRules
  readonly factuality: FactualityRules
  readonly event: EventRules
  readonly facts: FactRules
}
