import type { EntityType, Sentence, Word } from '../../core/layers.ts'
import type { EntityRules, TaggerModel } from '../../lang/common/entity.ts'
import type { Name } from './name-finder.ts'
import { createFeatures } from './tagger-features.ts'
import { labelCount, silence, taggerLabels, viterbi } from './tagger-labels.ts'

/** Sums nine weights per feature; written out, as it is most of the work of the stage. */
const addRows = (
  scores: Float64Array,
  at: number,
  features: Int32Array,
  from: number,
  to: number,
  weights: Int8Array,
  bias: number,
): void => {
  let a = -bias | 0
  let b = 0
  let c = 0
  let d = 0
  let e = 0
  let f = 0
  let g = 0
  let h = 0
  let j = 0
  for (let k = from; k < to; k++) {
    const row = features[k]! * 9
    a = (a + weights[row]!) | 0
    b = (b + weights[row + 1]!) | 0
    c = (c + weights[row + 2]!) | 0
    d = (d + weights[row + 3]!) | 0
    e = (e + weights[row + 4]!) | 0
    f = (f + weights[row + 5]!) | 0
    g = (g + weights[row + 6]!) | 0
    h = (h + weights[row + 7]!) | 0
    j = (j + weights[row + 8]!) | 0
  }
  scores[at] = a
  scores[at + 1] = b
  scores[at + 2] = c
  scores[at + 3] = d
  scores[at + 4] = e
  scores[at + 5] = f
  scores[at + 6] = g
  scores[at + 7] = h
  scores[at + 8] = j
}

const typeOf = (label: number): EntityType => taggerLabels[label]!.slice(2) as EntityType

/** Words that are tagged at once. */
const longestPiece = 1000

/**
 * Tags names in sentences with a first-order linear model over BIO labels (structured averaged perceptron, Viterbi).
 * Trained by `scripts/train/entity.mjs`; `tagger-features.ts` is the one place that knows its features. Made once for
 * rules, as it keeps what it knows of forms.
 */
export const createTagger = (rules: EntityRules, model: TaggerModel) => {
  const reader = createFeatures(rules, model.buckets)
  const { weights, transitions } = model
  const tag = (words: readonly Word[], from: number, to: number, known: readonly Name[]): readonly Name[] => {
    const count = to - from
    if (count === 0) return []
    const { features, ends } = reader.read(words, from, to, known)
    if (ends[count - 1] === 0) return []
    const scores = new Float64Array(count * labelCount)
    for (let i = 0; i < count; i++) {
      const first = i === 0 ? 0 : ends[i - 1]!
      if (first === ends[i]!) silence(scores, i)
      else addRows(scores, i * labelCount, features, first, ends[i]!, weights, model.bias)
    }
    const path = viterbi(scores, count, transitions)
    const names: Name[] = []
    for (let i = 0; i < count; i++) {
      const label = path[i]!
      if (label === 0) continue
      let end = i + 1
      while (end < count && path[end] === label + 1) end++
      names.push({
        from: from + i,
        to: from + end,
        type: typeOf(label),
        aliases: [],
        rule: 'entity/tagger',
      })
      i = end - 1
    }
    return names
  }
  // A sentence without end is read in pieces: the features of a piece stand in memory together.
  return (words: readonly Word[], sentence: Sentence, known: readonly Name[]): readonly Name[] => {
    if (sentence.to - sentence.from <= longestPiece) return tag(words, sentence.from, sentence.to, known)
    const names: Name[] = []
    let next = 0
    for (let from = sentence.from; from < sentence.to; from += longestPiece) {
      const to = Math.min(sentence.to, from + longestPiece)
      const first = next
      while (next < known.length && known[next]!.to <= to) next++
      for (const name of tag(
        words,
        from,
        to,
        known.slice(first, next).filter((one) => one.from >= from),
      ))
        names.push(name)
    }
    return names
  }
}
