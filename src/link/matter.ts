/** A matter: evidence of one commitment, and what it says taken together while the matter grows. */
import type { CompiledCodebook } from '../codebook/codebook.ts'
import { addDays, type Days, dayNumber } from '../core/edtf.ts'
import { Nearness, type Span, spanOf } from '../core/nearness.ts'
import type { Evidence } from './evidence.ts'

/** Evidence with the days that its event can mean, seen from what is known about its report. */
export interface Placed {
  readonly evidence: Evidence
  /** Days of the event, for comparing: the news of an undated event is recent. */
  readonly days: Days
  /** The same without an open beginning. */
  readonly near: Span
  /** First day on which its report can have been out; orders the evidence. */
  readonly told: string
}

export interface Matter {
  readonly kind: string
  readonly members: Placed[]
}

/** Decisions that bind two pieces of evidence, by key. */
export interface Bonds {
  /** Evidence key → keys that it must not share a commitment with. */
  readonly apart: ReadonlyMap<string, ReadonlySet<string>>
  readonly together: readonly (readonly [string, string])[]
}

/** In the order in which it was told. */
export const inOrder = (a: Placed, b: Placed): number =>
  a.told !== b.told
    ? a.told < b.told
      ? -1
      : 1
    : a.evidence.key < b.evidence.key
      ? -1
      : a.evidence.key > b.evidence.key
        ? 1
        : 0

/** „sicherheitsabkomm“ and „sicherheitspakt“ name one thing by the same front; short words must be the same. */
const sameName = (a: string, b: string): boolean => {
  if (a === b) return true
  const length = Math.min(a.length, b.length)
  if (length < frontLength) return false
  let shared = 0
  while (shared < length && a[shared] === b[shared]) shared++
  return shared >= frontLength && shared >= length * 0.6
}

/** Names by their front, which names of one thing share. */
type Names = Map<string, Set<string>>
const frontLength = 6
const frontOf = (word: string): string => word.slice(0, frontLength)

const addName = (names: Names, word: string): void => {
  const there = names.get(frontOf(word))
  if (there === undefined) names.set(frontOf(word), new Set([word]))
  else there.add(word)
}

export const sharedNames = (words: ReadonlySet<string>, names: Names): number => {
  let shared = 0
  for (const word of words) {
    const there = names.get(frontOf(word))
    if (there !== undefined && (there.has(word) || [...there].some((other) => sameName(word, other))))
      shared++
  }
  return shared
}

/**
 * A matter while it grows, with what its evidence says taken together: a new piece is not compared with each of the
 * old ones, of which a matter may have thousands.
 */
export interface Growing extends Matter {
  readonly names: Names
  readonly goods: Set<string>
  /** Goods that were asked for, promised or given, without what was stopped. */
  readonly flowing: Set<string>
  /** By report. */
  readonly told: Map<string, Placed[]>
  readonly ordinals: Set<string>
  readonly programmes: Set<string>
  /** Counts of something that were told. */
  readonly counts: Set<number>
  /** Evidence that names a sum. */
  readonly sums: Placed[]
  /** Days of its evidence. What nobody dates is near to everything, but brings nothing nearer. */
  readonly days: Nearness
  /** Days of its stops. */
  readonly stops: Nearness
  /** Days on which its sides are said to have agreed. */
  readonly signings: Nearness
  /** A stop that nobody dates. */
  undatedStop: boolean
  /** A stop or a refusal is told of. */
  refused: boolean
  parcel: boolean
  /** Asked for, and not answered yet. */
  waits: boolean
  /** Somebody has undertaken it. */
  undertaken: boolean
  usedUp: boolean
  /** Last day, as a number, on which it can have been used up. */
  usedUpBy: number | null
  fresh: boolean
  earlier: boolean
  suspended: boolean
}

/** A matter without evidence. */
export const emptyMatter = (kind: string): Growing => ({
  kind,
  members: [],
  names: new Map(),
  goods: new Set(),
  flowing: new Set(),
  told: new Map(),
  ordinals: new Set(),
  programmes: new Set(),
  counts: new Set(),
  sums: [],
  days: new Nearness(),
  stops: new Nearness(),
  signings: new Nearness(),
  undatedStop: false,
  refused: false,
  parcel: false,
  waits: true,
  undertaken: false,
  usedUp: false,
  usedUpBy: null,
  fresh: false,
  earlier: false,
  suspended: false,
})

/** What has happened „zuvor“, or is told of by a report that came out some day later, is taken to lie in so many days, so that it ties nothing to years ago. */
const openDays = 90
const within = ({ first, last }: Days): Days => {
  if (first === null && last !== null) return { first: addDays(last, -openDays), last }
  return first !== null && last === null ? { first, last: addDays(first, openDays) } : { first, last }
}

export const isDated = ({ days }: Placed): boolean => days.first !== null || days.last !== null

/** Evidence as it is compared with others. */
export const placedOn = (evidence: Evidence, days: Days, told: string): Placed => ({
  evidence,
  days,
  told,
  near: spanOf(within(days)),
})

export const put = (
  placed: Placed,
  matter: Growing,
  codebook: CompiledCodebook,
  unspecific: ReadonlySet<string>,
): void => {
  const { evidence } = placed
  const { tellings, reverses } = codebook.types.get(evidence.type)!
  matter.waits &&= reverses !== null
  matter.undertaken ||= tellings.undertakes
  matter.usedUp ||= tellings.usesUp
  const day = placed.days.last ?? placed.days.first
  if (tellings.usesUp && evidence.factuality === 'actual' && day !== null)
    matter.usedUpBy = Math.max(matter.usedUpBy ?? 0, dayNumber(day))
  if (tellings.mutual && tellings.oneDay && evidence.factuality === 'actual' && isDated(placed))
    matter.signings.add(placed.near)
  matter.members.push(placed)
  for (const word of evidence.words) addName(matter.names, word)
  for (const good of evidence.goods) {
    matter.goods.add(good)
    if (!evidence.suspends && !evidence.resumes && !unspecific.has(good)) matter.flowing.add(good)
  }
  const inReport = matter.told.get(evidence.report)
  if (inReport === undefined) matter.told.set(evidence.report, [placed])
  else inReport.push(placed)
  if (evidence.event.quantity != null) matter.counts.add(evidence.event.quantity.value)
  if (evidence.amount !== null) matter.sums.push(placed)
  if (isDated(placed)) matter.days.add(placed.near)
  matter.refused ||= evidence.suspends
  if (evidence.halts && isDated(placed)) matter.stops.add(placed.near)
  matter.undatedStop ||= evidence.halts && !isDated(placed)
  if (evidence.ordinal !== null) matter.ordinals.add(evidence.ordinal)
  if (evidence.programme !== null) matter.programmes.add(evidence.programme)
  matter.parcel ||= evidence.parcel
  matter.fresh ||= evidence.fresh
  matter.earlier ||= evidence.earlier && !evidence.fresh
  const clears = codebook.types.get(evidence.type)?.moves[evidence.kind]?.clears ?? []
  if (evidence.factuality === 'actual')
    matter.suspended = evidence.suspends || (matter.suspended && (clears.length === 0 || evidence.earlier))
}
