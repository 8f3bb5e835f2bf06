/**
 * Phrases and clauses of the syntax put right where the sense of a report decides.
 *
 *     Der Ausschuss billigte den Plan und gab 400 Millionen frei      the committee is subject of both
 *     liefert der Ukraine 18 Panzer                                   to whom | what
 */
import type { Clause, Mention, NounPhrase, TimeAnnotation, Word } from '../../core/layers.ts'
import type { EventRules } from '../../lang/common/event.ts'
import type { EventInput } from './scene.ts'

/** „die Hilfe der USA“: a „der“ phrase at once behind a common noun is its genitive, not a dative. */
export const withGenitives = (
  phrases: readonly NounPhrase[],
  words: readonly Word[],
  rules: EventRules,
): readonly NounPhrase[] => {
  const endingAt = new Map<number, number>()
  phrases.forEach((phrase, i) => {
    endingAt.set(phrase.to, i)
  })
  return phrases.map((phrase) => {
    if (phrase.role !== 'indirect' || words[phrase.from]?.text !== rules.doubleArticle) return phrase
    const before = endingAt.get(phrase.from)
    if (before === undefined || words[phrases[before]!.head]!.upos !== 'NOUN') return phrase
    return { ...phrase, role: 'genitive' as const, governor: before }
  })
}

/** The main clause that a second one is joined to by „und“: the last of its sentence, whatever is embedded in it. */
export const joinedTo = (
  clauses: readonly Clause[],
  words: readonly Word[],
  at: number,
  rules: EventRules,
): number | null => {
  const clause = clauses[at]!
  const opener = words[clause.parts[0]?.[0] ?? 0]
  if (opener === undefined || !rules.conjunctions.has(opener.text.toLowerCase())) return null
  for (let i = at - 1; i >= 0 && i > at - 6 && clauses[i]!.sentence === clause.sentence; i--)
    if (clauses[i]!.kind === clause.kind) return i
  return null
}

/**
 * A verb at once behind „und“ goes on about the subject that opened the clause before; what the syntax took for a
 * subject is its object.
 *
 *     Der Ausschuss billigte den Plan und gab dafür 400 Millionen Euro frei
 *     ^^^^^^^^^^^^^                    ^^^^^^^                ^^^^
 */
export const withSharedSubjects = (
  given: EventInput,
  rules: EventRules,
): { readonly clause: readonly Clause[]; readonly phrase: readonly NounPhrase[] } => {
  const { word: words, phrase: phrases } = given
  const freed = new Set<number>()
  const clause = given.clause.map((own, i) => {
    const finite = own.verb?.finite ?? null
    if (own.kind !== 'main' || own.subject === null || finite === null) return own
    if (finite !== (own.parts[0]?.[0] ?? -2) + 1) return own
    const before = joinedTo(given.clause, words, i, rules)
    if (before === null) return own
    const { subject, verb } = given.clause[before]!
    if (subject === null || verb?.finite == null || phrases[subject]!.from > verb.finite) return own
    const { head, from } = phrases[own.subject]!
    if (words[head]!.upos === 'PRON' && words[head]!.feats.pronType !== 'ind' && from === finite + 1)
      return own
    for (const p of own.phrases) if (phrases[p]!.role === 'subject') freed.add(p)
    return { ...own, subject: null }
  })
  if (freed.size === 0) return given
  const phrase = phrases.map((own, p) =>
    freed.has(p)
      ? {
          ...own,
          role:
            own.cases.length === 1 && own.cases[0] === 'dat' ? ('indirect' as const) : ('object' as const),
        }
      : own,
  )
  return { clause, phrase }
}

type MentionsAt = readonly (readonly Mention[])[]

const isState = (mentions: readonly Mention[]): boolean =>
  mentions.some((m) => m.country !== null && m.form === 'name' && m.type === 'LOC')

/** „London Kyjiw“: one name ends where the other begins. */
const areTwoStates = (mentionsAt: MentionsAt, at: number): boolean =>
  isState(mentionsAt[at]!) &&
  isState(mentionsAt[at + 1] ?? []) &&
  !mentionsAt[at]!.some((m) => mentionsAt[at + 1]!.includes(m))

/** Where a phrase ends that the syntax let run on into the object behind it, else null. */
const endOfPhrase = (
  { preposition, from, head, to: end }: NounPhrase,
  words: readonly Word[],
  timeEnds: ReadonlyMap<number, number>,
  mentionsAt: MentionsAt,
  rules: EventRules,
): number | null => {
  if (preposition !== null) {
    const until = timeEnds.get(words[from]!.start) ?? timeEnds.get(words[from + 1]?.start ?? -1)
    if (until === undefined) return null
    let to = from + 1
    while (words[to] !== undefined && words[to]!.end <= until) to++
    return to
  }
  for (let i = from; i + 1 < head; i++)
    if (rules.institutions.has(words[i]!.lemma.toLowerCase()) && isState(mentionsAt[i + 1]!)) return i + 1
  for (let i = from; i + 1 < end; i++) if (areTwoStates(mentionsAt, i)) return i + 1
  for (let i = from; i < head; i++)
    if (words[i + 1]!.upos === 'NUM' && mentionsAt[i]!.some((m) => m.country !== null && m.form === 'name'))
      return i + 1
  return null
}

/**
 * A time ends its phrase and a name before a number does; what the syntax drew into them is the object.
 *
 *     liefert Pakistan seit Februar | Öl       liefert der Ukraine | 18 Panzer      hat das Parlament | Israel Hilfe bewilligt
 *                      ^^^^^^^^^^^^                     ^^^^^^^^^^^                     ^^^^^^^^^^^^^
 */
export const withObjectsFreed = (
  phrases: readonly NounPhrase[],
  clauses: readonly Clause[],
  words: readonly Word[],
  times: readonly TimeAnnotation[],
  mentionsAt: MentionsAt,
  rules: EventRules,
): { readonly phrase: readonly NounPhrase[]; readonly clause: readonly Clause[] } => {
  const timeEnds = new Map(times.map(({ start, end }) => [start, end]))
  const freed = new Map<number, number>()
  /** Phrases that the first of two states is left of. */
  const doers = new Set<number>()
  const out = [...phrases]
  phrases.forEach((own, p) => {
    const to = endOfPhrase(own, words, timeEnds, mentionsAt, rules)
    if (to === null || to >= own.to) return
    const areStates = areTwoStates(mentionsAt, to - 1)
    if (to > own.head && !areStates) return
    if (areStates) doers.add(p)
    out[p] = { ...own, to, head: to - 1, end: words[to - 1]!.end }
    freed.set(p, out.length)
    out.push({
      ...own,
      from: to,
      start: words[to]!.start,
      head: own.head < to ? own.to - 1 : own.head,
      role: 'object',
      preposition: null,
      governor: null,
      // A bare name does not show its case.
      cases: to === own.to - 1 && isState(mentionsAt[to]!) ? [] : ['acc'],
    })
  })
  if (freed.size === 0) return { phrase: phrases, clause: clauses }
  return {
    phrase: out.map((own) => {
      const object = own.governor === null ? undefined : freed.get(own.governor)
      return object === undefined || own.from < out[object]!.from ? own : { ...own, governor: object }
    }),
    clause: clauses.map((own) => {
      const more = own.phrases.flatMap((p) => freed.get(p) ?? [])
      if (more.length === 0) return own
      const subject = own.subject ?? own.phrases.find((p) => doers.has(p)) ?? null
      return { ...own, subject, phrases: [...own.phrases, ...more] }
    }),
  }
}

/** Where people are hangs on them: „Hilfe für 200 Menschen | im Tschad“. */
export const withPlacesOfPeople = (
  phrases: readonly NounPhrase[],
  words: readonly Word[],
  rules: EventRules,
): readonly NounPhrase[] => {
  const peopleEndingAt = new Map<number, number>()
  phrases.forEach((phrase, i) => {
    if (rules.people.has(words[phrase.to - 1]?.lemma.toLowerCase() ?? '')) peopleEndingAt.set(phrase.to, i)
  })
  if (peopleEndingAt.size === 0) return phrases
  return phrases.map((phrase) => {
    const people = peopleEndingAt.get(phrase.from)
    const hangs =
      people !== undefined &&
      phrase.governor === null &&
      rules.placePrepositions.has(phrase.preposition ?? '')
    return hangs ? { ...phrase, governor: people } : phrase
  })
}

/** „sagte die Union der Ukraine Hilfe zu“: states do not own one another; what looks like a genitive is a dative. */
export const withDatives = (
  phrases: readonly NounPhrase[],
  words: readonly Word[],
  mentionsAt: MentionsAt,
  rules: EventRules,
): readonly NounPhrase[] => {
  const isState = (p: NounPhrase): boolean =>
    mentionsAt[p.head]!.some((m) => m.country !== null && m.form === 'name' && m.type !== 'PER')
  return phrases.map((phrase) => {
    if (
      phrase.role !== 'genitive' ||
      phrase.governor === null ||
      words[phrase.from]?.text !== rules.doubleArticle
    )
      return phrase
    const owner = phrases[phrase.governor]!
    if (phrase.from < owner.to || !isState(phrase) || !isState(owner)) return phrase
    return { ...phrase, role: 'indirect' as const, governor: null }
  })
}
