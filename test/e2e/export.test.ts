/** Every way out is read back by a parser that others keep, over the ledger of the sample reports. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Model } from '@alephdata/followthemoney'
import { plugins } from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import { parse } from 'csv-parse/sync'
import { parseAtomFeed } from 'feedsmith'
import ICAL from 'ical.js'
import jsonld from 'jsonld'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote'
import { gfmFootnote } from 'micromark-extension-gfm-footnote'
import readXlsx from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '../../src/api/app.ts'
import { exportNames } from '../../src/export/names.ts'
import type { Ledger } from '../../src/formats/ledger.ts'
import { type Archive, openArchive } from '../../src/run/archive.ts'
import { runHere } from './cli-here.ts'
import { rows } from './cli-process.ts'

const folder = mkdtempSync(join(tmpdir(), 'aktenlage-export-'))
const db = join(folder, 'samples.sqlite')
const samples = fileURLToPath(new URL('../../samples/reports', import.meta.url))
/** A report that tells an announced day, and whose words mean something to a spreadsheet, XML and Markdown. */
const awkward = {
  id: 'heikel',
  url: 'https://zeitung.example/a?b=1&c=2',
  title: '=HYPERLINK("https://x.example";"hier") & <b>*Titel*</b>, {50 %}',
  published: '2025-07-20',
  body: 'Deutschland wird der Ukraine am 24. Juli 2025 zwei Patriot-Systeme liefern 🛡️. Norwegen liefert der Ukraine am 3. August 2025 neue Munition.',
}
let ledger: Ledger

const exported = async (...args: string[]): Promise<string> => {
  const { code, stdout, stderr } = await runHere(['export', ...args, '--db', db, '--lang', 'de'])
  expect(stderr).toBe('')
  expect(code).toBe(0)
  return stdout
}
type Row = Record<string, string>
const table = (text: string, delimiter = ','): Row[] =>
  parse(text, { columns: true, bom: true, delimiter }) as Row[]
const pieces = () => ledger.commitments.flatMap((one) => one.history.flatMap((step) => step.evidence))
const citedReports = () =>
  new Set([
    ...pieces().map((one) => one.report),
    ...ledger.contradictions.flatMap((one) => one.claims.map((claim) => claim.report)),
  ])

beforeAll(async () => {
  const file = join(folder, 'heikel.jsonl')
  writeFileSync(file, `${JSON.stringify(awkward)}\n`)
  expect((await runHere(['add', '--db', db, samples])).code).toBe(0)
  expect((await runHere(['add', '--db', db, '--jsonl', file])).code).toBe(0)
  ledger = JSON.parse((await runHere(['ledger', '--json', '--db', db])).stdout) as Ledger
  expect(ledger.commitments.length).toBeGreaterThan(20)
}, 60_000)
afterAll(() => rmSync(folder, { recursive: true }))

describe('whatever the format', () => {
  it('the same ledger gives the same bytes, and the texts of others stay home', async () => {
    const archive = openArchive({ file: db, now: () => '2026-01-02T03:04:05.000Z' })
    const texts: string[] = []
    for (const id of citedReports()) texts.push((await archive.reading(id))!.article.text)
    await archive.close()
    for (const format of exportNames) {
      const once = await exported(format)
      expect(await exported(format), format).toBe(once)
      // Quotations are passages within a sentence or two; 400 characters on end would be an article.
      for (const text of texts)
        for (let at = 0; at + 400 < text.length; at += 150)
          expect(once.includes(text.slice(at, at + 400)), format).toBe(false)
    }
  })
})

describe('CSV', () => {
  it('has a row for each entry, in the columns of the tracker and ours', async () => {
    const all = table(await exported('csv'))
    expect(all.map((row) => row.commitment_id).sort()).toEqual(ledger.commitments.map((one) => one.id).sort())
    expect(Object.keys(all[0]!).slice(0, 6)).toEqual([
      'donor',
      'announcement_date',
      'measure',
      'aid_type_general',
      'aid_type_specific',
      'explanation',
    ])
    for (const row of all) {
      const one = ledger.commitments.find((entry) => entry.id === row.commitment_id)!
      expect([row.status, row.suspension, row.snapshot_id]).toEqual([
        one.stage ?? '',
        one.suspension,
        ledger.snapshot,
      ])
      expect(row.status_date).toMatch(/^(?:\d{4}-\d{2}-\d{2})?$/u)
      expect(one.history.flatMap((step) => step.evidence.map((piece) => piece.exact))).toContain(
        row.evidence_quote,
      )
      // Parts of a listed whole carry no total of an activity.
      expect(row.is_total_row).toBe(String(!ledger.commitments.some((whole) => whole.id === one.parent)))
      expect(row.tot_activity_value).toBe(
        row.is_total_row === 'true' && one.amount ? String(one.amount.value) : '',
      )
    }
  })

  it('has a byte order mark and semicolons where Excel wants them', async () => {
    const text = await exported('csv', '--bom', '--semicolon')
    expect(text.charCodeAt(0)).toBe(0xfeff)
    expect(table(text, ';')).toEqual(table(await exported('csv')))
  })

  it('of the evidence has a row for each claim, verbatim', async () => {
    const all = table(await exported('evidence'))
    expect(all.map((row) => [row.report_id, row.evidence_quote, Number(row.evidence_start)])).toEqual(
      pieces().map((one) => [one.report, one.exact, one.start]),
    )
  })

  it('lets no page put a formula into a spreadsheet', async () => {
    const row = table(await exported('evidence')).find((one) => one.source === awkward.id)!
    expect(row.report_title).toBe(`'${awkward.title}`)
  })
})

it('XLSX has the same cells as CSV', async () => {
  const bytes = Buffer.from(await exported('xlsx'), 'latin1')
  const [sheet] = await readXlsx(bytes)
  expect(sheet!.sheet).toBe('Bilateral Assistance, MAIN DATA')
  const [head, ...body] = sheet!.data.map((row) => row.map((cell) => (cell === null ? '' : String(cell))))
  const expected = table(await exported('csv'))
  expect(head).toEqual(Object.keys(expected[0]!))
  expect(body).toEqual(expected.map((row) => Object.values(row)))
})

it('JSON-LD becomes triples without the network: claims with their articles', async () => {
  const document = JSON.parse(await exported('jsonld')) as unknown
  const quads = (await jsonld.toRDF(document)) as { subject: Term; predicate: Term; object: Term }[]
  type Term = { value: string }
  const of = (predicate: string) => quads.filter((quad) => quad.predicate.value === predicate)
  const typed = (type: string) =>
    new Set(
      of('http://www.w3.org/1999/02/22-rdf-syntax-ns#type')
        .filter((quad) => quad.object.value === `https://schema.org/${type}`)
        .map((quad) => quad.subject.value),
    )
  const articles = typed('NewsArticle')
  expect(articles.size).toBe(citedReports().size)
  const quoted = of('http://www.w3.org/ns/prov#wasQuotedFrom')
  expect(new Set(quoted.map((quad) => quad.subject.value))).toEqual(typed('Claim'))
  for (const quad of quoted) expect(articles).toContain(quad.object.value)
  expect(new Set(of('https://schema.org/text').map((quad) => quad.object.value))).toEqual(
    new Set(pieces().map((one) => one.exact)),
  )
})

it('FollowTheMoney entities fit the model, and every reference leads somewhere', async () => {
  const path = createRequire(import.meta.url).resolve('@alephdata/followthemoney')
  const model = new Model(JSON.parse(readFileSync(join(path, '../defaultModel.json'), 'utf8')))
  type Raw = { id: string; schema: string; properties: Record<string, string[]> }
  const raw = rows<Raw>(await exported('ftm'))
  const ids = new Set(raw.map((one) => one.id))
  expect(ids.size).toBe(raw.length)
  for (const one of raw) {
    const schema = model.getSchema(one.schema)
    for (const [name, values] of Object.entries(one.properties)) {
      const property = schema.getProperty(name)
      expect(property.stub, `${one.schema}.${name}`).toBe(false)
      if (property.type.name === 'entity') for (const value of values) expect(ids).toContain(value)
      if (property.type.name === 'date')
        for (const value of values) expect(value).toMatch(/^\d{4}(?:-\d{2}(?:-\d{2}(?:T[\d:]+Z)?)?)?$/u)
    }
  }
  expect(raw.filter((one) => one.schema === 'Project')).toHaveLength(ledger.commitments.length)
})

it('annotations find their passage by quotation and by position alike', async () => {
  type Selector = { type: string; exact: string; prefix: string; suffix: string; start: number; end: number }
  const page = JSON.parse(await exported('annotations')) as {
    items: { id: string; target: { source: string; selector: [Selector, Selector] } }[]
  }
  const archive = openArchive({ file: db, now: () => '2026-01-02T03:04:05.000Z' })
  expect(page.items).toHaveLength(pieces().length)
  expect(new Set(page.items.map((one) => one.id)).size).toBe(page.items.length)
  for (const [at, piece] of pieces().entries()) {
    const [quote, position] = page.items[at]!.target.selector
    const { text } = (await archive.reading(piece.report))!.article
    expect([...text].slice(position.start, position.end).join('')).toBe(quote.exact)
    expect(text.slice(0, piece.start).endsWith(quote.prefix)).toBe(true)
    expect(text).toContain(quote.prefix + quote.exact + quote.suffix)
  }
  await archive.close()
})

it('Atom has an entry for each step, with ids that last and the dates of its reports', async () => {
  const written = await exported('atom')
  const feed = parseAtomFeed(written)
  const steps = ledger.commitments.flatMap((one) => one.history)
  expect(feed.entries).toHaveLength(steps.length)
  const ids = feed.entries!.map((entry) => entry.id)
  expect(new Set(ids).size).toBe(ids.length)
  const updated = feed.entries!.map((entry) => String(entry.updated))
  expect(updated).toEqual(updated.toSorted().toReversed())
  expect(String(feed.updated)).toBe(updated[0])
  // Days in words, and a stage only where something happened.
  const told = [...written.matchAll(/&lt;p&gt;(?<told>.*?)&lt;\/p&gt;/gu)].map((match) => match.groups!.told!)
  expect(told).toHaveLength(steps.length)
  expect(told.filter((words) => /\d{4}-\d{2}/u.test(words))).toEqual([])
  expect(told.filter((words) => /(?:möglich|angekündigt|bestritten) ·/u.test(words))).toEqual([])
  // What was known a year earlier has the same ids then.
  const earlier = parseAtomFeed(await exported('atom', '--as-of', '2024-07-01'))
  expect(earlier.entries!.length).toBeGreaterThan(5)
  expect(earlier.entries!.filter((entry) => ids.includes(entry.id)).length).toBeGreaterThan(
    earlier.entries!.length / 2,
  )
})

it('the calendar has the announced days and no vaguer dates', async () => {
  const calendar = new ICAL.Component(ICAL.parse(await exported('ics')))
  const events = calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one))
  const announced = ledger.commitments.flatMap((one) =>
    one.history.filter(
      (step) =>
        (step.factuality === 'planned' || step.factuality === 'possible') &&
        /^\d{4}-\d{2}-\d{2}$/u.test(step.date?.edtf ?? ''),
    ),
  )
  expect(announced.length).toBeGreaterThan(0)
  expect(events.map((one) => one.startDate.toString())).toEqual(announced.map((step) => step.date!.edtf))
  for (const [at, one] of events.entries()) {
    expect(one.startDate.isDate).toBe(true)
    expect(one.description).toContain(announced[at]!.evidence[0]!.exact)
  }
})

it('Markdown has a heading for each entry and a footnote for each passage', async () => {
  const document = await exported('markdown')
  expect(document.startsWith('---\ntitle: "Vorgänge"\nasOf: null\n')).toBe(true)
  const tree = fromMarkdown(document.slice(document.indexOf('\n---\n') + 5), {
    extensions: [gfmFootnote()],
    mdastExtensions: [gfmFootnoteFromMarkdown()],
  })
  type Node = { type: string; depth?: number; children?: Node[]; value?: string; identifier?: string }
  const all: Node[] = []
  const walk = (node: Node): void => {
    all.push(node)
    node.children?.forEach(walk)
  }
  walk(tree as Node)
  const text = (node: Node): string => node.value ?? (node.children ?? []).map(text).join('')
  const headings = all.filter((node) => node.type === 'heading' && node.depth! > 1).map(text)
  const entries = headings.slice(0, ledger.commitments.length)
  expect(entries.toSorted()).toEqual(ledger.commitments.map((one) => one.title).toSorted())
  // Days are told in words.
  expect(document).not.toMatch(/^- (?:\.\.\/)?\d{4}-/mu)
  expect(document).toContain(`${ledger.commitments.length} Vorgänge · `)
  const notes = all.filter((node) => node.type === 'footnoteDefinition')
  const used = new Set(all.filter((node) => node.type === 'footnoteReference').map((node) => node.identifier))
  expect(new Set(notes.map((node) => node.identifier))).toEqual(used)
  const written = notes.map(text).join('\n')
  for (const one of pieces()) expect(written).toContain(one.exact.replaceAll(/\s+/gu, ' '))
  expect(written).toContain(awkward.title)
  expect(all.filter((node) => node.type === 'html')).toEqual([])
})

it.each([
  ['bibtex', '@biblatex/text'],
  ['csljson', '@else/json'],
])('%s names every cited report once', async (format, input) => {
  type Item = {
    id: string
    title?: string
    author?: unknown[]
    issued?: { 'date-parts': number[][] }
    URL?: string
  }
  const items = (await plugins.input.chainAsync(await exported(format), { forceType: input })) as Item[]
  expect(items.map((one) => one.id)).toEqual([...citedReports()].sort())
  const one = items.find((item) => item.URL === awkward.url)!
  expect(one.title).toBe(awkward.title)
  expect(one.issued!['date-parts'][0]).toEqual([2025, 7, 20])
})

describe('a part of the ledger', () => {
  it('is one entry, as of a day', async () => {
    const { id, history } = ledger.commitments.find((one) => one.history.length > 2)!
    const all = table(await exported('evidence', '--of', id))
    expect(all.filter((row) => row.commitment_id === id)).toHaveLength(
      history.flatMap((step) => step.evidence).length,
    )
    expect(parseAtomFeed(await exported('atom', '--of', id)).id).toBe(`urn:aktenlage:${id}:feed`)
  })

  it('is a story', async () => {
    const [story] = ledger.stories.toSorted((a, b) => b.documents.length - a.documents.length)
    const some = table(await exported('csv', '--of', story!.id))
    expect(some.length).toBeGreaterThan(0)
    expect(some.length).toBeLessThan(ledger.commitments.length)
  })

  it('that is not there is told', async () => {
    const { code, stderr } = await runHere(['export', 'csv', '--of', 'c-000000000000', '--db', db])
    expect([code, stderr]).toEqual([2, expect.stringContaining('NOT_FOUND')])
  })
})

describe('the download', () => {
  let archive: Archive
  beforeAll(() => {
    archive = openArchive({ file: db, now: () => '2026-01-02T03:04:05.000Z' })
  })
  afterAll(() => archive.close())
  const ask = (path: string) =>
    createApp({ archive, now: () => '', host: '127.0.0.1', webRoot: folder, sessionToken: null }).request(
      `http://127.0.0.1${path}`,
    )

  it.each([
    ['csv', 'text/csv; charset=utf-8; header=present', 'aktenlage-2025-07-03.csv'],
    ['atom', 'application/atom+xml; charset=utf-8', 'aktenlage-2025-07-03.atom'],
    ['csljson', 'application/vnd.citationstyles.csl+json', 'aktenlage-2025-07-03.csl.json'],
  ])('%s is what the command writes', async (format, type, name) => {
    const response = await ask(`/api/export/${format}?asOf=2025-07-03&lang=de`)
    expect(response.headers.get('content-type')).toBe(type)
    expect(response.headers.get('content-disposition')).toBe(`attachment; filename="${name}"`)
    expect(await response.text()).toBe(await exported(format, '--as-of', '2025-07-03'))
  })

  it('of a workbook is bytes', async () => {
    const bytes = Buffer.from(await (await ask('/api/export/xlsx?lang=de')).arrayBuffer())
    expect(bytes.equals(Buffer.from(await exported('xlsx'), 'latin1'))).toBe(true)
  })

  it('of an unknown format is a bad request', async () => {
    expect((await ask('/api/export/docx')).status).toBe(400)
  })
})
