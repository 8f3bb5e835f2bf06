import type { Stage } from '../../core/stage.ts'
import type { Knowledge } from '../knowledge.ts'

export const eventStage: Stage<
  'sentence' | 'word' | 'phrase' | 'clause' | 'time' | 'mention' | 'statement' | 'factuality',
  'event',
  Knowledge
> = {
  name: 'event',
  version: 1,
  requires: ['sentence', 'word', 'phrase', 'clause', 'time', 'mention', 'statement', 'factuality'],
  provides: ['event'],
  run: () => ({ layers: { event: [] }, diagnostics: [] }),
}
