import type { Clause } from '../../core/layers.ts'
import { farthest, firstWord, type Scene } from './scene.ts'

/** Subjunctive: the finite verb shows it, or is one that may be it beside others that show it. */
export const isReported = (clause: Clause): boolean =>
  clause.verb !== null && (clause.verb.mood === 'kon1' || clause.verb.mood === 'kon2')

/** What kind of complement a clause can be, seen from its first word and its verb. */
export const complementKind = (scene: Scene, index: number): 'clause' | 'main' | 'infinitive' | null => {
  const clause = scene.clauses[index]!
  const at = firstWord(clause)
  const opening = scene.lower[clause.introducer ?? at]!
  if (clause.kind === 'infinitive') return /^(?:um|ohne|statt|anstatt)$/u.test(opening) ? null : 'infinitive'
  if (clause.kind === 'main') {
    // „…, und er ging“ goes on with the cue's clause, it is not said.
    return clause.verb?.finite == null || scene.words[at]!.upos === 'CCONJ' ? null : 'main'
  }
  if (scene.rules.complementizers.has(opening)) return 'clause'
  if (clause.kind === 'relative') return null
  if (scene.rules.interrogatives.has(opening)) return 'clause'
  return null
}

/**
 * Where content that starts with clause `order[position]` of a sentence ends: everything behind it is said, until
 * the cue's own clause goes on or a main clause in the indicative starts.
 *
 *     Sie sagte, man arbeite daran und sei, soweit man wisse, am Ziel, und verließ den Saal.
 *                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 */
export const extentEnd = (
  scene: Scene,
  order: readonly number[],
  position: number,
  cueClause: Clause | null,
  sentenceTo: number,
): number => {
  const first = scene.clauses[order[position]!]!
  const start = firstWord(first)
  const indicative = first.kind === 'main' && !isReported(first)
  let end = sentenceTo
  for (const [from] of cueClause?.parts ?? []) if (from > start && from < end) end = from
  for (let next = position + 1; next < order.length && next < position + farthest; next++) {
    const clause = scene.clauses[order[next]!]!
    const at = firstWord(clause)
    if (at >= end) break
    if (clause.kind !== 'main' || clause.verb === null || clause.verb.finite === null) continue
    if (isReported(clause)) continue
    if (indicative && !isOutside(scene, clause)) continue
    if (clause.verb.ambiguousMood && first.kind === 'main' && !tellsAgain(scene, clause)) continue
    if (scene.quoted[at]! >= 0) continue
    end = at
    break
  }
  return beforeQuotation(scene, start, end)
}

/**
 * Behind a semicolon a verb of saying whose form may be either mood is the reporter's.
 *
 *     Sie sagte, die Stadt müsse sich wehren; zugleich bedauerte sie den Streit.
 *                                                      ^^^^^^^^^
 */
const tellsAgain = (scene: Scene, clause: Clause): boolean =>
  scene.lower[firstWord(clause) - 1] === ';' && scene.rules.verbs.has(clause.verb?.lemma ?? '')

/** Longest content that is searched for a quotation, in words. */
const longest = 400

/** A quotation behind a colon is a statement of its own: „sagte, man zähle auf sie: „…““. */
export const beforeQuotation = (scene: Scene, start: number, end: number): number => {
  for (let at = start + 1; at < end && at < start + longest; at++)
    if (scene.lower[at] === ':' && (scene.quoted[at + 1] ?? -1) >= 0 && scene.quoted[at]! < 0) return at
  return end
}

/** A main clause that is the reporter's again though what was said stood in the indicative: another inserted cue. */
const isOutside = (scene: Scene, clause: Clause): boolean =>
  clause.verb?.finite === firstWord(clause) && scene.rules.verbs.has(clause.verb.lemma)

/** What stands before a cue is one quotation, or the end of one that started sentences ago: that is direct. */
export const endsInQuotation = (scene: Scene, sentenceFrom: number, end: number): boolean => {
  const closing = scene.quotations[scene.quoted[end - 1]!] ?? scene.quotations[scene.quoted[end - 2] ?? -1]
  return closing !== undefined && closing.from <= sentenceFrom + 1 && closing.to - closing.from > 3
}
