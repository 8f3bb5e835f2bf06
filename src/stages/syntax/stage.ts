import type { Diagnostic } from '../../core/diagnostic.ts'
import type { Clause, Feats, NounPhrase, Word } from '../../core/layers.ts'
import type { Stage } from '../../core/stage.ts'
import type { Knowledge } from '../knowledge.ts'
import { buildSentence, longestSentence, stretches } from './clauses.ts'
import { repairReadings } from './repair.ts'
import type { Work } from './sentence-words.ts'
import { tagSentence } from './tagger.ts'
import { nameLemma, readWord } from './words.ts'

const noFeats: Feats = {}

/** Words with part of speech and lemma, noun phrases, clauses; sentence by sentence. */
export const syntaxStage: Stage<'token' | 'sentence', 'word' | 'phrase' | 'clause', Knowledge> = {
  name: 'syntax',
  version: 1,
  requires: ['token', 'sentence'],
  provides: ['word', 'phrase', 'clause'],
  run: ({ token, sentence }, { locale }) => {
    const { lexicon, syntax } = locale
    const { tagger, grammar } = syntax
    const word: Word[] = []
    const phrase: NounPhrase[] = []
    const clause: Clause[] = []
    const diagnostics: Diagnostic[] = []
    sentence.forEach((one, index) => {
      if (one.to - one.from > longestSentence)
        diagnostics.push({
          rule: 'syntax/long-sentence',
          message: `A sentence of ${one.to - one.from} words was read in stretches of ${longestSentence}.`,
          start: one.start,
          end: one.end,
        })
      for (const [from, to] of stretches(one)) {
        const tokens = token.slice(from, to)
        const tags = tagSentence(tokens, 0, tokens.length, lexicon, tagger)
        const work: Work = {
          tokens,
          lower: tokens.map(({ text }) => text.toLowerCase()),
          readings: tokens.map((t, i) => readWord(t, tagger.labels[tags[i]!]!, lexicon, tagger)),
          grammar,
          lexicon,
        }
        repairReadings(work, (at, label) => readWord(tokens[at]!, label, lexicon, tagger))
        const built = buildSentence(work, from, phrase.length, clause.length, index)
        for (const p of built.phrases) phrase.push(p)
        for (const c of built.clauses) clause.push(c)
        work.readings.forEach(({ upos, lemma, candidates }, i) => {
          word.push({
            ...tokens[i]!,
            upos,
            lemma:
              upos === 'PROPN'
                ? nameLemma(tokens[i]!.text, work.readings[i + 1]?.upos, work.readings[i - 1]?.upos)
                : lemma,
            feats: built.feats.get(i) ?? candidates[0]?.feats ?? noFeats,
            sentence: index,
            parts: upos === 'NOUN' || upos === 'PROPN' ? lexicon.split(lemma) : [lemma.toLowerCase()],
          })
        })
      }
    })
    return { layers: { word, phrase, clause }, diagnostics }
  },
}
