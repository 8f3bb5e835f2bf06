import type { ReportRecord } from '../core/records.ts'
import type { Reading } from '../formats/reading.ts'

/** What linking and the ledger need to know of one report: small, plain JSON, stored beside the reading. */
export interface ReportFacts {
  /** `r-…` */
  readonly report: string
  readonly source: string
  readonly url: string | null
  readonly contentHash: string
  readonly capturedAt: string
  readonly events: Reading['events']
}

export const factsOf = (record: ReportRecord): ReportFacts => ({
  report: record.id,
  source: record.source,
  url: record.url,
  contentHash: record.contentHash,
  capturedAt: record.capturedAt,
  events: record.reading.events,
})
