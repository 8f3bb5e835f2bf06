/** Verb forms that the bracket of their clause decides: what stands second or last, and what the other end takes. */
import {
  canBe,
  firstIn,
  isAuxiliary,
  isFiniteVerb,
  isVerb,
  isZu,
  type Relabel,
  takesInfinitive,
  type Work,
} from './sentence-words.ts'

/** Whether a conjunction or a subordinator stands between; „so schnell wie möglich“ joins no clauses. */
const isJoined = ({ readings, lower, grammar }: Work, from: number, to: number): boolean => {
  for (let i = from + 1; i < to; i++)
    if (/^[CS]CONJ$/u.test(readings[i]!.upos) && !grammar.comparators.has(lower[i]!)) return true
  return false
}

/**
 * The verbs that end a clause: an auxiliary last, and before it what it takes.
 *
 *     …, die den Waffen entgegenwirken können
 *                       inf            fin
 */
const repairLastVerbs = (work: Work, last: number, relabel: Relabel): void => {
  const { readings, grammar } = work
  const [before, final] = [readings[last - 1]!, readings[last]!]
  if (!isVerb(final) || !isVerb(before) || !isAuxiliary(work, final.lemma)) return
  if (final.form === 'part' || before.form !== 'fin') return
  if (final.form !== 'fin' && canBe(work, last, 'fin')) readings[last] = relabel(last, 'AUX.fin')
  if (canBe(work, last - 1, 'inf') && grammar.modals.has(final.lemma))
    readings[last - 1] = relabel(last - 1, 'VERB.inf')
  else if (canBe(work, last - 1, 'part2')) readings[last - 1] = relabel(last - 1, 'VERB.part')
}

/**
 * After a finite verb, the rest of the bracket is not finite.
 *
 *     soll … haben      sollen … werden können      hatte der Verband betont
 *            inf                        inf                           part
 */
const repairClosing = (work: Work, from: number, last: number, relabel: Relabel): void => {
  const { readings, grammar } = work
  const first = firstIn(work, from, last, isFiniteVerb)
  if (first === -1) return
  for (let i = last; i > first && isVerb(readings[i]!); i--)
    if (
      readings[i]!.form === 'fin' &&
      takesInfinitive(work, readings[first]!.lemma) &&
      canBe(work, i, 'inf') &&
      !isJoined(work, first, i)
    )
      readings[i] = relabel(i, `${readings[i]!.upos}.inf`)
  // The participle may be taken for an adjective or a present.
  const { form, upos } = readings[last]!
  if (
    readings[first]!.lemma === grammar.auxiliaries.have &&
    (form === 'fin' || (form === '' && (upos === 'ADJ' || upos === 'ADV'))) &&
    canBe(work, last, 'part2') &&
    readings[last - 1]!.upos !== 'CCONJ' &&
    readings.slice(first + 1, last).every((one) => one.form === '')
  )
    readings[last] = relabel(last, 'VERB.part')
}

/**
 * Before an infinitive with „zu“ stands another.
 *
 *     bestimmen zu wollen
 *     ^^^^^^^^^
 */
const repairBeforeZu = (work: Work, from: number, last: number, relabel: Relabel): void => {
  const { readings } = work
  if (last - 2 < from || !isZu(work, last - 1) || readings[last]!.form !== 'inf') return
  if (readings[last - 2]!.form === 'fin' && canBe(work, last - 2, 'inf'))
    readings[last - 2] = relabel(last - 2, 'VERB.inf')
}

/** A clause without a finite verb whose last verb can be one; and the relative pronoun that opens it. */
const repairFinite = (work: Work, from: number, to: number, relabel: Relabel): void => {
  const { readings, lower, grammar } = work
  const last = to - 1
  const { form } = readings[last]!
  let opener = from
  while (opener < last && (readings[opener]!.upos === 'CCONJ' || readings[opener]!.upos === 'ADP')) opener++
  const opening = readings[opener]!
  const finite = firstIn(work, from, to, isFiniteVerb)
  if (finite === -1 && canBe(work, last, 'fin')) {
    // „Die neuen Busse fahren.“: a whole sentence has a finite verb.
    const isOnlyVerb = readings.slice(from, to).filter(isVerb).length === 1
    const isWhole = from === 0 && lower[to] === '.' && isOnlyVerb && !isZu(work, last - 1)
    // „Der Verband befürchtet, dass …“: what a clause depends on has a finite verb, too, unless it has no subject.
    const governs =
      from === 0 &&
      lower[to] === ',' &&
      readings[to + 1]?.upos === 'SCONJ' &&
      ['DET', 'NOUN', 'PROPN'].includes(opening.upos)
    const isSubordinate = opening.upos === 'SCONJ' || opening.form === 'rel'
    if ((form === 'inf' && isWhole) || (form === 'part' && (isSubordinate || governs)))
      readings[last] = relabel(last, 'VERB.fin')
  }
  // „…, die neu im Amt ist,“: a pronoun that opens, and the only finite verb at the end.
  const isRelative =
    opening.upos === 'PRON' || (opening.upos === 'DET' && ['inf', 'part'].includes(readings[last - 1]!.form))
  if (isRelative && grammar.relativeForms.has(lower[opener]!) && from > 0 && finite === last)
    readings[opener] = relabel(opener, 'PRON.rel')
}

/** Corrects both ends of the bracket of a stretch between marks. */
export const repairBracket = (work: Work, from: number, to: number, relabel: Relabel): void => {
  if (to - from < 3) return
  repairLastVerbs(work, to - 1, relabel)
  repairClosing(work, from, to - 1, relabel)
  repairBeforeZu(work, from, to - 1, relabel)
  repairFinite(work, from, to, relabel)
}

/**
 * Verbs that share a bracket with the one behind the conjunction.
 *
 *     Der Bund will die Hilfe kürzen und die Länder entlasten.      …, dass sie A stützen und B stärken könnten
 *              ^^^^           inf                   inf                         inf                 ^^^^^^^
 */
export const repairCoordination = (work: Work, from: number, to: number, relabel: Relabel): void => {
  const { readings, grammar } = work
  const last = to - 1
  if (last - from < 3) return
  const isModal = (at: number): boolean =>
    isFiniteVerb(work, at) && takesInfinitive(work, readings[at]!.lemma)
  // Verb last: before each conjunction stands a verb of the form that the last one has.
  const shared = readings[last - 1]!.form
  const auxiliary = isModal(last) || readings[last]!.lemma === grammar.auxiliaries.have
  if (readings[last]!.form === 'fin' && auxiliary && (shared === 'inf' || shared === 'part')) {
    for (let i = from + 1; i < last - 1; i++)
      if (
        readings[i]!.form === 'fin' &&
        readings[i + 1]!.upos === 'CCONJ' &&
        canBe(work, i, shared === 'inf' ? 'inf' : 'part2')
      )
        readings[i] = relabel(i, shared === 'inf' ? 'VERB.inf' : 'VERB.part')
    return
  }
  const first = firstIn(work, from, to, isFiniteVerb)
  if (first === -1 || !isModal(first)) return
  // Verb second: a last verb that can be the infinitive is one, unless it stands second behind the conjunction.
  let final = last
  while (final > first && readings[final]!.form === '' && readings[final]!.upos !== 'CCONJ') final--
  if (readings[final]!.form !== 'fin' || final !== last || !canBe(work, final, 'inf')) return
  let conjunction = final - 1
  while (conjunction > first && readings[conjunction]!.upos !== 'CCONJ') conjunction--
  if (conjunction === first) return
  for (let i = conjunction + 1; i < final; i++) {
    const { upos, form } = readings[i]!
    // „… und sie zahlen“, „… und wir zahlen“
    if (form === 'fin' || upos === 'SCONJ') return
    if (upos === 'PRON' && final === conjunction + 2) return
  }
  readings[final] = relabel(final, 'VERB.inf')
}

/**
 * What a stretch leaves open.
 *
 *     Zuvor hatte die Chefin, die …, erklärt, dass …
 *           ^^^^^ part2
 */
export const openBracket = (work: Work, from: number, to: number): 'inf' | 'part2' | null => {
  const { readings, grammar } = work
  let found: 'inf' | 'part2' | null = null
  for (let i = from; i < to; i++) {
    const { form, lemma } = readings[i]!
    if (form === 'inf' || form === 'part' || form === 'izu') return null
    if (form !== 'fin') continue
    if (i === to - 1 && from < i) return null
    found = grammar.modals.has(lemma) ? 'inf' : isAuxiliary(work, lemma) ? 'part2' : null
  }
  return found
}

/** Word classes that open a noun phrase. */
const phraseOpeners: ReadonlySet<string> = new Set(['DET', 'ADJ', 'ADP', 'NUM'])

/** A name, or a title before a name, to which no adjective belongs unless something opens the phrase. */
const namesPerson = ({ readings }: Work, at: number): boolean =>
  readings[at]?.upos === 'PROPN' || (readings[at]?.upos === 'NOUN' && readings[at + 1]?.upos === 'PROPN')

/** Whether another word than this one must be the finite verb: at once behind its noun, or last in a subordinate clause. */
const hasOtherFinite = (work: Work, from: number, at: number, to: number): boolean => {
  const { readings } = work
  if (readings[at + 2]!.form === 'fin') return true
  const { upos, form } = readings[from]!
  return (upos === 'SCONJ' || form === 'rel') && isFiniteVerb(work, to - 1) && !isJoined(work, from, to - 1)
}

/**
 * A participle at a noun taken for a verb: another one is the finite verb.
 *
 *     Mit dem Vorgang vertraute Quellen sagten …      dass die von Bonn bezahlten Waffen geliefert würden
 *                     ^^^^^^^^^ ADJ     ^^^^^^                           ^^^^^^^^^ ADJ              ^^^^^^
 */
export const repairParticiple = (work: Work, from: number, to: number, relabel: Relabel): void => {
  const { readings, lower, lexicon, grammar } = work
  for (let i = from + 1; i + 2 < to; i++) {
    if (readings[i]!.form !== 'fin' || readings[i + 1]!.upos !== 'NOUN') continue
    if (!hasOtherFinite(work, from, i, to)) continue
    const stem = grammar.uninflected(lower[i]!)
    if (stem !== lower[i] && lexicon.lookup(stem).some(({ feats }) => feats.verbForm === 'part2'))
      readings[i] = relabel(i, 'ADJ')
  }
}

/**
 * A preterite taken for a participle at a noun: no noun that it could belong to follows, and the stretch has no
 * other finite verb.
 *
 *     Beide unterzeichneten eine Erklärung      In Genf unterzeichneten Präsident Berset und …
 *           ^^^^^^^^^^^^^^^ fin                          ^^^^^^^^^^^^^^^ fin
 */
export const repairPreterite = (work: Work, from: number, to: number, relabel: Relabel): void => {
  const { readings } = work
  if (firstIn(work, from, to, isFiniteVerb) !== -1) return
  for (let i = from + 1; i < to; i++) {
    if (readings[i]!.upos !== 'ADJ' || !canBe(work, i, 'fin')) continue
    const next = readings[i + 1]?.upos
    const alone = next === 'DET' || next === 'ADP' || next === 'ADV' || next === 'PRON'
    if (!alone && !(namesPerson(work, i + 1) && !phraseOpeners.has(readings[i - 1]!.upos))) continue
    readings[i] = relabel(i, 'VERB.fin')
    return
  }
}
