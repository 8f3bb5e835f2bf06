/** Nouns, names and adjectives that the tagger takes for something else. */
import { ofAnalyses } from '../../lang/common/agreement.ts'
import { isVerb, type Relabel, type Work } from './sentence-words.ts'
import type { Reading } from './words.ts'

const isCapital = (token: { readonly text: string } | undefined): boolean =>
  token !== undefined && /^\p{Lu}\p{Ll}/u.test(token.text)

const opensPhrase = (reading: Reading | undefined): boolean =>
  reading !== undefined && ['PROPN', 'NOUN', 'DET', 'NUM'].includes(reading.upos)

const closesWithParticiple = (readings: readonly Reading[], from: number): boolean => {
  let last = from
  while (readings[last + 1] !== undefined && readings[last + 1]!.upos !== 'PUNCT') last++
  return readings[last]!.form === 'part'
}

/**
 * An adjective with a capital: behind a preposition and its article no second noun stands that agrees with them.
 *
 *     im Weißen Haus      aus dem Weißen Haus      auf der Grünen Woche
 *        ^^^^^^                   ^^^^^^                   ^^^^^^
 */
const isAdjectiveOfName = ({ readings, lower, lexicon, grammar }: Work, at: number): boolean => {
  const head = readings[at + 1]
  const before = readings[at - 1]
  if (head?.upos !== 'NOUN' || !lexicon.lookup(lower[at]!).some(({ upos }) => upos === 'ADJ')) return false
  if (grammar.contractions.has(lower[at - 1]!)) return true
  // „mit dem Vorsitzenden Dr. Weber“: an abbreviation agrees with nothing.
  if (before?.upos !== 'DET' || readings[at - 2]?.upos !== 'ADP' || head.candidates.length === 0) return false
  return (ofAnalyses(before.candidates) & grammar.ofAdjective(lower[at]!) & ofAnalyses(head.candidates)) !== 0
}

/**
 * A compound with a hyphen is what its last part is. Of names only those that end in an inflected adjective are none.
 *
 *     106-Milliarden-Antrag      Ukraine-Gesandter
 */
const isHyphenatedNoun = ({ tokens, lexicon, grammar }: Work, at: number, upos: string): boolean => {
  const { text } = tokens[at]!
  const head = text.slice(text.lastIndexOf('-') + 1)
  if (upos === 'NOUN' || head.length === text.length || !/^\p{Lu}\p{Ll}/u.test(head)) return false
  return upos === 'PROPN'
    ? grammar.isInflected(head) && lexicon.lookup(head.toLowerCase()).some((one) => one.upos === 'ADJ')
    : lexicon.analyse(head).some((one) => one.upos === 'NOUN')
}

/** „Mohammed bin Salman“: the particle of a name stands between two capitals and has no „ich“ beside it. */
const isNameParticle = ({ tokens, lower, grammar }: Work, at: number): boolean => {
  const subject = grammar.nameParticles.get(tokens[at]!.text)
  return (
    subject !== undefined &&
    isCapital(tokens[at - 1]) &&
    isCapital(tokens[at + 1]) &&
    !lower.includes(subject)
  )
}

/** A capital that the lexicon knows as no verb, or that a finite verb follows at once. */
const isCapitalNoun = ({ tokens, lower, readings, lexicon }: Work, at: number): boolean => {
  if (readings[at]!.upos !== 'VERB' || !isCapital(tokens[at])) return false
  if (!lexicon.analyse(lower[at]!).some(isVerb)) return true
  const isNoun = lexicon.lookup(tokens[at]!.text).some(({ upos }) => upos === 'NOUN')
  return isNoun && readings[at + 1]?.form === 'fin' && readings[at]!.form !== 'part'
}

/**
 * A participle before its noun that looks like a preterite: an article that a preposition follows opens an attribute.
 *
 *     für das von Weber beantragte Paket
 *         ^^^           ^^^^^^^^^^
 */
const closesAttribute = ({ readings, lower, grammar }: Work, at: number): boolean => {
  if (readings[at]!.form !== 'fin' || !grammar.isInflectedParticiple(lower[at]!)) return false
  if (readings[at + 1]?.upos !== 'NOUN') return false
  for (let i = at - 1; i > 0 && readings[i]!.upos !== 'PUNCT' && readings[i]!.form !== 'fin'; i--)
    if (readings[i]!.upos === 'ADP' && readings[i - 1]!.upos === 'DET') return true
  return false
}

/** The label that a word must have whatever the tagger says, or null. */
const nominalLabel = (work: Work, at: number): string | null => {
  const { tokens, readings, grammar } = work
  const reading = readings[at]!
  if (isHyphenatedNoun(work, at, reading.upos)) return 'NOUN'
  if (reading.upos === 'NOUN' && isAdjectiveOfName(work, at)) return 'ADJ'
  if (closesAttribute(work, at)) return 'ADJ'
  // „dt.“, „gest.“
  if (isVerb(reading) && /\p{L}\.$/u.test(tokens[at]!.text)) return 'ADJ'
  // „hat den Verkauf an Kanada genehmigt“: a prefix closes its clause; what a phrase and a participle follow is none.
  if (reading.form === 'vz' && opensPhrase(readings[at + 1]) && closesWithParticiple(readings, at + 1))
    return 'ADP'
  if (isNameParticle(work, at)) return 'PROPN'
  // „das Sammelgesetz von Präsident Weber“: a preposition before a common noun is no part of a name.
  const isPreposition = grammar.prepositionCases.has(tokens[at]!.text)
  if (reading.upos === 'PROPN' && isPreposition && readings[at + 1]?.upos === 'NOUN') return 'ADP'
  // „18 Leopard-2-Panzer“: what has letters is no punctuation mark.
  if (reading.upos === 'PUNCT' && isCapital(tokens[at])) return 'NOUN'
  return isCapitalNoun(work, at) ? 'NOUN' : null
}

/** Corrects nouns, names and adjectives, each by what stands beside it. */
export const repairNominals = (work: Work, relabel: Relabel): void => {
  for (let at = 0; at < work.readings.length; at++) {
    const label = nominalLabel(work, at)
    if (label !== null) work.readings[at] = relabel(at, label)
  }
}
