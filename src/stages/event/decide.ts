/** Decides which of the alternatives at a word holds, and which acts belong to others: what is promised, asked, refused. */
import type { CompiledCodebook } from '../../codebook/codebook.ts'
import type { Party } from '../../core/layers.ts'
import type { Candidate } from './candidate.ts'
import { holds } from './needs.ts'
import { onlyRecipient, type Pair } from './pairs.ts'
import { partiesMeant } from './parties-meant.ts'
import type { Scene } from './scene.ts'
import { type Told, without } from './told.ts'

interface Context {
  readonly scene: Scene
  readonly codebook: CompiledCodebook
  /** In text order. */
  readonly pairs: readonly Pair[]
}

/** Others may praise or criticise it: it moves something, as „traf sich“ does not, and is more than asked for. */
const isDecision = ({ candidate: { type } }: Told): boolean =>
  Object.keys(type.moves).length > 0 && type.reverses === null

/** Decides every group of alternatives once; inner acts before outer ones. */
export const decide = (
  context: Context,
  groups: ReadonlyMap<number, readonly Candidate[]>,
): { readonly told: ReadonlyMap<number, Told>; readonly consumed: ReadonlySet<number> } => {
  const { codebook } = context
  const told = new Map<number, Told | null>()
  const consumed = new Set<number>()
  const lastOf = new Map<string, Told>()
  /** The event told last. */
  let last: Told | null = null
  /** The last one that others may praise or criticise. */
  let lastAct: Told | null = null
  /** Act → who announces it. */
  const announced = new Map<number, readonly Party[]>()

  const innerActs = (candidate: Candidate, depth: number): Told[] => {
    if (candidate.form === 'participle') return []
    const found: Told[] = []
    for (const i of candidate.region) {
      if (i === candidate.at || !groups.has(i)) continue
      const inner = choose(i, depth + 1)
      if (inner !== null) found.push(inner)
    }
    // What belongs to another of them is told there.
    const below = new Set(found.flatMap((act) => act.taken))
    return found.filter((act) => !below.has(act))
  }

  /** Acts inside a candidate: those that belong to it, and others that it only announces. */
  const actsInside = (candidate: Candidate, depth: number) => {
    const inner = innerActs(candidate, depth).filter((act) => act.candidate.form !== 'participle')
    const belongs = (act: Told): boolean =>
      candidate.cue.takes.includes(act.candidate.type.name) || act.candidate.type === candidate.type
    return {
      taken: inner.filter(belongs),
      foreign: inner.filter(
        (act) =>
          !belongs(act) &&
          (act.candidate.type.inherits !== null || candidate.complements.includes(act.candidate.clause)),
      ),
    }
  }

  const resolve = (candidate: Candidate, depth: number): Told | null => {
    const { taken, foreign } = actsInside(candidate, depth)
    const { cue, type, form } = candidate
    // „kündigte die Wiederaufnahme an“: the act is the resumption; that it is announced makes it planned.
    if (form === 'verb' && cue.takes.length > 0 && foreign.length > 0 && taken.length === 0) {
      for (const act of foreign) announced.set(act.candidate.at, candidate.actors.parties.parties)
      return null
    }
    const { scene, pairs } = context
    const meant = partiesMeant({ scene, pairs, last, lastOf, lastAct }, candidate, taken)
    const persons = [
      ...new Set([...candidate.actors.parties.persons, ...candidate.recipients.parties.persons]),
    ]
    const result: Told = { candidate, ...meant, persons, taken, announced: false, repeats: [] }
    // „Russland muss zustimmen“: what it is about is not told; a giver's house decides on what he gives.
    const gives = ({ actor }: Pair): boolean => result.actors.some((p) => p.country === actor?.country)
    if (cue.alone && !pairs.some(gives)) return null
    if (candidate.strangeRecipient && result.recipients.length === 0 && type.inherits) return null
    if (
      cue.needs.length > 0 &&
      !cue.needs.some((all) => all.every((need) => holds(need, codebook, result, candidate, scene)))
    )
      return null
    if (type.suffers === null || result.recipients.length > 0 || result.actors.length === 0) return result
    const hit = onlyRecipient(pairs, type.suffers, result.actors)
    return hit === null ? result : { ...result, recipients: [hit], inherited: true }
  }

  const choose = (at: number, depth: number): Told | null => {
    const known = told.get(at)
    if (known !== undefined) return known
    // While it is being decided, or too deep inside others, it counts as nothing.
    told.set(at, null)
    if (depth > 24) return null
    for (const candidate of groups.get(at)!) {
      const result = resolve(candidate, depth)
      if (result === null) continue
      told.set(at, result)
      for (const act of result.taken) consumed.add(act.candidate.at)
      return result
    }
    return null
  }

  for (const at of groups.keys()) {
    const result = choose(at, 0)
    if (result === null || result.actors.length === 0 || result.candidate.silent) continue
    last = result
    if (isDecision(result)) lastAct = result
    lastOf.set(result.candidate.type.name, result)
  }
  const out = new Map<number, Told>()
  for (const [at, result] of told) {
    if (result === null) continue
    const by = announced.get(at)
    if (by === undefined) out.set(at, result)
    else {
      const actors =
        result.actors.length === 0 || result.inherited ? (by.length > 0 ? by : result.actors) : result.actors
      out.set(at, { ...result, actors, recipients: without(result.recipients, actors), announced: true })
    }
  }
  return { told: out, consumed }
}
