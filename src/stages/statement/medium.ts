import { farthest, type Scene } from './scene.ts'
import type { Proposal } from './statement.ts'

/**
 * What it was said in, or to whom: the phrase of the cue's clause that names a medium.
 *
 *     sagte sie in ihrer Videobotschaft      bestätigte er gegenüber Reportern
 *                        ^^^^^^^^^^^^^^                     ^^^^^^^^^^^^^^^^^^^
 */
export const mediumOf = (scene: Scene, proposal: Proposal): string | null => {
  if (proposal.clause === null) return null
  for (const index of scene.clauses[proposal.clause]!.phrases.slice(0, farthest)) {
    const phrase = scene.phrases[index]!
    if (phrase.preposition === null) continue
    const head = scene.words[phrase.head]!
    const tail = head.parts.at(-1) ?? ''
    const known =
      scene.rules.media.has(head.lemma) ||
      (head.parts.length > 1 && scene.rules.media.has((tail[0] ?? '').toUpperCase() + tail.slice(1)))
    const addressed = scene.rules.addressing.has(phrase.preposition)
    if (!known && !addressed) continue
    if (addressed) return scene.text.slice(phrase.start, phrase.end)
    let from = phrase.from
    while (from < phrase.head && ['ADP', 'DET', 'PRON'].includes(scene.words[from]!.upos)) from++
    return scene.text.slice(scene.words[from]!.start, phrase.end)
  }
  return null
}
