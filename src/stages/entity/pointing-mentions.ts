/** Words that point back without naming: „das Land“, „beide Länder“, pronouns, „man“. */
import type { Sentence } from '../../core/layers.ts'
import { countryEntity } from './entities.ts'
import type { MentionScene } from './mention-scene.ts'
import { determinerBefore } from './noun-context.ts'

const mentionCountryNoun = (scene: MentionScene, at: number, noun: 'same' | 'other'): void => {
  const { table, rules, salience } = scene
  const actor = noun === 'other' ? (salience.actorBefore(at)?.country ?? null) : null
  const country = salience.latestCountry(at, actor)?.country ?? null
  if (country !== null)
    scene.say(countryEntity(table, rules, country), scene.span(at), 'description', 'entity/country-noun')
}

/** The two countries that acted last, the earlier one first. */
const mentionBoth = (scene: MentionScene, at: number): void => {
  const { table, rules, salience } = scene
  const latest = (not: string | null) =>
    salience.latestCountry(at, not, true) ?? salience.latestCountry(at, not)
  const first = latest(null)
  const second = first === null ? null : latest(first.country)
  if (first === null || second === null) return
  for (const { country } of [second, first])
    scene.say(countryEntity(table, rules, country!), scene.span(at), 'description', 'entity/both')
}

export const mentionPointer = (scene: MentionScene, at: number, lower: string, sentence: Sentence): void => {
  const { words, rules, salience } = scene
  const noun = rules.words.countryNouns.get(lower)
  if (noun !== undefined && determinerBefore(words, at, sentence, rules) === 'definite') {
    mentionCountryNoun(scene, at, noun)
    return
  }
  if (
    rules.words.pairNouns.has(lower) &&
    rules.words.pairWords.has(words[at - 1]?.text.toLowerCase() ?? '')
  ) {
    mentionBoth(scene, at)
    return
  }
  const genders = rules.words.pronouns.get(lower)
  if (genders !== undefined) {
    const { number } = words[at]!.feats
    const wanted = genders.filter((one) =>
      number === undefined || genders.length === 1 ? true : (one === 'p') === (number === 'plur'),
    )
    const known = salience.antecedent(at, wanted)
    if (known !== null) scene.say(known, scene.span(at), 'pronoun', 'entity/pronoun')
    return
  }
  if (rules.words.impersonal.has(lower)) {
    const known = salience.speaker(at)
    if (known !== null) scene.say(known, scene.span(at), 'pronoun', 'entity/man')
  }
}
