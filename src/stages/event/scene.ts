/**
 * What the rules of this stage look at: the layers of one document, put right and indexed by word.
 *
 *     phraseOf[3] → the phrase that word 3 is in      goodsAt[3] → ['patriot'] where „Patriot“ begins there
 */
import type { Mention, VerbGroup } from '../../core/layers.ts'
import type { Annotated } from '../../core/stage.ts'
import type { EventRules } from '../../lang/common/event.ts'
import type { Nominative } from '../../lang/pack.ts'
import type { Measure } from './measure.ts'
import type { Vocabulary } from './vocabulary.ts'

export type EventInput = Annotated<
  'sentence' | 'word' | 'phrase' | 'clause' | 'time' | 'mention' | 'statement' | 'factuality'
>

export interface Participle {
  /** The infinitive. */
  readonly lemma: string
  /** „feststeckend“; else „beschlossen“. */
  readonly present: boolean
}

/** What a form without the ending of an adjective is the participle of. */
export type ParticipleFinder = (base: string) => Participle | null

export interface Scene {
  readonly doc: EventInput
  readonly rules: EventRules
  readonly vocabulary: Vocabulary
  readonly nominative: Nominative
  /** Verb group of each clause as this stage takes it; see `taken-verb.ts`. */
  readonly verbs: readonly (VerbGroup | null)[]
  /** Word classes and goods that begin at each word. */
  readonly classesAt: readonly (readonly string[])[]
  readonly goodsAt: readonly (readonly string[])[]
  /** Innermost statement at an offset, as index. */
  readonly statementAt: (offset: number) => number | null
  readonly participle: ParticipleFinder
  /** By the index of its last word. */
  readonly measureEndingAt: ReadonlyMap<number, Measure>
  /** Clause of each word, -1 where none. */
  readonly clauseOf: Int32Array
  /** Innermost phrase of each word, -1 where none. */
  readonly phraseOf: Int32Array
  /** Phrases that depend on a phrase. */
  readonly dependents: readonly (readonly number[])[]
  /** Clauses that depend on a clause. */
  readonly children: readonly (readonly number[])[]
  /** Mentions that begin at or cover a word. */
  readonly mentionsAt: readonly (readonly Mention[])[]
}
