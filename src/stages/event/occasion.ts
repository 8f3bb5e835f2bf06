/** Days that stand in another clause than the act: when it was said, and at what occasion it was done. */
import { daysBetween } from '../../core/edtf.ts'
import type { TimeAnnotation } from '../../core/layers.ts'
import { firstIndex } from '../../core/sorted.ts'
import type { Candidate } from './candidate.ts'
import { clauseWords, wordAt } from './phrases.ts'
import type { Scene } from './scene.ts'

export type TimesByClause = ReadonlyMap<number, readonly TimeAnnotation[]>

/** So many clauses of a sentence are looked at: no reporter writes more, hostile text does. */
const mostClauses = 100

/** The main clauses of the sentence behind a word's, in text order. */
const clausesBehind = (scene: Scene, word: number): readonly number[] => {
  const { clause: clauses, word: words } = scene.doc
  const sentence = words[word]!.sentence + 1
  const from = firstIndex(clauses, (one) => one.sentence < sentence)
  const out: number[] = []
  for (let i = from; i < from + mostClauses && clauses[i]?.sentence === sentence; i++)
    if (clauses[i]!.kind === 'main') out.push(i)
  return out
}

const dayIn = (times: readonly TimeAnnotation[] | undefined): TimeAnnotation | null =>
  times?.find(({ range }) => range !== null) ?? null

/**
 * When somebody said so: the time beside the words of saying, in the same sentence or in the next one.
 *
 *     Kanada stoppt die Lieferung, teilte das Ministerium am Freitag mit.
 *                                                         ^^^^^^^^^^
 *     Norwegen liefert sechs Panzer. Das kündigte der Minister am Montag an.
 *                                                              ^^^^^^^^^
 */
export const whenSaid = (
  scene: Scene,
  times: TimesByClause,
  { at, clause }: Candidate,
): TimeAnnotation | null => {
  const { word: words, clause: clauses, phrase: phrases, statement: statements } = scene.doc
  const said = scene.statementAt(words[at]!.start)
  const cue = said === null ? null : statements[said]!.cue
  if (cue !== null) {
    const saying = scene.clauseOf[wordAt(scene, cue.start)] ?? -1
    const time = saying < 0 || saying === clause ? null : dayIn(times.get(saying))
    if (time !== null) return time
  }
  for (const behind of clausesBehind(scene, at)) {
    const points = clauses[behind]!.phrases.some((p) => {
      const { from, to, preposition } = phrases[p]!
      return (
        preposition === null &&
        to - from === 1 &&
        scene.rules.neuterDemonstratives.has(words[from]!.text.toLowerCase())
      )
    })
    const verb = scene.verbs[behind]
    if (points && verb != null && !scene.rules.copulas.has(verb.lemma)) return dayIn(times.get(behind))
  }
  return null
}

/** „bei dem Treffen“, „bei der Unterzeichnung“, „dabei“: at the occasion just told of. */
export const pointsAtOccasion = (scene: Scene, clauseIndex: number): boolean => {
  const { word: words, phrase: phrases } = scene.doc
  const clause = scene.doc.clause[clauseIndex]!
  if (clauseWords(clause).some((i) => scene.rules.sameTimeWords.has(words[i]!.lemma.toLowerCase())))
    return true
  return clause.phrases.some((p) => {
    const { preposition, from, head } = phrases[p]!
    if (preposition === null || !scene.rules.occasionPrepositions.has(words[from]!.text.toLowerCase()))
      return false
    const article =
      words[words[from]!.text.toLowerCase() === preposition ? from + 1 : from]!.text.toLowerCase()
    const known = scene.rules.definiteArticles.has(article) || scene.rules.demonstratives.has(article)
    return known && scene.vocabulary.nounCues(words[head]!).length > 0
  })
}

/**
 * The act is told first, its day with the occasion behind it.
 *
 *     Polen und Estland haben einen Vertrag geschlossen. Bei der Unterzeichnung am Montag …
 *                                                                           ^^^^^^^^^
 */
export const occasionBehind = (
  scene: Scene,
  times: TimesByClause,
  { at }: Candidate,
): TimeAnnotation | null => {
  const [behind] = clausesBehind(scene, at)
  return behind === undefined || !pointsAtOccasion(scene, behind) ? null : dayIn(times.get(behind))
}

/** News is at most so old that its weekday alone says which day is meant. */
const newsDays = 7

/**
 * The day of the news. A report opens in the perfect or the present without a day; the second sentence goes on in the preterite and
 * says it.
 *
 *     Oman und Ghana haben ein Abkommen geschlossen. Die Minister unterschrieben es am Montag in Accra.
 *              ^^^^^                                              ^^^^^^^^^^^^    ^^^^^^^^^
 */
export const dayOfNews = (
  scene: Scene,
  times: TimesByClause,
  { at, clause }: Candidate,
  published: string | null,
): TimeAnnotation | null => {
  const tense = scene.verbs[clause]?.tense
  const opens = scene.doc.word[at]!.sentence === 0 && (tense === 'perfect' || tense === 'present')
  if (!opens || published === null) return null
  for (const behind of clausesBehind(scene, at)) {
    if (scene.verbs[behind]?.tense !== 'preterite') continue
    const time = dayIn(times.get(behind))
    if (time === null) continue
    const [first, last] = time.range!
    const age = daysBetween(last, published)
    // A night is two days.
    return daysBetween(first, last) <= 1 && age >= 0 && age < newsDays ? time : null
  }
  return null
}
