/**
 * What changed in the ledger while somebody listened, and a while back, so that whoever lost the connection can go on
 * where it was. Another process may write too, so the store is asked; that costs one look-up by key.
 */
import type { Language } from '../core/errors.ts'
import type { Ledger } from '../formats/ledger.ts'
import type { Archive } from '../run/archive.ts'
import { diffLedgers, type LedgerDiff } from '../run/diff.ts'
import { titledIn } from '../run/titled.ts'

export interface Change {
  /** Snapshot of the ledger before and after. */
  readonly from: string
  readonly to: string
  readonly difference: Readonly<Record<Language, LedgerDiff>>
}

export interface ChangeLog {
  /** Looks whether the ledger has become another. Gives the snapshot of the one that it is now. */
  look(): Promise<string>
  /** What changed after that snapshot, in order; null where that is not remembered. */
  since(snapshot: string): readonly Change[] | null
}

/** Some hours of a busy day. */
const remembered = 200

export const changeLog = (archive: Pick<Archive, 'store' | 'ledger'>): ChangeLog => {
  let seen: { readonly generation: number; readonly ledger: Ledger } | null = null
  let changes: readonly Change[] = []
  let looking: Promise<string> | null = null

  const difference = (from: Ledger, to: Ledger, language: Language): LedgerDiff =>
    diffLedgers(titledIn(from, language), titledIn(to, language))

  const look = async (): Promise<string> => {
    const generation = await archive.store.generation()
    if (seen?.generation === generation) return seen.ledger.snapshot
    const ledger = await archive.ledger({ asOf: null, clock: 'published' })
    if (seen !== null && seen.ledger.snapshot !== ledger.snapshot) {
      const change = {
        from: seen.ledger.snapshot,
        to: ledger.snapshot,
        difference: {
          de: difference(seen.ledger, ledger, 'de'),
          en: difference(seen.ledger, ledger, 'en'),
        },
      }
      changes = [...changes, change].slice(-remembered)
    }
    seen = { generation, ledger }
    return ledger.snapshot
  }

  return {
    // All who listen look at once, and none of them twice.
    look: () => {
      looking ??= look().finally(() => {
        looking = null
      })
      return looking
    },
    since: (snapshot) => {
      if (snapshot === seen?.ledger.snapshot) return []
      // A ledger may become one again that it was before: the last time counts.
      const at = changes.findLastIndex(({ to }) => to === snapshot)
      if (at >= 0) return changes.slice(at + 1)
      return changes[0]?.from === snapshot ? changes : null
    },
  }
}
