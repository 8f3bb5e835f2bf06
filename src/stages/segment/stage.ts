import type { Sentence, Token } from '../../core/layers.ts'
import type { Stage } from '../../core/stage.ts'
import type { Knowledge } from '../knowledge.ts'
import { splitSentences } from './sentences.ts'
import { tokenize } from './tokens.ts'

/** Tokens and sentences, block by block: a sentence never crosses blocks. */
export const segmentStage: Stage<never, 'token' | 'sentence', Knowledge> = {
  name: 'segment',
  version: 1,
  requires: [],
  provides: ['token', 'sentence'],
  run: ({ article, text }, { locale }) => {
    const token: Token[] = []
    const sentence: Sentence[] = []
    let done = 0
    article.blocks.forEach((block, index) => {
      // Blocks are disjoint and sorted; what a broken block repeats is left out.
      const from = Math.max(done, block.start)
      const to = Math.min(text.length, block.end)
      if (to <= from) return
      done = to
      const first = token.length
      for (const one of tokenize(text, from, to, locale.segment)) token.push(one)
      splitSentences(text, token, first, token.length, index, locale.segment, sentence)
    })
    return { layers: { token, sentence }, diagnostics: [] }
  },
}
