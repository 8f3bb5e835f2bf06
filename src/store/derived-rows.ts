import type { Kysely } from 'kysely'
import type { Driver } from './driver.ts'
import { pack, packText } from './packing.ts'
import type { Tables } from './schema.ts'
import type { Derived } from './store.ts'

/** One term is one token of the index, so nothing in it may divide it. */
export const indexed = (term: string): string => term.replaceAll(/[\p{Z}\p{C}"]/gu, '').toLowerCase()

/** Writes readings with their search terms in place of those there were. */
export const writeDerived = async (
  { terms }: Driver,
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
