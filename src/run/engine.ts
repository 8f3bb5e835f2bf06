/** What reads and what links, as one short id each: a change of either makes what they made stale. */
import { existsSync, readFileSync } from 'node:fs'
import { shortId } from '../core/hash.ts'
import type { Knowledge } from '../stages/knowledge.ts'
import { packageRoot } from './knowledge.ts'
import { stages } from './read.ts'

export interface Engine {
  /** Versions of package, stages and language, hashes of codebook, code and data. */
  readonly reading: string
  /** The same with the code of linking and ledger. */
  readonly ledger: string
}

/** Written by `npm run build`; absent when the source runs as it is. */
interface Fingerprint {
  readonly reading: string
  readonly ledger: string
  readonly data: string
}

const fingerprintFile = `${packageRoot}dist/fingerprint.json`

export const packageVersion = (): string =>
  (JSON.parse(readFileSync(`${packageRoot}package.json`, 'utf8')) as { version: string }).version

export const engineOf = (knowledge: Knowledge): Engine => {
  const built: Fingerprint =
    import.meta.url.endsWith('.js') && existsSync(fingerprintFile)
      ? (JSON.parse(readFileSync(fingerprintFile, 'utf8')) as Fingerprint)
      : { reading: 'source', ledger: 'source', data: 'source' }
  const reading = shortId(
    'e',
    JSON.stringify([
      packageVersion(),
      stages.map((stage) => `${stage.name}/${stage.version}`),
      `${knowledge.locale.code}/${knowledge.locale.version}`,
      knowledge.codebook.id,
      built.reading,
      built.data,
    ]),
  )
  return { reading, ledger: shortId('e', JSON.stringify([reading, built.ledger])) }
}
