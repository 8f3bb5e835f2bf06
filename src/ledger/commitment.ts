/** A commitment as it stood on a day: its evidence folded into steps, and what was found in it. */
import type { CompiledCodebook } from '../codebook/codebook.ts'
import { sha256 } from '../core/hash.ts'
import { compare } from '../core/sorted.ts'
import type { Commitment, Ledger } from '../formats/ledger.ts'
import { contradiction } from './claims.ts'
import { denialsIn, endingsIn } from './denials.ts'
import { fold } from './fold.ts'
import type { Linked, LinkedMatter } from './link.ts'
import type { Telling } from './members.ts'
import { contradictionsOf, type Entry, entryOf, type ToldStep, type ToldSteps, toldStep } from './steps.ts'
import { titleOf } from './title.ts'
import type { LedgerQuery, View } from './view.ts'

/** A commitment on some day, with what was found in it. */
export interface Told {
  readonly commitment: Commitment
  readonly contradictions: Ledger['contradictions']
  /** Hash of both, for the snapshot. */
  readonly hash: string
  readonly steps: readonly ToldStep[]
  /** Ids of contradictions between steps. */
  readonly denials: readonly string[]
  /** Which steps are overdue once their day has passed. */
  readonly due: readonly boolean[]
}

export const tell = (
  matter: LinkedMatter,
  tellings: readonly Telling[],
  told: ToldSteps,
  view: View,
  linked: Linked,
  { asOf, clock }: LedgerQuery,
  codebook: CompiledCodebook,
): Told | null => {
  const seen = tellings.filter(({ report }) => view.shows(report))
  if (seen.length === 0) return null
  const folded = fold(seen, matter.kind, codebook, asOf, clock)
  if (folded.steps.length === 0) return null
  const steps = folded.steps.map((step) => toldStep(step, told, linked, codebook))
  const entries = folded.steps.map((step, index) => entryOf(steps[index]!, step))
  const used = steps.flatMap((step) => step.members.map((member) => member.evidence))
  const { providers, recipients } = sidesOf(used)
  const goods = [...new Set(used.flatMap((evidence) => evidence.goods))].sort()
  const amount = amountOf(steps)
  const titleIn = (language: string): string =>
    titleOf(matter.kind, providers, recipients, goods, amount, used, codebook, language)
  const title = matter.title ?? titleIn('de')
  const commitment: Commitment = {
    id: matter.id,
    kind: matter.kind,
    title,
    titles: matter.title === null ? { en: titleIn('en') } : {},
    providers,
    recipients,
    goods,
    amount,
    parent: null,
    aliases: [...matter.aliases],
    stage: folded.stage,
    suspension: folded.suspension,
    review: matter.review,
    history: entries.map(({ step }) => step),
  }
  const between = [
    ...denialsIn(steps, linked.reports, linked.origins),
    ...endingsIn(steps, linked.reports, linked.origins),
  ]
  const denials = between.map(({ id }) => id)
  return {
    commitment,
    contradictions: [
      ...steps.flatMap((step) => contradictionsOf(step, title, matter.id)),
      ...between.map((one) => contradiction(one, title, matter.id)),
    ],
    hash: hashOf(commitment, entries, denials),
    steps,
    denials,
    due: folded.steps.map((step) => step.due),
  }
}

/**
 * Steps and contradictions go into it by their own hashes: they are most of a commitment, and the same on most days.
 * Titles in other languages follow from the rest.
 */
const hashOf = (
  { history: _, titles: __, ...rest }: Commitment,
  entries: readonly Entry[],
  denials: readonly string[],
): string => sha256(JSON.stringify([rest, entries.map(({ hash }) => hash), denials]))

/**
 * A commitment once every day that it tells of has passed: all that is known of it, and what was announced and did not
 * come is overdue.
 */
export const whenAllHasPassed = (all: Told | null): Told | null => {
  if (all?.due.includes(true) !== true) return all
  const entries = all.steps.map((told, index) =>
    entryOf(told, { ...all.commitment.history[index]!, overdue: all.due[index]! }),
  )
  const commitment = { ...all.commitment, history: entries.map(({ step }) => step) }
  return { ...all, commitment, hash: hashOf(commitment, entries, all.denials) }
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
const amountOf = (steps: readonly ToldStep[]): Commitment['amount'] => {
  const named = steps.flatMap((step) =>
    step.members.flatMap(({ evidence }) =>
      evidence.amount === null ? [] : [{ amount: evidence.amount, actual: step.factuality === 'actual' }],
    ),
  )
  const last = named.filter(({ actual }) => actual).at(-1) ?? named.at(-1)
  return last === undefined ? null : { ...last.amount }
}
