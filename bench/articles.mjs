// Our extractor beside its peers, on the same pages: npm run bench:articles [-- --data FILE] [--json]
// Quality by the shared scorers with intervals, pages per CPU second and peak memory, each extractor in a process of its own
// that is stopped when a page takes too long. Needs `npm run build` before, and the development data in ../shared.
import { fork, spawnSync } from 'node:child_process'
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { extractorNames, rowsOf } from './articles-worker.mjs'
import { intervalsOf } from './intervals.mjs'
import { countsOf } from './page-counts.mjs'

const workerFile = fileURLToPath(new URL('articles-worker.mjs', import.meta.url))
const shared = fileURLToPath(new URL('../../shared/', import.meta.url))
/** Wall time that a page may take. */
const pageLimitMs = 30_000

const argument = (name) => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? null : (process.argv[at + 1] ?? true)
}

/** Runs an extractor from a page on; ends with the page that took too long, or null at the end of the file. */
const runFrom = (name, data, out, from, sums) =>
  new Promise((resolve, reject) => {
    const child = fork(workerFile, [name, data, out, String(from)], {
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    })
    let errors = ''
    let late = null
    let timer = null
    child.stderr.on('data', (text) => {
      errors += text
    })
    child.on('message', (message) => {
      clearTimeout(timer)
      if (message.started !== undefined) {
        timer = setTimeout(() => {
          late = message
          child.kill('SIGKILL')
        }, pageLimitMs)
        return
      }
      sums.pages++
      sums.cpu += message.cpu
      sums.crashes += Number(message.crashed)
      sums.peakMb = Math.max(sums.peakMb, message.peakMb)
    })
    child.on('exit', (code) => {
      clearTimeout(timer)
      if (late !== null || code === 0) resolve(late)
      else reject(new Error(errors.trim().split('\n').at(-1) || `ended with ${code}`))
    })
  })

const extractAll = async (name, data, out) => {
  writeFileSync(out, '')
  const sums = { pages: 0, cpu: 0, crashes: 0, late: 0, peakMb: 0 }
  for (let from = 0; ; ) {
    const late = await runFrom(name, data, out, from, sums)
    if (late === null) break
    sums.late++
    appendFileSync(out, `${JSON.stringify({ source: late.id, article: { text: '' } })}\n`)
    from = late.started + 1
  }
  const { cpu, ...rest } = sums
  return { ...rest, pagesPerCpuSecond: sums.pages / (cpu / 1e6) }
}

const scorerOf = (data) => ['segments', 'dates'].find((name) => basename(data).startsWith(name)) ?? 'articles'

const figuresOf = (scorer, data, predictions) => {
  const score = spawnSync(
    process.execPath,
    [join(shared, 'score', `${scorer}.mjs`), '--gold', data, '--pred', predictions],
    { encoding: 'utf8', maxBuffer: 1 << 26 },
  )
  return JSON.parse(score.stdout.trim().split('\n').at(-1) ?? '{}')
}

const pagesCounted = async (counts, data, out) => {
  const articles = readFileSync(out, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).article)
  const pages = []
  for await (const row of rowsOf(data)) pages.push(counts.count(row, articles[pages.length]))
  return pages
}

const compareOn = async (data, folder, counts) => {
  const results = []
  const counted = {}
  for (const name of extractorNames) {
    const out = join(folder, `${name}.jsonl`)
    try {
      const run = await extractAll(name, data, out)
      const { headline, value, ...figures } = figuresOf(scorerOf(data), data, out)
      counted[name] = await pagesCounted(counts, data, out)
      const own = counts.value(counted[name])
      if (Math.abs(own - value) > 0.01) throw new Error(`pages give ${own}, the scorer ${value}`)
      results.push({ data: basename(data), name, headline, value, ...run, figures })
    } catch (error) {
      results.push({ data: basename(data), name, error: error.message })
    }
  }
  const first = extractorNames[0]
  const intervals = counted[first] === undefined ? {} : intervalsOf(counted, counts.value, first)
  return results.map((result) => ({ ...result, ...intervals[result.name] }))
}

const show = ([low, high], sign = '') => {
  const one = (value) => `${sign !== '' && value > 0 ? sign : ''}${value.toFixed(1)}`
  return `${one(low)} to ${one(high)}`
}

const lineOf = ({
  data,
  name,
  error,
  headline,
  value,
  pagesPerCpuSecond,
  peakMb,
  crashes,
  late,
  interval,
  lead,
}) => {
  const head = `${data.padEnd(28)} ${name.padEnd(12)}`
  if (error !== undefined) return `${head} ${error}`
  const ahead =
    lead === null
      ? ''
      : `  we lead by ${show(lead, '+')}${lead[0] <= 0 && lead[1] >= 0 ? ' (no difference)' : ''}`
  return (
    `${head} ${headline} ${value.toFixed(1).padStart(5)} (${show(interval)})  ` +
    `${pagesPerCpuSecond.toFixed(0).padStart(4)} pages/CPU-s  ${peakMb.toFixed(0).padStart(5)} MB  ` +
    `${crashes} crashes  ${late} too slow${ahead}`
  )
}

const given = argument('data')
const files =
  given === null
    ? ['fundus-de', 'scrapinghub', 'segments', 'dates'].map((name) =>
        join(shared, 'bench/articles', `${name}-dev.jsonl.gz`),
      )
    : [given]
const missing = files.find((file) => !existsSync(file))
if (missing !== undefined) {
  console.error(`There is no ${missing}. Give pages with --data FILE (JSON Lines of {id, html, gold}).`)
  process.exitCode = 2
} else {
  const lib = await import(join(shared, 'score/lib.mjs'))
  const folder = mkdtempSync(join(tmpdir(), 'aktenlage-articles-'))
  const results = []
  for (const data of files) results.push(...(await compareOn(data, folder, countsOf(scorerOf(data), lib))))
  rmSync(folder, { recursive: true })
  if (argument('json') !== null) console.log(JSON.stringify(results, null, 2))
  else for (const result of results) console.log(lineOf(result))
}
