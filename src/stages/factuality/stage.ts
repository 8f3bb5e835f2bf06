/**
 * One judgement for each clause: what its own words say, then what the words that govern it say.
 *
 *   clause → own (modal verb, tense, mood, adverb, negation, time) → governed (dass, infinitive, ob) → factuality
 *
 * Who says so is no matter here: „soll geliefert haben“ and the Konjunktiv of reported speech stay actual.
 */
import type { FactualityAnnotation } from '../../core/layers.ts'
import type { Stage } from '../../core/stage.ts'
import type { Knowledge } from '../knowledge.ts'
import { type ClauseScene, createScene, type Requires } from './clause-scene.ts'
import { judgeGoverned } from './governed.ts'
import type { Judgement } from './judgement.ts'
import { judgeOwn } from './own.ts'
import { isBackground } from './when.ts'

export const factualityStage: Stage<Requires, 'factuality', Knowledge> = {
  name: 'factuality',
  version: 2,
  requires: ['sentence', 'word', 'phrase', 'clause', 'time', 'statement'],
  provides: ['factuality'],
  run: (document, { locale }) => {
    const scene = createScene(document, locale.factuality)
    const judge = judgeClauses(scene)
    const factuality = document.clause.map(
      ({ start, end }, clause): FactualityAnnotation => ({ start, end, clause, ...judge(clause) }),
    )
    return { layers: { factuality }, diagnostics: [] }
  },
}

const ownJudgement = (scene: ClauseScene, index: number): Judgement => {
  const { factuality, at, rule } = judgeOwn(scene, index)
  return {
    factuality,
    background: isBackground(scene, index),
    cue: at === null ? null : scene.span(at),
    rule,
  }
}

/** Up the chain to the first clause that is judged, then down again: linear, and safe for any depth. */
const judgeClauses = (scene: ClauseScene): ((clause: number) => Judgement) => {
  const { clauses } = scene
  const own = clauses.map((_, index) => ownJudgement(scene, index))
  const done: (Judgement | undefined)[] = []
  return (index) => {
    const chain: number[] = []
    for (
      let i: number | null = index;
      i !== null && done[i] === undefined && chain.length <= clauses.length;
      i = clauses[i]!.parent
    )
      chain.push(i)
    for (const i of chain.reverse()) {
      if (done[i] !== undefined) continue
      const { parent } = clauses[i]!
      const above = parent === null ? null : (done[parent] ?? null)
      done[i] = above === null ? own[i]! : judgeGoverned(scene, i, own[i]!, parent!, above)
    }
    return done[index]!
  }
}
