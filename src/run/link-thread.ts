/** Entry of a linking thread: links all reports, keeps the links in the data file, and ends with its memory. */
import { parentPort, workerData } from 'node:worker_threads'
import { openStore } from '../store/open.ts'
import { engineOf } from './engine.ts'
import { ledgerSource } from './ledger-source.ts'
import { openCodebook } from './open-knowledge.ts'

const { file, codebook } = workerData as { readonly file: string; readonly codebook: string }
const store = openStore(file)
const source = ledgerSource(store, () => openCodebook(codebook), engineOf(codebook).ledger)
try {
  await source.reports()
} finally {
  await source.close()
  await store.close()
  parentPort?.close()
}
