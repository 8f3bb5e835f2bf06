/** What reads and what links, as one short id each: a change of either makes what they made stale. */
import { existsSync, readFileSync } from 'node:fs'
import { sha256, shortId } from '../core/hash.ts'
import { isBuilt, packageRoot } from './paths.ts'

export interface Engine {
  /** Version of the package, hashes of codebook, code and data. */
  readonly reading: string
  /** The same with the code of linking and ledger. */
  readonly ledger: string
}

/**
 * Written by `npm run build`, hashes of the code that reads, of the code that links, and of the data. Nobody has to
 * remember to raise a version, and nothing of it need be loaded to know what it is.
 */
interface Fingerprint {
  readonly reading: string
  readonly ledger: string
  readonly data: string
}

const fingerprintFile = `${packageRoot}dist/fingerprint.json`

export const packageVersion = (): string =>
  (JSON.parse(readFileSync(`${packageRoot}package.json`, 'utf8')) as { version: string }).version

export const engineOf = (codebookPath: string): Engine => {
  // The source as it is, in tests, is always the same engine.
  const built: Fingerprint =
    isBuilt && existsSync(fingerprintFile)
      ? (JSON.parse(readFileSync(fingerprintFile, 'utf8')) as Fingerprint)
      : { reading: 'source', ledger: 'source', data: 'source' }
  const codebook = existsSync(codebookPath) ? sha256(readFileSync(codebookPath)) : ''
  const reading = shortId('e', JSON.stringify([packageVersion(), codebook, built.reading, built.data]))
  return { reading, ledger: shortId('e', JSON.stringify([reading, built.ledger])) }
}
