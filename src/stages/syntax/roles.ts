import type { PhraseRole } from '../../core/layers.ts'
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

const personOf = ({ readings, lower, grammar }: Work, at: number): 1 | 2 | 3 =>
  readings[at]!.upos === 'PRON' ? (grammar.persons.get(lower[at]!) ?? 3) : 3

export interface Subject {
  readonly phrase: number
  readonly person: 1 | 2 | 3
  readonly number: 'sing' | 'plur' | null
}

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

export const finiteOf = ({ readings }: Work, draft: Draft): number => {
  for (const [from, to] of draft.parts)
    for (let i = from; i < to; i++) if (readings[i]!.form === 'fin') return i
  return -1
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
  const { readings, lower, grammar } = work
  const finite = finiteOf(work, draft)
  const copula = lemma !== null && grammar.copulas.has(lemma)
  const free = members.filter(
    (m) =>
      placed[m]!.governor === null &&
      placed[m]!.chunk.preposition === null &&
      placed[m]!.role !== 'genitive' &&
      placed[m]!.role !== 'apposition',
  )
  let subject: Subject | null = null
  if (finite !== -1 && draft.kind !== 'infinitive') {
    const forms = readings[finite]!.candidates.map((c) => c.feats).filter((f) => f.person !== undefined)
    const verbSing = forms.length === 0 || forms.some((f) => f.number === 'sing')
    const verbPlur = forms.length === 0 || forms.some((f) => f.number === 'plur')
    let best = -1
    let bestScore = -1
    free.forEach((m, order) => {
      const { chunk } = placed[m]!
      const head = readings[chunk.head]!
      const coordinated = isCoordinated(work, placed, members, m)
      const agreement = chunk.agreement & ofCase('nom')
      if (agreement === 0) return
      if (head.upos === 'PRON' && grammar.reflexives.has(lower[chunk.head]!)) return
      if (isYear(work, chunk)) return
      // „als Minister“ says what somebody is.
      if (grammar.comparators.has(lower[chunk.from - 1]!) && chunk.from - 1 !== draft.introducer) return
      const person = personOf(work, chunk.head)
      if (forms.length > 0 && person !== 3 && !forms.some((f) => f.person === person)) return
      const sing = (agreement & singular) !== 0
      const plur = (agreement & plural) !== 0 || coordinated
      // „dass es Waffen schickt“: the plural „(ihr) schickt“ is not of the third person.
      // In front of the verb „Schweden“ may be a name that only looks like a plural.
      const inFront = draft.kind === 'main' && chunk.to <= finite
      const ofPerson = inFront ? forms : forms.filter((f) => f.person === person)
      const agrees = (number: 'sing' | 'plur'): boolean =>
        ofPerson.length === 0 || ofPerson.some((f) => f.number === number)
      if (!(sing && agrees('sing')) && !(plur && agrees('plur'))) return
      let score = 10 - Math.min(order, 8)
      const only = (chunk.agreement & ~ofCase('nom')) === 0
      // „der größte Markt soll China werden“: beside a copula both are nominative.
      if (only) score += copula && head.upos !== 'PRON' ? 0 : 20
      // „was er sagt“: the object, when another can be the subject.
      if (grammar.objectRelatives.has(lower[chunk.head]!) && free.length > 1) score -= 4
      if (
        head.upos === 'PRON' &&
        grammar.neuterPronouns.has(lower[chunk.head]!) &&
        free.length > 1 &&
        !grammar.existentialVerbs.has(lemma ?? '')
      )
        score -= 4
      if (grammar.timeNouns.has(head.lemma)) score -= 12
      if (
        draft.introducer !== null &&
        chunk.from <= draft.introducer &&
        draft.introducer < chunk.to &&
        draft.kind === 'relative'
      )
        score += 3
      // A plural verb wants the plural, a coordinated subject most of all.
      if (!verbSing && !plur) score -= 8
      if (coordinated && !verbSing) score += 0.5
      if (score > bestScore) {
        bestScore = score
        best = m
      }
    })
    // „…, berichtet CBS News“: behind the verb a name that ends in s is no genitive of anything.
    if (best === -1 && draft.kind === 'main') {
      best =
        free.find((m) => {
          const { chunk, governor } = placed[m]!
          const isName = readings[chunk.from]!.upos === 'PROPN' && chunk.from === finite + 1
          return isName && governor === null && chunk.agreement === (ofCase('gen') & chunk.agreement)
        }) ?? -1
      if (best !== -1) placed[best]!.chunk.agreement = ofCase('nom')
    }
    // „Ärzte ohne Grenzen sagte“: a name keeps its number in front of the verb.
    if (best === -1 && draft.kind === 'main')
      best =
        free.find((m) => {
          const { chunk } = placed[m]!
          const { upos } = readings[chunk.head]!
          return (
            chunk.to <= finite &&
            (chunk.agreement & ofCase('nom')) !== 0 &&
            (upos === 'PROPN' || upos === 'NOUN') &&
            !isYear(work, chunk) &&
            !grammar.timeNouns.has(readings[chunk.head]!.lemma)
          )
        }) ?? -1
    if (best !== -1) {
      const { chunk } = placed[best]!
      placed[best]!.role = 'subject'
      chunk.agreement &= ofCase('nom')
      if (!isCoordinated(work, placed, members, best)) {
        const narrowed = chunk.agreement & ((verbSing ? singular : 0) | (verbPlur ? plural : 0))
        if (narrowed !== 0) chunk.agreement = narrowed
      }
      const both = (chunk.agreement & singular) !== 0 && (chunk.agreement & plural) !== 0
      const isPlural = isCoordinated(work, placed, members, best)
        ? verbPlur && !verbSing
          ? true
          : null
        : (chunk.agreement & singular) === 0
      subject = {
        phrase: best,
        person: personOf(work, chunk.head),
        number: both || isPlural === null ? null : isPlural ? 'plur' : 'sing',
      }
    }
  }
  const dativeVerb = lemma !== null && grammar.dativeVerbs.has(lemma)
  let objectTaken = false
  for (const m of free) {
    const one = placed[m]!
    if (one.role === 'subject') continue
    const { chunk } = one
    const head = readings[chunk.head]!
    const can = (kase: 'nom' | 'gen' | 'dat' | 'acc'): boolean => (chunk.agreement & ofCase(kase)) !== 0
    const previous = lower[chunk.from - 1] ?? ''
    if (isYear(work, chunk)) {
      one.role = 'adverbial'
      continue
    }
    // Coordinated with the phrase before: the same role.
    if ((grammar.coordinators.has(previous) || previous === ',') && m > 0) {
      const partner = members
        .filter((x) => x < m && placed[x]!.governor === null && placed[x]!.chunk.to === chunk.from - 1)
        .at(-1)
      if (
        partner !== undefined &&
        (previous !== ',' || isList(work, placed, m)) &&
        placed[partner]!.chunk.preposition === null
      ) {
        one.role = placed[partner]!.role
        const shared = chunk.agreement & caseMask(placed[partner]!.chunk.agreement)
        if (shared !== 0) chunk.agreement = shared
        continue
      }
      if (partner !== undefined && previous === ',') {
        one.role = 'apposition'
        one.governor = partner
        continue
      }
    }
    if (grammar.comparators.has(previous)) {
      one.role = 'predicative'
      continue
    }
    if (grammar.timeNouns.has(head.lemma) && can('acc') && subject !== null) {
      one.role = 'adverbial'
      chunk.agreement &= ofCase('acc')
      continue
    }
    if (copula && can('nom') && !can('dat')) {
      one.role = 'predicative'
      chunk.agreement &= ofCase('nom')
      continue
    }
    const datOnly = can('dat') && !can('acc')
    if (datOnly || (dativeVerb && can('dat')) || (can('dat') && objectTaken && !isPassive)) {
      one.role = 'indirect'
      chunk.agreement &= ofCase('dat')
      continue
    }
    if (can('acc')) {
      // „der Ukraine Waffen liefern“: a dative before the accusative, where both are open.
      one.role = 'object'
      objectTaken = true
      const narrowed = chunk.agreement & ofCase('acc')
      if (!can('dat') || head.upos === 'PRON') chunk.agreement = narrowed
      continue
    }
    if (can('gen') && !can('nom')) {
      one.role = 'genitive'
      continue
    }
    one.role = copula ? 'predicative' : 'adverbial'
  }
  return subject
}

/** „2019“ by itself is when, not who or what. */
const isYear = ({ lower }: Work, { from, to }: Chunk): boolean =>
  to - from === 1 && /^(?:1[5-9]|20)\d\d$/u.test(lower[from]!)

const caseMask = (agreement: number): number => {
  let mask = 0
  for (let k = 0; k < 4; k++) if ((agreement & (0xf << (k * 4))) !== 0) mask |= 0xf << (k * 4)
  return mask
}

/** Whether „und“ joins a phrase to the next one of the clause. */
const isCoordinated = (
  { lower, readings, grammar }: Work,
  placed: readonly Placed[],
  members: readonly number[],
  m: number,
): boolean => {
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
