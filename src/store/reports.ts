/** Ground: captures, reports and withdrawals. */
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { type Access, batches } from './access.ts'
import { writeDerived } from './derived-rows.ts'
import { bytesOf } from './packing.ts'
import { toReport } from './rows.ts'
import type { Store } from './store.ts'

export const reportStore = ({
  db,
  driver,
  guarded,
  write,
}: Access): Pick<
  Store,
  'addReports' | 'known' | 'reports' | 'report' | 'capture' | 'withdraw' | 'withdrawals'
> => {
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
          await writeDerived(driver, trx, [derived], generation)
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
          await driver.terms.erase(trx, reading.id)
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
  }
}
