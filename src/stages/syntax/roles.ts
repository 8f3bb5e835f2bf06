import type { Case, PhraseRole } from '../../core/layers.ts'
import { ofCase } from '../../lang/common/agreement.ts'
import type { Chunk } from './chunks.ts'
import type { Draft } from './clause-stack.ts'
import type { Work } from './sentence-words.ts'
import {
  type ClauseFrame,
  findSubject,
  finiteOf,
  isCopula,
  isYear,
  type Placed,
  type Subject,
} from './subject.ts'

/** Whether a row of phrases between commas ends with „und“: „Polen, Litauen und Lettland“. */
const isList = ({ lower, grammar }: Work, placed: readonly Placed[], at: number): boolean => {
  for (let i = at; i < Math.min(placed.length, at + 12); i++) {
    const { to, preposition, inside } = placed[i]!.chunk
    if (inside !== null) continue
    if (i > at && preposition !== null) return false
    if (grammar.coordinators.has(lower[to]!)) return placed[i + 1]?.chunk.from === to + 1
    if (lower[to] !== ',' && placed[i + 1]?.chunk.from !== to) return false
  }
  return false
}

/** Where a phrase ends with the genitives and prepositional attributes right behind it. */
const endWithAttributes = ({ readings }: Work, placed: readonly Placed[], at: number): number => {
  let end = placed[at]!.chunk.to
  for (let i = at + 1; i < Math.min(placed.length, at + 6); i++) {
    const { chunk } = placed[i]!
    if (chunk.inside !== null) continue
    const genitive = (chunk.agreement & ofCase('gen')) !== 0 && readings[chunk.head]!.upos !== 'PRON'
    if (chunk.from !== end || (chunk.preposition === null && !genitive)) break
    end = chunk.to
  }
  return end
}

/** Words that stand in round brackets. */
const insideBrackets = ({ lower }: Work): Uint8Array => {
  const inside = new Uint8Array(lower.length)
  let open = -1
  lower.forEach((text, i) => {
    if (text === '(') open = i
    else if (text === ')' && open !== -1) {
      inside.fill(1, open, i)
      open = -1
    }
  })
  return inside
}

/** Genitives and prepositional attributes: what a phrase right before it governs. */
export const attach = (work: Work, placed: Placed[], drafts: readonly Draft[]): void => {
  const { readings, lower, grammar } = work
  const bracketed = insideBrackets(work)
  for (let i = 0; i < placed.length; i++) {
    const one = placed[i]!
    const { chunk } = one
    if (chunk.preposition !== null) one.role = 'prepositional'
    if (chunk.inside !== null) {
      one.governor = chunk.inside
      // „mit Japans Minister“
      if (chunk.agreement === ofCase('gen') && chunk.preposition === null) one.role = 'genitive'
      continue
    }
    let p = i - 1
    while (p >= 0 && placed[p]!.chunk.inside !== null) p--
    const previous = p >= 0 ? placed[p]! : undefined
    const adjacent =
      previous !== undefined && previous.chunk.to === chunk.from && previous.clause === one.clause
    const nominal =
      previous !== undefined &&
      (readings[previous.chunk.head]!.upos === 'NOUN' || readings[previous.chunk.head]!.upos === 'PROPN')
    // „die Union (CDU)“
    if (
      bracketed[chunk.head] === 1 &&
      chunk.preposition === null &&
      previous !== undefined &&
      previous.clause === one.clause
    ) {
      one.role = 'apposition'
      one.governor = p
      continue
    }
    // „den Geschäftsträger, John Ginkel, zu …“: between commas right after a phrase, and no list.
    if (
      chunk.preposition === null &&
      nominal &&
      previous !== undefined &&
      previous.clause === one.clause &&
      previous.chunk.to === chunk.from - 1 &&
      lower[chunk.from - 1] === ',' &&
      /^[,.]?$/u.test(lower[endWithAttributes(work, placed, i)] ?? '') &&
      !isList(work, placed, i)
    ) {
      one.role = 'apposition'
      one.governor = p
      continue
    }
    if (chunk.preposition === null && adjacent && nominal && chunk.agreement !== 0) {
      const head = readings[chunk.head]!
      const genitive = (chunk.agreement & ofCase('gen')) !== 0
      const marked = chunk.to - chunk.from > 1 || (chunk.agreement & ~ofCase('gen')) === 0
      // „Die Haltung der Amerikaner hat …“: in the first field it can be nothing else.
      const other = (chunk.agreement & (ofCase('nom') | ofCase('acc'))) !== 0
      if (
        genitive &&
        marked &&
        head.upos !== 'PRON' &&
        (!other ||
          (readings[chunk.from]!.upos === 'DET' && inFirstField(work, drafts[one.clause]!, previous, chunk)))
      ) {
        one.role = 'genitive'
        one.governor = p
        chunk.agreement &= ofCase('gen')
        continue
      }
    }
    // „Russlands Angriff“: before the phrase it belongs to.
    if (
      chunk.preposition === null &&
      chunk.agreement === ofCase('gen') &&
      placed[i + 1]?.chunk.from === chunk.to &&
      readings[chunk.head]!.upos === 'PROPN'
    ) {
      one.role = 'genitive'
      one.governor = i + 1
      continue
    }
    if (chunk.preposition !== null && adjacent && nominal) {
      const first = inFirstField(work, drafts[one.clause]!, previous, chunk)
      // „im Februar für ein Paket“: behind the verb nothing hangs on when.
      const isWhen =
        previous.chunk.preposition !== null && grammar.timeNouns.has(readings[previous.chunk.head]!.lemma)
      if (first || (!isWhen && grammar.nounPrepositions.has(readings[chunk.preposition]!.lemma)))
        one.governor = p
    }
  }
}

/** Whether two neighbours stand before the finite verb of a main clause, where there is one constituent only. */
const inFirstField = (work: Work, draft: Draft, previous: Placed, chunk: Chunk): boolean =>
  draft.kind === 'main' && finiteOf(work, draft) > chunk.from && previous.chunk.from >= draft.parts[0]![0]

const caseMask = (agreement: number): number => {
  let mask = 0
  for (let k = 0; k < 4; k++) if ((agreement & (0xf << (k * 4))) !== 0) mask |= 0xf << (k * 4)
  return mask
}

/** Joined to the phrase before: the same role, or an apposition of it. False where nothing is joined. */
const followPartner = ({ work, placed, members }: ClauseFrame, m: number): boolean => {
  const { lower, grammar } = work
  const one = placed[m]!
  const { chunk } = one
  const link = lower[chunk.from - 1] ?? ''
  if (m === 0 || (link !== ',' && !grammar.coordinators.has(link))) return false
  const partner = members.findLast(
    (x) => x < m && placed[x]!.governor === null && placed[x]!.chunk.to === chunk.from - 1,
  )
  if (partner === undefined) return false
  const before = placed[partner]!
  if (before.chunk.preposition === null && (link !== ',' || isList(work, placed, m))) {
    one.role = before.role
    const shared = chunk.agreement & caseMask(before.chunk.agreement)
    if (shared !== 0) chunk.agreement = shared
    return true
  }
  if (link !== ',') return false
  one.role = 'apposition'
  one.governor = partner
  return true
}

/** Role of a phrase that is not the subject, by the cases that it can have; narrows them where one is meant. */
const roleByCase = (
  frame: ClauseFrame,
  chunk: Chunk,
  subject: Subject | null,
  hasObject: boolean,
): PhraseRole => {
  const { work, lemma, isPassive } = frame
  const { readings, lower, grammar } = work
  const head = readings[chunk.head]!
  const can = (kase: Case): boolean => (chunk.agreement & ofCase(kase)) !== 0
  const only = (kase: Case): void => {
    chunk.agreement &= ofCase(kase)
  }
  if (grammar.comparators.has(lower[chunk.from - 1] ?? '')) return 'predicative'
  if (grammar.timeNouns.has(head.lemma) && can('acc') && subject !== null) {
    only('acc')
    return 'adverbial'
  }
  if (isCopula(frame) && can('nom') && !can('dat')) {
    only('nom')
    return 'predicative'
  }
  const takesDative = lemma !== null && grammar.dativeVerbs.has(lemma)
  if (can('dat') && (!can('acc') || takesDative || (hasObject && !isPassive))) {
    only('dat')
    return 'indirect'
  }
  if (can('acc')) {
    // „der Ukraine Waffen liefern“: where both are open, a dative may still come before the accusative.
    if (!can('dat') || head.upos === 'PRON') only('acc')
    return 'object'
  }
  if (can('gen') && !can('nom')) return 'genitive'
  return isCopula(frame) ? 'predicative' : 'adverbial'
}

/**
 * Subject and objects of one clause by case, agreement with the verb and order.
 *
 *     Den Botschafter bestellte das Ministerium ein.
 *     object                    subject
 */
export const assignRoles = (
  work: Work,
  placed: Placed[],
  members: readonly number[],
  draft: Draft,
  isPassive: boolean,
  lemma: string | null,
): Subject | null => {
  const free = members.filter((m) => {
    const { governor, chunk, role } = placed[m]!
    return governor === null && chunk.preposition === null && role !== 'genitive' && role !== 'apposition'
  })
  const frame: ClauseFrame = { work, placed, members, free, draft, isPassive, lemma }
  const subject = findSubject(frame)
  let hasObject = false
  for (const m of free) {
    const one = placed[m]!
    if (one.role === 'subject') continue
    if (isYear(work, one.chunk)) one.role = 'adverbial'
    else if (!followPartner(frame, m)) {
      one.role = roleByCase(frame, one.chunk, subject, hasObject)
      if (one.role === 'object') hasObject = true
    }
  }
  return subject
}
