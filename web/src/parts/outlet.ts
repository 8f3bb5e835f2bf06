import type { ListedReport } from '../api.ts'

/** „Elbkurier / dpa“; where neither is known, the name of the document. */
export const outletWords = (report: Pick<ListedReport, 'publisher' | 'agencies' | 'source'>): string =>
  [report.publisher, report.agencies.join(', ')].filter(Boolean).join(' / ') ||
  (report.source.split(/[\\/]/u).at(-1) ?? report.source)
