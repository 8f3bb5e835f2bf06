/**
 * Stories: reports of one course of events, one pass in order of time. A report is compared with the stories that
 * were alive in the days before it and share its rarer terms, so its cost does not grow with the archive, and as the
 * order is that of publication, not of arrival, the outcome is the same for any order of arrival.
 */
import { dayNumber } from '../core/edtf.ts'

export interface StoryInput {
  readonly report: string
  /** Orders reports of one day. */
  readonly contentHash: string
  readonly day: string
  readonly terms: readonly (readonly [term: string, weight: number])[]
}

/** A story that nobody has told of for so many days is over. */
const aliveDays = 3
/** How alike a report and a story must be, cosine over terms weighted by rarity. */
const threshold = 0.2
/** Reports of a story that are looked at one by one. */
const recent = 20
const priorReports = 50

interface Story {
  readonly reports: string[]
  readonly vectors: Map<string, number>[]
  readonly sum: Map<string, number>
  squared: number
  last: number
}

const cosine = (a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number => {
  let dot = 0
  for (const [term, weight] of a) dot += weight * (b.get(term) ?? 0)
  return dot
}

/** Groups of report ids, each in order of time. */
export const storiesOf = (inputs: readonly StoryInput[]): string[][] => {
  const sorted = [...inputs].sort((a, b) =>
    a.day !== b.day
      ? a.day < b.day
        ? -1
        : 1
      : a.contentHash < b.contentHash
        ? -1
        : a.contentHash > b.contentHash
          ? 1
          : 0,
  )
  const seen = new Map<string, number>()
  let count = 0
  const all: Story[] = []
  let alive: Story[] = []
  for (const input of sorted) {
    const day = dayNumber(input.day)
    count++
    for (const [term] of input.terms) seen.set(term, (seen.get(term) ?? 0) + 1)
    const vector = new Map<string, number>()
    let squared = 0
    for (const [term, weight] of input.terms) {
      const value = weight * Math.log((count + priorReports) / (seen.get(term)! + 0.5))
      vector.set(term, value)
      squared += value * value
    }
    const norm = Math.sqrt(squared) || 1
    for (const [term, value] of vector) vector.set(term, value / norm)

    alive = alive.filter((story) => day - story.last <= aliveDays)
    let best: Story | null = null
    let bestScore = threshold
    for (const story of alive) {
      let dot = 0
      for (const [term, value] of vector) dot += value * (story.sum.get(term) ?? 0)
      if (dot === 0) continue
      const centre = dot / Math.sqrt(story.squared)
      let nearest = 0
      for (const other of story.vectors.slice(-recent)) nearest = Math.max(nearest, cosine(vector, other))
      const score = (centre + nearest) / 2
      if (score > bestScore) {
        best = story
        bestScore = score
      }
    }
    if (best === null) {
      best = { reports: [], vectors: [], sum: new Map(), squared: 0, last: day }
      all.push(best)
      alive.push(best)
    }
    best.reports.push(input.report)
    best.vectors.push(vector)
    best.last = Math.max(best.last, day)
    for (const [term, value] of vector) {
      const before = best.sum.get(term) ?? 0
      best.sum.set(term, before + value)
      best.squared += 2 * before * value + value * value
    }
  }
  return all.map((story) => story.reports)
}
