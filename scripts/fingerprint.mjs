/**
 * Writes `dist/fingerprint.json`: hashes of the code that reads, of the code that links, and of the data. A data
 * file knows by them which of its readings are out of date.
 */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../', import.meta.url))

const hashOf = (folder, wanted) => {
  const hash = createHash('sha256')
  const names = existsSync(join(root, folder)) ? readdirSync(join(root, folder), { recursive: true }) : []
  for (const name of names.map((n) => n.replaceAll('\\', '/')).sort()) {
    if (!wanted(name)) continue
    hash.update(`${name}\n`).update(readFileSync(join(root, folder, name)))
  }
  return hash.digest('hex').slice(0, 16)
}

const reads =
  /^(?:core|formats|html|lang|codebook|stages)\/.*\.js$|^run\/(?:read|render|reader|terms)\.js$|^link\/facts\.js$/u
const links = /^(?:core|formats|codebook|link|ledger)\/.*\.js$/u

writeFileSync(
  join(root, 'dist/fingerprint.json'),
  `${JSON.stringify({
    reading: hashOf('dist', (name) => reads.test(name)),
    ledger: hashOf('dist', (name) => links.test(name)),
    data: hashOf('data', (name) => !name.startsWith('codebook-')),
  })}\n`,
)
