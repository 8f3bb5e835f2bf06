/** How long something has lasted, against when it began. */
import type { CompiledCodebook } from '../codebook/codebook.ts'
import { addDays, type Days, gap } from '../core/edtf.ts'
import type { Lasting } from '../link/facts.ts'
import { type Contradiction, claimOf, conflict, contradiction } from './claims.ts'
import type { LinkedReport } from './link.ts'

interface Course {
  readonly report: LinkedReport
  readonly lasting: Lasting
  /** Days on which it can have begun, if this account is right. */
  readonly begun: Days
}

/** ISO duration in days; only years, months and weeks are used for courses of events. */
const daysIn = (duration: string): number | null => {
  const found = /^P(?<count>\d+(?:\.\d+)?)(?<unit>[YMW])$/u.exec(duration)?.groups
  if (found === undefined) return null
  const each = { Y: 365.25, M: 30.44, W: 7 }[found.unit as 'Y' | 'M' | 'W']
  return Number(found.count) * each
}

/** „fast drei Jahre“: from 2.5 to 3; „mehr als drei Jahre“: 3 to 4; plain: as far as rounding goes. */
const begunOf = (lasting: Lasting, out: Days): Days | null => {
  if (lasting.begun !== null) return { first: lasting.begun[0], last: lasting.begun[1] }
  const length = lasting.duration === null ? null : daysIn(lasting.duration)
  if (length === null || out.first === null) return null
  const unit = lasting.duration!.endsWith('Y') ? 365 : lasting.duration!.endsWith('M') ? 30 : 7
  const [shortest, longest] =
    lasting.mod === 'LESS_THAN' || lasting.mod === 'EQUAL_OR_LESS'
      ? [length - unit / 2, length]
      : lasting.mod === 'MORE_THAN' || lasting.mod === 'EQUAL_OR_MORE'
        ? [length, length + unit]
        : [length - unit / 2, length + unit * 0.9]
  return {
    first: addDays(out.first, -Math.round(longest)),
    last: out.last === null ? null : addDays(out.last, -Math.round(shortest)),
  }
}

/** Accounts less than this apart are no contradiction: both ends are rounded. */
const clearDays = 60
/** So many documents that agree are as good as a stated beginning. */
const agreeing = 3
/** Claims shown beside the odd one. */
const shownBeside = 4

/** The days on which most accounts let it have begun; a stated beginning weighs as much as `agreeing` durations. */
const consensusOf = (told: readonly Course[]): Days | null => {
  const weight = (course: Course): number => (course.lasting.begun === null ? 1 : agreeing)
  const ends = [...new Set(told.map(({ begun }) => begun.first ?? ''))].sort()
  let best: { readonly days: Days; readonly weight: number } | null = null
  for (const end of ends.slice(-200)) {
    let days: Days = { first: end === '' ? null : end, last: null }
    let sum = 0
    for (const course of told) {
      const { first, last } = course.begun
      if ((first ?? '') > end || (last !== null && last < end)) continue
      sum += weight(course)
      if (last !== null && (days.last === null || last < days.last)) days = { ...days, last }
    }
    if (best === null || sum > best.weight) best = { days, weight: sum }
  }
  return best !== null && best.weight >= agreeing ? best.days : null
}

/** Accounts of how long something has lasted that most others, or its stated beginning, exclude. */
export const durationsOf = (
  reports: readonly LinkedReport[],
  codebook: CompiledCodebook,
): Contradiction[] => {
  const { courses } = codebook.model.words
  const told: Course[] = []
  for (const report of reports)
    for (const lasting of report.facts.lastings) {
      const text = lasting.sentence.toLowerCase()
      if (lasting.countries.length === 0 || !courses.some((course) => text.includes(course))) continue
      const begun = begunOf(lasting, report.out)
      if (begun !== null) told.push({ report, lasting, begun })
    }
  const sides = new Map<string, readonly string[]>()
  for (const { lasting } of told)
    if (lasting.duration !== null) sides.set(lasting.countries.join('+'), lasting.countries)
  const out: Contradiction[] = []
  for (const countries of sides.values()) {
    // The same sides, or one account names fewer of them; a stated beginning may name helpers too.
    const shared = ({ lasting }: Course): boolean => {
      const common = lasting.countries.filter((country) => countries.includes(country)).length
      return common >= (lasting.begun === null ? Math.min(lasting.countries.length, countries.length) : 1)
    }
    const course = told.filter(shared)
    const consensus = consensusOf(course)
    if (consensus === null) continue
    for (const odd of course) {
      if (odd.lasting.duration === null || odd.lasting.countries.join('+') !== countries.join('+')) continue
      if (gap(consensus, odd.begun) < clearDays) continue
      // Side by side with what was said at the same time, and with the stated beginning.
      const beside = course
        .filter(
          (other) =>
            other.report.document !== odd.report.document &&
            gap(consensus, other.begun) === 0 &&
            (other.lasting.begun !== null || gap(other.report.out, odd.report.out) <= clearDays),
        )
        .slice(0, shownBeside)
      if (beside.length === 0) continue
      out.push(
        contradiction(
          conflict('duration', [
            claimOf(odd.report, odd.lasting.exact, odd.lasting),
            ...beside.map((other) => claimOf(other.report, other.lasting.exact, other.lasting)),
          ]),
          odd.lasting.exact,
          null,
        ),
      )
    }
  }
  return [...new Map(out.map((one) => [one.id, one])).values()]
}
