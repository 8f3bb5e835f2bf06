/** Independent origins: reports after copies of one another are counted once. */
import type { LinkedReport } from './link.ts'

/**
 * Groups of reports that come from one original. A composite report, that took disjoint passages from reports which
 * do not copy one another, stands in each of their groups and does not make them one.
 */
export const originsOf = (reports: readonly LinkedReport[]): LinkedReport[][] => {
  const byId = new Map(reports.map((report) => [report.facts.report, report]))
  const copiesOf = (report: LinkedReport) => report.copies.filter((copy) => byId.has(copy.report))
  const composites = new Set(
    reports
      .filter((report) => isComposite(report, copiesOf(report), byId))
      .map((report) => report.facts.report),
  )
  const groupOf = new Map<string, LinkedReport[]>()
  const groups: LinkedReport[][] = []
  for (const report of reports) {
    if (groupOf.has(report.facts.report) || composites.has(report.facts.report)) continue
    const group: LinkedReport[] = []
    const waiting = [report]
    groupOf.set(report.facts.report, group)
    while (waiting.length > 0) {
      const next = waiting.pop()!
      group.push(next)
      for (const { report: id } of copiesOf(next)) {
        if (groupOf.has(id) || composites.has(id)) continue
        groupOf.set(id, group)
        waiting.push(byId.get(id)!)
      }
    }
    groups.push(group)
  }
  for (const id of composites) {
    const report = byId.get(id)!
    const joined = new Set<LinkedReport[]>()
    for (const copy of copiesOf(report)) {
      const group = groupOf.get(copy.report)
      if (group !== undefined) joined.add(group)
    }
    if (joined.size === 0) groups.push([report])
    for (const group of joined) group.push(report)
  }
  return groups
}

/** Two of its sources share nothing with one another, and it took different sentences from them. */
const isComposite = (
  report: LinkedReport,
  copies: LinkedReport['copies'],
  byId: ReadonlyMap<string, LinkedReport>,
): boolean => {
  for (let i = 0; i < copies.length; i++) {
    const a = copies[i]!
    const other = byId.get(a.report)!
    const near = new Set(other.copies.map((copy) => copy.report))
    for (let j = i + 1; j < copies.length; j++) {
      const b = copies[j]!
      if (near.has(b.report)) continue
      const source = byId.get(b.report)!
      // Excerpts of an earlier whole are no sources of it.
      if (other.earliest > report.earliest || source.earliest > report.earliest) continue
      if (!b.sentences.some((sentence) => a.sentences.includes(sentence))) return true
    }
  }
  return false
}
