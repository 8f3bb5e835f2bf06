/** What opens a clause that is not a main clause. */
import type { Piece } from './pieces.ts'
import {
  firstIn,
  isFiniteVerb,
  isNominal,
  isZuInfinitive,
  lastFiniteIn,
  type Work,
} from './sentence-words.ts'

export interface Opening {
  readonly kind: 'subordinate' | 'relative' | 'infinitive'
  readonly introducer: number
  readonly question: boolean
}

/** Subordinator, relative pronoun or question word at the start of a piece, after conjunctions and adverbs. */
export const openingOf = (work: Work, { from, to, mark }: Piece, sentenceStart: boolean): Opening | null => {
  const { readings, lower, grammar } = work
  let at = from
  const limit = Math.min(to, from + 4)
  while (
    at < limit &&
    ((readings[at]!.upos === 'CCONJ' && !grammar.comparators.has(lower[at]!)) ||
      (readings[at]!.upos === 'ADV' && readings[at + 1]?.upos === 'SCONJ'))
  )
    at++
  if (at >= limit) return null
  const finite = firstIn(work, at, to, isFiniteVerb)
  const lastFinite = finite === -1 ? -1 : lastFiniteIn(work, at, to)
  const reading = readings[at]!
  const word = lower[at]!
  const comparator = grammar.comparators.has(word)
  if (grammar.infinitiveOpeners.has(word) && (reading.upos === 'SCONJ' || reading.upos === 'ADP')) {
    if (firstIn(work, at, to, isZuInfinitive) !== -1 && finite === -1)
      return { kind: 'infinitive', introducer: at, question: false }
    if (reading.upos === 'SCONJ' && !grammar.infinitivePrepositions.has(word))
      return { kind: 'infinitive', introducer: at, question: false }
  }
  if (reading.upos === 'SCONJ' || grammar.complementizers.has(word)) {
    // „als Minister“, „wie Polen“: comparison without a verb.
    if (finite === -1 && comparator) return null
    if (grammar.verbSecondOpeners.has(word)) return null
    // „ohne Moskau könne es keinen Frieden geben“: a preposition.
    if (
      grammar.infinitivePrepositions.has(word) &&
      !grammar.complementizers.has(lower[at + 1]!) &&
      finite !== -1
    )
      return null
    // „Als Juristin kennt sie das Recht“: the subject follows its verb.
    const follower = finite !== -1 && finite < to - 1 ? readings[finite + 1]!.upos : ''
    if (word === grammar.roleOpener && (isNominal(follower) || follower === 'PRON')) return null
    if (finite === at + 1 && word !== grammar.roleOpener) return null
    return {
      kind: 'subordinate',
      introducer: at,
      question: grammar.questionWords.has(word) && !comparator,
    }
  }
  // „wie die Agentur mitteilte“, „als der Präsident kam“, whatever the tagger makes of the word.
  if (
    comparator &&
    finite > at + 1 &&
    lastFinite >= to - 1 &&
    !readings.slice(at + 1, finite).every((r) => r.upos === 'ADJ')
  )
    return { kind: 'subordinate', introducer: at, question: false }
  // „in dem“, „mit deren Hilfe“
  let pronoun = at
  if (reading.upos === 'ADP') pronoun = at + 1
  // „wie viele Raketen“
  const form = lower[pronoun]
  if (form === undefined || pronoun >= to) return null
  const verbLast = lastFinite > pronoun + 1 || (lastFinite === pronoun + 1 && lastFinite === to - 1)
  if (finite !== -1 && !verbLast) return null
  if (finite === -1 && firstIn(work, pronoun, to, isZuInfinitive) !== -1) return null
  const isRelative =
    readings[pronoun]!.form === 'rel' ||
    (readings[pronoun]!.upos === 'PRON' && grammar.relativeForms.has(form))
  if (isRelative && mark !== '' && mark !== ':' && mark !== '„' && !sentenceStart) {
    if (finite === pronoun + 1 && lastFinite === finite && to - finite > 2) return null
    if (finite !== -1 && finite < to - 1 && secondPosition(work, pronoun, finite)) return null
    if (finite === lastFinite && opensBracket(work, finite, to)) return null
    return { kind: 'relative', introducer: pronoun, question: false }
  }
  if (
    mark === ',' &&
    grammar.relativeDeterminers.has(form) &&
    finite > pronoun + 1 &&
    /^(?:NOUN|PROPN)$/u.test(readings[from - 2]?.upos ?? '')
  )
    return { kind: 'relative', introducer: pronoun, question: false }
  // „was er tat“, „wo die Raketen sind“ with the verb last.
  if (grammar.questionWords.has(form) && finite > pronoun + 1)
    return {
      kind: grammar.placeRelatives.has(form) ? 'relative' : 'subordinate',
      introducer: pronoun,
      question: true,
    }
  if (grammar.relativeAdverbs.has(form) && finite > pronoun + 1)
    return { kind: 'relative', introducer: pronoun, question: false }
  return null
}

/** „…, der erste Flug sei am Ziel eingetroffen“: an auxiliary before what it governs stands second, not last. */
const opensBracket = ({ readings }: Work, finite: number, to: number): boolean => {
  const last = readings[to - 1]?.upos === 'PUNCT' ? to - 2 : to - 1
  const { form } = readings[last] ?? { form: '' }
  if (readings[finite]?.upos !== 'AUX' || last <= finite) return false
  // „die er hätte liefern können“
  return form === 'part' || (form === 'inf' && readings[last - 1]!.form !== 'inf')
}

/** „die ist gut“: the finite verb follows at once and more comes after. */
const secondPosition = (work: Work, pronoun: number, finite: number): boolean =>
  finite === pronoun + 1 &&
  work.readings[finite + 1] !== undefined &&
  work.readings[finite + 1]!.upos !== 'PUNCT'
