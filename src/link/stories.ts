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
 * OG2021), this 85.2 / 83.0.
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
const frontWeight = 0.5

/** Terms by which a report looks for stories: its rarest by weight. */
const looksFor = 24

interface Story {
  readonly reports: string[]
  readonly vectors: Map<string, number>[]
  readonly sum: Map<string, number>
  readonly days: number[]
  squared: number
}

export interface StoryLine {
  /** Reports came and went; only what comes after the first of them in time is placed again. */
  update(added: readonly StoryInput[], removed: readonly string[]): void
  /** Report ids of each story in order of time; valid until the next update. */
  stories(): readonly (readonly string[])[]
}

const cosine = (a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number => {
  let dot = 0
  for (const [term, weight] of a) dot += weight * (b.get(term) ?? 0)
  return dot
}

const featuresOf = (input: StoryInput): Map<string, number> => {
  const terms = new Map(input.terms)
  for (const [term] of input.terms)
    if (term.length >= longWord && !term.startsWith('@'))
      terms.set(`${term.slice(0, frontLength)}…`, frontWeight)
  return terms
}

const inTime = (a: StoryInput, b: StoryInput): number =>
  a.at !== b.at
    ? a.at < b.at
      ? -1
      : 1
    : a.contentHash < b.contentHash
      ? -1
      : a.contentHash > b.contentHash
        ? 1
        : 0

export const createStoryLine = (): StoryLine => {
  const placed: StoryInput[] = []
  const seen = new Map<string, number>()
  let stories: Story[] = []
  let alive: Story[] = []
  /** Term → living stories that hold it. */
  const living = new Map<string, Set<Story>>()

  const place = (input: StoryInput): void => {
    const day = dayNumber(input.day)
    placed.push(input)
    const terms = featuresOf(input)
    for (const term of terms.keys()) seen.set(term, (seen.get(term) ?? 0) + 1)
    const values: [string, number][] = []
    let squared = 0
    for (const [term, weight] of terms) {
      const value = weight * Math.log((placed.length + priorReports) / (seen.get(term)! + 0.5))
      values.push([term, value])
      squared += value * value
    }
    const norm = Math.sqrt(squared) || 1
    const vector = new Map(values.map(([term, value]) => [term, value / norm]))

    const over = alive.filter((story) => day - story.days.at(-1)! > aliveDays)
    if (over.length > 0) {
      alive = alive.filter((story) => day - story.days.at(-1)! <= aliveDays)
      for (const story of over) for (const term of story.sum.keys()) living.get(term)?.delete(story)
    }
    const candidates = new Set<Story>()
    for (const [term] of values.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, looksFor))
      for (const story of living.get(term) ?? []) candidates.add(story)
    let best: Story | null = null
    let bestScore = leastLikeness + perDoubling * Math.log2(1 + candidates.size)
    // In the order in which the stories began, so that equals are decided the same way every time.
    for (const story of candidates.size === 0 ? [] : alive) {
      if (!candidates.has(story)) continue
      let dot = 0
      for (const [term, value] of vector) dot += value * (story.sum.get(term) ?? 0)
      const centre = dot / Math.sqrt(story.squared)
      let nearest = 0
      for (const other of story.vectors.slice(-recent)) nearest = Math.max(nearest, cosine(vector, other))
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
    for (const term of vector.keys()) {
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
      for (const term of featuresOf(input).keys()) {
        const left = seen.get(term)! - 1
        if (left === 0) seen.delete(term)
        else seen.set(term, left)
      }
    }
    const end = placed.length === 0 ? Number.NEGATIVE_INFINITY : dayNumber(placed.at(-1)!.day)
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
      const sorted = [...added].sort(inTime)
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
const lowerBound = (placed: readonly StoryInput[], input: StoryInput): number => {
  let low = 0
  let high = placed.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (inTime(placed[middle]!, input) < 0) low = middle + 1
    else high = middle
  }
  return low
}

const addTo = (story: Story, vector: ReadonlyMap<string, number>): void => {
  for (const [term, value] of vector) {
    const before = story.sum.get(term) ?? 0
    story.sum.set(term, before + value)
    story.squared += 2 * before * value + value * value
  }
}
