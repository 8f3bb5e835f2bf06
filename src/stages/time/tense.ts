import type { Clause, VerbGroup, Word } from '../../core/layers.ts'
import type { TimeRules } from '../../lang/common/time.ts'
import type { Tense } from './resolve.ts'

const pastTenses: ReadonlySet<VerbGroup['tense']> = new Set(['preterite', 'perfect', 'pluperfect'])

const tenseOfVerb = (verb: VerbGroup): Tense => {
  if (verb.tense !== null && pastTenses.has(verb.tense)) return 'past'
  // „soll am Freitag getötet worden sein“ is hearsay of something past.
  if (verb.tense === 'futurePerfect') return 'past'
  return 'future'
}

/**
 * Whether the words from `first` to `last` are told of as past or to come: by a participle right behind („der am
 * Freitag veröffentlichte Bericht“), else by the clause, else by the verbs of the sentence.
 */
export const tenseOfWords = (
  words: readonly Word[],
  clauses: readonly Clause[],
  isPastParticiple: (word: Word) => boolean,
  { perfectForms }: TimeRules,
): ((first: number, last: number) => Tense) => {
  const byWord: (Tense | undefined)[] = []
  for (const clause of clauses) {
    if (!clause.verb) continue
    const tense = tenseOfVerb(clause.verb)
    for (const [from, to] of clause.parts) for (let i = from; i < to; i++) byWord[i] = tense
  }
  const bySentence = new Map<number, Tense>()
  if (clauses.length === 0) {
    for (const word of words) {
      if (word.feats.verbForm !== 'fin' || bySentence.get(word.sentence) === 'past') continue
      bySentence.set(
        word.sentence,
        word.feats.tense === 'past' || perfectForms.has(word.text.toLowerCase()) ? 'past' : 'future',
      )
    }
  }
  return (first, last) => {
    const next = words[last + 1]
    if (next?.upos === 'ADJ' && isPastParticiple(next)) return 'past'
    if (next?.upos === 'ADJ' && next.feats.verbForm === 'part1') return 'future'
    return byWord[first] ?? bySentence.get(words[first]?.sentence ?? -1) ?? null
  }
}
