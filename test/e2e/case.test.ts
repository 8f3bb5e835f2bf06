import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { pageCaseSchema, readCase } from '../../src/run/page-case.ts'
import { runHere } from './cli-here.ts'

const folder = mkdtempSync(join(tmpdir(), 'aktenlage-case-'))
afterAll(() => rmSync(folder, { recursive: true }))
const at = (name: string): string => join(folder, name)

const sentences =
  'Der Kreistag hat am Donnerstag den Bau der Umgehung beschlossen. Die Arbeiten sollen im Frühjahr beginnen.'
const page = `<!doctype html><meta charset=utf-8><title>Umgehung kommt</title><script>${'a()\n'.repeat(500)}</script>
<body><article><h1>Umgehung kommt</h1><p>${sentences}</p><p>${sentences.replace('Der Kreistag', 'Das Gremium')}</p></article>`

beforeAll(() => {
  writeFileSync(at('umgehung.html'), page)
  const item = (title: string): string =>
    `<item><title>${title}</title><description>${sentences}</description></item>`
  writeFileSync(
    at('feed.xml'),
    `<rss><channel>${item('Erster Titel')}${item('Zweiter Titel')}</channel></rss>`,
  )
})

const make = (...args: string[]) => runHere(['case', '--into', at('cases'), ...args])
const caseOf = (name: string) =>
  pageCaseSchema.parse(JSON.parse(readFileSync(at(`cases/${name}.json`), 'utf8')))

it('turns a page into a smaller one and what is read of it', async () => {
  const { code, stdout } = await make(
    at('umgehung.html'),
    '--note',
    'zu lang',
    '--url',
    'https://a.example/b',
  )
  expect(code).toBe(0)
  expect(stdout).toContain('npx vitest run test/cases.test.ts')
  const pageCase = caseOf('umgehung')
  expect(pageCase).toMatchObject({
    document: 'umgehung.html',
    note: 'zu lang',
    url: 'https://a.example/b',
    today: '2026-01-02',
    expected: { pageKind: 'article', title: 'Umgehung kommt', authors: [] },
  })
  expect(pageCase.expected.blocks).toHaveLength(2)
  const written = readFileSync(at('cases/umgehung.html'))
  expect(written.length).toBeLessThan(page.length / 2)
  expect(readCase(pageCase, written)).toEqual(pageCase.expected)
})

it('tells when a page is read otherwise than the case says, and looks at the fields that are there only', () => {
  const bytes = readFileSync(at('cases/umgehung.html'))
  const { expected, ...about } = caseOf('umgehung')
  const asked = { title: 'Ein anderer', published: null }
  expect(readCase({ ...about, expected: asked }, bytes)).toEqual({ title: expected.title, published: null })
})

it('never writes over a case', async () => {
  const { code, stderr } = await make(at('umgehung.html'))
  expect(code).toBe(2)
  expect(stderr).toContain('CASE_EXISTS')
  expect((await make(at('umgehung.html'), '--name', 'anders')).code).toBe(0)
})

it('takes one document of a feed', async () => {
  const many = await make(at('feed.xml'))
  expect(many.code).toBe(2)
  expect(many.stderr).toContain('holds 2 documents')
  expect((await make(at('feed.xml'), '--entry', '3')).code).toBe(2)
  expect((await make(at('feed.xml'), '--entry', '2')).code).toBe(0)
  expect(caseOf('feed-2')).toMatchObject({ title: 'Zweiter Titel', document: 'feed-2.txt' })
})

it('says what is not there', async () => {
  const { code, stderr } = await make(at('keine.html'))
  expect(code).toBe(2)
  expect(stderr).toContain('INPUT_MISSING')
  expect(existsSync(at('cases/keine.json'))).toBe(false)
})
