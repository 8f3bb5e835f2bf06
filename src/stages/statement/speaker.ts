import type { Clause, Speaker } from '../../core/layers.ts'
import type { Span } from '../../core/span.ts'
import { isReported } from './extent.ts'
import { farthest, firstWord, type Scene } from './scene.ts'

/** Words that name a speaker, half-open, and the word that carries them. */
export interface SpeakerWords {
  readonly from: number
  readonly to: number
  readonly head: number
}

const isNominal = (upos: string): boolean => upos === 'NOUN' || upos === 'PROPN'

/**
 * The whole noun phrase around a head: attributes, brackets and an apposition between commas with it.
 *
 *     Der Leiter des Programms der WHO (Genf), Klaus Stöhr, sagte
 *     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 */
export const wholePhrase = (scene: Scene, phraseIndex: number): SpeakerWords => {
  const phrase = scene.phrases[phraseIndex]!
  let from = phrase.from
  if (phrase.preposition !== null && scene.words[from]?.upos === 'ADP' && from < phrase.head) from++
  let to = phrase.to
  const pending = [phraseIndex]
  const dependents: number[] = []
  while (pending.length > 0) {
    let dependent = scene.firstDependent[pending.pop()!]!
    for (; dependent >= 0; dependent = scene.nextDependent[dependent]!) {
      dependents.push(dependent)
      pending.push(dependent)
    }
  }
  dependents.sort((a, b) => scene.phrases[a]!.from - scene.phrases[b]!.from)
  for (const dependent of dependents) {
    const next = scene.phrases[dependent]!
    if (next.to <= to || next.from < phrase.from) continue
    const gap = next.from - to
    const comma = gap === 1 && scene.lower[to] === ','
    if (gap > 0 && !(comma && next.role === 'apposition') && !(gap === 1 && scene.lower[to] === '(')) continue
    to = next.to
  }
  to = afterAttributes(scene, phraseIndex, to)
  to = afterBracket(scene, to)
  to = afterCoordination(scene, to)
  return { from, to: afterApposition(scene, from, to), head: phrase.head }
}

/**
 * Attributes that the syntax did not hang up: a genitive right behind, and everything in front of the verb of a clause
 * that the phrase opens, as only one constituent stands there.
 *
 *     Der Sprecher der Bahn in Kassel sagte
 *     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 */
const afterAttributes = (scene: Scene, phraseIndex: number, to: number): number => {
  const phrase = scene.phrases[phraseIndex]!
  if (scene.words[phrase.head]!.upos === 'PRON') return to
  const clause = scene.clauses[scene.owner[phrase.head]!]
  const finite = clause?.verb?.finite ?? -1
  let end = to
  if (clause?.kind === 'main' && finite > end && firstWord(clause) === phrase.from) {
    while (end < finite && inApposition.has(scene.words[end]!.upos)) end++
    if (end === finite) return end
    end = to
  }
  for (let steps = 0; steps < 4; steps++) {
    const next = scene.phrases[scene.phraseAt[end] ?? -1]
    if (next === undefined || next.preposition !== null || !next.cases.includes('gen')) break
    if (scene.words[next.from]!.upos !== 'DET' || scene.words[end - 1]!.upos === 'PRON') break
    if (scene.owner[next.head] !== scene.owner[phrase.head]) break
    end = next.to
  }
  return end
}

/** „(WHO)“, „(CDU)“ */
const afterBracket = (scene: Scene, to: number): number => {
  if (scene.lower[to] !== '(') return to
  for (let close = to + 1; close < to + 7; close++) if (scene.lower[close] === ')') return close + 1
  return to
}

/** „Anna Weber und Otto Lang“: a second phrase without preposition, joined to the first. */
const afterCoordination = (scene: Scene, to: number): number => {
  if (scene.words[to]?.upos !== 'CCONJ' || !scene.rules.joining.has(scene.lower[to]!)) return to
  const index = scene.phraseAt[to + 1] ?? -1
  const next = scene.phrases[index]
  if (next === undefined || next.preposition !== null || scene.words[next.head]!.upos === 'PRON') return to
  if (!next.cases.includes('nom')) return to
  return afterBracket(scene, next.to)
}

const inApposition: ReadonlySet<string> = new Set(['DET', 'ADJ', 'NOUN', 'PROPN', 'ADP', 'NUM'])
/** Longest apposition in words; what is longer is a list. */
const longestApposition = 14

/**
 * An apposition between commas: a person's name behind the office or the office behind the name.
 *
 *     der Leiter des Amtes, Jan Berg, sagte        Jan Berg, Leiter des Amtes, sagte
 *                         ^^^^^^^^^^                       ^^^^^^^^^^^^^^^^^^
 */
const afterApposition = (scene: Scene, from: number, to: number): number => {
  if (scene.lower[to] !== ',') return to
  let end = to + 1
  let named = hasPerson(scene, from, to)
  const opening = scene.words[end]?.upos
  if (opening === undefined || opening === 'ADP' || opening === 'NUM') return to
  while (end <= to + longestApposition && inApposition.has(scene.words[end]?.upos ?? '')) end++
  if (end === to + 1) return to
  end = afterBracket(scene, end)
  if (!named) named = hasPerson(scene, to + 1, end)
  if (!named) return to
  const next = scene.words[end]
  const closed =
    next === undefined || /^[,.:“”"«»]$/u.test(next.text) || next.sentence !== scene.words[to]!.sentence
  return closed ? end : to
}

const hasPerson = (scene: Scene, from: number, to: number): boolean => {
  for (let at = from; at < to; at++) {
    const mention = scene.mentions[scene.mentionAt[at]!]
    if (mention?.type === 'PER' && mention.form === 'name') return true
  }
  return false
}

export const spanOf = (scene: Scene, { from, to }: SpeakerWords): Span => ({
  start: scene.words[from]!.start,
  end: scene.words[to - 1]!.end,
})

/**
 * Who says it in a clause: its subject; in the passive the one behind „von“.
 *
 *     wird von Beobachtern darauf zurückgeführt
 *              ^^^^^^^^^^^
 */
export const subjectOf = (scene: Scene, clause: Clause): SpeakerWords | null => {
  if (clause.verb !== null && scene.rules.quoting.has(clause.verb.lemma)) return quotedOne(scene, clause)
  if (clause.verb?.voice === 'passive') return agentOf(scene, clause)
  const subject = clause.subject === null ? undefined : scene.phrases[clause.subject]
  if (subject === undefined) return elided(scene, clause) ?? placeOf(scene, clause)
  if (isImpersonal(scene, clause)) return placeOf(scene, clause)
  if (scene.rules.demonstratives.has(scene.lower[subject.head]!)) {
    const place = placeOf(scene, clause)
    if (place !== null) return place
  }
  if (clause.kind === 'relative' && subject.head === (clause.introducer ?? subject.head))
    return antecedentOf(scene, subject.from)
  const words = wholePhrase(scene, clause.subject!)
  if (canSpeak(scene, words)) return words
  // „und bezeichnete das Gespräch als …“: behind a conjunction the verb shares the subject before.
  const first = firstWord(clause)
  const shares = scene.words[first]!.upos === 'CCONJ' && clause.verb?.finite === first + 1
  return speakingOther(scene, clause) ?? (shares ? elided(scene, clause) : null) ?? words
}

/**
 * Whom somebody quotes.
 *
 *     „…“, zitierte die Zeitung den Minister.      „…“, wird der Minister zitiert.
 *                               ^^^^^^^^^^^^                ^^^^^^^^^^^^
 */
const quotedOne = (scene: Scene, clause: Clause): SpeakerWords | null => {
  const passive = clause.verb?.voice !== 'active'
  for (const index of clause.phrases.slice(0, farthest)) {
    const phrase = scene.phrases[index]!
    const fits = passive ? index === clause.subject : phrase.role === 'object'
    if (fits && phrase.preposition === null && scene.words[phrase.head]!.feats.pronType !== 'refl')
      return wholePhrase(scene, index)
  }
  return clause.subject === null ? null : wholePhrase(scene, clause.subject)
}

/** Clauses back that a second verb may take its subject from. */
const elisionReach = 6

/**
 * The subject that a second verb shares with the first.
 *
 *     Die Ministerin dankte den Helfern und betonte, dass …
 *     ^^^^^^^^^^^^^^                        ^^^^^^^
 */
const elided = (scene: Scene, clause: Clause): SpeakerWords | null => {
  const own = scene.owner[firstWord(clause)]!
  if (own < 0 || clause.kind !== 'main') return null
  const order = scene.clausesOf[clause.sentence]!
  for (let place = scene.place[own]! - 1; place >= 0 && place > scene.place[own]! - elisionReach; place--) {
    const before = scene.clauses[order[place]!]!
    if (before.kind !== 'main' || before.verb?.finite == null) continue
    // „Sie räumte ein, man habe gezögert, sprach aber …“: not what she said.
    if (isReported(before) && !isReported(clause)) continue
    return before.subject === null || before.verb.voice === 'passive'
      ? null
      : wholePhrase(scene, before.subject)
  }
  return null
}

/** „es“ of „es heißt“. */
export const isImpersonal = (scene: Scene, clause: Clause): boolean => {
  const subject = clause.subject === null ? undefined : scene.phrases[clause.subject]
  return subject !== undefined && scene.rules.impersonal.has(scene.lower[subject.head]!)
}

/** A pronoun, or a person, body or country that the mentions know. */
export const canSpeak = (scene: Scene, { from, to, head }: SpeakerWords): boolean => {
  if (scene.words[head]!.upos === 'PRON') return true
  for (let at = from; at < to; at++) {
    const mention = scene.mentions[scene.mentionAt[at]!]
    if (mention === undefined || mention.form === 'adjective' || mention.form === 'part') continue
    if (mention.start <= scene.words[head]!.start || mention.type === 'PER') return true
  }
  return false
}

/** „der Staat“, „das Land“: a description of a place says nothing by itself. */
const isLand = (scene: Scene, { head }: SpeakerWords): boolean => {
  const mention = scene.mentions[scene.mentionAt[head]!]
  return mention?.type === 'LOC' && mention.form === 'description'
}

/**
 * Somebody who can speak where the subject is a thing, as objects like to open a clause.
 *
 *     Die Zahl der Toten bezifferte die Agentur Xinhua mit 13.
 *                                   ^^^^^^^^^^^^^^^^^^
 */
const speakingOther = (scene: Scene, clause: Clause): SpeakerWords | null => {
  const finite = clause.verb?.finite ?? -1
  const subject = scene.phrases[clause.subject!]!
  const index = scene.phraseAt[finite + 1] ?? -1
  const phrase = scene.phrases[index]
  if (finite < 0 || phrase === undefined || phrase.preposition !== null || subject.head > finite) return null
  if (scene.words[phrase.head]!.upos === 'PRON' || !phrase.cases.includes('nom')) return null
  const { number } = scene.words[finite]!.feats
  const own = scene.words[phrase.head]!.feats.number
  if (number !== undefined && own !== undefined && number !== own) return null
  const words = wholePhrase(scene, index)
  return canSpeak(scene, words) ? words : null
}

/**
 * Where something is said to stand, when nobody is said to say it.
 *
 *     In der Erklärung heißt es …     aus dem Ministerium hieß es …     Aus dem Bericht geht hervor …
 *        ^^^^^^^^^^^^^                     ^^^^^^^^^^^^^^^                      ^^^^^^^^^^^
 */
const placeOf = (scene: Scene, clause: Clause): SpeakerWords | null => {
  for (const index of clause.phrases.slice(0, farthest)) {
    const phrase = scene.phrases[index]!
    if (phrase.governor !== null || phrase.preposition === null) continue
    // „Im Mai wurde bekannt“: when, not where.
    if (scene.rules.timeNouns.has(scene.words[phrase.head]!.lemma)) continue
    if (scene.rules.places.has(phrase.preposition)) return wholePhrase(scene, index)
  }
  return null
}

/** The noun in front of a relative clause. */
const antecedentOf = (scene: Scene, from: number): SpeakerWords | null => {
  for (let at = from - 1; at >= 0 && at > from - 6; at--) {
    const { upos } = scene.words[at]!
    if (isNominal(upos)) return { from: at, to: at + 1, head: at }
    if (upos !== 'PUNCT' && upos !== 'ADP') return null
  }
  return null
}

export const agentOf = (scene: Scene, clause: Clause): SpeakerWords | null => {
  for (const index of clause.phrases.slice(0, farthest)) {
    const phrase = scene.phrases[index]!
    if (phrase.preposition === 'von' && phrase.governor === null) return wholePhrase(scene, index)
  }
  return null
}

/** The noun phrase that starts at a word or, where the syntax has none, the run of nominal words from there. */
export const phraseFrom = (scene: Scene, at: number, limit: number): SpeakerWords | null => {
  // „laut „Neuem Tag““
  const quotation = scene.quotations[scene.quoted[at] ?? -1]
  if (quotation !== undefined && quotation.from === at && quotation.to <= limit && quotation.to - at < 8) {
    let head = quotation.to - 1
    while (head > at && !isNominal(scene.words[head]!.upos)) head--
    return head > at ? { from: at, to: quotation.to, head } : null
  }
  let index = scene.phraseAt[at] ?? -1
  // Behind a preposition the phrase begins with it.
  const outer = at > 0 ? scene.phraseAt[at - 1]! : -1
  if (index < 0 && outer >= 0 && scene.phrases[outer]!.preposition !== null) index = outer
  if (index >= 0) {
    const whole = wholePhrase(scene, index)
    return whole.to <= limit ? whole : { ...whole, to: limit }
  }
  let to = at
  let head = -1
  while (to < limit) {
    const word = scene.words[to]!
    if (isNominal(word.upos)) head = to
    else if (word.upos !== 'DET' && word.upos !== 'ADJ' && word.upos !== 'PRON') break
    to++
    if (word.upos === 'PRON') {
      head = to - 1
      break
    }
  }
  return head < 0 ? null : { from: at, to, head }
}

const articles = /^(?:der|die|das|den|dem|des|ein|eine|einer|einem|einen|eines)\s+/iu

/**
 * Who is meant by the words: the coreferent mention on their head, a person named in them, or the words
 * themselves with the country that they name.
 */
export const resolve = (scene: Scene, words: SpeakerWords): Speaker | null => {
  const { mentions, words: all } = scene
  const head = all[words.head]!
  // „ihrer Ansicht nach“: whose it is; but „ihr Sprecher Jan Berg“ speaks himself.
  if (isPossessive(scene, words.from) && !namesPerson(scene, words)) {
    const holder = mentions[scene.mentionAt[words.from]!]
    if (holder === undefined) return null
    return { name: holder.name, id: holder.id, country: holder.country, ...spanOf(scene, words) }
  }
  const span = spanOf(scene, words)
  let onHead = -1
  let person = -1
  let inside = -1
  for (let at = words.from; at < words.to; at++) {
    const index = scene.mentionAt[at]!
    if (index < 0) continue
    const mention = mentions[index]!
    if (mention.start <= head.start && mention.end >= head.end) {
      if (onHead < 0 || mention.form === 'name') onHead = index
    } else if (mention.type === 'PER' && mention.form === 'name' && mention.end <= span.end && person < 0)
      person = index
    if (inside < 0 && mention.country !== null) inside = index
  }
  // „drohte Trump Russland“: the first of two bare names speaks, to the second.
  const first = mentions[scene.mentionAt[words.from]!]
  const second = onHead >= 0 ? mentions[onHead]! : undefined
  if (
    first?.form === 'name' &&
    first.type === 'PER' &&
    second?.form === 'name' &&
    second.type === 'LOC' &&
    second.start > first.end
  )
    return { name: first.name, id: first.id, country: first.country, start: first.start, end: first.end }
  // „der ukrainische Präsident Wolodymyr Selenskyj“: the name says more than the office before it.
  const owner = ownerOf(scene, words)
  if (owner !== null)
    return { name: owner, id: null, country: inside >= 0 ? mentions[inside]!.country : null, ...span }
  const chosen = onHead >= 0 && !(mentions[onHead]!.form === 'description' && person >= 0) ? onHead : person
  if (chosen >= 0) {
    const mention = mentions[chosen]!
    const country = mention.country ?? (inside >= 0 ? mentions[inside]!.country : null)
    return { name: mention.name, id: mention.id, country, ...span }
  }
  if (head.upos === 'PRON') return null
  // „…, erläuterte dieser“: the one named last.
  if (words.to - words.from === 1 && head.feats.pronType === 'dem') {
    const meant = personBefore(scene, words.from)
    return meant === null ? null : { ...meant, ...span }
  }
  const name = scene.text.slice(span.start, span.end).replace(articles, '')
  return { name, id: null, country: inside >= 0 ? mentions[inside]!.country : null, ...span }
}

const namesPerson = (scene: Scene, { from, to }: SpeakerWords): boolean => {
  for (let at = from + 1; at < to; at++) if (scene.mentions[scene.mentionAt[at]!]?.type === 'PER') return true
  return false
}

export const isPossessive = (scene: Scene, at: number): boolean =>
  scene.words[at]!.feats.pronType === 'poss' || scene.rules.possessives.has(scene.lower[at]!)

/** „Kremlangaben“ are the Kreml's: the front of a compound that only names a source. */
const ownerOf = (scene: Scene, { from, to, head }: SpeakerWords): string | null => {
  if (to - from > 2) return null
  const { text, parts } = scene.words[head]!
  const lower = scene.lower[head]!
  const ending = scene.rules.ownedEndings.find((one) => lower.endsWith(one) && lower.length > one.length + 2)
  if (ending === undefined) return null
  const front = text.slice(0, -ending.length).replace(/-$/u, '')
  const joint = front.endsWith('s') && parts[0] === front.slice(0, -1).toLowerCase()
  return joint ? front.slice(0, -1) : front
}

/** How far back a pronoun that nobody resolved may reach, in words. */
const pronounReach = 80

/** The person named last before a word; whom a pronoun means that the mentions left open. */
export const personBefore = (scene: Scene, word: number): Speaker | null => {
  for (let at = word - 1; at >= 0 && at > word - pronounReach; at--) {
    const mention = scene.mentions[scene.mentionAt[at]!]
    if (mention?.type === 'PER' && mention.form === 'name')
      return {
        name: mention.name,
        id: mention.id,
        country: mention.country,
        start: mention.start,
        end: mention.end,
      }
  }
  return null
}

/** The subject of the sentence before, for a possessive that no mention resolves. */
export const subjectBefore = (scene: Scene, sentence: number): SpeakerWords | null => {
  if (sentence === 0) return null
  for (const index of scene.clausesOf[sentence - 1]!.slice(0, farthest)) {
    const clause = scene.clauses[index]!
    if (clause.kind === 'main' && clause.subject !== null && !isImpersonal(scene, clause))
      return wholePhrase(scene, clause.subject)
  }
  return null
}

/**
 * Who was told of in the sentence before, when nobody was said to speak: their words begin without a cue.
 *
 *     Das Institut sieht keine Gefahr. Geschützt werden müssten nur die Mitarbeiter.
 *     ^^^^^^^^^^^^
 */
export const actorBefore = (scene: Scene, sentence: number): SpeakerWords | null => {
  if (sentence === 0 || scene.opensParagraph[sentence]) return null
  for (const index of scene.clausesOf[sentence - 1]!.slice(0, farthest)) {
    const clause = scene.clauses[index]!
    if (clause.kind !== 'main' || clause.verb === null || scene.quoted[firstWord(clause)]! >= 0) continue
    const subject = subjectOf(scene, clause)
    if (subject !== null && canSpeak(scene, subject) && !isLand(scene, subject)) return subject
  }
  return null
}
