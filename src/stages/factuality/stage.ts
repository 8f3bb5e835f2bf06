import type { Stage } from '../../core/stage.ts'
import type { Knowledge } from '../knowledge.ts'

export const factualityStage: Stage<
  'sentence' | 'word' | 'phrase' | 'clause' | 'time' | 'statement',
  'factuality',
  Knowledge
> = {
  name: 'factuality',
  version: 1,
  requires: ['sentence', 'word', 'phrase', 'clause', 'time', 'statement'],
  provides: ['factuality'],
  run: () => ({ layers: { factuality: [] }, diagnostics: [] }),
}
