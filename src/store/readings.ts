/** Derived: readings with their facts and terms. */
import type { Access } from './access.ts'
import { writeDerived } from './derived-rows.ts'
import { unpack } from './packing.ts'
import { toReport } from './rows.ts'
import type { Store } from './store.ts'

/** Rows fetched at once: others can use the connection between two pages. */
const pageSize = 500

export const readingStore = ({
  db,
  driver,
  guarded,
  write,
}: Access): Pick<
  Store,
  'reading' | 'versions' | 'readings' | 'facts' | 'stale' | 'replaceDerived' | 'terms'
> => {
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

  return {
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

    replaceDerived: (derived) => write((trx, generation) => writeDerived(driver, trx, derived, generation)),

    terms: (reportId) =>
      guarded(async () => {
        const row = await db
          .selectFrom('reading')
          .select('terms')
          .where('report_id', '=', reportId)
          .executeTakeFirst()
        return new Map(row === undefined ? [] : Object.entries(unpack(row.terms) as Record<string, number[]>))
      }),
  }
}
