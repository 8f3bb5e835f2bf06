/** What a cue needs to hold: „two-parties“ at „trafen sich“ fails where only one country is named. */
import type { CompiledCodebook, Need } from '../../codebook/codebook.ts'
import type { Party } from '../../core/layers.ts'
import type { Candidate } from './candidate.ts'
import type { Scene } from './scene.ts'
import { countriesOf, type Told } from './told.ts'

/** Tenses of what is done when it is told of. */
const doneTenses: ReadonlySet<string | null> = new Set(['preterite', 'perfect', 'pluperfect'])

export const holds = (
  need: Need,
  codebook: CompiledCodebook,
  told: { actors: readonly Party[]; recipients: readonly Party[]; taken: readonly Told[] },
  candidate: Candidate,
  scene: Scene,
): boolean => {
  const countries = countriesOf(told.actors, told.recipients)
  switch (need) {
    case 'actor':
      return countriesOf(told.actors).size > 0
    case 'recipient':
      return countriesOf(told.recipients).size > 0
    case 'named-recipient':
      return countriesOf(candidate.recipients.parties.parties).size > 0
    case 'party':
      return countries.size > 0
    case 'two-parties':
      return countries.size > 1
    case 'complement':
      // „bestätigte, dass sie geliefert worden seien“ promises nothing: it is done.
      return told.taken.some((act) => !doneTenses.has(scene.verbs[act.candidate.clause]?.tense ?? null))
    case 'goods':
      return candidate.contents.goods.some(
        (name) =>
          countries.size > 1 || told.recipients.length > 0 || codebook.goods.get(name)?.everyday === false,
      )
    default:
      return candidate.wide.classes.has(need.slice('class:'.length))
  }
}
