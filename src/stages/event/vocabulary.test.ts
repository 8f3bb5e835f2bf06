import { expect, it } from 'vitest'
import type { Upos, Word } from '../../core/layers.ts'
import { loadKnowledge } from '../../run/knowledge.ts'
import { vocabularyOf } from './vocabulary.ts'

const { codebook, locale } = loadKnowledge()
const vocabulary = vocabularyOf(codebook, locale)

const word = (text: string, upos: Upos): Word => ({
  text,
  upos,
  lemma: text,
  kind: 'word',
  feats: {},
  parts: [text.toLowerCase()],
  sentence: 0,
  start: 0,
  end: text.length,
})

it.each(['classesOf', 'nounCues'] as const)(
  '%s: what a form was as a verb before says nothing of it as a noun',
  (ask) => {
    const [listed] = Object.values(codebook.words.de!)
    const text = ask === 'classesOf' ? listed![0]! : [...vocabulary.nouns.keys()][0]!
    const capital = text[0]!.toUpperCase() + text.slice(1)
    expect(vocabulary[ask](word(capital, 'VERB'))).toEqual([])
    expect(vocabulary[ask](word(capital, 'NOUN'))).not.toEqual([])
    expect(vocabulary[ask](word(capital, 'VERB'))).toEqual([])
  },
)
