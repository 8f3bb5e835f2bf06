/** Which reports can be used on a day. */
import { firstIndex } from '../core/sorted.ts'
import type { Clock } from './fold.ts'
import { type Linked, type LinkedReport, sortsAt } from './link.ts'

export interface LedgerQuery {
  /** ISO day, or null for everything known. */
  readonly asOf: string | null
  readonly clock: Clock
}

/** Reports that can be used on a day, and how many may have been out but are not. */
export interface View {
  readonly shows: (report: LinkedReport) => boolean
  readonly possiblyLater: number
  readonly newer: number
}

/** Was it certainly out by then? */
export const isOutOn =
  ({ asOf, clock }: LedgerQuery) =>
  ({ known }: LinkedReport): boolean =>
    asOf === null || known[clock] <= asOf

/** Of a document with several versions the last one known by then is read. */
export const viewOf = (linked: Linked, query: LedgerQuery): View => {
  const { asOf, clock } = query
  const isOut = isOutOn(query)
  const superseded = new Set<LinkedReport>()
  for (const versions of linked.versioned.values()) {
    const out = versions.filter(isOut).sort((a, b) => (isLater(a, b, clock) ? -1 : 1))
    for (const old of out.slice(1)) superseded.add(old)
  }
  const days = linked.days[clock]
  return {
    shows: superseded.size === 0 ? isOut : (report) => isOut(report) && !superseded.has(report),
    newer: asOf === null ? 0 : days.length - firstIndex(days, (day) => day <= asOf),
    possiblyLater:
      asOf === null || clock === 'captured'
        ? 0
        : linked.uncertain.filter((report) => !isOut(report) && (report.out.first ?? '') <= asOf).length,
  }
}

const isLater = (a: LinkedReport, b: LinkedReport, clock: LedgerQuery['clock']): boolean => {
  const keys = (report: LinkedReport): string[] => [
    clock === 'captured' ? report.known.captured : sortsAt(report),
    report.facts.capturedAt,
    report.facts.contentHash,
  ]
  const [x, y] = [keys(a), keys(b)]
  for (let index = 0; index < x.length; index++) if (x[index] !== y[index]) return x[index]! > y[index]!
  return false
}
