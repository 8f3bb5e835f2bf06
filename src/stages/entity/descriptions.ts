import type { Sentence, Word } from '../../core/layers.ts'
import type { EntityRules } from '../../lang/common/entity.ts'
import { blocs, type Entity } from './entities.ts'
import type { Salience } from './salience.ts'
import { traitsOf } from './traits.ts'

/** Adjectives that may stand between the article and the description: „der 79-jährige Republikaner“. */
const reach = 3

/** A noun that means a person without naming one. */
interface Description {
  readonly sex: 'm' | 'f' | null
  /** Where the person is from or whose party it is; null where the noun does not tell. */
  readonly country: string | null
  /** Means only somebody who was called so: „der General“ behind „Generalinspekteur“. */
  readonly called: string | null
}

/**
 * The person named before whom a description of one person means.
 *
 *     Generalsekretär Mark Rutte sprach in Den Haag. …, sagte der Niederländer.
 *                                                             ^^^^^^^^^^^^^^^^
 *     der SPD-Politiker      die 61-Jährige      der Republikaner
 *
 * Null where it says something of many („die Mehrheit der Niederländer“), stands before a name, or nobody fits.
 */
export const describedPerson = (
  words: readonly Word[],
  at: number,
  sentence: Sentence,
  salience: Salience,
  rules: EntityRules,
): Entity | null => {
  const word = words[at]!
  if (!/^[\p{Lu}\p{N}]/u.test(word.text)) return null
  let article = at - 1
  while (article >= sentence.from && at - article <= reach && words[article]!.upos === 'ADJ') article--
  if (article < sentence.from) return null
  const plural = rules.words.singleArticles.get(words[article]!.text.toLowerCase())
  if (plural === undefined) return null
  const found = descriptionOf(word, rules)
  if (found === null) return null
  // „die Norweger“ are many, „der Norweger“ behind a noun are too.
  if (plural === 'nom' && found.sex === 'm') return null
  if (plural === 'dat' && word.feats.number !== 'sing') return null
  const before = words[article - 1]
  if (plural === 'gen' && found.sex === 'm' && (before?.upos === 'NOUN' || before?.upos === 'PROPN'))
    return null
  if (isNamed(words, at, sentence, found, rules)) return null
  const { sex, country, called } = found
  const fits = (one: Entity): boolean =>
    (sex === null || one.gender === null || one.gender === sex) &&
    (country === null || one.country === null || one.country === country || blocs.has(one.country))
  if (called === null) return salience.person(at, fits)
  const known = salience.person(
    at,
    (one) => fits(one) && [...one.called].some((noun) => noun.includes(called)),
  )
  // „…, sagte der Manager“: who speaks under a description that nobody had was named before.
  return known ?? (salience.tells(at) && isNew(words, at) ? salience.person(at, fits) : null)
}

/** Words back in which somebody else may have been told of by the same noun: „ein Soldat … der Soldat“. */
const sameNounReach = 200

const isNew = (words: readonly Word[], at: number): boolean => {
  const { lemma } = words[at]!
  for (let i = at - 1; i >= Math.max(0, at - sameNounReach); i--) if (words[i]!.lemma === lemma) return false
  return true
}

/** A name or, for an office that has to be somebody's, an attribute follows: „der Leiter des Amtes“. */
const isNamed = (
  words: readonly Word[],
  at: number,
  sentence: Sentence,
  { called }: Description,
  rules: EntityRules,
): boolean => {
  const next = words[at + 1]
  if (next === undefined || at + 1 >= sentence.to) return false
  if (next.upos === 'PROPN' || next.upos === 'NOUN') return true
  return called !== null && rules.words.complementOpeners.has(next.text)
}

const descriptionOf = (word: Word, rules: EntityRules): Description | null => {
  const traits = traitsOf(word.text, rules)
  const head = traits.lower.slice(traits.lower.lastIndexOf('-') + 1)
  const party = traits.party ?? traits.part?.country ?? null
  if (rules.words.aged.has(head)) return { sex: null, country: null, called: null }
  const sex = rules.words.personNouns.get(head)
  if (sex !== undefined) return { sex, country: party, called: null }
  if (traits.people !== null)
    return { sex: rules.isFeminine(head) ? 'f' : 'm', country: traits.people, called: null }
  // „die Walliserin“: a woman of a place that no list has.
  if (rules.isWomanOfPlace(head) && traits.title === null && rules.dictionaryClass(word.text) === 0)
    return { sex: 'f', country: null, called: null }
  if (traits.title === null && traits.body === null && traits.portfolio === null) {
    const own = rules.sexOfNoun(word.text)
    return own === null ? null : { sex: own, country: party, called: head }
  }
  if (traits.title === null || traits.title.office !== null) return null
  // „der ÖVP-Chef“ needs no introduction, „der General“ does.
  const called = traits.party === null ? head : null
  return { sex: traits.title.sex, country: traits.title.country ?? party, called }
}
