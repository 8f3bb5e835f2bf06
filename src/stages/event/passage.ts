/**
 * What is quoted for an event: its evidence, its object, its place.
 *
 *     Am Montag lieferte [Berlin der Ukraine die letzten neun Panzer] → object „letzten neun Panzer“
 */
import { firstIndex } from '../../core/sorted.ts'
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
    if (phrase.preposition !== 'in') continue
    const mention = scene.mentionsAt[phrase.head]!.find((m) => m.type === 'LOC' && m.form === 'name')
    if (mention === undefined) continue
    if ([...told.actors, ...told.recipients].some((party) => party.name === mention.name)) continue
    return mention.name
  }
  return null
}

/** Word classes that never end a phrase. */
const openEnds: ReadonlySet<string> = new Set(['DET', 'ADP', 'CCONJ'])

/** The words of the object, without an article. */
export const objectOf = (scene: Scene, told: Told): string | null => {
  const { candidate } = told
  const { word: words } = scene.doc
  // „stellt Kiew Daten zur Verfügung“, „verpflichtet sich“: a country or a pronoun is no object.
  const isThing = (p: number): boolean => {
    const head = scene.doc.phrase[p]!.head
    // „setzten ihre Unterschriften“: part of what tells the act.
    if (candidate.form === 'verb' && candidate.trigger.includes(head)) return false
    return (
      words[head]!.upos !== 'PRON' && !scene.mentionsAt[head]!.some((m) => m.country && m.form === 'name')
    )
  }
  const isCarrier = (p: number): boolean => {
    const head = scene.doc.phrase[p]!.head
    return isThing(p) && (scene.goodsAt[head]!.length > 0 || scene.classesAt[head]!.length > 0)
  }
  const phrase =
    // „nach Monaten Streit neue Hilfen“: a noun without attributes beside one with them is none.
    candidate.objects.find((p) => isCarrier(p) && scene.doc.phrase[p]!.from < scene.doc.phrase[p]!.head) ??
    candidate.objects.find(isThing) ??
    // „verpflichtete sich, … mit weiterer Hilfe zu schützen“: what is promised stands in the clause below.
    candidate.complements.flatMap((c) => scene.doc.clause[c]!.phrases).find(isCarrier) ??
    (candidate.form === 'noun'
      ? scene.dependents[scene.phraseOf[candidate.at]!]?.find((p) => scene.doc.phrase[p]!.role === 'genitive')
      : undefined)
  if (phrase === undefined) return null
  const members = wordsUnder(scene, phrase).filter((i) => words[i]!.kind !== 'punctuation')
  let first = 0
  // „stellt Moldau Generatoren …“: a name without article in front of the head is somebody else.
  const { head } = scene.doc.phrase[phrase]!
  const isSwallowed = (i: number): boolean =>
    i < head && scene.mentionsAt[i]!.some((m) => m.country !== null && m.form === 'name')
  // „aus dem im April beschlossenen Gesetz“
  const isWhen = (i: number): boolean => {
    if (i >= head) return false
    const { start, end } = words[i]!
    const time = scene.doc.time[firstIndex(scene.doc.time, (one) => one.start <= start) - 1]
    return time !== undefined && end <= time.end
  }
  while (
    first < members.length - 1 &&
    (words[members[first]!]!.upos === 'DET' ||
      words[members[first]!]!.upos === 'ADP' ||
      isSwallowed(members[first]!) ||
      isWhen(members[first]!))
  )
    first++
  // Only what stands together.
  let last = first
  while (last + 1 < members.length && members[last + 1]! <= members[last]! + 2) last++
  // „einen Teil der“: what follows was cut off.
  while (last > first && openEnds.has(words[members[last]!]!.upos)) last--
  if (members[first] === undefined) return null
  return scene.doc.text.slice(words[members[first]!]!.start, words[members[last]!]!.end)
}
