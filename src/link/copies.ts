/**
 * Which reports copy or rewrite one another, decided sentence by sentence.
 *
 * Whether two reports are copies depends only on the two and on which of their sentences are boilerplate, and a
 * sentence is boilerplate by the reports that hold it. So the result is a function of the set of reports, whatever
 * the order in which they came, and a new report costs what it shares with others.
 */
import { dayNumber } from '../core/edtf.ts'
import { createPostings } from './postings.ts'

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
/** From here on a passage stands in the second half, where agencies put the background. */
const tail = 0.5

/** Shingles of all sentences in one array, with the end of each sentence in it. */
interface Sentences {
  readonly shingles: Uint32Array
  readonly ends: Uint32Array
}

interface Held {
  readonly report: string
  readonly agencies: readonly string[]
  readonly day: number | null
  /** Place in the list of reports. */
  readonly slot: number
  /** As they were given. */
  readonly whole: Sentences
  /** Without boilerplate; an empty sentence was boilerplate. */
  sentences: Sentences
  /** Each shingle of `sentences` once, ascending. */
  distinct: Uint32Array
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
  /** Reports whose copies may be others than when last asked. */
  changed(): ReadonlySet<string>
}

/** „dpa-AFX“ and „dpa“ are one house. */
const house = (agency: string): string => agency.toLowerCase().split(/[-/ ]/u)[0]!

const sentencesOf = (list: readonly (readonly number[])[]): Sentences => {
  const ends = new Uint32Array(list.length)
  let end = 0
  for (const [index, { length }] of list.entries()) {
    end += length
    ends[index] = end
  }
  const shingles = new Uint32Array(end)
  for (const [index, sentence] of list.entries()) shingles.set(sentence, ends[index]! - sentence.length)
  return { shingles, ends }
}

const distinctOf = ({ shingles }: Sentences): Uint32Array => {
  const sorted = shingles.slice().sort()
  let kept = 0
  for (const shingle of sorted)
    if (kept === 0 || sorted[kept - 1] !== shingle) {
      sorted[kept] = shingle
      kept++
    }
  return sorted.slice(0, kept)
}

const has = (sorted: Uint32Array, shingle: number): boolean => {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (sorted[middle]! < shingle) low = middle + 1
    else high = middle
  }
  return sorted[low] === shingle
}

/** How many shingles two reports share. */
const sharedBy = (a: Uint32Array, b: Uint32Array): number => {
  let shared = 0
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const x = a[i]!
    const y = b[j]!
    if (x === y) shared++
    if (x <= y) i++
    if (y <= x) j++
  }
  return shared
}

const matched = ({ sentences: { shingles, ends } }: Held, to: Held): number[] => {
  const out: number[] = []
  let start = 0
  for (const [index, end] of ends.entries()) {
    let shared = 0
    for (let at = start; at < end; at++) if (has(to.distinct, shingles[at]!)) shared++
    if (end - start >= 2 && shared >= (end - start) * sentenceShare) out.push(index)
    start = end
  }
  return out
}

/** Sentence indices that two reports share, where that makes one a copy of the other; else null. */
const compare = (a: Held, b: Held): readonly [number[], number[]] | null => {
  const least = Math.min(a.distinct.length, b.distinct.length)
  if (least === 0) return null
  const share = sharedBy(a.distinct, b.distinct) / least
  if (share < passageShare) return null
  const inA = matched(a, b)
  const inB = matched(b, a)
  const sentences = Math.min(inA.length, inB.length)
  const length = (held: Held): number => Math.max(1, held.sentences.ends.length)
  const begins = (held: Held, found: readonly number[]): number =>
    (found[0] ?? held.sentences.ends.length) / length(held)
  const [startA, startB] = [begins(a, inA), begins(b, inB)]
  // Two independent reports often end with the same background; that makes no copy.
  if (startA >= tail && startB >= tail) return null
  if (
    sentences < passageSentences &&
    Math.min(length(a), length(b)) > passageSentences &&
    Math.max(startA, startB) >= tail
  )
    return null
  const credited = a.agencies.some((x) => b.agencies.some((y) => house(x) === house(y)))
  if (share >= (credited ? creditedShare : wholeShare)) return [inA, inB]
  return sentences >= passageSentences ? [inA, inB] : null
}

export const createCopyIndex = (): CopyIndex => {
  const held = new Map<string, Held>()
  const slots: (Held | undefined)[] = []
  const freeSlots: number[] = []
  const postings = createPostings()
  /** Passages that recur. */
  const boilerplate = new Set<number>()
  const edges = new Map<string, Map<string, CopyEdge>>()
  const stale = new Set<string>()
  let changed = new Set<string>()

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

  /** After a change of its holders: where a passage becomes or ceases to be boilerplate, all of them are stale. */
  const review = (shingle: number): void => {
    const holders = postings.holdersOf(shingle)
    if (holders.length < recursInReports && !boilerplate.has(shingle)) return
    const reports = holders.map((slot) => slots[slot]!)
    const now = recurs(reports)
    if (now === boilerplate.has(shingle)) return
    if (now) boilerplate.add(shingle)
    else boilerplate.delete(shingle)
    for (const { report } of reports) stale.add(report)
  }

  const drop = (report: string): void => {
    for (const other of edges.get(report)?.keys() ?? []) {
      edges.get(other)?.delete(report)
      changed.add(other)
    }
    if (edges.delete(report)) changed.add(report)
  }

  const candidates = (self: Held): Held[] => {
    const counts = new Map<number, number>()
    for (const shingle of self.distinct)
      for (const slot of postings.holdersOf(shingle))
        if (slot !== self.slot) counts.set(slot, (counts.get(slot) ?? 0) + 1)
    const out: Held[] = []
    for (const [slot, count] of counts) {
      const other = slots[slot]!
      if (
        count >= 3 &&
        (other.day === null || self.day === null || Math.abs(other.day - self.day) <= windowDays)
      )
        out.push(other)
    }
    return out
  }

  /** Sentences without what is boilerplate now; the same object where nothing is. */
  const withoutBoilerplate = (whole: Sentences): Sentences => {
    if (boilerplate.size === 0 || !whole.shingles.some((shingle) => boilerplate.has(shingle))) return whole
    const list: number[][] = []
    let start = 0
    for (const end of whole.ends) {
      const own = [...whole.shingles.subarray(start, end)].filter((shingle) => !boilerplate.has(shingle))
      list.push(own.length * 2 >= end - start ? own : [])
      start = end
    }
    return sentencesOf(list)
  }

  const settle = (): void => {
    const dirty = [...stale].filter((report) => held.has(report))
    stale.clear()
    for (const report of dirty) {
      const self = held.get(report)!
      drop(report)
      self.sentences = withoutBoilerplate(self.whole)
      self.distinct = distinctOf(self.sentences)
    }
    for (const report of dirty) {
      const self = held.get(report)!
      for (const other of candidates(self)) {
        if (edges.get(report)?.has(other.report)) continue
        const found = compare(self, other)
        if (found === null) continue
        const link = (from: string, to: string, sentences: readonly number[]): void => {
          if (!edges.has(from)) edges.set(from, new Map())
          edges.get(from)!.set(to, { with: to, sentences })
          changed.add(from)
        }
        link(report, other.report, found[0])
        link(other.report, report, found[1])
      }
    }
  }

  return {
    add: ({ report, day, agencies, fingerprint }) => {
      const slot = freeSlots.pop() ?? slots.length
      const whole = sentencesOf(fingerprint)
      const self: Held = {
        report,
        agencies,
        day: day === null ? null : dayNumber(day),
        slot,
        whole,
        sentences: whole,
        distinct: distinctOf(whole),
      }
      held.set(report, self)
      slots[slot] = self
      stale.add(report)
      for (const shingle of self.distinct) {
        postings.add(shingle, slot)
        // One more holder leaves boilerplate what it is; to look at all of them each time would be quadratic.
        if (!boilerplate.has(shingle)) review(shingle)
      }
    },
    remove: (report) => {
      const gone = held.get(report)
      if (gone === undefined) return
      drop(report)
      for (const shingle of distinctOf(gone.whole)) {
        postings.remove(shingle, gone.slot)
        review(shingle)
      }
      held.delete(report)
      slots[gone.slot] = undefined
      freeSlots.push(gone.slot)
    },
    edgesOf: (report) => {
      settle()
      return [...(edges.get(report)?.values() ?? [])].sort((a, b) => (a.with < b.with ? -1 : 1))
    },
    changed: () => {
      settle()
      const since = changed
      changed = new Set()
      return since
    },
  }
}
