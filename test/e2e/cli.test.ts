import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Ledger } from '../../src/formats/ledger.ts'
import type { Reading } from '../../src/formats/reading.ts'
import { runHere } from './cli-here.ts'
import { lines, rows, runCli } from './cli-process.ts'

// Processes on a machine that others use too; what must be quick says so itself.
vi.setConfig({ testTimeout: 240_000 })

const folder = mkdtempSync(join(tmpdir(), 'aktenlage-cli-'))
afterAll(() => rmSync(folder, { recursive: true }))
const at = (name: string): string => join(folder, name)
let files = 0
const newDb = (): string => at(`db-${files++}.sqlite`)

const texts = {
  'eins.txt':
    'Neue Abwehr für Kiew\n\nWashington, 4. März 2025. Die USA haben der Ukraine am Montag weitere Luftverteidigungssysteme zugesagt.\n',
  'zwei.txt': 'Kiew dankt\n\n5. März 2025. Die Ukraine dankte den USA am Dienstag für die Zusage.\n',
  'drei.html':
    '<!doctype html><html lang="de"><title>Pause</title><article><h1>Pause</h1><p>Die Lieferung von Munition sei am Mittwoch ausgesetzt worden, hieß es in Washington.</p></article></html>',
}

beforeAll(() => {
  mkdirSync(at('berichte/tief'), { recursive: true })
  for (const [name, text] of Object.entries(texts)) writeFileSync(at(`berichte/${name}`), text)
  writeFileSync(at('berichte/tief/vier.txt'), 'Ein vierter Bericht über Polen.\n')
  writeFileSync(at('berichte/bild.png'), 'kein Bericht')
})

const jsonl = [
  { id: 'a', body: 'Am 3. Mai traf die Hilfe ein.', published: '2025-05-04' },
  { id: 'b', text: 'Titel\n\nEin Text mit Umlauten: äöüß.' },
  { id: 'c', html: '<p>Ein Absatz.</p>', gold: 'ignored' },
]
  .map((row) => `${JSON.stringify(row)}\n`)
  .join('')

describe('help', () => {
  const commands =
    'read add ledger show versions search list diff explain case verify rebuild set withdraw backup export serve'.split(
      ' ',
    )

  it('names every command, in both languages', async () => {
    const english = await runCli(['--help'])
    const german = await runCli(['--help'], { environment: { LC_ALL: 'de_DE.UTF-8' } })
    expect([english.code, german.code, english.stderr]).toEqual([0, 0, ''])
    for (const command of [...commands, 'import', 'codebook', 'token'])
      for (const { stdout } of [english, german])
        expect(stdout).toMatch(new RegExp(`^  ${command}[ |]`, 'mu'))
    expect(english.stdout).toContain('Usage:')
    expect(german.stdout).toContain('Aufruf:')
  })

  it.each([
    ...commands,
    'import',
    'import kiel',
    'codebook',
    'codebook test',
    'token',
    'token create',
    'token revoke',
    'token list',
  ])('%s has an example', async (command) => {
    const { code, stdout } = await runHere([...command.split(' '), '--help', '--lang', 'de'])
    expect(code).toBe(0)
    expect(stdout).toMatch(new RegExp(`Beispiele?:\\n {2}.*aktenlage ${command}`, 'u'))
  })

  it.each(['read', 'add', 'rebuild', 'explain', 'serve'])(
    '%s tells of registers of one’s own',
    async (command) => expect((await runHere([command, '--help'])).stdout).toContain('AKTENLAGE_REGISTERS'),
  )
})

describe('what cannot be understood', () => {
  it.each([
    [['leger'], 'no command leger'],
    [['read'], 'Missing: inputs'],
    [['ledger', '--foo'], 'no option --foo'],
    [['ledger', '--as-of'], '--as-of <day> lacks its value'],
    [['ledger', '--as-of', '2025-02-31'], 'INPUT_DATE'],
    [['ledger', '--as-of', 'gestern'], 'INPUT_DATE'],
    [
      ['read', '-j', '0', 'x'],
      '“0” is not possible for -j, --threads <n>; possible: 1 … 256. See aktenlage read',
    ],
    [['list', 'alles'], 'possible: reports, stories, contradictions, sources. See aktenlage list --help'],
    [['leger'], 'Did you mean ledger?'],
    [['import', 'kiel', '--foo'], 'See aktenlage import kiel --help'],
    [['set', 'r-1', '--published', 'irgendwann'], 'INPUT_DATE'],
    [['--lang', 'fr', 'ledger'], '“fr” is not possible for --lang <language>; possible: de, en'],
  ])('%j is bad input', async (args, told) => {
    const { code, stdout, stderr } = await runHere(args)
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain(told)
  })

  it('is told in German where that is the language', async () => {
    expect((await runCli(['--lang', 'de', 'leger'])).stderr).toContain('Den Befehl leger gibt es nicht.')
    expect((await runHere(['leger'], { environment: { LC_ALL: '', LANG: 'de_AT' } })).stderr).toContain(
      'gibt es nicht',
    )
  })

  it('differs by kind: codebook 3, configuration 4', async () => {
    writeFileSync(at('bad.yaml'), 'codebook: x\nversion: 1\n')
    const codebook = await runHere(['read', '--codebook', at('bad.yaml'), at('berichte/eins.txt')])
    expect(codebook.code).toBe(3)
    writeFileSync(at('none.sqlite'), 'x'.repeat(5000))
    const configuration = await runHere(['ledger', '--db', at('none.sqlite')])
    expect(configuration.code).toBe(4)
    expect(configuration.stderr).toContain('STORE_NOT_A_DATABASE')
  })
})

describe('read', () => {
  const sources = (stdout: string) => rows<Reading>(stdout).map((reading) => reading.source)

  it('prints one reading a line and nothing else', async () => {
    const { code, stdout } = await runCli(['read', at('berichte/eins.txt')])
    expect(code).toBe(0)
    expect(lines(stdout)).toHaveLength(1)
    const [reading] = rows<Reading>(stdout)
    expect(reading!.schema).toBe('aktenlage.reading/1')
    expect(reading!.article.text).toContain('Luftverteidigungssysteme')
  })

  it('takes many paths, folders and patterns, in order', async () => {
    const { stdout } = await runCli(['read', 'zwei.txt', '.', '**/v*.txt', '*.html'], {
      cwd: at('berichte'),
    })
    expect(sources(stdout)).toEqual([
      'zwei.txt',
      'drei.html',
      'eins.txt',
      'tief/vier.txt',
      'zwei.txt',
      'tief/vier.txt',
      'drei.html',
    ])
  })

  it('takes standard input and JSON Lines, packed ones too', async () => {
    const text = await runHere(['read', '-'], { input: texts['zwei.txt'] })
    expect(sources(text.stdout)).toEqual(['-'])
    const rowsRead = await runHere(['read', '--json', '--jsonl', '-'], { input: jsonl })
    expect(sources(rowsRead.stdout)).toEqual(['a', 'b', 'c'])
    expect(rows<Reading>(rowsRead.stdout)[0]!.article.text).toBe('Am 3. Mai traf die Hilfe ein.')
    writeFileSync(at('rows.jsonl.gz'), gzipSync(jsonl))
    expect((await runHere(['read', at('rows.jsonl.gz')])).stdout).toBe(rowsRead.stdout)
  })

  it('gives the same bytes in the same order whatever the number of threads', async () => {
    const many = Array.from({ length: 40 }, (_, i) =>
      JSON.stringify({ id: `n${i}`, body: `Bericht ${i}. ${'Die Lage ist ernst. '.repeat((i * 37) % 200)}` }),
    ).join('\n')
    const one = await runCli(['read', '--jsonl', '-'], { input: many })
    const three = await runCli(['read', '--jsonl', '-j', '3', '-'], { input: many })
    expect(three.stdout).toBe(one.stdout)
    expect(lines(one.stdout)).toHaveLength(40)
  })

  it('prints tokens on demand', async () => {
    const { stdout } = await runHere(['read', '--layers', 'tokens', at('berichte/eins.txt')])
    expect(rows<Reading>(stdout)[0]).toHaveProperty('tokens')
  })

  it('uses --published where the document has no date', async () => {
    const { stdout } = await runHere(['read', '--published', '2025-03-04', '-'], {
      input: 'Ein Text ohne Datum.',
    })
    expect(rows<Reading>(stdout)[0]!.article.published?.edtf).toBe('2025-03-04')
  })

  it('ends quietly when the reader has seen enough', async () => {
    const { code, stderr } = await runCli([], {
      command: ['sh', '-c', '"$@" read --jsonl rows.jsonl.gz | head -c 10 > /dev/null', 'sh'],
      cwd: folder,
    })
    expect([code, stderr]).toEqual([0, ''])
  })
})

describe('the archive', () => {
  it('adds, adds nothing twice, lists, verifies, rebuilds to the same snapshot', async () => {
    const db = newDb()
    const add = (...args: string[]) => runHere(['add', '--db', db, '--json', ...args])
    const first = await add(at('berichte'))
    expect(first.code).toBe(0)
    expect(rows<{ status: string }>(first.stdout).map((one) => one.status)).toEqual(Array(4).fill('added'))
    const again = await add(at('./berichte/../berichte'), at('berichte/eins.txt'))
    expect(rows<{ status: string }>(again.stdout).map((one) => one.status)).toEqual(Array(5).fill('known'))
    const ledger = await runHere(['ledger', '--db', db, '--json'])
    const { snapshot } = JSON.parse(ledger.stdout) as Ledger
    const verified = await runHere(['verify', '--db', db])
    expect([verified.code, verified.stdout]).toEqual([0, expect.stringContaining('in 4 reports verified')])
    const rebuilt = await runHere(['rebuild', '--db', db])
    expect([rebuilt.code, rebuilt.stdout]).toEqual([0, expect.stringContaining(snapshot)])
    expect((await runHere(['ledger', '--db', db, '--json'])).stdout).toBe(ledger.stdout)
  })

  it('gives the same snapshot whatever the order of arrival', async () => {
    const snapshots = []
    for (const order of [
      ['eins.txt', 'zwei.txt', 'drei.html'],
      ['drei.html', 'zwei.txt', 'eins.txt'],
    ]) {
      const db = newDb()
      for (const name of order) await runHere(['add', '--db', db, at(`berichte/${name}`)])
      snapshots.push(
        (JSON.parse((await runHere(['ledger', '--db', db, '--json'])).stdout) as Ledger).snapshot,
      )
    }
    expect(snapshots[0]).toBe(snapshots[1])
  })

  it('uses $AKTENLAGE_DB, else the data folder of the platform', async () => {
    const db = newDb()
    await runHere(['add', at('berichte')], { environment: { AKTENLAGE_DB: db } })
    const home = { environment: { XDG_DATA_HOME: at('home') } }
    await runHere(['add', at('berichte/eins.txt')], home)
    const listed = async (options: { environment: Record<string, string> }) =>
      rows((await runHere(['search', 'der', '--json'], options)).stdout).length
    expect(readFileSync(at('home/aktenlage/aktenlage.sqlite')).length).toBeGreaterThan(0)
    expect(await listed({ environment: { AKTENLAGE_DB: db } })).toBeGreaterThanOrEqual(await listed(home))
  })

  it('corrects a report by hand; the word survives rebuild and can be taken back', async () => {
    const db = newDb()
    const run = (...args: string[]) => runHere(['--db', db, ...args])
    await run('add', at('berichte/eins.txt'))
    const article = async () =>
      (JSON.parse((await run('show', 'eins.txt', '--json')).stdout) as { reading: Reading }).reading.article
    const before = await article()
    await run('set', 'eins.txt', '--published', '2024-02-01', '--publisher', 'Kurier', '--by', 'ich')
    await run('set', 'eins.txt', '--none', 'title')
    expect((await run('rebuild')).code).toBe(0)
    const after = await article()
    expect(after.published).toEqual({ edtf: '2024-02-01', basis: 'stated' })
    expect([after.publisher, after.title]).toEqual(['Kurier', null])
    expect(after.corrected).toEqual(['published', 'publisher', 'title'])
    for (const field of after.corrected) expect((await run('set', 'eins.txt', '--undo', field)).code).toBe(0)
    expect(await article()).toEqual(before)
    expect((await run('set', 'eins.txt', '--undo', 'title')).code).toBe(2)
    expect((await run('set', 'eins.txt')).stderr).toContain('SET_NOTHING')
  })

  it('titles entries in the language that is asked for, and gives programs both', async () => {
    const db = newDb()
    const run = (...args: string[]) => runHere(['--db', db, ...args])
    await run('add', at('berichte/eins.txt'))
    const json = (await run('ledger', '--json', '--lang', 'en')).stdout
    expect((await run('ledger', '--json', '--lang', 'de')).stdout).toBe(json)
    const [{ id, title, titles }] = (JSON.parse(json) as Ledger).commitments as [
      Ledger['commitments'][number],
    ]
    expect(titles.en).not.toBe(title)
    for (const command of [['ledger'], ['show', id], ['explain', 'eins.txt']])
      for (const [language, said] of [
        ['de', title],
        ['en', titles.en!],
      ] as const)
        expect((await run(...command, '--lang', language)).stdout, command.join(' ')).toContain(said)
    const difference = ['diff', '2025-01-01', '2099-01-01']
    expect((await run(...difference, '--lang', 'en')).stdout).toContain(titles.en!)
  })

  it('takes a report back and says so', async () => {
    const db = newDb()
    const run = (...args: string[]) => runHere(['--db', db, ...args])
    await run('add', at('berichte/eins.txt'), at('berichte/zwei.txt'))
    expect((await run('withdraw', 'eins.txt', '--reason', 'Versehen')).code).toBe(0)
    const shown = await run('show', 'eins.txt')
    expect([shown.code, shown.stderr]).toEqual([2, expect.stringContaining('WITHDRAWN')])
    const ledger = JSON.parse((await run('ledger', '--json')).stdout) as Ledger
    expect(ledger.withdrawn.map((one) => one.reason)).toEqual(['Versehen'])
    expect((await run('verify')).code).toBe(0)
    expect((await run('rebuild')).stdout).toContain('1 report read again')
  })

  it('explains a report, a file that was not added, and what is neither', async () => {
    const db = newDb()
    const run = (...args: string[]) => runHere(['--db', db, ...args])
    await run('add', at('berichte/eins.txt'))
    expect((await run('explain', 'eins.txt')).stdout).toMatch(/^r-[0-9a-f]{12} /u)
    const { stdout } = await run('explain', at('berichte/zwei.txt'))
    expect(stdout).toContain('Not added')
    expect(stdout).toMatch(/Kept:\n {2}heading Kiew dankt\n {2}\p{Ll}+ 5\. März 2025\. Die Ukraine dankte/u)
    expect((await run('explain', 'nirgends')).code).toBe(2)
    expect((await run('show', 'c-000000000000')).stderr).toContain('NOT_FOUND')
  })

  it('explains an announcement by the entry that it moves as a pledge', async () => {
    const db = newDb()
    const run = (...args: string[]) => runHere(['--db', db, ...args])
    writeFileSync(
      at('plan.txt'),
      'Panzer für Kiew\n\n4. März 2025. Deutschland will der Ukraine zehn Panzer liefern, sagte Verteidigungsminister Boris Pistorius.\n',
    )
    await run('add', at('plan.txt'))
    const ledger = JSON.parse((await run('ledger', '--json')).stdout) as Ledger
    const [entry] = ledger.commitments
    expect(entry?.history.map((step) => step.transition)).toEqual(['pledge'])
    const { stdout } = await run('explain', 'plan.txt')
    expect(stdout).toContain('provide · planned')
    expect(stdout).toContain(`In the ledger: ${entry!.id}`)
  })

  it('copies the data file, tells two days apart, keeps tokens', async () => {
    const db = newDb()
    const run = (...args: string[]) => runHere(['--db', db, ...args])
    await run('add', at('berichte'))
    const copy = newDb()
    expect((await run('backup', copy)).code).toBe(0)
    expect((await run('backup', copy)).stderr).toContain('BACKUP_EXISTS')
    expect((await runHere(['--db', copy, 'ledger', '--json'])).stdout).toBe(
      (await run('ledger', '--json')).stdout,
    )
    expect(JSON.parse((await run('diff', '2025-03-01', '2025-03-31', '--json')).stdout)).toMatchObject({
      schema: 'aktenlage.diff/1',
    })
    const made = await run('token', 'create', 'redaktion')
    expect(made.stdout).toMatch(/^akt_\S{32}\n$/u)
    expect((await run('token', 'create', 'redaktion')).stderr).toContain('TOKEN_EXISTS')
    expect((await run('token', 'revoke', 'redaktion')).code).toBe(0)
    expect((await run('token', 'revoke', 'redaktion')).code).toBe(2)
    expect((await run('token', 'list', '--lang', 'de')).stdout).toMatch(
      /^redaktion {2}schreibt {2}\S+ {2}widerrufen \d{4}-/u,
    )
    const reading = await run('token', 'create', 'tafel', '--read-only', '--lang', 'de')
    expect(reading.stdout).toMatch(/^aktr_\S{32}\n$/u)
    expect(reading.stderr).toContain('nur zum Lesen')
    const listed = (await run('token', 'list', '--json')).stdout.trim().split('\n')
    expect(listed.map((line) => JSON.parse(line))).toMatchObject([
      { name: 'redaktion', access: 'write', revokedAt: expect.any(String) },
      { name: 'tafel', access: 'read', revokedAt: null },
    ])
    for (const { stdout } of [made, reading])
      expect(readFileSync(db).includes(stdout.trim()), 'only its hash is kept').toBe(false)
  })
})

describe('lists', () => {
  const db = newDb()
  const run = (...args: string[]) => runHere(['--db', db, ...args])
  const ids = (stdout: string) =>
    rows<{ source: string }>(stdout).map(({ source }) => source.split('/').at(-1))
  beforeAll(async () => {
    writeFileSync(at('ohne-titel.txt'), 'Kiew dankte am 6. März 2025 für die Zusage der Luftverteidigung.\n')
    await run('add', at('berichte/eins.txt'), '--published', '2025-03-04')
    await run('add', at('berichte/zwei.txt'), '--published', '2025-03-05')
    await run('add', at('ohne-titel.txt'), '--published', '2025-03-06')
  })

  it('name reports by how they begin where there is no title, in the language of the user', async () => {
    expect((await run('list', 'reports')).stdout).toContain('untitled, begins: Kiew dankte am 6. März')
    for (const args of [
      ['search', 'dankte'],
      ['explain', 'ohne-titel.txt'],
      ['show', 'ohne-titel.txt'],
    ])
      expect((await run(...args, '--lang', 'de')).stdout).toContain('ohne Titel, beginnt: Kiew dankte')
  })

  it('hold what was out on a day, newest first, at most so many', async () => {
    const list = async (...args: string[]) => ids((await run('list', 'reports', '--json', ...args)).stdout)
    expect(await list('--as-of', '2025-03-04')).toEqual(['eins.txt'])
    expect(await list('--as-of', '2025-03-05', '--limit', '1')).toEqual(['zwei.txt'])
    expect(await list('--as-of', '2025-03-05', '--clock', 'captured')).toEqual([])
    const found = await run('search', 'dankte', '--as-of', '2025-03-05', '--json')
    expect(rows<{ report: { source: string } }>(found.stdout).map(({ report }) => report.source)).toEqual([
      at('berichte/zwei.txt'),
    ])
  })

  it('hold stories, outlets and contradictions too, and say where there is none', async () => {
    const [story] = rows<{ id: string; documents: string[] }>((await run('list', 'stories', '--json')).stdout)
    expect((await run('show', story!.id)).stdout).toContain(story!.documents[0])
    expect(rows((await run('list', 'sources', '--json')).stdout)).toEqual([{ publisher: null, reports: 3 }])
    expect(await run('list', 'contradictions')).toMatchObject({
      code: 0,
      stdout: '',
      stderr: 'There are none.\n',
    })
  })
})

describe('serve', () => {
  it('prints its address, answers, and ends in order', async () => {
    const db = newDb()
    await runHere(['add', '--db', db, at('berichte/eins.txt')])
    let answer: unknown = null
    const ended = await runCli(['serve', '--db', db, '--port', '0'], {
      started: (child) => {
        child.stdout!.once('data', async (chunk: Buffer) => {
          const address = /http:\S+/u.exec(chunk.toString())![0]
          answer = await (await fetch(`${address}api/health`)).json()
          child.kill('SIGTERM')
        })
      },
    })
    expect(answer).toMatchObject({ status: 'ok', reports: 1 })
    expect([ended.code, ended.signal]).toEqual([0, null])
  })

  it('says that a port is taken, and wants a token for the world', async () => {
    const db = newDb()
    const { createServer } = await import('node:net')
    const blocker = createServer()
    const port = await new Promise<number>((resolve) =>
      blocker.listen(0, '127.0.0.1', () => resolve((blocker.address() as { port: number }).port)),
    )
    const taken = await runHere(['serve', '--db', db, '--port', String(port)])
    blocker.close()
    expect([taken.code, taken.stderr]).toEqual([4, expect.stringContaining('PORT_TAKEN')])
    const open = await runHere(['serve', '--db', db, '--host', '0.0.0.0'])
    expect([open.code, open.stderr]).toEqual([4, expect.stringContaining('HOST_NEEDS_TOKEN')])
  })
})
