/** SQLite by `libsql` (why: docs/decisions/0002-sqlite-driver.md), WAL, `synchronous=FULL`. */
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { Kysely, SqliteDialect, sql } from 'kysely'
import Database from 'libsql'
import { AktenlageError, type ErrorCode, failure } from '../core/errors.ts'
import type { Decision, DecisionAction } from '../core/records.ts'
import type { Tables } from './schema.ts'
import type { Derived, InputKind, ListedReport, Store, StoredReport } from './store.ts'

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

const packText = (json: string): Uint8Array => deflateRawSync(json, { level: 3 })
const pack = (value: unknown): Uint8Array => packText(JSON.stringify(value))
/** The driver hands blobs over as ArrayBuffer. */
const bytesOf = (blob: Uint8Array | ArrayBuffer): Uint8Array =>
  blob instanceof Uint8Array ? blob : new Uint8Array(blob)
const unpack = (blob: Uint8Array | ArrayBuffer): unknown =>
  JSON.parse(inflateRawSync(bytesOf(blob)).toString('utf8'))

/** Results kept for one state of the ground; each may have some megabytes. */
const keptResults = 64

/** One term is one token of the full-text index, so nothing in it may divide it. */
const indexed = (term: string): string => term.replaceAll(/[\p{Z}\p{C}"]/gu, '')

/** SQLite allows 32,766 parameters a statement; batches stay far below. */
const batches = <T>(items: readonly T[], size = 500): T[][] => {
  const out: T[][] = []
  for (let i = 0; i < items.length; i += size) out.push(items.slice(i, i + size))
  return out
}

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

type Summary = Pick<Tables['reading'], 'title' | 'published' | 'publisher' | 'agencies'>

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
  const write = <T>(work: (trx: Kysely<Tables>, generation: number) => Promise<T>): Promise<T> =>
    guarded(() =>
      db.connection().execute(async (connection) => {
        await sql`BEGIN IMMEDIATE`.execute(connection)
        try {
          const { value } = await connection
            .insertInto('meta')
            .values({ key: 'generation', value: '1' })
            .onConflict((conflict) =>
              conflict
                .column('key')
                .doUpdateSet({ value: sql`CAST(CAST(meta.value AS INTEGER) + 1 AS TEXT)` }),
            )
            .returning('value')
            .executeTakeFirstOrThrow()
          const result = await work(connection, Number(value))
          await sql`COMMIT`.execute(connection)
          return result
        } catch (error) {
          await sql`ROLLBACK`.execute(connection).catch(() => undefined)
          throw error
        }
      }),
    )

  const forgetTerms = (trx: Kysely<Tables>, readingId: number): Promise<unknown> =>
    sql`DELETE FROM term_index WHERE rowid = ${readingId}`.execute(trx)

  const writeDerived = async (
    trx: Kysely<Tables>,
    items: readonly Derived[],
    generation: number,
  ): Promise<void> => {
    for (const item of items) {
      const row = {
        engine: item.engine,
        generation,
        address: item.address,
        title: item.summary.title,
        published: item.summary.published,
        publisher: item.summary.publisher,
        agencies: JSON.stringify(item.summary.agencies),
        json: packText(item.reading),
        facts: item.facts === null ? null : pack(item.facts),
        terms: pack(Object.fromEntries(item.terms)),
      }
      const { id } = await trx
        .insertInto('reading')
        .values({ report_id: item.reportId, ...row })
        .onConflict((conflict) => conflict.column('report_id').doUpdateSet(row))
        .returning('id')
        .executeTakeFirstOrThrow()
      await forgetTerms(trx, id)
      const words = [...item.terms.keys()].map(indexed).join(' ')
      await sql`INSERT INTO term_index (rowid, terms) VALUES (${id}, ${words})`.execute(trx)
    }
  }

  const toReport = (row: Tables['report']): StoredReport => ({
    id: row.id,
    source: row.source,
    url: row.url,
    inputKind: row.input_kind as InputKind | null,
    givenTitle: row.given_title,
    givenPublished: row.given_published,
    contentHash: row.content_hash,
    capturedAt: row.captured_at,
  })

  const summaryColumns = ['title', 'published', 'publisher', 'agencies'] as const

  const toListed = (row: Tables['report'] & Summary): ListedReport => ({
    ...toReport(row),
    title: row.title,
    published: row.published,
    publisher: row.publisher,
    agencies: JSON.parse(row.agencies) as string[],
  })

  const listedWhere = async (
    column: 'report.id' | 'report.source',
    values: readonly string[],
  ): Promise<ListedReport[]> => {
    const rows: ListedReport[] = []
    for (const batch of batches(values)) {
      const found = await db
        .selectFrom('reading')
        .innerJoin('report', 'report.id', 'reading.report_id')
        .selectAll('report')
        .select(summaryColumns)
        .where(column, 'in', batch)
        .orderBy('report.id')
        .execute()
      rows.push(...found.map(toListed))
    }
    return rows
  }

  const active = () =>
    db
      .selectFrom('report')
      .selectAll()
      .where('id', 'not in', (query) => query.selectFrom('withdrawal').select('report_id'))

  return {
    addReports: (items) =>
      write(async (trx, generation) => {
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
              source: report.source,
              url: report.url,
              input_kind: report.inputKind,
              given_title: report.givenTitle,
              given_published: report.givenPublished,
              content_hash: report.contentHash,
              captured_at: report.capturedAt,
            })
            .execute()
          await writeDerived(trx, [derived], generation)
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

    versions: (reportId) =>
      guarded(async () =>
        (
          await db
            .selectFrom('reading as same')
            .innerJoin('reading', 'reading.address', 'same.address')
            .innerJoin('report', 'report.id', 'reading.report_id')
            .where('same.report_id', '=', reportId)
            .selectAll('report')
            .orderBy('report.captured_at')
            .orderBy('report.id')
            .execute()
        ).map(toReport),
      ),

    async *readings() {
      for await (const row of db
        .selectFrom('reading')
        .select(['report_id', 'engine', 'json'])
        .orderBy('report_id')
        .stream()) {
        yield { reportId: row.report_id, engine: row.engine, reading: unpack(row.json) }
      }
    },

    async *facts(since) {
      for await (const row of db
        .selectFrom('reading')
        .select(['report_id', 'facts'])
        .where('generation', '>', since)
        .orderBy('report_id')
        .stream()) {
        if (row.facts !== null) yield { reportId: row.report_id, facts: unpack(row.facts) }
      }
    },

    stale: (engine) =>
      guarded(async () => {
        // Two ranges of an index instead of `<>`, which would walk through every reading at each start.
        const rows = await db
          .selectFrom('reading')
          .select('report_id')
          .where('engine', '<', engine)
          .unionAll(db.selectFrom('reading').select('report_id').where('engine', '>', engine))
          .execute()
        return rows.map((row) => row.report_id).sort()
      }),

    replaceDerived: (derived) => write((trx, generation) => writeDerived(trx, derived, generation)),

    decide: (decision, derived) =>
      write(async (trx, generation) => {
        await trx
          .insertInto('decision')
          .values({
            id: decision.id,
            decided_at: decision.decidedAt,
            decided_by: decision.by,
            action: JSON.stringify(decision.action),
          })
          .execute()
        await writeDerived(trx, derived, generation)
      }),

    decisions: () =>
      guarded(async () =>
        (await db.selectFrom('decision').selectAll().orderBy('decided_at').orderBy(sql`rowid`).execute()).map(
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
        const reading = await trx
          .selectFrom('reading')
          .select('id')
          .where('report_id', '=', withdrawal.reportId)
          .executeTakeFirst()
        if (reading !== undefined) {
          await forgetTerms(trx, reading.id)
          // A deleted row's words stay in the index until its segments are merged.
          await sql`INSERT INTO term_index (term_index) VALUES ('optimize')`.execute(trx)
          await trx.deleteFrom('reading').where('id', '=', reading.id).execute()
        }
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

    list: ({ groups, publisher, after, limit }) =>
      guarded(async () => {
        const alternatives = groups.map((terms) => terms.map(indexed).filter((term) => term !== ''))
        if (alternatives.some((terms) => terms.length === 0)) return { total: 0, reports: [] }
        const match = alternatives
          .map((terms) => `(${terms.map((term) => `"${term}"`).join(' OR ')})`)
          .join(' AND ')
        let wanted = db.selectFrom('reading')
        if (match !== '')
          wanted = wanted.where(
            sql<boolean>`reading.id IN (SELECT rowid FROM term_index WHERE term_index MATCH ${match})`,
          )
        if (publisher !== undefined) wanted = wanted.where('publisher', '=', publisher)
        const { total } = await wanted
          .select((count) => count.fn.countAll<number>().as('total'))
          .executeTakeFirstOrThrow()
        if (after !== undefined)
          wanted = wanted.where(
            sql<boolean>`(COALESCE(published, ''), report_id) <
              (SELECT COALESCE(published, ''), report_id FROM reading WHERE report_id = ${after})`,
          )
        const rows = await wanted
          .innerJoin('report', 'report.id', 'reading.report_id')
          .selectAll('report')
          .select(summaryColumns)
          .orderBy(sql`COALESCE(published, '') DESC, report_id DESC`)
          .limit(limit)
          .execute()
        return {
          total: Number(total),
          reports: rows.map(toListed),
        }
      }),

    listed: (ids) =>
      guarded(async () => {
        const rows = new Map((await listedWhere('report.id', ids)).map((row) => [row.id, row]))
        return ids.map((id) => rows.get(id)).filter((row) => row !== undefined)
      }),

    listedBySource: (sources) => guarded(() => listedWhere('report.source', sources)),

    publishers: () =>
      guarded(async () =>
        db
          .selectFrom('reading')
          .select(['publisher', (count) => count.fn.countAll<number>().as('reports')])
          .groupBy('publisher')
          .orderBy('reports', 'desc')
          .orderBy('publisher')
          .execute(),
      ),

    terms: (reportId) =>
      guarded(async () => {
        const row = await db
          .selectFrom('reading')
          .select('terms')
          .where('report_id', '=', reportId)
          .executeTakeFirst()
        return new Map(row === undefined ? [] : Object.entries(unpack(row.terms) as Record<string, number[]>))
      }),

    addToken: (token) =>
      write(async (trx) => {
        await trx
          .insertInto('token')
          .values({ hash: token.hash, name: token.name, created_at: token.createdAt, revoked_at: null })
          .execute()
      }),

    revokeToken: (name, at) =>
      write(async (trx) => {
        const { numUpdatedRows } = await trx
          .updateTable('token')
          .set({ revoked_at: at })
          .where('name', '=', name)
          .where('revoked_at', 'is', null)
          .executeTakeFirst()
        return numUpdatedRows > 0n
      }),

    tokens: () =>
      guarded(async () =>
        (await db.selectFrom('token').selectAll().orderBy('created_at').execute()).map((row) => ({
          hash: row.hash,
          name: row.name,
          createdAt: row.created_at,
          revokedAt: row.revoked_at,
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
        await db
          .deleteFrom('derived')
          .where((or) =>
            or.or([
              or('generation', '<', generation),
              or('key', 'in', (rows) =>
                rows
                  .selectFrom('derived')
                  .select('key')
                  .orderBy(sql`rowid`, 'desc')
                  .limit(-1)
                  .offset(keptResults),
              ),
            ]),
          )
          .execute()
      }),

    backup: (target) =>
      guarded(async () => {
        if (existsSync(target)) throw failure('BACKUP_EXISTS', { path: target })
        mkdirSync(dirname(target), { recursive: true })
        database.prepare('VACUUM INTO ?').run(target)
      }),

    close: () => db.destroy(),
  }
}
