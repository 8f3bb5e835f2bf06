import type { Clause, VerbGroup } from '../../core/layers.ts'
import type { Complement, VerbCue } from '../../lang/common/statement.ts'
import { firstWord, type Scene } from './scene.ts'

/** A clause whose verb says that somebody says something. */
export interface CueClause {
  readonly index: number
  readonly clause: Clause
  readonly verb: VerbGroup
  readonly cue: VerbCue
}

/** Words of the clause that are its own. */
export const ownWords = function* (clause: Clause): Generator<number> {
  for (const [from, to] of clause.parts) for (let at = from; at < to; at++) yield at
}

/** Longest clause that is searched for companions; what is longer is no sentence of a report. */
const longest = 120

/**
 * The cue that a clause's verb is, with everything that it needs.
 *
 *     Die Behörde gab am Montag bekannt, dass …     sprach sich für … aus
 *                 ^^^           ^^^^^^^             ^^^^^^ ^^^^
 */
export const cueOf = (scene: Scene, index: number): CueClause | null => {
  const clause = scene.clauses[index]!
  const verb = clause.verb
  if (verb === null) return null
  const candidates = scene.rules.verbs.get(verb.lemma)
  if (candidates === undefined) return null
  const companions = candidates.some((cue) => cue.companions.length > 0)
  const present = new Set<string>()
  let reflexive = false
  let count = 0
  for (const at of ownWords(clause)) {
    if (++count > longest) break
    const form = scene.lower[at]!
    if (companions) present.add(form).add(scene.words[at]!.lemma.toLowerCase())
    if (scene.rules.reflexives.has(form)) reflexive = true
  }
  for (const cue of candidates) {
    // „befindet sich“, „erklärt sich aus“: with a reflexive pronoun a plain cue is another verb.
    if (cue.reflexive !== reflexive && cue.companions.length === 0) continue
    if (!cue.companions.every((word) => present.has(word))) continue
    // „war zu hören“ tells, „hörte“ does not.
    return isOwed(scene, clause) === scene.rules.heard.has(verb.lemma) ? { index, clause, verb, cue } : null
  }
  return null
}

/** „ist davon auszugehen“, „ist zu hoffen“: nobody says it, or it is not told who. */
const isOwed = (scene: Scene, { verb }: Clause): boolean =>
  verb !== null &&
  verb.finite !== null &&
  (scene.words[verb.main]!.feats.verbForm === 'zuinf' ||
    scene.rules.infinitiveMark === scene.lower[verb.main - 1]) &&
  scene.words[verb.finite]!.upos === 'AUX'

export const takes = (found: CueClause, complement: Complement): boolean =>
  found.cue.complements.has(complement)

/** The words of the cue in text order: the verb group, with its companions. */
export const cueWords = (scene: Scene, found: CueClause): readonly number[] => {
  const out = new Set(found.verb.words)
  if (found.cue.companions.length > 0) {
    for (const at of ownWords(found.clause)) if (found.cue.companions.includes(scene.lower[at]!)) out.add(at)
  }
  return [...out].sort((a, b) => a - b)
}

/** The verb opens its clause, which stands behind a comma, a dash or a closing mark: „…, teilte sie mit“. */
export const isInserted = (scene: Scene, found: CueClause, sentenceFrom: number): boolean => {
  const first = firstWord(found.clause)
  if (found.verb.finite === null || found.clause.kind !== 'main') return false
  let at = found.verb.finite
  // „…“, so sagte sie | „…“, hat sie gesagt
  if (at - 1 === first && scene.rules.inserted.has(scene.lower[at - 1]!)) at--
  if (at > first && scene.lower[first] !== ',') return false
  if (at - 1 < sentenceFrom) return false
  return /^[,“”"«»’‘‹›–—!?-]$/u.test(scene.lower[at - 1]!)
}
