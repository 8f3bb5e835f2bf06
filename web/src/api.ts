/** Addresses and types of the API. The types are those of its routes; nothing is declared twice. */
import type { z } from 'zod'
import type * as schemas from '../../src/api/schemas.ts'
import { asOf, clock } from './place.ts'

export type LedgerPage = z.infer<typeof schemas.rowsSchema>
export type LedgerRow = z.infer<typeof schemas.rowSchema>
export type CommitmentPage = z.infer<typeof schemas.commitmentPageSchema>
export type Commitment = CommitmentPage['commitment']
export type Step = Commitment['history'][number]
export type Evidence = Step['evidence'][number]
export type Contradiction = z.infer<typeof schemas.contradictionSchema>
export type ReportPage = z.infer<typeof schemas.reportPageSchema>
export type VersionsPage = z.infer<typeof schemas.versionsPageSchema>
export type ListedReport = z.infer<typeof schemas.listedReportSchema>
export type ReportsPage = z.infer<typeof schemas.reportsPageSchema>
export type DecisionsPage = z.infer<typeof schemas.decisionsPageSchema>
export type ReviewPage = z.infer<typeof schemas.reviewPageSchema>
export type Proposal = ReviewPage['proposals'][number]
export type StoriesPage = z.infer<typeof schemas.storiesPageSchema>
export type StoryRow = z.infer<typeof schemas.storyRowSchema>
export type StoryPage = z.infer<typeof schemas.storyPageSchema>
export type Pairs = z.infer<typeof schemas.pairsSchema>
export type PublicationDays = z.infer<typeof schemas.publicationDaysSchema>
export type SearchPage = z.infer<typeof schemas.searchPageSchema>
export type Diff = z.infer<typeof schemas.diffPageSchema>

/** Days on which something moved, in order. */
export interface ChangeDays {
  readonly days: readonly { readonly day: string; readonly steps: number }[]
}

const withQuery = (path: string, query: Readonly<Record<string, string | null | undefined>> = {}): string => {
  const params = new URLSearchParams()
  for (const [key, value] of Object.entries(query)) if (value) params.set(key, value)
  return params.size > 0 ? `${path}?${params}` : path
}

/** An address of the API as of the day and by the clock that the page shows. */
export const apiAsOf = (path: string, query: Readonly<Record<string, string | null>> = {}): string =>
  withQuery(path, { ...query, asOf: asOf.value, clock: clock.value === 'captured' ? 'captured' : null })

export const api = withQuery
