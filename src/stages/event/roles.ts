/** The parties that fill a role: the phrases of its slots → „Kiew und Washington“ → Ukraine, USA. */
import type { SlotChoice } from '../../codebook/codebook.ts'
import { emptyParties, isAside, type Parties, partiesAmong } from './parties.ts'
import { coordinated, wordsUnder } from './phrases.ts'
import type { Scene } from './scene.ts'
import type { Filled } from './slots.ts'

/** „der Chiphersteller aus den USA“ binds no state. */
const isPrivate = (scene: Scene, phrase: number): boolean => {
  const head = scene.doc.word[scene.doc.phrase[phrase]!.head]!.lemma.toLowerCase()
  return scene.rules.privateHeads.some((end) => head.endsWith(end))
}

const join = (a: Parties, b: Parties): Parties => ({
  parties: [...a.parties, ...b.parties.filter((p) => !a.parties.some((q) => q.country === p.country))],
  persons: [...new Set([...a.persons, ...b.persons])],
  stranger: a.stranger || b.stranger,
  bodies: [...new Set([...a.bodies, ...b.bodies])],
})

export interface RoleFill {
  readonly parties: Parties
  readonly phrases: readonly number[]
  readonly modifiers: readonly number[]
}

export const noFill: RoleFill = { parties: emptyParties, phrases: [], modifiers: [] }

/**
 * The first alternative that names a country; of those that take several slots together the one that names
 * most („zwischen“ both sides). Where none does, what strangers there are.
 */
export const fillRole = (scene: Scene, choice: SlotChoice, slotOf: (slot: string) => Filled): RoleFill => {
  let stranger: RoleFill = noFill
  let best: RoleFill | null = null
  for (const together of choice) {
    if (best !== null && together.length === 1) continue
    let parties = emptyParties
    const phrases: number[] = []
    const modifiers: number[] = []
    for (const slot of together) {
      const filled = slotOf(slot)
      for (const phrase of filled.phrases.flatMap((p) => coordinated(scene, p))) {
        if (isPrivate(scene, phrase)) {
          parties = join(parties, { ...emptyParties, stranger: true })
          continue
        }
        const found = partiesAmong(scene, wordsUnder(scene, phrase, isAside(scene)))
        if (found.parties.length > 0 || found.stranger) phrases.push(phrase)
        parties = join(parties, found)
      }
      if (filled.modifiers.length > 0) {
        const found = partiesAmong(scene, filled.modifiers)
        modifiers.push(...filled.modifiers)
        parties = join(parties, found)
      }
    }
    const fill = { parties, phrases, modifiers }
    if (parties.parties.length > (best?.parties.parties.length ?? 0)) {
      best = fill
      if (together.length === 1) break
    } else if (parties.stranger && stranger === noFill) stranger = fill
  }
  return best ?? stranger
}
