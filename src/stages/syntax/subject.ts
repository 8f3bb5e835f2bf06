/** Which phrase of a clause is its subject, by case, agreement with the verb and order. */
import type { Feats, Numerus, PhraseRole } from '../../core/layers.ts'
import { ofCase, plural, singular } from '../../lang/common/agreement.ts'
import type { Chunk } from './chunks.ts'
import type { Draft } from './clause-stack.ts'
import type { Work } from './sentence-words.ts'

/** A chunk with what it does in its clause. */
export interface Placed {
  readonly chunk: Chunk
  readonly clause: number
  role: PhraseRole
  governor: number | null
}

export interface Subject {
  readonly phrase: number
  readonly person: 1 | 2 | 3
  readonly number: Numerus | null
}

/** One clause while its phrases get their roles. */
export interface ClauseFrame {
  readonly work: Work
  readonly placed: Placed[]
  /** Indices of the clause's phrases, and of those that no other phrase or preposition governs. */
  readonly members: readonly number[]
  readonly free: readonly number[]
  readonly draft: Draft
  readonly isPassive: boolean
  /** Of the main verb. */
  readonly lemma: string | null
}

/** The finite verb of a draft; -1 if it has none. */
export const finiteOf = ({ readings }: Work, draft: Draft): number => {
  for (const [from, to] of draft.parts)
    for (let i = from; i < to; i++) if (readings[i]!.form === 'fin') return i
  return -1
}

const personOf = ({ readings, lower, grammar }: Work, at: number): 1 | 2 | 3 =>
  readings[at]!.upos === 'PRON' ? (grammar.persons.get(lower[at]!) ?? 3) : 3

/** „2019“ by itself is when, not who or what. */
export const isYear = ({ lower }: Work, { from, to }: Chunk): boolean =>
  to - from === 1 && /^(?:1[5-9]|20)\d\d$/u.test(lower[from]!)

export const isCopula = ({ work, lemma }: ClauseFrame): boolean =>
  lemma !== null && work.grammar.copulas.has(lemma)

/** Whether „und“ joins a phrase to the next one of the clause. */
const isCoordinated = ({ work, placed, members }: ClauseFrame, m: number): boolean => {
  const { lower, readings, grammar } = work
  let end = placed[m]!.chunk.to
  for (const x of members) {
    if (x <= m) continue
    const { chunk } = placed[x]!
    if (chunk.inside !== null) continue
    if (chunk.from === end) {
      end = chunk.to
      continue
    }
    if (chunk.from !== end + 1) return false
    const between = lower[end]!
    if (grammar.addingCoordinators.has(between)) return chunk.preposition === null
    if (between !== ',' || readings[chunk.head] === undefined) return false
    end = chunk.to
  }
  return false
}

/** The finite verb of the clause, with what it can be. */
interface FiniteVerb {
  readonly at: number
  /** Features of its forms, as far as they have a person. */
  readonly forms: readonly Feats[]
  /** Numbers that it can have. */
  readonly sing: boolean
  readonly plur: boolean
}

const hasNumber = (forms: readonly Feats[], number: Numerus): boolean =>
  forms.length === 0 || forms.some((one) => one.number === number)

/** How well a free phrase would be the subject; null where it cannot be. */
const subjectScore = (frame: ClauseFrame, m: number, order: number, verb: FiniteVerb): number | null => {
  const { work, placed, free, draft, lemma } = frame
  const { readings, lower, grammar } = work
  const { chunk } = placed[m]!
  const head = readings[chunk.head]!
  const form = lower[chunk.head]!
  const agreement = chunk.agreement & ofCase('nom')
  if (agreement === 0 || isYear(work, chunk)) return null
  if (head.upos === 'PRON' && grammar.reflexives.has(form)) return null
  // „als Minister“ says what somebody is.
  if (grammar.comparators.has(lower[chunk.from - 1]!) && chunk.from - 1 !== draft.introducer) return null
  const person = personOf(work, chunk.head)
  const ofPerson = verb.forms.filter((one) => one.person === person)
  if (verb.forms.length > 0 && person !== 3 && ofPerson.length === 0) return null
  const isJoined = isCoordinated(frame, m)
  const sing = (agreement & singular) !== 0
  const plur = (agreement & plural) !== 0 || isJoined
  // „dass es Waffen schickt“: the plural „(ihr) schickt“ is not of the third person.
  // In front of the verb „Schweden“ may be a name that only looks like a plural.
  const forms = draft.kind === 'main' && chunk.to <= verb.at ? verb.forms : ofPerson
  if (!(sing && hasNumber(forms, 'sing')) && !(plur && hasNumber(forms, 'plur'))) return null
  let score = 10 - Math.min(order, 8)
  // „der größte Markt soll China werden“: beside a copula both are nominative.
  const isNominativeOnly = (chunk.agreement & ~ofCase('nom')) === 0
  if (isNominativeOnly) score += isCopula(frame) && head.upos !== 'PRON' ? 0 : 20
  // „was er sagt“, „das sagt er“: the object, when another can be the subject.
  if (free.length > 1 && grammar.objectRelatives.has(form)) score -= 4
  const isExpletive = grammar.existentialVerbs.has(lemma ?? '')
  if (free.length > 1 && head.upos === 'PRON' && grammar.neuterPronouns.has(form) && !isExpletive) score -= 4
  if (grammar.timeNouns.has(head.lemma)) score -= 12
  const { introducer } = draft
  const opensRelative =
    draft.kind === 'relative' && introducer !== null && chunk.from <= introducer && introducer < chunk.to
  if (opensRelative) score += 3
  // A plural verb wants the plural, a coordinated subject most of all.
  if (!verb.sing && !plur) score -= 8
  if (isJoined && !verb.sing) score += 0.5
  return score
}

/** Where no phrase agrees as it should: names behind the verb, and names that keep their number before it. */
const nameAsSubject = ({ work, placed, free }: ClauseFrame, finite: number): number => {
  const { readings, grammar } = work
  // „…, berichtet CBS News“: behind the verb a name that ends in s is no genitive of anything.
  const behind = free.find((m) => {
    const { chunk, governor } = placed[m]!
    const isName = readings[chunk.from]!.upos === 'PROPN' && chunk.from === finite + 1
    return isName && governor === null && chunk.agreement === (ofCase('gen') & chunk.agreement)
  })
  if (behind !== undefined) {
    placed[behind]!.chunk.agreement = ofCase('nom')
    return behind
  }
  // „Ärzte ohne Grenzen sagte“
  const before = free.find((m) => {
    const { chunk } = placed[m]!
    const { upos, lemma } = readings[chunk.head]!
    return (
      chunk.to <= finite &&
      (chunk.agreement & ofCase('nom')) !== 0 &&
      (upos === 'PROPN' || upos === 'NOUN') &&
      !isYear(work, chunk) &&
      !grammar.timeNouns.has(lemma)
    )
  })
  return before ?? -1
}

/** Makes a phrase the subject: nominative, in a number that the verb has. */
const settleSubject = (frame: ClauseFrame, phrase: number, verb: FiniteVerb): Subject => {
  const { work, placed } = frame
  const { chunk } = placed[phrase]!
  placed[phrase]!.role = 'subject'
  chunk.agreement &= ofCase('nom')
  const person = personOf(work, chunk.head)
  const isJoined = isCoordinated(frame, phrase)
  if (!isJoined) {
    const narrowed = chunk.agreement & ((verb.sing ? singular : 0) | (verb.plur ? plural : 0))
    if (narrowed !== 0) chunk.agreement = narrowed
  }
  const sing = (chunk.agreement & singular) !== 0
  const isOpen = sing && (chunk.agreement & plural) !== 0
  if (isOpen) return { phrase, person, number: null }
  if (isJoined) return { phrase, person, number: verb.plur && !verb.sing ? 'plur' : null }
  return { phrase, person, number: sing ? 'sing' : 'plur' }
}

/** Finds the subject of a clause with a finite verb, and gives it its role. */
export const findSubject = (frame: ClauseFrame): Subject | null => {
  const { work, free, draft } = frame
  const finite = finiteOf(work, draft)
  if (finite === -1 || draft.kind === 'infinitive') return null
  const forms = work.readings[finite]!.candidates.map((c) => c.feats).filter((f) => f.person !== undefined)
  const verb = { at: finite, forms, sing: hasNumber(forms, 'sing'), plur: hasNumber(forms, 'plur') }
  let best = -1
  let bestScore = -1
  free.forEach((m, order) => {
    const score = subjectScore(frame, m, order, verb)
    if (score !== null && score > bestScore) {
      bestScore = score
      best = m
    }
  })
  if (best === -1 && draft.kind === 'main') best = nameAsSubject(frame, finite)
  return best === -1 ? null : settleSubject(frame, best, verb)
}
