/**
 * Scores events against gold of our own, with the rules of ../shared/score/readings.mjs: the same type, in the
 * same sentence, at least .3 of the shorter evidence in common; `full` also asks for the same countries as
 * actors and recipients and the same factuality.
 */
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { daysOf } from '../../src/core/edtf.ts'
import type { Reading } from '../../src/formats/reading.ts'

export interface GoldEvent {
  readonly type: string
  readonly alsoAccept?: readonly string[]
  readonly actors: readonly string[]
  readonly recipients: readonly string[]
  readonly goods?: readonly string[]
  readonly factuality: string
  readonly factualityAlso?: readonly string[]
  readonly optional?: boolean
  /** Scored apart, of events found: the date read must lie inside. */
  readonly date?: string
  readonly evidence: string
}

export interface GoldReport {
  readonly id: string
  readonly published: string | null
  /** A whole page as scraped text: what stands around the article is to be left out, the date to be found. */
  readonly scraped?: boolean
  readonly text: string
  readonly events: readonly GoldEvent[]
}

export const loadGold = (file: string): readonly GoldReport[] =>
  (parse(readFileSync(new URL(file, import.meta.url), 'utf8')) as GoldReport[]).map((report) => ({
    ...report,
    text: report.text.trim(),
  }))

type ReadEvent = Reading['events'][number]

interface Counts {
  hits: number
  full: number
  predicted: number
  gold: number
  /** Of the events found, those whose date is asked for, and those whose date lies inside. */
  asked: number
  dated: number
}

const wordSpans = (text: string): readonly (readonly [number, number])[] =>
  [...text.matchAll(/[\p{L}\p{N}]+/gu)].map((m) => [m.index, m.index + m[0].length])

const f1 = (hits: number, predicted: number, gold: number): number =>
  predicted + gold === 0 ? 100 : (200 * hits) / (predicted + gold)

const liesInside = (edtf: string | undefined, wanted: string): boolean => {
  const [own, range] = [daysOf(edtf), daysOf(wanted)]
  if (own === null || range === null) return false
  return (
    (range.first === null || (own.first !== null && own.first >= range.first)) &&
    (range.last === null || (own.last !== null && own.last <= range.last))
  )
}

const sameSet = (a: readonly string[], b: readonly string[]): boolean =>
  [...new Set(a)].sort().join() === [...new Set(b)].sort().join()

/** What was read of a report: the events, and the text that their offsets count in. */
export interface ReadReport {
  readonly text: string
  readonly events: readonly ReadEvent[]
}

/** Counts of one report, and its errors in words. */
export const scoreReport = (gold: GoldReport, { text, events }: ReadReport) => {
  const spans = wordSpans(text)
  const ends = [...text.matchAll(/[.!?](?=\s+[\p{Lu}„"])|\n/gu)].map((m) => m.index + 1).concat(text.length)
  const inside = (start: number, end: number): Set<number> =>
    new Set(spans.flatMap(([s, e], i) => (Math.min(e, end) - Math.max(s, start) > (e - s) / 2 ? [i] : [])))
  const common = (a: ReadonlySet<number>, b: ReadonlySet<number>): number =>
    [...a].filter((i) => b.has(i)).length
  const wanted = gold.events.map((event) => {
    if (!gold.text.includes(event.evidence))
      throw new Error(`${gold.id}: evidence is not in the text: ${event.evidence}`)
    const start = text.indexOf(event.evidence)
    // The reading left it out as no part of the article: it cannot be found.
    if (start < 0) return { event, words: new Set<number>(), sentence: new Set<number>() }
    const end = start + event.evidence.length
    const from = ends.filter((e) => e <= start).at(-1) ?? 0
    const to = ends.find((e) => e >= end) ?? text.length
    return { event, words: inside(start, end), sentence: inside(from, to) }
  })
  const found = events.map((event) => ({ event, words: inside(event.evidence.start, event.evidence.end) }))
  const isFull = (g: GoldEvent, e: ReadEvent): boolean =>
    sameSet(
      g.actors,
      e.actors.flatMap((p) => p.country ?? []),
    ) &&
    sameSet(
      g.recipients,
      e.recipients.flatMap((p) => p.country ?? []),
    ) &&
    (e.factuality === g.factuality || (g.factualityAlso ?? []).includes(e.factuality))
  const pairs = wanted.flatMap((g, i) =>
    found.flatMap((e, j) => {
      if (e.event.type !== g.event.type && !(g.event.alsoAccept ?? []).includes(e.event.type)) return []
      const here = common(e.words, g.sentence)
      const both = common(g.words, e.words)
      if (both === 0) return []
      if (both / Math.min(g.words.size, here || 1) < 0.3 || here * 2 < e.words.size) return []
      const dice = (2 * both) / (g.words.size + e.words.size)
      return [{ i, j, score: (g.event.optional ? 0 : 2) + (isFull(g.event, e.event) ? 1 : 0) + dice }]
    }),
  )
  pairs.sort((a, b) => b.score - a.score)
  const matched = new Map<number, number>()
  const taken = new Set<number>()
  for (const { i, j } of pairs) {
    if (matched.has(i) || taken.has(j)) continue
    matched.set(i, j)
    taken.add(j)
  }
  const counts: Counts = { hits: 0, full: 0, predicted: 0, gold: 0, asked: 0, dated: 0 }
  const errors: string[] = []
  const parties = (e: ReadEvent) =>
    `[${e.actors.map((p) => p.country ?? p.name)}]→[${e.recipients.map((p) => p.country ?? p.name)}] ${e.factuality}`
  wanted.forEach(({ event }, i) => {
    const j = matched.get(i)
    if (event.optional) return
    counts.gold++
    const got = j === undefined ? null : found[j]!.event
    if (got === null) {
      errors.push(`missed   ${event.type} "${event.evidence}"`)
      return
    }
    counts.hits++
    if (isFull(event, got)) counts.full++
    else
      errors.push(
        `partly   ${event.type} ${parties(got)}, wanted [${event.actors}]→[${event.recipients}] ${event.factuality} "${event.evidence}"`,
      )
    const fits = event.date === undefined || liesInside(got.date?.edtf, event.date)
    if (event.date !== undefined) counts.asked++
    if (event.date !== undefined && fits) counts.dated++
    if (!fits)
      errors.push(`date     ${event.type} ${got.date?.edtf}, wanted ${event.date} "${event.evidence}"`)
    if (event.goods && !event.goods.some((g) => got.goods.includes(g)))
      errors.push(`goods    ${event.type} ${got.goods}, wanted ${event.goods} "${event.evidence}"`)
  })
  const spare = new Set([...matched].filter(([i]) => wanted[i]!.event.optional).map(([, j]) => j))
  counts.predicted = found.filter((_, j) => !spare.has(j)).length
  found.forEach(({ event }, j) => {
    if (!taken.has(j))
      errors.push(`spurious ${event.type} ${parties(event)} "${event.evidence.exact}" ${event.rule}`)
  })
  return { counts, errors: errors.map((e) => `${gold.id}: ${e}`) }
}

/** Event F1 and full-event F1 in percent over many reports. */
export const scoreReports = (
  reports: readonly GoldReport[],
  read: (report: GoldReport) => ReadReport,
): {
  readonly eventF1: number
  readonly fullEventF1: number
  /** Percent of the dates asked for of events found. */
  readonly dates: number
  readonly errors: readonly string[]
} => {
  const total: Counts = { hits: 0, full: 0, predicted: 0, gold: 0, asked: 0, dated: 0 }
  const errors: string[] = []
  for (const report of reports) {
    const { counts, errors: own } = scoreReport(report, read(report))
    total.hits += counts.hits
    total.full += counts.full
    total.predicted += counts.predicted
    total.gold += counts.gold
    total.asked += counts.asked
    total.dated += counts.dated
    errors.push(...own)
  }
  return {
    eventF1: f1(total.hits, total.predicted, total.gold),
    fullEventF1: f1(total.full, total.predicted, total.gold),
    dates: total.asked === 0 ? 100 : (100 * total.dated) / total.asked,
    errors,
  }
}
