/** Participles at a noun as candidates: „die zuvor gestoppte Militärhilfe“, „vom Parlament bewilligte Mittel“. */
import type { Cue } from '../../codebook/codebook.ts'
import { type Candidate, findBeside, fitsAbout, nounRegion, recipientsOf } from './candidate.ts'
import { extensionOf } from './extension.ts'
import { contentsOf } from './goods.ts'
import { fillRole } from './roles.ts'
import type { Participle, Scene } from './scene.ts'
import { nounSlot } from './slots.ts'
import type { TypedCue } from './vocabulary.ts'

/** „vom Parlament bewilligte Mittel“, „im Parlament feststeckende“: who does it stands between article and participle. */
const agentsBefore = (scene: Scene, from: number, to: number, cue: Cue, present: boolean): number[] => {
  const found = new Set<number>()
  const prepositions = present ? new Set(cue.roles.actors.flat()) : scene.rules.agentPrepositions
  for (let i = Math.max(0, from - 4); i < to; i++) {
    const phrase = scene.phraseOf[i]!
    const preposition = phrase < 0 ? null : scene.doc.phrase[phrase]!.preposition
    if (preposition !== null && prepositions.has(preposition)) found.add(phrase)
  }
  return [...found]
}

export const participleCandidate = (
  scene: Scene,
  word: number,
  { present }: Participle,
  { type, cue }: TypedCue,
): Candidate | null => {
  if (cue.negated || cue.reflexive || !(type.inherits || type.reverses)) return null
  // „die liefernden Staaten“ act themselves; „die feststeckende Hilfe“ does not.
  if (present && !cue.roles.object.flat().includes('subject')) return null
  const phrase = scene.phraseOf[word]!
  const clause = scene.clauseOf[word]!
  if (phrase < 0 || clause < 0) return null
  const { from, head } = scene.doc.phrase[phrase]!
  if (head <= word) return null
  // „der angekündigte Stopp“ is a stop, and no promise.
  const isOther = (other: TypedCue): boolean => other.type !== type && !cue.takes.includes(other.type.name)
  if (cue.takes.length > 0 && scene.vocabulary.nounCues(scene.doc.word[head]!).some(isOther)) return null
  const extension = extensionOf(scene, [phrase])
  const region = [...nounRegion(scene, head), ...extension.words]
  if (findBeside(scene, region, cue.beside) === null) return null
  const contents = contentsOf(scene, region)
  if (!fitsAbout(cue, contents)) return null
  const slotOf = (slot: string) => {
    if (slot === 'subject') return { phrases: [], modifiers: [] }
    if (slot === 'object') return { phrases: [], modifiers: [head] }
    return nounSlot(scene, head, slot)
  }
  const agents = agentsBefore(scene, from, word, cue, present)
  return {
    type,
    cue,
    form: 'participle',
    at: word,
    trigger: [word],
    clause,
    region,
    complements: [],
    actors:
      agents.length > 0
        ? fillRole(scene, [['agent'], ...cue.roles.actors], (slot) =>
            slot === 'agent' ? { phrases: agents, modifiers: [] } : slotOf(slot),
          )
        : fillRole(scene, cue.roles.actors, slotOf),
    recipients: recipientsOf(scene, cue, slotOf, extension),
    objects: [phrase],
    contents,
    wide: contents,
    silent: !cue.attributive,
    openActor: true,
    strangeRecipient: false,
  }
}
