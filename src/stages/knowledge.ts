import type { CompiledCodebook } from '../codebook/codebook.ts'
import type { LocalePack } from '../lang/pack.ts'

/** What the stages are told besides the document. */
export interface Knowledge {
  readonly locale: LocalePack
  readonly codebook: CompiledCodebook
}
