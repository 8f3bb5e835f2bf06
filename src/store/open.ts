/** The store that an address or a path names. */
import { openPostgresStore } from './postgres.ts'
import { openSqliteStore } from './sqlite.ts'
import type { Store } from './store.ts'

/** `postgres://…` is a server, anything else the path of an SQLite file. */
export const openStore = (where: string): Store =>
  /^postgres(?:ql)?:\/\//u.test(where) ? openPostgresStore(where) : openSqliteStore(where)
