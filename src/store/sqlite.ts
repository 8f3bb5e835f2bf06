/** SQLite by `libsql` (why: docs/decisions/0002-sqlite-driver.md), WAL, `synchronous=FULL`. */
import { existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { Kysely, SqliteDialect, sql } from 'kysely'
import Database from 'libsql'
import { AktenlageError, type ErrorCode, failure } from '../core/errors.ts'
import { migrationsOf } from './migrations.ts'
import type { Tables } from './schema.ts'
import { sqlStore } from './sql-store.ts'
import type { Store } from './store.ts'

const migrations = () => migrationsOf('sqlite')

/** Turns what the driver throws into an error that says what, where and what to do. */
const explain = (error: unknown, path: string): unknown => {
  if (error instanceof AktenlageError) return error
  const message = error instanceof Error ? error.message : String(error)
  const code = String((error as { code?: unknown } | null)?.code ?? '')
  const table: readonly (readonly [RegExp, ErrorCode])[] = [
    [/SQLITE_FULL|database or disk is full|ENOSPC/iu, 'STORE_DISK_FULL'],
    [/SQLITE_NOTADB|file is not a database/iu, 'STORE_NOT_A_DATABASE'],
    [/SQLITE_BUSY|database is locked/iu, 'STORE_BUSY'],
    [/SQLITE_IOERR|disk I\/O error/iu, 'STORE_IO'],
    [/SQLITE_CORRUPT|malformed/iu, 'STORE_DAMAGED'],
    [
      /SQLITE_CANTOPEN|SQLITE_READONLY|unable to open|readonly database|EACCES|EPERM|ENOTDIR|EROFS/iu,
      'STORE_CANNOT_OPEN',
    ],
  ]
  const known = table.find(([pattern]) => pattern.test(`${code} ${message}`))
  return known === undefined ? error : failure(known[1], { path, reason: message }, error)
}

const migrate = (database: Database.Database, path: string): void => {
  const known = migrations()
  const newest = known.at(-1)!.version
  const version = (): number =>
    (database.prepare('PRAGMA user_version').get() as { user_version: number }).user_version
  const found = version()
  if (found > newest) {
    throw failure('STORE_NEWER', { path, found, known: newest })
  }
  if (found === newest) return
  if (found === 0) {
    const strangers = database
      .prepare("SELECT count(*) AS n FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
      .get() as { n: number }
    if (strangers.n > 0) {
      throw failure('STORE_NOT_OURS', { path })
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
    database.exec('PRAGMA cache_size = -32000')
    migrate(database, path)
  } catch (error) {
    throw explain(error, path)
  }
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database }) })
  const forget = (connection: Kysely<Tables>, reading: number): Promise<unknown> =>
    sql`DELETE FROM term_index WHERE rowid = ${reading}`.execute(connection)

  return sqlStore({
    db,
    ready: async () => undefined,
    // The driver works without waiting, and what its used statements hold goes only when the event loop turns: adding
    // 20,000 reports in one go took 1.3 GB.
    //
    // IMMEDIATE, because a deferred one that reads first and writes later fails at once with SQLITE_BUSY when
    // another process wrote in between, instead of waiting.
    begin: async (connection) => {
      await nextTurn()
      await sql`BEGIN IMMEDIATE`.execute(connection)
    },
    explain: (error) => explain(error, path),
    inserted: sql`rowid`,
    terms: {
      replace: async (connection, reading, terms) => {
        await forget(connection, reading)
        await sql`INSERT INTO term_index (rowid, terms) VALUES (${reading}, ${terms.join(' ')})`.execute(
          connection,
        )
      },
      erase: async (connection, reading) => {
        await forget(connection, reading)
        // A deleted row's words stay in the index until its segments are merged.
        await sql`INSERT INTO term_index (term_index) VALUES ('optimize')`.execute(connection)
      },
      among: (groups) => {
        const match = groups
          .map((terms) => `(${terms.map((term) => `"${term}"`).join(' OR ')})`)
          .join(' AND ')
        return sql<boolean>`reading.id IN (SELECT rowid FROM term_index WHERE term_index MATCH ${match})`
      },
    },
    // With the plus no index is used here. Else SQLite looks up each of these reports together with each that has the
    // words that are searched for: 22 seconds for 10,000 reports and a common word, 12 milliseconds without.
    ofReports: (ids) =>
      sql<boolean>`+reading.report_id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`,
    purge: async () => {
      // The old pages must not live on in the write-ahead log.
      database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    },
    backup: async (target) => {
      if (existsSync(target)) throw failure('BACKUP_EXISTS', { path: target })
      mkdirSync(dirname(target), { recursive: true })
      database.prepare('VACUUM INTO ?').run(target)
    },
  })
}
