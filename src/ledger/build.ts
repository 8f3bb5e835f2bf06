import type { CompiledCodebook } from '../codebook/codebook.ts'
import { daysOf, edtfOf } from '../core/edtf.ts'
import { sha256, shortId } from '../core/hash.ts'
import type { Decision } from '../core/records.ts'
import type { Commitment, Ledger, LedgerEvidence } from '../formats/ledger.ts'
import type { ReportFacts } from '../link/facts.ts'
import { contradictionsOf } from './contradictions.ts'
import { type Folded, type FoldedStep, fold, type Seen } from './fold.ts'
import { type Linked, type LinkedMatter, type LinkedReport, link } from './link.ts'
import { originsOf } from './origins.ts'
import { parentsOf } from './parents.ts'
import { titleOf } from './title.ts'

/** The ground of a ledger; the order of the lists does not matter. */
export interface LedgerGround {
  readonly facts: readonly ReportFacts[]
  readonly decisions: readonly Decision[]
  readonly withdrawn: Ledger['withdrawn']
}

export interface LedgerQuery {
  /** ISO day, or null for everything known. */
  readonly asOf: string | null
  readonly clock: 'published' | 'captured'
}

/** Reports that can be used on a day, and how many may have been out but are not. */
interface View {
  readonly reports: ReadonlyMap<string, LinkedReport>
  readonly possiblyLater: number
  readonly newer: number
}

/** Of a document with several versions the last one known by then is read. */
const viewOf = (linked: Linked, { asOf, clock }: LedgerQuery): View => {
  const latest = new Map<string, LinkedReport>()
  let possiblyLater = 0
  let newer = 0
  for (const report of linked.reports.values()) {
    const known = report.known[clock]
    if (asOf !== null && known > asOf) {
      newer++
      if (clock === 'published' && (report.out.first ?? '') <= asOf) possiblyLater++
      continue
    }
    const other = latest.get(report.document)
    if (other === undefined || isLater(report, other, clock)) latest.set(report.document, report)
  }
  return {
    reports: new Map([...latest.values()].map((report) => [report.facts.report, report])),
    possiblyLater,
    newer,
  }
}

const isLater = (a: LinkedReport, b: LinkedReport, clock: LedgerQuery['clock']): boolean => {
  const keys = (report: LinkedReport): string[] => [
    report.known[clock],
    report.facts.capturedAt,
    report.facts.contentHash,
  ]
  const [x, y] = [keys(a), keys(b)]
  for (let index = 0; index < x.length; index++) if (x[index] !== y[index]) return x[index]! > y[index]!
  return false
}

const evidenceOf = (seen: Seen, report: LinkedReport): LedgerEvidence => {
  const { facts } = report
  const { evidence, speaker } = seen.evidence.event
  return {
    report: facts.report,
    source: facts.source,
    title: facts.title,
    published: facts.published?.edtf ?? null,
    publisher: facts.publisher,
    agency: facts.agencies[0] ?? null,
    speaker,
    exact: evidence.exact,
    start: evidence.start,
    end: evidence.end,
  }
}

const stepOf = (step: FoldedStep, view: View): Commitment['history'][number] => {
  const members = [...step.members].sort((a, b) => {
    const [x, y] = [view.reports.get(a.evidence.report)!, view.reports.get(b.evidence.report)!]
    return (
      compare(x.known.published, y.known.published) ||
      compare(x.facts.contentHash, y.facts.contentHash) ||
      a.evidence.event.evidence.start - b.evidence.event.evidence.start
    )
  })
  const reports = [...new Set(members.map((member) => member.evidence.report))].map(
    (id) => view.reports.get(id)!,
  )
  return {
    transition: step.transition,
    stage: step.stage,
    suspension: step.suspension,
    date: step.date,
    factuality: step.factuality,
    background: step.background,
    overdue: step.overdue,
    reports: reports.length,
    origins: originsOf(reports).length,
    evidence: members.map((member) => evidenceOf(member, view.reports.get(member.evidence.report)!)),
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const commitmentOf = (
  matter: LinkedMatter,
  view: View,
  { asOf, clock }: LedgerQuery,
  codebook: CompiledCodebook,
): { readonly commitment: Commitment; readonly folded: Folded } | null => {
  const seen: Seen[] = matter.members.flatMap(({ evidence }) => {
    const report = view.reports.get(evidence.report)
    if (report === undefined) return []
    return [{ evidence, told: daysOf(evidence.date?.edtf), out: report.out, known: report.known[clock] }]
  })
  if (seen.length === 0) return null
  const folded = fold(seen, matter.kind, codebook, asOf)
  if (folded.steps.length === 0) return null
  const used = folded.steps.flatMap((step) => step.members.map((member) => member.evidence))
  const { providers, recipients } = sidesOf(used)
  const goods = [...new Set(used.flatMap((evidence) => evidence.goods))].sort()
  const commitment: Commitment = {
    id: matter.id,
    kind: matter.kind,
    title: matter.title ?? titleOf(matter.kind, providers, recipients, goods, used, codebook),
    providers,
    recipients,
    goods,
    amount: amountOf(folded.steps),
    parent: null,
    aliases: [...matter.aliases],
    stage: folded.stage,
    suspension: folded.suspension,
    review: matter.review,
    history: folded.steps.map((step) => stepOf(step, view)),
  }
  return { commitment, folded }
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

const wireGroupsOf = (view: View): Ledger['wireGroups'] =>
  originsOf([...view.reports.values()])
    .filter((group) => group.length > 1)
    .map((group) => {
      const counts = new Map<string, number>()
      for (const { facts } of group)
        for (const agency of facts.agencies) counts.set(agency, (counts.get(agency) ?? 0) + 1)
      const [agency] = [...counts].sort((a, b) => b[1] - a[1] || compare(a[0], b[0]))
      const sorted = [...group].sort(
        (a, b) =>
          compare(a.known.published, b.known.published) || compare(a.facts.contentHash, b.facts.contentHash),
      )
      return {
        id: shortId('w', sorted[0]!.facts.contentHash),
        agency: agency?.[0] ?? null,
        documents: sorted.map(({ facts }) => facts.source),
      }
    })
    .sort((a, b) => compare(a.id, b.id))

const storiesOf = (linked: Linked, view: View): Ledger['stories'] =>
  linked.stories
    .flatMap((story) => {
      const reports = story.flatMap((id) => view.reports.get(id) ?? [])
      if (reports.length === 0) return []
      const first = linked.reports.get(story[0]!)!
      return [
        {
          id: shortId('s', first.facts.contentHash),
          title: reports[0]!.facts.heading,
          documents: [...new Set(reports.map(({ facts }) => facts.source))],
        },
      ]
    })
    .sort((a, b) => compare(a.id, b.id))

const linkedGrounds = new WeakMap<
  readonly ReportFacts[],
  { key: string; codebook: CompiledCodebook; linked: Linked }
>()

/** Linking costs far more than a view of it: it is kept as long as its list of facts. */
const linkedOf = (ground: LedgerGround, codebook: CompiledCodebook): Linked => {
  const key = JSON.stringify(ground.decisions)
  const there = linkedGrounds.get(ground.facts)
  if (there !== undefined && there.key === key && there.codebook === codebook) return there.linked
  const linked = link(ground.facts, ground.decisions, codebook)
  linkedGrounds.set(ground.facts, { key, codebook, linked })
  return linked
}

/** The ledger of all reports as it stood on a day. Pure; the same ground in any order gives the same bytes. */
export const buildLedger = (ground: LedgerGround, query: LedgerQuery, codebook: CompiledCodebook): Ledger => {
  const linked = linkedOf(ground, codebook)
  const view = viewOf(linked, query)
  const seen = linked.matters.flatMap((matter) => commitmentOf(matter, view, query, codebook) ?? [])
  const plain = seen.map(({ commitment }) => commitment)
  const parents = parentsOf(plain, codebook)
  const commitments = plain.map((commitment) => ({
    ...commitment,
    parent: parents.get(commitment.id) ?? null,
  }))
  const contradictions = contradictionsOf(
    seen.map(({ commitment: { id, title }, folded }) => ({ id, title, folded })),
    [...view.reports.values()].sort((a, b) => compare(a.facts.contentHash, b.facts.contentHash)),
    codebook,
  )
  const content = { asOf: query.asOf, clock: query.clock, codebook: codebook.id, commitments, contradictions }
  return {
    schema: 'aktenlage.ledger/1',
    asOf: query.asOf,
    clock: query.clock,
    codebook: codebook.id,
    snapshot: sha256(JSON.stringify(content)),
    commitments,
    stories: storiesOf(linked, view),
    wireGroups: wireGroupsOf(view),
    contradictions,
    inferredDates: [...view.reports.values()]
      .filter(({ publication }) => publication.basis === 'inferred')
      .map(({ facts, publication }) => ({
        report: facts.report,
        source: facts.source,
        published: edtfOf(publication.days)!,
        because: [...publication.because],
      }))
      .sort((a, b) => compare(a.source, b.source) || compare(a.report, b.report)),
    possiblyLater: view.possiblyLater,
    newer: view.newer,
    withdrawn: [...ground.withdrawn].sort((a, b) => compare(a.report, b.report)),
  }
}
