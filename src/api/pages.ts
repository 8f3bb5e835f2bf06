/** Lists by pages. */
import type { z } from '@hono/zod-openapi'
import { failure } from '../core/errors.ts'
import type { pageQuery } from './schemas.ts'

export const outdatedCursor = (): Error => failure('REQUEST_INVALID', { reason: 'cursor is out of date' })

interface Page<Item> {
  readonly page: readonly Item[]
  readonly next: string | null
}

/** A page of a list after the item with that id. */
export const pageOf = <Item extends { readonly id: string }>(
  items: readonly Item[],
  query: z.infer<typeof pageQuery>,
): Page<Item> => pageBy(items, query, ({ id }) => id)

/** The same where the id of an item is made only when it is asked for. */
export const pageBy = <Item>(
  items: readonly Item[],
  { cursor, limit = 50 }: z.infer<typeof pageQuery>,
  idOf: (item: Item) => string,
): Page<Item> => {
  const after = cursor === undefined ? -1 : items.findIndex((one) => idOf(one) === cursor)
  if (cursor !== undefined && after < 0) throw outdatedCursor()
  const page = items.slice(after + 1, after + 1 + limit)
  return { page, next: after + 1 + limit < items.length ? idOf(page.at(-1)!) : null }
}
