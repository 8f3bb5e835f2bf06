import type { Stage } from '../../core/stage.ts'
import type { Knowledge } from '../knowledge.ts'

export const syntaxStage: Stage<'token' | 'sentence', 'word' | 'phrase' | 'clause', Knowledge> = {
  name: 'syntax',
  version: 1,
  requires: ['token', 'sentence'],
  provides: ['word', 'phrase', 'clause'],
  run: () => ({ layers: { word: [], phrase: [], clause: [] }, diagnostics: [] }),
}
