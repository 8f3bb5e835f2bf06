import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Version } from '../../src/run/versions.ts'
import { runHere } from './cli-here.ts'

const folder = mkdtempSync(join(tmpdir(), 'aktenlage-versions-'))
afterAll(() => rmSync(folder, { recursive: true }))
const db = join(folder, 'a.sqlite')
const run = (...args: string[]) => runHere([...args, '--db', db])

const url = 'https://blatt.example/rat'
const page = (title: string, amount: string, more = '', teaser = ''): string =>
  `<!doctype html><html lang=de><title>${title}</title><body><article><h1>${title}</h1>
  <p>Der Rat hat am Montag ${amount} Millionen Euro für die Brücke am Hafen bewilligt, die seit zwei Jahren gesperrt ist.</p>
  <p>Die Arbeiten sollen im Herbst beginnen, sagte die Bürgermeisterin nach der Sitzung.${more}</p></article>
  <aside><a href=/x>${teaser}</a></aside>`

const add = async (html: string, address: string): Promise<void> => {
  const row = `${JSON.stringify({ id: address, url: address, html })}\n`
  const { code, stderr } = await runHere(['add', '--db', db, '--jsonl', '-'], { input: row })
  expect(code, stderr).toBe(0)
}

beforeAll(async () => {
  await add(page('Rat gibt Geld', 'vier'), url)
  await add(
    page('Rat gibt weniger Geld', 'drei', ' Das Land muss noch zustimmen.'),
    `${url}?utm_source=rss#top`,
  )
  await add(page('Rat gibt weniger Geld', 'drei', ' Das Land muss noch zustimmen.', 'Etwas anderes'), url)
  await add(page('Ein anderer Bericht', 'zwei'), 'https://blatt.example/anderes')
})

it('finds the versions of an address and shows what each changed', async () => {
  const { code, stdout } = await run('versions', url)
  expect(code).toBe(0)
  expect(stdout).toContain('title: Rat gibt Geld → Rat gibt weniger Geld')
  expect(stdout).toContain('1 word gone, 6 new:')
  expect(stdout).toContain('am Montag [-vier-]{+drei+} Millionen Euro')
  expect(stdout).toContain('nach der Sitzung.{+ Das Land muss noch zustimmen.+}')
  expect(stdout).toContain('Nothing changed in the article.')
  expect(stdout).not.toContain('Ein anderer Bericht')
})

it('gives the same as JSON, by the id of any version', async () => {
  const { versions } = JSON.parse((await run('versions', '--json', url)).stdout) as { versions: Version[] }
  expect(versions.map(({ difference }) => difference?.addedWords)).toEqual([undefined, 6, 0])
  for (const { report } of versions)
    expect(JSON.parse((await run('versions', '--json', report)).stdout)).toEqual({ versions })
})

it('says what there is not', async () => {
  expect((await run('versions', 'https://blatt.example/nichts')).code).toBe(2)
})
