/** Ground: what people decided. */
import type { Decision, DecisionAction } from '../core/records.ts'
import type { Access } from './access.ts'
import { writeDerived } from './derived-rows.ts'
import type { Store } from './store.ts'

export const decisionStore = ({
  db,
  driver,
  guarded,
  write,
}: Access): Pick<Store, 'decide' | 'decisions'> => {
  return {
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
        await writeDerived(driver, trx, derived, generation)
      }),

    decisions: () =>
      guarded(async () =>
        (
          await db.selectFrom('decision').selectAll().orderBy('decided_at').orderBy(driver.inserted).execute()
        ).map(
          (row): Decision => ({
            id: row.id,
            decidedAt: row.decided_at,
            by: row.decided_by,
            action: JSON.parse(row.action) as DecisionAction,
          }),
        ),
      ),
  }
}
