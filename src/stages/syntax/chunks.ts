/**
 * Noun phrases without what follows the head: preposition, determiner, attributes, head, name.
 *
 *     die von den USA gelieferten Raketen der ukrainischen Armee
 *     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ^^^^^^^^^^^^^^^^^^^^^^
 *         ^^^^^^^^^^^
 */
import { type Agreement, anything, ofAnalyses, ofCase, ofCases } from '../../lang/common/agreement.ts'
import type { Analysis } from '../../lang/common/lexicon.ts'
import type { Work } from './sentence-words.ts'

export interface Chunk {
  readonly from: number
  readonly to: number
  readonly head: number
  /** Index of the preposition, or null. */
  readonly preposition: number | null
  agreement: Agreement
  /** Index of the chunk that this one is an attribute inside of, or null. */
  readonly inside: number | null
}

/** „Russlands“: a name in the genitive, by the lexicon or by a bare s. */
const isGenitiveName = ({ readings, lower, grammar }: Work, at: number): boolean => {
  const reading = readings[at]
  if (reading?.upos !== 'PROPN') return false
  if (reading.candidates.length > 0 && reading.candidates[0]!.upos === 'PROPN')
    return reading.candidates.every((c) => c.feats.cases?.length === 1 && c.feats.cases[0] === 'gen')
  return grammar.looksGenitive(lower[at]!)
}

const onlyDativePlural = (analyses: readonly Analysis[]): boolean =>
  analyses.length > 0 &&
  analyses.every(
    ({ feats }) => feats.number === 'plur' && feats.cases?.length === 1 && feats.cases[0] === 'dat',
  )

/** How far an attribute may reach between its determiner and its participle. */
const reach = 14

export const findChunks = (work: Work): Chunk[] => {
  const { readings, lower, grammar } = work
  const upos = (at: number): string => readings[at]?.upos ?? ''
  const size = readings.length
  const chunks: Chunk[] = []

  /** Position of the adjective that ends a long attribute, or -1. */
  const attributeEnd = (at: number): number => {
    if (
      upos(at) !== 'ADP' &&
      upos(at) !== 'DET' &&
      upos(at) !== 'ADV' &&
      upos(at) !== 'NOUN' &&
      upos(at) !== 'PRON'
    )
      return -1
    const limit = Math.min(size, at + reach)
    for (let i = at + 1; i < limit; i++) {
      const kind = upos(i)
      if (kind === 'PUNCT' || kind === 'VERB' || kind === 'AUX' || kind === 'SCONJ') return -1
      const named = upos(i + 1) === 'NOUN' || upos(i + 1) === 'PROPN'
      if (kind === 'ADJ' && named && grammar.isInflectedParticiple(lower[i]!)) {
        // The attribute's own noun phrase must have ended: a noun, pronoun or adverb stands before the participle.
        const before = upos(i - 1)
        if (
          (before === 'NOUN' ||
            before === 'PROPN' ||
            before === 'ADV' ||
            before === 'ADJ' ||
            before === 'PRON') &&
          agrees(i, at)
        )
          return i
        return -1
      }
    }
    return -1
  }
  const agrees = (adjective: number, start: number): boolean => {
    // „die ersten von der Stadt gekauften Busse“
    let before = start - 1
    while (upos(before) === 'ADJ') before--
    const determiner = readings[before]
    if (determiner?.upos !== 'DET') return false
    const noun = readings[adjective + 1]!
    return (
      (ofAnalyses(determiner.candidates) &
        grammar.ofAdjective(lower[adjective]!) &
        ofAnalyses(noun.candidates)) !==
      0
    )
  }

  /** End of the quotation that opens at `at` and holds a few nominal words, one of them capitalised; else -1. */
  const quotedName = (at: number): number => {
    if (at + 2 >= size || !/^[„“"»«‚›]$/u.test(lower[at]!) || upos(at) !== 'PUNCT') return -1
    let named = false
    for (let i = at + 1; i < Math.min(size, at + 8); i++) {
      if (upos(i) === 'PUNCT') return named && i > at + 1 && /^[“”"«»‘‹]$/u.test(lower[i]!) ? i + 1 : -1
      if (upos(i) === 'NOUN' || upos(i) === 'PROPN') named = true
      else if (upos(i) !== 'ADJ' && upos(i) !== 'DET' && upos(i) !== 'ADP' && upos(i) !== 'NUM') return -1
    }
    return -1
  }

  /** „ein „historisches“ Abkommen“: past the mark that closes attributes in quotation marks before their noun; else -1. */
  const quotedAttributes = (at: number): number => {
    if (upos(at) !== 'PUNCT' || !/^[„“"»«‚›]$/u.test(lower[at]!)) return -1
    let end = at + 1
    while ((upos(end) === 'ADJ' && grammar.isInflected(lower[end]!)) || lower[end] === ',') end++
    const closes = end > at + 1 && upos(end) === 'PUNCT' && /^[“”"«»‘‹]$/u.test(lower[end]!)
    return closes && (upos(end + 1) === 'NOUN' || upos(end + 1) === 'ADJ') ? end + 1 : -1
  }

  const endOfGenitive = (at: number): number => {
    let end = at + 1
    while (upos(end) === 'PROPN' && isGenitiveName(work, end)) end++
    return end
  }

  const parse = (start: number, inside: number | null): number => {
    let at = start
    let preposition: number | null = null
    let agreement = anything
    if (upos(at) === 'ADP' && readings[at]!.form !== 'vz') {
      preposition = at
      agreement &= ofCases(grammar.prepositionCases.get(readings[at]!.lemma) ?? ['nom', 'gen', 'dat', 'acc'])
      if (grammar.contractions.has(lower[at]!)) agreement &= ofCase('dat')
      at++
      // „bis zum“, „von vor“
      if (upos(at) === 'ADP' && readings[at]!.form !== 'vz') {
        preposition = at
        agreement = ofCases(grammar.prepositionCases.get(readings[at]!.lemma) ?? ['nom', 'gen', 'dat', 'acc'])
        at++
      }
    }
    const narrow = (set: Agreement): void => {
      if ((agreement & set) !== 0) agreement &= set
    }
    const inner: number[] = []
    /** Where a long attribute that begins behind a word ends, before its participle; else the word itself. */
    const pastAttribute = (word: number): number => {
      if (word + 1 >= size || upos(word + 1) === 'ADJ' || upos(word + 1) === 'NOUN') return word
      const end = attributeEnd(word + 1)
      if (end === -1) return word
      inner.push(word + 1)
      return end - 1
    }
    let determined = false
    let counted = false
    let last = -1
    // Adverbs before: „mehr als 30“, „rund 500“ belong to the number.
    for (; at < size; at++) {
      const reading = readings[at]!
      const kind = reading.upos
      if (kind === 'DET') {
        // „alle die“, „all diese“ chain; a second article opens an attribute („die der Armee gelieferten Raketen“).
        if (determined) {
          const end = attributeEnd(at)
          if (end === -1) break
          inner.push(at)
          at = end - 1
          continue
        }
        determined = true
        if (!grammar.genitiveDeterminers.has(lower[at]!)) narrow(ofAnalyses(reading.candidates))
        last = at
        at = pastAttribute(at)
        continue
      }
      if (kind === 'NUM') {
        counted = true
        last = at
        continue
      }
      if (kind === 'ADJ' && reading.form === '') {
        if (
          !grammar.isInflected(lower[at]!) &&
          !lower[at]!.endsWith('.') &&
          !(upos(at + 1) === 'NOUN' && !/^\p{Ll}/u.test(work.tokens[at]!.text))
        ) {
          // „ein deutlich größeres“: an uninflected one before another.
          if (upos(at + 1) === 'ADJ' && grammar.isInflected(lower[at + 1]!)) continue
          break
        }
        if (/\p{L}/u.test(lower[at]!)) narrow(grammar.ofAdjective(lower[at]!))
        last = at
        if (determined && upos(at + 1) === 'ADP') at = pastAttribute(at)
        continue
      }
      // „mit Japans neuem Minister“: what the preposition governs comes behind the genitive.
      if (preposition !== null && preposition === at - 1 && isGenitiveName(work, at)) {
        const end = endOfGenitive(at)
        if (upos(end) === 'NOUN' || upos(end) === 'ADJ' || upos(end) === 'PROPN') {
          inner.push(at)
          determined = true
          at = end - 1
          continue
        }
      }
      if (kind === 'ADV' && last !== -1 && upos(at + 1) === 'ADJ' && grammar.isInflected(lower[at + 1]!))
        continue
      if (kind === 'ADV' && upos(at + 1) === 'NUM') continue
      // „schwere, moderne Waffen“, „alte und neue Waffen“
      if (
        (lower[at] === ',' || kind === 'CCONJ') &&
        upos(at - 1) === 'ADJ' &&
        last === at - 1 &&
        upos(at + 1) === 'ADJ' &&
        grammar.isInflected(lower[at + 1]!) &&
        (upos(at + 2) === 'NOUN' || upos(at + 2) === 'ADJ')
      )
        continue
      if (determined || preposition !== null) {
        const end = quotedAttributes(at)
        if (end !== -1) {
          last = end - 2
          narrow(grammar.ofAdjective(lower[last]!))
          at = end - 1
          continue
        }
      }
      break
    }
    let head = -1
    if (upos(at) === 'PROPN' && isGenitiveName(work, at) && !determined && last === -1) {
      // „Russlands Angriff“
      const end = endOfGenitive(at)
      chunks.push({ from: start, to: end, head: end - 1, preposition, agreement: ofCase('gen'), inside })
      return end
    }
    while (
      at < size &&
      (upos(at) === 'NOUN' ||
        upos(at) === 'PROPN' ||
        (upos(at) === 'NUM' && head !== -1 && upos(at - 1) !== 'NUM'))
    ) {
      const kind = upos(at)
      if (head !== -1 && kind === 'PROPN' && isGenitiveName(work, at) && upos(at - 1) === 'NOUN') break
      if (kind === 'NUM') {
        at++
        continue
      }
      if (head === -1) head = at
      else if (kind === 'NOUN' && upos(head) === 'NOUN') {
        // „dem Amt Unterlagen“: what cannot have case and number of the noun before it is a phrase of its own.
        if (
          !grammar.measureNouns.has(readings[head]!.lemma) &&
          /^\p{Lu}/u.test(work.tokens[at]!.text) &&
          (at > head + 1 ||
            (agreement & ofAnalyses(readings[head]!.candidates) & ofAnalyses(readings[at]!.candidates)) === 0)
        )
          break
        if (grammar.measureNouns.has(readings[head]!.lemma)) head = at
      } else if (kind === 'NOUN') {
        // „sagte Weber Reportern“: a noun that can only be a dative plural is no title of the name before it.
        if (!determined && preposition === null && onlyDativePlural(readings[at]!.candidates)) break
        // „der Ukraine Waffen“: the determiner goes with the name, the noun is a phrase of its own.
        const named = agreement & ofAnalyses(readings[head]!.candidates)
        if (determined && (named & ofAnalyses(readings[at]!.candidates)) === 0) break
        head = at
      } else if (upos(head) === 'PROPN') head = at
      at++
    }
    // „die Zeitung „Neuer Tag““, „der „Neue Tag““: a name in quotation marks.
    const closed = quotedName(at)
    if (closed !== -1 && (head !== -1 || last !== -1)) {
      if (head === -1) {
        head = closed - 2
        while (head > at && upos(head) !== 'NOUN' && upos(head) !== 'PROPN') head--
      }
      at = closed
    }
    if (head === -1) {
      // A determiner or pronoun for itself: „das“, „vieles“, „mit ihm“.
      if (upos(at) === 'PRON' && last === -1) {
        narrow(ofAnalyses(readings[at]!.candidates))
        chunks.push({ from: start, to: at + 1, head: at, preposition, agreement, inside })
        return at + 1
      }
      if (last !== -1 && (determined || counted || preposition !== null)) {
        chunks.push({ from: start, to: last + 1, head: last, preposition, agreement, inside })
        return last + 1
      }
      return start + 1
    }
    // „forderte Präsident Lang auf“: a title before a name has no ending for its case.
    const isTitle = !determined && upos(head) === 'NOUN' && upos(head + 1) === 'PROPN' && head + 1 < at
    if (!isTitle) narrow(ofAnalyses(readings[head]!.candidates))
    const own = chunks.length
    chunks.push({ from: start, to: at, head, preposition, agreement, inside })
    for (const from of inner) {
      // The attribute's own phrases, up to its participle.
      for (let i = from; i < head && upos(i) !== 'VERB'; ) {
        const before = chunks.length
        const end = parse(i, own)
        if (chunks.length > before && chunks[before]!.head >= head) {
          chunks.length = before
          break
        }
        i = Math.max(end, i + 1)
      }
    }
    return at
  }

  for (let at = 0; at < size; ) {
    const kind = upos(at)
    // „eigenen Angaben zufolge“: it governs what stands before it.
    if (kind === 'ADP' && grammar.postpositions.has(lower[at]!) && chunks.at(-1)?.to === at) at++
    else if (
      kind === 'ADP' ||
      kind === 'DET' ||
      kind === 'ADJ' ||
      kind === 'NUM' ||
      kind === 'NOUN' ||
      kind === 'PROPN' ||
      kind === 'PRON' ||
      (kind === 'ADV' && upos(at + 1) === 'NUM')
    )
      at = Math.max(at + 1, parse(at, null))
    else at++
  }
  return chunks
}
