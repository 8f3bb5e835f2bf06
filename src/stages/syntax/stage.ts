import type { Diagnostic } from '../../core/diagnostic.ts'
import type { Clause, Feats, NounPhrase, Token, Word } from '../../core/layers.ts'
import type { Stage } from '../../core/stage.ts'
import type { TaggerModel } from '../../lang/common/syntax.ts'
import type { Knowledge } from '../knowledge.ts'
import { buildSentence, longestSentence, stretches } from './clauses.ts'
import { repairReadings } from './repair.ts'
import type { Work } from './sentence-words.ts'
import { tagSentence } from './tagger.ts'
import { nameLemma, type Reading, readWord } from './words.ts'

const noFeats: Feats = {}

/** Readings by label and form. A memo, no state: what is read does not depend on what was read before. */
const memo = new WeakMap<TaggerModel, Map<string, Reading>>()
const readingsOf = (tagger: TaggerModel): Map<string, Reading> => {
  const found = memo.get(tagger)
  if (found !== undefined && found.size < 40_000) return found
  const made = new Map<string, Reading>()
  memo.set(tagger, made)
  return made
}

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
    const read = readingsOf(tagger)
    const readAs = (t: Token, label: string): Reading => {
      const key = `${label} ${t.text}`
      const found = read.get(key)
      if (found !== undefined) return found
      const made = readWord(t, label, lexicon, tagger)
      read.set(key, made)
      return made
    }
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
          readings: tokens.map((t, i) => readAs(t, tagger.labels[tags[i]!]!)),
          grammar,
          lexicon,
        }
        repairReadings(work, (at, label) => readAs(tokens[at]!, label))
        const built = buildSentence(work, from, phrase.length, clause.length, index)
        for (const p of built.phrases) phrase.push(p)
        for (const c of built.clauses) clause.push(c)
        work.readings.forEach(({ upos, lemma, candidates }, i) => {
          const { start, end, text, kind } = tokens[i]!
          const name = upos === 'PROPN'
          word.push({
            start,
            end,
            text,
            kind,
            upos,
            lemma: name ? nameLemma(text, work.readings[i + 1]?.upos, work.readings[i - 1]?.upos) : lemma,
            feats: built.feats.get(i) ?? candidates[0]?.feats ?? noFeats,
            sentence: index,
            parts: name || upos === 'NOUN' ? lexicon.split(lemma) : [lemma.toLowerCase()],
          })
        })
      }
    })
    return { layers: { word, phrase, clause }, diagnostics }
  },
}
