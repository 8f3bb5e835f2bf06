/** Nouns as candidates: „die Lieferung von Panzern an Kiew“, „das Treffen mit Washington“. */
import type { Cue } from '../../codebook/codebook.ts'
import { type Candidate, complementsOf, fitsAbout } from './candidate.ts'
import { type Contents, contentsOf } from './goods.ts'
import { clauseWords } from './phrases.ts'
import { fillRole } from './roles.ts'
import type { Scene } from './scene.ts'
import { nounSlot, verbSlot } from './slots.ts'
import type { TypedCue } from './vocabulary.ts'

/** „die Weigerung, das Gesetz zu verabschieden“: what is refused stands in the clause that follows the noun at once. */
const complementsBehind = (scene: Scene, clause: number, region: readonly number[]): readonly number[] => {
  const end = (region.at(-1) ?? -2) + 1
  return complementsOf(scene, clause).filter((child) => {
    const first = scene.doc.clause[child]!.parts[0]?.[0]
    return first === end || (first === end + 1 && scene.doc.word[end]!.kind === 'punctuation')
  })
}

/** „die Genehmigung durch andere Partner“: somebody does it who is not named. */
const hasAgent = (scene: Scene, word: number, cue: Cue): boolean =>
  [...scene.rules.agentPrepositions].some(
    (slot) => !cue.roles.object.flat().includes(slot) && nounSlot(scene, word, slot).phrases.length > 0,
  )

export const nounCandidate = (
  scene: Scene,
  word: number,
  near: readonly number[],
  own: Contents,
  { type, cue }: TypedCue,
): Candidate | null => {
  const clause = scene.clauseOf[word]!
  if (clause < 0) return null
  const complements = cue.takes.length > 0 ? complementsBehind(scene, clause, near) : []
  const region =
    complements.length === 0
      ? near
      : [...near, ...complements.flatMap((c) => clauseWords(scene.doc.clause[c]!))]
  const contents = complements.length === 0 ? own : contentsOf(scene, region)
  if (!fitsAbout(cue, contents)) return null
  // The subject of the clause is a noun's actor only where the cue says so, or a verb carries the noun.
  const verb = scene.verbs[clause]!
  const carried = verb !== null && scene.rules.supportVerbs.has(verb.lemma)
  const phrase = scene.phraseOf[word]!
  const isObject = phrase >= 0 && scene.doc.phrase[phrase]!.role !== 'subject'
  // „Die Angriffe haben in der Ukraine Menschen getötet“: what a bare noun lacks its clause may have.
  const ofNoun = (slot: string) => {
    const filled = nounSlot(scene, word, slot)
    const reaches =
      cue.bare &&
      filled.phrases.length === 0 &&
      filled.modifiers.length === 0 &&
      slot.startsWith(scene.rules.placePreposition)
    return reaches ? verbSlot(scene, clause, slot) : filled
  }
  const slotOf = (slot: string) =>
    (slot === 'subject' || slot === 'indirect') && !(carried && isObject) && !cue.bare
      ? { phrases: [], modifiers: [] }
      : ofNoun(slot)
  let actors = fillRole(scene, cue.roles.actors, slotOf)
  if (actors.parties.parties.length === 0 && carried && isObject)
    actors = fillRole(scene, [['subject']], slotOf)
  return {
    type,
    cue,
    form: 'noun',
    at: word,
    trigger: [word],
    clause,
    region,
    complements,
    actors,
    recipients: fillRole(scene, cue.roles.recipients, slotOf),
    objects: [],
    contents,
    wide: cue.bare ? contentsOf(scene, clauseWords(scene.doc.clause[clause]!)) : contents,
    silent: false,
    openActor: !actors.parties.stranger && !hasAgent(scene, word, cue),
    strangeRecipient: false,
  }
}
