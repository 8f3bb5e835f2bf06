/** SQLite by `libsql` (why: docs/decisions/0002-sqlite-driver.md), WAL, `synchronous=FULL`. */
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { Kysely, SqliteDialect, sql, type Transaction } from 'kysely'
import Database from 'libsql'
import { AktenlageError } from '../core/errors.ts'
import type { Decision, DecisionAction } from '../core/records.ts'
import type { Tables } from './schema.ts'
import type { Derived, InputKind, Store, StoredReport } from './store.ts'

const migrationFolder = new URL('../../sql/sqlite/', import.meta.url)

const migrations = (): { version: number; name: string; text: string }[] =>
  readdirSync(migrationFolder)
    .filter((name) => /^\d{4}_.*\.sql$/u.test(name))
    .sort()
    .map((name) => ({
      version: Number(name.slice(0, 4)),
      name,
      text: readFileSync(new URL(name, migrationFolder), 'utf8'),
    }))

const pack = (value: unknown): Uint8Array => deflateRawSync(JSON.stringify(value), { level: 3 })
/** The driver hands blobs over as ArrayBuffer. */
const bytesOf = (blob: Uint8Array | ArrayBuffer): Uint8Array =>
  blob instanceof Uint8Array ? blob : new Uint8Array(blob)
const unpack = (blob: Uint8Array | ArrayBuffer): unknown =>
  JSON.parse(inflateRawSync(bytesOf(blob)).toString('utf8'))

/** SQLite allows 32,766 parameters a statement; batches stay far below. */
const batches = <T>(items: readonly T[], size = 500): T[][] => {
  const out: T[][] = []
  for (let i = 0; i < items.length; i += size) out.push(items.slice(i, i + size))
  return out
}

const codeOf = (error: unknown): string => String((error as { code?: unknown } | null)?.code ?? '')

/** Turns what the driver throws into an error that says what, where and what to do. */
const explain = (error: unknown, path: string): unknown => {
  if (error instanceof AktenlageError) return error
  const message = error instanceof Error ? error.message : String(error)
  const code = codeOf(error)
  if (code.startsWith('SQLITE_FULL') || /database or disk is full|ENOSPC/u.test(message)) {
    return new AktenlageError(
      'configuration',
      'STORE_DISK_FULL',
      `The disk is full; ${path} could not be written to. What was acknowledged is safe. Make room and run the command again.`,
      { cause: error },
    )
  }
  if (code.startsWith('SQLITE_NOTADB') || /file is not a database/u.test(message)) {
    return new AktenlageError(
      'configuration',
      'STORE_NOT_A_DATABASE',
      `${path} is not an Aktenlage data file. Name another one with --db.`,
      { cause: error },
    )
  }
  if (code.startsWith('SQLITE_BUSY') || /database is locked/u.test(message)) {
    return new AktenlageError(
      'configuration',
      'STORE_BUSY',
      `${path} is being written to by another process for more than a minute. Try again when it is done.`,
      { cause: error },
    )
  }
  if (
    code.startsWith('SQLITE_CANTOPEN') ||
    code.startsWith('SQLITE_READONLY') ||
    /unable to open database/iu.test(message)
  ) {
    return new AktenlageError(
      'configuration',
      'STORE_CANNOT_OPEN',
      `${path} cannot be opened for writing. Check the path and its permissions.`,
      { cause: error },
    )
  }
  return error
}

const migrate = (database: Database.Database, path: string): void => {
  const known = migrations()
  const newest = known.at(-1)!.version
  const version = (): number =>
    (database.prepare('PRAGMA user_version').get() as { user_version: number }).user_version
  const found = version()
  if (found > newest) {
    throw new AktenlageError(
      'configuration',
      'STORE_NEWER',
      `${path} was written by a newer Aktenlage (data version ${found}, this one knows ${newest}). Update Aktenlage, or name another file with --db.`,
    )
  }
  if (found === newest) return
  if (found === 0) {
    const strangers = database
      .prepare("SELECT count(*) AS n FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
      .get() as { n: number }
    if (strangers.n > 0) {
      throw new AktenlageError(
        'configuration',
        'STORE_NOT_OURS',
        `${path} is an SQLite file of another program. Name another one with --db.`,
      )
    }
  }
  // IMMEDIATE: a second process that starts at the same time waits here, then sees the new version.
  database.exec('BEGIN IMMEDIATE')
  try {
    for (const migration of known.filter((m) => m.version > version())) {
      database.exec(migration.text)
      database.exec(`PRAGMA user_version = ${migration.version}`)
    }
    database.exec('COMMIT')
  } catch (error) {
    database.exec('ROLLBACK')
    throw error
  }
}

/** Opens or makes the data file. Throws `AktenlageError` (configuration) where that cannot be done. */
export const openSqliteStore = (path: string): Store => {
  let database: Database.Database
  try {
    if (path !== ':memory:' && !existsSync(dirname(path))) mkdirSync(dirname(path), { recursive: true })
    database = new Database(path, { timeout: 60_000 } as Database.Options)
    database.exec('PRAGMA busy_timeout = 60000')
    database.exec('PRAGMA journal_mode = WAL')
    database.exec('PRAGMA synchronous = FULL')
    database.exec('PRAGMA secure_delete = ON')
    migrate(database, path)
  } catch (error) {
    throw explain(error, path)
  }
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database }) })

  const guarded = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work()
    } catch (error) {
      throw explain(error, path)
    }
  }

  /**
   * A write transaction. BEGIN IMMEDIATE, because a deferred one that reads first and writes later fails at once
   * with SQLITE_BUSY when another process wrote in between, instead of waiting.
   */
  const write = <T>(work: (trx: Kysely<Tables>) => Promise<T>): Promise<T> =>
    guarded(() =>
      db.connection().execute(async (connection) => {
        await sql`BEGIN IMMEDIATE`.execute(connection)
        try {
          const result = await work(connection)
          await sql`INSERT INTO meta (key, value) VALUES ('generation', '1')
            ON CONFLICT (key) DO UPDATE SET value = CAST(CAST(value AS INTEGER) + 1 AS TEXT)`.execute(
            connection,
          )
          await sql`COMMIT`.execute(connection)
          return result
        } catch (error) {
          await sql`ROLLBACK`.execute(connection).catch(() => undefined)
          throw error
        }
      }),
    )

  const writeDerived = async (
    trx: Kysely<Tables> | Transaction<Tables>,
    items: readonly Derived[],
  ): Promise<void> => {
    for (const item of items) {
      const row = {
        report_id: item.reportId,
        engine: item.engine,
        json: pack(item.reading),
        facts: item.facts === null ? null : pack(item.facts),
      }
      await trx
        .insertInto('reading')
        .values(row)
        .onConflict((conflict) =>
          conflict.column('report_id').doUpdateSet({ engine: row.engine, json: row.json, facts: row.facts }),
        )
        .execute()
      await trx.deleteFrom('term').where('report_id', '=', item.reportId).execute()
      const terms = [...item.terms].map(([term, places]) => ({
        term,
        report_id: item.reportId,
        places: places.join(','),
      }))
      for (const batch of batches(terms)) await trx.insertInto('term').values(batch).execute()
    }
  }

  const toReport = (row: Tables['report']): StoredReport => ({
    id: row.id,
    address: row.address,
    source: row.source,
    url: row.url,
    inputKind: row.input_kind as InputKind | null,
    givenTitle: row.given_title,
    givenPublished: row.given_published,
    contentHash: row.content_hash,
    capturedAt: row.captured_at,
  })

  const active = () =>
    db
      .selectFrom('report')
      .selectAll()
      .where('id', 'not in', (query) => query.selectFrom('withdrawal').select('report_id'))

  return {
    addReports: (items) =>
      write(async (trx) => {
        const added: string[] = []
        for (const { report, derived } of items) {
          const there = await trx
            .selectFrom('report')
            .select('id')
            .where('id', '=', report.id)
            .executeTakeFirst()
          if (there !== undefined) continue
          await trx
            .insertInto('capture')
            .values({
              content_hash: report.contentHash,
              size: report.bytes.length,
              compression: 'deflate',
              bytes: deflateRawSync(report.bytes),
            })
            .onConflict((conflict) => conflict.doNothing())
            .execute()
          await trx
            .insertInto('report')
            .values({
              id: report.id,
              address: report.address,
              source: report.source,
              url: report.url,
              input_kind: report.inputKind,
              given_title: report.givenTitle,
              given_published: report.givenPublished,
              content_hash: report.contentHash,
              captured_at: report.capturedAt,
            })
            .execute()
          await writeDerived(trx, [derived])
          added.push(report.id)
        }
        return added
      }),

    known: (ids) =>
      guarded(async () => {
        const found = new Set<string>()
        for (const batch of batches(ids)) {
          for (const row of await db.selectFrom('report').select('id').where('id', 'in', batch).execute())
            found.add(row.id)
        }
        return found
      }),

    reports: () => guarded(async () => (await active().orderBy('id').execute()).map(toReport)),

    report: (id) =>
      guarded(async () => {
        const row = await active().where('id', '=', id).executeTakeFirst()
        return row === undefined ? null : toReport(row)
      }),

    capture: (contentHash) =>
      guarded(async () => {
        const row = await db
          .selectFrom('capture')
          .select('bytes')
          .where('content_hash', '=', contentHash)
          .executeTakeFirst()
        return row === undefined ? null : new Uint8Array(inflateRawSync(bytesOf(row.bytes)))
      }),

    reading: (reportId) =>
      guarded(async () => {
        const row = await db
          .selectFrom('reading')
          .select('json')
          .where('report_id', '=', reportId)
          .executeTakeFirst()
        return row === undefined ? null : unpack(row.json)
      }),

    async *readings() {
      for await (const row of db
        .selectFrom('reading')
        .select(['report_id', 'engine', 'json'])
        .orderBy('report_id')
        .stream()) {
        yield { reportId: row.report_id, engine: row.engine, reading: unpack(row.json) }
      }
    },

    async *facts() {
      for await (const row of db
        .selectFrom('reading')
        .select(['report_id', 'facts'])
        .orderBy('report_id')
        .stream()) {
        if (row.facts !== null) yield { reportId: row.report_id, facts: unpack(row.facts) }
      }
    },

    stale: (engine) =>
      guarded(async () => {
        const current = new Set(
          (await db.selectFrom('reading').select('report_id').where('engine', '=', engine).execute()).map(
            (r) => r.report_id,
          ),
        )
        return (await active().orderBy('id').execute()).map((r) => r.id).filter((id) => !current.has(id))
      }),

    replaceDerived: (derived) => write((trx) => writeDerived(trx, derived)),

    decide: (decision) =>
      write(async (trx) => {
        await trx
          .insertInto('decision')
          .values({
            id: decision.id,
            decided_at: decision.decidedAt,
            decided_by: decision.by,
            action: JSON.stringify(decision.action),
          })
          .execute()
      }),

    decisions: () =>
      guarded(async () =>
        (await db.selectFrom('decision').selectAll().orderBy('decided_at').orderBy('id').execute()).map(
          (row): Decision => ({
            id: row.id,
            decidedAt: row.decided_at,
            by: row.decided_by,
            action: JSON.parse(row.action) as DecisionAction,
          }),
        ),
      ),

    withdraw: (withdrawal) =>
      write(async (trx) => {
        await trx
          .insertInto('withdrawal')
          .values({
            report_id: withdrawal.reportId,
            source: withdrawal.source,
            reason: withdrawal.reason,
            at: withdrawal.at,
          })
          .onConflict((conflict) => conflict.doNothing())
          .execute()
        await trx.deleteFrom('reading').where('report_id', '=', withdrawal.reportId).execute()
        await trx.deleteFrom('term').where('report_id', '=', withdrawal.reportId).execute()
        await trx.deleteFrom('derived').execute()
        const row = await trx
          .selectFrom('report')
          .select('content_hash')
          .where('id', '=', withdrawal.reportId)
          .executeTakeFirst()
        if (row === undefined) return
        const others = await trx
          .selectFrom('report')
          .select('id')
          .where('content_hash', '=', row.content_hash)
          .where('id', 'not in', (query) => query.selectFrom('withdrawal').select('report_id'))
          .execute()
        if (others.length === 0)
          await trx.deleteFrom('capture').where('content_hash', '=', row.content_hash).execute()
      }).then(() => {
        // The old pages must not live on in the write-ahead log.
        database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
      }),

    withdrawals: () =>
      guarded(async () =>
        (await db.selectFrom('withdrawal').selectAll().orderBy('report_id').execute()).map((row) => ({
          reportId: row.report_id,
          source: row.source,
          reason: row.reason,
          at: row.at,
        })),
      ),

    search: (terms) =>
      guarded(async () =>
        terms.length === 0
          ? []
          : (
              await db
                .selectFrom('term')
                .selectAll()
                .where('term', 'in', [...terms])
                .orderBy('report_id')
                .orderBy('term')
                .execute()
            ).map((row) => ({
              reportId: row.report_id,
              term: row.term,
              places: row.places.split(',').map(Number),
            })),
      ),

    generation: () =>
      guarded(async () => {
        const row = await db
          .selectFrom('meta')
          .select('value')
          .where('key', '=', 'generation')
          .executeTakeFirst()
        return row === undefined ? 0 : Number(row.value)
      }),

    derivedResult: (key) =>
      guarded(async () => {
        const row = await db.selectFrom('derived').selectAll().where('key', '=', key).executeTakeFirst()
        return row === undefined ? null : { generation: row.generation, value: unpack(row.value) }
      }),

    keepDerivedResult: (key, generation, value) =>
      guarded(async () => {
        const row = { key, generation, value: pack(value) }
        await db
          .insertInto('derived')
          .values(row)
          .onConflict((conflict) => conflict.column('key').doUpdateSet({ generation, value: row.value }))
          .execute()
      }),

    backup: (target) =>
      guarded(async () => {
        if (existsSync(target)) {
          throw new AktenlageError(
            'input',
            'BACKUP_EXISTS',
            `${target} is there already. Name a file that is not.`,
          )
        }
        mkdirSync(dirname(target), { recursive: true })
        database.prepare('VACUUM INTO ?').run(target)
      }),

    close: () => db.destroy(),
  }
}
