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

/** Spans that grow in number. */
export class Nearness {
  private spans: Span[] = []
  /** From the first to the last day of all. */
  private hull: Span | null = null

  get isEmpty(): boolean {
    return this.hull === null
  }

  add(span: Span): void {
    if (this.hull === null) {
      this.spans = [span]
      this.hull = span
      return
    }
    const before = this.spans.at(-1)!
    if (before.first === span.first && before.last === span.last) return
    this.spans.push(span)
    if (span.first < this.hull.first || span.last > this.hull.last)
      this.hull = {
        first: Math.min(this.hull.first, span.first),
        last: Math.max(this.hull.last, span.last),
      }
  }

  /** Days to the nearest span; infinite where there is none. */
  distanceTo(span: Span): number {
    if (this.hull === null) return Number.POSITIVE_INFINITY
    // Before or after all of them the nearest is the one at the edge.
    const outside = between(this.hull, span)
    if (outside > 0) return outside
    let least = Number.POSITIVE_INFINITY
    for (let at = this.spans.length - 1; at >= 0 && least > 0; at--)
      least = Math.min(least, between(this.spans[at]!, span))
    return least
  }
}
