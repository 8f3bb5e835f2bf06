/**
 * Within one step of a commitment: one act, told by several reports, where the accounts cannot both be true. Precision
 * first: rounding, newer figures, different things under one word and a more precise account are no contradictions.
 */
import type { CompiledCodebook } from '../codebook/codebook.ts'
import { type Days, gap, intersect, width } from '../core/edtf.ts'
import type { Amount, Bound } from '../core/layers.ts'
import { stemOf } from '../link/terms.ts'
import { type Conflict, claimOf, conflict, type Kind } from './claims.ts'
import type { FoldedStep } from './fold.ts'
import type { LinkedReport } from './link.ts'
import type { Origins } from './origins.ts'
import type { ToldEvidence } from './told-evidence.ts'

/** What tellings of one act say differently, and whom they name as the one who ordered it. */
export const conflictsIn = (
  step: FoldedStep,
  reports: ReadonlyMap<string, LinkedReport>,
  { areCopies }: Pick<Origins, 'areCopies'>,
  codebook: CompiledCodebook,
): Conflict[] => [
  ...differencesIn(step, reports, codebook).flatMap(({ kind, a, b }) => {
    // Of those who say the same the first speak, unless they copy one another.
    for (const one of a)
      for (const other of b)
        if (!areCopies(one.report, other.report))
          return [
            conflict(kind, [
              claimOf(one.report, one.value, one.evidence),
              claimOf(other.report, other.value, other.evidence),
            ]),
          ]
    return []
  }),
  ...orderers(step, reports, areCopies),
]

/** What one telling of a step says, in words to compare and to show. */
interface Said {
  readonly value: string
  readonly evidence: ToldEvidence
  readonly report: LinkedReport
}

/** Two groups of tellings of which each says one thing, and not what the other says. */
interface Difference {
  readonly kind: Kind
  readonly a: readonly Said[]
  readonly b: readonly Said[]
}

/** Numbers as an account bounds them, with room for rounding. */
const rounding = 0.1
const rangeOf = (value: number, bound: Bound): readonly [number, number] => {
  if (bound === 'at_least') return [value * (1 - rounding), Number.POSITIVE_INFINITY]
  if (bound === 'up_to') return [0, value * (1 + rounding)]
  return [value * (1 - rounding), value * (1 + rounding)]
}
const excludes = (a: readonly [number, number], b: readonly [number, number]): boolean =>
  a[0] > b[1] || b[0] > a[1]

const number = new Intl.NumberFormat('de')
const money = ({ value, currency }: Amount): string => `${number.format(value)} ${currency}`

/** Each value is compared once, however many reports tell it. */
const differencesIn = (
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
        return amount === null ? [] : [{ ...one, said: amount, value: money(amount) }]
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
        return [{ ...one, said: quantity, value: `${number.format(quantity.value)} ${quantity.unit}` }]
      }),
      ({ said, evidence }) => `${said.bound} ${partOf(evidence)}`,
      (x, y) =>
        isSamePart(x.evidence, y.evidence) &&
        stemOf(x.said.unit.toLowerCase()) === stemOf(y.said.unit.toLowerCase()) &&
        excludes(rangeOf(x.said.value, x.said.bound), rangeOf(y.said.value, y.said.bound)),
    ),
    ...differing(
      'date',
      told.flatMap((one) => {
        const claimed = isOneDay ? dayClaimed(one) : null
        return claimed === null ? [] : [{ ...one, said: claimed.days, value: claimed.value }]
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
    groups.slice(index + 1).flatMap((b) => (exclude(a[0]!, b[0]!) ? [{ kind, a, b }] : [])),
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

/** Who ordered a stop, where reports of that stop name different people. */
const orderers = (
  { factuality, members }: FoldedStep,
  reports: ReadonlyMap<string, LinkedReport>,
  areCopies: Origins['areCopies'],
): Conflict[] => {
  if (factuality !== 'actual' || !members.some(({ evidence }) => evidence.halts)) return []
  const told = [...new Set(members.map(({ evidence }) => evidence.report))].flatMap((id) =>
    reports
      .get(id)!
      .facts.orders.filter(
        ({ after }) =>
          after === null ||
          members.some(({ evidence }) => evidence.report === id && evidence.start === after),
      )
      .map((order) => ({ order, report: reports.get(id)! })),
  )
  const first = told[0]
  const others = told.filter(
    ({ order, report }) =>
      first !== undefined &&
      report.document !== first.report.document &&
      !samePerson(order.person, first.order.person) &&
      !areCopies(report, first.report),
  )
  if (others.length === 0) return []
  const claims = [first!, ...others].map(({ order, report }) => claimOf(report, order.person, order))
  return [conflict('actor', claims)]
}

/** „Muster“ is Max Muster; spelling and first names differ more often than people of one name take part. */
const samePerson = (a: string, b: string): boolean =>
  a.split(' ').at(-1)!.toLowerCase() === b.split(' ').at(-1)!.toLowerCase()

/** Both name a good or a word of the other's object; an account that names neither is about whatever the entry is. */
const isSameThing = (a: ToldEvidence, b: ToldEvidence): boolean => {
  const namesNothing = ({ goods, words }: ToldEvidence): boolean => goods.length === 0 && words.length === 0
  if (namesNothing(a) || namesNothing(b)) return true
  return a.goods.some((good) => b.goods.includes(good)) || a.words.some((word) => b.words.includes(word))
}

/** One account says that it happened, another that it did not. */
const sameTimeDays = 5

export const denialsIn = (
  steps: readonly FoldedStep[],
  reports: ReadonlyMap<string, LinkedReport>,
  { areCopies }: Pick<Origins, 'areCopies'>,
): Conflict[] => {
  const out: Conflict[] = []
  for (const denied of steps.filter((step) => step.factuality === 'denied')) {
    for (const actual of steps) {
      if (actual.factuality !== 'actual' || actual.transition !== denied.transition) continue
      for (const no of denied.members) {
        const yes = actual.members.find((member) => {
          const [a, b] = [reports.get(member.evidence.report)!, reports.get(no.evidence.report)!]
          if (areCopies(a, b) || a === b) return false
          // „bis zum 2. Juli“ says nothing of the years before: what is news is as old as its report.
          const when = (m: typeof no, report: LinkedReport): Days =>
            m.told !== null && m.told.first !== null ? m.told : report.out
          return (
            isSameThing(member.evidence, no.evidence) && gap(when(member, a), when(no, b)) <= sameTimeDays
          )
        })
        if (yes === undefined) continue
        out.push(
          conflict('denial', [
            claimOf(reports.get(yes.evidence.report)!, 'actual', yes.evidence),
            claimOf(reports.get(no.evidence.report)!, 'denied', no.evidence),
          ]),
        )
      }
    }
  }
  return out
}
