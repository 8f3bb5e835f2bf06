/** What a step shows; most steps of a commitment are the same on most days, and are told once. */
import type { CompiledCodebook } from '../codebook/codebook.ts'
import { sha256 } from '../core/hash.ts'
import type { Commitment } from '../formats/ledger.ts'
import { type Conflict, type Contradiction, contradiction } from './claims.ts'
import { conflictsIn } from './contradictions.ts'
import type { FoldedStep } from './fold.ts'
import type { Linked } from './link.ts'
import type { Telling } from './members.ts'

type Step = Commitment['history'][number]

/** All of a step that follows from its tellings, whatever the day. */
export interface ToldStep extends Omit<Step, 'stage' | 'suspension' | 'overdue'> {
  /** In the order of folding. */
  readonly tellings: readonly Telling[]
  /** In the order in which they came out. */
  readonly members: readonly Telling[]
  readonly conflicts: readonly Conflict[]
  /** Hash of what is shown and found. */
  readonly mark: string
  /** As it was shown last. */
  entry: Entry | null
  /** The conflicts as they were told last, and under which title. */
  named: { readonly title: string; readonly contradictions: readonly Contradiction[] } | null
}

/** A step as the ledger of a day shows it, with its hash. */
export interface Entry {
  readonly step: Step
  readonly hash: string
}

/** Stage, suspension and delay depend on the other steps and the day, and seldom change. */
export const entryOf = (
  told: ToldStep,
  { stage, suspension, overdue }: Pick<Step, 'stage' | 'suspension' | 'overdue'>,
): Entry => {
  const last = told.entry?.step
  if (last?.stage === stage && last.suspension === suspension && last.overdue === overdue) return told.entry!
  const { transition, date, factuality, background, reports, origins, evidence } = told
  told.entry = {
    step: {
      transition,
      stage,
      suspension,
      date,
      factuality,
      background,
      overdue,
      reports,
      origins,
      evidence,
    },
    hash: markOf([stage, suspension, overdue, told.mark]),
  }
  return told.entry
}

/** The title is that of the commitment, which is the same on most days. */
export const contradictionsOf = (
  told: ToldStep,
  title: string,
  commitment: string,
): readonly Contradiction[] => {
  if (told.conflicts.length === 0) return []
  if (told.named?.title !== title)
    told.named = { title, contradictions: told.conflicts.map((one) => contradiction(one, title, commitment)) }
  return told.named.contradictions
}

/** Steps as they were told, by their first telling; they hold as long as nothing about their reports changes. */
export type ToldSteps = Map<Telling, readonly ToldStep[]>

/** Of steps that begin with one telling: the whole of it, and what was known of it on days before. */
const keptAlike = 3

export const toldStep = (
  step: FoldedStep<Telling>,
  told: ToldSteps,
  linked: Linked,
  codebook: CompiledCodebook,
): ToldStep => {
  const alike = told.get(step.members[0]!) ?? []
  const kept = alike.find(({ tellings }) => isSame(tellings, step.members))
  if (kept !== undefined) return kept
  const made = tellStep(step, linked, codebook)
  told.set(step.members[0]!, [made, ...alike.slice(0, keptAlike - 1)])
  return made
}

const isSame = (a: readonly Telling[], b: readonly Telling[]): boolean =>
  a.length === b.length && a.every((one, index) => one === b[index])

const tellStep = (
  step: FoldedStep<Telling>,
  { reports, origins }: Linked,
  codebook: CompiledCodebook,
): ToldStep => {
  const members = inOrder(step.members)
  const telling = [...new Set(members.map(({ report }) => report))]
  const conflicts = conflictsIn({ ...step, members }, reports, origins, codebook)
  const { transition, date, factuality, background } = step
  const shown = {
    transition,
    date,
    factuality,
    background,
    reports: telling.length,
    origins: origins.count(telling),
  }
  return {
    tellings: step.members,
    members,
    ...shown,
    evidence: members.map((member) => member.shown),
    conflicts,
    mark: markOf([shown, members.map(({ mark }) => mark), conflicts]),
    entry: null,
    named: null,
  }
}

/** In the order in which they came out. One list where that is the order of folding: most steps are told once. */
const inOrder = (tellings: readonly Telling[]): readonly Telling[] =>
  tellings.every((one, index) => index === 0 || tellings[index - 1]!.rank < one.rank)
    ? tellings
    : [...tellings].sort((a, b) => a.rank - b.rank)

const markOf = (value: unknown): string => sha256(JSON.stringify(value)).slice(7, 39)
