/** The command line on a PostgreSQL server, and what the server's worst moments do to it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Ledger } from '../../src/formats/ledger.ts'
import { type PostgresServer, startPostgres, withoutPostgres } from '../support/postgres-server.ts'
import { rows, runCli } from './cli-process.ts'

vi.setConfig({ testTimeout: 240_000 })

const many = 100
const folder = mkdtempSync(join(tmpdir(), 'aktenlage-postgres-e2e-'))
const corpus = join(folder, 'corpus.jsonl')
writeFileSync(
  corpus,
  Array.from(
    { length: many },
    (_, i) =>
      `${JSON.stringify({ id: `p${i}`, body: `Bericht ${i}. Kanada sagte Moldau am ${1 + (i % 28)}. Mai 2025 ${i} Generatoren zu.`, published: '2025-06-01' })}\n`,
  ).join(''),
)

interface Outcome {
  readonly status: string
  readonly report: string
}

const file = join(folder, 'whole.sqlite')

describe.skipIf(withoutPostgres !== null)(
  `PostgreSQL${withoutPostgres === null ? '' : `: ${withoutPostgres}`}`,
  () => {
    let server: PostgresServer
    let whole: Ledger
    beforeAll(async () => {
      server = await startPostgres()
      await runCli(['add', '--db', file, corpus])
      whole = await ledgerOf(file)
    })
    afterAll(async () => {
      await server?.stop()
      rmSync(folder, { recursive: true, force: true })
    })

    const add = (db: string, options: Parameters<typeof runCli>[1] = {}) =>
      runCli(['add', '--db', db, '--json', corpus], options)
    const ledgerOf = async (db: string): Promise<Ledger> =>
      JSON.parse((await runCli(['ledger', '--db', db, '--json'])).stdout) as Ledger
    const acknowledged = (stdout: string): string[] =>
      rows<Outcome>(stdout.slice(0, stdout.lastIndexOf('\n') + 1)).map((one) => one.report)
    const stored = (schema: string): Set<string> => {
      const there = server.query(`SELECT to_regclass('${schema}.report')`) !== ''
      return new Set(there ? server.query(`SELECT id FROM ${schema}.report`).split('\n').filter(Boolean) : [])
    }
    /** Going on ends where an undisturbed run on SQLite ends. */
    const goesOn = async (schema: string): Promise<void> => {
      const db = server.address(schema)
      expect((await add(db)).code).toBe(0)
      expect(stored(schema).size).toBe(many)
      expect(await ledgerOf(db)).toEqual(whole)
      expect((await runCli(['verify', '--db', db])).code).toBe(0)
    }
    /** Waits until some reports are stored. */
    const underWay = async (schema: string): Promise<void> => {
      for (let i = 0; i < 600 && stored(schema).size === 0; i++)
        await new Promise((resolve) => setTimeout(resolve, 100))
    }

    it('takes every report once from two processes, and gives the ledger and the search that SQLite gives', async () => {
      const db = server.address('two')
      const results = await Promise.all([add(db), add(db)])
      expect(results.map(({ code }) => code)).toEqual([0, 0])
      const added = results.flatMap(({ stdout }) =>
        rows<Outcome>(stdout).filter(({ status }) => status === 'added'),
      )
      expect(added).toHaveLength(many)
      expect(new Set(added.map(({ report }) => report))).toEqual(stored('two'))
      expect(await ledgerOf(db)).toEqual(whole)
      expect((await runCli(['verify', '--db', db])).code).toBe(0)
      const search = async (where: string) =>
        rows<{ report: { id: string } }>(
          (await runCli(['search', '--db', where, '--json', '--limit', '5', 'Generator'])).stdout,
        ).map(({ report }) => report.id)
      expect(await search(db)).toEqual(await search(file))
      expect(await search(db)).toHaveLength(5)
    })

    it('loses nothing acknowledged where its connections are cut, and says so', async () => {
      const adding = add(server.address('cut'))
      await underWay('cut')
      server.query(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'aktenlage'",
      )
      const { code, stdout, stderr } = await adding
      // A connection cut between two batches is replaced unnoticed; one cut in the midst of it ends the command.
      expect([0, 4]).toContain(code)
      if (code === 4) expect(stderr).toContain('STORE_UNREACHABLE')
      for (const report of acknowledged(stdout)) expect(stored('cut')).toContain(report)
      await goesOn('cut')
    })

    it('loses nothing acknowledged where the server dies', async () => {
      const adding = add(server.address('dead'))
      await underWay('dead')
      await server.kill()
      const { code, stdout, stderr } = await adding
      expect([code, stderr]).toEqual([4, expect.stringContaining('STORE_UNREACHABLE')])
      await server.start()
      for (const report of acknowledged(stdout)) expect(stored('dead')).toContain(report)
      await goesOn('dead')
    })
  },
)
