import type { ListedReport } from '../store/store.ts'

/** A report as lists show it. */
export const listReport = (report: ListedReport) => ({
  id: report.id,
  source: report.source,
  url: report.url,
  title: report.title,
  published: report.published,
  publisher: report.publisher,
  agencies: [...report.agencies],
  capturedAt: report.capturedAt,
  contentHash: report.contentHash,
})
