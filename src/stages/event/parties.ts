/** The parties that some words name: „die Regierung in Kiew und Washington“ → Ukraine, USA. */
import type { Mention, NounPhrase, Party } from '../../core/layers.ts'
import { wordAt, wordsUnder } from './phrases.ts'
import type { Scene } from './scene.ts'

export interface Parties {
  readonly parties: readonly Party[]
  readonly persons: readonly string[]
  /** Somebody stands there, but no country: a company, a club. */
  readonly stranger: boolean
  /** Names of bodies that stand there and belong to no country: „Währungsfonds“. */
  readonly bodies: readonly string[]
}

export const emptyParties: Parties = { parties: [], persons: [], stranger: false, bodies: [] }

/** True where a person of another country stands at once behind the compound that a mention is part of. */
const holdsOffice = (scene: Scene, part: Mention): boolean => {
  const next = wordAt(scene, part.start) + 1
  return (scene.mentionsAt[next] ?? []).some(
    (m) => m.type === 'PER' && m.country !== null && m.country !== part.country,
  )
}

/** „des russischen Sicherheitsrats“: the adjective at once before a body says whose it is. */
const isNational = (body: Mention, mentions: readonly Mention[]): boolean =>
  body.type === 'ORG' &&
  body.form === 'name' &&
  mentions.some(
    (m) =>
      m.form === 'adjective' &&
      m.country !== null &&
      m.country !== body.country &&
      m.end < body.start &&
      body.start - m.end <= 1,
  )

/** „der deutsche Regisseur“, and „er“ for him: whoever acts for himself binds no state. */
const isPrivate = (scene: Scene, { form, start, name }: Mention): boolean => {
  if (form === 'name' || form === 'part') return false
  const at = wordAt(scene, start) + 1
  const head = form === 'adjective' ? scene.doc.word[at]?.lemma : name
  return head !== undefined && scene.rules.privateHeads.some((end) => head.toLowerCase().endsWith(end))
}

/** The parties named by some words. A name wins over a bare compound part of the same phrase. */
export const partiesAmong = (scene: Scene, members: readonly number[]): Parties => {
  const seen = new Set<Mention>()
  for (const i of members) for (const mention of scene.mentionsAt[i]!) seen.add(mention)
  const mentions = [...seen].filter((m) => !isPrivate(scene, m))
  const offices = mentions.filter((m) => m.form === 'part' && m.country !== null && holdsOffice(scene, m))
  // „EU-Kommissionspräsidentin Ursula von der Leyen“: the office says for whom she acts.
  const whole = (
    offices.length > 0
      ? [...mentions.filter((m) => m.form !== 'part' && m.type !== 'PER'), ...offices]
      : mentions.filter((m) => m.form !== 'part')
  ).filter((m) => !isNational(m, mentions))
  const named = whole.some((m) => m.country !== null) ? whole : mentions
  // „dem Land Ghana“: the name says which land.
  const useful = named.some((m) => m.country !== null && m.form === 'name')
    ? named.filter((m) => m.form !== 'description' && m.form !== 'pronoun')
    : named
  const parties = new Map<string, Party>()
  for (const mention of useful) {
    if (mention.country === null) continue
    // A mention inside a longer one („Ukraine“ in „Außenministerium der Ukraine“) says nothing of its own.
    if (
      useful.some(
        (o) =>
          o !== mention &&
          o.start <= mention.start &&
          mention.end <= o.end &&
          o.end - o.start > mention.end - mention.start &&
          o.country !== null,
      )
    )
      continue
    if (!parties.has(mention.country))
      parties.set(mention.country, { name: mention.name, country: mention.country })
  }
  const persons = [...new Set(useful.filter((m) => m.type === 'PER').map((m) => m.name))]
  const strangers = useful.filter((m) => m.country === null && (m.type === 'ORG' || m.type === 'PER'))
  return {
    parties: [...parties.values()],
    persons,
    stranger: parties.size === 0 && strangers.length > 0,
    bodies: [...new Set(strangers.filter((m) => m.type === 'ORG').map((m) => m.name))],
  }
}

/**
 * Leaves the circumstances of a party out: „der Botschafter in Berlin“, „dem von der Nato gelenkten Programm“. Where
 * people are says whose help it is, where they are from does not: „Flüchtlinge aus Mali in Ghana“.
 */
export const isAside = (scene: Scene) => (phrase: NounPhrase, under: NounPhrase) => {
  if (phrase.preposition === null) return false
  if (scene.rules.people.has(scene.doc.word[under.to - 1]!.lemma.toLowerCase()))
    return !scene.rules.placePrepositions.has(phrase.preposition)
  return !scene.rules.genitivePrepositions.has(phrase.preposition) || phrase.head < under.head
}

export const namesParty = (scene: Scene, phrase: number): boolean =>
  partiesAmong(scene, wordsUnder(scene, phrase, isAside(scene))).parties.length > 0
