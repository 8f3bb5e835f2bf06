/**
 * The store over SQL, the same for every database. What databases do each in their own way (opening a write
 * transaction, indexing terms, erasing for good) is a `Driver`: `sqlite.ts`, `postgres.ts`.
 */
import { openAccess } from './access.ts'
import { decisionStore } from './decisions.ts'
import type { Driver } from './driver.ts'
import { listStore } from './lists.ts'
import { readingStore } from './readings.ts'
import { reportStore } from './reports.ts'
import { resultStore } from './results.ts'
import type { Store } from './store.ts'
import { tokenStore } from './tokens.ts'

export const sqlStore = (driver: Driver): Store => {
  const access = openAccess(driver)
  return {
    ...reportStore(access),
    ...readingStore(access),
    ...listStore(access),
    ...decisionStore(access),
    ...tokenStore(access),
    ...resultStore(access),
    backup: (target) => access.guarded(() => driver.backup(target)),
    close: () => access.db.destroy(),
  }
}
