/**
 * Which reports copy or rewrite one another, decided sentence by sentence.
 *
 * Whether two reports are copies depends only on the two and on which of their sentences are boilerplate, and a
 * sentence is boilerplate by the reports that hold it. So the result is a function of the set of reports, whatever
 * the order in which they came, and a new report costs what it shares with others.
 */
import { dayNumber } from '../core/edtf.ts'

export interface CopyInput {
  readonly report: string
  /** Day of publication, null where nobody knows it; copies appear within days of one another. */
  readonly day: string | null
  readonly agencies: readonly string[]
  /** Shingles by sentence, see fingerprint.ts. */
  readonly fingerprint: readonly (readonly number[])[]
}

/** Copies run within days; a passage that comes back over weeks is a notice or standing background. */
const windowDays = 14
const recursOverDays = 21
const recursInReports = 4
/** So many reports never copy one wire report here: a notice, even where all were captured on one day. */
const tooMany = 400
/** Share of a sentence's shingles that the other report must hold. */
const sentenceShare = 0.34
/** Share of the shorter report that the other must hold. */
const wholeShare = 0.3
/** The same where both credit one agency. */
const creditedShare = 0.18
/** A composite report shares a passage of this many sentences, and at least this much of the shorter one. */
const passageSentences = 3
const passageShare = 0.1
/** From here on a passage stands at the end, where agencies put the background. */
const tail = 0.6

interface Held {
  readonly input: CopyInput
  readonly day: number | null
  /** Sentences without boilerplate; an empty one was boilerplate. */
  sentences: readonly (readonly number[])[]
  shingles: ReadonlySet<number>
}

export interface CopyEdge {
  readonly with: string
  /** Indices of the sentences of this report that the other holds. */
  readonly sentences: readonly number[]
}

export interface CopyIndex {
  add(input: CopyInput): void
  remove(report: string): void
  /** Copies of a report, in the order of their ids. */
  edgesOf(report: string): readonly CopyEdge[]
  /** Reports that have copies. */
  reports(): Iterable<string>
}

/** „dpa-AFX“ and „dpa“ are one house. */
const house = (agency: string): string => agency.toLowerCase().split(/[-/ ]/u)[0]!

const matched = (from: Held, to: Held): number[] => {
  const out: number[] = []
  from.sentences.forEach((shingles, index) => {
    let shared = 0
    for (const shingle of shingles) if (to.shingles.has(shingle)) shared++
    if (shingles.length >= 2 && shared >= shingles.length * sentenceShare) out.push(index)
  })
  return out
}

/** Sentence indices that two reports share, where that makes one a copy of the other; else null. */
const compare = (a: Held, b: Held): readonly [number[], number[]] | null => {
  const [small, large] = a.shingles.size <= b.shingles.size ? [a, b] : [b, a]
  if (small.shingles.size === 0) return null
  let shared = 0
  for (const shingle of small.shingles) if (large.shingles.has(shingle)) shared++
  const share = shared / small.shingles.size
  if (share < passageShare) return null
  const inA = matched(a, b)
  const inB = matched(b, a)
  const sentences = Math.min(inA.length, inB.length)
  const length = (held: Held): number => Math.max(1, held.sentences.length)
  const begins = (held: Held, found: readonly number[]): number =>
    (found[0] ?? held.sentences.length) / length(held)
  const [startA, startB] = [begins(a, inA), begins(b, inB)]
  // Two independent reports often end with the same background; that makes no copy.
  if (startA >= tail && startB >= tail) return null
  if (
    sentences < passageSentences &&
    Math.min(length(a), length(b)) > passageSentences &&
    Math.max(startA, startB) >= tail
  )
    return null
  const credited = a.input.agencies.some((x) => b.input.agencies.some((y) => house(x) === house(y)))
  if (share >= (credited ? creditedShare : wholeShare)) return [inA, inB]
  return sentences >= passageSentences ? [inA, inB] : null
}

export const createCopyIndex = (): CopyIndex => {
  const held = new Map<string, Held>()
  /** Most passages stand in one report only: those are held without a list. */
  const holders = new Map<number, Held | Held[]>()
  const holdersOf = (shingle: number): readonly Held[] => {
    const found = holders.get(shingle)
    return found === undefined ? [] : Array.isArray(found) ? found : [found]
  }
  const boilerplate = new Set<number>()
  const edges = new Map<string, Map<string, CopyEdge>>()
  const stale = new Set<string>()

  const recurs = (reports: readonly Held[]): boolean => {
    if (reports.length < recursInReports) return false
    if (reports.length > tooMany) return true
    let first = Number.POSITIVE_INFINITY
    let last = Number.NEGATIVE_INFINITY
    for (const { day } of reports) {
      if (day === null) continue
      first = Math.min(first, day)
      last = Math.max(last, day)
    }
    return last - first > recursOverDays
  }

  const shinglesOf = (input: CopyInput): Set<number> => new Set(input.fingerprint.flat())

  /** After a change of its holders: where a passage becomes or ceases to be boilerplate, all of them are stale. */
  const review = (shingle: number): void => {
    const reports = holdersOf(shingle)
    const now = recurs(reports)
    if (now === boilerplate.has(shingle)) return
    if (now) boilerplate.add(shingle)
    else boilerplate.delete(shingle)
    for (const { input } of reports) stale.add(input.report)
  }

  const drop = (report: string): void => {
    for (const other of edges.get(report)?.keys() ?? []) edges.get(other)?.delete(report)
    edges.delete(report)
  }

  const candidates = (self: Held): Set<string> => {
    const counts = new Map<string, number>()
    for (const shingle of self.shingles) {
      const found = holders.get(shingle)
      if (!Array.isArray(found)) continue
      for (const other of found) {
        if (
          other !== self &&
          (other.day === null || self.day === null || Math.abs(other.day - self.day) <= windowDays)
        )
          counts.set(other.input.report, (counts.get(other.input.report) ?? 0) + 1)
      }
    }
    return new Set([...counts].filter(([, count]) => count >= 3).map(([report]) => report))
  }

  const settle = (): void => {
    const dirty = [...stale].filter((report) => held.has(report))
    stale.clear()
    for (const report of dirty) {
      const self = held.get(report)!
      drop(report)
      self.sentences = self.input.fingerprint.map((sentence) => {
        const own = sentence.filter((shingle) => !boilerplate.has(shingle))
        return own.length * 2 >= sentence.length ? own : []
      })
      self.shingles = new Set(self.sentences.flat())
    }
    for (const report of dirty) {
      const self = held.get(report)!
      for (const other of candidates(self)) {
        if (edges.get(report)?.has(other)) continue
        const found = compare(self, held.get(other)!)
        if (found === null) continue
        const link = (from: string, to: string, sentences: readonly number[]): void => {
          if (!edges.has(from)) edges.set(from, new Map())
          edges.get(from)!.set(to, { with: to, sentences })
        }
        link(report, other, found[0])
        link(other, report, found[1])
      }
    }
  }

  return {
    add: (input) => {
      const day = input.day === null ? null : dayNumber(input.day)
      const self: Held = { input, day, sentences: [], shingles: new Set() }
      held.set(input.report, self)
      stale.add(input.report)
      for (const shingle of shinglesOf(input)) {
        const found = holders.get(shingle)
        if (found === undefined) holders.set(shingle, self)
        else {
          if (Array.isArray(found)) found.push(self)
          else holders.set(shingle, [found, self])
          review(shingle)
        }
      }
    },
    remove: (report) => {
      const gone = held.get(report)
      if (gone === undefined) return
      drop(report)
      for (const shingle of shinglesOf(gone.input)) {
        const reports = holdersOf(shingle).filter((other) => other !== gone)
        if (reports.length === 0) holders.delete(shingle)
        else holders.set(shingle, reports)
        review(shingle)
      }
      held.delete(report)
    },
    edgesOf: (report) => {
      settle()
      return [...(edges.get(report)?.values() ?? [])].sort((a, b) => (a.with < b.with ? -1 : 1))
    },
    reports: () => {
      settle()
      return edges.keys()
    },
  }
}
