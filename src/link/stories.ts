/**
 * Stories: reports of one course of events, one pass in order of time. A report is compared with the stories that
 * were alive in the days before it and share its rarer terms, so its cost does not grow with the archive, and as the
 * order is that of publication, not of arrival, the outcome is the same for any order of arrival.
 */
import { dayNumber } from '../core/edtf.ts'
import { compare } from '../core/sorted.ts'

export interface StoryInput {
  readonly report: string
  /** Orders reports of one day. */
  readonly contentHash: string
  readonly day: string
  /** The same to the minute where that is known: only for the order within a day. */
  readonly at: string
  readonly terms: readonly (readonly [term: string, weight: number])[]
}

/** A story that nobody has told of for so many days is over, and it fades before that. */
const aliveDays = 2
const fadingDays = 3
/**
 * How alike a report and a story must be, cosine over terms weighted by rarity: the more living stories share a word
 * with it, the likelier is a chance resemblance. One threshold for all gave 84.8 / 79.2 (German / English headlines of
 * OG2021), this 85.2 / 83.6.
 */
const leastLikeness = 0.08
const perDoubling = 0.03
/** Share of the centre of a story in the likeness; the rest is its most similar report. */
const centreShare = 0.7
/** Reports of a story that are looked at one by one. */
const recent = 20
const priorReports = 50
/** The front of a long word counts too: „Wasserspringen“, „Wasserspringerin“. */
const longWord = 7
const frontLength = 5
const frontWeight = 0.3

/** Terms by which a report looks for stories: its rarest by weight. */
const looksFor = 24

/** A report with its features as columns; a term is its number in `names`. */
interface Features {
  readonly report: string
  readonly contentHash: string
  readonly at: string
  readonly day: number
  readonly terms: Int32Array
  readonly weights: Float64Array
}

/** Features weighted by rarity, of length 1. */
interface Vector {
  readonly terms: Int32Array
  readonly values: Float64Array
}

interface Story {
  readonly reports: string[]
  readonly vectors: Vector[]
  readonly sum: Map<number, number>
  readonly days: number[]
  squared: number
}

export interface StoryLine {
  /** Reports came and went; only what comes after the first of them in time is placed again. */
  update(added: readonly StoryInput[], removed: readonly string[]): void
  /** Report ids of each story in order of time; valid until the next update. */
  stories(): readonly (readonly string[])[]
}

const cosine = ({ terms, values }: Vector, other: ReadonlyMap<number, number>): number => {
  let dot = 0
  for (let index = 0; index < terms.length; index++) dot += values[index]! * (other.get(terms[index]!) ?? 0)
  return dot
}

const inTime = (a: Features, b: Features): number =>
  compare(a.at, b.at) || compare(a.contentHash, b.contentHash) || compare(a.report, b.report)

export const createStoryLine = (): StoryLine => {
  const names: string[] = []
  const numbers = new Map<string, number>()
  const placed: Features[] = []
  /** Term → reports that have it. */
  const seen = new Map<number, number>()
  let stories: Story[] = []
  let alive: Story[] = []
  /** Term → living stories that hold it. */
  const living = new Map<number, Set<Story>>()

  const numberOf = (term: string): number => {
    const known = numbers.get(term)
    if (known !== undefined) return known
    names.push(term)
    numbers.set(term, names.length - 1)
    return names.length - 1
  }

  const featuresOf = ({ report, contentHash, at, day, terms: given }: StoryInput): Features => {
    const terms = new Map(given)
    for (const [term] of given)
      if (term.length >= longWord && !term.startsWith('@'))
        terms.set(`${term.slice(0, frontLength)}…`, frontWeight)
    return {
      report,
      contentHash,
      at,
      day: dayNumber(day),
      terms: Int32Array.from([...terms.keys()].map(numberOf)),
      weights: Float64Array.from(terms.values()),
    }
  }

  const vectorOf = ({ terms, weights }: Features): Vector => {
    const values = new Float64Array(terms.length)
    let squared = 0
    for (const [index, term] of terms.entries()) {
      const value = weights[index]! * Math.log((placed.length + priorReports) / (seen.get(term)! + 0.5))
      values[index] = value
      squared += value * value
    }
    const norm = Math.sqrt(squared) || 1
    for (let index = 0; index < values.length; index++) values[index]! /= norm
    return { terms, values }
  }

  /** The terms of a report that tell most. */
  const rarest = ({ terms, values }: Vector): number[] =>
    [...terms.keys()]
      .sort((a, b) => values[b]! - values[a]! || compare(names[terms[a]!]!, names[terms[b]!]!))
      .slice(0, looksFor)
      .map((index) => terms[index]!)

  const place = (input: Features): void => {
    const { day } = input
    placed.push(input)
    for (const term of input.terms) seen.set(term, (seen.get(term) ?? 0) + 1)
    const vector = vectorOf(input)

    const over = alive.filter((story) => day - story.days.at(-1)! > aliveDays)
    if (over.length > 0) {
      alive = alive.filter((story) => day - story.days.at(-1)! <= aliveDays)
      for (const story of over) for (const term of story.sum.keys()) living.get(term)?.delete(story)
    }
    const candidates = new Set<Story>()
    for (const term of rarest(vector)) for (const story of living.get(term) ?? []) candidates.add(story)
    const own = new Map<number, number>()
    for (const [index, term] of vector.terms.entries()) own.set(term, vector.values[index]!)
    let best: Story | null = null
    let bestScore = leastLikeness + perDoubling * Math.log2(1 + candidates.size)
    // In the order in which the stories began, so that equals are decided the same way every time.
    for (const story of candidates.size === 0 ? [] : alive) {
      if (!candidates.has(story)) continue
      const centre = cosine(vector, story.sum) / Math.sqrt(story.squared)
      let nearest = 0
      for (const other of story.vectors.slice(-recent)) nearest = Math.max(nearest, cosine(other, own))
      const fading = Math.exp((story.days.at(-1)! - day) / fadingDays)
      const score = (centreShare * centre + (1 - centreShare) * nearest) * fading
      if (score > bestScore) {
        best = story
        bestScore = score
      }
    }
    if (best === null) {
      best = { reports: [], vectors: [], days: [], sum: new Map(), squared: 0 }
      stories.push(best)
      alive.push(best)
    }
    best.reports.push(input.report)
    best.vectors.push(vector)
    best.days.push(day)
    addTo(best, vector)
    for (const term of vector.terms) {
      const holders = living.get(term)
      if (holders === undefined) living.set(term, new Set([best]))
      else holders.add(best)
    }
  }

  const hold = (story: Story): void => {
    for (const term of story.sum.keys()) {
      const holders = living.get(term)
      if (holders === undefined) living.set(term, new Set([story]))
      else holders.add(story)
    }
  }

  /** Forgets what was placed from a position on. Sums are added up again in order, so that they are the same bits. */
  const rewind = (position: number): void => {
    if (position >= placed.length) return
    const gone = placed.splice(position)
    const reports = new Set(gone.map((input) => input.report))
    for (const input of gone) {
      for (const term of input.terms) {
        const left = seen.get(term)! - 1
        if (left === 0) seen.delete(term)
        else seen.set(term, left)
      }
    }
    const end = placed.length === 0 ? Number.NEGATIVE_INFINITY : placed.at(-1)!.day
    for (const story of stories) {
      let kept = story.reports.length
      while (kept > 0 && reports.has(story.reports[kept - 1]!)) kept--
      if (kept === story.reports.length) continue
      for (const list of [story.reports, story.vectors, story.days]) list.length = kept
      story.sum.clear()
      story.squared = 0
      for (const vector of story.vectors) addTo(story, vector)
    }
    stories = stories.filter((story) => story.reports.length > 0)
    alive = stories.filter((story) => end - story.days.at(-1)! <= aliveDays)
    living.clear()
    for (const story of alive) hold(story)
  }

  return {
    update: (added, removed) => {
      if (added.length === 0 && removed.length === 0) return
      const gone = new Set(removed)
      const sorted = added.map(featuresOf).sort(inTime)
      // First position that changes: of the earliest report that comes, or of the first that goes.
      let from = sorted.length === 0 ? placed.length : lowerBound(placed, sorted[0]!)
      if (gone.size > 0) {
        const first = placed.findIndex((input) => gone.has(input.report))
        if (first >= 0) from = Math.min(from, first)
      }
      const after = placed.slice(from).filter((input) => !gone.has(input.report))
      rewind(from)
      for (const input of [...after, ...sorted].sort(inTime)) place(input)
    },
    stories: () => stories.map((story) => story.reports),
  }
}

/** First position that does not come before an input. */
const lowerBound = (placed: readonly Features[], input: Features): number => {
  let low = 0
  let high = placed.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (inTime(placed[middle]!, input) < 0) low = middle + 1
    else high = middle
  }
  return low
}

const addTo = (story: Story, { terms, values }: Vector): void => {
  for (const [index, term] of terms.entries()) {
    const value = values[index]!
    const before = story.sum.get(term) ?? 0
    story.sum.set(term, before + value)
    story.squared += 2 * before * value + value * value
  }
}
