/** Derived: results that are kept until the ground changes. */
import type { Access } from './access.ts'
import { pack, unpack } from './packing.ts'
import type { Store } from './store.ts'

/** Results kept for one state of the ground; each may have some megabytes. */
const keptResults = 64

export const resultStore = ({
  db,
  driver,
  guarded,
}: Access): Pick<Store, 'generation' | 'derivedResult' | 'keepDerivedResult'> => {
  return {
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
                  .orderBy(driver.inserted, 'desc')
                  .limit(1e9)
                  .offset(keptResults),
              ),
            ]),
          )
          .execute()
      }),
  }
}
