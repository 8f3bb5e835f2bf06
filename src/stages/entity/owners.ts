import type { Sentence, Word } from '../../core/layers.ts'
import type { EntityRules } from '../../lang/common/entity.ts'
import type { Entity } from './entities.ts'
import { traitsOf } from './traits.ts'

/** How far an adjective may stand from its noun. */
const reach = 6

/**
 * Countries that own the noun at `at`, nearest first; several where adjectives are joined.
 *
 *     das ukrainische Verteidigungsministerium      Vertreter der amerikanischen und ukrainischen Regierung
 *         ^^^^^^^^^^^                                             ^^^^^^^^^^^^^^^     ^^^^^^^^^^^^
 *     US-Regierung       Moskaus Militär       das Außenministerium der Ukraine     die Regierung in Kiew
 *     ^^                 ^^^^^^^                                        ^^^^^^^                      ^^^^
 */
export const ownersOf = (
  words: readonly Word[],
  at: number,
  sentence: Sentence,
  /** Entity of a name that begins at a word index, with its end. */
  nameAt: (index: number) => { readonly entity: Entity; readonly to: number } | null,
  nameEndingAt: (index: number) => Entity | null,
  rules: EntityRules,
): readonly string[] => {
  const part = traitsOf(words[at]!.text, rules).part
  if (part !== null) return [part.country]
  const owners: string[] = []
  let left = at - 1
  for (; left >= sentence.from && at - left <= reach; left--) {
    const word = words[left]!
    const country = traitsOf(word.text, rules).adjective
    if (country !== null) owners.push(country)
    else if (owners.length > 0 && (word.text === ',' || rules.words.coordinators.has(word.text))) continue
    else if (!isInside(word, rules)) break
  }
  if (owners.length > 0) return owners
  // „Moskaus Militär“, „Bidens Regierung“: the name right before, in the genitive and without an article after it.
  const before = left >= sentence.from ? nameEndingAt(left + 1) : null
  if (before?.country !== null && before !== null && rules.nominatives(words[left]!.text).length > 1)
    return [before.country]
  // What follows: „der Ukraine“, „von Dänemark“, „in Kiew“, „Russlands“.
  let right = at + 1
  const link = words[right]?.text ?? ''
  const genitive = rules.words.ownerLinks.has(link)
  const seat = rules.words.seatPrepositions.has(link)
  if (genitive || seat) right++
  if (right < sentence.to && right <= at + 2) {
    if (genitive && rules.words.ownerPrepositions.has(words[right]!.text) && words[right + 1] !== undefined)
      right++
    const named = nameAt(right)
    if (named !== null && named.entity.country !== null) {
      const bare = !genitive && !seat && rules.isGenitive(words[right]!.text)
      const isState = named.entity.kind === 'country' || named.entity.kind === 'place'
      if (isState && (genitive || seat || bare)) return [named.entity.country]
    }
  }
  return []
}

/** Words that may stand between an article or adjective and the noun. */
const isInside = (word: Word, rules: EntityRules): boolean =>
  word.upos === 'ADJ' ||
  word.upos === 'NUM' ||
  (word.upos === 'ADV' && word.text.length > 2) ||
  word.feats.verbForm === 'part2' ||
  (rules.isInflected(word.text) &&
    !rules.words.definite.has(word.text) &&
    !rules.words.indefinite.has(word.text) &&
    word.upos !== 'VERB' &&
    word.upos !== 'AUX' &&
    word.upos !== 'ADP')
