/**
 * How fast reports are added, and how fast a large archive answers. Reports are made of sentences of our own by a
 * seeded generator; every run makes the same.
 *
 *     npm run build && node bench/add.mjs [--reports 20000] [--threads 1] [--keep FILE | --db postgres://…]
 *
 * Prints one JSON object: reports per second, what the first and the last thousand cost, size of the file, memory,
 * times of ledger and search.
 */
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openArchive } from '../dist/run/archive.js'
import { search } from '../dist/run/search.js'
import { goods, reports } from './generated.mjs'

const { values } = parseArgs({
  options: {
    reports: { type: 'string', default: '20000' },
    threads: { type: 'string', default: '1' },
    keep: { type: 'string' },
    db: { type: 'string' },
  },
})
const total = Number(values.reports)

const folder = mkdtempSync(join(tmpdir(), 'aktenlage-bench-'))
const file = values.db ?? values.keep ?? join(folder, 'bench.sqlite')
const archive = openArchive({ file, threads: Number(values.threads), now: () => new Date().toISOString() })

const seconds = async (work) => {
  const started = performance.now()
  const result = await work()
  return [(performance.now() - started) / 1000, result]
}
const percentiles = async (times, work) => {
  const all = []
  for (let i = 0; i < times; i++) all.push((await seconds(() => work(i)))[0] * 1000)
  all.sort((a, b) => a - b)
  const at = (share) => Math.round(all[Math.min(all.length - 1, Math.floor(all.length * share))] * 10) / 10
  return { p50: at(0.5), p95: at(0.95) }
}

const cpuSeconds = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}
/** Processor time of each thousand: the first one warms up, so the second stands for the beginning. */
const thousands = []
const cpuBefore = cpuSeconds()
const [addSeconds] = await seconds(async () => {
  let done = 0
  let before = cpuBefore
  for await (const { status, error } of archive.add(reports(total))) {
    if (status === 'failed') throw error
    if (++done % 1000 !== 0) continue
    const now = cpuSeconds()
    thousands.push(Math.round((now - before) * 100) / 100)
    before = now
    console.error(`${done}  ${thousands.at(-1)} s CPU, ${Math.round(process.memoryUsage.rss() / 1e6)} MB`)
  }
})
const addCpu = cpuSeconds() - cpuBefore
/** Highest so far, in MB: what `add` alone needs. */
const addPeakMegabytes = Math.round(process.resourceUsage().maxRSS / 1e3)
const everything = { asOf: null, clock: 'published' }
const [firstLedgerSeconds, ledger] = await seconds(() => archive.ledger(everything))
const days = Array.from({ length: 20 }, (_, i) =>
  new Date(Date.UTC(2023, 2 + i, 10)).toISOString().slice(0, 10),
)
const result = {
  machine: `${cpus().length} × ${cpus()[0].model}, Node ${process.versions.node}`,
  reports: total,
  threads: Number(values.threads),
  addPerSecond: Math.round((total / addSeconds) * 10) / 10,
  // On a machine that others use too, only this can be compared; threads and the writing of files are in it.
  addCpuMsPerReport: Math.round((addCpu / total) * 1e6) / 1e3,
  cpuSecondsOfThousands: { first: thousands[0], second: thousands[1], last: thousands.at(-1) },
  addPeakMegabytes,
  fileMegabytes: existsSync(file) ? Math.round(statSync(file).size / 1e6) : null,
  commitments: ledger.commitments.length,
  firstLedgerSeconds: Math.round(firstLedgerSeconds * 100) / 100,
  ledgerMs: await percentiles(100, () => archive.ledger(everything)),
  asOfFirstTimeMs: await percentiles(days.length, (i) =>
    archive.ledger({ asOf: days[i], clock: 'published' }),
  ),
  searchMs: await percentiles(50, (i) => search(archive, { query: goods[i % goods.length], limit: 20 })),
  memoryMegabytes: Math.round(process.memoryUsage().rss / 1e6),
}
console.log(JSON.stringify(result, null, 2))
await archive.close()
rmSync(folder, { recursive: true })
