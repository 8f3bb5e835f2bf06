import type { Diagnostic } from '../../core/diagnostic.ts'
import type { Clause, Feats, NounPhrase, Token, Word } from '../../core/layers.ts'
import type { Stage } from '../../core/stage.ts'
import type { Knowledge } from '../knowledge.ts'
import { buildSentence, longestSentence, stretches } from './clauses.ts'
import { repairReadings } from './repair.ts'
import type { Work } from './sentence-words.ts'
import { ownOf, tagSentence } from './tagger.ts'
import { type View, viewsOf } from './tagger-views.ts'
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
    const { tagger, grammar } = syntax
    const word: Word[] = []
    const phrase: NounPhrase[] = []
    const clause: Clause[] = []
    const diagnostics: Diagnostic[] = []
    const readAs = (view: View, of: Token, label: number): Reading => {
      const { readings } = ownOf(view, tagger)
      const known = readings[label]
      if (known !== undefined) return known
      const made = readWord(of, tagger.labels[label]!, lexicon, syntax)
      readings[label] = made
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
        const views = viewsOf(tokens, 0, tokens.length, lexicon)
        const tags = tagSentence(tokens, views, tagger)
        const work: Work = {
          tokens,
          lower: views.map(({ lower }) => lower),
          readings: tokens.map((t, i) => readAs(views[i]!, t, tags[i]!)),
          grammar,
          lexicon,
        }
        repairReadings(work, (at, label) => readAs(views[at]!, tokens[at]!, tagger.labels.indexOf(label)))
        const bases = { word: from, phrase: phrase.length, clause: clause.length }
        const built = buildSentence(work, bases, index)
        for (const p of built.phrases) phrase.push(p)
        for (const c of built.clauses) clause.push(c)
        work.readings.forEach(({ upos, lemma, candidates, parts }, i) => {
          const { start, end, text, kind } = tokens[i]!
          const name = upos === 'PROPN'
          word.push({
            start,
            end,
            text,
            kind,
            upos,
            lemma: name
              ? nameLemma(text, work.readings[i + 1]?.upos, work.readings[i - 1]?.upos, grammar)
              : lemma,
            feats: built.feats[i] ?? candidates[0]?.feats ?? noFeats,
            sentence: index,
            parts,
          })
        })
      }
    })
    return { layers: { word, phrase, clause }, diagnostics }
  },
}
