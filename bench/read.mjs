/**
 * How fast German is read: every stage alone and all to factuality, in articles of 2.5 kB per CPU-second on one
 * core; time and memory until lexicon and models are ready; start of the command line.
 *
 *     cold    the first hundred articles of a process, the compiler's work included
 *     steady  articles never seen before, after some hundreds of others: a long run
 *     warm    the same articles again and again, every word remembered: what remains without look-ups
 *
 *     npm run bench:read              after `npm run build`
 *     npm run bench:read -- --json    the same as JSON
 *
 * CPU-seconds of a shared machine are longer than those of a quiet one, so the time of a fixed loop stands beside
 * the figures: some 200 ms on a quiet core of 2020 and later. The texts are those of ../shared/bench/quotes, or the
 * samples where it is absent.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'

const rootOf = (path) => new URL(`../${path}`, import.meta.url)
const cpu = (run) => {
  const before = process.cpuUsage()
  const result = run()
  const { user, system } = process.cpuUsage(before)
  return [result, (user + system) / 1e6]
}

// A process of its own, so that nothing is warm; prints CPU and wall time in ms and MB above plain Node.
const start = () => {
  const script = `
    const resident = process.memoryUsage().rss, began = performance.now(), cpu = process.cpuUsage()
    const { openKnowledge } = await import('${rootOf('dist/run/open-knowledge.js')}')
    const knowledge = await openKnowledge('${fileURLToPath(rootOf('codebooks/assistance.yaml'))}')
    const { user, system } = process.cpuUsage(cpu)
    console.log(JSON.stringify({ cpuMs: (user + system) / 1000, wallMs: performance.now() - began,
      megabytes: (process.memoryUsage().rss - resident) / 1e6, code: knowledge.locale.code }))`
  const args = ['--input-type=module', '-e', script]
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }))
}
const least = (runs, make) => {
  const all = Array.from({ length: runs }, make)
  return Object.fromEntries(
    Object.keys(all[0]).map((key) => [
      key,
      typeof all[0][key] === 'number' ? Math.min(...all.map((one) => one[key])) : all[0][key],
    ]),
  )
}
const load = least(3, start)
const main = fileURLToPath(rootOf('dist/cli/main.js'))
const help = least(3, () => {
  const began = performance.now()
  execFileSync(process.execPath, [main, '--help'], { stdio: 'ignore' })
  return { wallMs: performance.now() - began }
})

const { openKnowledge } = await import('../dist/run/open-knowledge.js')
const { stages } = await import('../dist/run/read.js')
const { extractArticle } = await import('../dist/stages/article/extract.js')
const knowledge = await openKnowledge(fileURLToPath(rootOf('codebooks/assistance.yaml')))

const samples = rootOf('samples/')
const benchmark = (name) => rootOf(`../shared/bench/quotes/${name}.jsonl.gz`)
const textsOf = (file) =>
  gunzipSync(readFileSync(file))
    .toString()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
    .map(({ id, title, text, body, published }) => [
      id,
      new TextEncoder().encode(text ?? body),
      title,
      published,
    ])
const articlesOf = (texts) =>
  texts.map(([name, bytes, title, published]) => ({
    article: extractArticle({ bytes, kind: 'body', name, url: null, title, published, today: null }).article,
    publishedAt: published,
  }))
const articles = articlesOf(
  existsSync(benchmark('dev'))
    ? textsOf(benchmark('dev'))
    : readdirSync(samples, { recursive: true })
        .filter((name) => name.endsWith('.txt'))
        .map((name) => [name, readFileSync(new URL(name, samples)), null, null]),
)
const others = existsSync(benchmark('train')) ? articlesOf(textsOf(benchmark('train'))) : []
const sizeOf = (list) => list.reduce((sum, { article }) => sum + article.text.length, 0) / 2500
const count = sizeOf(articles)

const pass = (list) => {
  const seconds = Object.fromEntries(stages.map(({ name }) => [name, 0]))
  for (const { article, publishedAt } of list) {
    let document = { article, text: article.text, language: 'de', publishedAt }
    for (const { name, run } of stages) {
      const [{ layers }, spent] = cpu(() => run(document, knowledge))
      seconds[name] += spent
      document = { ...document, ...layers }
    }
  }
  return seconds
}
const cold = pass(articles)
const half = Math.floor(others.length / 2)
pass(others.slice(0, half))
const unseen = others.slice(half)
const steady = unseen.length === 0 ? null : pass(unseen)
const again = Array.from({ length: 5 }, () => pass(articles))
const warm = Object.fromEntries(stages.map(({ name }) => [name, Math.min(...again.map((one) => one[name]))]))
// In a process of its own, too: here the compiler has other things in mind.
const loopMs = Number(
  execFileSync(process.execPath, [
    '-e',
    `const count = () => { let x = 0; for (let i = 0; i < 2e8; i++) x = (Math.imul(x, 31) + i) | 0; return x }
    count(); console.log(process.cpuUsage().user / 1000)`,
  ]),
)

const names = stages.map(({ name }) => name)
const toFactuality = names.slice(0, names.indexOf('factuality') + 1)
const rate = (size, seconds, of) => Math.round(size / of.reduce((sum, name) => sum + seconds[name], 0))
const speed = (of) => ({
  cold: rate(count, cold, of),
  steady: steady === null ? null : rate(sizeOf(unseen), steady, of),
  warm: rate(count, warm, of),
})
const figures = {
  articles: Math.round(count),
  stages: Object.fromEntries(names.map((name) => [name, speed([name])])),
  toFactuality: speed(toFactuality),
  all: speed(names),
  load,
  help,
  residentMegabytes: Math.round(process.memoryUsage().rss / 1e6),
  machine: { loopMs: Math.round(loopMs), load: loadavg()[0] },
}
if (process.argv.includes('--json')) console.log(JSON.stringify(figures, null, 2))
else {
  const line = (name, rates) =>
    console.log(
      name.padEnd(16) +
        Object.values(rates)
          .map((one) => String(one ?? '–').padStart(8))
          .join(''),
    )
  console.log(
    `articles of 2.5 kB per CPU-second, ${figures.articles} cold and warm, ${Math.round(sizeOf(unseen))} steady\n` +
      `${''.padEnd(16)}    cold  steady    warm`,
  )
  for (const [name, one] of Object.entries(figures.stages)) line(name, one)
  line('to factuality', figures.toFactuality)
  line('all', figures.all)
  console.log(
    `ready: ${load.cpuMs.toFixed(0)} ms CPU, ${load.wallMs.toFixed(0)} ms wall, ${load.megabytes.toFixed(0)} MB above plain Node`,
  )
  console.log(
    `--help: ${help.wallMs.toFixed(0)} ms wall; resident at the end ${figures.residentMegabytes} MB`,
  )
  console.log(`machine: fixed loop ${figures.machine.loopMs} ms, load ${figures.machine.load.toFixed(1)}`)
}
