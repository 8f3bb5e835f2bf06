import type { Sentence } from '../../core/layers.ts'
import type { Entity } from './entities.ts'
import type { MentionScene } from './mention-scene.ts'
import { traitsOf } from './traits.ts'

/**
 * What stands behind a person's name says who it is.
 *
 *     Jan Novák (CDU)      Iryna Koval, Sprecherin des Kreml,
 *               ^^^^^                   ^^^^^^^^^^^^^^^^^^^^
 */
export const describeAfter = (
  { words, rules, nameAt }: MentionScene,
  to: number,
  sentence: Sentence,
  person: Entity,
): void => {
  const mark = words[to]?.text
  if (to >= sentence.to || (mark !== '(' && mark !== ',')) return
  for (let i = to + 1; i < Math.min(sentence.to, to + 6); i++) {
    const word = words[i]!
    if (word.kind === 'punctuation') return
    if (mark === '(') {
      const party = rules.register.aliases.get(word.text)?.[0]
      const entry = party === undefined ? undefined : rules.register.entries[party.entry]
      if (entry?.body === 'party' && person.country === null) person.country = entry.country
      return
    }
    const title = traitsOf(word.text, rules).title
    if (title !== null) {
      if (title.office !== null) person.offices.add(title.office)
      person.called.add(word.text.toLowerCase())
      person.gender ??= title.sex
      person.country ??=
        title.country ??
        traitsOf(word.text, rules).party ??
        traitsOf(word.text, rules).part?.country ??
        (rules.words.complementOpeners.has(words[i + 1]?.text ?? '')
          ? nameAt(i + 2)?.entity?.country
          : null) ??
        null
      return
    }
    const adjective = traitsOf(word.text, rules).adjective
    if (adjective !== null) person.country ??= adjective
  }
}
