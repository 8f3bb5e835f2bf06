/** Lists of reports with what their readings say of them. */
import { sql } from 'kysely'
import { type Access, batches } from './access.ts'
import { indexed } from './derived-rows.ts'
import { summaryColumns, toListed } from './rows.ts'
import type { ListedReport, Store } from './store.ts'

export const listStore = ({
  db,
  driver,
  guarded,
}: Access): Pick<Store, 'list' | 'listed' | 'listedBySource' | 'publishers'> => {
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

  return {
    list: ({ groups, publisher, only, after, limit }) =>
      guarded(async () => {
        const alternatives = groups.map((group) => group.map(indexed).filter((term) => term !== ''))
        if (alternatives.some((group) => group.length === 0)) return { total: 0, reports: [] }
        let wanted = db.selectFrom('reading')
        if (alternatives.length > 0) wanted = wanted.where(driver.terms.among(alternatives))
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
  }
}
