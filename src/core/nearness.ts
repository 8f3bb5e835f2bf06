/**
 * How far a day lies from the nearest of many others. Accounts of one course of events repeat a few days again and
 * again, and most of those who ask come after all of them; so the question is cheap however many accounts there are.
 */
import { type Days, dayNumber } from './edtf.ts'

/** Days as numbers; an open end is infinite. */
export interface Span {
  readonly first: number
  readonly last: number
}

export const spanOf = ({ first, last }: Days): Span => ({
  first: first === null ? Number.NEGATIVE_INFINITY : dayNumber(first),
  last: last === null ? Number.POSITIVE_INFINITY : dayNumber(last),
})

/** Days between two spans, 0 where they touch: `gap` of edtf.ts over numbers. */
export const between = (a: Span, b: Span): number => Math.max(0, a.first - b.last, b.first - a.last)

export interface Nearness {
  /** How many different spans it has. */
  readonly size: number
  add(span: Span): void
  /** Days to the nearest span; infinite where there is none. */
  distanceTo(span: Span): number
}

export const createNearness = (): Nearness => {
  const spans: Span[] = []
  const known = new Set<string>()
  let hull: Span = { first: Number.POSITIVE_INFINITY, last: Number.NEGATIVE_INFINITY }
  return {
    get size() {
      return spans.length
    },
    add: (span) => {
      const key = `${span.first} ${span.last}`
      if (known.has(key)) return
      known.add(key)
      spans.push(span)
      hull = { first: Math.min(hull.first, span.first), last: Math.max(hull.last, span.last) }
    },
    distanceTo: (span) => {
      // Before or after all of them the nearest is the one at the edge.
      let least = between(hull, span)
      if (least > 0) return least
      least = Number.POSITIVE_INFINITY
      for (let at = spans.length - 1; at >= 0 && least > 0; at--)
        least = Math.min(least, between(spans[at]!, span))
      return least
    },
  }
}
