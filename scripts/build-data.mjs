/**
 * Builds `data/` (not committed): every script in `scripts/data/` in order of name. A script writes its file
 * itself and leaves it alone when its inputs have not changed.
 */
import { mkdirSync, readdirSync } from 'node:fs'

const here = new URL('./data/', import.meta.url)
mkdirSync(new URL('../data/', import.meta.url), { recursive: true })
for (const name of readdirSync(here)
  .filter((n) => n.endsWith('.mjs'))
  .sort())
  await import(new URL(name, here).href)
