/**
 * The archive: a data file together with what reads it. Ground comes in through `add`, `decide` and `withdraw`;
 * readings, links and ledger follow from it and are made again whenever the engine is another.
 */
import { randomUUID } from 'node:crypto'
import { basename } from 'node:path'
import type { CompiledCodebook } from '../codebook/codebook.ts'
import { type AktenlageError, asAktenlageError } from '../core/errors.ts'
import { sha256, shortId } from '../core/hash.ts'
import type { Decision, DecisionAction } from '../core/records.ts'
import type { Ledger } from '../formats/ledger.ts'
import type { Reading } from '../formats/reading.ts'
import type { Knowledge } from '../stages/knowledge.ts'
import { openStore } from '../store/open.ts'
import type { Derived, Store, StoredReport } from '../store/store.ts'
import { checkDecision, correctionsOf } from './decisions.ts'
import { type Engine, engineOf } from './engine.ts'
import { inBatches, mapInOrder } from './in-order.ts'
import { type InputDocument, type InputItem, isFailure } from './input.ts'
import { type LedgerRequest, type LedgerSource, ledgerSource } from './ledger-source.ts'
import { linkApart } from './link-apart.ts'
import { openCodebook, openKnowledge } from './open-knowledge.ts'
import { codebookPath } from './paths.ts'
import type { Corrections } from './read.ts'
import type { Reader, ReadTask } from './reader.ts'

export interface ArchiveOptions {
  /** Path of the data file, or `postgres://…`. */
  readonly file: string
  readonly codebook?: string | undefined
  /** Threads that read; 1 = this one. */
  readonly threads?: number
  /** The clock, as an instant in UTC. */
  readonly now: () => string
}

export type AddOutcome =
  | { readonly status: 'added' | 'known'; readonly source: string; readonly report: string }
  | { readonly status: 'failed'; readonly source: string; readonly error: AktenlageError }

/** How many of how many are done; `total` is null while nobody knows. */
export type OnProgress = (done: number, total: number | null) => void

export interface Archive {
  readonly store: Store
  /** Loaded when first asked for: much can be done without. */
  knowledge(): Promise<Knowledge>
  codebook(): Promise<CompiledCodebook>
  readonly engine: Engine
  readonly file: string
  /** Stores and reads. An outcome is yielded when it is safe on disk. */
  add(items: AsyncIterable<InputItem>): AsyncGenerator<AddOutcome>
  /** Reads again what another engine read. Returns how many. */
  refresh(onProgress?: OnProgress): Promise<number>
  /** Reads everything again. */
  rebuild(onProgress?: OnProgress): Promise<number>
  ledger(request: LedgerRequest): Promise<Ledger>
  readonly ledgers: LedgerSource
  /** Keeps a person's word and reads again what it concerns. */
  decide(action: DecisionAction, by: string): Promise<Decision>
  reading(reportId: string): Promise<Reading | null>
  close(): Promise<void>
}

/** A batch is one transaction with one fsync: large enough to be quick, small enough to be acknowledged soon. */
const batchLimits = { items: 64, weight: 16e6, milliseconds: 500 } as const

/**
 * The id of a report. Of a file only its name counts, so that the same file reached by another path is the same
 * report; two files of one name with other texts differ by their content.
 */
export const reportId = (document: {
  readonly source: string
  readonly url: string | null
  readonly contentHash: string
}): string =>
  shortId('r', `${document.url ?? basename(document.source.replaceAll('\\', '/'))}\n${document.contentHash}`)

/** What says that it was captured tomorrow was captured now. */
const earlier = (told: string | undefined, now: string): string =>
  told !== undefined && told < now ? told : now

export const openArchive = (options: ArchiveOptions): Archive => {
  const store = openStore(options.file)
  const path = codebookPath(options.codebook)
  const engine = engineOf(path)
  let opened: Promise<Knowledge> | null = null
  const knowledge = (): Promise<Knowledge> => {
    opened ??= openKnowledge(path)
    return opened
  }
  let compiled: Promise<CompiledCodebook> | null = null
  const codebook = (): Promise<CompiledCodebook> => {
    compiled ??= opened?.then((all) => all.codebook) ?? openCodebook(path)
    return compiled
  }
  const apart = (): Promise<boolean> => linkApart(options.file, path)
  const ledgers = ledgerSource(store, codebook, engine.ledger, apart)
  const threads = options.threads ?? 1
  let reader: Promise<Reader> | null = null
  const reading = (): Promise<Reader> => {
    // The stages are loaded only where something is read.
    reader ??= import('./reader.ts').then(({ openReader }) =>
      openReader(threads, { codebook: path, ...(threads > 1 ? {} : { knowledge: knowledge() }) }),
    )
    return reader
  }
  const inFlight = threads === 1 ? 1 : 4 * threads

  const taskOf = (
    report: StoredReport,
    bytes: Uint8Array,
    corrections: ReadonlyMap<string, Corrections>,
  ): ReadTask => ({
    input: {
      bytes,
      kind: report.inputKind,
      name: report.source,
      url: report.url,
      title: report.givenTitle,
      published: report.givenPublished,
      today: report.capturedAt.slice(0, 10),
    },
    corrections: corrections.get(report.contentHash) ?? {},
    keep: { id: report.id, url: report.url, capturedAt: report.capturedAt },
  })

  const derive = async (id: string, task: ReadTask): Promise<Derived> => {
    const answer = await (await reading()).read(task)
    const kept = answer.kept!
    return {
      reportId: id,
      engine: engine.reading,
      address: kept.address,
      summary: kept.summary,
      reading: answer.json,
      facts: kept.facts,
      terms: kept.terms,
    }
  }

  /** Reads stored reports again. */
  const reread = async (
    ids: readonly string[],
    corrections: ReadonlyMap<string, Corrections>,
  ): Promise<Derived[]> => {
    const derived: Derived[] = []
    for await (const one of mapInOrder(ids, inFlight, async (id) => {
      const report = await store.report(id)
      const bytes = report === null ? null : await store.capture(report.contentHash)
      return report === null || bytes === null ? null : derive(id, taskOf(report, bytes, corrections))
    })) {
      if (one !== null) derived.push(one)
    }
    return derived
  }

  const rereadAll = async (ids: readonly string[], onProgress: OnProgress): Promise<number> => {
    const corrections = correctionsOf(await store.decisions())
    for (let at = 0; at < ids.length; at += batchLimits.items) {
      await store.replaceDerived(await reread(ids.slice(at, at + batchLimits.items), corrections))
      onProgress(Math.min(ids.length, at + batchLimits.items), ids.length)
    }
    return ids.length
  }

  interface Prepared {
    readonly source: string
    readonly size: number
    readonly outcome: AddOutcome | null
    readonly report: StoredReport | null
    readonly bytes: Uint8Array
    readonly derived: Derived | null
  }

  const prepare = async (
    document: InputDocument,
    corrections: ReadonlyMap<string, Corrections>,
  ): Promise<Prepared> => {
    const { source, bytes } = document
    const settled = (outcome: AddOutcome): Prepared => ({
      source,
      size: 0,
      outcome,
      report: null,
      bytes,
      derived: null,
    })
    try {
      const contentHash = sha256(bytes)
      const report: StoredReport = {
        id: reportId({ source, url: document.url, contentHash }),
        source,
        url: document.url,
        inputKind: document.kind,
        givenTitle: document.title,
        givenPublished: document.published,
        contentHash,
        capturedAt: earlier(document.capturedAt, options.now()),
      }
      // Known ones are not read again: that is what makes a second run, or a resumed one, quick.
      if ((await store.known([report.id])).size > 0)
        return settled({ status: 'known', source, report: report.id })
      const derived = await derive(report.id, taskOf(report, bytes, corrections))
      return { source, size: bytes.length, outcome: null, report, bytes, derived }
    } catch (error) {
      const known = asAktenlageError(error)
      // A store that is away is no fault of the report: the command ends, and a second run goes on from here.
      if (known.errorClass === 'configuration') throw known
      return settled({ status: 'failed', source, error: known })
    }
  }

  async function* add(items: AsyncIterable<InputItem>): AsyncGenerator<AddOutcome> {
    await (await reading()).ready()
    const corrections = correctionsOf(await store.decisions())
    const prepared = mapInOrder(items, inFlight, (item) =>
      isFailure(item)
        ? ({
            source: item.source,
            size: 0,
            outcome: { status: 'failed', source: item.source, error: item.error },
            report: null,
            bytes: new Uint8Array(),
            derived: null,
          } satisfies Prepared)
        : prepare(item, corrections),
    )
    for await (const batch of inBatches(prepared, (one) => one.size, batchLimits)) {
      const fresh = batch.filter((one) => one.report !== null && one.derived !== null)
      const added = new Set(
        fresh.length === 0
          ? []
          : await store.addReports(
              fresh.map((one) => ({ report: { ...one.report!, bytes: one.bytes }, derived: one.derived! })),
            ),
      )
      for (const { source, outcome, report } of batch) {
        if (outcome !== null) yield outcome
        // The same report twice in a batch, or added by another process meanwhile, is known.
        else yield { status: added.delete(report!.id) ? 'added' : 'known', source, report: report!.id }
      }
    }
  }

  const concernedBy = async (action: DecisionAction): Promise<string[]> => {
    if (action.kind === 'undo') {
      const undone = (await store.decisions()).find((decision) => decision.id === action.decision)
      return undone === undefined ? [] : concernedBy(undone.action)
    }
    if (action.kind !== 'set') return []
    return (await store.reports())
      .filter((report) => report.contentHash === action.contentHash)
      .map((report) => report.id)
  }

  return {
    store,
    knowledge,
    codebook,
    engine,
    file: options.file,
    ledgers,
    add,
    refresh: async (onProgress = () => undefined) => rereadAll(await store.stale(engine.reading), onProgress),
    rebuild: async (onProgress = () => undefined) =>
      rereadAll(
        (await store.reports()).map((report) => report.id),
        onProgress,
      ),
    ledger: (request) => ledgers.ledger(request),
    decide: async (action, by) => {
      await checkDecision(action, await ledgers.ground(), await codebook(), async (id) => {
        const read = (await store.reading(id)) as Reading | null
        return read?.article.text ?? null
      })
      const decision: Decision = { id: `d-${randomUUID()}`, decidedAt: options.now(), by, action }
      const corrections = correctionsOf([...(await store.decisions()), decision])
      await store.decide(decision, await reread(await concernedBy(action), corrections))
      return decision
    },
    reading: async (id) => (await store.reading(id)) as Reading | null,
    close: async () => {
      await (await reader)?.close()
      await ledgers.close()
      await store.close()
    },
  }
}
