import { type CueClause, cueOf, cueWords, isInserted, ownWords, takes } from './cue.ts'
import { beforeQuotation, complementKind, endsInQuotation, extentEnd, isReported } from './extent.ts'
import type { SpeakerWords } from './phrase.ts'
import { farthest, firstWord, type Scene } from './scene.ts'
import { isImpersonal, subjectOf } from './speaker.ts'
import type { Proposal } from './statement.ts'

/** The part of a clause that holds its finite or main verb ends here. */
const partEnd = ({ clause, verb }: CueClause): number => {
  const anchor = verb.finite ?? verb.main
  for (const [from, to] of clause.parts) if (anchor >= from && anchor < to) return to
  return anchor + 1
}

/** „…, heißt es“ without a place goes on with the one before. */
const speakerOf = (scene: Scene, found: CueClause): SpeakerWords | 'before' | null => {
  // „Von Streit wird gesprochen“: what „von“ governs is the claim.
  if (found.verb.voice === 'passive' && found.cue.claims.has('von')) return null
  const subject = subjectOf(scene, found.clause)
  return subject === null && found.cue.subject === 'source' && isImpersonal(scene, found.clause)
    ? 'before'
    : subject
}

const comma = /^[,:–—-]$/u

/**
 * What the cue takes behind it.
 *
 *     Die Ministerin sagte am Montag, dass die Mittel reichten.
 *                                     ^^^^^^^^^^^^^^^^^^^^^^^^
 *     Der Sprecher teilte mit, man prüfe den Antrag.
 *                              ^^^^^^^^^^^^^^^^^^^^
 *     Das Land kündigte an, zwei Brücken zu bauen.
 *                           ^^^^^^^^^^^^^^^^^^^^^
 */
const behind = (
  scene: Scene,
  found: CueClause,
  order: readonly number[],
  sentenceTo: number,
): Proposal | null => {
  const after = partEnd(found)
  let skipped = 0
  for (let position = scene.place[found.index]! + 1; position < order.length; position++) {
    const index = order[position]!
    const clause = scene.clauses[index]!
    const start = firstWord(clause)
    if (index === found.index || start < after) continue
    const gap = scene.lower[start - 1] ?? ''
    if (clause.kind === 'main' && scene.words[start]!.upos === 'CCONJ') return null
    const atComma = comma.test(gap) || comma.test(scene.lower[start]!)
    const kind = complementKind(scene, index)
    if (kind === null) {
      if (++skipped > 2) return null
      continue
    }
    if (!atComma && kind !== 'infinitive') return null
    if (!takes(found, kind)) return null
    // „teilte dies mit, wie das Amt bestätigte“: the clause has a speaker of its own.
    const within = cueOf(scene, index)
    if (kind === 'clause' && within !== null && asClause(scene, within, start, start) !== null) return null
    // „das zu entscheiden, sei Sache der Politik“
    if (kind === 'main' && found.clause.kind === 'infinitive') return null
    if (scene.quoted[start]! >= 0 && isWholeQuotation(scene, start)) return null
    if (opensBehindColon(scene, start, after)) return null
    if (kind === 'main' && !isReported(clause) && !mayBeIndicative(scene, found, start)) return null
    const end = extentEnd(scene, order, position, found.clause, sentenceTo)
    return {
      kind: 'indirect',
      content: [[start, end]],
      cue: cueWords(scene, found),
      speaker: speakerOf(scene, found),
      clause: found.index,
      inner: false,
      rule: `statement/${kind}`,
    }
  }
  return null
}

/** A verb-second clause in the indicative follows a verb of saying only when it stands alone between them. */
const mayBeIndicative = (scene: Scene, found: CueClause, start: number): boolean =>
  (found.cue.subject === 'speaker' || isImpersonal(scene, found.clause)) &&
  found.cue.complements.has('quote') &&
  scene.lower[start - 1] === ',' &&
  !found.verb.negated

/** „erklärte: „Wenn das so bleibt, wird es teuer.““: all of it is a quotation. */
const opensBehindColon = (scene: Scene, at: number, after: number): boolean => {
  const quotation = scene.quotations[scene.quoted[at]!]
  return quotation !== undefined && quotation.from >= after && scene.lower[quotation.from - 1] === ':'
}

const isWholeQuotation = (scene: Scene, at: number): boolean => {
  const quotation = scene.quotations[scene.quoted[at]!]
  return quotation !== undefined && quotation.from >= at - 1 && quotation.to - quotation.from > 4
}

/**
 * What stands before an inserted cue, and goes on behind it.
 *
 *     Die Mittel reichten nicht, sagte die Ministerin, und man habe gewarnt.
 *     ^^^^^^^^^^^^^^^^^^^^^^^^^                        ^^^^^^^^^^^^^^^^^^^^^
 */
const around = (
  scene: Scene,
  found: CueClause,
  order: readonly number[],
  sentenceFrom: number,
  sentenceTo: number,
): Proposal | null => {
  if (!takes(found, 'inserted') || !isInserted(scene, found, sentenceFrom)) return null
  if (found.verb.voice === 'active' && speakerOf(scene, found) === null) return null
  let end = found.verb.finite!
  if (scene.rules.inserted.has(scene.lower[end - 1]!)) end--
  if (endsInQuotation(scene, sentenceFrom, end)) return null
  if (end - sentenceFrom < 2) return null
  // „Ob es reicht, wollte sie nicht sagen.“
  if (found.verb.negated && scene.rules.asking.has(scene.lower[sentenceFrom]!)) return null
  const rest = goesOn(scene, found, order, sentenceTo, standsBefore(scene, order, end))
  if (rest === null) return null
  return {
    kind: 'indirect',
    content: [[beginsBehind(scene, order, sentenceFrom, end), end], ...rest],
    cue: cueWords(scene, found),
    speaker: speakerOf(scene, found),
    clause: found.index,
    inner: false,
    rule: 'statement/inserted',
  }
}

/**
 * Where what was said begins when the reporter's own clause stands before it in the same sentence.
 *
 *     Pfister rügt den Entscheid: Der Bundesrat helfe nicht, schrieb er.
 *                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^
 */
const beginsBehind = (scene: Scene, order: readonly number[], from: number, end: number): number => {
  let begin = from
  let isTold = false
  for (const index of order.slice(0, farthest)) {
    const clause = scene.clauses[index]!
    const at = firstWord(clause)
    if (at >= end) break
    if (clause.kind !== 'main' || clause.verb === null) continue
    if (isTold && isReported(clause) && /^[;:]$/u.test(scene.lower[at - 1] ?? '')) begin = at
    isTold = !isReported(clause)
  }
  return begin
}

/**
 * What goes on behind an inserted cue: the same sentence where the cue split it, else a further clause in the
 * subjunctive. Null where the cue stands in the middle of nothing said.
 *
 *     Bis zum Herbst, schätzen Forscher, werde das Eis schmelzen.
 *                                        ^^^^^^^^^^^^^^^^^^^^^^^
 */
const goesOn = (
  scene: Scene,
  found: CueClause,
  order: readonly number[],
  sentenceTo: number,
  complete: boolean,
): readonly (readonly [number, number])[] | null => {
  const after = partEnd(found)
  const place = scene.place[found.index]!
  for (let position = place + 1; position < order.length && position < place + farthest; position++) {
    const index = order[position]!
    const clause = scene.clauses[index]!
    const start = firstWord(clause)
    if (start < after || clause.kind === 'relative') continue
    const fits = complete
      ? (clause.kind === 'main' && isReported(clause)) || complementKind(scene, index) === 'clause'
      : clause.verb?.finite === start
    if (fits) return [[start, extentEnd(scene, order, position, found.clause, sentenceTo)]]
    break
  }
  return complete ? [] : null
}

/**
 * Whether a statement stands before an inserted cue: a main clause, or what a conjunction of saying opens. A clause
 * with „wenn“ or „nachdem“ alone is only the first place of the cue's own sentence.
 */
const standsBefore = (scene: Scene, order: readonly number[], end: number): boolean => {
  for (const index of order.slice(0, farthest)) {
    const clause = scene.clauses[index]!
    const at = firstWord(clause)
    if (at >= end) return false
    if (clause.kind === 'main' && clause.verb !== null) return true
    if (scene.rules.complementizers.has(scene.lower[clause.introducer ?? at]!)) return true
  }
  return false
}

/**
 * A clause with „wie“ that says who said it.
 *
 *     Wie die Polizei mitteilte, blieb die Straße gesperrt.
 *     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 */
const asClause = (scene: Scene, found: CueClause, from: number, to: number): Proposal | null => {
  const { clause } = found
  if (!takes(found, 'as') || clause.kind === 'main') return null
  // „Man wolle wissen, wie das Bündnis antworte“: in the subjunctive it is a question, and said itself.
  if (found.verb.mood === 'kon1') return null
  const opening = clause.introducer ?? firstWord(clause)
  if (!scene.rules.asWords.has(scene.lower[opening]!)) return null
  return {
    kind: 'attributed',
    content: [[from, to]],
    cue: [opening, ...cueWords(scene, found)],
    speaker: speakerOf(scene, found),
    clause: found.index,
    inner: false,
    rule: 'statement/as',
  }
}

/**
 * A pronoun that stands for the sentence before.
 *
 *     Die Brücke wird gesperrt. Das sagte ein Sprecher der Stadt.
 *     ^^^^^^^^^^^^^^^^^^^^^^^^^ ^^^
 */
const pointingBack = (scene: Scene, found: CueClause, sentence: number): Proposal | null => {
  const { from } = scene.sentences[sentence]!
  const before = scene.sentences[sentence - 1]
  if (before === undefined || scene.opensParagraph[sentence]) return null
  if (!scene.rules.demonstratives.has(scene.lower[from]!) || found.verb.finite !== from + 1) return null
  if (!takes(found, 'inserted')) return null
  return {
    kind: 'attributed',
    content: [[before.from, before.to]],
    cue: cueWords(scene, found),
    speaker: speakerOf(scene, found),
    clause: found.index,
    inner: false,
    rule: 'statement/pointing-back',
  }
}

/**
 * A verb that takes the claim as a phrase; the content is the whole clause.
 *
 *     Die Behörde warnte vor glatten Straßen.
 *     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 */
const phraseClaim = (
  scene: Scene,
  found: CueClause,
  order: readonly number[],
  to: number,
): Proposal | null => {
  const { clause, cue } = found
  if (cue.claims.size === 0 || clause.kind === 'relative' || clause.kind === 'infinitive') return null
  const speaker = speakerOf(scene, found)
  if (speaker === null) return null
  let hasClaim = false
  for (const index of clause.phrases.slice(0, farthest)) {
    const phrase = scene.phrases[index]!
    if (index === clause.subject) continue
    if (phrase.preposition !== null && cue.claims.has(phrase.preposition)) hasClaim = true
    if (phrase.governor !== null) continue
    if (cue.claims.has('object') && phrase.preposition === null && phrase.role === 'object') {
      const head = scene.words[phrase.head]!
      // „nannte keine Einzelheiten“: what they are is not told.
      if (scene.rules.untold.has(head.lemma)) return null
      // „Der Sturm forderte zwölf Todesopfer“ is no demand.
      if (scene.rules.victims.has(head.parts.at(-1) ?? '')) return null
      // „bestätigte dies“: the claim stands elsewhere.
      if (head.upos !== 'PRON' && !scene.rules.demonstratives.has(scene.lower[phrase.head]!)) hasClaim = true
    }
  }
  if (!hasClaim && cue.claims.has('als'))
    for (const at of ownWords(clause)) if (scene.lower[at] === 'als') hasClaim = true
  if (!hasClaim) return null
  const first = firstWord(clause)
  const from = scene.words[first]!.upos === 'CCONJ' ? first + 1 : first
  const end = clauseExtent(scene, order, found.index, to)
  return {
    kind: 'attributed',
    content: [[from, end]],
    cue: cueWords(scene, found),
    speaker,
    clause: found.index,
    inner: false,
    rule: 'statement/phrase',
  }
}

/** A main clause with what depends on it: up to the next main clause. */
export const clauseExtent = (scene: Scene, order: readonly number[], index: number, to: number): number => {
  const clause = scene.clauses[index]!
  const last = clause.parts.at(-1)?.[1] ?? to
  if (clause.kind !== 'main') {
    return last
  }
  let end = to
  for (const other of order.slice(scene.place[index]!, scene.place[index]! + farthest)) {
    const next = scene.clauses[other]!
    const at = firstWord(next)
    if (other !== index && next.kind === 'main' && at >= last) {
      end = at
      break
    }
  }
  return beforeQuotation(scene, firstWord(clause), end)
}

/** Cues of a sentence that are verbs. */
export const byVerb = (scene: Scene, sentence: number): readonly Proposal[] => {
  const { from, to } = scene.sentences[sentence]!
  const order = scene.clausesOf[sentence]!
  const out: Proposal[] = []
  for (const index of order) {
    const found = cueOf(scene, index)
    if (found === null) continue
    if (scene.quoted[found.verb.main]! >= 0) continue
    const proposal =
      asClause(scene, found, from, to) ??
      around(scene, found, order, from, to) ??
      behind(scene, found, order, to) ??
      pointingBack(scene, found, sentence) ??
      phraseClaim(scene, found, order, to)
    // „Die Stadt gehe davon aus, …“: the cue itself is said by the one before.
    if (proposal !== null)
      out.push({ ...proposal, inner: found.clause.kind === 'main' && isReported(found.clause) })
  }
  return out
}
