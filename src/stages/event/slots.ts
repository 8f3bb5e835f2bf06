/** From slots of a codebook („subject“, „an/acc“) to the phrases of a text. */
import type { Case, Mention, NounPhrase } from '../../core/layers.ts'
import { namesParty } from './parties.ts'
import { coordinated, phrasesAfter } from './phrases.ts'
import type { Scene } from './scene.ts'
import { subjectOf } from './subjects.ts'

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

/** „zur Unterstützung der Ukraine“, „zur Stärkung der armenischen Armee“: whom it shall help is who gets it. */
const benefiting = (scene: Scene, phrases: readonly number[]): number[] =>
  phrases
    .filter((p) => {
      const { preposition, head } = scene.doc.phrase[p]!
      const noun = scene.doc.word[head]!.lemma.toLowerCase()
      return preposition === scene.rules.purposePreposition && scene.rules.benefitNouns.has(noun)
    })
    .flatMap((p) => genitives(scene, p))

/** „das von Russland angegriffene Land“: who does what an attribute says does not do what the clause says. */
const isEmbedded = (scene: Scene, { from, to, governor, preposition }: NounPhrase): boolean => {
  if (!scene.rules.agentPrepositions.has(preposition ?? '')) return false
  const owner = governor === null ? null : scene.doc.phrase[governor]!
  return owner !== null && owner.from < from && to <= owner.head
}

/** „von Ausrüstung und einigen Fahrzeugen“: the second member of a prepositional phrase is no dative. */
const isJoined = (scene: Scene, phrase: NounPhrase): boolean =>
  scene.rules.conjunctions.has(scene.doc.word[phrase.from - 1]?.text.toLowerCase() ?? '')

/** „schickt der Ukraine Hilfe“; „Dänemarks“ shows its genitive. */
const looksDative = (scene: Scene, { from }: NounPhrase): boolean =>
  scene.doc.word[from]!.text.toLowerCase() === scene.rules.doubleArticle

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
    case 'object': {
      // A passive has no accusative: what looks like one is the subject that another chunk took the place of.
      if (passive && subject !== null)
        return {
          phrases: [subject, ...own((p) => p.preposition === null && p.role === 'object')],
          modifiers: [],
        }
      // „A, B und Frankreichs Präsident begrüßten …“: the last of those who do it is no object.
      const doers = new Set(subject === null ? [] : coordinated(scene, subject).map((p) => phrases[p]!))
      return {
        phrases: own(
          (p) =>
            p.preposition === null &&
            p.governor === null &&
            !doers.has(p) &&
            (p.role === 'object' || (passive && p.role === 'subject')),
        ),
        modifiers: [],
      }
    }
    case 'indirect':
      // „schickt der Ukraine Generatoren“: without a noun before it to hang on, „der Ukraine“ is a dative.
      return {
        phrases: own(
          (p) =>
            (p.role === 'indirect' && !isJoined(scene, p)) ||
            (p.role === 'genitive' && p.governor === null && looksDative(scene, p)) ||
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
    case 'benefit':
      return { phrases: benefiting(scene, clause.phrases), modifiers: [] }
    case 'modifier': {
      const base = [...verbSlot(scene, clauseIndex, 'object').phrases]
      if (subject !== null) base.push(subject)
      // „in der estnischen Hauptstadt“ says where.
      for (const p of clause.phrases) {
        const { preposition, governor } = phrases[p]!
        // „angesichts der russischen Bedrohung“ says why.
        const isAside = preposition !== null && scene.rules.asides.has(preposition)
        if (preposition !== null && !isAside && governor === null && !isPlace(scene, phrases[p]!))
          base.push(p)
      }
      return { phrases: [], modifiers: base.flatMap((p) => countryModifiers(scene, p)) }
    }
    default: {
      // What hangs on another phrase („einen Waffenstillstand mit …“) only where nothing hangs on the verb.
      const all = own(
        (p) =>
          fitsPreposition(scene, p, slot) &&
          saysWhither(scene, p) &&
          !isSource(scene, p) &&
          !isEmbedded(scene, p),
      )
      const free = all.filter((p) => phrases[p]!.governor === null)
      const names = (p: number): boolean => namesParty(scene, p)
      if (free.some(names)) return { phrases: free, modifiers: [] }
      const hanging = all.find((p) => phrases[p]!.governor !== null && names(p))
      return { phrases: hanging === undefined ? free : [hanging], modifiers: [] }
    }
  }
}

/** „mit Unterstützung Dänemarks“, „mit Hilfe der Niederlande“: who helps to do it does it, too. */
export const withSupporters = (scene: Scene, clauseIndex: number, doers: Filled): Filled => {
  const supporters = scene.doc.clause[clauseIndex]!.phrases.filter((p) => {
    const { preposition, head } = scene.doc.phrase[p]!
    const noun = scene.doc.word[head]!.lemma.toLowerCase()
    return preposition === scene.rules.supportPreposition && scene.rules.supportNouns.has(noun)
  })
  return { ...doers, phrases: [...doers.phrases, ...supporters.flatMap((p) => genitives(scene, p))] }
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
    case 'benefit':
      return { phrases: benefiting(scene, phrasesAfter(scene, phrase)), modifiers: [] }
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
