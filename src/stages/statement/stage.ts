import type { Speaker, StatementAnnotation } from '../../core/layers.ts'
import { bySpan, type Span } from '../../core/span.ts'
import type { Stage } from '../../core/stage.ts'
import type { Knowledge } from '../knowledge.ts'
import { byAttribution } from './attribution.ts'
import { byQuotation } from './direct.ts'
import { byVerb } from './indirect.ts'
import { chainOf, mediumOf } from './medium.ts'
import { byNoun } from './noun.ts'
import { type SpeakerWords, spanOf } from './phrase.ts'
import { byReason } from './reason.ts'
import { isPossessive, namesPerson, personBefore, resolve } from './resolve.ts'
import { withRuns } from './run.ts'
import { type Scene, setScene, spanOfWords } from './scene.ts'
import { actorBefore, canSpeak, subjectBefore, subjectOf } from './speaker.ts'
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
    const scene = setScene({ ...document, rules: locale.statement, nominative: locale.nominative })
    return { layers: { statement: annotate(scene, propose(scene)) }, diagnostics: [] }
  },
}

/** What finders proposed, kept where no other claims its words. */
interface Kept {
  /** Claim their words, in reading order. */
  readonly outer: readonly Proposal[]
  /** Lie within the words of another. */
  readonly inner: readonly Proposal[]
  /** Say only whose the words are that another cue has already: „…. Das geht aus dem Bericht hervor.“ */
  readonly sources: readonly Proposal[]
}

/** Rules of clauses say more about where the words end than prepositions, and these more than phrases. */
const late: ReadonlySet<string> = new Set(['statement/phrase'])
/** What encloses a whole sentence goes before what stands in it. */
const early: ReadonlySet<string> = new Set(['statement/inserted', 'statement/as'])

const propose = (scene: Scene): Kept => {
  /** Number of the proposal that claims a word, -1 for none. */
  const claimed = new Int32Array(scene.words.length).fill(-1)
  const outer: Proposal[] = []
  const inner: Proposal[] = []
  const sources: Proposal[] = []
  const claim = (proposal: Proposal): void => {
    // „… forderte, …. Das sagte …“: what the sentence before says has its cue already.
    if (proposal.rule === 'statement/pointing-back') {
      const [from, to] = proposal.content[0]!
      if (claimed.subarray(from, to).some((by) => by >= 0)) {
        sources.push(proposal)
        return
      }
    }
    const free = proposal.content.every(([from, to]) => claimed[from]! < 0 && claimed[to - 1]! < 0)
    if (!free || proposal.inner) {
      if (proposal.rule !== 'statement/phrase' && proposal.kind === 'indirect') inner.push(proposal)
      return
    }
    for (const [from, to] of proposal.content) claimed.fill(outer.length, from, to)
    outer.push(proposal)
  }
  for (let sentence = 0; sentence < scene.sentences.length; sentence++) {
    const verbs = byVerb(scene, sentence)
    for (const proposal of verbs) if (early.has(proposal.rule)) claim(proposal)
    for (const proposal of verbs) if (!early.has(proposal.rule) && !late.has(proposal.rule)) claim(proposal)
    for (const proposal of byNoun(scene, sentence)) claim(proposal)
    for (const proposal of byAttribution(scene, sentence)) claim(proposal)
    for (const proposal of verbs) if (late.has(proposal.rule)) claim(proposal)
    for (const proposal of byReason(scene, sentence)) claim(proposal)
  }
  for (const proposal of byQuotation(scene, claimed, outer)) claim(proposal)
  outer.sort(byStart)
  return { outer: withRuns(scene, outer, claimed), inner: inner.sort(byStart), sources }
}

const byStart = (a: Proposal, b: Proposal): number => a.content[0]![0] - b.content[0]![0]

const annotate = (scene: Scene, { outer, inner, sources }: Kept): readonly StatementAnnotation[] => {
  const out: { annotation: StatementAnnotation; parent: StatementAnnotation | null }[] = []
  let last: Speaker | null = null
  let lastSource: Speaker | null = null
  let next = 0
  let nextSource = 0
  for (const proposal of outer) {
    const from = proposal.content[0]![0]
    for (; nextSource < sources.length && sources[nextSource]!.cue[0]! < from; nextSource++)
      last = speakerOf(scene, sources[nextSource]!, last, lastSource) ?? last
    const speaker: Speaker | null = speakerOf(scene, proposal, last, lastSource)
    if (speaker !== null && isReporting(scene, proposal)) lastSource = speaker
    const annotation = toAnnotation(scene, proposal, speaker)
    if (speaker !== null) last = speaker
    if (annotation === null) continue
    out.push({ annotation, parent: null })
    const to = proposal.content.at(-1)![1]
    for (; next < inner.length && inner[next]!.content[0]![0] < to; next++) {
      const nested = inner[next]!
      if (nested.content[0]![0] <= proposal.content[0]![0] || nested.content.at(-1)![1] > to) continue
      const who = speakerOf(scene, nested, null, null)
      // Whoever goes on speaking about what they said themselves says it once.
      if (who === null || who.name === speaker?.name || !mayBeQuoted(scene, nested)) continue
      const within = toAnnotation(scene, nested, who)
      if (within !== null) out.push({ annotation: within, parent: annotation })
    }
  }
  out.sort((a, b) => bySpan(a.annotation, b.annotation))
  const place = new Map(out.map(({ annotation }, index) => [annotation, index]))
  return out.map(({ annotation, parent }) =>
    parent === null ? annotation : { ...annotation, parent: place.get(parent) ?? null },
  )
}

/** Within somebody's words another is heard only where the report knows who that is. */
const mayBeQuoted = (scene: Scene, { speaker }: Proposal): boolean =>
  speaker !== null && speaker !== 'before' && canSpeak(scene, speaker)

/** A medium or source reports it: „berichtete“, „laut Bericht“. */
const isReporting = (scene: Scene, { cue, rule }: Proposal): boolean =>
  rule === 'statement/attribution' || cue.some((at) => scene.rules.reporting.has(scene.words[at]!.lemma))

/** Whoever acted in the sentence before, where nobody has spoken yet: „Der Rat lehnte ab. …, hieß es.“ */
const actorOf = (scene: Scene, { content, cue }: Proposal): Speaker | null => {
  if (cue.length === 0) return null
  const actor = actorBefore(scene, scene.words[content[0]![0]]!.sentence)
  return actor === null ? null : resolve(scene, actor)
}

const speakerOf = (
  scene: Scene,
  proposal: Proposal,
  last: Speaker | null,
  lastSource: Speaker | null,
): Speaker | null => {
  const { speaker } = proposal
  if (speaker === 'before') return last ?? actorOf(scene, proposal)
  if (speaker === null) return null
  if (scene.rules.backward.has(scene.lower[speaker.from]!))
    return last === null ? null : { ...last, ...spanOf(scene, speaker) }
  if (pointsBack(scene, speaker)) {
    const reports = scene.rules.reports.has(scene.words[speaker.head]!.lemma)
    const meant = reports ? (lastSource ?? last) : last
    if (meant !== null) return { ...meant, ...spanOf(scene, speaker) }
  }
  // „nach eigenen Angaben“: those of the clause's subject.
  const clause = scene.clauses[scene.owner[speaker.from]!]
  if (scene.words[speaker.from]!.lemma === scene.rules.own && clause !== undefined) {
    const subject = subjectOf(scene, clause)
    const meant = subject === null ? null : resolve(scene, subject)
    if (meant !== null) return { ...meant, ...spanOf(scene, speaker) }
  }
  // „nach dessen Worten“: of the one named last.
  if (scene.rules.ofAnother.has(scene.lower[speaker.from]!) && !namesPerson(scene, speaker)) {
    const meant = personBefore(scene, speaker.from)
    if (meant !== null) return { ...meant, ...spanOf(scene, speaker) }
  }
  const found = resolve(scene, speaker)
  if (found !== null) return found
  if (isPossessive(scene, speaker.from)) {
    const { sentence } = scene.words[speaker.from]!
    const before = subjectBefore(scene, sentence)
    // „Der Minister reiste zu Anna Weber. … nach ihren Worten …“: not his.
    const hers = scene.rules.hers.has(scene.lower[speaker.from]!)
    const { gender, number } = before === null ? {} : scene.words[before.head]!.feats
    if (hers && gender === 'masc' && number === 'sing') {
      const meant = personBefore(scene, speaker.from)
      if (meant !== null) return { ...meant, ...spanOf(scene, speaker) }
    }
    const several = before !== null && scene.words[before.head]!.feats.number === 'plur'
    // „Ihrer Ansicht nach“ behind „Viele Ärzte …“
    const actor = several || last === null ? before : actorBefore(scene, sentence)
    const meant = (actor === null ? null : resolve(scene, actor)) ?? last
    return meant === null ? null : { ...meant, ...spanOf(scene, speaker) }
  }
  // A pronoun that the mentions leave open is the one who spoke before, or the person named last.
  const meant = last ?? personBefore(scene, speaker.from)
  return meant === null ? null : { ...meant, ...spanOf(scene, speaker) }
}

/** „den Angaben nach“, „dem Bericht zufolge“: whose they are was said before. */
const pointsBack = (scene: Scene, { from, to, head }: SpeakerWords): boolean =>
  to - from === 2 &&
  head === from + 1 &&
  scene.rules.definite.has(scene.lower[from]!) &&
  scene.rules.sources.has(scene.words[head]!.lemma)

const toAnnotation = (
  scene: Scene,
  proposal: Proposal,
  speaker: Speaker | null,
): StatementAnnotation | null => {
  const keepStop = proposal.kind === 'free-indirect' || proposal.rule === 'statement/phrase'
  const parts: Span[] = []
  for (const [from, to] of proposal.content) {
    const span =
      proposal.kind === 'direct'
        ? { start: scene.words[from]!.start, end: scene.words[to - 1]!.end }
        : spanOfWords(scene, from, to, keepStop)
    if (span !== null) parts.push(span)
  }
  if (parts.length === 0) return null
  return {
    start: parts[0]!.start,
    end: parts.at(-1)!.end,
    kind: proposal.kind,
    parts,
    cue: proposal.cue.length > 0 ? cueSpan(scene, proposal.cue) : null,
    speaker: withSaneSpan(speaker),
    medium: mediumOf(scene, proposal),
    chain: chainOf(scene, proposal, speaker),
    parent: null,
    rule: proposal.rule,
  }
}

/** A source without words of its own („laut Angaben“ at the end of a text) has no place. */
const withSaneSpan = (speaker: Speaker | null): Speaker | null =>
  speaker === null || speaker.start === null || speaker.end === null || speaker.end > speaker.start
    ? speaker
    : { ...speaker, start: null, end: null }

/** The cue as one stretch where its words stand together, else its first word. */
const cueSpan = (scene: Scene, cue: readonly number[]): Span => {
  const first = cue[0]!
  let last = first
  for (const at of cue) if (at === last + 1) last = at
  return { start: scene.words[first]!.start, end: scene.words[last]!.end }
}
