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

/** Reports in the order of documents of the ledger, the later version of one document after the earlier. */
export const inOrderOf = (
  documents: readonly string[],
  reports: readonly ListedReport[],
): readonly ListedReport[] => {
  const place = new Map(documents.map((source, i) => [source, i]))
  return [...reports].sort(
    (a, b) =>
      place.get(a.source)! - place.get(b.source)! ||
      (a.capturedAt < b.capturedAt ? -1 : a.capturedAt > b.capturedAt ? 1 : 0),
  )
}
