/** Word classes and goods that words hold: „18 Panzer und Munition“ → tank, ammunition. */
import type { Word } from '../../core/layers.ts'
import type { Measure } from './measure.ts'
import type { Scene } from './scene.ts'
import type { Vocabulary } from './vocabulary.ts'

/** What a stretch of words holds. */
export interface Contents {
  readonly classes: ReadonlySet<string>
  readonly goods: readonly string[]
}

const none: readonly never[] = []

const goodsBeginning = (
  words: readonly Word[],
  at: number,
  word: Word,
  vocabulary: Vocabulary,
  measures: ReadonlyMap<number, Measure>,
): readonly string[] => {
  if (word.kind === 'punctuation') return none
  const paid = measures.get(at)?.amount ? vocabulary.money : none
  const own = vocabulary.goodsOf(word)
  const joint = vocabulary.goodsOfPhrase(words, at)
  if (paid.length === 0 && joint.length === 0) return own
  return [...paid, ...own, ...joint]
}

/** Goods that begin at each word; „Maschinen“ means aircraft where aircraft have been named. */
export const goodsOfWords = (
  words: readonly Word[],
  vocabulary: Vocabulary,
  measures: ReadonlyMap<number, Measure>,
): readonly (readonly string[])[] => {
  const named = new Set<string>()
  return words.map((word, i) => {
    const own = goodsBeginning(words, i, word, vocabulary, measures)
    for (const name of own) named.add(name)
    if (own.length > 0 || word.kind !== 'word') return own
    const again = vocabulary.goodsAgain(word)
    return again.length === 0 ? none : again.filter((name) => named.has(name))
  })
}

/** Word classes and goods among some words, adjectives and names of several words included. */
export const contentsOf = (scene: Scene, members: readonly number[]): Contents => {
  const classes = new Set<string>()
  const goods: string[] = []
  for (const i of members) {
    for (const name of scene.classesAt[i]!) classes.add(name)
    for (const name of scene.goodsAt[i]!) if (!goods.includes(name)) goods.push(name)
  }
  return { classes, goods }
}
