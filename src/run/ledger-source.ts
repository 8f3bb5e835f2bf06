/**
 * Ledgers on demand. What was linked is kept in the data file, so that a process shows the ledger of any day without
 * linking the archive again. When the ground changes, everything is linked once more, and as long as changes keep
 * coming only what they touch; after a rest, what only linking needs is let go.
 */
import type { CompiledCodebook } from '../codebook/codebook.ts'
import { asAktenlageError } from '../core/errors.ts'
import type { Ledger } from '../formats/ledger.ts'
import type { LedgerGround } from '../ledger/build.ts'
import type { KeptLinks } from '../ledger/kept-links.ts'
import type { Linker, ReportHead } from '../ledger/link.ts'
import type { Teller } from '../ledger/teller.ts'
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
  /** What the ledger knows, as of now, of each report that was out on the day. */
  reports(on?: Omit<LedgerRequest, 'decisions'>): Promise<readonly ReportHead[]>
  /** The day from which each report counts: when it was certainly out, or captured. ISO days by report id. */
  days(clock: LedgerRequest['clock']): Promise<ReadonlyMap<string, string>>
  /** The ground with the facts of all reports, which are read anew where nothing was linked for a while. */
  ground(): Promise<LedgerGround>
  close(): Promise<void>
}

/** Ledgers kept in memory: people step through days, and each is some megabytes in a large archive. */
const keptInMemory = 8
/** From so many reports on, linking all of them is worth a thread. */
const largeArchive = 2_000
/** Reports and decisions come in bursts. */
const restMs = 20_000

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

/** What is in memory while the ground changes. */
interface Linking {
  readonly linker: Linker
  readonly facts: Map<string, ReportFacts>
  generation: number
  ground: LedgerGround
}

/** What is told of one state of the ground. */
interface Telling {
  readonly generation: number
  readonly teller: Teller
  readonly withdrawn: Ledger['withdrawn']
  readonly ledgers: Map<string, Ledger>
}

/** Loaded when first needed: much can be done without. */
const modules = async () => ({
  ...(await import('../ledger/build.ts')),
  ...(await import('../ledger/kept-links.ts')),
  ...(await import('../ledger/link.ts')),
  ...(await import('../ledger/teller.ts')),
  ...(await import('../ledger/view.ts')),
})

export const ledgerSource = (
  store: Store,
  codebook: () => Promise<CompiledCodebook>,
  engine: string,
  /** Links the archive elsewhere and keeps the links in the store; false where it could not. */
  linkApart: () => Promise<boolean> = async () => false,
): LedgerSource => {
  const key = `links ${engine}`
  let linking: Linking | null = null
  let telling: Telling | null = null
  let timer: NodeJS.Timeout | undefined
  let last: Promise<unknown> = Promise.resolve()

  /** One after another: linking changes what it works on. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const result = last.then(work)
    last = result.catch(() => undefined)
    return result
  }

  const withdrawals = async (): Promise<Ledger['withdrawn']> =>
    (await store.withdrawals()).map(({ reportId, reason, at }) => ({ report: reportId, reason, at }))

  const keep = async (links: KeptLinks, generation: number): Promise<void> => {
    try {
      await store.keepDerivedResult(key, generation, links)
    } catch (error) {
      // A full disk or a long writer must not keep anybody from reading.
      if (asAktenlageError(error).errorClass !== 'configuration') throw error
    }
  }

  const rest = async (): Promise<void> => {
    linking = null
    if (telling === null) return
    const { keptLinks, openLinks, createTeller } = await modules()
    const links = keptLinks(telling.teller.linked)
    telling = { ...telling, teller: createTeller(openLinks(links), await codebook()) }
    if ((await store.derivedResult(key))?.generation !== telling.generation)
      await keep(links, telling.generation)
  }

  /** Facts and decisions as they are in the store. */
  const loaded = async (generation: number): Promise<Linking> => {
    clearTimeout(timer)
    timer = setTimeout(() => void inTurn(rest).catch(() => undefined), restMs).unref()
    const { createLinker } = await modules()
    linking ??= {
      linker: createLinker(await codebook()),
      facts: new Map(),
      generation: 0,
      ground: { facts: [], decisions: [], withdrawn: [] },
    }
    if (linking.generation === generation) return linking
    const { facts } = linking
    for await (const row of store.facts(linking.generation))
      facts.set(row.reportId, packed(row.facts as ReportFacts))
    const withdrawn = await withdrawals()
    for (const { report } of withdrawn) facts.delete(report)
    linking.ground = { facts: [...facts.values()], decisions: await store.decisions(), withdrawn }
    linking.generation = generation
    return linking
  }

  /** Links of another process or time, made in a thread where there are none and the archive is large. */
  const keptFor = async (generation: number): Promise<KeptLinks | null> => {
    const current = async (): Promise<KeptLinks | null> => {
      const kept = await store.derivedResult(key)
      return kept?.generation === generation ? (kept.value as KeptLinks) : null
    }
    const kept = await current()
    if (kept !== null) return kept
    const { total } = await store.list({ groups: [], limit: 1 })
    return total >= largeArchive && (await linkApart()) ? await current() : null
  }

  const told = async (): Promise<Telling> => {
    const generation = await store.generation()
    if (telling?.generation === generation) return telling
    const { createTeller, keptLinks, openLinks } = await modules()
    const kept = telling === null && linking === null ? await keptFor(generation) : null
    if (kept !== null) {
      const teller = createTeller(openLinks(kept), await codebook())
      telling = { generation, teller, withdrawn: await withdrawals(), ledgers: new Map() }
      return telling
    }
    const { linker, ground } = await loaded(generation)
    const linked = linker.update(ground.facts, ground.decisions)
    const isFirst = telling === null
    const teller = telling?.teller ?? createTeller(linked, await codebook())
    teller.take(linked)
    telling = { generation, teller, withdrawn: ground.withdrawn, ledgers: new Map() }
    // Later changes are kept when they have come to rest.
    if (isFirst) await keep(keptLinks(linked), generation)
    return telling
  }

  const ground = (): Promise<LedgerGround> =>
    inTurn(async () => (await loaded(await store.generation())).ground)

  /** With the decisions of another day all is linked otherwise; few ask for it, so nothing of it is kept. */
  const decidedBy = async ({ asOf, clock }: LedgerRequest): Promise<Ledger | null> => {
    const all = await store.decisions()
    const decisions = all.filter((decision) => asOf !== null && decision.decidedAt.slice(0, 10) <= asOf)
    if (asOf === null || decisions.length === all.length) return null
    const { buildLedger } = await modules()
    return buildLedger({ ...(await ground()), decisions }, { asOf, clock }, { ...(await codebook()) })
  }

  return {
    ground,
    reports: async (on = { asOf: null, clock: 'published' }) => {
      const { teller } = await inTurn(told)
      const { isOutOn } = await modules()
      return [...teller.linked.reports.values()].filter(isOutOn(on)).map(({ facts }) => facts)
    },
    days: async (clock) => {
      const { teller } = await inTurn(told)
      return new Map(
        [...teller.linked.reports.values()].map(({ facts, known }) => [facts.report, known[clock]]),
      )
    },
    ledger: async (request) => {
      const { teller, withdrawn, ledgers } = await inTurn(told)
      const { asOf, clock, decisions = 'today' } = request
      const name = `${asOf} ${clock} ${decisions}`
      const there = ledgers.get(name)
      if (there !== undefined) return there
      const ledger =
        (decisions === 'as-of' ? await decidedBy(request) : null) ?? teller.ledger({ asOf, clock }, withdrawn)
      ledgers.set(name, ledger)
      if (ledgers.size > keptInMemory) ledgers.delete(ledgers.keys().next().value!)
      return ledger
    },
    close: async () => {
      clearTimeout(timer)
      await last
    },
  }
}
