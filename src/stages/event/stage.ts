/**
 * Events by codebook. Everything about a topic comes from the codebook, everything about German from the
 * locale; this folder knows neither.
 *
 *   word, phrase, clause → candidates (find) → events (settle) → annotations with date, factuality, source
 */
import type { CompiledCodebook } from '../../codebook/codebook.ts'
import type {
  Clause,
  DatedValue,
  EventAnnotation,
  Factuality,
  Party,
  TimeAnnotation,
} from '../../core/layers.ts'
import { firstIndex } from '../../core/sorted.ts'
import { bySpan, type Span } from '../../core/span.ts'
import type { Stage } from '../../core/stage.ts'
import type { EventRules } from '../../lang/common/event.ts'
import type { Knowledge } from '../knowledge.ts'
import { buildScene } from './build-scene.ts'
import { datesOf, timesByClause } from './dating.ts'
import { findCandidates } from './find.ts'
import { participleFinder } from './participles.ts'
import { clauseWords, wordsUnder } from './phrases.ts'
import type { EventInput, Scene } from './scene.ts'
import { settle, type Told } from './settle.ts'
import { vocabularyOf } from './vocabulary.ts'

const spanOf = (scene: Scene, members: readonly number[]): Span => {
  const words = scene.doc.word
  let from = Number.POSITIVE_INFINITY
  let to = -1
  for (const i of members) {
    if (words[i]!.kind === 'punctuation') continue
    if (i < from) from = i
    if (i > to) to = i
  }
  if (to < 0) {
    from = members[0]!
    to = from
  }
  return { start: words[from]!.start, end: words[to]!.end }
}

/** Trigger, parties and object, and what is promised or asked: the smallest stretch that holds them. */
const evidenceOf = (scene: Scene, told: Told): Span => {
  const { candidate, taken } = told
  const own = new Set(clauseWords(scene.doc.clause[candidate.clause]!))
  const members = [...candidate.trigger]
  if (candidate.form !== 'verb') members.push(...candidate.region)
  for (const phrase of [...candidate.actors.phrases, ...candidate.recipients.phrases, ...candidate.objects]) {
    // A subject that stands in another clause (an antecedent) is not part of the stretch.
    if (own.has(scene.doc.phrase[phrase]!.head))
      members.push(...wordsUnder(scene, phrase).filter((i) => own.has(i)))
  }
  members.push(...candidate.actors.modifiers, ...candidate.recipients.modifiers)
  if (taken.length > 0)
    for (const c of candidate.complements) members.push(...clauseWords(scene.doc.clause[c]!))
  return spanOf(scene, members)
}

/** Reads the clause where no factuality layer says it: modal verbs, tense, negation. */
const clauseFactuality = (
  scene: Scene,
  clauseIndex: number,
): { factuality: Factuality; background: boolean } => {
  const given = scene.doc.factuality[clauseIndex]
  const verb = scene.verbs[clauseIndex] ?? null
  const { introducer, verb: seen } = scene.doc.clause[clauseIndex]!
  const ifWord =
    introducer !== null && scene.rules.conditions.has(scene.doc.word[introducer]!.text.toLowerCase())
  if (given?.factuality === 'actual' && ifWord) return { ...given, factuality: 'possible' }
  // This stage read a future where the one before saw a passive.
  if (given?.factuality === 'actual' && verb?.tense === 'future' && seen?.tense !== 'future')
    return { ...given, factuality: 'planned' }
  if (given !== undefined) return given
  if (verb?.negated) return { factuality: 'denied', background: false }
  const modal = verb?.modals
    .map((lemma) => scene.rules.modalFactuality.get(lemma))
    .find((f) => f !== undefined)
  if (modal !== undefined) return { factuality: modal, background: false }
  if (verb?.tense === 'future') return { factuality: 'planned', background: false }
  return { factuality: 'actual', background: verb?.tense === 'pluperfect' }
}

const stemmed = (text: string, rules: EventRules): Factuality | null => {
  const lower = text.toLowerCase()
  for (const ending of rules.adjectiveEndings) {
    if (!lower.endsWith(ending)) continue
    const found = rules.adjectiveFactuality.get(lower.slice(0, lower.length - ending.length))
    if (found !== undefined) return found
  }
  return null
}

/**
 * Factuality of the act itself. A noun takes that of its clause only where the verb says that it takes place;
 * „kritisierte den Lieferstopp nicht“ denies no stop.
 */
const factualityOf = (scene: Scene, told: Told): { factuality: Factuality; background: boolean } => {
  const { candidate, announced } = told
  const { rules } = scene
  const clause = clauseFactuality(scene, candidate.clause)
  if (candidate.form === 'participle') return { factuality: 'actual', background: true }
  if (candidate.cue.factuality !== null && clause.factuality === 'actual')
    return { factuality: candidate.cue.factuality, background: clause.background }
  if (candidate.form === 'verb') {
    if (candidate.cue.negated && clause.factuality === 'denied') {
      // „wollen nicht mehr erfüllen“ is intended, „kann sich nicht einigen“ has happened.
      const intends = scene.verbs[candidate.clause]?.modals.some(
        (m) => rules.modalFactuality.get(m) === 'planned',
      )
      return { factuality: intends ? 'planned' : 'actual', background: clause.background }
    }
    if (announced && clause.factuality === 'actual')
      return { factuality: 'planned', background: clause.background }
    return clause
  }
  const phrase = scene.phraseOf[candidate.at]!
  if (phrase >= 0) {
    for (let i = scene.doc.phrase[phrase]!.from; i < candidate.at; i++) {
      const found = stemmed(scene.doc.word[i]!.text, rules)
      if (found !== null) return { factuality: found, background: clause.background }
    }
  }
  const verb = scene.verbs[candidate.clause] ?? null
  // „nach einer Reihe von Treffen“: the preposition may stand further up.
  let top = phrase
  for (let step = 0; step < 4 && top >= 0 && scene.doc.phrase[top]!.preposition === null; step++)
    top = scene.doc.phrase[top]!.governor ?? -1
  const preposition = top < 0 ? null : scene.doc.phrase[top]!.preposition
  if (preposition !== null && rules.pastPrepositions.has(preposition))
    return { factuality: 'actual', background: clause.background }
  if (announced) return { factuality: 'planned', background: clause.background }
  if (verb === null || rules.occurrenceVerbs.has(verb.lemma)) return clause
  // „bei einem Treffen forderte er …“ was the occasion; „forderte ein Treffen“ is what the verb says.
  const occasion = preposition !== null && rules.occasionPrepositions.has(preposition)
  const made = occasion ? undefined : rules.nounFactuality.get(verb.lemma)
  if (made !== undefined && clause.factuality !== 'denied')
    return { factuality: made, background: clause.background }
  return {
    factuality: clause.factuality === 'denied' ? 'actual' : clause.factuality,
    background: clause.background,
  }
}

const placeOf = (scene: Scene, told: Told): string | null => {
  const { candidate } = told
  const { phrase: phrases } = scene.doc
  const clause = scene.doc.clause[candidate.clause]!
  for (const p of clause.phrases) {
    const phrase = phrases[p]!
    if (phrase.preposition !== 'in') continue
    const mention = scene.mentionsAt[phrase.head]!.find((m) => m.type === 'LOC' && m.form === 'name')
    if (mention === undefined) continue
    if ([...told.actors, ...told.recipients].some((party) => party.name === mention.name)) continue
    return mention.name
  }
  return null
}

/** Word classes that never end a phrase. */
const openEnds: ReadonlySet<string> = new Set(['DET', 'ADP', 'CCONJ'])

/** The words of the object, without an article. */
const objectOf = (scene: Scene, told: Told): string | null => {
  const { candidate } = told
  const { word: words } = scene.doc
  // „stellt Kiew Daten zur Verfügung“, „verpflichtet sich“: a country or a pronoun is no object.
  const isThing = (p: number): boolean => {
    const head = scene.doc.phrase[p]!.head
    // „setzten ihre Unterschriften“: part of what tells the act.
    if (candidate.form === 'verb' && candidate.trigger.includes(head)) return false
    return (
      words[head]!.upos !== 'PRON' && !scene.mentionsAt[head]!.some((m) => m.country && m.form === 'name')
    )
  }
  const isCarrier = (p: number): boolean => {
    const head = scene.doc.phrase[p]!.head
    return isThing(p) && (scene.goodsAt[head]!.length > 0 || scene.classesAt[head]!.length > 0)
  }
  const phrase =
    // „nach Monaten Streit neue Hilfen“: a noun without attributes beside one with them is none.
    candidate.objects.find((p) => isCarrier(p) && scene.doc.phrase[p]!.from < scene.doc.phrase[p]!.head) ??
    candidate.objects.find(isThing) ??
    // „verpflichtete sich, … mit weiterer Hilfe zu schützen“: what is promised stands in the clause below.
    candidate.complements.flatMap((c) => scene.doc.clause[c]!.phrases).find(isCarrier) ??
    (candidate.form === 'noun'
      ? scene.dependents[scene.phraseOf[candidate.at]!]?.find((p) => scene.doc.phrase[p]!.role === 'genitive')
      : undefined)
  if (phrase === undefined) return null
  const members = wordsUnder(scene, phrase).filter((i) => words[i]!.kind !== 'punctuation')
  let first = 0
  // „stellt Moldau Generatoren …“: a name without article in front of the head is somebody else.
  const { head } = scene.doc.phrase[phrase]!
  const isSwallowed = (i: number): boolean =>
    i < head && scene.mentionsAt[i]!.some((m) => m.country !== null && m.form === 'name')
  // „aus dem im April beschlossenen Gesetz“
  const isWhen = (i: number): boolean => {
    if (i >= head) return false
    const { start, end } = words[i]!
    const time = scene.doc.time[firstIndex(scene.doc.time, (one) => one.start <= start) - 1]
    return time !== undefined && end <= time.end
  }
  while (
    first < members.length - 1 &&
    (words[members[first]!]!.upos === 'DET' ||
      words[members[first]!]!.upos === 'ADP' ||
      isSwallowed(members[first]!) ||
      isWhen(members[first]!))
  )
    first++
  // Only what stands together.
  let last = first
  while (last + 1 < members.length && members[last + 1]! <= members[last]! + 2) last++
  // „einen Teil der“: what follows was cut off.
  while (last > first && openEnds.has(words[members[last]!]!.upos)) last--
  if (members[first] === undefined) return null
  return scene.doc.text.slice(words[members[first]!]!.start, words[members[last]!]!.end)
}

/** Dates of the acts told so far. */
interface Earlier {
  readonly dates: Map<number, string>
  last: DatedValue | null
}

/** „übergab die letzten neun Panzer“: with them it is complete. */
const deliversRest = (scene: Scene, { objects, form, type }: Told['candidate']): boolean =>
  form === 'verb' &&
  Object.values(type.moves).some(
    ({ finalStage, suspend }) => finalStage !== undefined && suspend === undefined,
  ) &&
  objects.some((p) => {
    const { from, head } = scene.doc.phrase[p]!
    if (scene.goodsAt[head]!.length === 0) return false
    for (let i = from; i < head; i++)
      if (scene.rules.restWords.has(scene.doc.word[i]!.text.toLowerCase())) return true
    return false
  })

/** „Die Verhandlungen gehen voran“: the act is what the clause tells of. */
const isSubjectOf = (scene: Scene, word: number, clause: Clause): boolean =>
  clause.subject !== null && scene.doc.phrase[clause.subject]!.head === word

const annotate = (
  scene: Scene,
  told: Told,
  times: ReadonlyMap<number, readonly TimeAnnotation[]>,
  earlier: Earlier,
): EventAnnotation => {
  const { candidate } = told
  const { statementAt } = scene
  const { word: words } = scene.doc
  const evidence = evidenceOf(scene, told)
  const { factuality, background } = factualityOf(scene, told)
  const clause = scene.doc.clause[candidate.clause]!
  const reach = candidate.type.inherits
    ? candidate.region
    : [...new Set([...candidate.region, ...clauseWords(clause)])].sort((a, b) => a - b)
  const measures = reach.flatMap((i) => scene.measureEndingAt.get(i) ?? [])
  const amount = measures.find((m) => m.amount !== null)?.amount ?? null
  const counted = measures.filter((m) => m.quantity !== null)
  const quantity =
    (
      counted.find((m) => scene.vocabulary.goodsOf(words[m.to - 1]!).length > 0) ??
      (candidate.cue.roles.object.length > 0 ? undefined : counted[0])
    )?.quantity ?? null
  const start = words[candidate.at]!.start
  const happened = factuality === 'actual'
  const tense = clause.verb?.tense ?? null
  const goods = [...candidate.contents.goods]
  const fromComplement =
    candidate.cue.needs.some((all) => all.includes('complement')) && told.taken[0] !== undefined
      ? statementAt(words[told.taken[0].candidate.at]!.start)
      : null
  const party = ({ name, country }: Party): Party => ({ name, country })
  return {
    ...evidence,
    type: candidate.type.name,
    actors: told.actors.map(party),
    recipients: told.recipients.map(party),
    persons: told.persons,
    object: objectOf(scene, told),
    goods,
    amount,
    quantity,
    place: placeOf(scene, told),
    ...datesOf(scene, times, candidate, {
      happened,
      ongoing: tense === 'present' && (candidate.form === 'verb' || isSubjectOf(scene, candidate.at, clause)),
      repeats: told.repeats,
      after: told.answers === null ? null : (earlier.dates.get(told.answers) ?? null),
      before: earlier.last,
      background,
    }),
    factuality,
    background,
    statement: statementAt(start) ?? fromComplement,
    stance: candidate.cue.stance,
    final:
      candidate.cue.final ||
      deliversRest(scene, candidate) ||
      clauseWords(clause).some((i) => scene.rules.finalWords.has(words[i]!.text.toLowerCase())),
    trigger: spanOf(scene, [candidate.at]),
    rule: `event/${candidate.type.name}/${candidate.form}:${[...candidate.cue.beside, candidate.cue.word].join('-')}${told.inherited ? '+context' : ''}`,
  }
}

/** All events of a document by a codebook. */
export const findEvents = (
  doc: EventInput,
  codebook: CompiledCodebook,
  knowledge: Knowledge,
): readonly EventAnnotation[] => {
  const rules = knowledge.locale.event
  const vocabulary = vocabularyOf(codebook, knowledge.locale)
  const scene = buildScene(doc, rules, vocabulary, participleFinder(knowledge.locale.lexicon))
  const candidates = findCandidates(scene)
  if (candidates.length === 0) return []
  const times = timesByClause(scene)
  const earlier: Earlier = { dates: new Map(), last: null }
  const out: EventAnnotation[] = []
  for (const told of settle(scene, codebook, candidates)) {
    const event = annotate(scene, told, times, earlier)
    out.push(event)
    earlier.last = event.date
    if (event.date !== null) earlier.dates.set(told.candidate.at, event.date.edtf)
  }
  return out.sort(bySpan)
}

export const eventStage: Stage<
  'sentence' | 'word' | 'phrase' | 'clause' | 'time' | 'mention' | 'statement' | 'factuality',
  'event',
  Knowledge
> = {
  name: 'event',
  version: 3,
  requires: ['sentence', 'word', 'phrase', 'clause', 'time', 'mention', 'statement', 'factuality'],
  provides: ['event'],
  run: (document, knowledge) => ({
    layers: { event: findEvents(document, knowledge.codebook, knowledge) },
    diagnostics: [],
  }),
}
