import type { Speaker, Word } from '../../core/layers.ts'
import { type SpeakerWords, spanOf } from './phrase.ts'
import type { Scene } from './scene.ts'

const articles = /^(?:der|die|das|den|dem|des|ein|eine|einer|einem|einen|eines)\s+/iu

/**
 * Who is meant by the words: the coreferent mention on their head, a person named in them, or the words
 * themselves with the country that they name.
 */
export const resolve = (scene: Scene, words: SpeakerWords): Speaker | null => {
  const { mentions, words: all } = scene
  const head = all[words.head]!
  // „ihrer Ansicht nach“: whose it is; but „ihr Sprecher Jan Berg“ speaks himself.
  if (isPossessive(scene, words.from) && !namesPerson(scene, words)) {
    const holder = mentions[scene.mentionAt[words.from]!]
    if (holder === undefined) return null
    return { name: holder.name, id: holder.id, country: holder.country, ...spanOf(scene, words) }
  }
  const span = spanOf(scene, words)
  let onHead = -1
  let person = -1
  let inside = -1
  for (let at = words.from; at < words.to; at++) {
    const index = scene.mentionAt[at]!
    if (index < 0) continue
    const mention = mentions[index]!
    if (mention.start <= head.start && mention.end >= head.end) {
      if (onHead < 0 || mention.form === 'name') onHead = index
    } else if (mention.type === 'PER' && mention.form === 'name' && mention.end <= span.end && person < 0)
      person = index
    if (inside < 0 && mention.country !== null) inside = index
  }
  // „drohte Trump Russland“: the first of two bare names speaks, to the second.
  const first = mentions[scene.mentionAt[words.from]!]
  const second = onHead >= 0 ? mentions[onHead]! : undefined
  if (
    first?.form === 'name' &&
    first.type === 'PER' &&
    second?.form === 'name' &&
    second.type === 'LOC' &&
    second.start > first.end
  )
    return { name: first.name, id: first.id, country: first.country, start: first.start, end: first.end }
  // „der ukrainische Präsident Wolodymyr Selenskyj“: the name says more than the office before it.
  const owner = ownerOf(scene, words)
  if (owner !== null)
    return { name: owner, id: null, country: inside >= 0 ? mentions[inside]!.country : null, ...span }
  const chosen = onHead >= 0 && !(mentions[onHead]!.form === 'description' && person >= 0) ? onHead : person
  if (chosen >= 0) {
    const mention = mentions[chosen]!
    const country = mention.country ?? (inside >= 0 ? mentions[inside]!.country : null)
    return { name: mention.name, id: mention.id, country, ...span }
  }
  if (head.upos === 'PRON') return null
  // „…, erläuterte dieser“: the one named last.
  if (words.to - words.from === 1 && head.feats.pronType === 'dem') {
    const meant = personBefore(scene, words.from)
    return meant === null ? null : { ...meant, ...span }
  }
  return {
    name: nameOf(scene, words),
    id: null,
    country: inside >= 0 ? mentions[inside]!.country : null,
    ...span,
  }
}

/**
 * The words as a name: without article, in the nominative. „Angaben von“ only says that somebody speaks.
 *
 *     (nach) Medienberichten → Medienberichte      (nach) Angaben von Beobachtern → Beobachter
 */
const nameOf = (scene: Scene, { from, to, head }: SpeakerWords): string => {
  const { words, text, rules } = scene
  let first = head
  const isAttribute = ({ upos, text: form, feats }: Word): boolean =>
    upos === 'ADJ' ||
    upos === 'NUM' ||
    (upos === 'DET' && feats.pronType !== 'poss' && !articles.test(`${form} `))
  while (first > from && isAttribute(words[first - 1]!)) first--
  const before = words.slice(from, first)
  const carries = before.every(({ upos, lemma }) =>
    upos !== 'NOUN' ? upos === 'DET' || upos === 'ADP' || upos === 'ADJ' : rules.sources.has(lemma),
  )
  if (words[head]!.upos !== 'NOUN' || !carries)
    return text.slice(words[from]!.start, words[to - 1]!.end).replace(articles, '')
  const named = scene.nominative(words.slice(first, head), words[head]!).join(' ')
  return named + text.slice(words[head]!.end, words[to - 1]!.end)
}

export const namesPerson = (scene: Scene, { from, to }: SpeakerWords): boolean => {
  for (let at = from + 1; at < to; at++) if (scene.mentions[scene.mentionAt[at]!]?.type === 'PER') return true
  return false
}

export const isPossessive = (scene: Scene, at: number): boolean =>
  scene.words[at]!.feats.pronType === 'poss' || scene.rules.possessives.has(scene.lower[at]!)

/** „Kremlangaben“ are the Kreml's: the front of a compound that only names a source. */
const ownerOf = (scene: Scene, { from, to, head }: SpeakerWords): string | null => {
  if (to - from > 2) return null
  const { text, parts } = scene.words[head]!
  const lower = scene.lower[head]!
  const ending = scene.rules.ownedEndings.find((one) => lower.endsWith(one) && lower.length > one.length + 2)
  if (ending === undefined) return null
  const front = text.slice(0, -ending.length).replace(/-$/u, '')
  const joint = front.endsWith('s') && parts[0] === front.slice(0, -1).toLowerCase()
  return joint ? front.slice(0, -1) : front
}

/** How far back a pronoun that nobody resolved may reach, in words. */
const pronounReach = 80

/** The person named last before a word; whom a pronoun means that the mentions left open. */
export const personBefore = (scene: Scene, word: number): Speaker | null => {
  for (let at = word - 1; at >= 0 && at > word - pronounReach; at--) {
    const mention = scene.mentions[scene.mentionAt[at]!]
    if (mention?.type === 'PER' && mention.form === 'name')
      return {
        name: mention.name,
        id: mention.id,
        country: mention.country,
        start: mention.start,
        end: mention.end,
      }
  }
  return null
}
