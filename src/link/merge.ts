/** Matters that people said are one. */
import { type Bonds, inOrder, type Matter } from './matter.ts'

/** Joins matters that people said are one. */
export const mergeMatters = (matters: readonly Matter[], together: Bonds['together']): Matter[] => {
  if (together.length === 0) return [...matters]
  const holder = new Map<string, number>()
  matters.forEach((matter, index) => {
    for (const { evidence } of matter.members) holder.set(evidence.key, index)
  })
  const root = matters.map((_, index) => index)
  const find = (index: number): number => {
    let at = index
    while (root[at] !== at) at = root[at]!
    return at
  }
  for (const [a, b] of together) {
    const from = holder.get(a)
    const to = holder.get(b)
    if (from === undefined || to === undefined) continue
    const [low, high] = [Math.min(find(from), find(to)), Math.max(find(from), find(to))]
    root[high] = low
  }
  const merged = new Map<number, Matter[]>()
  matters.forEach((matter, index) => {
    const at = find(index)
    const there = merged.get(at)
    if (there === undefined) merged.set(at, [matter])
    else there.push(matter)
  })
  return [...merged.values()].map((parts) => {
    // What nobody joined stays the same object.
    if (parts.length === 1) return parts[0]!
    const members = parts.flatMap((part) => part.members).sort(inOrder)
    return { kind: members[0]!.evidence.kind, members }
  })
}
