/** What the sentence shows and a tagger that looks two words far cannot see. */
import type { Work } from './sentence-words.ts'
import type { Reading } from './words.ts'

const ends = (text: string | undefined): boolean => text === undefined || /^[.,;:!?…–—„“"()»«-]/u.test(text)

const standsAlone = ({ readings, lower }: Work, at: number): boolean => {
  const next = readings[at + 1]
  if (next === undefined || next.form === 'fin' || next.upos === 'PRON') return true
  return next.upos === 'PUNCT' && /^[.,;:!?]/u.test(lower[at + 1]!)
}

/** Corrects labels in place; `relabel` reads a word anew with another label. */
export const repairReadings = (work: Work, relabel: (at: number, label: string) => Reading): void => {
  const { readings, lower, grammar, lexicon } = work
  let finite = -1
  for (let i = 0; i < readings.length; i++) {
    const { upos, form, lemma } = readings[i]!
    // „Das ist …“, „die, die …“: an article without a noun to come is a pronoun.
    if (upos === 'DET' && lemma === 'der' && standsAlone(work, i)) readings[i] = relabel(i, 'PRON')
    if (upos === 'PUNCT' && form === '' && /^[,;:]$/u.test(lower[i]!)) finite = -1
    else if (form === 'fin') finite = i
    // „teilte es mit.“: a preposition with nothing after it is a separated prefix.
    else if (
      finite !== -1 &&
      (upos === 'ADP' || upos === 'ADV' || upos === 'ADJ') &&
      form === '' &&
      grammar.prefixes.has(lower[i]!) &&
      (ends(lower[i + 1]) || readings[i + 1]?.upos === 'CCONJ') &&
      lexicon.lookup(lower[i]! + readings[finite]!.lemma).some((a) => a.upos === 'VERB')
    )
      readings[i] = { ...relabel(i, upos === 'ADJ' ? 'ADJ' : upos), form: 'vz' }
  }
}
