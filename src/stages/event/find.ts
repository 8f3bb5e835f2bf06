/** All candidates of a document: every verb, noun and participle that a cue of the codebook fits. */
import { type Candidate, nounRegion } from './candidate.ts'
import { wordsAbout } from './extension.ts'
import { contentsOf } from './goods.ts'
import { nounCandidate } from './noun-candidates.ts'
import { participleCandidate } from './participle-candidates.ts'
import { participleAt } from './participles.ts'
import type { Scene } from './scene.ts'
import { joinedVerbs, verbCandidate } from './verb-candidates.ts'

/** All candidates in text order; several for one word are alternatives, the most specific first. */
export const findCandidates = (scene: Scene): readonly Candidate[] => {
  const out: Candidate[] = []
  const { clause: clauses, word: words } = scene.doc
  clauses.forEach((clause, i) => {
    const verb = scene.verbs[i]!
    if (verb === null || clause.question) return
    for (const { lemma, main } of [verb, ...joinedVerbs(scene, verb)])
      for (const typed of scene.vocabulary.verbs.get(lemma) ?? []) {
        const candidate = verbCandidate(scene, i, main, typed)
        if (candidate !== null) out.push(candidate)
      }
  })
  for (let i = 0; i < words.length; i++) {
    const cues = scene.vocabulary.nounCues(words[i]!)
    if (cues.length > 0) {
      const region = wordsAbout(scene, i) ?? nounRegion(scene, i)
      const contents = contentsOf(scene, region)
      for (const typed of cues) {
        const candidate = nounCandidate(scene, i, region, contents, typed)
        if (candidate !== null) out.push(candidate)
      }
      continue
    }
    const participle = participleAt(scene, i)
    if (participle === null) continue
    for (const typed of scene.vocabulary.verbs.get(participle.lemma) ?? []) {
      const candidate = participleCandidate(scene, i, participle, typed)
      if (candidate !== null) out.push(candidate)
    }
  }
  // Stable: alternatives keep their order.
  return out.sort((a, b) => a.at - b.at)
}
