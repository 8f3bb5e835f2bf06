import type { Sentence, Word } from '../../core/layers.ts'
import type { Annotated } from '../../core/stage.ts'
import type { EntityRules } from '../../lang/common/entity.ts'
import { type Entity, type EntityTable, type MentionSpan, mentionOf, type PlacedMention } from './entities.ts'
import type { Name } from './name-finder.ts'
import { ownersOf } from './owners.ts'
import { createSalience, type Salience } from './salience.ts'

/** A name with the entity it means; null where it means nobody certain. */
export interface LinkedName {
  readonly name: Name
  readonly entity: Entity | null
}

/** What the rules for mentions share while one report is read. */
export interface MentionScene {
  readonly words: readonly Word[]
  readonly publishedAt: string | null
  readonly rules: EntityRules
  readonly table: EntityTable
  readonly salience: Salience
  /** The name that begins at a word. */
  nameAt(word: number): LinkedName | undefined
  /** Countries that own the noun at a word, nearest first. */
  owners(at: number, sentence: Sentence): readonly string[]
  /** From one word to the end of another; of one word where only one is given. */
  span(from: number, to?: number): MentionSpan
  say(entity: Entity, span: MentionSpan, form: PlacedMention['form'], rule: string): void
  /** How many mentions were found so far. */
  count(): number
  mentions(): readonly PlacedMention[]
}

export const createScene = (
  document: Annotated<'word' | 'phrase'>,
  linked: readonly LinkedName[],
  table: EntityTable,
  rules: EntityRules,
): MentionScene => {
  const { word: words, publishedAt } = document
  const salience = createSalience(document, rules)
  const out: PlacedMention[] = []
  const starting = new Map(linked.map((one) => [one.name.from, one]))
  const ending = new Map(linked.map((one) => [one.name.to, one]))
  const entityAt = (index: number) => {
    const found = starting.get(index)
    return found?.entity ? { entity: found.entity, to: found.name.to } : null
  }
  const entityEndingAt = (index: number): Entity | null => ending.get(index)?.entity ?? null
  return {
    words,
    publishedAt,
    rules,
    table,
    salience,
    nameAt: (word) => starting.get(word),
    owners: (at, sentence) => ownersOf(words, at, sentence, entityAt, entityEndingAt, rules),
    span: (from, to = from + 1) => ({ start: words[from]!.start, end: words[to - 1]!.end, from, to }),
    say: (entity, span, form, rule) => {
      out.push(mentionOf(entity, span, form, rule))
      salience.note(entity, span.from, form)
    },
    count: () => out.length,
    mentions: () => out,
  }
}
