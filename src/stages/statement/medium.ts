import type { Speaker } from '../../core/layers.ts'
import { backedBy } from './attribution.ts'
import { phraseFrom } from './phrase.ts'
import { resolve } from './resolve.ts'
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

const within = ({ content }: Proposal, word: number): boolean =>
  content.some(([from, to]) => word >= from && word < to)

/** Words of a sentence that are searched for a further source. */
const longest = 60

/**
 * Who stands behind whom, outermost first: the one who reports it, and on whom that one relies.
 *
 *     berichtete die Zeitung unter Berufung auf Regierungskreise
 *                ^^^^^^^^^^^                     ^^^^^^^^^^^^^^^^
 */
export const chainOf = (scene: Scene, proposal: Proposal, speaker: Speaker | null): readonly string[] => {
  const at = proposal.cue[0]
  if (at === undefined || speaker === null) return []
  const { from, to } = scene.sentences[scene.words[at]!.sentence]!
  for (let word = Math.max(from, at - longest); word < to && word < at + longest; word++) {
    // „sagte sie der Agentur zufolge“
    const backing = proposal.rule === 'statement/attribution' ? null : backedBy(scene, word, from, to)
    if (backing !== null && scene.quoted[word]! < 0 && !within(proposal, word)) {
      const meant = resolve(scene, backing)
      if (meant !== null && meant.name !== speaker.name) return [meant.name, speaker.name]
    }
    if (!scene.rules.reliance.has(scene.words[word]!.lemma)) continue
    if (scene.words[word - 1]?.upos !== 'ADP' || scene.words[word + 1]?.upos !== 'ADP') continue
    const behind = phraseFrom(scene, word + 1, to) ?? phraseFrom(scene, word + 2, to)
    if (behind === null) continue
    const first = scene.words[behind.from]!.upos === 'ADP' ? behind.from + 1 : behind.from
    const name = scene.text.slice(scene.words[first]!.start, scene.words[behind.to - 1]!.end)
    return [speaker.name, name]
  }
  return []
}
