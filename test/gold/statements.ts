/**
 * Scores statements and times against gold of our own, with the rules of ../shared/score/readings.mjs: a statement is
 * found when the F1 of its words is .6 or more; `speaker` also asks for the country, where gold has one, and for a
 * name word in common. A time is found when it overlaps; its range must share .3 of what both cover.
 */
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { Reading } from '../../src/formats/reading.ts'

interface GoldSpeaker {
  /** Words that name it, those for its country left out; any of them counts. */
  readonly name?: string
  readonly country?: string
}

interface GoldStatement {
  readonly kind: string
  readonly speaker: GoldSpeaker | null
  /** Several where the content is discontinuous. */
  readonly content: string | readonly string[]
  readonly optional?: boolean
}

interface GoldTime {
  readonly exact: string
  readonly range: readonly [string, string] | null
}

export interface GoldReport {
  readonly id: string
  readonly published: string
  readonly text: string
  readonly times: readonly GoldTime[]
  readonly statements: readonly GoldStatement[]
}

export const loadGold = (file: string): readonly GoldReport[] =>
  (parse(readFileSync(new URL(file, import.meta.url), 'utf8')) as GoldReport[]).map((report) => ({
    ...report,
    text: report.text.trim(),
  }))

interface Counts {
  found: number
  right: number
  predicted: number
  gold: number
}

interface Pair {
  readonly i: number
  readonly j: number
  readonly score: number
}

/** One to one, best first: index of gold → index of what was read. */
const match = (pairs: readonly Pair[]): ReadonlyMap<number, number> => {
  const matched = new Map<number, number>()
  const taken = new Set<number>()
  for (const { i, j } of [...pairs].sort((a, b) => b.score - a.score)) {
    if (matched.has(i) || taken.has(j)) continue
    matched.set(i, j)
    taken.add(j)
  }
  return matched
}

interface Stretch {
  readonly start: number
  readonly end: number
}

const place = ({ id, text }: GoldReport, exact: string): Stretch => {
  const start = text.indexOf(exact)
  if (start < 0) throw new Error(`${id}: not in the text: ${exact}`)
  return { start, end: start + exact.length }
}

const overlap = (a: Stretch, b: Stretch): number => Math.min(a.end, b.end) - Math.max(a.start, b.start)

const stem = (word: string): string =>
  word.length > 4 ? word.replace(/(?:ern|em|en|er|es|e|n|s)$/u, '') : word
const nameWords = (name: string): readonly string[] =>
  (
    name
      .replaceAll('ß', 'ss')
      // „Nausėda“ and „Nauseda“ are one name.
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).map(stem)

const sameSpeaker = (gold: GoldSpeaker | null, read: Reading['statements'][number]['speaker']): boolean => {
  if (gold === null || read === null) return gold === read
  if (gold.country && read.country !== gold.country) return false
  if (!gold.name) return true
  const own = new Set(nameWords(`${read.name} ${read.exact ?? ''}`))
  return nameWords(gold.name).some((word) => own.has(word))
}

const scoreStatements = (report: GoldReport, read: Reading['statements'], errors: string[]): Counts => {
  const words = [...report.text.matchAll(/[\p{L}\p{N}]+/gu)].map((m) => ({
    start: m.index,
    end: m.index + m[0].length,
  }))
  const inside = (parts: readonly Stretch[]): ReadonlySet<number> =>
    new Set(words.flatMap((word, i) => (parts.some((part) => overlap(word, part) > 0) ? [i] : [])))
  const wanted = report.statements.map((gold) => ({
    gold,
    words: inside([gold.content].flat().map((exact) => place(report, exact))),
  }))
  const found = read.map(({ content }) => inside(content.parts ?? [content]))
  const pairs = wanted.flatMap(({ gold, words: own }, i) =>
    found.flatMap((other, j) => {
      const common = [...own].filter((word) => other.has(word)).length
      const f = (2 * common) / (own.size + other.size)
      return f >= 0.6 ? [{ i, j, score: f + (gold.optional ? 0 : 1) }] : []
    }),
  )
  const matched = match(pairs)
  const counts: Counts = { found: 0, right: 0, predicted: 0, gold: 0 }
  wanted.forEach(({ gold }, i) => {
    if (gold.optional) return
    counts.gold++
    const got = read[matched.get(i) ?? -1]
    const who = JSON.stringify(gold.speaker)
    if (got === undefined) {
      errors.push(`missed   ${gold.kind} ${who} "${gold.content}"`)
      return
    }
    counts.found++
    if (sameSpeaker(gold.speaker, got.speaker)) counts.right++
    else {
      const { name, country } = got.speaker ?? { name: null, country: null }
      errors.push(`speaker  ${name} (${country}), wanted ${who} "${gold.content}" ${got.rule ?? ''}`)
    }
  })
  const spare = new Set([...matched].filter(([i]) => wanted[i]!.gold.optional).map(([, j]) => j))
  const hit = new Set(matched.values())
  counts.predicted = read.length - spare.size
  read.forEach((statement, j) => {
    if (!hit.has(j))
      errors.push(
        `spurious ${statement.kind} ${statement.speaker?.name} "${statement.content.exact}" ${statement.rule ?? ''}`,
      )
  })
  return counts
}

const day = (date: string): number => Date.parse(date.slice(0, 10)) / 864e5

const alike = (gold: GoldTime['range'], read: GoldTime['range']): boolean => {
  if (gold === null || read === null) return gold === read
  const [a, b, c, d] = [day(gold[0]), day(gold[1]) + 1, day(read[0]), day(read[1]) + 1]
  return (Math.min(b, d) - Math.max(a, c)) / (Math.max(b, d) - Math.min(a, c)) >= 0.3
}

const scoreTimes = (report: GoldReport, read: Reading['times'], errors: string[]): Counts => {
  const places = report.times.map(({ exact }) => place(report, exact))
  const pairs = places.flatMap((own, i) =>
    read.flatMap((time, j) => {
      const score = overlap(own, time) / Math.max(own.end - own.start, time.end - time.start)
      return score > 0 ? [{ i, j, score }] : []
    }),
  )
  const matched = match(pairs)
  const hit = new Set(matched.values())
  let right = 0
  report.times.forEach(({ exact, range }, i) => {
    const got = read[matched.get(i) ?? -1]
    if (got !== undefined && alike(range, got.range as GoldTime['range'])) right++
    else errors.push(`time     ${got === undefined ? 'missed' : got.range}, wanted ${range} "${exact}"`)
  })
  read.forEach((time, j) => {
    if (!hit.has(j) && time.range) errors.push(`time     spurious ${time.range} "${time.exact}"`)
  })
  // The gold does not list every vague expression.
  const predicted = read.filter((time, j) => hit.has(j) || time.range).length
  return { found: matched.size, right, predicted, gold: report.times.length }
}

const f1 = (hits: number, { predicted, gold }: Counts): number =>
  predicted + gold === 0 ? 100 : (200 * hits) / (predicted + gold)

/** F1 in percent over many reports, and every error in words. */
export const scoreReports = (
  reports: readonly GoldReport[],
  read: (report: GoldReport) => Pick<Reading, 'statements' | 'times'>,
) => {
  const statements: Counts = { found: 0, right: 0, predicted: 0, gold: 0 }
  const times: Counts = { ...statements }
  const errors: string[] = []
  const add = (total: Counts, own: Counts): void => {
    for (const key of ['found', 'right', 'predicted', 'gold'] as const) total[key] += own[key]
  }
  for (const report of reports) {
    const own: string[] = []
    const reading = read(report)
    add(statements, scoreStatements(report, reading.statements, own))
    add(times, scoreTimes(report, reading.times, own))
    errors.push(...own.map((error) => `${report.id}: ${error}`))
  }
  return {
    statementF1: f1(statements.found, statements),
    speakerF1: f1(statements.right, statements),
    rangeF1: f1(times.right, times),
    errors,
  }
}
