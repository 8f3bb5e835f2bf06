// One extractor over the pages of a file, from a page on; see articles.mjs. Tells its parent of every page before and after.
//   node bench/articles-worker.mjs NAME FILE OUT FROM
import { appendFileSync, createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'

/** Row by row, so that the memory measured is the extractor's and not that of the data. */
export async function* rowsOf(file) {
  const bytes = createReadStream(file)
  const input = file.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY }))
    if (line !== '') yield JSON.parse(line)
}

/** Name → what makes an extractor: (page, its bytes) → the fields of a reading that the scorers look at. */
const extractors = {
  aktenlage: async () => {
    const { extractArticle } = await import('../dist/stages/article/extract.js')
    return ({ id, url }, bytes) =>
      extractArticle({
        bytes,
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
export const extractorNames = Object.keys(extractors)

const work = async (name, data, out, from) => {
  const extract = await extractors[name]()
  // What a peer has to say to the console is not part of its result.
  for (const level of ['log', 'warn', 'error']) console[level] = () => {}
  let page = -1
  for await (const row of rowsOf(data)) {
    page++
    if (page < from) continue
    const bytes = Buffer.from(row.html)
    process.send({ started: page, id: row.id })
    let article = { text: '' }
    let crashed = false
    const before = process.cpuUsage()
    try {
      article = await extract(row, bytes)
    } catch {
      crashed = true
    }
    const { user, system } = process.cpuUsage(before)
    const { text, title, lead, published } = article
    appendFileSync(out, `${JSON.stringify({ source: row.id, article: { text, title, lead, published } })}\n`)
    process.send({ done: page, cpu: user + system, crashed, peakMb: process.resourceUsage().maxRSS / 1024 })
  }
  process.disconnect()
}

if (process.send !== undefined) {
  const [name, data, out, from] = process.argv.slice(2)
  await work(name, data, out, Number(from))
}
