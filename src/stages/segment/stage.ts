import type { Stage } from '../../core/stage.ts'
import type { Knowledge } from '../knowledge.ts'

export const segmentStage: Stage<never, 'token' | 'sentence', Knowledge> = {
  name: 'segment',
  version: 1,
  requires: [],
  provides: ['token', 'sentence'],
  run: () => ({ layers: { token: [], sentence: [] }, diagnostics: [] }),
}
