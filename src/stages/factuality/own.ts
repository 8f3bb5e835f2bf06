/** What the words of a clause say themselves: tense, mood, modal verb, adverb, negation, time. The first rule that applies. */
import type { Clause, VerbGroup } from '../../core/layers.ts'
import { type ClauseScene, type Form, isPast } from './clause-scene.ts'
import { type Verdict, verdict } from './judgement.ts'
import { negationOf } from './negation.ts'
import { isAhead } from './when.ts'

/** A clause with a verb, and what several rules ask of it. */
interface View {
  readonly scene: ClauseScene
  readonly index: number
  readonly clause: Clause
  readonly verb: VerbGroup
  readonly forms: readonly Form[]
  readonly past: boolean
  /** The word that opens it: its introducer, else its first. */
  readonly opener: Form | undefined
  /** „Immer wenn der Fluss anschwoll, zogen sie fort“: the condition took place. */
  readonly whenever: boolean
  readonly negation: number | null
  /** The first adverb of certainty. */
  readonly adverb: Form | undefined
}

export const judgeOwn = (scene: ClauseScene, index: number): Verdict => {
  const clause = scene.clauses[index]!
  const { verb } = clause
  if (verb === null) return verdict('actual', 'no-verb')
  const view = viewOf(scene, index, clause, verb)
  for (const rule of rules) {
    const found = rule(view)
    if (found !== null) return found
  }
  return verdict('actual', 'default')
}

const viewOf = (scene: ClauseScene, index: number, clause: Clause, verb: VerbGroup): View => {
  const forms = scene.forms(index)
  const { introducer } = clause
  const opener = introducer === null ? forms[0] : { at: introducer, lower: scene.lower(introducer) }
  const above = clause.parent === null ? null : scene.clauses[clause.parent]!.verb
  const past = isPast(verb)
  return {
    scene,
    index,
    clause,
    verb,
    forms,
    past,
    opener,
    whenever:
      past &&
      above !== null &&
      above.mood === 'ind' &&
      isPast(above) &&
      scene.rules.whenever.has(opener?.lower ?? ''),
    negation: negationOf(scene, index),
    adverb: forms.find(({ lower }) => scene.rules.adverbs.has(lower)),
  }
}

type Rule = (view: View) => Verdict | null

/** „Hätte die Bank gewarnt, hätten Anleger verkauft“, „Ohne das Veto wäre das Geld geflossen“: none took place. */
const counterfactual: Rule = ({ scene, index, clause, verb, forms }) => {
  const unreal = verb.mood === 'kon2' && isPast(verb) && verb.modals.length === 0
  if (!unreal) return null
  const hangs = clause.conditional || scene.hasCondition(index)
  const without = forms.some(({ lower }) => scene.rules.otherwise.has(lower))
  return hangs || without || scene.hasConcession(index)
    ? verdict('denied', 'counterfactual', verb.finite)
    : null
}

/** „Wenn die Frist verstreicht, …“, „vorausgesetzt, das Parlament stimmt zu“ */
const condition: Rule = ({ scene, index, clause, whenever, opener }) => {
  if (scene.isProviso(index)) return verdict('possible', 'proviso')
  if (!clause.conditional || whenever) return null
  // „Auch wenn es dauert“ grants it, „selbst wenn es dauert“ leaves it open.
  if (scene.isGranted(index) && clause.verb?.mood === 'ind') return null
  return verdict('possible', 'condition', opener?.at ?? null)
}

/** „… warum die Ampel ausfiel“: only the reason is asked for. */
const question: Rule = ({ clause, past }) =>
  clause.question && !(clause.kind === 'subordinate' && past) ? verdict('possible', 'question') : null

/** „um … zu“, „damit“, „ohne … zu“, „ob“, „bis er kommt“ */
const introduced: Rule = ({ scene, index, clause, opener, whenever, past, negation, verb, forms }) => {
  if (opener === undefined) return null
  const { introducers, nearly, untilIntroducers } = scene.rules
  const value = clause.kind !== 'main' ? introducers.get(opener.lower) : undefined
  const isOpen = value === 'possible' || (clause.kind === 'main' && scene.rules.asking.has(opener.lower))
  if (!whenever && !scene.isGranted(index)) {
    if (value === 'denied') return verdict('denied', 'introducer', opener.at)
    if (isOpen) return verdict('possible', 'introducer', opener.at)
  }
  if (verb.mood === 'kon2' && verb.tense !== 'present' && forms.some(({ lower }) => nearly.has(lower)))
    return verdict('denied', 'nearly', verb.finite)
  if (value === 'planned') return verdict(negation === null ? 'planned' : 'denied', 'purpose', opener.at)
  return value === undefined && !past && clause.kind === 'subordinate' && untilIntroducers.has(opener.lower)
    ? verdict('planned', 'until', opener.at)
    : null
}

/** „Geben Sie die Archive frei!“ */
const imperative: Rule = ({ scene, clause, verb, forms }) => {
  const last = scene.sentences[clause.sentence]
  const exclaims =
    clause.kind === 'main' &&
    verb.finite !== null &&
    verb.finite === forms[0]?.at &&
    last !== undefined &&
    scene.words[last.to - 1]?.text === '!'
  return verb.mood === 'imp' || exclaims ? verdict('possible', 'imperative', verb.finite) : null
}

/** „kommt nicht“; „könnten nicht mehr liefern“ and „kommt vermutlich nicht“ leave it open. */
const denied: Rule = ({ scene, verb, negation, adverb }) => {
  const { rules } = scene
  const certainty = adverb === undefined ? null : rules.adverbs.get(adverb.lower)!
  if (negation !== null) {
    const modal = verb.modals[0]
    const mayFail =
      verb.mood === 'kon2' &&
      modal !== undefined &&
      rules.modals.get(modal)?.subjunctive === 'possible' &&
      !rules.advising.has(modal)
    if (mayFail) return verdict('possible', 'open-denial', verb.finite)
    if (certainty === 'possible') return verdict('possible', 'open-denial', adverb!.at)
    return verdict('denied', 'negation', negation)
  }
  return certainty === 'denied' ? verdict('denied', 'adverb', adverb!.at) : null
}

/** „soll liefern“, „könnte liefern“, „soll geliefert haben“ */
const modal: Rule = ({ scene, index, verb, forms, adverb }) => {
  const { rules } = scene
  const lemma = verb.modals[0]
  const sense = lemma === undefined ? undefined : rules.modals.get(lemma)
  if (sense === undefined || lemma === undefined) return null
  const advises =
    rules.advising.has(lemma) &&
    verb.tense === 'preterite' &&
    forms.some(({ lower }) => rules.advice.has(lower))
  if (advises) return verdict('possible', 'advice', verb.finite)
  // „soll einsturzgefährdet sein“ is told of today; „soll 2027 fertig sein“ is not.
  const isState = (rules.states.has(verb.lemma) || verb.voice === 'statal') && scene.times(index).length === 0
  if (isState && rules.hearsay.has(lemma) && verb.tense === 'present' && verb.mood === 'ind')
    return verdict('actual', 'hearsay', verb.finite)
  // The preterite of sollen and wollen looks like the subjunctive and is told by the time it is set in.
  const perfect = verb.tense === 'perfect' || verb.tense === 'futurePerfect'
  const value =
    verb.mood === 'kon2'
      ? sense.subjunctive
      : perfect && (lemma !== rules.claiming || verb.mood === 'ind')
        ? sense.perfect
        : verb.tense === 'preterite' || verb.tense === 'pluperfect'
          ? sense.past
          : sense.present
  if (value === 'planned' && scene.hasCondition(index)) return verdict('possible', 'consequent')
  return value !== 'actual' || adverb === undefined ? verdict(value, 'modal', verb.finite) : null
}

/** „kommt vielleicht“ */
const perhaps: Rule = ({ scene, adverb }) =>
  adverb !== undefined && scene.rules.adverbs.get(adverb.lower) === 'possible'
    ? verdict('possible', 'adverb', adverb.at)
    : null

/** „…, verfällt der Zuschuss“ */
const consequent: Rule = ({ scene, index, verb, past }) =>
  scene.hasCondition(index) && (!past || verb.mood === 'kon2') ? verdict('possible', 'consequent') : null

/** „wäre“, „würde kommen“; in reported speech the second subjunctive stands in for the first. */
const subjunctive: Rule = ({ scene, index, verb, forms }) => {
  if (verb.mood !== 'kon2') return null
  const without = forms.some(({ lower }) => scene.rules.otherwise.has(lower))
  return scene.isReported(index) && !without ? null : verdict('possible', 'subjunctive', verb.finite)
}

/** „wird kommen“, „kommt voraussichtlich“, „kommt am Dienstag“, „steht bevor“ */
const ahead: Rule = ({ scene, index, verb, past, forms, adverb }) => {
  const { rules } = scene
  if (verb.tense === 'future') return verdict('planned', 'future', verb.finite)
  if (verb.tense === 'futurePerfect') return verdict('possible', 'future-perfect', verb.finite)
  if (past) return null
  if (adverb !== undefined && rules.adverbs.get(adverb.lower) === 'planned')
    return verdict('planned', 'adverb', adverb.at)
  if (scene.awaits(index)) return verdict('planned', 'awaiting')
  const pending = rules.pending.get(verb.lemma)
  if (pending && !scene.governs(index) && !forms.some(({ lower }) => rules.pendingWith.has(lower)))
    return verdict(pending, 'pending', verb.main)
  return verb.tense === 'present' && verb.voice !== 'statal' && isAhead(scene, index)
    ? verdict('planned', 'time-ahead')
    : null
}

const rules: readonly Rule[] = [
  counterfactual,
  condition,
  question,
  introduced,
  imperative,
  denied,
  modal,
  perhaps,
  consequent,
  subjunctive,
  ahead,
]
