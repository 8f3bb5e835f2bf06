/** What search knows of a document: lemmas, forms and parts of compounds, so that both stores find alike. */
import type { Lexicon } from '../lang/common/lexicon.ts'
import type { Document } from './read.ts'

const searchable = (form: string): boolean => /[\p{L}\p{N}]/u.test(form)
/** Postings of one term in one document beyond this help nobody. */
const maxPlaces = 50

/** Term → starts of the words in `article.text`. */
export const termsOf = (document: Document): Map<string, number[]> => {
  const terms = new Map<string, number[]>()
  const add = (term: string, start: number): void => {
    const places = terms.get(term)
    if (places === undefined) terms.set(term, [start])
    else if (places.length < maxPlaces && places.at(-1) !== start) places.push(start)
  }
  for (const word of document.word) {
    if (!searchable(word.text)) continue
    add(word.text.toLowerCase(), word.start)
    add(word.lemma.toLowerCase(), word.start)
    if (word.parts.length > 1) for (const part of word.parts) add(part, word.start)
  }
  return terms
}

/** For every word of a query the terms that count as a hit for it. */
export const queryTerms = (query: string, lexicon: Lexicon): string[][] =>
  (query.match(/[\p{L}\p{N}][\p{L}\p{N}-]*/gu) ?? []).map((word) => {
    const terms = new Set([word.toLowerCase()])
    for (const form of [word, word[0]!.toUpperCase() + word.slice(1), word.toLowerCase()]) {
      for (const analysis of lexicon.lookup(form)) terms.add(analysis.lemma.toLowerCase())
    }
    return [...terms]
  })
