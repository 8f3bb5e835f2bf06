import type { CompiledCodebook } from '../codebook/codebook.ts'
import { addDays, daysOf, edtfOf } from '../core/edtf.ts'
import { sha256, shortId } from '../core/hash.ts'
import type { Decision } from '../core/records.ts'
import type { Commitment, Ledger, LedgerEvidence } from '../formats/ledger.ts'
import type { Evidence } from '../link/evidence.ts'
import type { ReportFacts } from '../link/facts.ts'
import { contradictionsIn, durationsOf, officesIn } from './contradictions.ts'
import {
  type Clock,
  type Dated,
  type Folded,
  type FoldedStep,
  fold,
  inOrderOfFolding,
  type Seen,
} from './fold.ts'
import {
  createLinker,
  type Linked,
  type LinkedMatter,
  type LinkedReport,
  type Linker,
  type ReportHead,
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
  readonly clock: Clock
}

/** Reports that can be used on a day, and how many may have been out but are not. */
interface View {
  readonly shows: (report: LinkedReport) => boolean
  readonly possiblyLater: number
  readonly newer: number
}

/** How many of some ascending days are no later than another. */
const countUpTo = (days: readonly string[], day: string): number => {
  let count = 0
  for (let high = days.length; count < high; ) {
    const middle = (count + high) >>> 1
    if (days[middle]! <= day) count = middle + 1
    else high = middle
  }
  return count
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
  return {
    shows: superseded.size === 0 ? isOut : (report) => isOut(report) && !superseded.has(report),
    newer: asOf === null ? 0 : days.length - countUpTo(days, asOf),
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

const evidenceOf = ({ event }: Evidence, { facts }: LinkedReport): LedgerEvidence => {
  const { evidence, speaker, trigger, type, byHand } = event
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
    ref: {
      contentHash: facts.contentHash,
      start: trigger.start,
      end: trigger.end,
      type: byHand?.readAs ?? type,
    },
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const inOrder = (a: Member, b: Member): number =>
  compare(sortsAt(a.report), sortsAt(b.report)) ||
  compare(a.report.facts.contentHash, b.report.facts.contentHash) ||
  a.shown.start - b.shown.start

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
 * What a report mentions as given before the stop that it tells of, it dates by that stop.
 *
 *     Die USA stoppten am 2. Juli bereits zugesagte Lieferungen.
 *                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 */
const beforeStops = (members: readonly Member[]): readonly Member[] => {
  const stops = new Map<string, string[]>()
  for (const { evidence, told } of members)
    if (evidence.halts && evidence.factuality === 'actual' && told?.last != null)
      stops.set(evidence.report, [...(stops.get(evidence.report) ?? []), told.last])
  return members.map((one) => {
    const { evidence, told } = one
    if (!evidence.background || evidence.halts || (told !== null && told.first !== null)) return one
    const [first] = (stops.get(evidence.report) ?? []).sort()
    if (first === undefined || (told?.last ?? '9999') <= first) return one
    return {
      ...one,
      told: { first: null, last: first },
      evidence: { ...evidence, date: { edtf: `../${first}`, basis: 'inferred' } },
    }
  })
}

/** A commitment on some day, with what was found in it. */
interface Told {
  readonly commitment: Commitment
  readonly contradictions: Ledger['contradictions']
  /** Hash of both, for the snapshot. */
  readonly hash: string
  /** Hashes of the evidence of each step. */
  readonly marks: readonly string[]
  /** Which steps are overdue once their day has passed. */
  readonly due: readonly boolean[]
}

/** A piece of evidence of a commitment; nothing of it depends on the day asked for. */
interface Member extends Dated {
  readonly report: LinkedReport
  readonly shown: LedgerEvidence
  /** Hash of what is shown. */
  readonly mark: string
}

/** A member ready for folding. */
interface Telling extends Member, Seen {
  /** Its place among the evidence of a step. */
  readonly rank: number
}

const tellingsOf = (members: readonly Member[]): Telling[] => {
  const folding = inOrderOfFolding(beforeStops(members))
  const ranks = new Map([...folding].sort(inOrder).map((one, rank) => [one, rank]))
  return folding.map((one) => ({ ...one, rank: ranks.get(one)! }))
}

const tell = (
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
const whenAllHasPassed = (all: Told | null): Told | null => {
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

/** Ids of wire groups and stories, which are hashes of their first report. */
const idsOfFirst = { w: new WeakMap<ReportHead, string>(), s: new WeakMap<ReportHead, string>() }

const idOfFirst = (kind: 'w' | 's', { facts }: LinkedReport): string => {
  const known = idsOfFirst[kind].get(facts)
  if (known !== undefined) return known
  const id = shortId(kind, facts.contentHash)
  idsOfFirst[kind].set(facts, id)
  return id
}

const documentsOf = (reports: readonly LinkedReport[]): string[] =>
  reports.length === 1 ? [reports[0]!.facts.source] : [...new Set(reports.map(({ facts }) => facts.source))]

const wireGroupsOf = (linked: Linked, view: View): Ledger['wireGroups'] =>
  linked.origins.groups
    .flatMap((group) => {
      const out = group.filter(view.shows)
      if (out.length < 2) return []
      const counts = new Map<string, number>()
      for (const { facts } of out)
        for (const agency of facts.agencies) counts.set(agency, (counts.get(agency) ?? 0) + 1)
      const [agency] = [...counts].sort((a, b) => b[1] - a[1] || compare(a[0], b[0]))
      return [{ id: idOfFirst('w', group[0]!), agency: agency?.[0] ?? null, documents: documentsOf(out) }]
    })
    .sort((a, b) => compare(a.id, b.id) || compare(a.documents.join(), b.documents.join()))

interface LinkedStory {
  readonly id: string
  readonly reports: readonly LinkedReport[]
}

const linkedStories = new WeakMap<Linked['stories'], readonly LinkedStory[]>()

/** The same for every day. */
const linkedStoriesOf = ({ stories, reports }: Linked): readonly LinkedStory[] => {
  const known = linkedStories.get(stories)
  if (known !== undefined) return known
  const list = stories
    .map((ids) => {
      const all = ids.map((id) => reports.get(id)!)
      return { id: idOfFirst('s', all[0]!), reports: all }
    })
    .sort((a, b) => compare(a.id, b.id))
  linkedStories.set(stories, list)
  return list
}

const storiesOf = (linked: Linked, view: View): Ledger['stories'] => {
  const out: Ledger['stories'] = []
  for (const { id, reports } of linkedStoriesOf(linked)) {
    const shown = reports.filter(view.shows)
    if (shown.length > 0) out.push({ id, title: shown[0]!.facts.heading, documents: documentsOf(shown) })
  }
  return out
}

/**
 * Shows what was linked as a ledger of any day, and keeps commitments as they were told. Nothing of that shows in the
 * result; a ledger made from nothing has the same bytes, which test/properties/ledger.test.ts proves.
 */
export interface Teller {
  readonly linked: Linked
  /** From now on tells of these links. What they did not touch stays as it was told. */
  take(linked: Linked): void
  ledger(query: LedgerQuery, withdrawn: Ledger['withdrawn']): Ledger
}

/** What a teller keeps. */
interface Memory {
  readonly linked: Linked
  readonly told: Map<LinkedMatter, States>
}

/** What is kept of a matter as long as nothing about its reports changes. */
interface States {
  readonly tellings: readonly Telling[]
  readonly reports: readonly string[]
  /** Days on which it can look different than the day before, ascending. */
  readonly days: readonly string[]
  /** Its reports whose document has other versions. */
  readonly versioned: readonly LinkedReport[]
  readonly by: Map<string, Told | null>
}

const untouched = (told: Memory['told'], { matters, touched }: Linked): Map<LinkedMatter, States> => {
  const kept = new Map<LinkedMatter, States>()
  for (const matter of matters) {
    const states = told.get(matter)
    // A report may have become a copy of another, or an older version, though the matter has the same evidence.
    if (states !== undefined && !states.reports.some((report) => touched.has(report)))
      kept.set(matter, states)
  }
  return kept
}

/** Days on which a commitment can look different than the day before, ascending. */
const turningDays = (members: readonly Member[]): string[] => {
  const days = new Set<string>()
  for (const { report, told } of members) {
    days.add(report.known.published)
    days.add(report.known.captured)
    if (report.out.last !== null) days.add(report.out.last)
    for (const end of [told?.first, told?.last]) {
      if (end == null) continue
      days.add(end)
      // Announced for that day: due from the next one on.
      days.add(addDays(end, 1))
    }
  }
  return [...days].sort()
}

/** States of a commitment that are kept; people step back and forth between a few days. */
const keptStates = 12

/** A matter as told on a day, from memory where no turning day and no version lies between. */
const toldOn = (
  matter: LinkedMatter,
  view: View,
  memory: Memory,
  query: LedgerQuery,
  codebook: CompiledCodebook,
): Told | null => {
  const { linked } = memory
  const states = statesOf(matter, memory)
  // A version may have taken the place of a report without any day of this matter passing.
  const read = states.versioned.map((report) => (view.shows(report) ? 1 : 0)).join('')
  const keyOf = (passed: number | 'all'): string => `${query.clock} ${passed} ${read}`
  const passed = query.asOf === null ? 'all' : countUpTo(states.days, query.asOf)
  const key = keyOf(passed)
  const kept = states.by.get(key)
  if (kept !== undefined) return kept
  const all = passed === states.days.length ? states.by.get(keyOf('all')) : undefined
  const told =
    passed === 0
      ? null
      : all !== undefined
        ? whenAllHasPassed(all)
        : tell(matter, states.tellings, view, linked, query, codebook)
  if (states.by.size >= keptStates) states.by.delete(states.by.keys().next().value!)
  states.by.set(key, told)
  return told
}

const statesOf = (matter: LinkedMatter, { told, linked }: Memory): States => {
  const kept = told.get(matter)
  if (kept !== undefined) return kept
  const members = matter.members.map(({ evidence }): Member => {
    const report = linked.reports.get(evidence.report)!
    const shown = evidenceOf(evidence, report)
    return {
      evidence,
      told: daysOf(evidence.date?.edtf),
      out: report.out,
      outBasis: report.publication.basis === 'inferred' ? 'inferred' : 'publication',
      known: report.known,
      report,
      shown,
      mark: sha256(JSON.stringify(shown)).slice(7, 39),
    }
  })
  const reports = [...new Set(members.map(({ report }) => report))]
  const states: States = {
    tellings: tellingsOf(members),
    reports: reports.map(({ facts }) => facts.report),
    days: turningDays(members),
    versioned: reports.filter(({ document }) => linked.versioned.has(document)),
    by: new Map(),
  }
  told.set(matter, states)
  return states
}

export const createTeller = (first: Linked, codebook: CompiledCodebook): Teller => {
  let memory: Memory = { linked: first, told: new Map() }
  return {
    get linked() {
      return memory.linked
    },
    take: (linked) => {
      memory = { linked, told: untouched(memory.told, linked) }
    },
    ledger: (query, withdrawn) => ledgerOn(memory, query, withdrawn, codebook),
  }
}

/** What is kept between ledgers of one codebook. */
interface Kept {
  readonly linker: Linker
  teller: Teller
  facts: readonly ReportFacts[]
  decisions: string
}

const byCodebook = new WeakMap<CompiledCodebook, Kept>()

/** The ledger of all reports as it stood on a day. Pure; the same ground in any order gives the same bytes. */
export const buildLedger = (ground: LedgerGround, query: LedgerQuery, codebook: CompiledCodebook): Ledger => {
  const { facts } = ground
  const decisions = JSON.stringify(ground.decisions)
  let there = byCodebook.get(codebook)
  if (there === undefined) {
    const linker = createLinker(codebook)
    const teller = createTeller(linker.update(facts, ground.decisions), codebook)
    there = { linker, teller, facts, decisions }
    byCodebook.set(codebook, there)
  } else if (there.facts !== facts || there.decisions !== decisions) {
    there.teller.take(there.linker.update(facts, ground.decisions))
    there.facts = facts
    there.decisions = decisions
  }
  return there.teller.ledger(query, ground.withdrawn)
}

const ledgerOn = (
  memory: Memory,
  query: LedgerQuery,
  withdrawn: Ledger['withdrawn'],
  codebook: CompiledCodebook,
): Ledger => {
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
  const durations = durationsOf(linked.lasting.filter(view.shows), codebook)
  const offices = linked.stories.flatMap((story) =>
    officesIn(story.map((id) => linked.reports.get(id)!).filter(view.shows), linked.origins),
  )
  const contradictions = [...told.flatMap((one) => one.contradictions), ...durations, ...offices].sort(
    (a, b) => compare(a.id, b.id),
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
        offices,
      ]),
    ),
    commitments,
    stories: storiesOf(linked, view),
    wireGroups: wireGroupsOf(linked, view),
    contradictions,
    inferredDates: linked.inferred
      .filter(view.shows)
      .map(({ facts, publication }) => ({
        report: facts.report,
        source: facts.source,
        published: edtfOf(publication.days)!,
        because: [...publication.because],
      }))
      .sort((a, b) => compare(a.source, b.source) || compare(a.report, b.report)),
    possiblyLater: view.possiblyLater,
    newer: view.newer,
    withdrawn: [...withdrawn].sort((a, b) => compare(a.report, b.report)),
  }
}
