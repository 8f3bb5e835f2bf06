import type { Speaker, StatementAnnotation } from '../../core/layers.ts'
import { bySpan, type Span } from '../../core/span.ts'
import type { Stage } from '../../core/stage.ts'
import type { Knowledge } from '../knowledge.ts'
import { byAttribution } from './attribution.ts'
import { byQuotation } from './direct.ts'
import { byVerb } from './indirect.ts'
import { mediumOf } from './medium.ts'
import { byNoun } from './noun.ts'
import { continuationOf, continuing } from './run.ts'
import { type Scene, setScene, spanOfWords } from './scene.ts'
import { resolve, spanOf } from './speaker.ts'
import type { Proposal } from './statement.ts'

/** Who said what: finders propose, the first that claims the words wins, then speakers are carried on. */
export const statementStage: Stage<
  'sentence' | 'word' | 'phrase' | 'clause' | 'mention',
  'statement',
  Knowledge
> = {
  name: 'statement',
  version: 2,
  requires: ['sentence', 'word', 'phrase', 'clause', 'mention'],
  provides: ['statement'],
  run: (document, { locale }) => {
    const scene = setScene({ ...document, rules: locale.statement })
    const proposals = propose(scene)
    return { layers: { statement: annotate(scene, proposals) }, diagnostics: [] }
  },
}

/** Everything said, in reading order, each word claimed once. */
const propose = (scene: Scene): readonly Proposal[] => {
  const claimed = new Uint8Array(scene.words.length)
  const kept: Proposal[] = []
  const claim = (proposal: Proposal): boolean => {
    for (const [from, to] of proposal.content) {
      if (claimed[from] === 1 || claimed[to - 1] === 1) return false
    }
    for (const [from, to] of proposal.content) claimed.fill(1, from, to)
    kept.push(proposal)
    return true
  }
  for (let sentence = 0; sentence < scene.sentences.length; sentence++) {
    // Clauses before prepositions before phrases: the more a cue says about where the words end, the earlier.
    const verbs = byVerb(scene, sentence)
    for (const proposal of verbs) if (proposal.rule !== 'statement/phrase') claim(proposal)
    for (const proposal of byNoun(scene, sentence)) claim(proposal)
    for (const proposal of byAttribution(scene, sentence)) claim(proposal)
    for (const proposal of verbs) if (proposal.rule === 'statement/phrase') claim(proposal)
  }
  for (const proposal of byQuotation(scene, claimed)) claim(proposal)
  kept.sort((a, b) => a.content[0]![0] - b.content[0]![0])
  return withRuns(scene, kept, claimed)
}

/** Adds sentences in which somebody's words run on without a cue. */
const withRuns = (scene: Scene, kept: readonly Proposal[], claimed: Uint8Array): readonly Proposal[] => {
  const out: Proposal[] = []
  let next = 0
  let open = false
  for (let sentence = 0; sentence < scene.sentences.length; sentence++) {
    const { from, to } = scene.sentences[sentence]!
    let has = false
    while (next < kept.length && kept[next]!.content[0]![0] < to) {
      out.push(kept[next]!)
      has = true
      next++
    }
    if (has) {
      open = true
      continue
    }
    if (claimed[from] === 1) continue
    const how = continuationOf(scene, sentence)
    if (how === null || (how !== 'subjunctive' && how !== 'hearsay' && !open)) {
      if (how === null) open = false
      continue
    }
    open = true
    const proposal = continuing(scene, sentence, how)
    const before = out.at(-1)
    const joins =
      before !== undefined &&
      before.kind === 'free-indirect' &&
      before.content.at(-1)![1] === from &&
      !scene.opensParagraph[sentence]
    if (joins) out[out.length - 1] = { ...before, content: [[before.content[0]![0], to]] }
    else out.push(proposal)
  }
  return out
}

const annotate = (scene: Scene, proposals: readonly Proposal[]): readonly StatementAnnotation[] => {
  const out: StatementAnnotation[] = []
  let last: Speaker | null = null
  for (const proposal of proposals) {
    const keepStop = proposal.kind === 'free-indirect' || proposal.rule === 'statement/phrase'
    const parts: Span[] = []
    for (const [from, to] of proposal.content) {
      const span =
        proposal.kind === 'direct'
          ? { start: scene.words[from]!.start, end: scene.words[to - 1]!.end }
          : spanOfWords(scene, from, to, keepStop)
      if (span !== null) parts.push(span)
    }
    if (parts.length === 0) continue
    let speaker: Speaker | null = null
    if (proposal.speaker === 'before') speaker = last
    else if (proposal.speaker !== null) {
      speaker = resolve(scene, proposal.speaker)
      if (speaker === null && last !== null) {
        // A pronoun that the mentions leave open is the one who spoke before.
        speaker = standIn(last, spanOf(scene, proposal.speaker))
      }
    }
    if (speaker !== null) last = speaker
    const { cue } = proposal
    out.push({
      start: parts[0]!.start,
      end: parts.at(-1)!.end,
      kind: proposal.kind,
      parts,
      cue: cue.length > 0 ? cueSpan(scene, cue) : null,
      speaker,
      medium: mediumOf(scene, proposal),
      chain: [],
      parent: null,
      rule: proposal.rule,
    })
  }
  return out.sort(bySpan)
}

/** Who spoke before, under the words that point to them. */
const standIn = (speaker: Speaker, { start, end }: Span): Speaker => ({ ...speaker, start, end })

/** The cue as one stretch where its words stand together, else its first word. */
const cueSpan = (scene: Scene, cue: readonly number[]): Span => {
  const first = cue[0]!
  let last = first
  for (const at of cue) if (at === last + 1) last = at
  return { start: scene.words[first]!.start, end: scene.words[last]!.end }
}
