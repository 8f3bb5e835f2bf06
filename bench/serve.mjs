/**
 * How quickly the API answers: the ten main requests, on the sample dossier and on a large archive of generated
 * reports, and what memory the server takes. The server is a process of its own, as it is for people.
 *
 *     npm run bench:serve [-- --reports 20000] [--db FILE] [--times 60]
 *
 * A large archive is made of the readings of a few hundred reports, each stored many times over on other days
 * (generated.mjs): reading 20,000 would take ten minutes and is measured by bench/add.mjs.
 */
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { openArchive } from '../dist/run/archive.js'
import { derivedReports } from './generated.mjs'

const { values } = parseArgs({
  options: {
    reports: { type: 'string', default: '20000' },
    times: { type: 'string', default: '60' },
    db: { type: 'string' },
  },
})
const times = Number(values.times)
const root = fileURLToPath(new URL('..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'aktenlage-bench-'))

const cli = (...args) =>
  spawn(process.execPath, [join(root, 'dist/cli/main.js'), ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
const done = (child) => new Promise((resolve) => child.on('close', resolve))

const serve = async (db) => {
  const started = performance.now()
  const child = cli('serve', '--db', db, '--port', '0')
  let text = ''
  const address = await new Promise((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      text += chunk
      const found = /http:\S+/u.exec(text)
      if (found !== null) resolve(found[0])
    })
    child.stderr.on('data', (chunk) => {
      text += chunk
    })
    child.on('close', () => reject(new Error(text)))
  })
  return { child, address, startSeconds: (performance.now() - started) / 1000 }
}

const memoryOf = (pid) => {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  const of = (name) => Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`, 'u').exec(status)?.[1] ?? 0) / 1024)
  return { megabytes: of('VmRSS'), peakMegabytes: of('VmHWM') }
}
/** Processor time of a process in ms: on a shared machine the wall clock measures the neighbours. */
const cpuOf = (pid) => {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ')
  return (Number(fields[11]) + Number(fields[12])) * 10
}

const percentiles = (list) => {
  const sorted = [...list].sort((a, b) => a - b)
  const at = (share) =>
    Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] * 10) / 10
  return { p50: at(0.5), p95: at(0.95) }
}

const measure = async (db) => {
  const { child, address, startSeconds } = await serve(db)
  const url = (path) => `${address.replace(/\/$/u, '')}${path}`
  const json = async (path) => {
    const answer = await fetch(url(path))
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text.slice(0, 300)}`)
    return { value: JSON.parse(text), bytes: text.length }
  }
  const [firstLedgerMs, rows] = await (async () => {
    const started = performance.now()
    const { value } = await json('/api/commitments?limit=50')
    return [performance.now() - started, value.commitments ?? value.rows]
  })()
  const { value: list } = await json('/api/reports?limit=50')
  const { reports } = list
  const { value: marks } = await json('/api/days')
  const days = marks.days.map(({ day }) => day).sort()
  const nth = (list, i) => list[(i * 7919) % list.length]
  const words = ['Generatoren', 'Drohnen', 'Flugabwehrraketen', 'Lieferung', 'Abkommen', 'Waffen']
  /** A day that was not asked for before. */
  let asked = 0
  const newDay = () => {
    const first = Date.parse(days[0])
    const span = Date.parse(days.at(-1)) - first
    return new Date(first + ((asked++ * 0.6180339887) % 1) * span).toISOString().slice(0, 10)
  }
  const requests = {
    'ledger rows': () => '/api/commitments?limit=50',
    'ledger rows, filtered': (i) => `/api/commitments?limit=50&q=${encodeURIComponent(nth(words, i))}`,
    'ledger rows as of a new day': () => `/api/commitments?limit=50&asOf=${newDay()}`,
    commitment: (i) => `/api/commitments/${nth(rows, i).id}`,
    reports: () => '/api/reports?limit=50',
    report: (i) => `/api/reports/${nth(reports, i).id}`,
    search: (i) => `/api/search?limit=20&q=${encodeURIComponent(nth(words, i))}`,
    stories: () => '/api/stories?limit=50',
    'difference of two new days': () => `/api/diff?from=${newDay()}&to=${newDay()}`,
    'days of the slider': () => '/api/days',
    contradictions: () => '/api/contradictions',
    'review queue': () => '/api/review?limit=20',
    'start page': () => '/',
  }
  const result = {}
  for (const [name, path] of Object.entries(requests)) {
    const all = []
    let bytes = 0
    const cpu = cpuOf(child.pid)
    let failed = null
    for (let i = 0; i < times && failed === null; i++) {
      const started = performance.now()
      const answer = await fetch(url(path(i)))
      const text = await answer.text()
      if (!answer.ok) failed = `${answer.status} ${path(i)}`
      bytes = Math.max(bytes, text.length)
      all.push(performance.now() - started)
    }
    result[name] = failed ?? {
      ...percentiles(all),
      cpuMs: Math.round((cpuOf(child.pid) - cpu) / times),
      kilobytes: Math.round(bytes / 1e3),
    }
  }
  const memory = memoryOf(child.pid)
  const closed = done(child)
  child.kill('SIGINT')
  await closed
  return {
    startSeconds: Math.round(startSeconds * 10) / 10,
    firstLedgerMs: Math.round(firstLedgerMs),
    ...memory,
    requests: result,
  }
}

const sample = join(folder, 'sample.sqlite')
await done(cli('add', '--db', sample, join(root, 'samples/reports')))
const large = values.db ?? join(folder, 'large.sqlite')
if (!existsSync(large)) {
  const archive = openArchive({ file: large, threads: 1, now: () => '2026-01-01T08:00:00Z' })
  /** Adds it to an archive of its own, to have it read. */
  const scratch = openArchive({ file: ':memory:', threads: 1, now: () => '2026-01-01T08:00:00Z' })
  const read = async (one) => {
    for await (const { report: id } of scratch.add(
      (async function* () {
        yield one
      })(),
    )) {
      const report = await scratch.store.report(id)
      const facts = await (async () => {
        for await (const row of scratch.store.facts((await scratch.store.generation()) - 1)) return row.facts
      })()
      return {
        report: { ...report, bytes: one.bytes },
        derived: {
          reportId: id,
          engine: archive.engine.reading,
          address: one.url,
          summary: { title: one.title, published: one.published, publisher: null, agencies: [] },
          reading: JSON.stringify(await scratch.reading(id)),
          facts,
          terms: await scratch.store.terms(id),
        },
      }
    }
  }
  let batch = []
  for await (const one of derivedReports(Number(values.reports), read)) {
    batch.push(one)
    if (batch.length === 200) {
      await archive.store.addReports(batch)
      batch = []
    }
  }
  await scratch.close()
  await archive.store.addReports(batch)
  await archive.close()
}
console.log(
  JSON.stringify(
    {
      machine: `${cpus().length} × ${cpus()[0].model}, Node ${process.versions.node}`,
      sample: await measure(sample),
      [`${values.reports} generated reports`]: await measure(large),
    },
    null,
    2,
  ),
)
rmSync(folder, { recursive: true })
