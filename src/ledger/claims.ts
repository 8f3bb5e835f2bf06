/** Accounts side by side that cannot both be true. */
import { shortId } from '../core/hash.ts'
import { compare } from '../core/sorted.ts'
import type { Ledger } from '../formats/ledger.ts'
import type { LinkedReport } from './link.ts'

export type Contradiction = Ledger['contradictions'][number]

type Claim = Contradiction['claims'][number]

export type Kind = Contradiction['kind']

export const claimOf = (
  report: LinkedReport,
  value: string,
  span: { start: number; end: number; exact: string },
): Claim => ({
  value,
  report: report.facts.report,
  source: report.facts.source,
  exact: span.exact,
  start: span.start,
  end: span.end,
})

/** A contradiction, whatever it is about. */
export type Conflict = Omit<Contradiction, 'about' | 'commitment'>

export const conflict = (kind: Kind, claims: readonly Claim[]): Conflict => {
  const sorted = [...claims].sort((a, b) => compare(a.source, b.source) || a.start - b.start)
  const key = sorted.map(({ report, start, end }) => `${report}@${start}-${end}`).join(' ')
  return { id: shortId('x', `${kind} ${key}`), kind, claims: sorted }
}

export const contradiction = (
  { id, kind, claims }: Conflict,
  about: string,
  commitment: string | null,
): Contradiction => ({ id, kind, about, commitment, claims })
