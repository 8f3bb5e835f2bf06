/** Tokens of the API. */
import type { Access } from './access.ts'
import type { Store } from './store.ts'

export const tokenStore = ({
  db,
  guarded,
  write,
}: Access): Pick<Store, 'addToken' | 'revokeToken' | 'tokens'> => {
  return {
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
  }
}
