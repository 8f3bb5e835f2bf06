/** What the tagger sees of a token: hashes of its form and of what the lexicon says. */
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
/** One letter a part of speech. */
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

/** What the form alone decides for one model. */
export interface Own {
  readonly model: TaggerModel
  /** Sums of the weights of the form's own features, a quarter of the work. */
  readonly scores: Int32Array
  /** Labels that the form may have. */
  readonly allowed: Uint8Array
  /** By label, what the form is with it. */
  readonly readings: (Reading | undefined)[]
}

/** What stands beside the first and last word. */
export const outside: View = {
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
