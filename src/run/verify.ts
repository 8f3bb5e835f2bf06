/**
 * Proves the evidence: from the captured bytes the article is cut anew, and every quotation of readings and ledger
 * is compared letter for letter with the place it names, then with the place in the capture that it came from.
 */
import { sha256 } from '../core/hash.ts'
import type { Span } from '../core/span.ts'
import type { StoredReport } from '../store/store.ts'
import type { Archive, OnProgress } from './archive.ts'
import { correctionsOf } from './decisions.ts'
import { articleOf, type Corrections } from './read.ts'
import { sourceRuns } from './source-runs.ts'

export type FailureReason =
  | 'capture-missing'
  | 'capture-changed'
  | 'reading-missing'
  | 'text-differs'
  | 'quotation-differs'
  | 'source-differs'
  | 'report-missing'

export interface VerifyFailure {
  readonly report: string
  readonly source: string
  /** Where it stands: a path into the reading, or the id of a ledger entry. */
  readonly where: string
  readonly reason: FailureReason
  readonly exact: string | null
}

export interface Verification {
  readonly reports: number
  readonly pieces: number
  readonly failures: readonly VerifyFailure[]
}

interface Quotation extends Span {
  readonly where: string
  readonly exact: string
}

/** Every object in a JSON value that quotes: `{start, end, exact}`. */
const quotationsIn = (value: unknown, where: string, out: Quotation[]): void => {
  if (typeof value !== 'object' || value === null) return
  const { start, end, exact } = value as Record<string, unknown>
  if (typeof start === 'number' && typeof end === 'number' && typeof exact === 'string')
    out.push({ where, start, end, exact })
  for (const [key, inner] of Object.entries(value)) quotationsIn(inner, `${where}/${key}`, out)
}

/** White space in the text may stand for another in the page: no-break, tab, line break. */
const sameLetters = (a: string, b: string): boolean =>
  a === b || a.replaceAll(/\s/gu, ' ') === b.replaceAll(/\s/gu, ' ')

/** Quotations of the ledger by report. */
const ledgerQuotations = (ledger: Awaited<ReturnType<Archive['ledger']>>): Map<string, Quotation[]> => {
  const byReport = new Map<string, Quotation[]>()
  const add = (report: string, quotation: Quotation): void => {
    const there = byReport.get(report)
    if (there === undefined) byReport.set(report, [quotation])
    else there.push(quotation)
  }
  for (const commitment of ledger.commitments)
    for (const step of commitment.history)
      for (const { report, start, end, exact } of step.evidence)
        add(report, { where: commitment.id, start, end, exact })
  for (const contradiction of ledger.contradictions)
    for (const { report, start, end, exact } of contradiction.claims)
      add(report, { where: contradiction.id, start, end, exact })
  return byReport
}

export const verify = async (
  archive: Archive,
  onProgress: OnProgress = () => undefined,
): Promise<Verification> => {
  const { store } = archive
  const corrections = correctionsOf(await store.decisions())
  const quoted = ledgerQuotations(await archive.ledger({ asOf: null, clock: 'published' }))
  const failures: VerifyFailure[] = []
  let pieces = 0

  const check = async (report: StoredReport, given: Corrections): Promise<void> => {
    const fail = (where: string, reason: FailureReason, exact: string | null = null): void => {
      failures.push({ report: report.id, source: report.source, where, reason, exact })
    }
    const bytes = await store.capture(report.contentHash)
    if (bytes === null) return fail('capture', 'capture-missing')
    if (sha256(bytes) !== report.contentHash) return fail('capture', 'capture-changed')
    const reading = await archive.reading(report.id)
    if (reading === null) return fail('reading', 'reading-missing')
    const { article, decoded } = articleOf(
      {
        bytes,
        kind: report.inputKind,
        name: report.source,
        url: report.url,
        title: report.givenTitle,
        published: report.givenPublished,
        today: report.capturedAt.slice(0, 10),
      },
      given,
    )
    const { text, map } = article
    if (text !== reading.article.text) fail('article/text', 'text-differs')
    const quotations = [...(quoted.get(report.id) ?? [])]
    quotationsIn(reading, '', quotations)
    quoted.delete(report.id)
    for (const quotation of quotations) {
      pieces++
      const { where, exact, start, end } = quotation
      if (text.slice(start, end) !== exact) {
        fail(where, 'quotation-differs', exact)
        continue
      }
      const literal = sourceRuns(map, quotation, text.length).filter(
        (run) => run.text.end - run.text.start === run.source.end - run.source.start,
      )
      if (
        literal.some(
          (run) =>
            !sameLetters(
              text.slice(run.text.start, run.text.end),
              decoded.slice(run.source.start, run.source.end),
            ),
        )
      )
        fail(where, 'source-differs', exact)
    }
  }

  const reports = await store.reports()
  for (const [i, report] of reports.entries()) {
    await check(report, corrections.get(report.contentHash) ?? {})
    onProgress(i + 1, reports.length)
  }
  // What is left quotes reports that are not there.
  for (const [report, quotations] of quoted)
    for (const { where, exact } of quotations)
      failures.push({ report, source: report, where, reason: 'report-missing', exact })
  return { reports: reports.length, pieces, failures }
}
