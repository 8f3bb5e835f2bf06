/**
 * What was linked as plain JSON, so that a store can keep it: with it a process shows the ledger of any day without
 * linking the archive again, and without what only linking needs (words, shingles, the events that are no evidence).
 * It is derived: made anew whenever the ground, the codebook or the code is another.
 */

import { createKeeper, type KeptEvidence, openEvidence } from './kept-evidence.ts'
import { byContent, headOf, isListed, type Linked, type LinkedMatter, type LinkedReport } from './link.ts'
import { type Group, saidBy } from './origins.ts'

export interface KeptLinks {
  readonly reports: readonly LinkedReport[]
  readonly matters: readonly (Omit<LinkedMatter, 'members'> & {
    readonly members: readonly KeptEvidence[]
  })[]
  /** What evidence says, each once. */
  readonly values: readonly unknown[]
  readonly stories: Linked['stories']
  /** Report ids of each group of one origin, single ones too where a composite took from them. */
  readonly groups: readonly (readonly string[])[]
  /** Composite reports, with the places of their groups. */
  readonly joined: readonly (readonly [report: string, groups: readonly number[]])[]
}

/** Links as they can be kept; shares objects with what it was given. */
export const keptLinks = ({ reports, matters, stories, origins }: Linked): KeptLinks => {
  const { groupOf, joined } = origins.membership
  const groups = [...new Set([...groupOf.values(), ...[...joined.values()].flat()])]
  const { values, keep } = createKeeper()
  const places = new Map(groups.map((group, place) => [group, place]))
  return {
    reports: [...reports.values()].map((report) => ({ ...report, facts: headOf(report.facts) })),
    matters: matters.map((matter) => ({ ...matter, members: matter.members.map(keep) })),
    values,
    stories,
    groups: groups.map((group) => group.map(({ facts }) => facts.report)),
    joined: [...joined].map(([report, into]) => [report, into.map((group) => places.get(group)!)]),
  }
}

/** The links that were kept; says on every day what they said. */
export const openLinks = (kept: KeptLinks): Linked => {
  const reports = new Map(kept.reports.map((report) => [report.facts.report, report]))
  const groups = kept.groups.map((ids): Group => ids.map((id) => reports.get(id)!))
  const joined = new Map(
    kept.joined.map(([report, places]) => [report, places.map((place) => groups[place]!)] as const),
  )
  const groupOf = new Map(
    groups.flatMap((group) =>
      group.flatMap(({ facts }) => (joined.has(facts.report) ? [] : [[facts.report, group] as const])),
    ),
  )
  const listed = (is: (report: LinkedReport) => boolean): LinkedReport[] =>
    kept.reports.filter(is).sort(byContent)
  const daysOf = (clock: 'published' | 'captured'): string[] =>
    kept.reports.map(({ known }) => known[clock]).sort()
  const documents = new Map<string, LinkedReport[]>()
  for (const report of kept.reports) {
    const versions = documents.get(report.document)
    if (versions === undefined) documents.set(report.document, [report])
    else versions.push(report)
  }
  return {
    reports,
    matters: kept.matters.map((matter) => ({
      ...matter,
      members: matter.members.map((one) => openEvidence(one, reports, kept.values)),
    })),
    stories: kept.stories,
    origins: { ...saidBy({ groupOf, joined }), groups: groups.filter(({ length }) => length > 1) },
    lasting: listed(isListed.lasting),
    inferred: listed(isListed.inferred),
    uncertain: listed(isListed.uncertain),
    days: { published: daysOf('published'), captured: daysOf('captured') },
    versioned: new Map([...documents].filter(([, versions]) => versions.length > 1)),
    touched: new Set(),
  }
}
