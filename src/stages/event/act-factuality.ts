/** Whether an act has happened: „lieferte“ actual, „will liefern“ planned, „die geplante Lieferung“ planned. */
import type { Factuality } from '../../core/layers.ts'
import type { EventRules } from '../../lang/common/event.ts'
import type { Scene } from './scene.ts'
import type { Told } from './told.ts'

/** Reads the clause where no factuality layer says it: modal verbs, tense, negation. */
const clauseFactuality = (
  scene: Scene,
  clauseIndex: number,
): { factuality: Factuality; background: boolean } => {
  const given = scene.doc.factuality[clauseIndex]
  const verb = scene.verbs[clauseIndex] ?? null
  const { introducer, verb: seen } = scene.doc.clause[clauseIndex]!
  const ifWord =
    introducer !== null && scene.rules.conditions.has(scene.doc.word[introducer]!.text.toLowerCase())
  if (given?.factuality === 'actual' && ifWord) return { ...given, factuality: 'possible' }
  // This stage read a future where the one before saw a passive.
  if (given?.factuality === 'actual' && verb?.tense === 'future' && seen?.tense !== 'future')
    return { ...given, factuality: 'planned' }
  if (given !== undefined) return given
  if (verb?.negated) return { factuality: 'denied', background: false }
  const modal = verb?.modals
    .map((lemma) => scene.rules.modalFactuality.get(lemma))
    .find((f) => f !== undefined)
  if (modal !== undefined) return { factuality: modal, background: false }
  if (verb?.tense === 'future') return { factuality: 'planned', background: false }
  return { factuality: 'actual', background: verb?.tense === 'pluperfect' }
}

const stemmed = (text: string, rules: EventRules): Factuality | null => {
  const lower = text.toLowerCase()
  for (const ending of rules.adjectiveEndings) {
    if (!lower.endsWith(ending)) continue
    const found = rules.adjectiveFactuality.get(lower.slice(0, lower.length - ending.length))
    if (found !== undefined) return found
  }
  return null
}

/**
 * Factuality of the act itself. A noun takes that of its clause only where the verb says that it takes place;
 * „kritisierte den Lieferstopp nicht“ denies no stop.
 */
export const factualityOf = (scene: Scene, told: Told): { factuality: Factuality; background: boolean } => {
  const { candidate, announced } = told
  const { rules } = scene
  const clause = clauseFactuality(scene, candidate.clause)
  if (candidate.form === 'participle') return { factuality: 'actual', background: true }
  if (candidate.cue.factuality !== null && clause.factuality === 'actual')
    return { factuality: candidate.cue.factuality, background: clause.background }
  if (candidate.form === 'verb') {
    if (candidate.cue.negated && clause.factuality === 'denied') {
      // „wollen nicht mehr erfüllen“ is intended, „kann sich nicht einigen“ has happened.
      const intends = scene.verbs[candidate.clause]?.modals.some(
        (m) => rules.modalFactuality.get(m) === 'planned',
      )
      return { factuality: intends ? 'planned' : 'actual', background: clause.background }
    }
    if (announced && clause.factuality === 'actual')
      return { factuality: 'planned', background: clause.background }
    return clause
  }
  const phrase = scene.phraseOf[candidate.at]!
  if (phrase >= 0) {
    for (let i = scene.doc.phrase[phrase]!.from; i < candidate.at; i++) {
      const found = stemmed(scene.doc.word[i]!.text, rules)
      if (found !== null) return { factuality: found, background: clause.background }
    }
  }
  const verb = scene.verbs[candidate.clause] ?? null
  // „nach einer Reihe von Treffen“: the preposition may stand further up.
  let top = phrase
  for (let step = 0; step < 4 && top >= 0 && scene.doc.phrase[top]!.preposition === null; step++)
    top = scene.doc.phrase[top]!.governor ?? -1
  const preposition = top < 0 ? null : scene.doc.phrase[top]!.preposition
  if (preposition !== null && rules.pastPrepositions.has(preposition))
    return { factuality: 'actual', background: clause.background }
  if (announced) return { factuality: 'planned', background: clause.background }
  if (verb === null || rules.occurrenceVerbs.has(verb.lemma)) return clause
  // „bei einem Treffen forderte er …“ was the occasion; „forderte ein Treffen“ is what the verb says.
  const occasion = preposition !== null && rules.occasionPrepositions.has(preposition)
  const made = occasion ? undefined : rules.nounFactuality.get(verb.lemma)
  if (made !== undefined && clause.factuality !== 'denied')
    return { factuality: made, background: clause.background }
  return {
    factuality: clause.factuality === 'denied' ? 'actual' : clause.factuality,
    background: clause.background,
  }
}
