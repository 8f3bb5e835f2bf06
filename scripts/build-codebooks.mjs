/** Keeps the checked content of every shipped codebook as JSON: see src/run/open-knowledge.ts. After tsc. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { parse } from 'yaml'
import { codebookSchema } from '../dist/codebook/schema.js'
import { sha256 } from '../dist/core/hash.js'

const codebooks = new URL('../codebooks/', import.meta.url)
const data = new URL('../data/', import.meta.url)
mkdirSync(data, { recursive: true })
for (const name of readdirSync(codebooks).filter((one) => one.endsWith('.yaml'))) {
  const text = readFileSync(new URL(name, codebooks), 'utf8')
  const source = codebookSchema.parse(parse(text))
  writeFileSync(
    new URL(`codebook-${name.replace('.yaml', '.json')}`, data),
    JSON.stringify({ yaml: sha256(text), source }),
  )
}
