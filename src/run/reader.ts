/**
 * Reads documents in this thread or in several. What goes in and comes out is plain data, so that both ways give
 * the same bytes.
 */
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { documentAddress } from '../core/address.ts'
import { factsOf } from '../link/facts.ts'
import type { CaptureInput } from '../stages/article/extract.ts'
import type { Knowledge } from '../stages/knowledge.ts'
import type { ReportSummary } from '../store/store.ts'
import { openCodebook, openKnowledge } from './open-knowledge.ts'
import { isBuilt } from './paths.ts'
import { type Corrections, readCapture } from './read.ts'
import { termsOf } from './terms.ts'

/** The report that a reading is of, where it is to be kept. */
export interface Keeping {
  readonly id: string
  readonly url: string | null
  readonly capturedAt: string
}

export interface ReadTask {
  readonly input: CaptureInput
  readonly tokens?: boolean
  readonly corrections?: Corrections
  /** Also what the store keeps: facts and search terms. */
  readonly keep?: Keeping
}

export interface ReadAnswer {
  /** The reading as one line of JSON. */
  readonly json: string
  readonly contentHash: string
  readonly kept: {
    readonly facts: unknown
    readonly terms: ReadonlyMap<string, readonly number[]>
    readonly address: string
    readonly summary: ReportSummary
  } | null
}

/** Pure but for `knowledge`. */
export const readTask = (task: ReadTask, knowledge: Knowledge): ReadAnswer => {
  const { reading, document } = readCapture(task.input, knowledge, {
    tokens: task.tokens ?? false,
    corrections: task.corrections ?? {},
  })
  const { keep } = task
  const given = keep?.url ?? null
  const url = documentAddress(given) ?? given ?? documentAddress(reading.article.canonicalUrl)
  return {
    json: JSON.stringify(reading),
    contentHash: reading.contentHash,
    kept:
      keep === undefined
        ? null
        : {
            facts: factsOf(
              {
                id: keep.id,
                source: task.input.name,
                url,
                contentHash: reading.contentHash,
                capturedAt: keep.capturedAt,
                reading,
              },
              knowledge.locale.facts,
            ),
            terms: termsOf(document),
            // Texts from standard input have no name, so they are no versions of one another.
            summary: {
              title: reading.article.title,
              published: reading.article.published?.edtf ?? null,
              publisher: reading.article.publisher,
              agencies: reading.article.agencies,
            },
            address: url ?? (task.input.name === '-' ? reading.contentHash : task.input.name),
          },
  }
}

export interface Reader {
  readonly threads: number
  /** Fails where the codebook cannot be used, or the data is not built: then no document can be read. */
  ready(): Promise<void>
  read(task: ReadTask): Promise<ReadAnswer>
  close(): Promise<void>
}

const threadedReader = (threads: number, codebook: string): Reader => {
  interface Slot {
    worker: Worker
    busy: { resolve(answer: ReadAnswer): void; reject(error: Error): void } | null
  }
  const waiting: { task: ReadTask; resolve(answer: ReadAnswer): void; reject(error: Error): void }[] = []
  let closed = false

  const start = (slot: Slot): void => {
    const { busy } = slot
    const next = busy === null ? waiting.shift() : undefined
    if (next === undefined) return
    slot.busy = next
    slot.worker.postMessage(next.task)
  }
  const spawn = (): Worker =>
    new Worker(new URL('./read-thread.js', import.meta.url), { workerData: { codebook } })
  const watch = (slot: Slot): void => {
    slot.worker.on('message', (answer: ReadAnswer | { readonly failed: string }) => {
      const { busy } = slot
      slot.busy = null
      if ('failed' in answer) busy?.reject(new Error(answer.failed))
      else busy?.resolve(answer)
      start(slot)
    })
    // A thread that dies (out of memory) takes its document with it, not the run.
    slot.worker.on('error', (error: Error) => {
      slot.busy?.reject(error)
      slot.busy = null
      if (closed) return
      slot.worker = spawn()
      watch(slot)
      start(slot)
    })
  }
  const slots = Array.from({ length: threads }, (): Slot => ({ worker: spawn(), busy: null }))
  for (const slot of slots) watch(slot)
  return {
    threads,
    ready: async () => {
      await openCodebook(codebook)
    },
    read: (task) =>
      new Promise((resolve, reject) => {
        waiting.push({ task, resolve, reject })
        const free = slots.find((slot) => slot.busy === null)
        if (free !== undefined) start(free)
      }),
    close: async () => {
      closed = true
      await Promise.all(slots.map((slot) => slot.worker.terminate()))
    },
  }
}

export const openReader = (
  threads: number,
  options: { readonly codebook: string; readonly knowledge?: Promise<Knowledge> },
): Reader => {
  // Node 20 starts no thread on TypeScript.
  if (threads > 1 && isBuilt)
    return threadedReader(Math.min(threads, 4 * availableParallelism()), options.codebook)
  let opened = options.knowledge
  const knowledge = (): Promise<Knowledge> => {
    opened ??= openKnowledge(options.codebook)
    return opened
  }
  return {
    threads: 1,
    ready: async () => {
      await knowledge()
    },
    read: async (task) => readTask(task, await knowledge()),
    close: async () => undefined,
  }
}
