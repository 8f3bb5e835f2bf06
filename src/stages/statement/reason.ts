import { complementKind, extentEnd } from './extent.ts'
import { firstWord, type Scene } from './scene.ts'
import { canSpeak, subjectOf } from './speaker.ts'
import type { Proposal } from './statement.ts'

/**
 * A reason in the subjunctive is that of somebody else: of whom the main clause tells.
 *
 *     Der Rat wies die Klage ab, da sie zu spät komme.
 *                                ^^^^^^^^^^^^^^^^^^^^
 */
export const byReason = (scene: Scene, sentence: number): readonly Proposal[] => {
  const { to } = scene.sentences[sentence]!
  const order = scene.clausesOf[sentence]!
  const out: Proposal[] = []
  for (let position = 1; position < order.length; position++) {
    const index = order[position]!
    const clause = scene.clauses[index]!
    const start = firstWord(clause)
    if (clause.verb?.mood !== 'kon1' || clause.verb.ambiguousMood || scene.quoted[start]! >= 0) continue
    if (!scene.rules.causal.has(scene.lower[clause.introducer ?? start]!)) continue
    if (complementKind(scene, index) === 'main') continue
    const parent = clause.parent === null ? undefined : scene.clauses[clause.parent]
    if (parent === undefined || parent.verb === null || parent.verb.mood !== 'ind') continue
    const subject = subjectOf(scene, parent)
    out.push({
      kind: 'free-indirect',
      content: [[start, extentEnd(scene, order, position, parent, to)]],
      cue: [],
      speaker: subject !== null && canSpeak(scene, subject) ? subject : null,
      clause: null,
      inner: false,
      rule: 'statement/reason',
    })
  }
  return out
}
