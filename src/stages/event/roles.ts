/** From slots of a codebook („subject“, „an/acc“) to the phrases and parties of a text. */
import type { SlotChoice } from '../../codebook/codebook.ts'
import type { Case, Clause, Mention, NounPhrase } from '../../core/layers.ts'
import { emptyParties, type Parties, partiesAmong } from './parties.ts'
import { coordinated, phrasesAfter, wordsUnder } from './phrases.ts'
import { joinedTo } from './repairs.ts'
import type { Scene } from './scene.ts'

/** Phrases that fill a slot, and country words that stand as modifier of a noun. */
export interface Filled {
  readonly phrases: readonly number[]
  /** Word indices of adjectives and compounds that name a country. */
  readonly modifiers: readonly number[]
}

const nothing: Filled = { phrases: [], modifiers: [] }

const parseSlot = (slot: string): { readonly preposition: string; readonly kase: Case | null } => {
  const [preposition, kase] = slot.split('/')
  return { preposition: preposition!, kase: (kase as Case | undefined) ?? null }
}

const hasCase = (phrase: NounPhrase, kase: Case | null): boolean =>
  kase === null || phrase.cases.length === 0 || phrase.cases.includes(kase)

/** „in“ and the like with a modifier in the accusative says whither; a phrase that can be both is taken. */
const fitsPreposition = (scene: Scene, phrase: NounPhrase, slot: string): boolean => {
  const { preposition, kase } = parseSlot(slot)
  if (phrase.preposition !== preposition || !hasCase(phrase, kase)) return false
  // „in Zagreb“ says where, „in die Slowakei“ whither: a bare name never stands in the accusative of place.
  return kase !== 'acc' || !isBarePlace(scene, phrase)
}

/** „in Zagreb“, „in Kanada“: a place at once behind a preposition of place. */
const isBarePlace = (scene: Scene, phrase: NounPhrase): boolean =>
  scene.rules.placePrepositions.has(phrase.preposition ?? '') &&
  scene.doc.word[phrase.from]!.text.toLowerCase() === phrase.preposition &&
  scene.mentionsAt[phrase.from + 1]!.some((m) => m.type === 'LOC' && m.form === 'name')

/** „nach Israel“ says whither; „nach dem russischen Einmarsch“ says when. */
const saysWhither = (scene: Scene, phrase: NounPhrase): boolean =>
  !scene.rules.pastPrepositions.has(phrase.preposition ?? '') ||
  scene.mentionsAt[phrase.head]!.some((m) => m.form === 'name' && m.type !== 'PER')

/** „nach Angaben aus Seoul“ says who says so, not whither. */
const isSource = (scene: Scene, phrase: NounPhrase): boolean => {
  const says = (p: NounPhrase): boolean =>
    scene.rules.sourceNouns.has(scene.doc.word[p.head]!.lemma.toLowerCase())
  return says(phrase) || (phrase.governor !== null && says(scene.doc.phrase[phrase.governor]!))
}

const isPlace = (scene: Scene, phrase: NounPhrase): boolean =>
  scene.rules.placeNouns.has(scene.doc.word[phrase.head]!.lemma.toLowerCase())

const isPassive = (scene: Scene, clauseIndex: number): boolean => {
  const voice = scene.verbs[clauseIndex]?.voice
  return voice === 'passive' || voice === 'statal'
}

const disagree = (a: string | undefined, b: string | undefined): boolean =>
  a !== undefined && b !== undefined && a !== b

/** What a phrase hangs on: as the syntax has it, else for a preposition the noun at once before it. */
const ownerOf = (scene: Scene, phrase: number): number | null => {
  const { governor, preposition, from, head } = scene.doc.phrase[phrase]!
  if (governor !== null || preposition === null) return governor
  const before = scene.phraseOf[from - 1] ?? -1
  return before < 0 || scene.clauseOf[from - 1] !== scene.clauseOf[head] ? null : before
}

/**
 * Phrase a relative pronoun stands for: the last one before the clause that agrees with it; where that is a bare name,
 * what the name hangs on if it agrees as well.
 *
 *     ein Gesetz zur Hilfe für Israel, das der Senat ablehnt
 *     ^^^^^^^^^^                       ===
 */
export const antecedent = (scene: Scene, clause: Clause): number | null => {
  const first = clause.parts[0]?.[0]
  if (first === undefined) return null
  const { word: words, phrase: phrases } = scene.doc
  const pronoun = clause.introducer === null ? undefined : words[clause.introducer]?.feats
  const isName = (i: number): boolean =>
    words[i]!.upos === 'PROPN' || scene.mentionsAt[i]!.some((m) => m.form === 'name')
  const agrees = (p: number): boolean => {
    if (pronoun?.pronType !== 'rel') return true
    const { from, to } = phrases[p]!
    // „die Region Transnistrien, die …“: the noun before a name agrees, not the name.
    const start = isName(from) && words[from - 1]?.upos === 'NOUN' ? from - 1 : from
    return words.slice(start, to).some(({ upos, feats: { gender, number } }) => {
      if (upos !== 'NOUN' && upos !== 'PROPN') return false
      return !disagree(number, pronoun.number) && (number === 'plur' || !disagree(gender, pronoun.gender))
    })
  }
  let last: number | null = null
  for (let i = first - 1; i >= 0 && i > first - 14; i--) {
    const phrase = scene.phraseOf[i]!
    if (phrase < 0 || scene.clauseOf[i] === scene.clauseOf[first]) continue
    const { governor, role, from, head, preposition } = phrases[phrase]!
    last ??= governor !== null && role === 'genitive' ? governor : phrase
    if (!agrees(phrase)) continue
    let top = phrase
    const isBareName = isName(head) && head - from <= (preposition === null ? 0 : 1)
    if (isBareName)
      for (let up = ownerOf(scene, phrase); up !== null; up = ownerOf(scene, up)) if (agrees(up)) top = up
    return top
  }
  return last
}

/**
 * „Das Ministerium protestierte, indem es den Gesandten einlud“: the pronoun means the subject above, where both
 *      ^^^^^^^^^^^                      ^^                          agree and nothing else is known of it.
 */
const personAbove = (scene: Scene, clause: Clause): number | null => {
  const { clause: clauses, word: words, phrase: phrases } = scene.doc
  const above = clause.parent === null ? null : clauses[clause.parent]!.subject
  if (clause.kind !== 'subordinate' || above === null) return null
  const own = words[phrases[clause.subject!]!.head]!
  const other = words[phrases[above]!.head]!
  const agree = own.feats.gender === other.feats.gender && own.feats.number === other.feats.number
  const personal = own.upos === 'PRON' && own.feats.person === 3
  return personal &&
    agree &&
    own.feats.gender !== undefined &&
    scene.mentionsAt[phrases[clause.subject!]!.head]!.length === 0
    ? above
    : null
}

/** The subject of a clause: its own, the antecedent of „der“, or that of the clause above for „… zu liefern“
 * and for a second verb without one. */
export const subjectOf = (scene: Scene, clauseIndex: number, depth = 0): number | null => {
  const { clause: clauses, word: words, phrase: phrases } = scene.doc
  const clause = clauses[clauseIndex]
  if (clause === undefined || depth > 4) return null
  if (clause.subject !== null) {
    const head = words[phrases[clause.subject]!.head]
    if (head?.feats.pronType === 'rel') return antecedent(scene, clause) ?? clause.subject
    return personAbove(scene, clause) ?? clause.subject
  }
  if (clause.kind === 'infinitive' || clause.verb?.finite === null) {
    return clause.parent === null ? null : subjectOf(scene, clause.parent, depth + 1)
  }
  // „Kiew bestellte den Botschafter ein und forderte Aufklärung.“
  const before = joinedTo(clauses, words, clauseIndex, scene.rules)
  return before === null ? null : subjectOf(scene, before, depth + 1)
}

/**
 * „die Ukraine-Hilfe“: a country by its full name says for whom. „US-Hilfe“, „Nato-Hilfe“: a short name says by whom.
 */
const isGoal = (scene: Scene, i: number, mention: Mention): boolean =>
  mention.form === 'part' && mention.type === 'LOC' && !/^\p{Lu}{2}/u.test(scene.doc.word[i]!.text)

/** Heads of phrases that are compounds with the name of a country they are meant for. */
const goals = (scene: Scene, phrases: readonly number[]): number[] =>
  phrases
    .map((p) => scene.doc.phrase[p]!.head)
    .filter((i) => scene.mentionsAt[i]!.some((m) => m.country !== null && isGoal(scene, i, m)))

/** Words that modify the head of a phrase and name a country: „die US-Hilfe“, „dänische Zusage“. */
const countryModifiers = (scene: Scene, phrase: number): number[] => {
  const { phrase: phrases, word: words } = scene.doc
  const { from, to, head } = phrases[phrase]!
  const out: number[] = []
  for (let i = from; i < to; i++) {
    const word = words[i]!
    if (i !== head && word.upos !== 'ADJ') continue
    const says = (m: Mention): boolean =>
      m.form === 'adjective' || (m.form === 'part' && !isGoal(scene, i, m))
    if (scene.mentionsAt[i]!.some((m) => m.country !== null && says(m))) out.push(i)
  }
  return out
}

const genitives = (scene: Scene, phrase: number): number[] =>
  scene.dependents[phrase]!.filter((child) => {
    const inner = scene.doc.phrase[child]!
    return (
      inner.role === 'genitive' ||
      (inner.preposition !== null && scene.rules.genitivePrepositions.has(inner.preposition))
    )
  })

/** „von Ausrüstung und einigen Fahrzeugen“: the second member of a prepositional phrase is no dative. */
const isJoined = (scene: Scene, phrase: NounPhrase): boolean =>
  scene.rules.conjunctions.has(scene.doc.word[phrase.from - 1]?.text.toLowerCase() ?? '')

/** „sagte Moldau Geld zu“: nothing marks the case of a bare name, but countries are seldom given away. */
const isBareCountry = (scene: Scene, phrase: NounPhrase): boolean =>
  phrase.role === 'object' &&
  phrase.from === phrase.head &&
  (phrase.cases.length === 0 || phrase.cases.includes('dat')) &&
  scene.mentionsAt[phrase.head]!.some((m) => m.country !== null && m.form === 'name')

/** „stellt Moldau Generatoren …“: a name without article in front of the object's head is a dative. */
const swallowedNames = (scene: Scene, phrase: number): number[] => {
  const { from, head } = scene.doc.phrase[phrase]!
  const out: number[] = []
  for (let i = from; i < head; i++)
    if (
      scene.mentionsAt[i]!.some(
        (m) => m.country !== null && m.form === 'name' && m.end <= scene.doc.word[head]!.start,
      )
    )
      out.push(i)
  return out
}

/**
 * Leaves the circumstances of a party out: „der Botschafter in Berlin“, „dem von der Nato gelenkten Programm“. Where
 * people are says whose help it is, where they are from does not: „Flüchtlinge aus Mali in Ghana“.
 */
const isAside = (scene: Scene) => (phrase: NounPhrase, under: NounPhrase) => {
  if (phrase.preposition === null) return false
  if (scene.rules.people.has(scene.doc.word[under.to - 1]!.lemma.toLowerCase()))
    return !scene.rules.placePrepositions.has(phrase.preposition)
  return !scene.rules.genitivePrepositions.has(phrase.preposition) || phrase.head < under.head
}

const namesParty = (scene: Scene, phrase: number): boolean =>
  partiesAmong(scene, wordsUnder(scene, phrase, isAside(scene))).parties.length > 0

/**
 * Where the field of a main clause ends: at its second verb or verb prefix. Only prepositional phrases stand behind it.
 *
 *     Norwegen sagte Moldau Geld zu, Island Decken
 *                                ^^
 */
const endOfField = (scene: Scene, clauseIndex: number): number => {
  const verb = scene.verbs[clauseIndex]
  const last = verb?.words.at(-1)
  const opens = verb == null || verb.finite === null || last === undefined || last === verb.finite
  return opens || scene.doc.clause[clauseIndex]!.kind !== 'main' ? Number.POSITIVE_INFINITY : last
}

/** Phrases of a clause that fill a slot of its verb. */
export const verbSlot = (scene: Scene, clauseIndex: number, slot: string): Filled => {
  const { clause: clauses, phrase: phrases } = scene.doc
  const clause = clauses[clauseIndex]!
  const passive = isPassive(scene, clauseIndex)
  const subject = subjectOf(scene, clauseIndex)
  const end = endOfField(scene, clauseIndex)
  const own = (test: (p: NounPhrase) => boolean): number[] =>
    clause.phrases.filter((p) => {
      const phrase = phrases[p]!
      return (phrase.preposition !== null || phrase.from < end) && test(phrase)
    })
  switch (slot) {
    case 'subject':
      if (passive)
        return {
          phrases: own((p) => p.preposition !== null && scene.rules.agentPrepositions.has(p.preposition)),
          modifiers: [],
        }
      return { phrases: subject === null ? [] : [subject], modifiers: [] }
    case 'object':
      // A passive has no accusative: what looks like one is the subject that another chunk took the place of.
      if (passive && subject !== null)
        return {
          phrases: [subject, ...own((p) => p.preposition === null && p.role === 'object')],
          modifiers: [],
        }
      return {
        phrases: own(
          (p) =>
            p.preposition === null &&
            p.governor === null &&
            (p.role === 'object' || (passive && p.role === 'subject')),
        ),
        modifiers: [],
      }
    case 'indirect':
      // „schickt der Ukraine Generatoren“: without a noun before it to hang on, „der Ukraine“ is a dative.
      return {
        phrases: own(
          (p) =>
            (p.role === 'indirect' && !isJoined(scene, p)) ||
            (p.role === 'genitive' && p.governor === null) ||
            isBareCountry(scene, p),
        ),
        modifiers: own((p) => p.role === 'object').flatMap((p) => swallowedNames(scene, p)),
      }
    case 'genitive': {
      const base = [
        ...verbSlot(scene, clauseIndex, 'object').phrases,
        ...own((p) => p.role === 'indirect'),
        ...(passive || subject === null ? [] : [subject]),
      ]
      return { phrases: base.flatMap((p) => genitives(scene, p)), modifiers: [] }
    }
    case 'goal':
      return { phrases: [], modifiers: goals(scene, clause.phrases) }
    case 'modifier': {
      const base = [...verbSlot(scene, clauseIndex, 'object').phrases]
      if (subject !== null) base.push(subject)
      // „in der estnischen Hauptstadt“ says where.
      for (const p of clause.phrases)
        if (phrases[p]!.preposition !== null && phrases[p]!.governor === null && !isPlace(scene, phrases[p]!))
          base.push(p)
      return { phrases: [], modifiers: base.flatMap((p) => countryModifiers(scene, p)) }
    }
    default: {
      // What hangs on another phrase („einen Waffenstillstand mit …“) only where nothing hangs on the verb.
      const all = own((p) => fitsPreposition(scene, p, slot) && saysWhither(scene, p) && !isSource(scene, p))
      const free = all.filter((p) => phrases[p]!.governor === null)
      const names = (p: number): boolean => namesParty(scene, p)
      if (free.some(names)) return { phrases: free, modifiers: [] }
      const hanging = all.find((p) => phrases[p]!.governor !== null && names(p))
      return { phrases: hanging === undefined ? free : [hanging], modifiers: [] }
    }
  }
}

/** Phrases on the right and modifiers on the left of a noun that fill a slot of it. */
export const nounSlot = (scene: Scene, word: number, slot: string): Filled => {
  const { clause: clauses, phrase: phrases } = scene.doc
  const phrase = scene.phraseOf[word]!
  if (phrase < 0) return nothing
  switch (slot) {
    case 'subject': {
      const clause = scene.clauseOf[word]!
      if (clause < 0) return nothing
      const subject = subjectOf(scene, clause)
      if (subject === null || subject === phrase) return nothing
      return { phrases: [subject], modifiers: [] }
    }
    case 'object':
      return nothing
    case 'indirect': {
      const clause = scene.clauseOf[word]!
      return clause < 0
        ? nothing
        : { phrases: clauses[clause]!.phrases.filter((p) => phrases[p]!.role === 'indirect'), modifiers: [] }
    }
    case 'genitive':
      return { phrases: genitives(scene, phrase), modifiers: [] }
    case 'modifier':
      return { phrases: [], modifiers: countryModifiers(scene, phrase) }
    case 'goal':
      return { phrases: [], modifiers: goals(scene, [phrase, ...phrasesAfter(scene, phrase)]) }
    default: {
      return {
        phrases: phrasesAfter(scene, phrase)
          .filter(
            (p) =>
              fitsPreposition(scene, phrases[p]!, slot) &&
              saysWhither(scene, phrases[p]!) &&
              !isSource(scene, phrases[p]!),
          )
          .sort((a, b) => Number(namesParty(scene, b)) - Number(namesParty(scene, a)))
          .slice(0, 1),
        modifiers: [],
      }
    }
  }
}

/** „der Chiphersteller aus den USA“ binds no state. */
const isPrivate = (scene: Scene, phrase: number): boolean => {
  const head = scene.doc.word[scene.doc.phrase[phrase]!.head]!.lemma.toLowerCase()
  return scene.rules.privateHeads.some((end) => head.endsWith(end))
}

const join = (a: Parties, b: Parties): Parties => ({
  parties: [...a.parties, ...b.parties.filter((p) => !a.parties.some((q) => q.country === p.country))],
  persons: [...new Set([...a.persons, ...b.persons])],
  stranger: a.stranger || b.stranger,
})

export interface RoleFill {
  readonly parties: Parties
  readonly phrases: readonly number[]
  readonly modifiers: readonly number[]
}

export const noFill: RoleFill = { parties: emptyParties, phrases: [], modifiers: [] }

/**
 * The first alternative that names a country; of those that take several slots together the one that names
 * most („zwischen“ both sides). Where none does, what strangers there are.
 */
export const fillRole = (scene: Scene, choice: SlotChoice, slotOf: (slot: string) => Filled): RoleFill => {
  let stranger: RoleFill = noFill
  let best: RoleFill | null = null
  for (const together of choice) {
    if (best !== null && together.length === 1) continue
    let parties = emptyParties
    const phrases: number[] = []
    const modifiers: number[] = []
    for (const slot of together) {
      const filled = slotOf(slot)
      for (const phrase of filled.phrases.flatMap((p) => coordinated(scene, p))) {
        if (isPrivate(scene, phrase)) {
          parties = join(parties, { ...emptyParties, stranger: true })
          continue
        }
        const found = partiesAmong(scene, wordsUnder(scene, phrase, isAside(scene)))
        if (found.parties.length > 0 || found.stranger) phrases.push(phrase)
        parties = join(parties, found)
      }
      if (filled.modifiers.length > 0) {
        const found = partiesAmong(scene, filled.modifiers)
        modifiers.push(...filled.modifiers)
        parties = join(parties, found)
      }
    }
    const fill = { parties, phrases, modifiers }
    if (parties.parties.length > (best?.parties.parties.length ?? 0)) {
      best = fill
      if (together.length === 1) break
    } else if (parties.stranger && stranger === noFill) stranger = fill
  }
  return best ?? stranger
}
