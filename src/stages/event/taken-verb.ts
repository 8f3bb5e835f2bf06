/**
 * The verb of a clause as this stage takes it.
 *
 *     Die Mittel sind aufgebraucht → aufbrauchen, statal      wird der Ukraine Raketenwerfer überlassen → future
 */
import type { Clause, NounPhrase, VerbGroup, Word } from '../../core/layers.ts'
import type { EventRules } from '../../lang/common/event.ts'
import type { ParticipleFinder } from './scene.ts'

/** What the steps look at. */
interface View {
  readonly phrases: readonly NounPhrase[]
  readonly words: readonly Word[]
  readonly rules: EventRules
  readonly participle: ParticipleFinder
  /** A phrase names a country. */
  readonly namesState: (phrase: number) => boolean
}

/** „keine Systeme“: a determiner, and no other case than the accusative. */
const isPlainAccusative = ({ role, preposition, cases, from }: NounPhrase, words: readonly Word[]): boolean =>
  role === 'object' &&
  preposition === null &&
  cases.length === 1 &&
  cases[0] === 'acc' &&
  words[from]!.upos === 'DET'

/** „wird der Ukraine keine Systeme überlassen“: a passive has no accusative. */
const hasAccusative = (clause: Clause, verb: VerbGroup, { phrases, words, rules }: View): boolean =>
  verb.finite !== null &&
  rules.copulas.has(words[verb.finite]!.lemma) &&
  verb.tense !== 'perfect' &&
  words[verb.main]!.text.endsWith(rules.infinitiveEnding) &&
  clause.phrases.some((p) => isPlainAccusative(phrases[p]!, words))

/** „Die Bundesregierung wird der Ukraine Raketenwerfer überlassen“: who is given something is no subject. */
const givesAway = (clause: Clause, verb: VerbGroup, { phrases, words, namesState }: View): boolean =>
  verb.tense === 'present' &&
  words[verb.main]!.text === verb.lemma &&
  clause.subject !== null &&
  namesState(clause.subject) &&
  clause.phrases.some((p) => phrases[p]!.role === 'indirect')

/** „werden“ with a form that is infinitive and participle alike: a future that the syntax took for a passive. */
const isFuture = (clause: Clause, verb: VerbGroup, view: View): boolean =>
  verb.voice === 'passive' &&
  verb.words.length === 2 &&
  clause.subject !== null &&
  (hasAccusative(clause, verb, view) || givesAway(clause, verb, view))

/** A copula with the participle at a word. */
const withParticiple = (verb: VerbGroup, at: number, lemma: string, rules: EventRules): VerbGroup => {
  const joined = { ...verb, lemma, main: at, words: [...verb.words, at].sort((a, b) => a - b) }
  // „waren zusammengetroffen“: no passive, but the perfect of a verb of motion.
  if (rules.motionVerbs.has(lemma))
    return { ...joined, tense: verb.tense === 'preterite' ? 'pluperfect' : 'perfect' }
  return { ...joined, voice: 'statal' }
}

/** „Die Mittel sind aufgebraucht“: a participle that the syntax took for an adjective is the verb. */
const ofCopula = (clause: Clause, verb: VerbGroup, { words, rules, participle }: View): VerbGroup => {
  for (const [from, to] of clause.parts) {
    for (let i = from; i < to; i++) {
      const word = words[i]!
      if (word.upos !== 'ADJ' && word.feats.verbForm !== 'part2') continue
      const next = words[i + 1]
      if (next !== undefined && (next.upos === 'NOUN' || next.upos === 'ADJ')) continue
      const found = participle(word.text.toLowerCase())
      if (found !== null && !found.present) return withParticiple(verb, i, found.lemma, rules)
    }
  }
  return verb
}

/** „reagierte erfreut“: a full verb is not the auxiliary of a participle. */
const isFullVerb = (finite: Word, verb: VerbGroup, { words, rules }: View): boolean =>
  verb.main !== verb.finite &&
  finite.upos === 'VERB' &&
  words[verb.main]!.feats.verbForm === 'part2' &&
  verb.modals.length === 0 &&
  !rules.copulas.has(finite.lemma) &&
  !rules.auxiliaries.has(finite.lemma)

/** The verb group of a clause, corrected; null where it has none. */
export const takenVerb = (clause: Clause, view: View): VerbGroup | null => {
  const { verb } = clause
  if (verb === null) return null
  if (isFuture(clause, verb, view)) return { ...verb, voice: 'active', tense: 'future' }
  if (view.rules.copulas.has(verb.lemma)) return ofCopula(clause, verb, view)
  if (verb.finite === null) return verb
  const finite = view.words[verb.finite]
  if (finite === undefined || !isFullVerb(finite, verb, view)) return verb
  return { ...verb, lemma: finite.lemma, main: verb.finite, words: [verb.finite], voice: 'active' }
}
