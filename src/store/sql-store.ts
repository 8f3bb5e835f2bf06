/**
 * The store over SQL, the same for every database. What databases do each in their own way (opening a write
 * transaction, indexing terms, erasing for good) is a `Driver`: `sqlite.ts`, `postgres.ts`.
 */
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import {
  type Kysely,
  type KyselyPlugin,
  OperationNodeTransformer,
  type PrimitiveValueListNode,
  type RawBuilder,
  sql,
  type ValueNode,
} from 'kysely'
import type { Decision, DecisionAction } from '../core/records.ts'
import type { Tables } from './schema.ts'
import type { Derived, InputKind, ListedReport, Store, StoredReport } from './store.ts'

export interface Driver {
  readonly db: Kysely<Tables>
  /** Connects and brings the tables up to date; asked before every use. */
  ready(): Promise<void>
  /** Begins a transaction in which this process alone writes. */
  begin(connection: Kysely<Tables>): Promise<void>
  /** What the driver throws, as an error that says what, where and what to do. */
  explain(error: unknown): unknown
  /** Orders rows by their insertion. */
  readonly inserted: RawBuilder<unknown>
  readonly terms: {
    /** Terms are free of spaces, quotes and control characters. */
    replace(connection: Kysely<Tables>, reading: number, terms: readonly string[]): Promise<void>
    /** Leaves no trace of them. */
    erase(connection: Kysely<Tables>, reading: number): Promise<void>
    /** Readings that hold of every group one term at least. */
    among(groups: readonly (readonly string[])[]): RawBuilder<boolean>
  }
  /** Readings of these reports: one parameter, however many they are. */
  ofReports(ids: readonly string[]): RawBuilder<boolean>
  /** After a withdrawal: what was deleted must not live on beside the tables. */
  purge(): Promise<void>
  backup(target: string): Promise<void>
}

const packText = (json: string): Uint8Array => deflateRawSync(json, { level: 3 })
const pack = (value: unknown): Uint8Array => packText(JSON.stringify(value))
/** SQLite's driver hands blobs over as ArrayBuffer. */
const bytesOf = (blob: Uint8Array | ArrayBuffer): Uint8Array =>
  blob instanceof Uint8Array ? blob : new Uint8Array(blob)
const unpack = (blob: Uint8Array | ArrayBuffer): unknown =>
  JSON.parse(inflateRawSync(bytesOf(blob)).toString('utf8'))

/** PostgreSQL refuses a NUL in a text, SQLite's driver cuts the text there; in none of ours it means anything. */
const withoutNul = (value: unknown): unknown =>
  typeof value === 'string' ? value.replaceAll('\0', '\uFFFD') : value

class NulReplacer extends OperationNodeTransformer {
  protected override transformValue(node: ValueNode): ValueNode {
    return { ...node, value: withoutNul(node.value) }
  }
  protected override transformPrimitiveValueList(node: PrimitiveValueListNode): PrimitiveValueListNode {
    return { ...node, values: node.values.map(withoutNul) }
  }
}

const nulReplacer: KyselyPlugin = {
  transformQuery: ({ node }) => new NulReplacer().transformNode(node),
  transformResult: async ({ result }) => result,
}

/** Results kept for one state of the ground; each may have some megabytes. */
const keptResults = 64

/** One term is one token of the index, so nothing in it may divide it. */
const indexed = (term: string): string => term.replaceAll(/[\p{Z}\p{C}"]/gu, '').toLowerCase()

/** SQLite allows 32,766 parameters a statement; batches stay far below. */
const batches = <T>(items: readonly T[], size = 500): T[][] => {
  const out: T[][] = []
  for (let i = 0; i < items.length; i += size) out.push(items.slice(i, i + size))
  return out
}

type Summary = Pick<Tables['reading'], 'title' | 'published' | 'publisher' | 'agencies'>

/** Rows fetched at once: others can use the connection between two pages. */
const pageSize = 500

export const sqlStore = (driver: Driver): Store => {
  const { terms, inserted } = driver
  const db = driver.db.withPlugin(nulReplacer)

  const guarded = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      await driver.ready()
      return await work()
    } catch (error) {
      throw driver.explain(error)
    }
  }

  const write = <T>(work: (trx: Kysely<Tables>, generation: number) => Promise<T>): Promise<T> =>
    guarded(() =>
      db.connection().execute(async (connection) => {
        await driver.begin(connection)
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

  /** All rows, page by page, in order of report id. */
  async function* pages<Row extends { readonly report_id: string }>(
    page: (after: string) => Promise<Row[]>,
  ): AsyncGenerator<Row> {
    for (let after = ''; ; ) {
      const rows = await guarded(() => page(after))
      yield* rows
      if (rows.length < pageSize) return
      after = rows.at(-1)!.report_id
    }
  }

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
      await terms.replace(trx, id, [...item.terms.keys()].map(indexed))
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
            // Captured at one instant: as they came.
            .orderBy('reading.id')
            .execute()
        ).map(toReport),
      ),

    async *readings() {
      for await (const row of pages((after) =>
        db
          .selectFrom('reading')
          .select(['report_id', 'engine', 'json'])
          .where('report_id', '>', after)
          .orderBy('report_id')
          .limit(pageSize)
          .execute(),
      ))
        yield { reportId: row.report_id, engine: row.engine, reading: unpack(row.json) }
    },

    async *facts(since) {
      for await (const row of pages((after) =>
        db
          .selectFrom('reading')
          .select(['report_id', 'facts'])
          .where('generation', '>', since)
          .where('report_id', '>', after)
          .orderBy('report_id')
          .limit(pageSize)
          .execute(),
      ))
        if (row.facts !== null) yield { reportId: row.report_id, facts: unpack(row.facts) }
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
        (await db.selectFrom('decision').selectAll().orderBy('decided_at').orderBy(inserted).execute()).map(
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
          await terms.erase(trx, reading.id)
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
      }).then(driver.purge),

    withdrawals: () =>
      guarded(async () =>
        (await db.selectFrom('withdrawal').selectAll().orderBy('report_id').execute()).map((row) => ({
          reportId: row.report_id,
          source: row.source,
          reason: row.reason,
          at: row.at,
        })),
      ),

    list: ({ groups, publisher, only, after, limit }) =>
      guarded(async () => {
        const alternatives = groups.map((group) => group.map(indexed).filter((term) => term !== ''))
        if (alternatives.some((group) => group.length === 0)) return { total: 0, reports: [] }
        let wanted = db.selectFrom('reading')
        if (alternatives.length > 0) wanted = wanted.where(terms.among(alternatives))
        if (publisher !== undefined)
          wanted = wanted.where('publisher', publisher === null ? 'is' : '=', publisher)
        if (only !== undefined) wanted = wanted.where(driver.ofReports(only))
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

    publishers: (only) =>
      guarded(async () => {
        const rows = await db
          .selectFrom('reading')
          .where(only === undefined ? sql<boolean>`TRUE` : driver.ofReports(only))
          .select(['publisher', (count) => count.fn.countAll<number>().as('reports')])
          .groupBy('publisher')
          .orderBy('reports', 'desc')
          .orderBy(sql`publisher IS NULL`)
          .orderBy('publisher')
          .execute()
        return rows.map(({ publisher, reports }) => ({ publisher, reports: Number(reports) }))
      }),

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
          .values({
            hash: token.hash,
            name: token.name,
            access: token.access,
            created_at: token.createdAt,
            revoked_at: null,
          })
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
          access: row.access,
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
                  .orderBy(inserted, 'desc')
                  .limit(1e9)
                  .offset(keptResults),
              ),
            ]),
          )
          .execute()
      }),

    backup: (target) => guarded(() => driver.backup(target)),

    close: () => db.destroy(),
  }
}
