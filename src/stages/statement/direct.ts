import { cueOf, cueWords, ownWords, takes } from './cue.ts'
import { phraseFrom, type SpeakerWords } from './phrase.ts'
import { isPossessive } from './resolve.ts'
import { runsOn } from './run.ts'
import type { QuotedWords, Scene } from './scene.ts'
import { actorBefore, canSpeak, subjectOf } from './speaker.ts'
import type { Proposal } from './statement.ts'

/** Fewest words of a quotation that stands as an utterance without a cue beside it. */
const utteranceWords = 4

/** A sentence of its own: a finite verb, a capital and enough words, or a stop inside the marks. */
const isUtterance = (scene: Scene, { from, to }: QuotedWords): boolean => {
  let finite = false
  let count = 0
  for (let at = from; at < to; at++) {
    const word = scene.words[at]!
    if (word.upos !== 'PUNCT') count++
    if (word.feats.verbForm === 'fin') finite = true
    if (finite && count >= utteranceWords) break
  }
  if (count < utteranceWords || !finite) return false
  const last = scene.lower[to - 2]
  return last === '.' || last === '!' || last === '?' || /^\p{Lu}/u.test(scene.words[from + 1]?.text ?? '')
}

/**
 * Words in quotation marks that are only a name: behind the noun that they name, or all of them capitalised.
 *
 *     die Zeitung „Neuer Tag“      das Motto „Nie wieder“
 *                 ^^^^^^^^^^^                 ^^^^^^^^^^^^
 */
const isName = (scene: Scene, { from, to }: QuotedWords): boolean => {
  const before = scene.words[from - 1]
  if (before !== undefined && (before.upos === 'NOUN' || before.upos === 'PROPN')) return true
  for (let at = from; at < to; at++) {
    const word = scene.words[at]!
    if (word.upos !== 'PUNCT' && /^\p{Ll}/u.test(word.text) && !['ADP', 'DET', 'CCONJ'].includes(word.upos))
      return false
  }
  return scene.lower[from - 1] !== 'als' && before?.upos !== 'VERB'
}

/** The cue of a quotation, and who says it. */
interface Beside {
  readonly cue: readonly number[]
  readonly speaker: SpeakerWords | null
  readonly clause: number | null
}

/**
 * Who says a quotation, looked for where reports put it.
 *
 *     „…“, sagte die Ministerin.      Die Ministerin sagte: „…“      „…“, so die Ministerin.
 *     ^^^  ^^^^^ ^^^^^^^^^^^^^^
 */
const beside = (scene: Scene, quotation: QuotedWords): Beside | null => {
  const { from, to } = quotation
  let after = to
  while (after < scene.words.length && /^[,.–—-]$/u.test(scene.lower[after]!) && after < to + 2) after++
  // Behind it: an inserted verb or „so“.
  const next = scene.words[after]
  if (next !== undefined && scene.lower[to] !== '.') {
    const so = scene.rules.inserted.has(scene.lower[after]!)
    const verbAt = so && scene.words[after + 1]?.feats.verbForm === 'fin' ? after + 1 : after
    const owner = scene.owner[verbAt]!
    if (owner >= 0 && scene.clauses[owner]!.verb?.finite === verbAt) {
      const found = cueOf(scene, owner)
      if (found !== null && (takes(found, 'quote') || found.cue.claims.size > 0))
        return { cue: cueWords(scene, found), speaker: subjectOf(scene, found.clause), clause: owner }
    }
    if (so) {
      const sentence = scene.sentences[next.sentence]
      const speaker = phraseFrom(scene, after + 1, sentence?.to ?? after + 1)
      if (speaker !== null) return { cue: [after], speaker, clause: null }
    }
  }
  // Before it: a colon, or the verb's clause that it closes.
  const before = from - 1
  const introduced = scene.lower[before] === ':'
  if (before >= 0) {
    let at = before
    while (at >= 0 && scene.words[at]!.upos === 'PUNCT' && at > before - 2) at--
    const owner = at >= 0 ? scene.owner[at]! : -1
    if (owner >= 0 && (introduced || scene.words[at]!.sentence === scene.words[from]?.sentence)) {
      for (const index of withParents(scene, owner)) {
        const found = cueOf(scene, index)
        if (found === null) continue
        if (introduced || takes(found, 'quote'))
          return { cue: cueWords(scene, found), speaker: subjectOf(scene, found.clause), clause: index }
      }
    }
    if (introduced) return { cue: [], speaker: colonSpeaker(scene, before), clause: null }
  }
  return null
}

const withParents = function* (scene: Scene, index: number): Generator<number> {
  let at: number | null = index
  for (let steps = 0; at !== null && steps < 4; steps++) {
    yield at
    at = scene.clauses[at]?.parent ?? null
  }
}

/** „Merkel: „…““, or the subject of what stands before the colon. */
const colonSpeaker = (scene: Scene, colon: number): SpeakerWords | null => {
  const owner = colon > 0 ? scene.owner[colon - 1]! : -1
  const clause = owner >= 0 ? scene.clauses[owner]! : null
  if (clause === null) return null
  if (clause.verb === null) return phraseFrom(scene, [...ownWords(clause)][0] ?? colon - 1, colon)
  const subject = subjectOf(scene, clause)
  // „Seine Zuversicht hat Gründe: „…““
  return subject !== null && isPossessive(scene, subject.from) && !canSpeak(scene, subject) ? null : subject
}

/** Indirect speech that a colon and a quotation follow has the same cue: „sagte, man sei bereit: „…““. */
const said = (
  scene: Scene,
  before: number,
  claimed: Int32Array,
  outer: readonly Proposal[],
): Beside | null => {
  const proposal = outer[claimed[before] ?? -1]
  if (proposal === undefined || scene.quoted[before]! >= 0) return null
  // „Die Nachricht laut Rat: „…““, but „Sie sprach von einem Test: „…““ has its verb.
  if (proposal.kind === 'attributed' && proposal.rule !== 'statement/attribution') return null
  const speaker = proposal.speaker === 'before' ? null : proposal.speaker
  return { cue: proposal.cue, speaker, clause: proposal.clause }
}

/** A quotation without a cue is said by whom the sentence before tells of, unless somebody spoke in it. */
const alone = (scene: Scene, from: number, claimed: Int32Array): SpeakerWords | null => {
  const sentence = scene.words[from]!.sentence
  const before = scene.sentences[sentence - 1]
  if (before === undefined || claimed[before.from]! >= 0 || claimed[before.to - 2]! >= 0) return null
  // „Man habe gewarnt. „…““: whoever said the one says the other.
  if (runsOn(scene, sentence - 1)) return null
  if (scene.quoted[before.to - 1]! >= 0) return null
  return actorBefore(scene, sentence)
}

/** Quotations that are statements of their own; `claimed` says which words are somebody's indirect speech. */
export const byQuotation = (
  scene: Scene,
  claimed: Int32Array,
  outer: readonly Proposal[],
): readonly Proposal[] => {
  const out: Proposal[] = []
  for (let index = 0; index < scene.quotations.length; index++) {
    const quotation = scene.quotations[index]!
    const { from, to } = quotation
    if (to <= from || claimed[from]! >= 0) continue
    const introduced = scene.lower[from - 1] === ':'
    const named = (introduced ? said(scene, from - 2, claimed, outer) : null) ?? beside(scene, quotation)
    const utterance = isUtterance(scene, quotation)
    if (named === null ? !utterance : !(utterance || introduced) && isName(scene, quotation)) continue
    out.push({
      kind: 'direct',
      content: [[from, to]],
      cue: named?.cue ?? [],
      speaker: named?.speaker ?? (named === null ? alone(scene, from, claimed) : null) ?? 'before',
      clause: named?.clause ?? null,
      inner: false,
      rule: named === null ? 'statement/quotation' : 'statement/quotation-with-cue',
    })
  }
  return out
}
