import type { Stage } from '../../core/stage.ts'
import type { Knowledge } from '../knowledge.ts'

export const entityStage: Stage<'sentence' | 'word' | 'phrase', 'mention', Knowledge> = {
  name: 'entity',
  version: 1,
  requires: ['sentence', 'word', 'phrase'],
  provides: ['mention'],
  run: () => ({ layers: { mention: [] }, diagnostics: [] }),
}
