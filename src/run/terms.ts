/** What search knows of a document: lemmas, forms and parts of compounds, so that both stores find alike. */
import type { Lexicon } from '../lang/common/lexicon.ts'
import type { Document } from './read.ts'

const searchable = (form: string): boolean => /[\p{L}\p{N}]/u.test(form)
/** Postings of one term in one document beyond this help nobody. */
const maxPlaces = 50

/**
 * Parts that stand together in a compound, so that „Luftverteidigung“ finds „Luftverteidigungssysteme“ whatever
 * joins the parts: `luft+verteidigung`, `verteidigung+system`, `luft+verteidigung+system`.
 */
const joinedParts = (parts: readonly string[]): string[] => {
  const joined: string[] = []
  // Longer compounds are split wrongly more often than meant.
  const known = parts.slice(0, 6)
  for (let from = 0; from < known.length; from++)
    for (let to = from + 2; to <= known.length; to++) joined.push(known.slice(from, to).join('+'))
  return joined
}

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
    const parts = word.parts.length > 1 ? word.parts : word.text.toLowerCase().split('-').filter(searchable)
    if (parts.length < 2) continue
    for (const part of [...parts, ...joinedParts(parts)]) add(part, word.start)
  }
  return terms
}

/** For every word of a query the terms that count as a hit for it. */
export const queryTerms = (query: string, lexicon: Lexicon): string[][] =>
  (query.match(/[\p{L}\p{N}][\p{L}\p{N}.-]*/gu) ?? []).map((given) => {
    const word = given.replace(/[.-]+$/u, '')
    const terms = new Set([word.toLowerCase()])
    for (const form of [word, word[0]!.toUpperCase() + word.slice(1), word.toLowerCase()]) {
      for (const analysis of lexicon.lookup(form)) terms.add(analysis.lemma.toLowerCase())
      const parts = word.includes('-')
        ? word.toLowerCase().split('-').filter(searchable)
        : lexicon.split(form)
      if (parts.length > 1) terms.add(parts.slice(0, 6).join('+'))
    }
    return [...terms]
  })
