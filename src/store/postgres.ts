/** PostgreSQL 15 and later by `pg` (why and how: docs/decisions/0007-postgresql.md). Connects when first used. */
import { Kysely, PostgresDialect, sql } from 'kysely'
import type { Pool } from 'pg'
import { AktenlageError, type ErrorCode, failure } from '../core/errors.ts'
import { migrationsOf } from './migrations.ts'
import type { Tables } from './schema.ts'
import { sqlStore } from './sql-store.ts'
import type { Store } from './store.ts'

const oldest = 150_000
const defaultSchema = 'aktenlage'
/** Our lock among the advisory ones; the schema's name is the other half. */
const lockClass = 0x616b74
const connections = 4

interface Address {
  /** For the driver, without our own parameters. */
  readonly url: string
  readonly schema: string
  /** For people, without the password. */
  readonly shown: string
}

/** `postgres://user@host/database?schema=name`; everything but `schema` is the driver's. */
const addressOf = (given: string): Address => {
  try {
    const url = new URL(given)
    const schema = url.searchParams.get('schema') ?? defaultSchema
    if (!/^[a-z_][a-z0-9_]{0,62}$/u.test(schema)) throw new Error(`schema=${schema}`)
    url.searchParams.delete('schema')
    const own = url.href
    if (url.password !== '') url.password = '***'
    return { url: own, schema, shown: url.href }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw failure('STORE_ADDRESS', { reason }, error)
  }
}

/** SQLSTATE and system errors, by what can be done about them. */
const errors: readonly (readonly [RegExp, ErrorCode])[] = [
  [/^(?:53100|ENOSPC)$/u, 'STORE_DISK_FULL'],
  [/^55P03$/u, 'STORE_BUSY'],
  [/^(?:58030|XX001|XX002)$/u, 'STORE_IO'],
  [/^42501$/u, 'STORE_CANNOT_OPEN'],
  [
    /^(?:08|28|3D|57P|53300|ECONNREFUSED|ECONNRESET|ENOENT|ENOTFOUND|EAI_AGAIN|EPIPE|ETIMEDOUT|EHOSTUNREACH)/u,
    'STORE_UNREACHABLE',
  ],
]

const explain = (error: unknown, path: string): unknown => {
  if (error instanceof AktenlageError) return error
  const message = error instanceof Error ? error.message : String(error)
  const code = String((error as { code?: unknown } | null)?.code ?? '')
  const known = errors.find(([pattern]) => pattern.test(code))?.[1]
  // The driver has no code for a connection that broke off.
  const found =
    known ??
    (/^(?:Connection terminated|timeout expired|Client (?:has|was))/u.test(message)
      ? 'STORE_UNREACHABLE'
      : null)
  // Several addresses tried at once have no message of their own, only a code.
  return found === null ? error : failure(found, { path, reason: message || code }, error)
}

const migrate = async (db: Kysely<Tables>, { schema, shown }: Address): Promise<void> => {
  const known = migrationsOf('postgres')
  await db.transaction().execute(async (trx) => {
    const found = await sql<{ server_version_num: string }>`SHOW server_version_num`.execute(trx)
    const version = Number(found.rows[0]!.server_version_num)
    if (version < oldest)
      throw failure('STORE_SERVER_OLD', {
        path: shown,
        found: Math.floor(version / 10_000),
        known: oldest / 10_000,
      })
    await sql`SELECT pg_advisory_xact_lock(${lockClass}, hashtext(${schema}))`.execute(trx)
    const there = await sql<{ version: string | null }>`
      SELECT to_regclass(${`${schema}.meta`})::text AS version`.execute(trx)
    const before =
      there.rows[0]!.version === null
        ? 0
        : Number(
            (await trx.selectFrom('meta').select('value').where('key', '=', 'version').executeTakeFirst())
              ?.value ?? 0,
          )
    const newest = known.at(-1)!.version
    if (before > newest) throw failure('STORE_NEWER', { path: shown, found: before, known: newest })
    if (before === newest) return
    await sql`CREATE SCHEMA IF NOT EXISTS ${sql.id(schema)}`.execute(trx)
    for (const { text } of known.filter((migration) => migration.version > before))
      await sql.raw(text).execute(trx)
    const row = { key: 'version', value: String(newest) }
    await trx
      .insertInto('meta')
      .values(row)
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: row.value }))
      .execute()
  })
}

/** The store in a schema of a database. Throws at once where the address is none; the rest shows at the first use. */
export const openPostgresStore = (given: string): Store => {
  const address = addressOf(given)
  const { url, schema, shown } = address
  const open = async (): Promise<Pool> => {
    const { default: driver } = await import('pg')
    const pool = new driver.Pool({
      connectionString: url,
      max: connections,
      application_name: 'aktenlage',
      connectionTimeoutMillis: 30_000,
      // Acknowledged is on disk, whatever the server's default; as long as for SQLite somebody waits for another.
      options: `-c search_path=${schema} -c synchronous_commit=on -c lock_timeout=60s`,
    })
    // Whoever uses a connection that the server ends is told by the query; an idle one is simply replaced.
    pool.on('error', () => undefined)
    pool.on('connect', (client) => client.on('error', () => undefined))
    return pool
  }
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: open }) })
  let migrated: Promise<void> | null = null

  return sqlStore({
    db,
    ready: () => {
      migrated ??= migrate(db, address).catch((error: unknown) => {
        // A server that was away may be back at the next use.
        migrated = null
        throw error
      })
      return migrated
    },
    // Writers take turns, so that generations become visible in their order.
    begin: async (connection) => {
      await sql`BEGIN`.execute(connection)
      await sql`SELECT pg_advisory_xact_lock(${lockClass}, hashtext(${schema}))`.execute(connection)
    },
    explain: (error) => explain(error, shown),
    inserted: sql`seq`,
    terms: {
      replace: async (connection, reading, terms) => {
        await sql`
          INSERT INTO term_index (reading, terms) VALUES (${reading}, ${terms}::text[])
          ON CONFLICT (reading) DO UPDATE SET terms = excluded.terms`.execute(connection)
      },
      erase: async (connection, reading) => {
        await sql`DELETE FROM term_index WHERE reading = ${reading}`.execute(connection)
      },
      among: (groups) => {
        const held = groups.map((terms) => sql`terms && ${terms}::text[]`)
        return sql<boolean>`reading.id IN (SELECT reading FROM term_index WHERE ${sql.join(held, sql` AND `)})`
      },
    },
    ofReports: (ids) => sql<boolean>`reading.report_id = ANY(${ids}::text[])`,
    purge: async () => {
      await sql`VACUUM capture, reading, term_index, derived`.execute(db)
    },
    backup: async () => {
      throw failure('BACKUP_BY_SERVER', { path: shown, schema })
    },
  })
}
