/** The layers of one document as the rules of this stage look at them: what stands at a word. */
import type {
  Clause,
  Mention,
  NounPhrase,
  Party,
  StatementAnnotation,
  TimeAnnotation,
  VerbGroup,
  Word,
} from '../../core/layers.ts'
import type { Annotated } from '../../core/stage.ts'
import type { EventRules } from '../../lang/common/event.ts'
import { findMeasures, type Measure } from './measure.ts'
import type { Vocabulary } from './vocabulary.ts'

export type EventInput = Annotated<
  'sentence' | 'word' | 'phrase' | 'clause' | 'time' | 'mention' | 'statement' | 'factuality'
>

/** What a stretch of words holds. */
export interface Contents {
  readonly classes: ReadonlySet<string>
  readonly goods: readonly string[]
}

export interface Parties {
  readonly parties: readonly Party[]
  readonly persons: readonly string[]
  /** Somebody stands there, but no country: a company, a club. */
  readonly stranger: boolean
}

export interface Participle {
  /** The infinitive. */
  readonly lemma: string
  /** „feststeckend“; else „beschlossen“. */
  readonly present: boolean
}

/** What a form without the ending of an adjective is the participle of. */
export type ParticipleFinder = (base: string) => Participle | null

export interface Scene {
  readonly doc: EventInput
  readonly rules: EventRules
  readonly vocabulary: Vocabulary
  /** Verb group of each clause as this stage takes it; see `takenVerb`. */
  readonly verbs: readonly (VerbGroup | null)[]
  /** Word classes and goods that begin at each word. */
  readonly classesAt: readonly (readonly string[])[]
  readonly goodsAt: readonly (readonly string[])[]
  /** Innermost statement at an offset, as index. */
  readonly statementAt: (offset: number) => number | null
  readonly participle: ParticipleFinder
  /** By the index of its last word. */
  readonly measureEndingAt: ReadonlyMap<number, Measure>
  /** Clause of each word, -1 where none. */
  readonly clauseOf: Int32Array
  /** Innermost phrase of each word, -1 where none. */
  readonly phraseOf: Int32Array
  /** Phrases that depend on a phrase. */
  readonly dependents: readonly (readonly number[])[]
  /** Clauses that depend on a clause. */
  readonly children: readonly (readonly number[])[]
  /** Mentions that begin at or cover a word. */
  readonly mentionsAt: readonly (readonly Mention[])[]
}

export const emptyParties: Parties = { parties: [], persons: [], stranger: false }

const wordAt = (words: readonly Word[], offset: number): number => {
  let low = 0
  let high = words.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (words[middle]!.end <= offset) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * „Die Mittel sind aufgebraucht“, „obwohl diese schon zugesagt waren“: a participle that the syntax took for an
 * adjective is the verb. „reagierte erfreut“: a full verb is not the auxiliary of a participle.
 */
const takenVerb = (
  clause: Clause,
  phrases: readonly NounPhrase[],
  words: readonly Word[],
  rules: EventRules,
  participle: ParticipleFinder,
  namesState: (phrase: number) => boolean,
): VerbGroup | null => {
  const { verb } = clause
  if (verb === null) return null
  // „wird der Ukraine keine Systeme überlassen“: a passive has no accusative.
  if (
    verb.voice === 'passive' &&
    verb.words.length === 2 &&
    verb.finite !== null &&
    rules.copulas.has(words[verb.finite]!.lemma) &&
    verb.tense !== 'perfect' &&
    words[verb.main]!.text.endsWith('en') &&
    clause.subject !== null &&
    clause.phrases.some((p) => {
      const { role, preposition, cases, from } = phrases[p]!
      return (
        role === 'object' &&
        preposition === null &&
        cases.length === 1 &&
        cases[0] === 'acc' &&
        words[from]!.upos === 'DET'
      )
    })
  )
    return { ...verb, voice: 'active', tense: 'future' }
  // „Die Bundesregierung wird der Ukraine Raketenwerfer überlassen“: who is given something is no subject.
  if (
    verb.voice === 'passive' &&
    verb.tense === 'present' &&
    verb.words.length === 2 &&
    words[verb.main]!.text === verb.lemma &&
    clause.subject !== null &&
    namesState(clause.subject) &&
    clause.phrases.some((p) => phrases[p]!.role === 'indirect')
  )
    return { ...verb, voice: 'active', tense: 'future' }
  if (rules.copulas.has(verb.lemma)) {
    for (const [from, to] of clause.parts) {
      for (let i = from; i < to; i++) {
        const word = words[i]!
        if (word.upos !== 'ADJ' && word.feats.verbForm !== 'part2') continue
        const next = words[i + 1]
        if (next !== undefined && (next.upos === 'NOUN' || next.upos === 'ADJ')) continue
        const found = participle(word.text.toLowerCase())
        if (found === null || found.present) continue
        const { lemma } = found
        // „waren zusammengetroffen“: no passive, but the perfect of a verb of motion.
        if (rules.motionVerbs.has(lemma))
          return {
            ...verb,
            lemma,
            main: i,
            words: [...verb.words, i].sort((a, b) => a - b),
            tense: verb.tense === 'preterite' ? 'pluperfect' : 'perfect',
          }
        return { ...verb, lemma, main: i, words: [...verb.words, i].sort((a, b) => a - b), voice: 'statal' }
      }
    }
    return verb
  }
  const finite = verb.finite === null ? undefined : words[verb.finite]
  if (
    finite !== undefined &&
    verb.main !== verb.finite &&
    finite.upos === 'VERB' &&
    words[verb.main]!.feats.verbForm === 'part2' &&
    verb.modals.length === 0 &&
    !rules.copulas.has(finite.lemma) &&
    !rules.auxiliaries.has(finite.lemma)
  )
    return { ...verb, lemma: finite.lemma, main: verb.finite!, words: [verb.finite!], voice: 'active' }
  return verb
}

/** „die Hilfe der USA“: a „der“ phrase at once behind a common noun is its genitive, not a dative. */
const withGenitives = (phrases: readonly NounPhrase[], words: readonly Word[]): readonly NounPhrase[] => {
  const endingAt = new Map<number, number>()
  phrases.forEach((phrase, i) => {
    endingAt.set(phrase.to, i)
  })
  return phrases.map((phrase) => {
    if (phrase.role !== 'indirect' || words[phrase.from]?.text !== 'der') return phrase
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
const withSharedSubjects = (
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

/** Where a phrase ends that the syntax let run on into the object behind it, else null. */
const endOfPhrase = (
  { preposition, from, head }: NounPhrase,
  words: readonly Word[],
  timeEnds: ReadonlyMap<number, number>,
  mentionsAt: readonly (readonly Mention[])[],
): number | null => {
  if (preposition !== null) {
    const end = timeEnds.get(words[from]!.start) ?? timeEnds.get(words[from + 1]?.start ?? -1)
    if (end === undefined) return null
    let to = from + 1
    while (words[to] !== undefined && words[to]!.end <= end) to++
    return to
  }
  for (let i = from; i < head; i++)
    if (words[i + 1]!.upos === 'NUM' && mentionsAt[i]!.some((m) => m.country !== null && m.form === 'name'))
      return i + 1
  return null
}

/**
 * A time ends its phrase and a name before a number does; what the syntax drew into them is the object.
 *
 *     liefert Pakistan seit Februar | Öl       liefert der Ukraine | 18 Panzer
 *                      ^^^^^^^^^^^^                     ^^^^^^^^^^^
 */
const withObjectsFreed = (
  phrases: readonly NounPhrase[],
  clauses: readonly Clause[],
  words: readonly Word[],
  times: readonly TimeAnnotation[],
  mentionsAt: readonly (readonly Mention[])[],
): { readonly phrase: readonly NounPhrase[]; readonly clause: readonly Clause[] } => {
  const timeEnds = new Map(times.map(({ start, end }) => [start, end]))
  const freed = new Map<number, number>()
  const out = [...phrases]
  phrases.forEach((own, p) => {
    const to = endOfPhrase(own, words, timeEnds, mentionsAt)
    if (to === null || to >= own.to || to > own.head) return
    out[p] = { ...own, to, head: to - 1, end: words[to - 1]!.end }
    freed.set(p, out.length)
    out.push({
      ...own,
      from: to,
      start: words[to]!.start,
      role: 'object',
      preposition: null,
      governor: null,
      cases: ['acc'],
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
      return more.length === 0 ? own : { ...own, phrases: [...own.phrases, ...more] }
    }),
  }
}

/** Where people are hangs on them: „Hilfe für 200 Menschen | im Tschad“. */
const withPlacesOfPeople = (
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
const withDatives = (
  phrases: readonly NounPhrase[],
  words: readonly Word[],
  mentionsAt: readonly (readonly Mention[])[],
): readonly NounPhrase[] => {
  const isState = (p: NounPhrase): boolean =>
    mentionsAt[p.head]!.some((m) => m.country !== null && m.form === 'name' && m.type !== 'PER')
  return phrases.map((phrase) => {
    if (phrase.role !== 'genitive' || phrase.governor === null || words[phrase.from]?.text !== 'der')
      return phrase
    const owner = phrases[phrase.governor]!
    if (phrase.from < owner.to || !isState(phrase) || !isState(owner)) return phrase
    return { ...phrase, role: 'indirect' as const, governor: null }
  })
}

/** Finds the innermost statement by binary search; statements nest a few levels at most. */
const statementFinder = (statements: readonly StatementAnnotation[]): ((offset: number) => number | null) => {
  const parts = statements
    .flatMap((s, index) => s.parts.map((p) => ({ start: p.start, end: p.end, index })))
    .sort((a, b) => a.start - b.start || b.end - a.end)
  return (offset) => {
    let low = 0
    let high = parts.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (parts[middle]!.start <= offset) low = middle + 1
      else high = middle
    }
    for (let i = low - 1; i >= 0 && i >= low - 16; i--) if (parts[i]!.end > offset) return parts[i]!.index
    return null
  }
}

const none: readonly never[] = []

/** Lists by index; most stay empty and share one value. */
const lists = <V>(length: number): (readonly V[])[] => new Array<readonly V[]>(length).fill(none)

const add = <V>(into: (readonly V[])[], at: number, value: V): void => {
  const list = into[at]
  if (list === undefined) return
  if (list === none) into[at] = [value]
  else (list as V[]).push(value)
}

const goodsBeginning = (
  words: readonly Word[],
  at: number,
  word: Word,
  vocabulary: Vocabulary,
  measures: ReadonlyMap<number, Measure>,
): readonly string[] => {
  if (word.kind === 'punctuation') return none
  const paid = measures.get(at)?.amount ? vocabulary.money : none
  const own = vocabulary.goodsOf(word)
  const joint = vocabulary.goodsOfPhrase(words, at)
  if (paid.length === 0 && joint.length === 0) return own
  return [...paid, ...own, ...joint]
}

/** Goods that begin at each word; „Maschinen“ means aircraft where aircraft have been named. */
const goodsOfWords = (
  words: readonly Word[],
  vocabulary: Vocabulary,
  measures: ReadonlyMap<number, Measure>,
): readonly (readonly string[])[] => {
  const named = new Set<string>()
  return words.map((word, i) => {
    const own = goodsBeginning(words, i, word, vocabulary, measures)
    for (const name of own) named.add(name)
    if (own.length > 0 || word.kind !== 'word') return own
    const again = vocabulary.goodsAgain(word)
    return again.length === 0 ? none : again.filter((name) => named.has(name))
  })
}

export const buildScene = (
  given: EventInput,
  rules: EventRules,
  vocabulary: Vocabulary,
  participle: ParticipleFinder,
): Scene => {
  const shared = withSharedSubjects(given, rules)
  const { word: words } = given
  const mentionsAt = lists<Mention>(words.length)
  for (const mention of given.mention) {
    for (let i = wordAt(words, mention.start); i < words.length && words[i]!.start < mention.end; i++) {
      add(mentionsAt, i, mention)
    }
  }
  const measureEndingAt = new Map(findMeasures(words, rules).map((m) => [m.to - 1, m]))
  // „drei Millionen Franken“, „kanadische Dollar“: a currency is no party.
  for (const { from, to, amount } of measureEndingAt.values())
    if (amount !== null) for (let i = from; i < to; i++) mentionsAt[i] = none
  const freed = withObjectsFreed(
    withDatives(withGenitives(shared.phrase, words), words, mentionsAt),
    shared.clause,
    words,
    given.time,
    mentionsAt,
  )
  const doc: EventInput = {
    ...given,
    clause: freed.clause,
    phrase: withPlacesOfPeople(freed.phrase, words, rules),
  }
  const { clause: clauses, phrase: phrases } = doc
  const clauseOf = new Int32Array(words.length).fill(-1)
  clauses.forEach((clause, i) => {
    for (const [from, to] of clause.parts) clauseOf.fill(i, from, to)
  })
  const phraseOf = new Int32Array(words.length).fill(-1)
  // Longest first, so that inner ones overwrite outer ones.
  const order = phrases
    .map((_, i) => i)
    .sort((a, b) => phrases[b]!.to - phrases[b]!.from - (phrases[a]!.to - phrases[a]!.from))
  for (const i of order) phraseOf.fill(i, phrases[i]!.from, phrases[i]!.to)
  const dependents = lists<number>(phrases.length)
  phrases.forEach((phrase, i) => {
    if (phrase.governor !== null && phrase.governor !== i) add(dependents, phrase.governor, i)
  })
  const children = lists<number>(clauses.length)
  clauses.forEach((clause, i) => {
    if (clause.parent !== null && clause.parent !== i) add(children, clause.parent, i)
  })
  const namesState = (phrase: number): boolean =>
    mentionsAt[phrases[phrase]!.head]!.some((m) => m.country !== null)
  const classesAt = words.map((word) => (word.kind === 'word' ? vocabulary.classesOf(word) : none))
  const goodsAt = goodsOfWords(words, vocabulary, measureEndingAt)
  return {
    doc,
    classesAt,
    goodsAt,
    rules,
    vocabulary,
    verbs: clauses.map((clause) => takenVerb(clause, phrases, words, rules, participle, namesState)),
    statementAt: statementFinder(doc.statement),
    participle,
    measureEndingAt,
    clauseOf,
    phraseOf,
    dependents,
    children,
    mentionsAt,
  }
}

/** A phrase with everything that hangs on it, as word indices; `without` leaves out phrases under it. */
export const wordsUnder = (
  scene: Scene,
  phrase: number,
  without?: (p: NounPhrase, under: NounPhrase) => boolean,
): number[] => {
  const { phrase: phrases } = scene.doc
  const taken = new Set<number>()
  const left = new Set<number>()
  const walk = (at: number, depth: number): void => {
    const { from, to } = phrases[at]!
    for (let i = from; i < to; i++) taken.add(i)
    if (depth > 8) return
    for (const child of scene.dependents[at]!) {
      const inner = phrases[child]!
      if (inner.role === 'apposition' || without === undefined || !without(inner, phrases[at]!))
        walk(child, depth + 1)
      else for (let i = inner.from; i < inner.to; i++) left.add(i)
    }
  }
  walk(phrase, 0)
  for (const i of left) taken.delete(i)
  return [...taken].sort((a, b) => a - b)
}

/** Phrases joined to this one by „und“, itself first: „Kiew und Washington“. */
export const coordinated = (scene: Scene, phrase: number): readonly number[] => {
  const { phrase: phrases, word: words } = scene.doc
  const out = [phrase]
  let last = phrase
  for (let step = 0; step < 12; step++) {
    const members = wordsUnder(scene, last)
    const next = (members.at(-1) ?? phrases[last]!.to - 1) + 1
    const joint = words[next]
    if (joint === undefined) break
    const isList = joint.text === ','
    if (!isList && !scene.rules.conjunctions.has(joint.text.toLowerCase())) break
    const following = scene.phraseOf[next + 1]
    if (following === undefined || following < 0 || following === last) break
    let top = following
    // The outermost phrase that begins there.
    for (
      let up = phrases[top]!.governor;
      up !== null && phrases[up]!.from === next + 1;
      up = phrases[top]!.governor
    )
      top = up
    const candidate = phrases[top]!
    if (candidate.from !== next + 1 || candidate.preposition !== null) break
    if (scene.clauseOf[next + 1] !== scene.clauseOf[phrases[phrase]!.head]) break
    if (isList && scene.mentionsAt[candidate.head]!.length === 0) break
    out.push(top)
    last = top
  }
  return out
}

/** True where a person of another country stands at once behind the compound that a mention is part of. */
const holdsOffice = (scene: Scene, part: Mention): boolean => {
  const next = wordAt(scene.doc.word, part.start) + 1
  return (scene.mentionsAt[next] ?? none).some(
    (m) => m.type === 'PER' && m.country !== null && m.country !== part.country,
  )
}

/** „des russischen Sicherheitsrats“: the adjective at once before a body says whose it is. */
const isNational = (body: Mention, mentions: readonly Mention[]): boolean =>
  body.type === 'ORG' &&
  body.form === 'name' &&
  mentions.some(
    (m) =>
      m.form === 'adjective' &&
      m.country !== null &&
      m.country !== body.country &&
      m.end < body.start &&
      body.start - m.end <= 1,
  )

/** „der deutsche Regisseur“, and „er“ for him: whoever acts for himself binds no state. */
const isPrivate = (scene: Scene, { form, start, name }: Mention): boolean => {
  if (form === 'name' || form === 'part') return false
  const at = wordAt(scene.doc.word, start) + 1
  const head = form === 'adjective' ? scene.doc.word[at]?.lemma : name
  return head !== undefined && scene.rules.privateHeads.some((end) => head.toLowerCase().endsWith(end))
}

/** The parties named by some words. A name wins over a bare compound part of the same phrase. */
export const partiesAmong = (scene: Scene, members: readonly number[]): Parties => {
  const seen = new Set<Mention>()
  for (const i of members) for (const mention of scene.mentionsAt[i]!) seen.add(mention)
  const mentions = [...seen].filter((m) => !isPrivate(scene, m))
  const offices = mentions.filter((m) => m.form === 'part' && m.country !== null && holdsOffice(scene, m))
  // „EU-Kommissionspräsidentin Ursula von der Leyen“: the office says for whom she acts.
  const whole = (
    offices.length > 0
      ? [...mentions.filter((m) => m.form !== 'part' && m.type !== 'PER'), ...offices]
      : mentions.filter((m) => m.form !== 'part')
  ).filter((m) => !isNational(m, mentions))
  const named = whole.some((m) => m.country !== null) ? whole : mentions
  // „dem Land Ghana“: the name says which land.
  const useful = named.some((m) => m.country !== null && m.form === 'name')
    ? named.filter((m) => m.form !== 'description' && m.form !== 'pronoun')
    : named
  const parties = new Map<string, Party>()
  for (const mention of useful) {
    if (mention.country === null) continue
    // A mention inside a longer one („Ukraine“ in „Außenministerium der Ukraine“) says nothing of its own.
    if (
      useful.some(
        (o) =>
          o !== mention &&
          o.start <= mention.start &&
          mention.end <= o.end &&
          o.end - o.start > mention.end - mention.start &&
          o.country !== null,
      )
    )
      continue
    if (!parties.has(mention.country))
      parties.set(mention.country, { name: mention.name, country: mention.country })
  }
  const persons = [...new Set(useful.filter((m) => m.type === 'PER').map((m) => m.name))]
  const strangers = useful.filter((m) => m.country === null && (m.type === 'ORG' || m.type === 'PER'))
  return {
    parties: [...parties.values()],
    persons,
    stranger: parties.size === 0 && strangers.length > 0,
  }
}

/** Word classes and goods among some words, adjectives and names of several words included. */
export const contentsOf = (scene: Scene, members: readonly number[]): Contents => {
  const classes = new Set<string>()
  const goods: string[] = []
  for (const i of members) {
    for (const name of scene.classesAt[i]!) classes.add(name)
    for (const name of scene.goodsAt[i]!) if (!goods.includes(name)) goods.push(name)
  }
  return { classes, goods }
}

export const clauseWords = (clause: Clause): number[] => {
  const out: number[] = []
  for (const [from, to] of clause.parts) for (let i = from; i < to; i++) out.push(i)
  return out
}

/** Phrases that follow a noun's phrase without a break: attributes of it, wherever the syntax hung them. */
export const phrasesAfter = (scene: Scene, phrase: number): readonly number[] => {
  const { phrase: phrases, word: words } = scene.doc
  const clause = scene.clauseOf[phrases[phrase]!.head]
  const out: number[] = []
  let end = phrases[phrase]!.to
  for (let step = 0; step < 12; step++) {
    const joined = scene.rules.conjunctions.has(words[end]?.text.toLowerCase() ?? '')
    if (joined) end++
    const next = scene.phraseOf[end]
    if (next === undefined || next < 0 || scene.clauseOf[end] !== clause) break
    const { preposition, role, to } = phrases[next]!
    if (!joined && preposition === null && role !== 'genitive') break
    if (preposition !== null && scene.rules.asides.has(preposition)) break
    out.push(next)
    end = Math.max(end + 1, to)
  }
  return out
}
