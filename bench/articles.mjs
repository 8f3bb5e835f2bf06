// Our extractor beside its peers, on the same pages: npm run bench:articles [-- --data FILE] [--json]
// Quality by the shared scorers, pages per CPU second and peak memory, each extractor in a process of its own.
// Needs `npm run build` before, and the development data in ../shared.
import { spawnSync } from 'node:child_process'
import { createReadStream, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { createGunzip } from 'node:zlib'

const self = fileURLToPath(import.meta.url)
const shared = fileURLToPath(new URL('../../shared/', import.meta.url))
const argument = (name) => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? null : (process.argv[at + 1] ?? true)
}

/** Row by row, so that the memory measured is the extractor's and not that of the data. */
async function* rowsOf(file) {
  const bytes = createReadStream(file)
  const input = file.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY }))
    if (line !== '') yield JSON.parse(line)
}

/** Each gives the fields of a reading that the scorers look at. */
const extractors = {
  aktenlage: async () => {
    const { extractArticle } = await import('../dist/stages/article/extract.js')
    return ({ id, html, url }) =>
      extractArticle({
        bytes: Buffer.from(html),
        kind: 'page',
        name: id,
        url: url ?? null,
        title: null,
        published: null,
        today: null,
      }).article
  },
  readability: async () => {
    const { Readability } = await import('@mozilla/readability')
    const { parseHTML } = await import('linkedom')
    return ({ html }) => {
      const found = new Readability(parseHTML(html).document).parse()
      return {
        text: found?.textContent ?? '',
        title: found?.title ?? null,
        published: found?.publishedTime ? { edtf: found.publishedTime } : null,
      }
    }
  },
  defuddle: async () => {
    const { Defuddle } = await import('defuddle/node')
    const { parseHTML } = await import('linkedom')
    return async ({ html, url }) => {
      const found = await Defuddle(parseHTML(html).document, url ?? undefined)
      return {
        text: found.content.replaceAll(/<[^>]*>/gu, ' '),
        title: found.title || null,
        published: found.published ? { edtf: found.published } : null,
      }
    }
  },
}

const work = async (name, data, out) => {
  const extract = await extractors[name]()
  // What a peer has to say to the console is not part of its result.
  for (const level of ['log', 'warn', 'error']) console[level] = () => {}
  const lines = []
  let pages = 0
  let crashes = 0
  let cpu = 0
  for await (const row of rowsOf(data)) {
    pages++
    const before = process.cpuUsage()
    let article = { text: '' }
    try {
      article = await extract(row)
    } catch {
      crashes++
    }
    const { user, system } = process.cpuUsage(before)
    cpu += user + system
    const { text, title, lead, published } = article
    lines.push(JSON.stringify({ source: row.id, article: { text, title, lead, published } }))
  }
  writeFileSync(out, `${lines.join('\n')}\n`)
  process.stdout.write(
    JSON.stringify({
      pages,
      crashes,
      pagesPerCpuSecond: pages / (cpu / 1e6),
      peakMb: process.resourceUsage().maxRSS / 1024,
    }),
  )
}

const scorerOf = (data) =>
  basename(data).startsWith('segments')
    ? 'segments'
    : basename(data).startsWith('dates')
      ? 'dates'
      : 'articles'

const figuresOf = (data, predictions) => {
  const score = spawnSync(
    process.execPath,
    [join(shared, 'score', `${scorerOf(data)}.mjs`), '--gold', data, '--pred', predictions],
    { encoding: 'utf8', maxBuffer: 1 << 26 },
  )
  return JSON.parse(score.stdout.trim().split('\n').at(-1) ?? '{}')
}

const compare = (files) => {
  const folder = mkdtempSync(join(tmpdir(), 'aktenlage-articles-'))
  const results = []
  for (const data of files) {
    for (const name of Object.keys(extractors)) {
      const out = join(folder, `${name}.jsonl`)
      const run = spawnSync(process.execPath, [self, '--worker', name, '--data', data, '--out', out], {
        encoding: 'utf8',
        maxBuffer: 1 << 26,
      })
      if (run.status !== 0) {
        results.push({ data: basename(data), name, error: run.stderr.trim().split('\n').at(-1) ?? 'failed' })
        continue
      }
      const { headline, value, ...figures } = figuresOf(data, out)
      results.push({ data: basename(data), name, headline, value, ...JSON.parse(run.stdout), figures })
    }
  }
  rmSync(folder, { recursive: true })
  return results
}

const worker = argument('worker')
if (worker !== null) await work(worker, argument('data'), argument('out'))
else {
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
    const results = compare(files)
    if (argument('json') !== null) console.log(JSON.stringify(results, null, 2))
    else
      for (const { data, name, error, headline, value, pagesPerCpuSecond, peakMb, crashes } of results)
        console.log(
          error === undefined
            ? `${data.padEnd(28)} ${name.padEnd(12)} ${headline} ${value.toFixed(1).padStart(5)}  ${pagesPerCpuSecond.toFixed(0).padStart(4)} pages/CPU-s  ${peakMb.toFixed(0).padStart(5)} MB  ${crashes} crashes`
            : `${data.padEnd(28)} ${name.padEnd(12)} ${error}`,
        )
  }
}
