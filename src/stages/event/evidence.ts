/**
 * What is quoted for an event: its evidence and its place.
 *
 *     Am Montag [lieferte Berlin der Ukraine die letzten neun Panzer]
 */
import type { Span } from '../../core/span.ts'
import { clauseWords, wordsUnder } from './phrases.ts'
import type { Scene } from './scene.ts'
import type { Told } from './told.ts'

export const spanOf = (scene: Scene, members: readonly number[]): Span => {
  const words = scene.doc.word
  let from = Number.POSITIVE_INFINITY
  let to = -1
  for (const i of members) {
    if (words[i]!.kind === 'punctuation') continue
    if (i < from) from = i
    if (i > to) to = i
  }
  if (to < 0) {
    from = members[0]!
    to = from
  }
  return { start: words[from]!.start, end: words[to]!.end }
}

/** Trigger, parties and object, and what is promised or asked: the smallest stretch that holds them. */
export const evidenceOf = (scene: Scene, told: Told): Span => {
  const { candidate, taken } = told
  const own = new Set(clauseWords(scene.doc.clause[candidate.clause]!))
  const members = [...candidate.trigger]
  if (candidate.form !== 'verb') members.push(...candidate.region)
  for (const phrase of [...candidate.actors.phrases, ...candidate.recipients.phrases, ...candidate.objects]) {
    // A subject that stands in another clause (an antecedent) is not part of the stretch.
    if (own.has(scene.doc.phrase[phrase]!.head))
      members.push(...wordsUnder(scene, phrase).filter((i) => own.has(i)))
  }
  members.push(...candidate.actors.modifiers, ...candidate.recipients.modifiers)
  if (taken.length > 0)
    for (const c of candidate.complements) members.push(...clauseWords(scene.doc.clause[c]!))
  return spanOf(scene, members)
}

export const placeOf = (scene: Scene, told: Told): string | null => {
  const { candidate } = told
  const { phrase: phrases } = scene.doc
  const clause = scene.doc.clause[candidate.clause]!
  for (const p of clause.phrases) {
    const phrase = phrases[p]!
    if (phrase.preposition !== scene.rules.placePreposition) continue
    const mention = scene.mentionsAt[phrase.head]!.find((m) => m.type === 'LOC' && m.form === 'name')
    if (mention === undefined) continue
    if ([...told.actors, ...told.recipients].some((party) => party.name === mention.name)) continue
    return mention.name
  }
  return null
}
