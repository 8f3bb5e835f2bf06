/** What is said of a thing further on: „ein Paket, das 60 Milliarden Dollar für die Ukraine vorsieht“. */
import { clauseWords, wordsUnder } from './phrases.ts'
import type { Scene } from './scene.ts'
import { antecedent } from './subjects.ts'

/** A relative clause about one of some phrases that says what is in it, with the infinitives below it. */
const clausesAbout = (scene: Scene, phrases: readonly number[]): number[] => {
  const { clause: clauses, phrase: all } = scene.doc
  const out: number[] = []
  for (const p of phrases) {
    const home = scene.clauseOf[all[p]!.head]!
    if (home < 0) continue
    const under = new Set(wordsUnder(scene, p))
    for (const child of scene.children[home]!) {
      const clause = clauses[child]!
      const verb = scene.verbs[child]
      if (clause.kind !== 'relative' || verb == null || !scene.rules.extensionVerbs.has(verb.lemma)) continue
      const meant = antecedent(scene, clause)
      if (meant !== null && under.has(all[meant]!.head)) out.push(child, ...scene.children[child]!)
    }
  }
  return out
}

export interface Extension {
  readonly clauses: readonly number[]
  readonly words: readonly number[]
}

/** What relative clauses say that some phrases hold. */
export const extensionOf = (scene: Scene, phrases: readonly number[]): Extension => {
  const clauses = clausesAbout(scene, phrases)
  return { clauses, words: clauses.flatMap((c) => clauseWords(scene.doc.clause[c]!)) }
}

/** „Der Stopp betrifft Patriot-Raketen“: the clause goes on about the noun that is its subject. */
export const wordsAbout = (scene: Scene, word: number): readonly number[] | null => {
  const clause = scene.clauseOf[word]!
  const phrase = scene.phraseOf[word]!
  const verb = clause < 0 ? null : scene.verbs[clause]!
  if (verb === null || phrase < 0 || !scene.rules.extensionVerbs.has(verb.lemma)) return null
  const inSubject = scene.doc.clause[clause]!.subject === phrase
  return inSubject ? clauseWords(scene.doc.clause[clause]!) : null
}
