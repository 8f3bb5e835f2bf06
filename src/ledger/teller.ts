/** Ledgers of any day out of what was linked. Commitments are kept as they were told. */
import type { CompiledCodebook } from '../codebook/codebook.ts'
import { addDays, edtfOf } from '../core/edtf.ts'
import { sha256 } from '../core/hash.ts'
import { compare, firstIndex } from '../core/sorted.ts'
import type { Ledger } from '../formats/ledger.ts'
import { toldApart } from './alike-titles.ts'
import { type Told, tell, whenAllHasPassed } from './commitment.ts'
import { durationsOf } from './durations.ts'
import { officesToldIn, storiesOf, wireGroupsOf } from './groups.ts'
import type { Linked, LinkedMatter, LinkedReport } from './link.ts'
import { type Member, membersOf, type Telling, tellingsOf } from './members.ts'
import { officesIn } from './offices.ts'
import { parentsOf } from './parents.ts'
import type { ToldSteps } from './steps.ts'
import { type LedgerQuery, type View, viewOf } from './view.ts'

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

/** What a teller keeps. */
interface Memory {
  readonly linked: Linked
  readonly told: Map<LinkedMatter, States>
}

/** What is kept of a matter as long as nothing about its reports changes. */
interface States {
  readonly tellings: readonly Telling[]
  readonly steps: ToldSteps
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
const keptStates = 4

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
  const passed = query.asOf === null ? 'all' : firstIndex(states.days, (day) => day <= query.asOf!)
  const key = keyOf(passed)
  const kept = states.by.get(key)
  if (kept !== undefined) return kept
  const all = passed === states.days.length ? states.by.get(keyOf('all')) : undefined
  const told =
    passed === 0
      ? null
      : all !== undefined
        ? whenAllHasPassed(all)
        : tell(matter, states.tellings, states.steps, view, linked, query, codebook)
  if (states.by.size >= keptStates) states.by.delete(states.by.keys().next().value!)
  states.by.set(key, told)
  return told
}

const statesOf = (matter: LinkedMatter, { told, linked }: Memory): States => {
  const kept = told.get(matter)
  if (kept !== undefined) return kept
  const members = membersOf(matter, linked.reports)
  const reports = [...new Set(members.map(({ report }) => report))]
  const states: States = {
    tellings: tellingsOf(members),
    steps: new Map(),
    reports: reports.map(({ facts }) => facts.report),
    days: turningDays(members),
    versioned: reports.filter(({ document }) => linked.versioned.has(document)),
    by: new Map(),
  }
  told.set(matter, states)
  return states
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
  const offices = officesToldIn(linked).flatMap((reports) =>
    officesIn(reports.filter(view.shows), linked.origins),
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
    commitments: toldApart(commitments),
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
