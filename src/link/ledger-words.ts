/** The words by which a codebook tells commitments apart, ready for comparing. */
import type { CompiledCodebook } from '../codebook/codebook.ts'
import { wordsOf } from './fingerprint.ts'

export const fold = (word: string): string =>
  word.replaceAll('ä', 'a').replaceAll('ö', 'o').replaceAll('ü', 'u').replaceAll('ß', 'ss')

/**
 * Is `word` an inflected form or a compound of `of`, at its beginning or its end?
 *
 *     „Sicherheitsabkommen“ ends with „abkommen“     „Milliardenhilfen“ begins with „milliarden“
 */
const speaksOf = (word: string, of: string): boolean => {
  if (word.startsWith(of)) return true
  const at = word.lastIndexOf(of)
  return at > 0 && word.length - at - of.length <= 3
}

/** The nouns and names of a text; „ausgesetzten“ speaks of no „Gesetz“. */
const nounsOf = (text: string): string[] => text.match(/(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}]*/gu) ?? []

/** Phrases stand anywhere in a text, single words in its nouns. */
export const textSpeaksOf = (text: string, of: readonly string[]): boolean =>
  anySpeaksOf(
    folded(nounsOf(text)),
    of.filter((word) => !word.includes(' ')),
  ) ||
  anySpeaksOf(
    folded(wordsOf(text)),
    of.filter((word) => word.includes(' ')),
  )

export const anySpeaksOf = (words: readonly string[], of: readonly string[]): boolean =>
  of.some((phrase) => {
    if (phrase.includes(' ')) return ` ${words.join(' ')} `.includes(` ${phrase}`)
    return words.some((word) => speaksOf(word, phrase))
  })

/** Whole words, in a row. */
export const hasPhrase = (words: readonly string[], phrases: readonly string[]): boolean =>
  phrases.some((phrase) => ` ${words.join(' ')} `.includes(` ${phrase} `))

export const folded = (list: readonly string[]): string[] => list.map((word) => fold(word.toLowerCase()))

/** The ledger part of a codebook with its words ready for comparing. */
export interface Vocabulary {
  readonly rules: readonly {
    readonly kind: string
    readonly types: ReadonlySet<string>
    readonly words: readonly string[]
    readonly goods: ReadonlySet<string>
    readonly amount: boolean
  }[]
  readonly fresh: ReadonlySet<string>
  readonly earlier: ReadonlySet<string>
  readonly parcel: readonly string[]
  readonly elsewhere: readonly string[]
  readonly empty: ReadonlySet<string>
  readonly prepositions: ReadonlySet<string>
  readonly counterpart: ReadonlySet<string>
  readonly several: ReadonlySet<string>
  readonly funds: readonly string[]
  readonly drawn: ReadonlySet<string>
  readonly pending: readonly string[]
  readonly still: readonly string[]
}

const vocabularies = new WeakMap<CompiledCodebook, Vocabulary>()

export const vocabularyOf = (codebook: CompiledCodebook): Vocabulary => {
  const known = vocabularies.get(codebook)
  if (known !== undefined) return known
  const { words, kindOf } = codebook.model
  const vocabulary: Vocabulary = {
    rules: kindOf.map((rule) => ({
      kind: rule.kind,
      types: new Set(rule.types),
      words: folded(rule.words),
      goods: new Set(rule.goods),
      amount: rule.amount,
    })),
    fresh: new Set(folded(words.fresh)),
    earlier: new Set(folded(words.earlier)),
    parcel: folded(words.parcel),
    elsewhere: folded(words.elsewhere),
    // The bare name of a kind tells no commitment from another.
    empty: new Set([
      ...folded(words.empty),
      ...kindOf.flatMap((rule) => {
        const bare = folded(rule.words)
        // A compound does: „Absichtserklärung“ is more than „Erklärung“.
        return bare.filter((word) => !bare.some((other) => other !== word && word.endsWith(other)))
      }),
    ]),
    prepositions: new Set(words.prepositions),
    counterpart: new Set(folded(words.counterpart)),
    several: new Set(folded(words.several)),
    funds: folded(words.funds),
    drawn: new Set(folded(words.drawn)),
    pending: folded(words.pending),
    still: folded(words.still),
  }
  vocabularies.set(codebook, vocabulary)
  return vocabulary
}
