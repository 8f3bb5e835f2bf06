import type { Span } from '../../core/span.ts'
import { firstWord, type Scene } from './scene.ts'

/** Words that name a speaker, half-open, and the word that carries them. */
export interface SpeakerWords {
  readonly from: number
  readonly to: number
  readonly head: number
}

export const isNominal = (upos: string): boolean => upos === 'NOUN' || upos === 'PROPN'

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
