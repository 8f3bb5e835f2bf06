import { isReported } from './extent.ts'
import type { SpeakerWords } from './phrase.ts'
import type { Scene } from './scene.ts'
import { actorBefore } from './speaker.ts'
import type { Proposal } from './statement.ts'

/** How a sentence without a cue goes on with what was said before it. */
type Continuation = 'subjunctive' | 'replacement' | 'hearsay' | 'plan' | null

/** „soll … gewesen sein“ can only be hearsay, „soll … kommen“ may be a plan of the reporter's own. */
const isPast = (scene: Scene, words: readonly number[]): boolean =>
  words.length > 2 && words.some((at) => scene.rules.perfect.has(scene.lower[at]!))

/**
 * Whether a sentence is still somebody's words.
 *
 *     Die Lage sei ernst. Man würde sie prüfen. Drei Menschen sollen verletzt sein.
 *              ^^^            ^^^^^                           ^^^^^^
 */
const continuationOf = (scene: Scene, sentence: number): Continuation => {
  for (const index of scene.clausesOf[sentence]!) {
    const clause = scene.clauses[index]!
    if (clause.kind !== 'main' || clause.verb?.finite == null) continue
    const finite = scene.words[clause.verb.finite]!
    if (scene.quoted[clause.verb.finite]! >= 0) continue
    const subject = clause.subject === null ? null : scene.phrases[clause.subject]
    if (subject && scene.rules.firstPerson.has(scene.lower[subject.head]!)) return null
    if (isReported(clause)) {
      if (clause.verb.mood === 'kon1') return 'subjunctive'
      // „Er möchte sparen“ is a wish of today.
      return finite.lemma === scene.rules.wishing ? 'plan' : 'replacement'
    }
    if (clause.verb.modals.some((modal) => scene.rules.hearsay.has(modal)) && finite.feats.tense === 'pres')
      return isPast(scene, clause.verb.words) ? 'hearsay' : 'plan'
    return null
  }
  return null
}

/** Whether a sentence can only be somebody's words that go on. */
export const runsOn = (scene: Scene, sentence: number): boolean =>
  continuationOf(scene, sentence) === 'subjunctive'

/** Adds the sentences in which somebody's words run on without a cue, each as a statement of its own. */
export const withRuns = (
  scene: Scene,
  kept: readonly Proposal[],
  claimed: Int32Array,
): readonly Proposal[] => {
  const out: Proposal[] = []
  let next = 0
  let open = false
  // „Das teilte er mit. Man habe …“: the cue stands behind what was said.
  const cues = new Set(kept.map(({ cue }) => scene.words[cue[0] ?? -1]?.sentence ?? -1))
  for (let sentence = 0; sentence < scene.sentences.length; sentence++) {
    const { from, to } = scene.sentences[sentence]!
    const before = next
    while (next < kept.length && kept[next]!.content[0]![0] < to) out.push(kept[next++]!)
    if (next > before) {
      open = true
      continue
    }
    if (cues.has(sentence)) open = true
    if (claimed[from]! >= 0 || cues.has(sentence)) continue
    const how = continuationOf(scene, sentence)
    // Only forms that can be nothing else start a run of their own.
    // „Es soll helfen“ may be the reporter's own word: it neither is said nor ends what is.
    if (how === 'plan') continue
    if (how === null || (how !== 'subjunctive' && !open)) {
      if (how === null) open = false
      continue
    }
    const starts = !open
    open = true
    out.push(continuing(scene, sentence, how, starts ? actorBefore(scene, sentence) : null))
  }
  return out
}

/** The sentence, as a proposal of its own. */
const continuing = (
  scene: Scene,
  sentence: number,
  how: Continuation,
  speaker: SpeakerWords | null,
): Proposal => {
  const { from, to } = scene.sentences[sentence]!
  return {
    kind: 'free-indirect',
    content: [[from, to]],
    cue: [],
    speaker: speaker ?? 'before',
    clause: null,
    inner: false,
    rule: `statement/${how}`,
  }
}
