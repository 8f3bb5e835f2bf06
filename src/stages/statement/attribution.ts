import { cueOf, isInserted } from './cue.ts'
import { beforeQuotation, endsInQuotation } from './extent.ts'
import { clauseExtent } from './indirect.ts'
import { phraseFrom, type SpeakerWords } from './phrase.ts'
import { farthest, firstWord, type Scene } from './scene.ts'
import type { Proposal } from './statement.ts'

/** „Angaben“, „Medienberichten“, „Polizeiangaben“ */
const isSource = (scene: Scene, at: number): boolean => {
  const word = scene.words[at]!
  if (word.upos !== 'NOUN' && word.upos !== 'PROPN') return false
  if (scene.rules.sources.has(word.lemma)) return true
  const lower = scene.lower[at]!
  return scene.rules.sourceEndings.some((ending) => lower.endsWith(ending) && lower.length > ending.length)
}

interface Found {
  readonly cue: readonly number[]
  readonly speaker: SpeakerWords | 'before' | null
  /** Everything of the attribution. */
  readonly from: number
  readonly to: number
}

/** Words after a preposition in which its noun must stand. */
const reach = 7

/**
 * A preposition that says who says it.
 *
 *     Laut Polizei …     nach Angaben der Bahn …     nach Ansicht von Fachleuten …     aus Sicht der Länder …
 *     ^^^^^^^^^^^^       ^^^^^^^^^^^^^^^^^^^^^       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^       ^^^^^^^^^^^^^^^^^^^^
 */
const prepositional = (scene: Scene, at: number, to: number): Found | null => {
  const form = scene.lower[at]!
  // „gemäß Cassis“, but „gemäß dem Gesetz“
  const byPerson = scene.rules.attributiveOfPerson.has(form) && isPerson(scene, at + 1)
  const any = scene.rules.attributive.has(form) || byPerson
  const view = scene.rules.views.get(form)
  if (!any && view === undefined && !scene.rules.attributiveOfSource.has(form)) return null
  if (any) {
    const speaker = phraseFrom(scene, at + 1, to)
    return speaker === null ? null : { cue: [at], speaker, from: at, to: speaker.to }
  }
  for (let noun = at + 1; noun < to && noun <= at + reach; noun++) {
    const word = scene.words[noun]!
    if (word.upos === 'PUNCT' || word.upos === 'VERB' || word.upos === 'AUX') return null
    const fits = view === undefined ? isSource(scene, noun) : view.has(word.lemma)
    if (!fits) {
      if (word.upos === 'NOUN' || word.upos === 'PROPN') {
        // „nach Merkels Worten“: a name in the genitive may come first.
        if (!(word.upos === 'PROPN' && noun - at <= 3)) return null
      }
      continue
    }
    const speaker = phraseFrom(scene, at + 1, to)
    const words =
      speaker === null || speaker.to <= noun ? { from: at + 1, to: noun + 1, head: noun } : speaker
    const source = sourceWords(scene, words, noun, to)
    return { cue: [at], speaker: { ...source, head: ownerIn(scene, source, noun) }, from: at, to: words.to }
  }
  return null
}

const isPerson = (scene: Scene, at: number): boolean => {
  const mention = scene.mentions[scene.mentionAt[at] ?? -1]
  return mention?.type === 'PER' && mention.form === 'name'
}

/** „Angaben“ with its genitive or „von …“, where the phrase has not taken it in. */
const sourceWords = (scene: Scene, words: SpeakerWords, noun: number, to: number): SpeakerWords => {
  if (words.to > noun + 1) return words
  const next = scene.words[noun + 1]
  if (next === undefined || noun + 1 >= to) return words
  if (next.lemma === 'von' || next.upos === 'DET' || next.upos === 'PROPN') {
    // „Bericht der „Financial Times““
    const quotes = scene.quoted[noun + 2]! >= 0 && scene.quoted[noun + 1]! < 0
    const more = phraseFrom(scene, next.lemma === 'von' || quotes ? noun + 2 : noun + 1, to)
    if (
      more !== null &&
      (next.lemma === 'von' || quotes || scene.words[more.head]!.feats.cases?.includes('gen') !== false)
    )
      return { from: words.from, to: more.to, head: words.head }
  }
  return words
}

/** „Angaben *des Ministeriums*“: whose they are carries the phrase, else the noun itself. */
const ownerIn = (scene: Scene, { to }: SpeakerWords, noun: number): number => {
  for (let at = noun + 1; at < to; at++) {
    const phrase = scene.phrases[scene.phraseAt[at]!]
    if (phrase !== undefined && phrase.head < to) return phrase.head
    if (scene.words[at]!.upos === 'PROPN' || scene.words[at]!.upos === 'NOUN') return at
  }
  return noun
}

/**
 * A postposition.
 *
 *     dem Ministerium zufolge …     den Angaben nach …
 *     ^^^^^^^^^^^^^^^^^^^^^^^       ^^^^^^^^^^^^^^^^
 */
const postpositional = (scene: Scene, at: number, from: number): Found | null => {
  if (!scene.rules.attributivePostposed.has(scene.lower[at]!)) return null
  const strict = scene.lower[at] !== 'zufolge'
  // A preposition governs what follows; a postposition stands before a verb, a comma or an adverb.
  let start = at
  while (start > from) {
    const word = scene.words[start - 1]!
    if (!['DET', 'ADJ', 'NOUN', 'PROPN', 'PRON'].includes(word.upos)) {
      if (word.upos === 'ADP' && start < at && !strict) {
        start--
        continue
      }
      break
    }
    start--
    // „dem Sprecher der Bahn zufolge“, but „sagte Anna Weber der Bahn zufolge“
    if (word.upos !== 'DET') continue
    if (scene.words[start]!.feats.cases?.includes('gen') !== true) break
    if (start > from && scene.words[start - 1]!.upos === 'PROPN') break
  }
  if (start === at) return null
  const head = headOf(scene, start, at)
  if (strict) {
    const next = scene.words[at + 1]?.upos
    if (next === 'DET' || next === 'NOUN' || next === 'PROPN' || next === 'ADJ' || next === 'NUM') return null
    let hasSource = false
    for (let noun = start; noun < at; noun++) if (isSource(scene, noun)) hasSource = true
    if (!hasSource) return null
  }
  return { cue: [at], speaker: { from: start, to: at, head }, from: start, to: at + 1 }
}

const headOf = (scene: Scene, from: number, to: number): number => {
  for (let at = from; at < to; at++) {
    const { upos } = scene.words[at]!
    if (upos === 'NOUN' || upos === 'PROPN' || (upos === 'PRON' && to - from === 1)) return at
  }
  return to - 1
}

/**
 * „so“ with who said it, after a comma.
 *
 *     Die Lage sei ernst, so der Minister weiter.
 *                       ^^^^^^^^^^^^^^^^^^
 */
const insertedSo = (scene: Scene, at: number, from: number, to: number): Found | null => {
  if (!scene.rules.inserted.has(scene.lower[at]!)) return null
  if (at <= from || !/^[,“”"«»–—-]$/u.test(scene.lower[at - 1]!)) return null
  const next = scene.words[at + 1]
  if (next === undefined) return null
  // „so dessen Vorsitzender“
  const another = scene.rules.ofAnother.has(scene.lower[at + 1]!)
  if (!another && !['DET', 'NOUN', 'PROPN', 'ADJ'].includes(next.upos)) return null
  const speaker = phraseFrom(scene, another ? at + 2 : at + 1, to)
  if (speaker === null) return null
  const head = scene.words[speaker.head]!
  if (head.upos !== 'NOUN' && head.upos !== 'PROPN') return null
  // It ends the sentence or a comma closes it; „so die Lage es erlaubt“ is another „so“.
  for (let after = speaker.to; after < to && after < speaker.to + 14; after++) {
    const { upos } = scene.words[after]!
    if (upos === 'PUNCT' && scene.lower[after] !== '(' && scene.lower[after] !== ')') break
    if ((upos === 'VERB' || upos === 'AUX') && scene.words[after]!.feats.verbForm === 'fin') return null
  }
  return { cue: [at], speaker, from: at, to: speaker.to }
}

/** Attributions of a sentence by preposition, postposition, „so“ and „demnach“. */
export const byAttribution = (scene: Scene, sentence: number): readonly Proposal[] => {
  const { from, to } = scene.sentences[sentence]!
  const order = scene.clausesOf[sentence]!
  const out: Proposal[] = []
  for (let at = from; at < to; at++) {
    if (scene.quoted[at]! >= 0) continue
    const so = insertedSo(scene, at, from, to)
    if (so !== null && !endsInQuotation(scene, from, at)) {
      out.push({
        kind: 'indirect',
        content: bothSides(scene, from, so, to),
        cue: so.cue,
        speaker: so.speaker,
        clause: null,
        inner: false,
        rule: 'statement/so',
      })
      continue
    }
    const found = prepositional(scene, at, to) ?? postpositional(scene, at, from) ?? backward(scene, at, from)
    if (found === null) continue
    const owner = scene.owner[at]!
    const clause = owner >= 0 ? scene.clauses[owner]! : null
    // „„…“, sagte sie der Agentur zufolge“: the quotation has a cue, the agency stands behind it.
    if (clause !== null && clause.kind === 'main' && scene.quoted[from]! >= 0 && from < firstWord(clause)) {
      const cue = cueOf(scene, owner)
      if (cue !== null && isInserted(scene, cue, from)) continue
    }
    const dependent = clause !== null && clause.kind !== 'main' && clause.kind !== 'fragment'
    const start = dependent ? firstWord(clause) : mainStart(scene, order, owner, from)
    const end = dependent ? clauseExtent(scene, order, owner, to) : beforeQuotation(scene, start, to)
    // „Sie sagte laut Agentur: „…““: likewise.
    if (clause !== null && end < to && cueOf(scene, owner) !== null) continue
    const content: readonly [number, number] = [start, end]
    out.push({
      kind: 'attributed',
      content: [content],
      cue: found.cue,
      speaker: found.speaker,
      clause: null,
      inner: false,
      rule: 'statement/attribution',
    })
  }
  return out
}

/**
 * What stands before the attribution, and behind it when the sentence goes on there.
 *
 *     Bis zum Herbst, so die Forscher, werde das Eis geschmolzen sein.
 *     ^^^^^^^^^^^^^^                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 */
const bothSides = (
  scene: Scene,
  from: number,
  { from: first, to: last }: Found,
  to: number,
): readonly (readonly [number, number])[] => {
  const before: readonly [number, number] = [from, first]
  if (scene.lower[last] !== ',' || last + 2 >= to) return [before]
  const owner = scene.owner[last + 1]!
  const relative = owner >= 0 && scene.clauses[owner]!.kind === 'relative'
  const apposition = scene.words[last + 1]!.upos !== 'VERB' && scene.words[last + 1]!.upos !== 'AUX'
  return relative || (apposition && owner < 0) ? [before] : [before, [last + 1, to]]
}

/** Where the main clause starts that holds the attribution, with what is subordinate in front of it. */
const mainStart = (scene: Scene, order: readonly number[], owner: number, from: number): number => {
  let start = from
  if (owner < 0) return from
  const place = scene.place[owner]!
  for (const index of order.slice(Math.max(0, place - farthest), place)) {
    const clause = scene.clauses[index]!
    if (clause.kind === 'main' && clause.verb !== null) start = clause.parts.at(-1)![1]
  }
  return start
}

/** Who stands behind somebody's words by a preposition: „sagte sie laut Agentur“. */
export const backedBy = (scene: Scene, at: number, from: number, to: number): SpeakerWords | null => {
  const found = prepositional(scene, at, to) ?? postpositional(scene, at, from)
  return found === null || found.speaker === 'before' ? null : found.speaker
}

/** „Demnach“ at the start of a sentence or behind its verb: „Moskau verlangt demnach …“. */
const backward = (scene: Scene, at: number, from: number): Found | null =>
  scene.rules.backward.has(scene.lower[at]!) && (at === from || isBehindVerb(scene, at))
    ? { cue: [at], speaker: { from: at, to: at + 1, head: at }, from: at, to: at + 1 }
    : null

/** Between the finite verb of its clause and what follows; „wie er demnach sagte“ is another. */
const isBehindVerb = (scene: Scene, at: number): boolean => {
  const clause = scene.clauses[scene.owner[at]!]
  const finite = clause?.verb?.finite ?? -1
  return clause?.kind === 'main' && finite >= 0 && finite < at && at - finite < 4
}
