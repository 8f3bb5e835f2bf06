import type { Clause, VerbGroup } from '../../core/layers.ts'
import { isReported } from './extent.ts'
import { isNominal, type SpeakerWords, wholePhrase } from './phrase.ts'
import { farthest, firstWord, type Scene } from './scene.ts'

/**
 * Who says it in a clause: its subject; in the passive the one behind „von“.
 *
 *     wird von Beobachtern darauf zurückgeführt
 *              ^^^^^^^^^^^
 */
export const subjectOf = (scene: Scene, clause: Clause): SpeakerWords | null => {
  if (clause.verb !== null && scene.rules.quoting.has(clause.verb.lemma)) return quotedOne(scene, clause)
  if (clause.verb !== null && clause.verb.voice !== 'active') return agentOf(scene, clause)
  const subject = clause.subject === null ? undefined : scene.phrases[clause.subject]
  if (subject === undefined) return elided(scene, clause) ?? placeOf(scene, clause)
  if (isImpersonal(scene, clause)) return placeOf(scene, clause)
  // „glaubt man bei der Bank“
  if (scene.rules.anybody.has(scene.lower[subject.head]!)) {
    const place = placeOf(scene, clause)
    if (place !== null && canSpeak(scene, place)) return place
  }
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

/** „es“ of „es heißt“; that of „teilte es mit“ is somebody. */
export const isImpersonal = (scene: Scene, clause: Clause): boolean => {
  if (clause.verb !== null && isPersonal(scene, clause.verb)) return false
  const subject = clause.subject === null ? undefined : scene.phrases[clause.subject]
  return subject !== undefined && scene.rules.impersonal.has(scene.lower[subject.head]!)
}

/** A verb that only somebody can be the subject of, in the active voice. */
const isPersonal = (scene: Scene, { lemma, voice }: VerbGroup): boolean =>
  voice === 'active' && (scene.rules.verbs.get(lemma)?.every(({ subject }) => subject === 'speaker') ?? false)

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
  const personal = clause.verb !== null && isPersonal(scene, clause.verb)
  let medium: number | null = null
  for (const index of clause.phrases.slice(0, farthest)) {
    const phrase = scene.phrases[index]!
    if (phrase.governor !== null || phrase.preposition === null) continue
    // „Im Mai wurde bekannt“: when, not where.
    const { lemma } = scene.words[phrase.head]!
    if (scene.rules.timeNouns.has(lemma) || !scene.rules.places.has(phrase.preposition)) continue
    // „versicherte in einem Telefonat“: by what means, where anything else is named.
    if (personal && scene.rules.media.has(lemma)) medium ??= index
    else return wholePhrase(scene, index)
  }
  return medium === null ? null : wholePhrase(scene, medium)
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
