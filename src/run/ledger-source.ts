/**
 * Ledgers on demand. The facts stay in memory and grow with the store; a ledger is kept in memory until the ground
 * changes, and the first one of a process in the data file too: the next process need not link everything for it.
 */
import type { CompiledCodebook } from '../codebook/codebook.ts'
import { asAktenlageError } from '../core/errors.ts'
import type { Decision } from '../core/records.ts'
import type { Ledger } from '../formats/ledger.ts'
import type { LedgerGround } from '../ledger/build.ts'
import type { ReportFacts } from '../link/facts.ts'
import type { Store } from '../store/store.ts'

export interface LedgerRequest {
  /** ISO day, or null for everything known. */
  readonly asOf: string | null
  readonly clock: 'published' | 'captured'
  /** `today`: decisions as they stand; `as-of`: those made by the day. */
  readonly decisions?: 'today' | 'as-of'
}

export interface LedgerSource {
  ledger(request: LedgerRequest): Promise<Ledger>
  /** The facts of all reports, as of now. */
  ground(): Promise<LedgerGround>
}

/** Ledgers kept in memory: people step through days, and each is some megabytes in a large archive. */
const keptInMemory = 16

const decidedBy = (decisions: readonly Decision[], day: string): Decision[] =>
  decisions.filter((decision) => decision.decidedAt.slice(0, 10) <= day)

/** What linking looks at once, when a report comes, is kept as text: as objects it would be most of the memory. */
const packed = (facts: ReportFacts): ReportFacts => {
  const { terms, fingerprint, appearances, ...rest } = facts
  const text = JSON.stringify([terms, fingerprint, appearances])
  const unpacked = (): [ReportFacts['terms'], ReportFacts['fingerprint'], ReportFacts['appearances']] =>
    JSON.parse(text)
  return {
    ...rest,
    get terms() {
      return unpacked()[0]
    },
    get fingerprint() {
      return unpacked()[1]
    },
    get appearances() {
      return unpacked()[2]
    },
  }
}

export const ledgerSource = (
  store: Store,
  codebook: () => Promise<CompiledCodebook>,
  engine: string,
): LedgerSource => {
  const facts = new Map<string, ReportFacts>()
  let current: { readonly generation: number; readonly ground: LedgerGround } | null = null
  let kept: { readonly generation: number; readonly ledgers: Map<string, Ledger> } = {
    generation: -1,
    ledgers: new Map(),
  }

  const refreshed = async (generation: number): Promise<LedgerGround> => {
    if (current?.generation === generation) return current.ground
    for await (const row of store.facts(current?.generation ?? 0))
      facts.set(row.reportId, packed(row.facts as ReportFacts))
    const withdrawals = await store.withdrawals()
    for (const withdrawal of withdrawals) facts.delete(withdrawal.reportId)
    const ground: LedgerGround = {
      facts: [...facts.values()],
      decisions: await store.decisions(),
      withdrawn: withdrawals.map(({ reportId, reason, at }) => ({ report: reportId, reason, at })),
    }
    current = { generation, ground }
    return ground
  }

  return {
    ground: async () => refreshed(await store.generation()),
    ledger: async (request) => {
      const generation = await store.generation()
      const key = `ledger ${engine} ${request.asOf} ${request.clock} ${request.decisions ?? 'today'}`
      if (kept.generation !== generation) kept = { generation, ledgers: new Map() }
      const { ledgers } = kept
      const there = ledgers.get(key)
      if (there !== undefined) return there
      const stored = await store.derivedResult(key)
      let ledger: Ledger
      if (stored?.generation === generation) {
        ledger = stored.value as Ledger
      } else {
        const isFirst = current === null
        const ground = await refreshed(generation)
        const day = request.asOf
        const { buildLedger } = await import('../ledger/build.ts')
        ledger = buildLedger(
          request.decisions === 'as-of' && day !== null
            ? { ...ground, decisions: decidedBy(ground.decisions, day) }
            : ground,
          { asOf: request.asOf, clock: request.clock },
          await codebook(),
        )
        // Once everything is linked, making another is quicker than keeping it.
        if (isFirst)
          await store.keepDerivedResult(key, generation, ledger).catch((error: unknown) => {
            // A full disk or a long writer must not keep anybody from reading.
            if (asAktenlageError(error).errorClass !== 'configuration') throw error
          })
      }
      ledgers.set(key, ledger)
      if (ledgers.size > keptInMemory) ledgers.delete(ledgers.keys().next().value!)
      return ledger
    },
  }
}
