import type { SyntaxRules } from '../../common/syntax.ts'
import { grammar } from './grammar.ts'
import { openTagger } from './tagger-model.ts'

/** Loads the tagger; once a process. */
export const loadSyntax = (): SyntaxRules => ({
  version: '1',
  grammar,
  tagger: openTagger(new URL('../../../../models/de-tagger.bin', import.meta.url)),
})
