import type { Stage } from '../../core/stage.ts'
import type { Knowledge } from '../knowledge.ts'

export const statementStage: Stage<
  'sentence' | 'word' | 'phrase' | 'clause' | 'mention',
  'statement',
  Knowledge
> = {
  name: 'statement',
  version: 1,
  requires: ['sentence', 'word', 'phrase', 'clause', 'mention'],
  provides: ['statement'],
  run: () => ({ layers: { statement: [] }, diagnostics: [] }),
}
