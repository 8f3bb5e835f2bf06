/** Candidates: every verb, noun and participle that a cue of the codebook fits, with what stands around it. */
import type { Cue, EventType } from '../../codebook/codebook.ts'
import type { Clause, NounPhrase, VerbGroup } from '../../core/layers.ts'
import { type Extension, extensionOf, wordsAbout } from './extension.ts'
import {
  antecedent,
  type Filled,
  fillRole,
  noFill,
  nounSlot,
  type RoleFill,
  subjectOf,
  verbSlot,
} from './roles.ts'
import {
  type Contents,
  clauseWords,
  contentsOf,
  type Participle,
  phrasesAfter,
  type Scene,
  wordsUnder,
} from './scene.ts'
import type { TypedCue } from './vocabulary.ts'

export interface Candidate {
  readonly type: EventType
  readonly cue: Cue
  readonly form: 'verb' | 'noun' | 'participle'
  /** Word that carries the cue; candidates with the same one are alternatives. */
  readonly at: number
  /** All words of the trigger. */
  readonly trigger: readonly number[]
  readonly clause: number
  /** Words that may hold object, goods and amount. */
  readonly region: readonly number[]
  /** Complement clauses („…, dass“, „…, zu“) that belong to the region. */
  readonly complements: readonly number[]
  readonly actors: RoleFill
  readonly recipients: RoleFill
  readonly objects: readonly number[]
  readonly contents: Contents
  /** For needs: a bare noun is judged by its whole clause. */
  readonly wide: Contents
  /** Nobody stands where the actor would: a passive, a noun alone. Only then another report of the document
   * may say who it is. */
  readonly openActor: boolean
  /** Tells nothing by itself, but says who does it to whom: „das von Russland angegriffene Land“. */
  readonly silent: boolean
  /** Somebody stands where the recipient would, but no country. */
  readonly strangeRecipient: boolean
}

const lower = (scene: Scene, word: number): string => scene.doc.word[word]!.text.toLowerCase()

/** Clauses that say what is promised, asked or refused: „…, der Ukraine Panzer zu liefern“, „…, dass …“. */
const complementsOf = (scene: Scene, clauseIndex: number): readonly number[] =>
  scene.children[clauseIndex]!.filter((child) => {
    const clause = scene.doc.clause[child]!
    if (clause.kind === 'infinitive' || (clause.verb !== null && clause.verb.finite === null))
      return clause.introducer === null || clause.kind === 'relative'
    if (clause.kind !== 'subordinate') return false
    return clause.introducer !== null && scene.rules.complementizers.has(lower(scene, clause.introducer))
  })

/** Phrases that only tell when, why or in whose presence. */
const isAsidePhrase =
  (scene: Scene) =>
  (phrase: NounPhrase): boolean =>
    phrase.preposition !== null && scene.rules.asides.has(phrase.preposition)

/** The words of a clause that may hold what the act is about: without asides, without an active subject. */
const regionOf = (scene: Scene, clauseIndex: number, slots: ReadonlySet<string>): number[] => {
  const clause = scene.doc.clause[clauseIndex]!
  const { phrase: phrases } = scene.doc
  const left = new Set<number>()
  for (const p of clause.phrases) {
    const phrase = phrases[p]!
    if (phrase.governor === null && isAsidePhrase(scene)(phrase) && !slots.has(phrase.preposition!)) {
      for (const i of wordsUnder(scene, p)) left.add(i)
    }
  }
  const voice = scene.verbs[clauseIndex]?.voice
  const passive = voice === 'passive' || voice === 'statal'
  if (!passive && !slots.has('subject') && clause.subject !== null) {
    for (const i of wordsUnder(scene, clause.subject)) left.add(i)
  }
  return clauseWords(clause).filter((i) => !left.has(i))
}

const objectSlots = (cue: Cue): ReadonlySet<string> =>
  new Set(cue.roles.object.flat().map((slot) => slot.split('/')[0]!))

const has =
  (contents: Contents) =>
  (name: string): boolean =>
    name === 'goods' ? contents.goods.length > 0 : contents.classes.has(name)

const fitsAbout = (cue: Cue, contents: Contents): boolean => {
  if (cue.about.length > 0 && !cue.about.some(has(contents))) return false
  return !cue.notAbout.some(has(contents))
}

const isNegated = (scene: Scene, clause: Clause): boolean =>
  clause.verb?.negated === true || clauseWords(clause).some((i) => scene.rules.negations.has(lower(scene, i)))

/** The words beside a verb, in order, in one clause: „stellt … zur Verfügung“. Null where one is missing. */
const findBeside = (scene: Scene, members: readonly number[], beside: readonly string[]): number[] | null => {
  const found: number[] = []
  for (const wanted of beside) {
    const at = members.find(
      (i) => lower(scene, i) === wanted || scene.doc.word[i]!.lemma.toLowerCase() === wanted,
    )
    if (at === undefined) return null
    found.push(at)
  }
  return found
}

const isReflexive = (scene: Scene, phrase: number): boolean => {
  const { preposition, head, role } = scene.doc.phrase[phrase]!
  return preposition === null && role !== 'indirect' && scene.rules.reflexives.has(lower(scene, head))
}

const isRelative = (scene: Scene, phrase: number): boolean =>
  scene.doc.word[scene.doc.phrase[phrase]!.head]!.feats.pronType === 'rel'

/** „das Paket für Kiew, dem der Kongress noch zustimmen muss“: what a pronoun in the object stands for, to the comma. */
const wordsMeant = (scene: Scene, clauseIndex: number): readonly number[] => {
  const clause = scene.doc.clause[clauseIndex]!
  const own = clause.phrases.find((p) => isRelative(scene, p))
  if (clause.kind !== 'relative' || own === undefined) return []
  if (own === clause.subject && scene.verbs[clauseIndex]!.voice === 'active') return []
  const meant = antecedent(scene, clause)
  if (meant === null) return []
  const members = new Set(wordsUnder(scene, meant))
  for (let i = scene.doc.phrase[meant]!.head; i < (clause.parts[0]?.[0] ?? 0); i++) members.add(i)
  return [...members].sort((a, b) => a - b)
}

const isPronoun = (scene: Scene, phrase: number): boolean =>
  scene.doc.word[scene.doc.phrase[phrase]!.head]!.upos === 'PRON'

/** True where the act has no named doer: passive, no subject, „man“, or a cue whose subject is no doer. */
const openSubject = (scene: Scene, clauseIndex: number, cue: Cue): boolean => {
  const clause = scene.doc.clause[clauseIndex]!
  if (scene.verbs[clauseIndex]!.voice !== 'active' || !cue.roles.actors.flat().includes('subject'))
    return true
  if (clause.subject === null) return true
  const meant = isRelative(scene, clause.subject) ? subjectOf(scene, clauseIndex) : clause.subject
  if (meant === null) return true
  // „kann niemand ausschließen“: nobody does it.
  if (scene.rules.negations.has(lower(scene, scene.doc.phrase[meant]!.head))) return false
  if (isPronoun(scene, meant)) return true
  const { from, head } = scene.doc.phrase[meant]!
  const { word: words } = scene.doc
  // „15 Länder haben …“: somebody acts, if not by name.
  for (let i = from; i < head; i++) if (words[i]!.upos === 'NUM') return false
  return scene.rules.institutions.has(words[head]!.lemma.toLowerCase())
}

/** „sagt den Kommunen Geld zu“: somebody gets it, but no state; „sagt dem Programm Geld zu“: not somebody. */
const hasStrangeRecipient = (scene: Scene, clauseIndex: number, cue: Cue): boolean =>
  cue.roles.recipients.flat().includes('indirect') &&
  verbSlot(scene, clauseIndex, 'indirect').phrases.some(
    (p) =>
      scene.doc.phrase[p]!.role === 'indirect' &&
      !isPronoun(scene, p) &&
      scene.classesAt[scene.doc.phrase[p]!.head]!.length === 0,
  )

/**
 * The object first: a name that could be the subject is it where the phrase taken for the subject names nobody.
 *
 *     1,5 Millionen Dosen stellt Berlin dem Land zur Verfügung
 *                                ^^^^^^
 */
const actorBehind = (scene: Scene, clauseIndex: number, cue: Cue): RoleFill | null => {
  const inSubject = cue.roles.actors.flat().includes('subject')
  if (!inSubject || cue.roles.recipients.flat().includes('object')) return null
  const { phrase: phrases } = scene.doc
  const clause = scene.doc.clause[clauseIndex]!
  if (clause.subject !== null && isPronoun(scene, clause.subject)) return null
  const names = clause.phrases.filter((p) => {
    const { preposition, role, cases, head, from } = phrases[p]!
    // „Waffen liefern die USA der Ukraine“: „die“ is nominative as well.
    const isSyncretic =
      scene.rules.syncreticArticles.has(scene.doc.word[from]!.text.toLowerCase()) &&
      scene.mentionsAt[head]!.some((m) => m.form === 'name')
    return (
      preposition === null &&
      (role === 'object' || role === 'predicative') &&
      (cases.length === 0 || cases.includes('nom') || isSyncretic) &&
      scene.mentionsAt[head]!.some((m) => m.country !== null)
    )
  })
  if (names.length === 0) return null
  const fill = fillRole(scene, [['subject']], () => ({ phrases: names, modifiers: [] }))
  return fill.parties.parties.length > 0 ? fill : null
}

/** „Das Geld aus der Kasse der EU blockiert Ungarn“: goods do nothing, whoever hangs on them. */
const actsNot = (scene: Scene, subject: number | null): boolean => {
  if (subject === null) return false
  const { head } = scene.doc.phrase[subject]!
  return scene.goodsAt[head]!.length > 0 && scene.mentionsAt[head]!.length === 0
}

const sameCountries = (a: RoleFill, b: RoleFill): boolean =>
  a.parties.parties.length > 0 &&
  a.parties.parties.every((p) => b.parties.parties.some((q) => q.country === p.country))

/** Who gets it: named beside the act, else where a relative clause says what is in it. */
const recipientsOf = (
  scene: Scene,
  cue: Cue,
  slotOf: (slot: string) => Filled,
  extension: Extension,
): RoleFill => {
  const own = fillRole(scene, cue.roles.recipients, slotOf)
  if (own.parties.parties.length > 0 || own.parties.stranger) return own
  for (const clause of extension.clauses) {
    const found = fillRole(scene, cue.roles.recipients, (slot) =>
      slot === 'object' ? { phrases: [], modifiers: [] } : verbSlot(scene, clause, slot),
    )
    if (found.parties.parties.length > 0) return { ...found, phrases: [] }
  }
  return own
}

/** „es gibt“, „gibt es“ */
const isExistential = (scene: Scene, clause: Clause, verb: VerbGroup): boolean =>
  scene.rules.existentialVerbs.has(verb.lemma) &&
  clauseWords(clause).some((i) => scene.rules.expletives.has(lower(scene, i)))

const verbCandidate = (
  scene: Scene,
  clauseIndex: number,
  main: number,
  { type, cue }: TypedCue,
): Candidate | null => {
  const clause = scene.doc.clause[clauseIndex]!
  const verb = scene.verbs[clauseIndex]!
  const own = clauseWords(clause)
  const beside = findBeside(scene, own, cue.beside)
  if (beside === null) return null
  if (cue.reflexive && !own.some((i) => scene.rules.reflexives.has(lower(scene, i)))) return null
  if (cue.negated && !isNegated(scene, clause)) return null
  if (cue.affirmative && isNegated(scene, clause)) return null
  if (!cue.passive && verb.voice !== 'active') return null
  if (cue.notSubject.length > 0) {
    const subject = subjectOf(scene, clauseIndex)
    const { head } = subject === null ? { head: main } : scene.doc.phrase[subject]!
    if (cue.notSubject.some(has(contentsOf(scene, [head])))) return null
  }
  // „rüsten uns selbst aus“: nobody else gets it.
  const toSelf = !cue.reflexive && cue.roles.recipients.flat().includes('object')
  if (toSelf && clause.phrases.some((p) => isReflexive(scene, p))) return null
  const complements = cue.takes.length > 0 ? complementsOf(scene, clauseIndex) : []
  const [first, last] = stretchOf(scene, verb, main)
  const slotOf = (slot: string) => verbSlot(scene, clauseIndex, slot)
  const objects =
    cue.roles.object
      .map((together) => together.flatMap((slot) => slotOf(slot).phrases))
      .find((list) => list.length > 0) ?? []
  const extension = extensionOf(scene, objects)
  const region = [
    ...regionOf(scene, clauseIndex, objectSlots(cue)).filter((i) => i > first && i <= last),
    ...extension.words,
    ...complements.flatMap((c) => clauseWords(scene.doc.clause[c]!)),
  ]
  const narrow = contentsOf(scene, region)
  // A chunk that swallowed the object into the subject („schickt Griechenland Rettungsteams“).
  const holdsThing = narrow.goods.length > 0 || narrow.classes.size > 0
  const contents =
    holdsThing || Number.isFinite(last)
      ? narrow
      : contentsOf(scene, [...own, ...region, ...wordsMeant(scene, clauseIndex)])
  if (!fitsAbout(cue, contents)) return null
  // „ausbilden“: the act itself is what is given.
  const goods = [...new Set([...contents.goods, ...scene.vocabulary.goodsOfVerb(cue.word)])]
  let actors = fillRole(scene, cue.roles.actors, slotOf)
  if ((actors.parties.parties.length === 0 || actsNot(scene, clause.subject)) && verb.voice === 'active')
    actors = actorBehind(scene, clauseIndex, cue) ?? actors
  const recipients = recipientsOf(scene, cue, slotOf, extension)
  // „es gibt Streit“: nobody gives.
  const givenTo = fillRole(scene, [['indirect']], slotOf).parties.parties
  if (givenTo.length === 0 && isExistential(scene, clause, verb)) return null
  // „Ukrainische Soldaten werden ausgebildet“: an adjective at those who get it does not say who gives.
  if (actors.phrases.length === 0 && sameCountries(actors, recipients)) actors = noFill
  return {
    type,
    cue,
    form: 'verb',
    at: main,
    trigger: [...new Set([...verb.words, ...beside])].sort((a, b) => a - b),
    clause: clauseIndex,
    region,
    complements,
    actors,
    recipients,
    objects,
    contents: { ...contents, goods },
    wide: { ...contents, goods },
    silent: false,
    openActor: actors.parties.stranger ? false : openSubject(scene, clauseIndex, cue),
    strangeRecipient:
      recipients.parties.parties.length === 0 &&
      (recipients.parties.stranger || hasStrangeRecipient(scene, clauseIndex, cue)),
  }
}

/** Words that hang on a noun: its attributes left and right, and phrases that follow at once. */
const nounRegion = (scene: Scene, word: number): number[] => {
  const phrase = scene.phraseOf[word]!
  if (phrase < 0) return [word]
  const members = new Set(wordsUnder(scene, phrase))
  for (const next of phrasesAfter(scene, phrase)) for (const i of wordsUnder(scene, next)) members.add(i)
  return [...members].sort((a, b) => a - b)
}

/** „die Weigerung, das Gesetz zu verabschieden“: what is refused stands in the clause that follows the noun at once. */
const complementsBehind = (scene: Scene, clause: number, region: readonly number[]): readonly number[] => {
  const end = (region.at(-1) ?? -2) + 1
  return complementsOf(scene, clause).filter((child) => {
    const first = scene.doc.clause[child]!.parts[0]?.[0]
    return first === end || (first === end + 1 && scene.doc.word[end]!.kind === 'punctuation')
  })
}

/** „die Genehmigung durch andere Partner“: somebody does it who is not named. */
const hasAgent = (scene: Scene, word: number, cue: Cue): boolean =>
  [...scene.rules.agentPrepositions].some(
    (slot) => !cue.roles.object.flat().includes(slot) && nounSlot(scene, word, slot).phrases.length > 0,
  )

const nounCandidate = (
  scene: Scene,
  word: number,
  near: readonly number[],
  own: Contents,
  { type, cue }: TypedCue,
): Candidate | null => {
  const clause = scene.clauseOf[word]!
  if (clause < 0) return null
  const complements = cue.takes.length > 0 ? complementsBehind(scene, clause, near) : []
  const region =
    complements.length === 0
      ? near
      : [...near, ...complements.flatMap((c) => clauseWords(scene.doc.clause[c]!))]
  const contents = complements.length === 0 ? own : contentsOf(scene, region)
  if (!fitsAbout(cue, contents)) return null
  // The subject of the clause is a noun's actor only where the cue says so, or a verb carries the noun.
  const verb = scene.verbs[clause]!
  const carried = verb !== null && scene.rules.supportVerbs.has(verb.lemma)
  const phrase = scene.phraseOf[word]!
  const isObject = phrase >= 0 && scene.doc.phrase[phrase]!.role !== 'subject'
  // „Die Angriffe haben in der Ukraine Menschen getötet“: what a bare noun lacks its clause may have.
  const ofNoun = (slot: string) => {
    const filled = nounSlot(scene, word, slot)
    const reaches =
      cue.bare && filled.phrases.length === 0 && filled.modifiers.length === 0 && slot.startsWith('in')
    return reaches ? verbSlot(scene, clause, slot) : filled
  }
  const slotOf = (slot: string) =>
    (slot === 'subject' || slot === 'indirect') && !(carried && isObject) && !cue.bare
      ? { phrases: [], modifiers: [] }
      : ofNoun(slot)
  let actors = fillRole(scene, cue.roles.actors, slotOf)
  if (actors.parties.parties.length === 0 && carried && isObject)
    actors = fillRole(scene, [['subject']], slotOf)
  return {
    type,
    cue,
    form: 'noun',
    at: word,
    trigger: [word],
    clause,
    region,
    complements,
    actors,
    recipients: fillRole(scene, cue.roles.recipients, slotOf),
    objects: [],
    contents,
    wide: cue.bare ? contentsOf(scene, clauseWords(scene.doc.clause[clause]!)) : contents,
    silent: false,
    openActor: !actors.parties.stranger && !hasAgent(scene, word, cue),
    strangeRecipient: false,
  }
}

/** The verb of a participle that stands at a noun: „die zuvor gestoppte Militärhilfe“. */
export const participleAt = (scene: Scene, word: number): Participle | null => {
  const { upos, text, feats } = scene.doc.word[word]!
  if ((upos !== 'ADJ' && feats.verbForm !== 'part2') || text.length < 5) return null
  const form = text.toLowerCase()
  for (const ending of scene.rules.adjectiveEndings) {
    if (ending === '' || !form.endsWith(ending)) continue
    const found = scene.participle(form.slice(0, -ending.length))
    if (found !== null) return found
  }
  return null
}

const participleCandidate = (
  scene: Scene,
  word: number,
  { present }: Participle,
  { type, cue }: TypedCue,
): Candidate | null => {
  if (cue.negated || cue.reflexive || !(type.inherits || type.reverses)) return null
  // „die liefernden Staaten“ act themselves; „die feststeckende Hilfe“ does not.
  if (present && !cue.roles.object.flat().includes('subject')) return null
  const phrase = scene.phraseOf[word]!
  const clause = scene.clauseOf[word]!
  if (phrase < 0 || clause < 0) return null
  const { from, head } = scene.doc.phrase[phrase]!
  if (head <= word) return null
  // „der angekündigte Stopp“ is a stop, and no promise.
  const isOther = (other: TypedCue): boolean => other.type !== type && !cue.takes.includes(other.type.name)
  if (cue.takes.length > 0 && scene.vocabulary.nounCues(scene.doc.word[head]!).some(isOther)) return null
  const extension = extensionOf(scene, [phrase])
  const region = [...nounRegion(scene, head), ...extension.words]
  if (findBeside(scene, region, cue.beside) === null) return null
  const contents = contentsOf(scene, region)
  if (!fitsAbout(cue, contents)) return null
  const slotOf = (slot: string) => {
    if (slot === 'subject') return { phrases: [], modifiers: [] }
    if (slot === 'object') return { phrases: [], modifiers: [head] }
    return nounSlot(scene, head, slot)
  }
  const agents = agentsBefore(scene, from, word, cue, present)
  return {
    type,
    cue,
    form: 'participle',
    at: word,
    trigger: [word],
    clause,
    region,
    complements: [],
    actors:
      agents.length > 0
        ? fillRole(scene, [['agent'], ...cue.roles.actors], (slot) =>
            slot === 'agent' ? { phrases: agents, modifiers: [] } : slotOf(slot),
          )
        : fillRole(scene, cue.roles.actors, slotOf),
    recipients: recipientsOf(scene, cue, slotOf, extension),
    objects: [phrase],
    contents,
    wide: contents,
    silent: !cue.attributive,
    openActor: true,
    strangeRecipient: false,
  }
}

/** „vom Parlament bewilligte Mittel“, „im Parlament feststeckende“: who does it stands between article and participle. */
const agentsBefore = (scene: Scene, from: number, to: number, cue: Cue, present: boolean): number[] => {
  const found = new Set<number>()
  const prepositions = present ? new Set(cue.roles.actors.flat()) : scene.rules.agentPrepositions
  for (let i = Math.max(0, from - 4); i < to; i++) {
    const phrase = scene.phraseOf[i]!
    const preposition = phrase < 0 ? null : scene.doc.phrase[phrase]!.preposition
    if (preposition !== null && prepositions.has(preposition)) found.add(phrase)
  }
  return [...found]
}

/**
 * Verbs that share the auxiliary of the one that carries the group.
 *
 *     hat mit dem Präsidenten telefoniert und ihn um Waffen gebeten
 *                                                           ^^^^^^^
 */
const joinedVerbs = (scene: Scene, verb: VerbGroup): readonly { lemma: string; main: number }[] =>
  verb.words.flatMap((i) => {
    const { upos, feats, lemma } = scene.doc.word[i]!
    const full = upos === 'VERB' && (feats.verbForm === 'part2' || feats.verbForm === 'inf')
    return full && i !== verb.main && lemma !== verb.lemma ? [{ lemma, main: i }] : []
  })

/** What stands before the verb that it shares the auxiliary with is not its own: from after one to the next. */
const stretchOf = (scene: Scene, verb: VerbGroup, main: number): readonly [number, number] => {
  const joined = joinedVerbs(scene, verb).map((other) => other.main)
  if (joined.length === 0) return [-1, Number.POSITIVE_INFINITY]
  const mains = [verb.main, ...joined].sort((a, b) => a - b)
  const at = mains.indexOf(main)
  return [mains[at - 1] ?? -1, at === mains.length - 1 ? Number.POSITIVE_INFINITY : main]
}

/** All candidates in text order; several for one word are alternatives, the most specific first. */
export const findCandidates = (scene: Scene): readonly Candidate[] => {
  const out: Candidate[] = []
  const { clause: clauses, word: words } = scene.doc
  clauses.forEach((clause, i) => {
    const verb = scene.verbs[i]!
    if (verb === null || clause.question) return
    for (const { lemma, main } of [verb, ...joinedVerbs(scene, verb)])
      for (const typed of scene.vocabulary.verbs.get(lemma) ?? []) {
        const candidate = verbCandidate(scene, i, main, typed)
        if (candidate !== null) out.push(candidate)
      }
  })
  for (let i = 0; i < words.length; i++) {
    const cues = scene.vocabulary.nounCues(words[i]!)
    if (cues.length > 0) {
      const region = wordsAbout(scene, i) ?? nounRegion(scene, i)
      const contents = contentsOf(scene, region)
      for (const typed of cues) {
        const candidate = nounCandidate(scene, i, region, contents, typed)
        if (candidate !== null) out.push(candidate)
      }
      continue
    }
    const participle = participleAt(scene, i)
    if (participle === null) continue
    for (const typed of scene.vocabulary.verbs.get(participle.lemma) ?? []) {
      const candidate = participleCandidate(scene, i, participle, typed)
      if (candidate !== null) out.push(candidate)
    }
  }
  // Stable: alternatives keep their order.
  return out.sort((a, b) => a.at - b.at)
}
