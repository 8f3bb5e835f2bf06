/** Puts phrases, verb groups and clauses of one sentence together. */
import type { Clause, Feats, NounPhrase, Sentence, VerbGroup } from '../../core/layers.ts'
import { type Agreement, casesOf, featsOf } from '../../lang/common/agreement.ts'
import { findChunks } from './chunks.ts'
import type { Draft } from './clause-stack.ts'
import { draftClauses } from './draft-clauses.ts'
import { assignRoles, attach } from './roles.ts'
import type { Work } from './sentence-words.ts'
import { finiteOf, type Placed, type Subject } from './subject.ts'
import { buildVerbGroup, readFinite } from './verb-group.ts'
import type { Reading } from './words.ts'

export interface Built {
  readonly phrases: NounPhrase[]
  readonly clauses: Clause[]
  /** Features that the context decided, by index in the sentence. */
  readonly feats: readonly (Feats | undefined)[]
}

const negates = ({ lower, readings, grammar }: Work, draft: Draft): boolean => {
  for (const [from, to] of draft.parts)
    for (let i = from; i < to; i++) {
      if (!grammar.negators.has(readings[i]!.lemma) && !grammar.negators.has(lower[i]!)) continue
      // „nicht nur … sondern auch“ says yes twice.
      if (grammar.affirmingPairs.has(`${lower[i]} ${lower[i + 1]}`)) continue
      return true
    }
  return false
}

/**
 * Auxiliary or verb in its own right: „hat geliefert“ and „hat Waffen“, „ist bereit“ and „ist in Kiew“. The clause
 * knows, the tagger guesses.
 */
const settleAuxiliaries = (
  { readings, grammar }: Work,
  draft: Draft,
  { words, main }: VerbGroup,
  placed: readonly Placed[],
  members: readonly number[],
): void => {
  const { have, be, become } = grammar.auxiliaries
  for (const at of words) {
    const reading = readings[at]!
    const { lemma, upos } = reading
    if (upos !== 'AUX' && upos !== 'VERB') continue
    let isAux: boolean
    if (lemma === have || lemma === become || grammar.fullModals.has(lemma)) isAux = at !== main
    // As treebanks have it, the other modal verbs never stand in their own right.
    else if (grammar.modals.has(lemma)) isAux = true
    else if (lemma === be) isAux = at !== main || hasPredicative(readings, draft, placed, members)
    else isAux = false
    if (isAux !== (upos === 'AUX')) readings[at] = { ...reading, upos: isAux ? 'AUX' : 'VERB' }
  }
}

/** An adjective without ending, or a second noun phrase without preposition. */
const hasPredicative = (
  readings: Work['readings'],
  draft: Draft,
  placed: readonly Placed[],
  members: readonly number[],
): boolean => {
  for (const [from, to] of draft.parts)
    for (let i = from; i < to; i++)
      if (readings[i]!.upos === 'ADJ' || readings[i]!.form === 'part') return true
  return members.some(
    (m) =>
      placed[m]!.chunk.preposition === null &&
      placed[m]!.role !== 'subject' &&
      placed[m]!.role !== 'genitive' &&
      placed[m]!.role !== 'adverbial',
  )
}

/** Features of a word with what its phrase leaves open; the same few come again and again. */
const narrowed = ({ candidates }: Reading, agreement: Agreement): Feats => {
  const own = candidates[0]?.feats
  if (own === undefined) return featsOf(agreement)
  let known = narrowedFeats.get(own)
  if (known === undefined) {
    known = new Map()
    narrowedFeats.set(own, known)
  }
  const found = known.get(agreement)
  if (found !== undefined) return found
  const made = { ...own, ...featsOf(agreement) }
  known.set(agreement, made)
  return made
}

const narrowedFeats = new WeakMap<Feats, Map<Agreement, Feats>>()

/** Whether a finite verb can have the subject of another. */
const agreesWith = ({ candidates }: Reading, { person, number }: Subject): boolean => {
  const forms = candidates.map(({ feats }) => feats).filter((f) => f.person !== undefined)
  return (
    forms.length === 0 || forms.some((f) => f.person === person && (number === null || f.number === number))
  )
}

/** A clause on its way: what the draft says, with its subject and its verbs. */
interface Made {
  readonly draft: Draft
  subject: Subject | null
  readonly group: VerbGroup | null
}

/** Which draft each word belongs to; -1 for none. */
const draftOfWords = (size: number, drafts: readonly Draft[]): Int32Array => {
  const owner = new Int32Array(size).fill(-1)
  drafts.forEach((draft, d) => {
    for (const [from, to] of draft.parts) owner.fill(d, from, to)
  })
  return owner
}

/** Subject and verbs of each draft; fills in what the subject decides of the finite verb. */
const makeClauses = (
  work: Work,
  drafts: readonly Draft[],
  placed: Placed[],
  members: readonly (readonly number[])[],
  feats: (Feats | undefined)[],
): Made[] => {
  const numberOf = new Map(drafts.map((draft, d) => [draft, d]))
  const subjects: (Subject | null)[] = []
  return drafts.map((draft, d) => {
    const first = buildVerbGroup(work, draft, false, null)
    const isPassive = first?.voice === 'passive'
    const own = assignRoles(work, placed, members[d]!, draft, isPassive, first?.lemma ?? null)
    // „Er kam und sah“: a joined clause without a subject has the one before.
    const isShared = own === null && draft.coordinated !== null && draft.kind !== 'infinitive'
    const subject = isShared ? (subjects[numberOf.get(draft.coordinated!) ?? -1] ?? null) : own
    subjects.push(subject)
    const finite = finiteOf(work, draft)
    const reading =
      finite === -1 ? null : readFinite(work, finite, subject?.person ?? 3, subject?.number ?? null)
    if (reading !== null) feats[finite] = reading.feats
    return { draft, subject, group: buildVerbGroup(work, draft, negates(work, draft), reading) }
  })
}

/** „Er sagte, er komme“: a main clause in the subjunctive depends on the one before it. */
const subordinateReported = (made: readonly Made[]): void => {
  for (let d = 1; d < made.length; d++) {
    const { draft, group } = made[d]!
    const before = made[d - 1]!
    if (draft.kind !== 'main' || draft.parent !== null || draft.coordinated !== null || draft.mark !== ',')
      continue
    if (group === null || (group.mood !== 'kon1' && group.mood !== 'kon2')) continue
    if (before.draft.kind === 'main' && before.group?.mood === 'ind' && before.draft.depth === draft.depth)
      draft.parent = before.draft
  }
}

/** How far a clause is looked for that a verb without a subject goes on with. */
const hostReach = 6

/** „Sie räumte ein, man habe Fehler gemacht, sprach aber von …“: a verb without a subject goes on with the reporter's. */
const resumeSubject = ({ readings }: Work, made: readonly Made[]): void => {
  made.forEach((one, d) => {
    const { draft, group } = one
    if (draft.kind !== 'main' || one.subject !== null || group?.finite == null || draft.question) return
    if (group.finite !== draft.parts[0]![0] || draft.mark !== ',' || group.mood !== 'ind') return
    const host = made.slice(Math.max(0, d - hostReach), d).findLast((before) => {
      const { kind, depth, parent } = before.draft
      return kind === 'main' && depth === draft.depth && parent === null && before.group?.mood === 'ind'
    })
    if (host?.subject != null && agreesWith(readings[group.finite]!, host.subject)) one.subject = host.subject
  })
}

/** Features of heads, determiners and adjectives, as far as their phrase narrows them. */
const narrowPhrases = (
  { readings }: Work,
  placed: readonly Placed[],
  draftOf: Int32Array,
  feats: (Feats | undefined)[],
): void => {
  for (const { chunk } of placed) {
    feats[chunk.head] = narrowed(readings[chunk.head]!, chunk.agreement)
    for (let i = chunk.from; i < chunk.head; i++) {
      const { upos } = readings[i]!
      if ((upos === 'DET' || upos === 'ADJ') && draftOf[i] === draftOf[chunk.head])
        feats[i] ??= narrowed(readings[i]!, chunk.agreement)
    }
  }
}

/** Where the sentence stands in the document: index of its first word, and of its first phrase and clause. */
export interface Bases {
  readonly word: number
  readonly phrase: number
  readonly clause: number
}

const phrasesOf = ({ tokens, readings }: Work, placed: readonly Placed[], bases: Bases): NounPhrase[] =>
  placed.map(({ chunk, role, governor }) => ({
    start: tokens[chunk.from]!.start,
    end: tokens[chunk.to - 1]!.end,
    from: bases.word + chunk.from,
    to: bases.word + chunk.to,
    head: bases.word + chunk.head,
    cases: casesOf(chunk.agreement),
    preposition: chunk.preposition === null ? null : readings[chunk.preposition]!.lemma,
    role,
    governor: governor === null ? null : bases.phrase + governor,
  }))

/** In the order of the text. */
const clausesOf = (
  { tokens }: Work,
  made: readonly Made[],
  members: readonly (readonly number[])[],
  bases: Bases,
  sentence: number,
): Clause[] => {
  const order = made
    .map(({ draft }, i) => ({
      i,
      start: tokens[draft.parts[0]![0]]!.start,
      end: tokens[draft.parts.at(-1)![1] - 1]!.end,
    }))
    .sort((a, b) => a.start - b.start || b.end - a.end)
  const indexOf = new Map<Draft, number>()
  order.forEach(({ i }, position) => {
    indexOf.set(made[i]!.draft, position)
  })
  return order.map(({ i, start, end }) => {
    const { draft, subject, group } = made[i]!
    const parent = draft.parent === null ? undefined : indexOf.get(draft.parent)
    return {
      start,
      end,
      sentence,
      kind: draft.kind,
      parts: draft.parts.map(([from, to]) => [bases.word + from, bases.word + to] as const),
      parent: parent === undefined ? null : bases.clause + parent,
      introducer: draft.introducer === null ? null : bases.word + draft.introducer,
      verb:
        group === null
          ? null
          : {
              ...group,
              finite: group.finite === null ? null : bases.word + group.finite,
              main: bases.word + group.main,
              words: group.words.map((w) => bases.word + w),
            },
      subject: subject === null ? null : bases.phrase + subject.phrase,
      phrases: members[i]!.map((m) => bases.phrase + m),
      question: draft.question,
      conditional: draft.conditional,
    }
  })
}

/** Phrases and clauses of a sentence whose words are read. */
export const buildSentence = (work: Work, bases: Bases, sentence: number): Built => {
  const { readings } = work
  const chunks = findChunks(work)
  const drafts = draftClauses(work, chunks)
  const draftOf = draftOfWords(readings.length, drafts)
  // A chunk that a boundary cuts belongs where its head is.
  const placed: Placed[] = chunks.map((chunk) => ({
    chunk,
    clause: Math.max(0, draftOf[chunk.head]!),
    role: chunk.preposition === null ? 'object' : 'prepositional',
    governor: null,
  }))
  if (drafts.length > 0) attach(work, placed, drafts)
  const members: number[][] = drafts.map(() => [])
  placed.forEach(({ clause }, i) => {
    members[clause]?.push(i)
  })
  const feats = new Array<Feats | undefined>(readings.length).fill(undefined)
  const made = makeClauses(work, drafts, placed, members, feats)
  made.forEach(({ draft, group }, d) => {
    if (group !== null) settleAuxiliaries(work, draft, group, placed, members[d]!)
  })
  subordinateReported(made)
  resumeSubject(work, made)
  narrowPhrases(work, placed, draftOf, feats)
  return {
    phrases: phrasesOf(work, placed, bases),
    clauses: clausesOf(work, made, members, bases, sentence),
    feats,
  }
}

/** For hostile text: longer sentences are read in stretches of this many words, so that time stays linear. */
export const longestSentence = 400

export const stretches = ({ from, to }: Sentence): [number, number][] => {
  const out: [number, number][] = []
  for (let at = from; at < to; at += longestSentence) out.push([at, Math.min(to, at + longestSentence)])
  return out
}
