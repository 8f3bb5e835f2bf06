import type { SyntaxRules } from '../../common/syntax.ts'
import { openTagger } from './tagger-model.ts'

/** Loads the tagger; once a process. */
export const loadSyntax = (): SyntaxRules => ({
  version: '1',
  tagger: openTagger(new URL('../../../../models/de-tagger.bin', import.meta.url)),
})
