import { loadCodebook } from '../codebook/load.ts'
import { loadGerman } from '../lang/de/pack.ts'
import type { Knowledge } from '../stages/knowledge.ts'
import { shippedCodebook } from './paths.ts'

/** What the stages know, from the codebook's YAML. Once a process; `openKnowledge` is quicker. */
export const loadKnowledge = (codebookPath: string = shippedCodebook('assistance')): Knowledge => ({
  locale: loadGerman(),
  codebook: loadCodebook(codebookPath),
})
