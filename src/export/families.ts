/** The order in which entries are listed. */
import { daysOf } from '../core/edtf.ts'
import { compare } from '../core/sorted.ts'
import type { Commitment } from '../formats/ledger.ts'

/** Wholes followed by their parts, as the tracker has activities and sub-activities. */
export const inFamilies = (commitments: readonly Commitment[]): Commitment[] => {
  const known = new Set(commitments.map((one) => one.id))
  const parts = new Map<string, Commitment[]>()
  const wholes: Commitment[] = []
  for (const one of commitments) {
    if (one.parent === null || !known.has(one.parent)) wholes.push(one)
    else parts.set(one.parent, [...(parts.get(one.parent) ?? []), one])
  }
  const ordered: Commitment[] = []
  const open = wholes.toReversed()
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    ordered.push(next)
    open.push(...(parts.get(next.id) ?? []).toReversed())
  }
  return ordered
}

/** The last day on which something happened, as far as that is known. */
const lastDay = ({ history }: Commitment): string =>
  history
    .filter((step) => step.factuality === 'actual')
    .map((step) => daysOf(step.date?.edtf))
    .map((days) => days?.last ?? days?.first ?? '')
    .sort()
    .at(-1) ?? ''

/** The one that moved last first. */
export const newestFirst = (commitments: readonly Commitment[]): Commitment[] =>
  [...commitments].sort((a, b) => compare(lastDay(b), lastDay(a)) || compare(a.id, b.id))
