/**
 * What a machine does at the worst moment. AKTENLAGE_KILLS=100 kills a hundred times; the usual run a few.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { afterAll, describe, expect, it, vi } from 'vitest'
import type { Ledger } from '../../src/formats/ledger.ts'
import { rows, runCli } from './cli-process.ts'

// Processes on a machine that others use too; what must be quick says so itself.
vi.setConfig({ testTimeout: 240_000 })

const folder = mkdtempSync(join(tmpdir(), 'aktenlage-faults-'))
const mount = join(folder, 'small')
afterAll(() => {
  // Lazily: a process that was killed a moment ago may still hold a file of it.
  spawnSync('umount', ['-l', mount])
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 })
})

const kills = Number(process.env.AKTENLAGE_KILLS ?? 2)
const many = 150

const corpus = join(folder, 'corpus.jsonl')
writeFileSync(
  corpus,
  Array.from(
    { length: many },
    (_, i) =>
      `${JSON.stringify({ id: `b${i}`, body: `Bericht ${i}. Die USA sagten der Ukraine am ${1 + (i % 28)}. März 2025 ${i} Raketen zu.`, published: '2025-04-01' })}\n`,
  ).join(''),
)

interface Outcome {
  readonly status: string
  readonly report: string
}
const acknowledged = (stdout: string): string[] =>
  rows<Outcome>(stdout.slice(0, stdout.lastIndexOf('\n') + 1)).map((one) => one.report)
const stored = (db: string): Set<string> => {
  const database = new Database(db)
  const ids = (database.prepare('SELECT id FROM report').all() as { id: string }[]).map((row) => row.id)
  database.close()
  return new Set(ids)
}
const add = (db: string, ...more: string[]) => runCli(['add', '--db', db, '--json', ...more, corpus])
const snapshot = async (db: string): Promise<string> =>
  (JSON.parse((await runCli(['ledger', '--db', db, '--json'])).stdout) as Ledger).snapshot

describe('kill -9 while adding', () => {
  it(`loses nothing acknowledged, ${kills} times at random moments`, {
    timeout: kills * 30_000 + 120_000,
  }, async () => {
    const whole = join(folder, 'whole.sqlite')
    const started = Date.now()
    await add(whole)
    const wholeMs = Date.now() - started
    const wanted = await snapshot(whole)
    let db = ''
    for (let i = 0; i < kills; i++) {
      // Every tenth begins anew, so that making the file is interrupted too; the others go on with it.
      if (i % 10 === 0) db = join(folder, `killed-${i}.sqlite`)
      const { stdout } = await runCli(['add', '--db', db, '--json', corpus], {
        started: (child) => void setTimeout(() => child.kill('SIGKILL'), Math.random() * wholeMs),
      })
      if (!existsSync(db)) continue
      const kept = (await runCli(['search', '--db', db, 'und'])).code === 0 ? stored(db) : new Set<string>()
      for (const report of acknowledged(stdout)) expect(kept).toContain(report)
      expect((await runCli(['verify', '--db', db])).code).toBe(0)
    }
    // Going on ends where an undisturbed run ends.
    expect((await add(db)).code).toBe(0)
    expect(stored(db)).toEqual(stored(whole))
    expect(await snapshot(db)).toBe(wanted)
  })
})

describe('two processes adding at once', () => {
  it('add every report once between them', async () => {
    const db = join(folder, 'two.sqlite')
    const results = await Promise.all([add(db), add(db)])
    expect(results.map((result) => result.code)).toEqual([0, 0])
    const added = results.flatMap((result) =>
      rows<Outcome>(result.stdout)
        .filter((one) => one.status === 'added')
        .map((one) => one.report),
    )
    expect(added).toHaveLength(many)
    expect(new Set(added)).toEqual(stored(db))
    expect((await runCli(['verify', '--db', db])).code).toBe(0)
  })
})

describe('a full disk', () => {
  mkdirSync(mount)
  const canMount =
    process.getuid?.() === 0 &&
    spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=500k', 'tmpfs', mount]).status === 0

  it.skipIf(!canMount)('is told as such, keeps what was acknowledged, and the next run goes on', async () => {
    const db = join(mount, 'small.sqlite')
    const full = await add(db)
    expect([full.code, full.stderr]).toEqual([4, expect.stringContaining('STORE_DISK_FULL')])
    const acked = acknowledged(full.stdout)
    expect(acked.length).toBeLessThan(many)
    expect(spawnSync('mount', ['-o', 'remount,size=64m', mount]).status).toBe(0)
    expect((await runCli(['verify', '--db', db])).code).toBe(0)
    const kept = stored(db)
    for (const report of acked) expect(kept).toContain(report)
    expect((await add(db)).code).toBe(0)
    expect(stored(db).size).toBe(many)
  })
})

describe('a data file', () => {
  it('of a newer version is refused and not touched', async () => {
    const db = join(folder, 'newer.sqlite')
    await runCli(['add', '--db', db, '-'], { input: 'Ein Text.' })
    const database = new Database(db)
    database.exec('PRAGMA user_version = 999')
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    database.close()
    const before = readFileSync(db)
    for (const command of [['ledger'], ['add', corpus], ['verify'], ['rebuild']]) {
      const { code, stderr } = await runCli([...command, '--db', db])
      expect([code, stderr]).toEqual([4, expect.stringContaining('STORE_NEWER')])
    }
    expect(readFileSync(db).equals(before)).toBe(true)
  })

  it('in which evidence was moved does not pass verify', async () => {
    const db = join(folder, 'moved.sqlite')
    await runCli(['add', '--db', db, '-'], {
      input: 'Die USA sagten der Ukraine am 3. März 2025 Raketen zu.',
    })
    expect((await runCli(['verify', '--db', db])).code).toBe(0)
    const database = new Database(db)
    // Another text under the same hash: what a disk that forgets, or a hand that helps, would do.
    database.exec('DROP TRIGGER capture_is_never_edited')
    const { deflateRawSync } = await import('node:zlib')
    database.prepare('UPDATE capture SET bytes = ?').run([deflateRawSync('Die USA sagten nichts zu.')])
    database.close()
    const { code, stdout, stderr } = await runCli(['verify', '--db', db])
    expect(code).toBe(70)
    expect(stdout).toContain('capture-changed')
    expect(stderr).toContain('VERIFY_FAILED')
  })
})
