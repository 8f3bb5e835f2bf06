import { fileURLToPath } from 'node:url'
import { loadCodebook } from '../codebook/load.ts'
import { loadGerman } from '../lang/de/pack.ts'
import type { Knowledge } from '../stages/knowledge.ts'

/** The package's own folder; `src/run` and `dist/run` lie equally deep. */
export const packageRoot = fileURLToPath(new URL('../../', import.meta.url))

export const shippedCodebook = (name: string): string => `${packageRoot}codebooks/${name}.yaml`

/** Loads what the stages know. Costs milliseconds; once a process. */
export const loadKnowledge = (codebookPath: string = shippedCodebook('assistance')): Knowledge => ({
  locale: loadGerman(),
  codebook: loadCodebook(codebookPath),
})
