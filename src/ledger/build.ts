import type { CompiledCodebook } from '../codebook/codebook.ts'
import { addDays, daysOf, edtfOf } from '../core/edtf.ts'
import { sha256, shortId } from '../core/hash.ts'
import type { Decision } from '../core/records.ts'
import type { Commitment, Ledger, LedgerEvidence } from '../formats/ledger.ts'
import type { ReportFacts } from '../link/facts.ts'
import { contradictionsIn, durationsOf } from './contradictions.ts'
import { type FoldedStep, fold, type Seen } from './fold.ts'
import {
  createLinker,
  type Linked,
  type LinkedMatter,
  type LinkedReport,
  type Linker,
  sortsAt,
} from './link.ts'
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
  readonly get: (report: string) => LinkedReport | undefined
  readonly possiblyLater: number
  readonly newer: number
}

/** Of a document with several versions the last one known by then is read. */
const viewOf = (linked: Linked, { asOf, clock }: LedgerQuery): View => {
  const isOut = (report: LinkedReport): boolean => asOf === null || report.known[clock] <= asOf
  const superseded = new Set<LinkedReport>()
  for (const versions of linked.versioned.values()) {
    const out = versions.filter(isOut).sort((a, b) => (isLater(a, b, clock) ? -1 : 1))
    for (const old of out.slice(1)) superseded.add(old)
  }
  const days = linked.days[clock]
  let known = 0
  for (let high = days.length; known < high; ) {
    const middle = (known + high) >>> 1
    if (asOf === null || days[middle]! <= asOf) known = middle + 1
    else high = middle
  }
  return {
    get: (id) => {
      const report = linked.reports.get(id)
      return report === undefined || !isOut(report) || superseded.has(report) ? undefined : report
    },
    newer: days.length - known,
    possiblyLater:
      asOf === null || clock === 'captured'
        ? 0
        : linked.uncertain.filter((report) => !isOut(report) && (report.out.first ?? '') <= asOf).length,
  }
}

const isLater = (a: LinkedReport, b: LinkedReport, clock: LedgerQuery['clock']): boolean => {
  const keys = (report: LinkedReport): string[] => [
    clock === 'captured' ? report.known.captured : sortsAt(report),
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

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const stepOf = (step: FoldedStep, view: View, { origins }: Linked): Commitment['history'][number] => {
  const members = step.members
    .map((seen) => ({ seen, report: view.get(seen.evidence.report)! }))
    .sort(
      (a, b) =>
        compare(sortsAt(a.report), sortsAt(b.report)) ||
        compare(a.report.facts.contentHash, b.report.facts.contentHash) ||
        a.seen.evidence.event.evidence.start - b.seen.evidence.event.evidence.start,
    )
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
    evidence: members.map(({ seen, report }) => evidenceOf(seen, report)),
  }
}

/**
 * What a report mentions as given before the stop that it tells of, it dates by that stop.
 *
 *     Die USA stoppten am 2. Juli bereits zugesagte Lieferungen.
 *                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 */
const before = (one: Seen, seen: readonly Seen[]): Seen => {
  if (!one.evidence.background || one.evidence.halts || (one.told !== null && one.told.first !== null))
    return one
  const stops = seen.flatMap(({ evidence, told }) =>
    evidence.halts && evidence.report === one.evidence.report && evidence.factuality === 'actual'
      ? (told?.last ?? [])
      : [],
  )
  const [first] = stops.sort()
  if (first === undefined || (one.told?.last ?? '9999') <= first) return one
  return {
    ...one,
    told: { first: null, last: first },
    evidence: { ...one.evidence, date: { edtf: `../${first}`, basis: 'inferred' } },
  }
}

/** A commitment on some day, with what was found in it. */
interface Told {
  readonly commitment: Commitment
  readonly contradictions: Ledger['contradictions']
  /** Hash of both, for the snapshot. */
  readonly hash: string
}

const tell = (
  matter: LinkedMatter,
  view: View,
  linked: Linked,
  { asOf, clock }: LedgerQuery,
  codebook: CompiledCodebook,
): Told | null => {
  const seen: Seen[] = matter.members.flatMap(({ evidence }) => {
    const report = view.get(evidence.report)
    if (report === undefined) return []
    return [
      {
        evidence,
        told: daysOf(evidence.date?.edtf),
        out: report.out,
        outBasis: report.publication.basis === 'inferred' ? 'inferred' : 'publication',
        known: report.known[clock],
      },
    ]
  })
  if (seen.length === 0) return null
  const folded = fold(
    seen.map((one) => before(one, seen)),
    matter.kind,
    codebook,
    asOf,
  )
  if (folded.steps.length === 0) return null
  const used = folded.steps.flatMap((step) => step.members.map((member) => member.evidence))
  const { providers, recipients } = sidesOf(used)
  const goods = [...new Set(used.flatMap((evidence) => evidence.goods))].sort()
  const title = matter.title ?? titleOf(matter.kind, providers, recipients, goods, used, codebook)
  const commitment: Commitment = {
    id: matter.id,
    kind: matter.kind,
    title,
    providers,
    recipients,
    goods,
    amount: amountOf(folded.steps),
    parent: null,
    aliases: [...matter.aliases],
    stage: folded.stage,
    suspension: folded.suspension,
    review: matter.review,
    history: folded.steps.map((step) => stepOf(step, view, linked)),
  }
  const contradictions = contradictionsIn({ id: matter.id, title, folded }, linked.reports, linked.origins)
  return { commitment, contradictions, hash: sha256(JSON.stringify([commitment, contradictions])) }
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

const wireGroupsOf = (linked: Linked, view: View): Ledger['wireGroups'] =>
  linked.origins.groups
    .flatMap((group) => {
      const out = group.filter(({ facts }) => view.get(facts.report) !== undefined)
      if (out.length < 2) return []
      const counts = new Map<string, number>()
      for (const { facts } of out)
        for (const agency of facts.agencies) counts.set(agency, (counts.get(agency) ?? 0) + 1)
      const [agency] = [...counts].sort((a, b) => b[1] - a[1] || compare(a[0], b[0]))
      return [
        {
          id: shortId('w', group[0]!.facts.contentHash),
          agency: agency?.[0] ?? null,
          documents: [...new Set(out.map(({ facts }) => facts.source))],
        },
      ]
    })
    .sort((a, b) => compare(a.id, b.id) || compare(a.documents.join(), b.documents.join()))

const storyIds = new WeakMap<ReportFacts, string>()

/** Derived from the first report of a story. */
const storyId = ({ facts }: LinkedReport): string => {
  const known = storyIds.get(facts)
  if (known !== undefined) return known
  const id = shortId('s', facts.contentHash)
  storyIds.set(facts, id)
  return id
}

const storiesOf = (linked: Linked, view: View): Ledger['stories'] =>
  linked.stories
    .flatMap((story) => {
      const reports = story.flatMap((id) => view.get(id) ?? [])
      if (reports.length === 0) return []
      const first = linked.reports.get(story[0]!)!
      return [
        {
          id: storyId(first),
          title: reports[0]!.facts.heading,
          documents: [...new Set(reports.map(({ facts }) => facts.source))],
        },
      ]
    })
    .sort((a, b) => compare(a.id, b.id))

/**
 * What is kept between ledgers of one codebook: the linker, and commitments as they were told. Nothing of it shows in
 * the result; a ledger made from nothing has the same bytes, which test/properties/ledger.test.ts proves.
 */
interface Memory {
  readonly linker: Linker
  linked: Linked | null
  facts: readonly ReportFacts[] | null
  decisions: string
  /** Commitments of `linked`, by clock and by the state of the day. */
  told: WeakMap<LinkedMatter, States>
  days: WeakMap<LinkedMatter, readonly string[]>
}

interface States {
  readonly linked: Linked
  /** Its reports whose document has other versions. */
  readonly versioned: readonly string[]
  /** Which of its reports were copies of one another; a later report may join two. */
  readonly signature: string
  readonly by: Map<string, Told | null>
}

const memories = new WeakMap<CompiledCodebook, Memory>()

const memoryOf = (ground: LedgerGround, codebook: CompiledCodebook): Memory & { readonly linked: Linked } => {
  let memory = memories.get(codebook)
  if (memory === undefined) {
    memory = {
      linker: createLinker(codebook),
      linked: null,
      facts: null,
      decisions: '',
      told: new WeakMap(),
      days: new WeakMap(),
    }
    memories.set(codebook, memory)
  }
  const decisions = JSON.stringify(ground.decisions)
  if (memory.linked === null || memory.facts !== ground.facts || memory.decisions !== decisions) {
    memory.linked = memory.linker.update(ground.facts, ground.decisions)
    memory.facts = ground.facts
    memory.decisions = decisions
  }
  return memory as Memory & { readonly linked: Linked }
}

/** Days on which a commitment can look different than the day before, ascending. */
const turningDays = (matter: LinkedMatter, linked: Linked, memory: Memory): readonly string[] => {
  const kept = memory.days.get(matter)
  if (kept !== undefined) return kept
  const days = new Set<string>()
  for (const { evidence } of matter.members) {
    const report = linked.reports.get(evidence.report)!
    days.add(report.known.published)
    days.add(report.known.captured)
    if (report.out.last !== null) days.add(report.out.last)
    const told = daysOf(evidence.date?.edtf)
    for (const end of [told?.first, told?.last]) {
      if (end == null) continue
      days.add(end)
      // Announced for that day: due from the next one on.
      days.add(addDays(end, 1))
    }
  }
  const sorted = [...days].sort()
  memory.days.set(matter, sorted)
  return sorted
}

/** States of a commitment that are kept; people step back and forth between a few days. */
const keptStates = 12

/** A matter as told on a day, from memory where no turning day and no version lies between. */
const toldOn = (
  matter: LinkedMatter,
  view: View,
  memory: Memory & { readonly linked: Linked },
  query: LedgerQuery,
  codebook: CompiledCodebook,
): Told | null => {
  const { linked } = memory
  const states = statesOf(matter, linked, memory)
  const days = turningDays(matter, linked, memory)
  let passed = 0
  while (passed < days.length && (query.asOf === null || days[passed]! <= query.asOf)) passed++
  // A version may have taken the place of a report without any day of this matter passing.
  const read = states.versioned.map((report) => (view.get(report) === undefined ? 0 : 1)).join('')
  const key = `${query.clock} ${query.asOf === null ? 'all' : passed} ${read}`
  const kept = states.by.get(key)
  if (kept !== undefined) return kept
  const told = tell(matter, view, linked, query, codebook)
  if (states.by.size >= keptStates) states.by.delete(states.by.keys().next().value!)
  states.by.set(key, told)
  return told
}

const statesOf = (matter: LinkedMatter, linked: Linked, memory: Memory): States => {
  const kept = memory.told.get(matter)
  if (kept?.linked === linked) return kept
  const reports = [...new Set(matter.members.map(({ evidence }) => evidence.report))]
  const signature = linked.origins.signature(reports)
  const versioned = reports.filter((report) => linked.versioned.has(linked.reports.get(report)!.document))
  const states: States = {
    linked,
    signature,
    versioned,
    by: kept?.signature === signature ? kept.by : new Map(),
  }
  memory.told.set(matter, states)
  return states
}

/** The ledger of all reports as it stood on a day. Pure; the same ground in any order gives the same bytes. */
export const buildLedger = (ground: LedgerGround, query: LedgerQuery, codebook: CompiledCodebook): Ledger => {
  const memory = memoryOf(ground, codebook)
  const { linked } = memory
  const view = viewOf(linked, query)
  const told = linked.matters.flatMap((matter) => toldOn(matter, view, memory, query, codebook) ?? [])
  const parents = parentsOf(
    told.map(({ commitment }) => commitment),
    codebook,
  )
  const commitments = told.map(({ commitment }) => {
    const parent = parents.get(commitment.id)
    return parent === undefined ? commitment : { ...commitment, parent }
  })
  const durations = durationsOf(
    linked.lasting.filter(({ facts }) => view.get(facts.report) !== undefined),
    codebook,
  )
  const contradictions = [...told.flatMap((one) => one.contradictions), ...durations].sort((a, b) =>
    compare(a.id, b.id),
  )
  return {
    schema: 'aktenlage.ledger/1',
    asOf: query.asOf,
    clock: query.clock,
    codebook: codebook.id,
    snapshot: sha256(
      JSON.stringify([
        query.asOf,
        query.clock,
        codebook.id,
        told.map(({ commitment, hash }) => [hash, parents.get(commitment.id) ?? null]),
        durations,
      ]),
    ),
    commitments,
    stories: storiesOf(linked, view),
    wireGroups: wireGroupsOf(linked, view),
    contradictions,
    inferredDates: linked.inferred
      .filter(({ facts }) => view.get(facts.report) !== undefined)
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
