import type { Mention } from '../../core/layers.ts'
import type { Stage } from '../../core/stage.ts'
import type { EntityRules } from '../../lang/common/entity.ts'
import type { Knowledge } from '../knowledge.ts'
import { resolveMentions } from './mentions.ts'
import { findNames, type Tagger } from './name-finder.ts'
import { createTagger } from './tagger.ts'

const taggers = new WeakMap<EntityRules, Tagger>()

/** The tagger of a language, made when it is first used: it remembers forms from report to report. */
const taggerOf = (rules: EntityRules): Tagger | null => {
  if (rules.tagger === null) return null
  const known = taggers.get(rules)
  if (known !== undefined) return known
  const made = createTagger(rules, rules.tagger)
  taggers.set(rules, made)
  return made
}

/**
 * Who and what a report speaks of: names first, then everything that points to them.
 * Mentions may stand inside one another („US“ in „US-Regierung“); the longest comes first.
 */
export const entityStage: Stage<'sentence' | 'word' | 'phrase', 'mention', Knowledge> = {
  name: 'entity',
  version: 2,
  requires: ['sentence', 'word', 'phrase'],
  provides: ['mention'],
  run: (document, { locale }) => {
    const names = findNames(document.word, document.sentence, locale.entity, taggerOf(locale.entity))
    const mention: Mention[] = resolveMentions(document, names, locale.entity).map(
      ({ start, end, type, name, id, country, entity, form, rule }) => ({
        start,
        end,
        type,
        name,
        id,
        country,
        entity,
        form,
        rule,
      }),
    )
    return { layers: { mention }, diagnostics: [] }
  },
}
