import {
  type Kysely,
  type KyselyPlugin,
  OperationNodeTransformer,
  type PrimitiveValueListNode,
  sql,
  type ValueNode,
} from 'kysely'
import type { Driver } from './driver.ts'
import type { Tables } from './schema.ts'

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

/** How the parts of the store reach the database. */
export interface Access {
  readonly driver: Driver
  readonly db: Kysely<Tables>
  /** Connects first, and explains what the driver throws. */
  guarded<T>(work: () => Promise<T>): Promise<T>
  /** In one transaction, all or nothing; `generation` is that of the state after it. */
  write<T>(work: (trx: Kysely<Tables>, generation: number) => Promise<T>): Promise<T>
}

export const openAccess = (driver: Driver): Access => {
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

  return { driver, db, guarded, write }
}

/** SQLite allows 32,766 parameters a statement; batches stay far below. */
export const batches = <T>(items: readonly T[], size = 500): T[][] => {
  const out: T[][] = []
  for (let i = 0; i < items.length; i += size) out.push(items.slice(i, i + size))
  return out
}
