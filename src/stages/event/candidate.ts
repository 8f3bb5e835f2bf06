/**
 * A candidate: a word that a cue of the codebook fits, with what stands around it.
 *
 *     Berlin liefert der Ukraine 18 Panzer → verb „liefert“, actors Berlin, recipients Ukraine, goods tank
 */
import type { Cue, EventType } from '../../codebook/codebook.ts'
import type { Extension } from './extension.ts'
import type { Contents } from './goods.ts'
import { phrasesAfter, wordsUnder } from './phrases.ts'
import { fillRole, type RoleFill } from './roles.ts'
import type { Scene } from './scene.ts'
import { type Filled, verbSlot } from './slots.ts'

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

export const lower = (scene: Scene, word: number): string => scene.doc.word[word]!.text.toLowerCase()

/** Clauses that say what is promised, asked or refused: „…, der Ukraine Panzer zu liefern“, „…, dass …“. */
export const complementsOf = (scene: Scene, clauseIndex: number): readonly number[] =>
  scene.children[clauseIndex]!.filter((child) => {
    const clause = scene.doc.clause[child]!
    if (clause.kind === 'infinitive' || (clause.verb !== null && clause.verb.finite === null))
      return clause.introducer === null || clause.kind === 'relative'
    if (clause.kind !== 'subordinate') return false
    return clause.introducer !== null && scene.rules.complementizers.has(lower(scene, clause.introducer))
  })

export const has =
  (contents: Contents) =>
  (name: string): boolean =>
    name === 'goods' ? contents.goods.length > 0 : contents.classes.has(name)

export const fitsAbout = (cue: Cue, contents: Contents): boolean => {
  if (cue.about.length > 0 && !cue.about.some(has(contents))) return false
  return !cue.notAbout.some(has(contents))
}

/** The words beside a verb, in order, in one clause: „stellt … zur Verfügung“. Null where one is missing. */
export const findBeside = (
  scene: Scene,
  members: readonly number[],
  beside: readonly string[],
): number[] | null => {
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

/** Who gets it: named beside the act, else where a relative clause says what is in it. */
export const recipientsOf = (
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

/** Words that hang on a noun: its attributes left and right, and phrases that follow at once. */
export const nounRegion = (scene: Scene, word: number): number[] => {
  const phrase = scene.phraseOf[word]!
  if (phrase < 0) return [word]
  const members = new Set(wordsUnder(scene, phrase))
  for (const next of phrasesAfter(scene, phrase)) for (const i of wordsUnder(scene, next)) members.add(i)
  return [...members].sort((a, b) => a - b)
}
