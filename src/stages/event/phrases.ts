/** Which words and phrases belong together: „die Hilfe | der USA | für Kiew und Chisinau“. */
import type { Clause, NounPhrase } from '../../core/layers.ts'
import { firstIndex } from '../../core/sorted.ts'
import type { Scene } from './scene.ts'

/** Index of the word at or after an offset. */
export const wordAt = (scene: Scene, offset: number): number =>
  firstIndex(scene.doc.word, ({ end }) => end <= offset)

export const clauseWords = (clause: Clause): number[] => {
  const out: number[] = []
  for (const [from, to] of clause.parts) for (let i = from; i < to; i++) out.push(i)
  return out
}

/** A phrase with everything that hangs on it, as word indices; `without` leaves out phrases under it. */
export const wordsUnder = (
  scene: Scene,
  phrase: number,
  without?: (p: NounPhrase, under: NounPhrase) => boolean,
): number[] => {
  const { phrase: phrases } = scene.doc
  const taken = new Set<number>()
  const left = new Set<number>()
  const walk = (at: number, depth: number): void => {
    const { from, to } = phrases[at]!
    for (let i = from; i < to; i++) taken.add(i)
    if (depth > 8) return
    for (const child of scene.dependents[at]!) {
      const inner = phrases[child]!
      if (inner.role === 'apposition' || without === undefined || !without(inner, phrases[at]!))
        walk(child, depth + 1)
      else for (let i = inner.from; i < inner.to; i++) left.add(i)
    }
  }
  walk(phrase, 0)
  for (const i of left) taken.delete(i)
  return [...taken].sort((a, b) => a - b)
}

/** Phrases joined to this one by „und“, itself first: „Kiew und Washington“. */
export const coordinated = (scene: Scene, phrase: number): readonly number[] => {
  const { phrase: phrases, word: words } = scene.doc
  const out = [phrase]
  let last = phrase
  for (let step = 0; step < 12; step++) {
    const members = wordsUnder(scene, last)
    let next = (members.at(-1) ?? phrases[last]!.to - 1) + 1
    // „Olaf Scholz (SPD) und …“
    if (words[next]?.text === ')') next++
    const joint = words[next]
    if (joint === undefined) break
    const isList = joint.text === ','
    if (!isList && !scene.rules.conjunctions.has(joint.text.toLowerCase())) break
    const following = scene.phraseOf[next + 1]
    if (following === undefined || following < 0 || following === last) break
    let top = following
    // The outermost phrase that begins there.
    for (
      let up = phrases[top]!.governor;
      up !== null && phrases[up]!.from === next + 1;
      up = phrases[top]!.governor
    )
      top = up
    // „… und Frankreichs Präsident“: the genitive stands in front of what it hangs on.
    const owned = phrases[top]!.role === 'genitive' ? phrases[top]!.governor : null
    const isOwned = owned !== null && phrases[owned]!.from === phrases[top]!.to
    if (isOwned) top = owned
    const candidate = phrases[top]!
    if ((candidate.from !== next + 1 && !isOwned) || candidate.preposition !== null) break
    if (scene.clauseOf[next + 1] !== scene.clauseOf[phrases[phrase]!.head]) break
    if (isList && scene.mentionsAt[candidate.head]!.length === 0) break
    out.push(top)
    last = top
  }
  return out
}

/** Phrases that follow a noun's phrase without a break: attributes of it, wherever the syntax hung them. */
export const phrasesAfter = (scene: Scene, phrase: number): readonly number[] => {
  const { phrase: phrases, word: words } = scene.doc
  const clause = scene.clauseOf[phrases[phrase]!.head]
  const out: number[] = []
  let end = phrases[phrase]!.to
  for (let step = 0; step < 12; step++) {
    const joined = scene.rules.conjunctions.has(words[end]?.text.toLowerCase() ?? '')
    if (joined) end++
    const next = scene.phraseOf[end]
    if (next === undefined || next < 0 || scene.clauseOf[end] !== clause) break
    const { preposition, role, to } = phrases[next]!
    if (!joined && preposition === null && role !== 'genitive') break
    if (preposition !== null && scene.rules.asides.has(preposition)) break
    out.push(next)
    end = Math.max(end + 1, to)
  }
  return out
}
