/** Rows of the tables as the store's records. */
import type { Tables } from './schema.ts'
import type { InputKind, ListedReport, StoredReport } from './store.ts'

export const toReport = (row: Tables['report']): StoredReport => ({
  id: row.id,
  source: row.source,
  url: row.url,
  inputKind: row.input_kind as InputKind | null,
  givenTitle: row.given_title,
  givenPublished: row.given_published,
  contentHash: row.content_hash,
  capturedAt: row.captured_at,
})

/** What of a reading stands in lists. */
export const summaryColumns = ['title', 'published', 'publisher', 'agencies'] as const

type Summary = Pick<Tables['reading'], 'title' | 'published' | 'publisher' | 'agencies'>

export const toListed = (row: Tables['report'] & Summary): ListedReport => ({
  ...toReport(row),
  title: row.title,
  published: row.published,
  publisher: row.publisher,
  agencies: JSON.parse(row.agencies) as string[],
})
