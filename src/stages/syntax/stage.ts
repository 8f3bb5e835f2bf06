import type { Clause, Feats, NounPhrase, Word } from '../../core/layers.ts'
import type { Stage } from '../../core/stage.ts'
import type { Knowledge } from '../knowledge.ts'
import { tagSentence } from './tagger.ts'
import { nameLemma, type Reading, readWord } from './words.ts'

const noFeats: Feats = {}

/** Words with part of speech and lemma, noun phrases, clauses; sentence by sentence. */
export const syntaxStage: Stage<'token' | 'sentence', 'word' | 'phrase' | 'clause', Knowledge> = {
  name: 'syntax',
  version: 1,
  requires: ['token', 'sentence'],
  provides: ['word', 'phrase', 'clause'],
  run: ({ token, sentence }, { locale }) => {
    const { lexicon, syntax } = locale
    const word: Word[] = []
    const phrase: NounPhrase[] = []
    const clause: Clause[] = []
    sentence.forEach(({ from, to }, index) => {
      const tags = tagSentence(token, from, to, lexicon, syntax.tagger)
      const readings: Reading[] = []
      for (let i = from; i < to; i++)
        readings.push(readWord(token[i]!, syntax.tagger.labels[tags[i - from]!]!, lexicon, syntax.tagger))
      for (let i = from; i < to; i++) {
        const reading = readings[i - from]!
        const { upos, candidates } = reading
        word.push({
          ...token[i]!,
          upos,
          lemma:
            upos === 'PROPN'
              ? nameLemma(token[i]!.text, readings[i - from + 1]?.upos, readings[i - from - 1]?.upos)
              : reading.lemma,
          feats: candidates[0]?.feats ?? noFeats,
          sentence: index,
          parts:
            upos === 'NOUN' || upos === 'PROPN'
              ? lexicon.split(reading.lemma)
              : [reading.lemma.toLowerCase()],
        })
      }
    })
    return { layers: { word, phrase, clause }, diagnostics: [] }
  },
}
