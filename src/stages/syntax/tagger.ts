/**
 * Part-of-speech tagging with an averaged perceptron, from left to right, the best label at once.
 *
 * Features are hashed, so the model is one array of small integers. `scripts/data/train-tagger.mjs` uses the same
 * `Features`, so that training and tagging cannot drift apart.
 */
import type { Token } from '../../core/layers.ts'
import { Memory } from '../../core/memory.ts'
import type { Analysis, Lexicon } from '../../lang/common/lexicon.ts'
import type { TaggerModel } from '../../lang/common/syntax.ts'
import type { Reading } from './words.ts'

const fnv = (text: string, seed: number): number => {
  let hash = seed
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash
}

const seed = 0x811c9dc5
const mix = (a: number, b: number): number => {
  let h = Math.imul(a ^ (b >>> 3), 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b)
  h ^= h >>> 15
  return h
}

const codes: Readonly<Record<string, string>> = {
  NOUN: 'N',
  PROPN: 'E',
  ADJ: 'A',
  ADV: 'D',
  ADP: 'P',
  DET: 'T',
  PRON: 'O',
  NUM: '9',
  CCONJ: 'C',
  SCONJ: 'S',
  PART: 'K',
  INTJ: 'J',
  X: 'Q',
}

const codeOf = ({ upos, feats, prefix }: Analysis): string => {
  if (upos === 'VERB' || upos === 'AUX') {
    const aux = upos === 'AUX' ? 'x' : 'v'
    switch (feats.verbForm) {
      case 'fin':
        return feats.mood === 'imp' ? '' : `${aux}f${feats.number === 'plur' ? 'p' : 's'}`
      case 'inf':
        return `${aux}i`
      case 'zuinf':
        return 'vz'
      case 'part1':
        return 'A'
      default:
        return `${aux}p`
    }
  }
  if (upos === 'PRON' && feats.pronType === 'rel') return 'R'
  return codes[upos] ?? (prefix === undefined ? '' : 'p')
}

/** The set of what a form can be, as one string: `Nvfs`. */
const ambiguity = (analyses: readonly Analysis[]): string => {
  if (analyses.length === 0) return ''
  const seen: string[] = []
  for (const analysis of analyses) {
    const code = codeOf(analysis)
    if (code !== '' && !seen.includes(code)) seen.push(code)
  }
  return seen.sort().join('')
}

const shapeOf = (text: string, kind: Token['kind']): string => {
  if (kind !== 'word') return kind === 'punctuation' ? `p${text[0]}` : kind
  const capital = /^\p{Lu}/u.test(text)
  if (capital)
    return /^\p{Lu}{2,}$/u.test(text)
      ? 'AA'
      : /^\p{Lu}\.$/u.test(text)
        ? 'A.'
        : text.includes('-')
          ? 'A-a'
          : text.endsWith('.')
            ? 'Aa.'
            : 'Aa'
  return /^\d/u.test(text)
    ? /\.$/u.test(text)
      ? '1.'
      : '1a'
    : text.endsWith('.')
      ? 'a.'
      : text.includes('-')
        ? 'a-a'
        : 'a'
}

/** What the tagger sees of one token, whatever the labels before it. */
export interface View {
  /** The whole form in lower case. */
  readonly lower: string
  readonly word: number
  readonly suffix2: number
  readonly suffix3: number
  readonly suffix4: number
  readonly prefix: number
  readonly shape: number
  readonly lex: number
  /** What the lexicon says, as text; `null` where any label may be right. */
  readonly known: string | null
  /** What the form alone decides, found out once for the model that it is of. */
  own: Own | null
}

interface Own {
  readonly model: TaggerModel
  /** Sums of the weights of the form's own features, a quarter of the work. */
  readonly scores: Int32Array
  /** Labels that the form may have. */
  readonly allowed: Uint8Array
  /** By label, what the form is with it. */
  readonly readings: (Reading | undefined)[]
}

const outside: View = {
  lower: '',
  word: 1,
  suffix2: 1,
  suffix3: 1,
  suffix4: 1,
  prefix: 1,
  shape: 1,
  lex: 1,
  known: null,
  own: null,
}

const lower = (text: string): string => text[0]!.toLowerCase() + text.slice(1)

/** Views by form, first and other positions apart; a lexicon lives as long as its process. */
const views = new WeakMap<Lexicon, readonly [Memory<string, View>, Memory<string, View>]>()

const viewOf = (
  token: Token,
  first: boolean,
  lexicon: Lexicon,
  memories: readonly [Memory<string, View>, Memory<string, View>],
): View => {
  const memory = memories[first ? 1 : 0]
  const found = memory.get(token.text)
  if (found !== undefined) return found
  const made = makeView(token, first, lexicon)
  memory.set(token.text, made)
  return made
}

const makeView = (token: Token, first: boolean, lexicon: Lexicon): View => {
  const text = token.text.length > 60 ? token.text.slice(0, 60) : token.text
  const small = text.toLowerCase()
  const number = token.kind === 'number'
  let lex = ''
  if (token.kind === 'word') {
    lex = ambiguity(lexicon.analyse(text))
    if (/^\p{Lu}/u.test(text)) {
      const other = ambiguity(lexicon.lookup(lower(text)))
      lex = first ? `${lex}|${other}` : `${lex}~${other.includes('A') ? 'A' : other === '' ? '' : 'x'}`
    }
    if (lexicon.lookup(text).length === 0) lex += '?'
  }
  return {
    lower: token.text.length > 60 ? token.text.toLowerCase() : small,
    word: fnv(number ? '0' : small, seed),
    suffix2: fnv(number ? '0' : small.slice(-2), seed + 1),
    suffix3: fnv(number ? '0' : small.slice(-3), seed + 2),
    suffix4: fnv(number ? '0' : small.slice(-4), seed + 3),
    prefix: fnv(small.slice(0, 3), seed + 4),
    shape: fnv(shapeOf(text, token.kind) + (first ? '^' : ''), seed + 5),
    lex: fnv(lex, seed + 6),
    known: token.kind === 'word' && !lex.endsWith('~x') && !lex.endsWith('~x?') ? lex : null,
    own: null,
  }
}

export const featureCount = 29

/** Labels of closed classes with the codes that allow them; a word that the lexicon does not list there is none. */
const closed: Readonly<Record<string, string>> = {
  DET: 'TOR',
  PRON: 'OTR',
  'PRON.rel': 'ROTD',
  ADP: 'P',
  'ADP.vz': 'P',
  SCONJ: 'S',
  CCONJ: 'CS',
  PART: 'KJ',
}

const verbCodes: Readonly<Record<string, string>> = { fin: 'f', inf: 'i', izu: 'z', part: 'p' }

const masks = new WeakMap<readonly string[], Map<string, Uint8Array>>()

/** Indices of the labels that the lexicon leaves open. Closed classes are closed; names may be anything. */
export const labelsAllowed = (known: string, labels: readonly string[]): Uint8Array => {
  const cache = masks.get(labels) ?? new Map<string, Uint8Array>()
  if (cache.size === 0) masks.set(labels, cache)
  const found = cache.get(known)
  if (found !== undefined) return found
  const listed = !known.endsWith('?')
  const allows = (label: string): 0 | 1 => {
    const codes = closed[label]
    if (codes !== undefined) return [...codes].some((code) => known.includes(code)) ? 1 : 0
    const [upos, form = ''] = label.split('.')
    if (listed) {
      if (label === 'INTJ') return known.includes('J') ? 1 : 0
      if (label === 'SYM') return 0
      if (label === 'ADV.vz') return /[DPA]/u.test(known) ? 1 : 0
      if (label === 'ADV') return /[DAPCKOTS]/u.test(known) ? 1 : 0
      if (label === 'NUM') return /[9T]/u.test(known) ? 1 : 0
    }
    if (upos === 'AUX') return known.includes(`x${verbCodes[form]}`) ? 1 : 0
    if (upos === 'VERB' && listed)
      return known.includes(`v${verbCodes[form]}`) || known.includes(`x${verbCodes[form]}`) ? 1 : 0
    return 1
  }
  const allowed = Uint8Array.from(labels.flatMap((label, l) => (allows(label) === 1 ? [l] : [])))
  cache.set(known, allowed)
  return allowed
}

/** Views of the tokens of one sentence. */
export const viewsOf = (tokens: readonly Token[], from: number, to: number, lexicon: Lexicon): View[] => {
  let memories = views.get(lexicon)
  if (memories === undefined) {
    memories = [new Memory(20_000), new Memory(5_000)]
    views.set(lexicon, memories)
  }
  const found: View[] = []
  let first = true
  for (let i = from; i < to; i++) {
    const token = tokens[i]!
    found.push(viewOf(token, first, lexicon, memories))
    if (token.kind === 'word' || token.kind === 'number') first = false
    else if (/[:„“"«»]/u.test(token.text)) first = true
  }
  return found
}

/** What the labels so far say of the clause: 1 a finite verb was there, 2 a subordinator was. */
export const nextState = (state: number, label: string, text: string): number => {
  if (label === 'PUNCT') return /[,:;–(„“]/u.test(text) ? 0 : state
  if (label === 'VERB.fin' || label === 'AUX.fin') return state | 1
  if (label === 'SCONJ' || label === 'PRON.rel') return (state & ~1) | 2
  if (label === 'CCONJ') return state & 2
  return state
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
