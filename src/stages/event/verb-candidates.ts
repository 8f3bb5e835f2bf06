/** Verbs as candidates: „Berlin sagt Kiew Hilfe zu“, „die Hilfe wurde Kiew zugesagt“. */
import type { Cue } from '../../codebook/codebook.ts'
import type { Clause, NounPhrase, VerbGroup } from '../../core/layers.ts'
import {
  type Candidate,
  complementsOf,
  findBeside,
  fitsAbout,
  has,
  lower,
  recipientsOf,
} from './candidate.ts'
import { extensionOf } from './extension.ts'
import { contentsOf } from './goods.ts'
import { clauseWords, wordsUnder } from './phrases.ts'
import { fillRole, noFill, type RoleFill } from './roles.ts'
import type { Scene } from './scene.ts'
import { verbSlot, withSupporters } from './slots.ts'
import { subjectOf } from './subjects.ts'
import {
  actorBehind,
  actsNot,
  hasStrangeRecipient,
  isForOthers,
  openSubject,
  wordsMeant,
} from './verb-parties.ts'
import type { TypedCue } from './vocabulary.ts'

/** Phrases that only tell when, why or in whose presence. */
const isAsidePhrase =
  (scene: Scene) =>
  (phrase: NounPhrase): boolean =>
    phrase.preposition !== null && scene.rules.asides.has(phrase.preposition)

/** The words of a clause that may hold what the act is about: without asides, without an active subject. */
const regionOf = (scene: Scene, clauseIndex: number, slots: ReadonlySet<string>): number[] => {
  const clause = scene.doc.clause[clauseIndex]!
  const { phrase: phrases } = scene.doc
  const left = new Set<number>()
  for (const p of clause.phrases) {
    const phrase = phrases[p]!
    if (phrase.governor === null && isAsidePhrase(scene)(phrase) && !slots.has(phrase.preposition!)) {
      for (const i of wordsUnder(scene, p)) left.add(i)
    }
  }
  const voice = scene.verbs[clauseIndex]?.voice
  const passive = voice === 'passive' || voice === 'statal'
  if (!passive && !slots.has('subject') && clause.subject !== null) {
    for (const i of wordsUnder(scene, clause.subject)) left.add(i)
  }
  return clauseWords(clause).filter((i) => !left.has(i))
}

/** „für ein Paket für Moldau“: of two phrases with one preposition the object is that on which the other hangs. */
const holderOf = (scene: Scene, phrase: number): number => {
  const { governor, preposition } = scene.doc.phrase[phrase]!
  const isHeld = governor !== null && preposition !== null
  return isHeld && scene.doc.phrase[governor]!.preposition === preposition ? governor : phrase
}

const objectSlots = (cue: Cue): ReadonlySet<string> =>
  new Set(cue.roles.object.flat().map((slot) => slot.split('/')[0]!))

const isNegated = (scene: Scene, clause: Clause): boolean =>
  clause.verb?.negated === true || clauseWords(clause).some((i) => scene.rules.negations.has(lower(scene, i)))

const isReflexive = (scene: Scene, phrase: number): boolean => {
  const { preposition, head, role } = scene.doc.phrase[phrase]!
  return preposition === null && role !== 'indirect' && scene.rules.reflexives.has(lower(scene, head))
}

const sameCountries = (a: RoleFill, b: RoleFill): boolean =>
  a.parties.parties.length > 0 &&
  a.parties.parties.every((p) => b.parties.parties.some((q) => q.country === p.country))

/** „es gibt“, „gibt es“ */
const isExistential = (scene: Scene, clause: Clause, verb: VerbGroup): boolean =>
  scene.rules.existentialVerbs.has(verb.lemma) &&
  clauseWords(clause).some((i) => scene.rules.expletives.has(lower(scene, i)))

/**
 * Verbs that share the auxiliary of the one that carries the group.
 *
 *     hat mit dem Präsidenten telefoniert und ihn um Waffen gebeten
 *                                                           ^^^^^^^
 */
export const joinedVerbs = (scene: Scene, verb: VerbGroup): readonly { lemma: string; main: number }[] =>
  verb.words.flatMap((i) => {
    const { upos, feats, lemma } = scene.doc.word[i]!
    const full = upos === 'VERB' && (feats.verbForm === 'part2' || feats.verbForm === 'inf')
    return full && i !== verb.main && lemma !== verb.lemma ? [{ lemma, main: i }] : []
  })

/** What stands before the verb that it shares the auxiliary with is not its own: from after one to the next. */
const stretchOf = (scene: Scene, verb: VerbGroup, main: number): readonly [number, number] => {
  const joined = joinedVerbs(scene, verb).map((other) => other.main)
  if (joined.length === 0) return [-1, Number.POSITIVE_INFINITY]
  const mains = [verb.main, ...joined].sort((a, b) => a - b)
  const at = mains.indexOf(main)
  return [mains[at - 1] ?? -1, at === mains.length - 1 ? Number.POSITIVE_INFINITY : main]
}

export const verbCandidate = (
  scene: Scene,
  clauseIndex: number,
  main: number,
  { type, cue }: TypedCue,
): Candidate | null => {
  const clause = scene.doc.clause[clauseIndex]!
  const verb = scene.verbs[clauseIndex]!
  const own = clauseWords(clause)
  const beside = findBeside(scene, own, cue.beside)
  if (beside === null) return null
  if (cue.reflexive && !own.some((i) => scene.rules.reflexives.has(lower(scene, i)))) return null
  if (cue.negated && !isNegated(scene, clause)) return null
  if (cue.affirmative && isNegated(scene, clause)) return null
  if (!cue.passive && verb.voice !== 'active') return null
  if (cue.notSubject.length > 0) {
    const subject = subjectOf(scene, clauseIndex)
    const { head } = subject === null ? { head: main } : scene.doc.phrase[subject]!
    if (cue.notSubject.some(has(contentsOf(scene, [head])))) return null
  }
  // „rüsten uns selbst aus“: nobody else gets it.
  const toSelf = !cue.reflexive && cue.roles.recipients.flat().includes('object')
  if (toSelf && clause.phrases.some((p) => isReflexive(scene, p))) return null
  const complements = cue.takes.length > 0 ? complementsOf(scene, clauseIndex) : []
  const [first, last] = stretchOf(scene, verb, main)
  const slotOf = (slot: string) => verbSlot(scene, clauseIndex, slot)
  const filled =
    cue.roles.object
      .map((together) => together.flatMap((slot) => slotOf(slot).phrases))
      .find((list) => list.length > 0) ?? []
  const objects = filled.map((p) => holderOf(scene, p))
  if (cue.alone && (objects.length > 0 || complementsOf(scene, clauseIndex).length > 0)) return null
  const extension = extensionOf(scene, objects)
  const region = [
    ...regionOf(scene, clauseIndex, objectSlots(cue)).filter((i) => i > first && i <= last),
    ...extension.words,
    ...complements.flatMap((c) => clauseWords(scene.doc.clause[c]!)),
  ]
  const narrow = contentsOf(scene, region)
  // A chunk that swallowed the object into the subject („schickt Griechenland Rettungsteams“).
  const holdsThing = narrow.goods.length > 0 || narrow.classes.size > 0
  const contents =
    holdsThing || Number.isFinite(last)
      ? narrow
      : contentsOf(scene, [...own, ...region, ...wordsMeant(scene, clauseIndex)])
  if (!fitsAbout(cue, contents)) return null
  // „ausbilden“: the act itself is what is given.
  const goods = [...new Set([...contents.goods, ...scene.vocabulary.goodsOfVerb(cue.word)])]
  const inSubject = cue.roles.actors.flat().includes('subject') && verb.voice === 'active'
  let actors = fillRole(scene, cue.roles.actors, (slot) =>
    slot === 'subject' && type.inherits !== null
      ? withSupporters(scene, clauseIndex, slotOf(slot))
      : slotOf(slot),
  )
  if ((actors.parties.parties.length === 0 || actsNot(scene, clause.subject)) && verb.voice === 'active')
    actors = actorBehind(scene, clauseIndex, cue) ?? actors
  // „Israels Botschafter nannte den Schritt Washingtons …“: whose the doer is says nothing of who gets it.
  const ofDoer = (p: number): boolean =>
    inSubject && clause.subject !== null && scene.doc.phrase[p]!.governor === clause.subject
  const recipients = recipientsOf(
    scene,
    cue,
    (slot) => {
      const filled = slotOf(slot)
      return slot === 'genitive' ? { ...filled, phrases: filled.phrases.filter((p) => !ofDoer(p)) } : filled
    },
    extension,
  )
  // „es gibt Streit“: nobody gives.
  const givenTo = fillRole(scene, [['indirect']], slotOf).parties.parties
  if (givenTo.length === 0 && isExistential(scene, clause, verb)) return null
  // „Ukrainische Soldaten werden ausgebildet“: an adjective at those who get it does not say who gives.
  if (actors.phrases.length === 0 && sameCountries(actors, recipients)) actors = noFill
  return {
    type,
    cue,
    form: 'verb',
    at: main,
    trigger: [...new Set([...verb.words, ...beside])].sort((a, b) => a - b),
    clause: clauseIndex,
    region,
    complements,
    actors,
    recipients,
    objects,
    contents: { ...contents, goods },
    wide: { ...contents, goods },
    silent: false,
    openActor: actors.parties.stranger ? false : openSubject(scene, clauseIndex, cue),
    strangeRecipient:
      recipients.parties.parties.length === 0 &&
      (recipients.parties.stranger ||
        isForOthers(scene, region) ||
        hasStrangeRecipient(scene, clauseIndex, cue)),
  }
}
