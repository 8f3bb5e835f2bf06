import type { Sentence, Word } from '../../core/layers.ts'
import type { EntityRules } from '../../lang/common/entity.ts'
import type { Name } from './name-finder.ts'

/** Names that the model finds in a sentence, in order. */
export const tagNames = (
  _words: readonly Word[],
  _sentence: Sentence,
  _known: readonly Name[],
  _rules: EntityRules,
): readonly Name[] => []
