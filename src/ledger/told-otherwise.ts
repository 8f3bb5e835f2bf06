/** Who ordered a stop, and how something was done, where reports of one act say it differently. */
import { type Conflict, claimOf, conflict } from './claims.ts'
import type { FoldedStep } from './fold.ts'
import type { LinkedReport } from './link.ts'
import type { Origins } from './origins.ts'

type Quoted = Parameters<typeof claimOf>[2]

/** What a report says of the act of a step, in words to compare. */
interface Account {
  readonly report: LinkedReport
  readonly value: string
  readonly quoted: Quoted
}

/** So many accounts are shown. */
const shownAccounts = 6

/** One contradiction of all accounts where an independent one says something else than the first. */
const between = (
  kind: 'actor' | 'manner',
  accounts: readonly Account[],
  same: (a: string, b: string) => boolean,
  areCopies: Origins['areCopies'],
): Conflict[] => {
  const differ = accounts.some((a, index) =>
    accounts.slice(index + 1).some((b) => !same(a.value, b.value) && !areCopies(a.report, b.report)),
  )
  if (!differ) return []
  return [
    conflict(
      kind,
      accounts.slice(0, shownAccounts).map(({ report, value, quoted }) => claimOf(report, value, quoted)),
    ),
  ]
}

/** Reports that tell of a step, and where the evidence that each tells it by begins. */
const tellersOf = (
  { members }: FoldedStep,
  reports: ReadonlyMap<string, LinkedReport>,
): Map<LinkedReport, ReadonlySet<number>> => {
  const tellers = new Map<LinkedReport, Set<number>>()
  for (const { evidence } of members) {
    const report = reports.get(evidence.report)!
    if (!tellers.has(report)) tellers.set(report, new Set())
    tellers.get(report)!.add(evidence.start)
  }
  return tellers
}

/** Who ordered a stop, where reports of that stop name different people. */
export const orderersIn = (
  step: FoldedStep,
  reports: ReadonlyMap<string, LinkedReport>,
  areCopies: Origins['areCopies'],
): Conflict[] => {
  if (step.factuality !== 'actual' || !step.members.some(({ evidence }) => evidence.halts)) return []
  const accounts = [...tellersOf(step, reports)].flatMap(([report, evidence]) =>
    report.facts.orders
      .filter(({ after }) => after === null || evidence.has(after))
      .map((order): Account => ({ report, value: order.person, quoted: order })),
  )
  return between('actor', accounts, samePerson, areCopies)
}

/** „Muster“ is Max Muster; spelling and first names differ more often than people of one name take part. */
const samePerson = (a: string, b: string): boolean =>
  a.split(' ').at(-1)!.toLowerCase() === b.split(' ').at(-1)!.toLowerCase()

/** How it was done, where reports name ways that exclude each other. */
export const mannersIn = (
  step: FoldedStep,
  reports: ReadonlyMap<string, LinkedReport>,
  areCopies: Origins['areCopies'],
): Conflict[] => {
  if (step.factuality !== 'actual') return []
  const byRespect = new Map<string, Account[]>()
  for (const [report, evidence] of tellersOf(step, reports))
    for (const manner of report.facts.manners) {
      if (!evidence.has(manner.of)) continue
      const there = byRespect.get(manner.respect)
      const account: Account = { report, value: manner.way, quoted: manner }
      if (there === undefined) byRespect.set(manner.respect, [account])
      else there.push(account)
    }
  return [...byRespect.values()].flatMap((accounts) =>
    between('manner', accounts, (a, b) => a === b, areCopies),
  )
}
