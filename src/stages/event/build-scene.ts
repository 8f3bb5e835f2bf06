/** From the layers of a document to the scene: phrases put right, then everything indexed by word. */
import type { Mention, StatementAnnotation } from '../../core/layers.ts'
import { firstIndex } from '../../core/sorted.ts'
import type { LocalePack } from '../../lang/pack.ts'
import { goodsOfWords } from './goods.ts'
import { findMeasures } from './measure.ts'
import { participleFinder } from './participles.ts'
import {
  withDatives,
  withGenitives,
  withObjectsFreed,
  withPlacesOfPeople,
  withSharedSubjects,
} from './repairs.ts'
import type { EventInput, Scene } from './scene.ts'
import { takenVerb } from './taken-verb.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Finds the innermost statement by binary search; statements nest a few levels at most. */
const statementFinder = (statements: readonly StatementAnnotation[]): ((offset: number) => number | null) => {
  const parts = statements
    .flatMap((s, index) => s.parts.map((p) => ({ start: p.start, end: p.end, index })))
    .sort((a, b) => a.start - b.start || b.end - a.end)
  return (offset) => {
    let low = 0
    let high = parts.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (parts[middle]!.start <= offset) low = middle + 1
      else high = middle
    }
    for (let i = low - 1; i >= 0 && i >= low - 16; i--) if (parts[i]!.end > offset) return parts[i]!.index
    return null
  }
}

const none: readonly never[] = []

/** Lists by index; most stay empty and share one value. */
const lists = <V>(length: number): (readonly V[])[] => new Array<readonly V[]>(length).fill(none)

const add = <V>(into: (readonly V[])[], at: number, value: V): void => {
  const list = into[at]
  if (list === undefined) return
  if (list === none) into[at] = [value]
  else (list as V[]).push(value)
}

export const buildScene = (
  given: EventInput,
  vocabulary: Vocabulary,
  { event: rules, lexicon, nominative }: LocalePack,
): Scene => {
  const participle = participleFinder(lexicon)
  const shared = withSharedSubjects(given, rules)
  const { word: words } = given
  const mentionsAt = lists<Mention>(words.length)
  for (const mention of given.mention) {
    for (
      let i = firstIndex(words, ({ end }) => end <= mention.start);
      i < words.length && words[i]!.start < mention.end;
      i++
    ) {
      add(mentionsAt, i, mention)
    }
  }
  const measureEndingAt = new Map(findMeasures(words, rules).map((m) => [m.to - 1, m]))
  // „drei Millionen Franken“, „kanadische Dollar“: a currency is no party.
  for (const { from, to, amount } of measureEndingAt.values())
    if (amount !== null) for (let i = from; i < to; i++) mentionsAt[i] = none
  const freed = withObjectsFreed(
    withDatives(withGenitives(shared.phrase, words, rules), words, mentionsAt, rules),
    shared.clause,
    words,
    given.time,
    mentionsAt,
    rules,
  )
  const doc: EventInput = {
    ...given,
    clause: freed.clause,
    phrase: withPlacesOfPeople(freed.phrase, words, rules),
  }
  const { clause: clauses, phrase: phrases } = doc
  const clauseOf = new Int32Array(words.length).fill(-1)
  clauses.forEach((clause, i) => {
    for (const [from, to] of clause.parts) clauseOf.fill(i, from, to)
  })
  const phraseOf = new Int32Array(words.length).fill(-1)
  // Longest first, so that inner ones overwrite outer ones.
  const order = phrases
    .map((_, i) => i)
    .sort((a, b) => phrases[b]!.to - phrases[b]!.from - (phrases[a]!.to - phrases[a]!.from))
  for (const i of order) phraseOf.fill(i, phrases[i]!.from, phrases[i]!.to)
  const dependents = lists<number>(phrases.length)
  phrases.forEach((phrase, i) => {
    if (phrase.governor !== null && phrase.governor !== i) add(dependents, phrase.governor, i)
  })
  const children = lists<number>(clauses.length)
  clauses.forEach((clause, i) => {
    if (clause.parent !== null && clause.parent !== i) add(children, clause.parent, i)
  })
  const namesState = (phrase: number): boolean =>
    mentionsAt[phrases[phrase]!.head]!.some((m) => m.country !== null)
  const classesAt = words.map((word) => (word.kind === 'word' ? vocabulary.classesOf(word) : none))
  const goodsAt = goodsOfWords(words, vocabulary, measureEndingAt)
  return {
    doc,
    classesAt,
    goodsAt,
    rules,
    vocabulary,
    nominative,
    verbs: clauses.map((clause) => takenVerb(clause, { phrases, words, rules, participle, namesState })),
    statementAt: statementFinder(doc.statement),
    participle,
    measureEndingAt,
    clauseOf,
    phraseOf,
    dependents,
    children,
    mentionsAt,
  }
}
