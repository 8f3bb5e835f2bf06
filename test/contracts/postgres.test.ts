import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPostgresStore } from '../../src/store/postgres.ts'
import { openSqliteStore } from '../../src/store/sqlite.ts'
import type { ReportQuery } from '../../src/store/store.ts'
import { type PostgresServer, startPostgres, withoutPostgres } from '../support/postgres-server.ts'
import { derivedOf, newReport, storeContract } from './store.ts'

describe.skipIf(withoutPostgres !== null)(
  `PostgreSQL${withoutPostgres === null ? '' : `: ${withoutPostgres}`}`,
  () => {
    let server: PostgresServer
    let schemas = 0
    beforeAll(async () => {
      server = await startPostgres()
    })
    afterAll(() => server?.stop())
    const newAddress = (): string => server.address(`s${schemas++}`)

    storeContract('PostgreSQL', async () => openPostgresStore(newAddress()))

    it.each([
      ["UPDATE capture SET bytes = ''", 'a capture is never edited'],
      ['DELETE FROM capture', 'only when every report of it is withdrawn'],
      ["UPDATE report SET source = 'x'", 'a report is never edited'],
      ['DELETE FROM report', 'a report is never deleted'],
      ["UPDATE decision SET action = '{}'", 'a decision is never edited'],
      ['DELETE FROM decision', 'a decision is never deleted'],
    ])('refuses %s', async (statement, reason) => {
      const schema = `s${schemas++}`
      const store = openPostgresStore(server.address(schema))
      await store.addReports([{ report: newReport('r-1', 'a'), derived: derivedOf('r-1') }])
      await store.decide({ id: 'd-1', decidedAt: '', by: '', action: { kind: 'undo', decision: '' } }, [])
      await store.close()
      expect(() => server.query(`SET search_path = ${schema}; ${statement}`)).toThrow(reason)
    })

    it('of a newer version is left alone, and says so without the password', async () => {
      const schema = `s${schemas++}`
      const address = server.address(schema).replace('aktenlage@', 'aktenlage:geheim@')
      await (async () => {
        const store = openPostgresStore(address)
        await store.reports()
        await store.close()
      })()
      server.query(`UPDATE ${schema}.meta SET value = '999' WHERE key = 'version'`)
      const store = openPostgresStore(address)
      const error = await store.reports().catch((reason: unknown) => reason)
      expect(error).toMatchObject({ code: 'STORE_NEWER' })
      expect(String(error)).not.toContain('geheim')
      await store.close()
    })

    it.each([
      ['postgres://aktenlage@localhost/postgres?host=/nirgends', 'STORE_UNREACHABLE'],
      ['postgres://aktenlage@127.0.0.1:1/postgres', 'STORE_UNREACHABLE'],
    ])('that is not there (%s) is told as such', async (address, code) => {
      const store = openPostgresStore(address)
      await expect(store.reports()).rejects.toMatchObject({ code, errorClass: 'configuration' })
      await store.close()
    })

    it('has addresses that are checked at once', () => {
      for (const wrong of ['postgres://h:x/d', 'postgres://h/d?schema=A;B'])
        expect(() => openPostgresStore(wrong)).toThrow(expect.objectContaining({ code: 'STORE_ADDRESS' }))
    })

    it('is made once by two that open it at the same time', async () => {
      const address = newAddress()
      const stores = Array.from({ length: 4 }, () => openPostgresStore(address))
      await Promise.all(stores.map((store) => store.reports()))
      await Promise.all(stores.map((store) => store.close()))
    })

    it('takes every report once from two that add at the same time, each with a generation of its own', async () => {
      const address = newAddress()
      const stores = [openPostgresStore(address), openPostgresStore(address)]
      const ids = Array.from({ length: 40 }, (_, i) => `r-${i}`)
      const added = await Promise.all(
        stores.flatMap((store, half) =>
          (half === 0 ? ids : [...ids].reverse()).map((id) =>
            store.addReports([{ report: newReport(id, id), derived: derivedOf(id) }]),
          ),
        ),
      )
      expect(added.flat().sort()).toEqual([...ids].sort())
      expect(await stores[0]!.generation()).toBe(80)
      for (const store of stores) await store.close()
    })

    it('goes on after its connections were cut, and keeps what was acknowledged when the server dies', async () => {
      const store = openPostgresStore(newAddress())
      const add = (id: string) => store.addReports([{ report: newReport(id, id), derived: derivedOf(id) }])
      await add('r-1')
      server.query(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'aktenlage'",
      )
      // The pool learns of it as soon as somebody listens, and opens another.
      await new Promise((resolve) => setTimeout(resolve, 200))
      await add('r-2')
      await server.kill()
      await expect(add('r-3')).rejects.toMatchObject({ code: 'STORE_UNREACHABLE' })
      await server.start()
      await add('r-4')
      expect((await store.reports()).map(({ id }) => id)).toEqual(['r-1', 'r-2', 'r-4'])
      await store.close()
    })

    it('finds and lists as SQLite does', async () => {
      const stores = [openPostgresStore(newAddress()), openSqliteStore(':memory:')]
      const words = [
        'waffe',
        'größe',
        'straße',
        's-300',
        'us-präsident',
        'präsident',
        'patriot',
        'ÄRGER',
        '155-mm',
        'łódź',
      ]
      const answers: unknown[][] = []
      for (const store of stores) {
        for (let i = 0; i < 60; i++) {
          const id = `r-${String((i * 37) % 60).padStart(2, '0')}`
          const own = words.filter((_, at) => (i * 7 + at * at) % 5 < 2)
          const published = i % 9 === 0 ? null : i % 5 === 0 ? '2025-07' : `2025-07-${10 + (i % 17)}`
          const publisher = ['Zeitung', 'Älteres Blatt', null, 'agentur\0'][i % 4]!
          await store.addReports([
            {
              report: newReport(id, id, { source: `ä\0${id}` }),
              derived: derivedOf(id, {
                summary: { title: `Titel\0 ${i}`, published, publisher, agencies: ['dpa'] },
                terms: new Map(own.map((word) => [word, [1]])),
              }),
            },
          ])
        }
        await store.withdraw({ reportId: 'r-07', source: '', reason: null, at: '' })
        const queries: ReportQuery[] = [
          ...words.map((word) => ({ groups: [[word]], limit: 7 })),
          {
            groups: [
              ['waffe', 'patriot'],
              ['größe', 'ärger'],
            ],
            limit: 50,
          },
          { groups: [['grosse', 'strasse', 'lodz', '300']], limit: 50 },
          { groups: [['"', '*', 'waffe OR x', "'", '\\', '{', ',', 'NULL']], limit: 50 },
          { groups: [[]], limit: 50 },
          { groups: [], publisher: 'Zeitung', after: 'r-20', limit: 50 },
          { groups: [['waffe']], after: 'r-31', limit: 50 },
        ]
        const found: unknown[] = []
        for (const query of queries) found.push(await store.list(query))
        found.push(
          await store.publishers(),
          await store.listedBySource(['ä\0r-03']),
          await store.stale('e-2'),
        )
        answers.push(found)
        await store.close()
      }
      for (const [at, found] of answers[0]!.entries()) expect(found).toEqual(answers[1]![at])
      expect((answers[0]![0] as { total: number }).total).toBeGreaterThan(9)
    })
  },
)
