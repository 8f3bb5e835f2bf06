import type { Clause, Mention, NounPhrase, Sentence, Word } from '../../core/layers.ts'
import type { Span } from '../../core/span.ts'
import type { StatementRules } from '../../lang/common/statement.ts'
import type { Nominative } from '../../lang/pack.ts'
import { pairQuotations, type Quotation } from './quotes.ts'

/** A quotation with the words it covers, marks included. */
export interface QuotedWords extends Quotation {
  readonly from: number
  readonly to: number
}

/** The layers, indexed the way the finders ask for them. All arrays are by index, all look-ups constant time. */
export interface Scene {
  readonly text: string
  readonly rules: StatementRules
  readonly nominative: Nominative
  readonly words: readonly Word[]
  /** Lower-case form of each word. */
  readonly lower: readonly string[]
  readonly sentences: readonly Sentence[]
  readonly clauses: readonly Clause[]
  readonly phrases: readonly NounPhrase[]
  readonly mentions: readonly Mention[]
  /** Clauses of a sentence in order of their first word. */
  readonly clausesOf: readonly (readonly number[])[]
  /** Place of a clause among those of its sentence. */
  readonly place: Int32Array
  /** Clause that owns a word, -1 for none. */
  readonly owner: Int32Array
  /** Quotation that covers a word, -1 for none. */
  readonly quoted: Int32Array
  readonly quotations: readonly QuotedWords[]
  /** Phrase that starts at a word, the longest; -1 for none. */
  readonly phraseAt: Int32Array
  /** Phrase whose head a word is; -1 for none. */
  readonly phraseOfHead: Int32Array
  /** First phrase that depends on a phrase, and the next one that depends on the same; -1 for none. */
  readonly firstDependent: Int32Array
  readonly nextDependent: Int32Array
  /** Mention that ends last among those starting at a word's span, by word index. */
  readonly mentionAt: Int32Array
  /** Whether a paragraph starts at this sentence. */
  readonly opensParagraph: readonly boolean[]
}

/** How many clauses or phrases of one sentence are looked at from one place. No sentence of a report has more; what
 * has is a list or hostile, and must not cost the square of its length. */
export const farthest = 64

/** First index whose start is not before `offset`. */
const firstAt = (items: readonly Span[], offset: number): number => {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (items[middle]!.start < offset) low = middle + 1
    else high = middle
  }
  return low
}

export const firstWord = (clause: Clause): number => clause.parts[0]?.[0] ?? 0

export const setScene = (input: {
  readonly text: string
  readonly rules: StatementRules
  readonly nominative: Nominative
  readonly word: readonly Word[]
  readonly sentence: readonly Sentence[]
  readonly clause: readonly Clause[]
  readonly phrase: readonly NounPhrase[]
  readonly mention: readonly Mention[]
}): Scene => {
  const {
    text,
    rules,
    nominative,
    word: words,
    sentence: sentences,
    clause: clauses,
    phrase: phrases,
  } = input
  const owner = new Int32Array(words.length).fill(-1)
  const quoted = new Int32Array(words.length).fill(-1)
  const phraseAt = new Int32Array(words.length).fill(-1)
  const phraseOfHead = new Int32Array(words.length).fill(-1)
  const place = new Int32Array(clauses.length)
  const mentionAt = new Int32Array(words.length).fill(-1)
  const clausesOf: number[][] = sentences.map(() => [])
  clauses.forEach((clause, index) => {
    clausesOf[clause.sentence]?.push(index)
    for (const [from, to] of clause.parts) for (let at = from; at < to; at++) owner[at] = index
  })
  for (const list of clausesOf) {
    list.sort((a, b) => firstWord(clauses[a]!) - firstWord(clauses[b]!))
    list.forEach((clause, at) => {
      place[clause] = at
    })
  }
  const firstDependent = new Int32Array(phrases.length).fill(-1)
  const nextDependent = new Int32Array(phrases.length).fill(-1)
  phrases.forEach((phrase, index) => {
    const before = phraseAt[phrase.from]!
    if (before < 0 || phrases[before]!.to < phrase.to) phraseAt[phrase.from] = index
    phraseOfHead[phrase.head] = index
    if (phrase.governor === null) return
    nextDependent[index] = firstDependent[phrase.governor]!
    firstDependent[phrase.governor] = index
  })
  const quotations = pairQuotations(text, rules.quotationMarks).map((quotation) => {
    const from = firstAt(words, quotation.start)
    const to = firstAt(words, quotation.end)
    return { ...quotation, from, to }
  })
  quotations.forEach(({ from, to }, index) => {
    quoted.fill(index, from, to)
  })
  input.mention.forEach((mention, index) => {
    const at = firstAt(words, mention.start)
    if (at >= words.length) return
    const before = mentionAt[at]!
    if (before < 0 || input.mention[before]!.end < mention.end) mentionAt[at] = index
  })
  const opensParagraph = sentences.map((sentence, index) => {
    const before = sentences[index - 1]
    return before === undefined || text.slice(before.end, sentence.start).includes('\n')
  })
  return {
    text,
    rules,
    nominative,
    words,
    lower: words.map((word) => word.text.toLowerCase()),
    sentences,
    clauses,
    phrases,
    mentions: input.mention,
    clausesOf,
    place,
    owner,
    quoted,
    quotations,
    phraseAt,
    phraseOfHead,
    firstDependent,
    nextDependent,
    mentionAt,
    opensParagraph,
  }
}

const trimmed = /^[\s.,;:!?()–—-]$/u

/** The span of words `[from, to)` without punctuation at its ends that is not part of a quotation. */
export const spanOfWords = (scene: Scene, from: number, to: number, keepStop = false): Span | null => {
  const { words, lower } = scene
  let first = from
  let last = to
  while (first < last && trimmed.test(lower[first]!)) first++
  while (last > first && trimmed.test(lower[last - 1]!)) {
    if (lower[last - 1] === ')' || (keepStop && /[.!?]/u.test(lower[last - 1]!))) break
    last--
  }
  return first < last ? { start: words[first]!.start, end: words[last - 1]!.end } : null
}
