/** Independent origins: reports after copies of one another are counted once. */
import type { CopyEdge, CopyIndex } from '../link/copies.ts'
import { type LinkedReport, sortsAt } from './link.ts'

export interface Origins {
  /** Reports that come from one original, by two or more, each in order of time. */
  readonly groups: readonly (readonly LinkedReport[])[]
  /** How many independent origins some reports have. */
  count(reports: readonly LinkedReport[]): number
  areCopies(a: LinkedReport, b: LinkedReport): boolean
  /** The same text as long as the origins of some reports are the same. */
  signature(reports: readonly string[]): string
}

/**
 * Groups of reports that come from one original. A composite report, that took different passages from reports which
 * do not copy one another, stands in each of their groups and does not make them one.
 */
export const originsOf = (reports: ReadonlyMap<string, LinkedReport>, copies: CopyIndex): Origins => {
  const edges = new Map<string, readonly CopyEdge[]>()
  for (const id of copies.reports()) {
    const own = reports.get(id)
    // Versions of one document are no copies of one another.
    const others = copies.edgesOf(id).filter((edge) => reports.get(edge.with)!.document !== own!.document)
    if (others.length > 0) edges.set(id, others)
  }
  const ids = [...edges.keys()].sort()
  const composites = ids.filter((id) => isComposite(id, edges, reports))
  const apart = new Set(composites)
  const groupOf = new Map<string, LinkedReport[]>()
  const groups: LinkedReport[][] = []
  for (const id of ids) {
    if (groupOf.has(id) || apart.has(id)) continue
    const group: LinkedReport[] = []
    groups.push(group)
    groupOf.set(id, group)
    const waiting = [id]
    while (waiting.length > 0) {
      const next = waiting.pop()!
      group.push(reports.get(next)!)
      for (const edge of edges.get(next)!) {
        if (groupOf.has(edge.with) || apart.has(edge.with)) continue
        groupOf.set(edge.with, group)
        waiting.push(edge.with)
      }
    }
  }
  const joined = new Map<string, LinkedReport[][]>()
  for (const id of composites) {
    const into = [
      ...new Set(edges.get(id)!.flatMap((edge) => (groupOf.has(edge.with) ? [groupOf.get(edge.with)!] : []))),
    ]
    joined.set(id, into)
    for (const group of into) group.push(reports.get(id)!)
  }
  for (const group of groups) group.sort(inTime)
  return {
    groups: groups.filter((group) => group.length > 1),
    count: (some) => {
      const found = new Set<unknown>()
      for (const report of some)
        if (!apart.has(report.facts.report)) found.add(groupOf.get(report.facts.report) ?? report.document)
      for (const report of some) {
        const into = joined.get(report.facts.report)
        // A composite adds an origin only where none of its sources is there.
        if (into !== undefined && !into.some((group) => found.has(group)))
          found.add(into[0] ?? report.document)
      }
      return found.size
    },
    signature: (some) =>
      some
        .map((id) =>
          (joined.get(id) ?? [groupOf.get(id)]).map((group) => group?.[0]?.facts.report ?? '').join('+'),
        )
        .join(),
    areCopies: (a, b) => {
      if (a.document === b.document) return true
      const groupsOf = (report: LinkedReport): readonly unknown[] =>
        joined.get(report.facts.report) ?? [groupOf.get(report.facts.report)]
      return groupsOf(a).some((group) => group !== undefined && groupsOf(b).includes(group))
    },
  }
}

const inTime = (a: LinkedReport, b: LinkedReport): number => {
  const key = (report: LinkedReport): string =>
    `${sortsAt(report)} ${report.facts.contentHash} ${report.facts.report}`
  return key(a) < key(b) ? -1 : 1
}

/** Two of its earlier sources share nothing with one another, and it took different sentences from them. */
const isComposite = (
  id: string,
  edges: ReadonlyMap<string, readonly CopyEdge[]>,
  reports: ReadonlyMap<string, LinkedReport>,
): boolean => {
  const { earliest } = reports.get(id)!
  // Excerpts of an earlier whole are no sources of it.
  const sources = edges.get(id)!.filter((edge) => reports.get(edge.with)!.earliest <= earliest)
  return sources.some((a, index) => {
    const near = new Set(edges.get(a.with)!.map((edge) => edge.with))
    return sources
      .slice(index + 1)
      .some((b) => !near.has(b.with) && !b.sentences.some((sentence) => a.sentences.includes(sentence)))
  })
}
