import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { AktenlageError } from '../../src/core/errors.ts'
import { openSqliteStore } from '../../src/store/sqlite.ts'
import { derivedOf, newReport, storeContract } from './store.ts'

const folder = mkdtempSync(join(tmpdir(), 'aktenlage-store-'))
let files = 0
const newFile = () => join(folder, `${files++}.sqlite`)
afterAll(() => rmSync(folder, { recursive: true }))

storeContract('SQLite', async () => openSqliteStore(newFile()))

const codeOf = (open: () => unknown): string => {
  try {
    open()
  } catch (error) {
    if (error instanceof AktenlageError) return error.code
    throw error
  }
  return 'opened'
}

describe('an SQLite data file', () => {
  it('is made with its folders, and opened again', async () => {
    const file = join(folder, 'new', 'deep', 'a.sqlite')
    await openSqliteStore(file).close()
    expect(codeOf(() => openSqliteStore(file))).toBe('opened')
  })

  it('lets the event loop turn with each write, as only then the driver gives memory back', async () => {
    const store = openSqliteStore(newFile())
    let turned = false
    setImmediate(() => {
      turned = true
    })
    await store.addReports([])
    expect(turned).toBe(true)
    await store.close()
  })

  it('searches some reports without looking up each of them with each hit', async () => {
    const file = newFile()
    const store = openSqliteStore(file)
    await store.addReports([{ report: newReport('r-1', 'a'), derived: derivedOf('r-1') }])
    const statements = vi.spyOn(Database.prototype, 'prepare')
    const found = await store.list({ groups: [['hilfe']], only: ['r-1'], limit: 5 })
    const searching = statements.mock.calls.map(([text]) => text).filter((text) => /json_each/u.test(text))
    statements.mockRestore()
    await store.close()
    expect([found.total, searching.length]).toEqual([1, 2])
    const database = new Database(file)
    for (const text of searching) {
      const values = [...text.matchAll(/\?/gu)].map(() => '["r-1"]')
      const plan = database.prepare(`EXPLAIN QUERY PLAN ${text}`).all(...values) as { detail: string }[]
      expect(plan.map(({ detail }) => detail).join('\n')).not.toMatch(/report_id=\? AND rowid=\?/u)
    }
    database.close()
  })

  it('of a newer version is left alone', async () => {
    const file = newFile()
    await openSqliteStore(file).close()
    const database = new Database(file)
    database.exec('PRAGMA user_version = 999')
    database.close()
    expect(codeOf(() => openSqliteStore(file))).toBe('STORE_NEWER')
  })

  it('of another program is left alone', () => {
    const file = newFile()
    const database = new Database(file)
    database.exec('CREATE TABLE notes (id)')
    database.close()
    expect(codeOf(() => openSqliteStore(file))).toBe('STORE_NOT_OURS')
  })

  it('that is none is left as it is', () => {
    const file = newFile()
    writeFileSync(file, 'Das ist ein Text und keine Datenbank. '.repeat(100))
    expect(codeOf(() => openSqliteStore(file))).toBe('STORE_NOT_A_DATABASE')
    expect(readFileSync(file, 'utf8')).toMatch(/^Das ist ein Text/u)
  })

  it('below a file cannot be', () => {
    const file = newFile()
    writeFileSync(file, '')
    expect(codeOf(() => openSqliteStore(join(file, 'a.sqlite')))).toBe('STORE_CANNOT_OPEN')
  })

  it.each([
    ["UPDATE capture SET bytes = x'00'", 'a capture is never edited'],
    ['DELETE FROM capture', 'only when every report of it is withdrawn'],
    ["UPDATE report SET source = 'x'", 'a report is never edited'],
    ['DELETE FROM report', 'a report is never deleted'],
    ["UPDATE decision SET action = '{}'", 'a decision is never edited'],
    ['DELETE FROM decision', 'a decision is never deleted'],
  ])('refuses %s', async (statement, reason) => {
    const file = newFile()
    const store = openSqliteStore(file)
    await store.addReports([{ report: newReport('r-1', 'a'), derived: derivedOf('r-1') }])
    await store.decide({ id: 'd-1', decidedAt: '', by: '', action: { kind: 'undo', decision: '' } }, [])
    await store.close()
    const database = new Database(file)
    expect(() => database.exec(statement)).toThrow(reason)
    database.close()
  })

  it('has no trace of a withdrawn text', async () => {
    const file = newFile()
    const store = openSqliteStore(file)
    const word = 'wolkenkuckucksheim'
    const add = (id: string, term: string) =>
      store.addReports([
        { report: newReport(id, term), derived: derivedOf(id, { terms: new Map([[term, [0]]]) }) },
      ])
    await add('r-1', word)
    for (let i = 2; i < 40; i++) await add(`r-${i}`, `anderes${i}`)
    const traces = () =>
      [file, `${file}-wal`].filter((one) => existsSync(one) && readFileSync(one).includes(word))
    expect(traces()).not.toEqual([])
    await store.withdraw({ reportId: 'r-1', source: '', reason: null, at: '' })
    expect(traces()).toEqual([])
    expect((await store.list({ groups: [['anderes7']], limit: 9 })).total).toBe(1)
    await store.close()
    expect(traces()).toEqual([])
  })

  it('can be copied while it is in use, and never onto a file that is there', async () => {
    const store = openSqliteStore(newFile())
    await store.addReports([{ report: newReport('r-1', 'a'), derived: derivedOf('r-1') }])
    const target = newFile()
    await store.backup(target)
    await store.addReports([{ report: newReport('r-2', 'b'), derived: derivedOf('r-2') }])
    await expect(store.backup(target)).rejects.toMatchObject({ code: 'BACKUP_EXISTS' })
    await store.close()
    const copy = openSqliteStore(target)
    expect((await copy.reports()).map((one) => one.id)).toEqual(['r-1'])
    expect((await copy.list({ groups: [['hilfe']], limit: 9 })).reports.map((one) => one.id)).toEqual(['r-1'])
    await copy.close()
  })
})
