/**
 * Tellings of one act that say different numbers or days. Rounding, newer figures, different things under one word and
 * a more precise account are no contradictions.
 */
import type { CompiledCodebook } from '../codebook/codebook.ts'
import { type Days, intersect, width } from '../core/edtf.ts'
import type { Amount, Bound } from '../core/layers.ts'
import { stemOf } from '../link/terms.ts'
import type { Kind } from './claims.ts'
import type { FoldedStep } from './fold.ts'
import type { LinkedReport } from './link.ts'
import type { ToldEvidence } from './told-evidence.ts'

/** What one telling of a step says, in words to compare and to show. */
export interface Said {
  readonly value: string
  /** The number or the day in it, the same however it is put. */
  readonly figure: string | number
  readonly evidence: ToldEvidence
  readonly report: LinkedReport
}

/** Two groups of tellings of which each says one thing, and not what the other says. */
export interface Difference {
  readonly kind: Kind
  readonly a: readonly Said[]
  readonly b: readonly Said[]
  /** Everything else in the step that says the figure of one of them, of the whole or of a part. */
  readonly beside: readonly Said[]
}

/** Numbers as an account bounds them, with room for rounding. */
const rounding = 0.1
/** Things that can be counted are: „20 Jets“ are not 24, however 20 is rounded. */
const countRounding = 0.05
const fewThings = 100
const rangeOf = (value: number, bound: Bound, room = rounding): readonly [number, number] => {
  if (bound === 'at_least') return [value * (1 - room), Number.POSITIVE_INFINITY]
  if (bound === 'up_to') return [0, value * (1 + room)]
  return [value * (1 - room), value * (1 + room)]
}
const countOf = (value: number, bound: Bound): readonly [number, number] =>
  rangeOf(value, bound, bound === 'exact' && value < fewThings ? countRounding : rounding)
const excludes = (a: readonly [number, number], b: readonly [number, number]): boolean =>
  a[0] > b[1] || b[0] > a[1]

const number = new Intl.NumberFormat('de')
const money = ({ value, currency }: Amount): string => `${number.format(value)} ${currency}`

/** Each value is compared once, however many reports tell it. */
export const differencesIn = (
  step: FoldedStep,
  reports: ReadonlyMap<string, LinkedReport>,
  codebook: CompiledCodebook,
): Difference[] => {
  const told = step.members.map(({ evidence, told: days }) => ({
    evidence,
    days,
    report: reports.get(evidence.report)!,
  }))
  const isOneDay =
    step.factuality === 'actual' && codebook.types.get(step.transition)?.tellings.oneDay === true
  return [
    ...differing(
      'amount',
      told.flatMap((one) => {
        const { amount } = one.evidence
        return amount === null ? [] : [{ ...one, said: amount, value: money(amount), figure: money(amount) }]
      }),
      ({ said, evidence }) => `${said.bound} ${partOf(evidence)}`,
      (x, y) =>
        x.said.currency === y.said.currency &&
        isSamePart(x.evidence, y.evidence) &&
        excludes(rangeOf(x.said.value, x.said.bound), rangeOf(y.said.value, y.said.bound)),
    ),
    ...differing(
      'quantity',
      told.flatMap((one) => {
        const { quantity } = one.evidence
        if (quantity === null) return []
        const value = `${number.format(quantity.value)} ${quantity.unit}`
        return [{ ...one, said: quantity, value, figure: quantity.value }]
      }),
      ({ said, evidence }) => `${said.bound} ${partOf(evidence)}`,
      (x, y) =>
        isSamePart(x.evidence, y.evidence) &&
        stemOf(x.said.unit.toLowerCase()) === stemOf(y.said.unit.toLowerCase()) &&
        excludes(countOf(x.said.value, x.said.bound), countOf(y.said.value, y.said.bound)),
    ),
    ...differing(
      'date',
      told.flatMap((one) => {
        const claimed = isOneDay ? dayClaimed(one) : null
        return claimed === null
          ? []
          : [{ ...one, said: claimed.days, value: claimed.value, figure: claimed.value }]
      }),
      () => '',
      (x, y) => (x.said.first !== null || y.said.first !== null) && intersect(x.said, y.said) === null,
    ),
  ]
}

/** Pairs of values that exclude each other; those that `alike` and value do not tell apart are compared as one. */
const differing = <S extends Said>(
  kind: Kind,
  all: readonly S[],
  alike: (said: S) => string,
  exclude: (a: S, b: S) => boolean,
): Difference[] => {
  const byValue = new Map<string, S[]>()
  for (const said of all) {
    const key = `${said.value} ${alike(said)}`
    const there = byValue.get(key)
    if (there === undefined) byValue.set(key, [said])
    else there.push(said)
  }
  const groups = [...byValue.values()]
  return groups.flatMap((a, index) =>
    groups.slice(index + 1).flatMap((b) => {
      if (!exclude(a[0]!, b[0]!)) return []
      const figures = [a[0]!.figure, b[0]!.figure]
      const beside = all.filter((one) => !a.includes(one) && !b.includes(one) && figures.includes(one.figure))
      return [{ kind, a, b, beside }]
    }),
  )
}

const partOf = ({ object, words }: ToldEvidence): string => `${object} ${words.join(' ')}`

/** A sum for everything and a sum for a part are different things. */
const isSamePart = (a: ToldEvidence, b: ToldEvidence): boolean =>
  (a.object !== null && a.object === b.object) || a.words.join(' ') === b.words.join(' ')

/**
 * The day that an account commits itself to: the one it states, or no later than its report, which tells the act as
 * done. A report that came out on 30 April and one that says 1 May cannot both be right about a signature.
 */
const dayClaimed = (told: {
  readonly evidence: ToldEvidence
  readonly days: Days | null
  readonly report: LinkedReport
}): { readonly days: Days; readonly value: string } | null => {
  if (told.evidence.isDayStated && told.days !== null && width(told.days) === 0)
    return { days: told.days, value: told.days.first! }
  const { basis, days } = told.report.publication
  if (basis !== 'stated' || days.last === null || told.evidence.background) return null
  return { days: { first: null, last: days.last }, value: `../${days.last}` }
}
