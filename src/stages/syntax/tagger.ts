/**
 * Part-of-speech tagging with an averaged perceptron, from left to right, the best label at once.
 *
 * Features are hashed, so the model is one array of small integers. `scripts/train-tagger.mjs` uses the same
 * `fillFeatures`, so that training and tagging cannot drift apart.
 */
import type { Token } from '../../core/layers.ts'
import type { TaggerModel } from '../../lang/common/syntax.ts'
import { labelsAllowed, nextState } from './tagger-labels.ts'
import { type Own, outside, type View } from './tagger-views.ts'

export const featureCount = 29

const mix = (a: number, b: number): number => {
  let h = Math.imul(a ^ (b >>> 3), 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b)
  h ^= h >>> 15
  return h
}

const row = (x: number, y: number, feature: number, shift: number): number =>
  mix(mix(x, y), Math.imul(feature + 1, 0x27d4eb2f)) >>> shift

/** Features that the form alone decides come first, those of neighbours and history from here. */
const ownCount = 7

const fillOwn = (out: Int32Array, a: View, shift: number): void => {
  out[0] = row(0, 0, 0, shift)
  out[1] = row(a.word, 0, 1, shift)
  out[2] = row(a.suffix2, a.shape, 2, shift)
  out[3] = row(a.suffix3, a.shape, 3, shift)
  out[4] = row(a.suffix4, 0, 4, shift)
  out[5] = row(a.prefix, a.shape, 5, shift)
  out[6] = row(a.lex, a.shape, 7, shift)
}

const fillContext = (
  out: Int32Array,
  views: readonly View[],
  at: number,
  before: number,
  beforeThat: number,
  state: number,
  shift: number,
): void => {
  const a = views[at]!
  const p = at > 0 ? views[at - 1]! : outside
  const q = at > 1 ? views[at - 2]! : outside
  const n = at + 1 < views.length ? views[at + 1]! : outside
  const m = at + 2 < views.length ? views[at + 2]! : outside
  const history = before * 64 + beforeThat
  out[7] = row(a.shape, p.shape, 6, shift)
  out[8] = row(a.lex, n.lex, 8, shift)
  out[9] = row(p.lex, a.lex, 9, shift)
  out[10] = row(mix(p.lex, a.lex), n.lex, 10, shift)
  out[11] = row(mix(a.lex, n.lex), m.lex, 11, shift)
  out[12] = row(p.word, 0, 12, shift)
  out[13] = row(n.word, 0, 13, shift)
  out[14] = row(q.word, 0, 14, shift)
  out[15] = row(m.word, 0, 15, shift)
  out[16] = row(p.word, a.word, 16, shift)
  out[17] = row(a.word, n.word, 17, shift)
  out[18] = row(before, 0, 18, shift)
  out[19] = row(history, 0, 19, shift)
  out[20] = row(a.lex, before, 20, shift)
  out[21] = row(a.word, before, 21, shift)
  out[22] = row(a.lex, history, 22, shift)
  out[23] = row(a.lex, state, 23, shift)
  out[24] = row(a.word, state, 24, shift)
  out[25] = row(mix(a.lex, n.shape), state * 64 + before, 25, shift)
  out[26] = row(n.suffix3, n.shape, 26, shift)
  out[27] = row(a.lex, n.word, 27, shift)
  out[28] = row(p.word, a.lex, 28, shift)
}

/** Row numbers of the features at `at`; `before` and `beforeThat` are label indices + 1, 0 outside. */
export const fillFeatures = (
  out: Int32Array,
  views: readonly View[],
  at: number,
  before: number,
  beforeThat: number,
  state: number,
  bits: number,
): void => {
  fillOwn(out, views[at]!, 32 - bits)
  fillContext(out, views, at, before, beforeThat, state, 32 - bits)
}

/** Found out once for a view. */
export const ownOf = (view: View, model: TaggerModel): Own => {
  if (view.own !== null && view.own.model === model) return view.own
  const { labels, bits, weights } = model
  const scores = new Int32Array(labels.length)
  const rows = new Int32Array(ownCount)
  fillOwn(rows, view, 32 - bits)
  for (let f = 0; f < ownCount; f++)
    for (let label = 0; label < scores.length; label++)
      scores[label]! += weights[rows[f]! * labels.length + label]!
  const allowed =
    view.known === null ? Uint8Array.from(labels, (_, l) => l) : labelsAllowed(view.known, labels)
  view.own = { model, scores, allowed, readings: [] }
  return view.own
}

/** Sum of one label's weights over the features from `ownCount` on; written out, as a loop takes three times as long. */
const contextScore = (weights: Int8Array, rows: Int32Array, label: number): number =>
  (weights[rows[7]! + label]! +
    weights[rows[8]! + label]! +
    weights[rows[9]! + label]! +
    weights[rows[10]! + label]! +
    weights[rows[11]! + label]! +
    weights[rows[12]! + label]! +
    weights[rows[13]! + label]! +
    weights[rows[14]! + label]! +
    weights[rows[15]! + label]! +
    weights[rows[16]! + label]! +
    weights[rows[17]! + label]! +
    weights[rows[18]! + label]! +
    weights[rows[19]! + label]! +
    weights[rows[20]! + label]! +
    weights[rows[21]! + label]! +
    weights[rows[22]! + label]! +
    weights[rows[23]! + label]! +
    weights[rows[24]! + label]! +
    weights[rows[25]! + label]! +
    weights[rows[26]! + label]! +
    weights[rows[27]! + label]! +
    weights[rows[28]! + label]!) |
  0

/** Label indices of the tokens that `views` are of. */
export const tagSentence = (
  tokens: readonly Token[],
  views: readonly View[],
  model: TaggerModel,
): Uint8Array => {
  const { labels, bits, weights } = model
  const size = labels.length
  const punctuation = labels.indexOf('PUNCT')
  const rows = new Int32Array(featureCount)
  const tags = new Uint8Array(tokens.length)
  let before = 0
  let beforeThat = 0
  let state = 0
  for (let at = 0; at < tags.length; at++) {
    const token = tokens[at]!
    let best = punctuation
    if (token.kind !== 'punctuation') {
      const { scores, allowed } = ownOf(views[at]!, model)
      fillContext(rows, views, at, before, beforeThat, state, 32 - bits)
      for (let f = ownCount; f < featureCount; f++) rows[f]! *= size
      // One label at a time: its weights lie in as many rows, far apart, that the processor then fetches together.
      let top = -0x80000000
      for (let k = 0; k < allowed.length; k++) {
        const label = allowed[k]!
        const score = (scores[label]! + contextScore(weights, rows, label)) | 0
        if (score > top) {
          top = score
          best = label
        }
      }
    }
    tags[at] = best
    state = nextState(state, labels[best]!, token.text)
    beforeThat = before
    before = best + 1
  }
  return tags
}
