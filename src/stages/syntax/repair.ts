/** What the sentence shows and a tagger that looks two words far cannot see. */
import type { Work } from './sentence-words.ts'
import type { Reading } from './words.ts'

const ends = (text: string | undefined): boolean => text === undefined || /^[.,;:!?…–—„“"()»«-]/u.test(text)

const standsAlone = ({ readings, lower }: Work, at: number): boolean => {
  const next = readings[at + 1]
  if (next === undefined || next.form === 'fin' || next.upos === 'PRON') return true
  return next.upos === 'PUNCT' && /^[.,;:!?]/u.test(lower[at + 1]!)
}

type Relabel = (at: number, label: string) => Reading

const can = (
  { lexicon, lower }: Work,
  at: number,
  form: 'fin' | 'inf' | 'part2',
  person3: boolean,
): boolean =>
  lexicon
    .analyse(lower[at]!)
    .some(({ feats }) => feats.verbForm === form && feats.mood !== 'imp' && (!person3 || feats.person === 3))

const combinesWith = ({ readings, grammar }: Work, at: number): boolean =>
  grammar.modals.has(readings[at]!.lemma) || readings[at]!.lemma === 'werden'

/** Whether a conjunction or a subordinator stands between. */
const joined = ({ readings }: Work, from: number, to: number): boolean => {
  for (let i = from + 1; i < to; i++)
    if (readings[i]!.upos === 'CCONJ' || readings[i]!.upos === 'SCONJ') return true
  return false
}

/**
 * The right bracket of a clause with the verb last, and what must open it.
 *
 *     …, die modernen Waffen entgegenwirken können, …      … , das Not verursacht, …
 *        ^^^ pronoun         inf            fin                ^^^     fin
 */
const repairBracket = (work: Work, from: number, to: number, relabel: Relabel): void => {
  const { readings, lower, grammar } = work
  if (to - from < 3) return
  const last = to - 1
  const final = readings[last]!
  const before = readings[last - 1]!
  const isVerb = ({ upos }: Reading): boolean => upos === 'VERB' || upos === 'AUX'
  const auxiliary =
    grammar.modals.has(final.lemma) ||
    final.lemma === 'haben' ||
    final.lemma === 'sein' ||
    final.lemma === 'werden'
  if (isVerb(final) && isVerb(before) && auxiliary && final.form !== 'part') {
    if (final.form !== 'fin' && before.form === 'fin' && can(work, last, 'fin', true))
      readings[last] = relabel(last, 'AUX.fin')
    if (before.form === 'fin' && can(work, last - 1, 'inf', false) && grammar.modals.has(final.lemma))
      readings[last - 1] = relabel(last - 1, 'VERB.inf')
    else if (before.form === 'fin' && can(work, last - 1, 'part2', false))
      readings[last - 1] = relabel(last - 1, 'VERB.part')
  }
  // „soll … haben“, „sollen … werden können“: after a finite verb, the rest of the bracket is not finite.
  let first = from
  while (first < last && readings[first]!.form !== 'fin') first++
  for (let i = last; i > first && isVerb(readings[i]!); i--)
    if (
      first < i &&
      readings[i]!.form === 'fin' &&
      combinesWith(work, first) &&
      can(work, i, 'inf', false) &&
      !joined(work, first, i)
    )
      readings[i] = relabel(i, `${readings[i]!.upos}.inf`)
  let opener = from
  while (opener < last && (readings[opener]!.upos === 'CCONJ' || readings[opener]!.upos === 'ADP')) opener++
  const opening = readings[opener]!
  let finite = from
  while (finite < to && readings[finite]!.form !== 'fin') finite++
  if (finite === to) finite = -1
  const subordinate = opening.upos === 'SCONJ' || opening.form === 'rel'
  if (subordinate && finite === -1 && final.form === 'part' && can(work, last, 'fin', true))
    readings[last] = relabel(last, 'VERB.fin')
  if (
    opening.upos === 'DET' &&
    grammar.relativeForms.has(lower[opener]!) &&
    from > 0 &&
    readings[last]!.form === 'fin' &&
    finite === last &&
    (readings[last - 1]!.form === 'inf' || readings[last - 1]!.form === 'part')
  )
    readings[opener] = relabel(opener, 'PRON.rel')
}

/** Corrects labels in place; `relabel` reads a word anew with another label. */
export const repairReadings = (work: Work, relabel: Relabel): void => {
  const { readings, lower, grammar, lexicon } = work
  for (let from = 0, i = 0; i <= readings.length; i++) {
    if (i < readings.length && readings[i]!.upos !== 'PUNCT') continue
    repairBracket(work, from, i, relabel)
    from = i + 1
  }
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
