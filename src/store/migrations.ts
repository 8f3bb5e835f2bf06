/** The migrations of a database: files in `sql/`, numbered. */
import { readdirSync, readFileSync } from 'node:fs'

export interface Migration {
  readonly version: number
  readonly text: string
}

/** In ascending order; a migration that was published is never edited. */
export const migrationsOf = (database: 'sqlite' | 'postgres'): Migration[] => {
  const folder = new URL(`../../sql/${database}/`, import.meta.url)
  return readdirSync(folder)
    .filter((name) => /^\d{4}_.*\.sql$/u.test(name))
    .sort()
    .map((name) => ({
      version: Number(name.slice(0, 4)),
      text: readFileSync(new URL(name, folder), 'utf8'),
    }))
}
