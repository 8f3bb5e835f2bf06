import type { Feats, Mood, VerbGroup } from '../../core/layers.ts'
import type { Draft } from './clause-stack.ts'
import { isAuxiliary, isVerb, isZu, type Work } from './sentence-words.ts'

/** The finite verb and its person, number, tense and mood as far as the subject decides. */
export interface FiniteReading {
  readonly feats: Feats
  readonly mood: Mood
  readonly ambiguousMood: boolean
}

/**
 * Mood of a finite verb with a subject of this person and number. What can be both is indicative, and says so.
 *
 *     er habe → kon1      sie haben → ind, ambiguous      er hätte → kon2      er lieferte → ind, ambiguous
 */
export const readFinite = (
  { readings }: Work,
  at: number,
  person: 1 | 2 | 3 | null,
  number: 'sing' | 'plur' | null,
): FiniteReading => {
  const all = readings[at]!.candidates.map((c) => c.feats).filter((f) => f.mood !== undefined)
  const agreeing = all.filter(
    (f) =>
      f.mood === 'imp' ||
      ((person === null || f.person === person) && (number === null || f.number === number)),
  )
  // „Ein Dutzend Staaten liefern“: where nothing agrees, the third person is likely enough.
  const third = all.filter((f) => f.person === 3)
  const chosen = agreeing.length > 0 ? agreeing : third.length > 0 ? third : all
  const first = chosen.find((f) => f.mood === 'ind') ?? chosen[0]
  if (first === undefined)
    return { feats: { verbForm: 'fin', mood: 'ind' }, mood: 'ind', ambiguousMood: false }
  const moods = new Set(chosen.filter((f) => f.mood !== 'imp').map((f) => f.mood!))
  const ambiguousMood = moods.has('ind') && moods.size > 1
  return {
    feats: { ...first, ...(ambiguousMood ? { ambiguousMood: true } : {}) },
    mood: first.mood ?? 'ind',
    ambiguousMood,
  }
}

const combines = ({ grammar }: Work, lemma: string): boolean =>
  grammar.zuVerbs.has(lemma) || grammar.modals.has(lemma) || grammar.bareInfinitiveVerbs.has(lemma)

/** Bare verb under separable and inseparable prefixes: „zurückgetreten“ → treten. */
const moves = (lemma: string, prefix: string | undefined, grammar: Work['grammar']): boolean =>
  grammar.movingVerbs.has(lemma) ||
  (prefix !== undefined && grammar.movingVerbs.has(lemma.slice(prefix.length)))

/** Indices of the words of the draft that belong to its verbal complex, and what they say together. */
export const buildVerbGroup = (
  work: Work,
  draft: Draft,
  negated: boolean,
  finiteReading: FiniteReading | null,
): VerbGroup | null => {
  const { readings, lower, grammar, lexicon } = work
  let finite = -1
  const nonFinite: number[] = []
  let prefix = -1
  let zu = -1
  for (const [from, to] of draft.parts)
    for (let i = from; i < to; i++) {
      const { form } = readings[i]!
      if (form === 'fin') {
        if (finite === -1) finite = i
      } else if (form === 'inf' || form === 'part' || form === 'izu') {
        if (isVerb(readings[i]!)) nonFinite.push(i)
      } else if (form === 'vz' && prefix === -1) prefix = i
      else if (isZu(work, i)) zu = i
    }
  if (draft.kind === 'infinitive') finite = -1
  // „Historisch betrachtet übergab …“: a verb that takes no other verb stands alone.
  if (finite !== -1 && !combines(work, readings[finite]!.lemma)) nonFinite.length = 0
  // „hat sich bereit erklärt“: right before a participle that the finite verb takes no prefix stands apart.
  if (finite !== -1 && nonFinite.includes(prefix + 1)) prefix = -1
  // „sah es als erwiesen an“: a verb whose prefix stands apart is the main verb.
  if (finite !== -1 && prefix > finite) nonFinite.length = 0
  if (finite === -1 && nonFinite.length === 0) return null
  const isAux = (at: number): boolean => isAuxiliary(work, readings[at]!.lemma)
  // „hatte umgerechnet vier Millionen zugesagt“: of two participles apart, the first is an adverb.
  //        ^^^^^^^^^^^                ^^^^^^^^
  const isParticipleOf = (at: number): boolean => readings[at]!.form === 'part' && !isAux(at)
  for (let k = nonFinite.length - 2; k >= 0; k--) {
    const [at, next] = [nonFinite[k]!, nonFinite[k + 1]!]
    if (next - at < 2 || !isParticipleOf(at) || !isParticipleOf(next)) continue
    const between = readings.slice(at + 1, next)
    if (!between.some(({ upos }) => upos === 'CCONJ' || upos === 'PUNCT')) nonFinite.splice(k, 1)
  }
  const content = nonFinite.filter((i) => !isAux(i))
  const main =
    content[0] ?? (nonFinite.length > 0 && isVerb(readings[nonFinite[0]!]!) ? nonFinite[0]! : finite)
  const reading = readings[main]!
  let lemma = reading.lemma
  if (prefix !== -1 && main === finite) lemma = lower[prefix]! + lemma
  const auxiliaries = nonFinite.filter((i) => i !== main)
  const modals: string[] = []
  if (finite !== -1 && finite !== main && grammar.modals.has(readings[finite]!.lemma))
    modals.push(readings[finite]!.lemma)
  for (const i of auxiliaries.toReversed())
    if (grammar.modals.has(readings[i]!.lemma)) modals.push(readings[i]!.lemma)

  const lemmasOf = (list: readonly number[]): string[] => list.map((i) => readings[i]!.lemma)
  const others = lemmasOf(auxiliaries)
  const { have, be, become } = grammar.auxiliaries
  const outer = finite !== -1 && finite !== main ? readings[finite]!.lemma : null
  const isParticiple = reading.form === 'part'
  const werden = outer === become || others.includes(become)
  const sein = outer === be || others.includes(be)
  const passive =
    isParticiple &&
    werden &&
    !(outer === become && (others.includes(have) || others.includes(be)) && !others.includes(become))
  const motion = isParticiple && moves(reading.lemma, reading.candidates[0]?.prefix, grammar)
  const statal = isParticiple && !passive && sein && !motion && !others.includes(have) && outer !== have
  const voice = passive ? 'passive' : statal ? 'statal' : 'active'

  const finiteFeats = finiteReading?.feats ?? {}
  const past = finiteFeats.tense === 'past' && finiteReading?.mood === 'ind'
  const worden = auxiliaries.some((i) => lower[i] === grammar.passiveParticiple)
  const completed =
    others.includes(have) || (others.includes(be) && isParticiple && !statal && (motion || worden))
  let tense: VerbGroup['tense'] = null
  if (finite !== -1) {
    if (
      outer === become &&
      !(passive && !others.includes(become)) &&
      (reading.form === 'inf' || others.length > 0) &&
      finiteReading?.mood !== 'kon2'
    )
      tense = completed ? 'futurePerfect' : 'future'
    else if (outer === have && isParticiple) tense = past ? 'pluperfect' : 'perfect'
    else if (outer === have && reading.form === 'inf' && auxiliaries.length > 0)
      tense = past ? 'pluperfect' : 'perfect'
    else if (outer === be && isParticiple && (motion || worden)) tense = past ? 'pluperfect' : 'perfect'
    else if (completed) tense = 'perfect'
    else tense = past ? 'preterite' : 'present'
  } else if (completed) tense = 'perfect'
  const words = [
    ...(finite === -1 ? [] : [finite]),
    ...nonFinite,
    ...(prefix === -1 ? [] : [prefix]),
    ...(zu === -1 ? [] : [zu]),
  ].sort((a, b) => a - b)
  if (
    prefix !== -1 &&
    main === finite &&
    lexicon.lookup(lemma).length === 0 &&
    // „kritisierte weiter“: what may be an adverb is a prefix only of verbs that are listed.
    (!grammar.prefixes.has(lower[prefix]!) || readings[prefix]!.upos !== 'ADP')
  )
    lemma = reading.lemma
  return {
    finite: finite === -1 ? null : finite,
    words,
    lemma,
    main,
    tense,
    mood: finite === -1 ? null : (finiteReading?.mood ?? 'ind'),
    ambiguousMood: finiteReading?.ambiguousMood ?? false,
    voice,
    modals,
    negated,
  }
}
