/**
 * What an event is about, as a noun phrase that can stand alone: nothing before it that only modifies an attribute,
 * nothing behind it that was cut off, in the nominative.
 *
 *     stimmte für ein von Biden beantragtes Hilfspaket        → „beantragtes Hilfspaket“
 *     verfügt über die vom Kongress genehmigten Mitteln       → „genehmigte Mittel“
 */
import type { Word } from '../../core/layers.ts'
import { firstIndex } from '../../core/sorted.ts'
import { wordsUnder } from './phrases.ts'
import type { Scene } from './scene.ts'
import type { Told } from './told.ts'

/** Word classes that never end a phrase. */
const openEnds: ReadonlySet<string> = new Set(['DET', 'ADP', 'CCONJ'])

/** The phrase of the object, as index; null where nothing is named. */
const phraseOfObject = (scene: Scene, { candidate }: Told): number | null => {
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
  return (
    // „nach Monaten Streit neue Hilfen“: a noun without attributes beside one with them is none.
    candidate.objects.find((p) => isCarrier(p) && scene.doc.phrase[p]!.from < scene.doc.phrase[p]!.head) ??
    candidate.objects.find(isThing) ??
    // „verpflichtete sich, … mit weiterer Hilfe zu schützen“: what is promised stands in the clause below.
    candidate.complements.flatMap((c) => scene.doc.clause[c]!.phrases).find(isCarrier) ??
    (candidate.form === 'noun'
      ? scene.dependents[scene.phraseOf[candidate.at]!]?.find((p) => scene.doc.phrase[p]!.role === 'genitive')
      : undefined) ??
    null
  )
}

/**
 * The first word that belongs to the noun itself. Going back from it, an adverb, an article or a preposition begins
 * what modifies a participle, and a noun before an adjective ends it: „von Präsident Biden | beantragtes Paket“.
 */
const firstAttribute = (scene: Scene, head: number, from: number): number => {
  const { word: words } = scene.doc
  const isState = (i: number): boolean =>
    scene.mentionsAt[i]!.some((m) => m.country !== null && m.form === 'name')
  let first = head
  for (let i = head - 1; i >= from; i--) {
    const { upos, kind } = words[i]!
    if (kind === 'punctuation' || upos === 'CCONJ') continue
    if (upos !== 'ADJ' && upos !== 'NUM' && upos !== 'NOUN' && upos !== 'PROPN') break
    // „stellt Moldau Generatoren …“: a name without article in front of the head is somebody else.
    if ((upos === 'NOUN' || upos === 'PROPN') && (words[first]!.upos === 'ADJ' || isState(i))) break
    first = i
  }
  // „61 Milliarden Dollar schweres Paket“: the adjective belongs to the measure.
  return first < head && scene.measureEndingAt.has(first - 1) ? first + 1 : first
}

/** The last of the words that stand together behind the noun and leave nothing open. */
const lastMember = (scene: Scene, head: number, members: readonly number[]): number => {
  const { word: words } = scene.doc
  let at = members.indexOf(head)
  const start = at
  const isWhen = (i: number): boolean => {
    const { start, end } = words[i]!
    const time = scene.doc.time[firstIndex(scene.doc.time, (one) => one.start <= start) - 1]
    return time !== undefined && end <= time.end
  }
  // „Programme für 90 Tage“: how long is no part of what.
  while (at + 1 < members.length && members[at + 1]! <= members[at]! + 2 && !isWhen(members[at + 1]!)) at++
  const isOpen = (word: Word): boolean => openEnds.has(word.upos) || word.text.endsWith('-')
  // „einen Teil der“, „aus Vertretern des Außen-“: what follows was cut off.
  while (at > start && isOpen(words[members[at]!]!)) at--
  // „zwischen den USA“: half of a pair.
  for (let i = start + 1; i <= at; i++)
    if (
      scene.rules.pairPrepositions.has(words[members[i]!]!.lemma) &&
      !members.slice(i, at).some((one) => words[one]!.upos === 'CCONJ')
    )
      return members[i - 1]!
  return members[at]!
}

/** The words of the object, without an article. */
export const objectOf = (scene: Scene, told: Told): string | null => {
  const phrase = phraseOfObject(scene, told)
  if (phrase === null) return null
  const { word: words, text } = scene.doc
  const { head, from } = scene.doc.phrase[phrase]!
  const members = wordsUnder(scene, phrase).filter((i) => words[i]!.kind !== 'punctuation')
  if (!members.includes(head)) return null
  const first = firstAttribute(scene, head, from)
  const last = lastMember(scene, head, members)
  // Quotation marks around an attribute are the report's, commas between attributes belong to them.
  const own = words.slice(first, head).filter((word) => word.kind !== 'punctuation' || word.text === ',')
  const named = scene.nominative(own, words[head]!).join(' ').replaceAll(' ,', ',')
  return named + text.slice(words[head]!.end, words[last]!.end)
}
