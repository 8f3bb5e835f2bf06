/** Writes `schemas/*.schema.json` from the zod schemas of `src/formats`. Run after `npm run build`. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { publishedSchemas } from '../dist/formats/json-schema.js'

const folder = new URL('../schemas/', import.meta.url)
mkdirSync(folder, { recursive: true })
for (const [name, schema] of Object.entries(publishedSchemas()))
  writeFileSync(new URL(`${name}.schema.json`, folder), `${JSON.stringify(schema, null, 2)}\n`)
