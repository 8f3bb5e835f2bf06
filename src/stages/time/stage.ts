import type { Stage } from '../../core/stage.ts'
import type { Knowledge } from '../knowledge.ts'

export const timeStage: Stage<'sentence' | 'word' | 'clause', 'time', Knowledge> = {
  name: 'time',
  version: 1,
  requires: ['sentence', 'word', 'clause'],
  provides: ['time'],
  run: () => ({ layers: { time: [] }, diagnostics: [] }),
}
