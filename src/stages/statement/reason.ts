import { extentEnd, isReported } from './extent.ts'
import { phraseFrom, type SpeakerWords } from './phrase.ts'
import { firstWord, type Scene } from './scene.ts'
import { canSpeak, subjectOf } from './speaker.ts'
import type { Proposal } from './statement.ts'

/**
 * A clause in the subjunctive without a cue is said by whom the clause before it tells of: a reason, or what stands
 * behind a colon or semicolon.
 *
 *     Der Rat wies die Klage ab, da sie zu spät komme.      Der Minister nannte es Glück; er trage Mitschuld.
 *                                ^^^^^^^^^^^^^^^^^^^^                                      ^^^^^^^^^^^^^^^^^^^
 */
export const byReason = (scene: Scene, sentence: number): readonly Proposal[] => {
  const { to } = scene.sentences[sentence]!
  const order = scene.clausesOf[sentence]!
  const out: Proposal[] = []
  for (let position = 1; position < order.length; position++) {
    const clause = scene.clauses[order[position]!]!
    const start = firstWord(clause)
    if (clause.verb?.mood !== 'kon1' || clause.verb.ambiguousMood || scene.quoted[start]! >= 0) continue
    const before = teller(scene, order, position)
    if (before === null) continue
    const parent = scene.clauses[before]!
    const speaker =
      parent.verb === null ? phraseFrom(scene, firstWord(parent), start) : subjectOf(scene, parent)
    out.push({
      kind: 'free-indirect',
      content: [[start, extentEnd(scene, order, position, parent, to)]],
      cue: [],
      speaker: orNobody(scene, speaker),
      clause: null,
      inner: false,
      rule: 'statement/reason',
    })
  }
  return out
}

const orNobody = (scene: Scene, words: SpeakerWords | null): SpeakerWords | null =>
  words !== null && canSpeak(scene, words) ? words : null

/** The reporter's own clause that a clause in the subjunctive hangs on, or null. */
const teller = (scene: Scene, order: readonly number[], position: number): number | null => {
  const clause = scene.clauses[order[position]!]!
  const start = firstWord(clause)
  if (clause.kind === 'main') {
    const before = order[position - 1]!
    return /^[;:]$/u.test(scene.lower[start - 1] ?? '') && !isReported(scene.clauses[before]!) ? before : null
  }
  if (!scene.rules.causal.has(scene.lower[clause.introducer ?? start]!) || clause.parent === null) return null
  return scene.clauses[clause.parent]!.verb?.mood === 'ind' ? clause.parent : null
}
