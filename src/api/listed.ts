import { openingOf } from '../core/opening.ts'
import type { Archive } from '../run/archive.ts'
import type { ListedReport } from '../store/store.ts'

/** A report as lists show it. Only one without a title is opened, to see how it begins. */
export const listReport = async (archive: Pick<Archive, 'reading'>, report: ListedReport) => ({
  id: report.id,
  source: report.source,
  url: report.url,
  title: report.title,
  opening: report.title === null ? await openingFrom(archive, report.id) : null,
  published: report.published,
  publisher: report.publisher,
  agencies: [...report.agencies],
  capturedAt: report.capturedAt,
  contentHash: report.contentHash,
})

const openingFrom = async (archive: Pick<Archive, 'reading'>, id: string): Promise<string | null> => {
  const reading = await archive.reading(id)
  return reading === null ? null : openingOf(reading.article)
}

export const listReports = (archive: Pick<Archive, 'reading'>, reports: readonly ListedReport[]) =>
  Promise.all(reports.map((report) => listReport(archive, report)))

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
