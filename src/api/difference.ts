/** The difference between two ledgers by pages. Pure. */
import type { z } from '@hono/zod-openapi'
import type { LedgerDiff } from '../run/diff.ts'
import { pageOf } from './pages.ts'
import type { pageQuery } from './schemas.ts'

export interface DifferencePage extends LedgerDiff {
  /** Of all that is moved, new, gone or contradicted. */
  readonly total: number
  readonly next: string | null
}

/** What moved comes first, then what is new, what is gone, what is contradicted. No id stands in two of the lists. */
export const pageOfDifference = (diff: LedgerDiff, query: z.infer<typeof pageQuery>): DifferencePage => {
  const { moved, added, removed, contradictions } = diff
  const all = [...moved, ...added, ...removed, ...contradictions]
  const { page, next } = pageOf(all, query)
  const shown = new Set<unknown>(page)
  const onPage = <Item>(list: readonly Item[]): Item[] => list.filter((one) => shown.has(one))
  return {
    ...diff,
    moved: onPage(moved),
    added: onPage(added),
    removed: onPage(removed),
    contradictions: onPage(contradictions),
    total: all.length,
    next,
  }
}
