/** What each entry looked like at the last visit: its steps, kept in this browser only. */
import type { LedgerRow } from '../api.ts'
import { stepKey } from './step-list.tsx'

interface Visit {
  /** Milliseconds. */
  readonly at: number
  /** Steps by commitment. */
  readonly seen: Readonly<Record<string, readonly string[]>>
}

interface Visits {
  readonly current: Visit
  readonly before: Visit | null
}

const key = 'aktenlage.visits'
/** Whoever comes back within half an hour is still on the same visit: loading anew does not take the news away. */
const sameVisitMs = 1_800_000

const stored = (): Visits | null => {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') as Visits | null
  } catch {
    return null
  }
}

const visits = stored()
const isSame = visits !== null && Date.now() - visits.current.at < sameVisitMs

/** The visit before this one; null where it is the first in this browser. */
export const lastVisit: Visit | null = visits === null ? null : isSame ? visits.before : visits.current

/** Remembers what this visit has seen. */
export const keepVisit = (rows: readonly LedgerRow[]): void => {
  const seen = Object.fromEntries(rows.map((row) => [row.id, row.history.map(stepKey)]))
  const now: Visits = { current: { at: Date.now(), seen }, before: lastVisit }
  try {
    localStorage.setItem(key, JSON.stringify(now))
  } catch {
    // A browser without storage shows everything as known; nothing is lost.
  }
}

/** The steps that came to an entry since the last visit; all of them where the entry itself is new. */
export const newSteps = (row: LedgerRow): LedgerRow['history'] => {
  const seen = new Set(lastVisit?.seen[row.id])
  return row.history.filter((step) => !seen.has(stepKey(step)))
}
