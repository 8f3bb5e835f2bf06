/**
 * The history of one commitment as a fold over dated evidence: which tellings make one step, in what order the steps
 * stand, and where stage and suspension are after each. Out of order and doubled evidence give the same steps.
 */
import type { CompiledCodebook } from '../codebook/codebook.ts'
import { addDays, type Days, edtfOf, gap, intersect } from '../core/edtf.ts'
import type { Basis, Factuality } from '../core/layers.ts'
import { Nearness, type Span, spanOf } from '../core/nearness.ts'
import { compare } from '../core/sorted.ts'
import { compareRefs, type ToldEvidence } from './told-evidence.ts'

export type Clock = 'published' | 'captured'

/** Evidence with what is known of its report. */
export interface Dated {
  readonly evidence: ToldEvidence
  /** Days of the event as told; null where nothing is told. */
  readonly told: Days | null
  /** Days on which its report can have come out. */
  readonly out: Days
  /** How those days are known. */
  readonly outBasis: Basis
  /** Day on which it certainly was out, by clock. */
  readonly known: Readonly<Record<Clock, string>>
}

/** Evidence as tellings of one step are found by: made once, whatever days are asked for. */
export interface Seen extends Dated {
  /** For comparing: an undated telling lies before its report, and where it is news, shortly before. */
  readonly days: Days
  readonly span: Span
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

/** Sorts after every day. */
const undated = '9999'

/** News of something undated is at most so old. */
const newsDays = 14

interface Open<S extends Seen = Seen> {
  readonly transition: string
  readonly factuality: Factuality
  /** One of its tellings says that it is complete, or for good. */
  final: boolean
  readonly members: S[]
  /** Days of its members that have a beginning; as long as none has, of all, as if they lay shortly before their end. */
  near: Nearness
  hasBeginning: boolean
  readonly goods: string[]
  /** What all dated members allow. */
  days: Days | null
  basis: Basis | null
}

const daysFor = ({ evidence, told, out }: Dated): Days => {
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

/** Evidence in the order in which `fold` takes it: the most precise first. */
export const inOrderOfFolding = <D extends Dated>(evidence: readonly D[]): (D & Seen)[] =>
  evidence
    .map((one) => {
      const days = daysFor(one)
      return { ...one, days, span: spanOf(days) }
    })
    .sort(
      (a, b) =>
        Number(a.told === null) - Number(b.told === null) ||
        compare(a.days.last ?? undated, b.days.last ?? undated) ||
        compare(b.days.first ?? '', a.days.first ?? '') ||
        compare(a.out.last ?? undated, b.out.last ?? undated) ||
        compareRefs(a.evidence.ref, b.evidence.ref),
    )

/** What nobody dates, or dates only „zuvor“, stands near every step, but brings no other nearer. */
const comeNear = (step: Open, days: Days, span: Span): void => {
  if (days.first === null) {
    if (!step.hasBeginning) step.near.add(spanOf(shortlyBefore(days)))
    return
  }
  if (!step.hasBeginning) {
    step.near = new Nearness()
    step.hasBeginning = true
  }
  step.near.add(span)
}

const group = <S extends Seen>(seen: readonly S[], codebook: CompiledCodebook): Open<S>[] => {
  const steps: Open<S>[] = []
  /** Steps of one type and factuality, the last first. */
  const alike = new Map<string, Open<S>[]>()
  for (const member of seen) {
    const { evidence, days, span } = member
    const tellings = codebook.types.get(evidence.type)?.tellings
    const key = `${evidence.type} ${evidence.factuality}`
    let same = alike.get(key)
    if (same === undefined) {
      same = []
      alike.set(key, same)
    }
    let best: Open<S> | null = null
    let nearest = Number.POSITIVE_INFINITY
    let mostShared = -1
    for (const step of same) {
      if (step.final !== evidence.final && tellings?.finalApart === true) continue
      const distance = step.near.distanceTo(span)
      if (distance > (tellings?.stepDays ?? newsDays) || distance > nearest) continue
      // An open span touches every earlier step: the one about its goods, and of those the last, is meant.
      const shared = evidence.goods.filter((good) => step.goods.includes(good)).length
      if (distance === nearest && shared <= mostShared) continue
      best = step
      nearest = distance
      mostShared = shared
    }
    if (best === null) {
      best = {
        transition: evidence.type,
        factuality: evidence.factuality,
        final: evidence.final,
        members: [member],
        near: new Nearness(),
        hasBeginning: false,
        goods: [...evidence.goods],
        days: null,
        basis: null,
      }
      steps.push(best)
      same.unshift(best)
    } else {
      best.members.push(member)
      for (const good of evidence.goods) if (!best.goods.includes(good)) best.goods.push(good)
    }
    best.final ||= evidence.final
    comeNear(best, days, span)
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

const outBasisOf = (step: Open, lastOut: string): Basis =>
  step.members.some(({ out, outBasis }) => out.last === lastOut && outBasis === 'publication')
    ? 'publication'
    : 'inferred'

/**
 * Date, counting day and place of a step: told, or else no later than its first report. The day of a capture says
 * when something was known here, never when it happened.
 */
const dated = (step: Open, clock: Clock): Pick<FoldedStep, 'date' | 'counts' | 'place'> => {
  let firstKnown = undated
  let firstOut = undated
  for (const { known, out } of step.members) {
    if (known[clock] < firstKnown) firstKnown = known[clock]
    if (out.last !== null && out.last < firstOut) firstOut = out.last
  }
  const lastOut = firstOut === undated ? null : firstOut
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

/**
 * Steps that count by `day` (null: all), with the stage and the suspension after each. Takes evidence in the order of
 * `inOrderOfFolding`.
 */
export const fold = <S extends Seen>(
  seen: readonly S[],
  kind: string,
  codebook: CompiledCodebook,
  day: string | null,
  clock: Clock,
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
    .map((step) => ({ step, ...dated(step, clock) }))
    .filter(({ step, counts }) => step.factuality !== 'actual' || day === null || counts <= day)
    .sort(
      (a, b) =>
        compare(a.place, b.place) ||
        compare(a.step.days?.first ?? '', b.step.days?.first ?? '') ||
        moveRank(a.step, kind, codebook) - moveRank(b.step, kind, codebook) ||
        compare(a.step.transition, b.step.transition) ||
        compareRefs(a.step.members[0]!.evidence.ref, b.step.members[0]!.evidence.ref),
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
    const unfulfilled =
      due !== null &&
      !open.some(
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
      due: unfulfilled,
      overdue: unfulfilled && day !== null && due < day,
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
