/** The evidence of a commitment, ready for folding and for showing; nothing of it depends on the day asked for. */
import { daysOf } from '../core/edtf.ts'
import { sha256 } from '../core/hash.ts'
import { compare } from '../core/sorted.ts'
import type { LedgerEvidence } from '../formats/ledger.ts'
import { type Dated, inOrderOfFolding, type Seen } from './fold.ts'
import { type Linked, type LinkedMatter, type LinkedReport, sortsAt } from './link.ts'
import type { ToldEvidence } from './told-evidence.ts'

/** A piece of evidence. */
export interface Member extends Dated {
  readonly report: LinkedReport
  readonly shown: LedgerEvidence
  /** Hash of what is shown. */
  readonly mark: string
}

/** A member ready for folding. */
export interface Telling extends Member, Seen {
  /** Its place among the evidence of a step. */
  readonly rank: number
}

export const membersOf = (matter: LinkedMatter, reports: Linked['reports']): Member[] =>
  matter.members.map((evidence): Member => {
    const report = reports.get(evidence.report)!
    const shown = evidenceOf(evidence, report)
    return {
      evidence,
      told: daysOf(evidence.date?.edtf),
      out: report.out,
      outBasis: report.publication.basis === 'inferred' ? 'inferred' : 'publication',
      known: report.known,
      report,
      shown,
      mark: sha256(JSON.stringify(shown)).slice(7, 39),
    }
  })

export const tellingsOf = (members: readonly Member[]): Telling[] => {
  const folding = inOrderOfFolding(beforeStops(members))
  const ranks = new Map([...folding].sort(inOrder).map((one, rank) => [one, rank]))
  return folding.map((one) => ({ ...one, rank: ranks.get(one)! }))
}

/**
 * What a report mentions as given before the stop that it tells of, it dates by that stop.
 *
 *     Die USA stoppten am 2. Juli bereits zugesagte Lieferungen.
 *                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 */
const beforeStops = (members: readonly Member[]): readonly Member[] => {
  const stops = new Map<string, string[]>()
  for (const { evidence, told } of members)
    if (evidence.halts && evidence.factuality === 'actual' && told?.last != null)
      stops.set(evidence.report, [...(stops.get(evidence.report) ?? []), told.last])
  return members.map((one) => {
    const { evidence, told } = one
    if (!evidence.background || evidence.halts || (told !== null && told.first !== null)) return one
    const [first] = (stops.get(evidence.report) ?? []).sort()
    if (first === undefined || (told?.last ?? '9999') <= first) return one
    return {
      ...one,
      told: { first: null, last: first },
      evidence: { ...evidence, date: { edtf: `../${first}`, basis: 'inferred' } },
    }
  })
}

const evidenceOf = (
  { speaker, exact, start, end, ref }: ToldEvidence,
  { facts }: LinkedReport,
): LedgerEvidence => ({
  report: facts.report,
  source: facts.source,
  title: facts.title,
  published: facts.published?.edtf ?? null,
  publisher: facts.publisher,
  agency: facts.agencies[0] ?? null,
  speaker,
  exact,
  start,
  end,
  ref,
})

const inOrder = (a: Member, b: Member): number =>
  compare(sortsAt(a.report), sortsAt(b.report)) ||
  compare(a.report.facts.contentHash, b.report.facts.contentHash) ||
  a.shown.start - b.shown.start
