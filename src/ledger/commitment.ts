/** A commitment as it stood on a day: its evidence folded into steps, and what was found in it. */

import type { CompiledCodebook } from '../codebook/codebook.ts'
import { sha256 } from '../core/hash.ts'
import { compare } from '../core/sorted.ts'
import type { Commitment, Ledger } from '../formats/ledger.ts'
import { contradictionsIn } from './contradictions.ts'
import { type Folded, type FoldedStep, fold } from './fold.ts'
import type { Linked, LinkedMatter } from './link.ts'
import type { Telling } from './members.ts'
import { titleOf } from './title.ts'
import type { LedgerQuery, View } from './view.ts'

/** A commitment on some day, with what was found in it. */
export interface Told {
  readonly commitment: Commitment
  readonly contradictions: Ledger['contradictions']
  /** Hash of both, for the snapshot. */
  readonly hash: string
  /** Hashes of the evidence of each step. */
  readonly marks: readonly string[]
  /** Which steps are overdue once their day has passed. */
  readonly due: readonly boolean[]
}

export const tell = (
  matter: LinkedMatter,
  tellings: readonly Telling[],
  view: View,
  linked: Linked,
  { asOf, clock }: LedgerQuery,
  codebook: CompiledCodebook,
): Told | null => {
  const seen = tellings.filter(({ report }) => view.shows(report))
  if (seen.length === 0) return null
  const folded = inTime(fold(seen, matter.kind, codebook, asOf, clock))
  if (folded.steps.length === 0) return null
  const used = folded.steps.flatMap((step) => step.members.map((member) => member.evidence))
  const { providers, recipients } = sidesOf(used)
  const goods = [...new Set(used.flatMap((evidence) => evidence.goods))].sort()
  const titleIn = (language: string): string =>
    titleOf(matter.kind, providers, recipients, goods, used, codebook, language)
  const title = matter.title ?? titleIn('de')
  const commitment: Commitment = {
    id: matter.id,
    kind: matter.kind,
    title,
    titles: matter.title === null ? { en: titleIn('en') } : {},
    providers,
    recipients,
    goods,
    amount: amountOf(folded.steps),
    parent: null,
    aliases: [...matter.aliases],
    stage: folded.stage,
    suspension: folded.suspension,
    review: matter.review,
    history: folded.steps.map((step) => stepOf(step, linked)),
  }
  const contradictions = contradictionsIn(
    { id: matter.id, title, folded },
    linked.reports,
    linked.origins,
    codebook,
  )
  const marks = folded.steps.map(({ members }) => members.map(({ mark }) => mark).join(' '))
  const due = folded.steps.map((step) => step.due)
  return { commitment, contradictions, hash: hashOf(commitment, marks, contradictions), marks, due }
}

/** The evidence of each step in the order in which it came out. */
const inTime = ({ steps, ...rest }: Folded<Telling>): Folded<Telling> => ({
  ...rest,
  steps: steps.map((step) => ({ ...step, members: [...step.members].sort((a, b) => a.rank - b.rank) })),
})

const stepOf = (step: FoldedStep<Telling>, { origins }: Linked): Commitment['history'][number] => {
  const { members } = step
  const reports = [...new Set(members.map(({ report }) => report))]
  return {
    transition: step.transition,
    stage: step.stage,
    suspension: step.suspension,
    date: step.date,
    factuality: step.factuality,
    background: step.background,
    overdue: step.overdue,
    reports: reports.length,
    origins: origins.count(reports),
    evidence: members.map(({ shown }) => shown),
  }
}

/**
 * Evidence goes into it by its own hash: it is most of a commitment, and the same on every day. Titles in other
 * languages follow from the rest.
 */
const hashOf = (
  { history, titles: _, ...rest }: Commitment,
  marks: Told['marks'],
  contradictions: Told['contradictions'],
): string => {
  const told = history.map(({ evidence: _, ...step }) => step)
  return sha256(JSON.stringify([rest, told, marks, contradictions]))
}

/**
 * A commitment once every day that it tells of has passed: all that is known of it, and what was announced and did not
 * come is overdue.
 */
export const whenAllHasPassed = (all: Told | null): Told | null => {
  if (all?.due.includes(true) !== true) return all
  const history = all.commitment.history.map((step, index) => ({ ...step, overdue: all.due[index]! }))
  const commitment = { ...all.commitment, history }
  return { ...all, commitment, hash: hashOf(commitment, all.marks, all.contradictions) }
}

/** Who gives is what most evidence says; evidence that does not know it lists both as providers. */
const sidesOf = (used: readonly { providers: readonly string[]; recipients: readonly string[] }[]) => {
  const votes = new Map<
    string,
    { providers: readonly string[]; recipients: readonly string[]; count: number }
  >()
  for (const { providers, recipients } of used) {
    const key = `${providers.join('+')}>${recipients.join('+')}`
    const vote = votes.get(key)
    if (vote === undefined) votes.set(key, { providers, recipients, count: recipients.length > 0 ? 2 : 1 })
    else vote.count += recipients.length > 0 ? 2 : 1
  }
  const [best] = [...votes].sort((a, b) => b[1].count - a[1].count || compare(a[0], b[0]))
  return { providers: [...best![1].providers], recipients: [...best![1].recipients] }
}

/** The amount that the furthest step names, told as fact before announced. */
const amountOf = (steps: readonly FoldedStep[]): Commitment['amount'] => {
  const named = steps.flatMap((step) =>
    step.members.flatMap(({ evidence }) =>
      evidence.amount === null ? [] : [{ amount: evidence.amount, actual: step.factuality === 'actual' }],
    ),
  )
  const last = named.filter(({ actual }) => actual).at(-1) ?? named.at(-1)
  return last === undefined ? null : { ...last.amount }
}
