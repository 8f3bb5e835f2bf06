/**
 * The history of one commitment as a fold over dated evidence: which tellings make one step, in what order the steps
 * stand, and where stage and suspension are after each. Out of order and doubled evidence give the same steps.
 */
import type { CompiledCodebook } from '../codebook/codebook.ts'
import { addDays, type Days, edtfOf, gap, intersect } from '../core/edtf.ts'
import type { Basis, Factuality } from '../core/layers.ts'
import type { Evidence } from '../link/evidence.ts'

/** Evidence as seen on a day: what can be used, and when its report was out. */
export interface Seen {
  readonly evidence: Evidence
  /** Days of the event as told; null where nothing is told. */
  readonly told: Days | null
  /** Days on which its report can have come out. */
  readonly out: Days
  /** How those days are known. */
  readonly outBasis: Basis
  /** Day on which it certainly was out. */
  readonly known: string
}

export interface FoldedStep<S extends Seen = Seen> {
  readonly transition: string
  readonly factuality: Factuality
  readonly background: boolean
  readonly final: boolean
  readonly date: { readonly edtf: string; readonly basis: Basis } | null
  /** Last day the step can mean: it counts from then on. Of what nobody dated, the day it was known. */
  readonly counts: string
  /** Where it stands among the steps; what nobody dated comes last, whenever it was captured. */
  readonly place: string
  readonly members: readonly S[]
  readonly stage: string | null
  readonly suspension: string
  /** Announced for a day and not told of as done: overdue from the day after. */
  readonly due: boolean
  readonly overdue: boolean
}

export interface Folded<S extends Seen = Seen> {
  readonly stage: string | null
  readonly suspension: string
  readonly steps: readonly FoldedStep<S>[]
}

/** News of something undated is at most so old. */
const newsDays = 14

interface Open<S extends Seen = Seen> {
  readonly transition: string
  readonly factuality: Factuality
  readonly final: boolean
  readonly members: S[]
  /** Days of its members that have a beginning; and of the others, as if they lay shortly before their end. */
  readonly bounded: Days[]
  readonly unbounded: Days[]
  readonly goods: Set<string>
  /** What all dated members allow. */
  days: Days | null
  basis: Basis | null
}

/** For comparing: an undated telling lies before its report, and where it is news, shortly before. */
const span = (seen: Seen): Days => {
  const { evidence, told, out } = seen
  const { last } = out
  if (told !== null) {
    if (evidence.factuality !== 'actual') return told
    return intersect(told, { first: null, last }) ?? told
  }
  if (evidence.background || out.first === null) return { first: null, last }
  return { first: addDays(out.first, -newsDays), last }
}

/** „zuvor“ is taken to lie in the weeks before. */
const beforeDays = 90
const shortlyBefore = ({ first, last }: Days): Days =>
  first === null && last !== null ? { first: addDays(last, -beforeDays), last } : { first, last }

/** Days to a step. What nobody dates, or dates only „zuvor“, stands near every step, but brings no other nearer. */
const distanceTo = ({ bounded, unbounded }: Open, days: Days): number => {
  let least = Number.POSITIVE_INFINITY
  for (const other of bounded.length > 0 ? bounded : unbounded) least = Math.min(least, gap(other, days))
  return least
}

const isLess = (a: readonly number[], b: readonly number[]): boolean => {
  for (let index = 0; index < a.length; index++) if (a[index] !== b[index]) return a[index]! < (b[index] ?? 0)
  return false
}

const group = <S extends Seen>(seen: readonly S[], codebook: CompiledCodebook): Open<S>[] => {
  const steps: Open<S>[] = []
  const spans = new Map(seen.map((one) => [one, span(one)]))
  const precise = [...seen].sort((a, b) => {
    const x = spans.get(a)!
    const y = spans.get(b)!
    return (
      Number(a.told === null) - Number(b.told === null) ||
      compare(x.last ?? '9999', y.last ?? '9999') ||
      compare(y.first ?? '', x.first ?? '') ||
      compare(a.out.last ?? undated, b.out.last ?? undated) ||
      compare(a.evidence.key, b.evidence.key)
    )
  })
  for (const member of precise) {
    const days = spans.get(member)!
    const { evidence } = member
    const tellings = codebook.types.get(evidence.type)?.tellings
    let best: Open<S> | null = null
    let nearest: readonly number[] = [Number.POSITIVE_INFINITY]
    for (const step of steps) {
      if (step.transition !== evidence.type || step.factuality !== evidence.factuality) continue
      if (step.final !== evidence.final && tellings?.finalApart === true) continue
      const distance = distanceTo(step, days)
      if (distance > (tellings?.stepDays ?? newsDays)) continue
      // An open span touches every earlier step: the one about its goods, and of those the last, is meant.
      const shared = evidence.goods.filter((good) => step.goods.has(good)).length
      const near = [distance, -shared, -steps.indexOf(step)]
      if (isLess(near, nearest)) {
        best = step
        nearest = near
      }
    }
    if (best === null) {
      best = {
        transition: evidence.type,
        factuality: evidence.factuality,
        final: evidence.final,
        members: [],
        bounded: [],
        unbounded: [],
        goods: new Set(),
        days: null,
        basis: null,
      }
      steps.push(best)
    }
    best.members.push(member)
    if (days.first !== null) best.bounded.push(days)
    else best.unbounded.push(shortlyBefore(days))
    for (const good of evidence.goods) best.goods.add(good)
    if (member.told === null) continue
    const both = best.days === null ? days : intersect(best.days, days)
    if (
      both !== null &&
      (best.days === null || both.first !== best.days.first || both.last !== best.days.last)
    ) {
      const own = evidence.date?.basis ?? 'context'
      const narrowed = best.days !== null && (both.first !== days.first || both.last !== days.last)
      best.days = both
      best.basis = narrowed ? 'inferred' : own
    }
  }
  return steps
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const outBasisOf = (step: Open, lastOut: string): Basis =>
  step.members.some(({ out, outBasis }) => out.last === lastOut && outBasis === 'publication')
    ? 'publication'
    : 'inferred'

/** Sorts after every day. */
const undated = '9999'

/**
 * Date, counting day and place of a step: told, or else no later than its first report. The day of a capture says
 * when something was known here, never when it happened.
 */
const dated = (step: Open): Pick<FoldedStep, 'date' | 'counts' | 'place'> => {
  const firstKnown = step.members.map((member) => member.known).sort()[0]!
  const outs = step.members.flatMap((member) => member.out.last ?? []).sort()
  const lastOut = outs[0] ?? null
  if (step.factuality !== 'actual') {
    const edtf = step.days === null ? null : edtfOf(step.days)
    return {
      date: edtf === null ? null : { edtf, basis: step.basis! },
      counts: firstKnown,
      place: lastOut ?? undated,
    }
  }
  const days = step.days === null ? null : (intersect(step.days, { first: null, last: lastOut }) ?? step.days)
  if (days === null)
    return {
      date: lastOut === null ? null : { edtf: `../${lastOut}`, basis: outBasisOf(step, lastOut) },
      counts: firstKnown,
      place: lastOut ?? undated,
    }
  const last = days.last ?? lastOut
  return {
    date: { edtf: edtfOf(days)!, basis: step.basis! },
    counts: last ?? firstKnown,
    place: last ?? undated,
  }
}

/** Steps that count by `day` (null: all), with the stage and the suspension after each. */
export const fold = <S extends Seen>(
  seen: readonly S[],
  kind: string,
  codebook: CompiledCodebook,
  day: string | null,
): Folded<S> => {
  const { stages, ends } = codebook.model
  const rank = (stage: string | null): number => (stage === null ? -1 : stages.indexOf(stage))
  /** Talks and requests do not undo an end. */
  const preliminary = Math.max(
    0,
    ...[...codebook.types.values()].map(({ moves }) =>
      moves[kind]?.onlyIfNothingLater === true ? rank(moves[kind].stage ?? null) : 0,
    ),
  )
  const open = group(seen, codebook)
    .map((step) => ({ step, ...dated(step) }))
    .filter(({ step, counts }) => step.factuality !== 'actual' || day === null || counts <= day)
    .sort(
      (a, b) =>
        compare(a.place, b.place) ||
        compare(a.step.days?.first ?? '', b.step.days?.first ?? '') ||
        moveRank(a.step, kind, codebook) - moveRank(b.step, kind, codebook) ||
        compare(a.step.transition, b.step.transition) ||
        compare(a.step.members[0]!.evidence.key, b.step.members[0]!.evidence.key),
    )
  let stage: string | null = null
  let suspension = 'none'
  const steps: FoldedStep<S>[] = []
  for (const { step, date, counts, place } of open) {
    const move = codebook.types.get(step.transition)?.moves[kind]
    const background = step.members.every((member) => member.evidence.background)
    if (step.factuality === 'actual' && move !== undefined) {
      const target = step.final && move.finalStage !== undefined ? move.finalStage : move.stage
      if (target !== undefined) {
        const ended = stage !== null && ends.includes(stage)
        if (ends.includes(target)) {
          if (!background || stage === null) stage = target
        } else if (ended) {
          // Only a new undertaking begins again what was refused or ended.
          if (!background && rank(target) > preliminary) stage = target
        } else if (
          rank(target) > rank(stage) &&
          !(move.onlyIfNothingLater === true && stage !== null && rank(stage) > rank(target))
        ) {
          stage = target
        }
      }
      if (move.clears?.includes(suspension)) suspension = 'none'
      if (move.suspend !== undefined && !(step.final && move.finalStage !== undefined))
        suspension = move.suspend
    }
    const due =
      step.factuality === 'planned' || step.factuality === 'possible' ? (step.days?.last ?? null) : null
    const fulfilled = open.some(
      (other) =>
        other.step.transition === step.transition &&
        other.step.factuality === 'actual' &&
        gap(
          other.step.days ?? { first: null, last: other.place },
          step.days ?? { first: place, last: null },
        ) <= newsDays,
    )
    steps.push({
      transition: step.transition,
      factuality: step.factuality,
      background,
      final: step.final,
      date,
      counts,
      place,
      members: step.members,
      stage,
      suspension,
      due: due !== null && !fulfilled,
      overdue: due !== null && day !== null && due < day && !fulfilled,
    })
  }
  return { stage, suspension, steps }
}

/** On one day what suspends comes before what clears, and lower stages before higher ones. */
const moveRank = (step: Open, kind: string, codebook: CompiledCodebook): number => {
  const move = codebook.types.get(step.transition)?.moves[kind]
  if (move?.suspend !== undefined) return 0
  return 1 + (move?.stage === undefined ? 0 : codebook.model.stages.indexOf(move.stage) + 1)
}
