import type { Word } from '../../core/layers.ts'
import type { EntityRules } from '../../lang/common/entity.ts'
import type { Name } from './name-finder.ts'
import { traitsOf } from './traits.ts'

/** Countries that the report speaks of by name, adjective or compound. */
export const countriesOf = (
  words: readonly Word[],
  names: readonly Name[],
  rules: EntityRules,
): ReadonlySet<string> => {
  const found = new Set<string>()
  for (const name of names)
    for (const alias of name.aliases) {
      const entry = rules.register.entries[alias.entry]!
      if (!alias.needsContext && entry.country !== null) found.add(entry.country)
    }
  for (const word of words) {
    if (word.text.includes('-')) {
      const part = traitsOf(word.text, rules).part
      if (part !== null) found.add(part.country)
    } else {
      const country = traitsOf(word.text, rules).adjective
      if (country !== null) found.add(country)
    }
  }
  return found
}
