/** Independent origins: reports after copies of one another are counted once. */
import type { CopyEdge, CopyIndex } from '../link/copies.ts'
import { type LinkedReport, sortsAt } from './link.ts'

export interface Origins {
  /** Reports that come from one original, by two or more, each in order of time. */
  readonly groups: readonly (readonly LinkedReport[])[]
  /** How many independent origins some reports have. */
  count(reports: readonly LinkedReport[]): number
  areCopies(a: LinkedReport, b: LinkedReport): boolean
  readonly membership: Membership
}

export type Group = readonly LinkedReport[]

/** By report id. */
export interface Membership {
  readonly groupOf: ReadonlyMap<string, Group>
  /** Composite reports with the groups that they stand in. */
  readonly joined: ReadonlyMap<string, readonly Group[]>
}

/** What can be said once it is known who stands in which group. */
export const saidBy = (membership: Membership): Omit<Origins, 'groups'> => {
  const { groupOf, joined } = membership
  return {
    membership,
    count: (some) => {
      const found = new Set<unknown>()
      for (const report of some)
        if (!joined.has(report.facts.report)) found.add(groupOf.get(report.facts.report) ?? report.document)
      for (const report of some) {
        const into = joined.get(report.facts.report)
        // A composite adds an origin only where none of its sources is there.
        if (into !== undefined && !into.some((group) => found.has(group)))
          found.add(into[0] ?? report.document)
      }
      return found.size
    },
    areCopies: (a, b) => {
      if (a.document === b.document) return true
      const groupsOf = (report: LinkedReport): readonly unknown[] =>
        joined.get(report.facts.report) ?? [groupOf.get(report.facts.report)]
      return groupsOf(a).some((group) => group !== undefined && groupsOf(b).includes(group))
    },
  }
}

/** Kept up to date with an index of copies; what it says is valid until the next update. */
export interface KeptOrigins extends Origins {
  /** After reports came, went or moved. Returns those whose origins may be others than before. */
  update(reports: ReadonlyMap<string, LinkedReport>, moved: readonly string[]): Set<string>
}

/** Reports that copies connect; what happens in one such part of the archive concerns no other. */
interface Part {
  readonly members: readonly string[]
  readonly groups: readonly LinkedReport[][]
}

/**
 * Groups of reports that come from one original. A composite report, that took different passages from reports which
 * do not copy one another, stands in each of their groups and does not make them one.
 */
export const createOrigins = (copies: CopyIndex): KeptOrigins => {
  const parts = new Set<Part>()
  const partOf = new Map<string, Part>()
  const groupOf = new Map<string, LinkedReport[]>()
  const joined = new Map<string, LinkedReport[][]>()
  let reports: ReadonlyMap<string, LinkedReport> = new Map()

  const edgesOf = (id: string): readonly CopyEdge[] => {
    const own = reports.get(id)
    if (own === undefined) return []
    // Versions of one document are no copies of one another.
    return copies.edgesOf(id).filter((edge) => reports.get(edge.with)!.document !== own.document)
  }

  const dissolve = (part: Part): void => {
    parts.delete(part)
    for (const id of part.members) {
      partOf.delete(id)
      groupOf.delete(id)
      joined.delete(id)
    }
  }

  /** Everything that copies connect with a report. */
  const connected = (from: string): Map<string, readonly CopyEdge[]> => {
    const edges = new Map<string, readonly CopyEdge[]>()
    const waiting = [from]
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      if (edges.has(id)) continue
      const own = edgesOf(id)
      edges.set(id, own)
      for (const edge of own) waiting.push(edge.with)
    }
    return edges
  }

  const form = (edges: ReadonlyMap<string, readonly CopyEdge[]>): void => {
    const ids = [...edges.keys()].sort()
    const composites = ids.filter((id) => isComposite(id, edges, reports))
    const apart = new Set(composites)
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
    for (const id of composites) {
      const into = new Set<LinkedReport[]>()
      for (const edge of edges.get(id)!) {
        const group = groupOf.get(edge.with)
        if (group !== undefined) into.add(group)
      }
      joined.set(id, [...into])
      for (const group of into) group.push(reports.get(id)!)
    }
    for (const group of groups) group.sort(inTime)
    const part: Part = { members: ids, groups: groups.filter((group) => group.length > 1) }
    parts.add(part)
    for (const id of ids) partOf.set(id, part)
  }

  return {
    update: (all, moved) => {
      reports = all
      const touched = new Set<string>([...moved, ...copies.changed()])
      // Who stood in one part with them, and who does now.
      for (const id of touched) {
        const part = partOf.get(id)
        if (part === undefined) continue
        for (const member of part.members) touched.add(member)
        dissolve(part)
      }
      for (const id of [...touched]) {
        if (partOf.has(id) || edgesOf(id).length === 0) continue
        const edges = connected(id)
        for (const member of edges.keys()) {
          touched.add(member)
          const part = partOf.get(member)
          if (part !== undefined) dissolve(part)
        }
        form(edges)
      }
      return touched
    },
    ...saidBy({ groupOf, joined }),
    get groups() {
      return [...parts].flatMap((part) => part.groups)
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
