/**
 * Which commitment a piece of evidence belongs to. Evidence of one kind between the same parties is taken in the
 * order in which it was told, so the outcome is the same whatever the order of arrival; a new report makes only the
 * block of its own parties and kind again.
 */
import type { CompiledCodebook } from '../codebook/codebook.ts'
import { addDays, type Days, dayNumber, gap, width } from '../core/edtf.ts'
import { between, Nearness, type Span, spanOf } from '../core/nearness.ts'
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

/** A name, an ordinal or a programme that both have carries further. */
const namedReach = 3
/** So many of something are not promised every week. */
const tellingCount = 10
/** What was asked for waits for its answer. */
const answerReach = 4
/** Announcements of different amounts on different days are different commitments. */
const amountDays = 3
const amountRatio = 1.25
const partRatio = 10
/** An agreement without a name is one that was told of within these days. */
const namelessDays = 60
/** What is told of more days than these is a long flow. */
const longFlowDays = 120
/** A retelling is no new commitment within these days. */
const freshDays = 10

const order = (a: Placed, b: Placed): number =>
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

const sharedNames = (words: ReadonlySet<string>, names: Names): number => {
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
interface Growing extends Matter {
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
  fresh: boolean
  earlier: boolean
  suspended: boolean
}

const sharesGoods = (a: Placed, b: Placed): boolean =>
  a.evidence.goods.some((good) => b.evidence.goods.includes(good))

/** What has happened „zuvor“ is taken to lie in so many days before its report, so that it ties nothing to years ago. */
const earlierDays = 90
const within = ({ first, last }: Days): Days =>
  first === null && last !== null ? { first: addDays(last, -earlierDays), last } : { first, last }

const isDated = ({ days }: Placed): boolean => days.first !== null || days.last !== null

/** Days between evidence and others; what has no days is near to everything. */
const distanceTo = ({ near }: Placed, others: Nearness): number => {
  const distance = others.distanceTo(near)
  return distance === Number.POSITIVE_INFINITY ? 0 : distance
}

/** Evidence as it is compared with others. */
export const placedOn = (evidence: Evidence, days: Days, told: string): Placed => ({
  evidence,
  days,
  told,
  near: spanOf(within(days)),
})

/** A stop of everything is the stop of some goods only where both are told of within these days. */
const sameStopDays = 30

/** How well evidence fits a matter; null where it cannot be the same. */
const affinity = (
  placed: Placed,
  matter: Growing,
  codebook: CompiledCodebook,
  unspecific: ReadonlySet<string>,
  bonds: Bonds,
): number | null => {
  const { evidence } = placed
  const traits = codebook.model.kindTraits[evidence.kind]!
  const { tellings, reverses, moves } = codebook.types.get(evidence.type)!
  const move = moves[evidence.kind]
  const apart = bonds.apart.get(evidence.key)
  if (apart !== undefined && matter.members.some((member) => apart.has(member.evidence.key))) return null

  let score = 0
  const inReport = matter.told.get(evidence.report) ?? []
  const sameReport = inReport.length > 0
  const distance = distanceTo(placed, matter.days)
  // Nothing carries further; most matters of a large archive are long over.
  if (distance > traits.reachDays * namedReach * answerReach) return null

  let named = false
  for (const [own, theirs] of [
    [evidence.ordinal, matter.ordinals],
    [evidence.programme, matter.programmes],
  ] as const) {
    if (own === null || theirs.size === 0) continue
    if (!theirs.has(own)) return null
    named = true
    score += 3
  }

  const names = sharedNames(evidence.words, matter.names)
  if (names > 0) score += 2 + Math.min(names, 3)
  const specific = evidence.goods.filter((good) => !unspecific.has(good))
  const theirs = [...matter.goods].filter((good) => !unspecific.has(good))
  const goods = specific.filter((good) => matter.goods.has(good)).length
  if (goods > 0) score += 2
  else if (specific.length > 0 && theirs.length > 0) return null

  // „ein Teil der Waffen“ in one report, „die Patriot-Raketen“ in the next: the stop of one week is one stop.
  const sameStop =
    (evidence.halts || evidence.resumes) &&
    (matter.undatedStop || matter.stops.distanceTo(placed.near) <= sameStopDays)

  // „25 Panzer“ in spring and in autumn are the same 25.
  const { quantity } = evidence.event
  const sameCount =
    goods > 0 && quantity !== null && quantity.value >= tellingCount && matter.counts.has(quantity.value)
  // „18 Panzer … Die Fahrzeuge seien am Montag übergeben worden“
  const pointsBack =
    specific.length === 0 &&
    !evidence.fresh &&
    evidence.amount === null &&
    inReport.some((member) => member.evidence.type === evidence.type)

  // Different names for an agreement, a fund or a programme are different things; for goods they may be parts.
  if (names === 0 && evidence.words.size > 0 && matter.names.size > 0) {
    if (
      traits.flow
        ? !sameStop && !sameCount && !pointsBack && (goods === 0 || distance > 45)
        : !sameReport || !traits.sum
    )
      return null
    score -= 1
  }

  const reach =
    traits.reachDays *
    (named || sameCount || names > 0 || (sameReport && goods > 0) ? namedReach : 1) *
    (goods > 0 && matter.waits ? answerReach : 1)
  if (distance > reach) return null
  // „das Abkommen“ points back to one of these weeks.
  if (traits.mutual && names === 0 && !named && !sameReport && distance > namelessDays) return null

  // „ein neues Paket“ is another one than that of the weeks before; „die bisherigen Mittel“ are not the new ones.
  // But what ends a refusal is granted anew.
  const answers =
    matter.suspended && (move?.clears?.length ?? 0) > 0 && !evidence.suspends && !evidence.earlier
  if (
    evidence.fresh &&
    !evidence.earlier &&
    !matter.fresh &&
    !answers &&
    (matter.earlier || distance > freshDays)
  )
    return null
  if (evidence.earlier && !evidence.fresh && matter.fresh && !matter.earlier && sameReport) return null

  if (traits.flow && evidence.parcel !== matter.parcel && !evidence.suspends && !evidence.resumes) return null

  if (evidence.amount !== null) {
    for (const { evidence: other, days } of matter.sums) {
      if (other.amount === null || other.amount.currency !== evidence.amount.currency) continue
      const ratio = other.amount.value / evidence.amount.value
      if (ratio > amountRatio || ratio < 1 / amountRatio) {
        // A payment out of a fund belongs to the fund.
        if (evidence.drawn && ratio > 1) continue
        // A package is not the billions that it is paid from.
        if (ratio > partRatio || ratio < 1 / partRatio) return null
        if (gap(days, placed.days) > amountDays) return null
      } else score += 2
    }
  }

  // A newly promised sum is another one than what was promised weeks ago.
  if (
    tellings.undertakes &&
    evidence.amount !== null &&
    !evidence.background &&
    names === 0 &&
    goods === 0 &&
    !named &&
    (matter.suspended ? traits.sum : matter.undertaken && distance > freshDays) &&
    !matter.sums.some((member) => member.evidence.amount?.value === evidence.amount!.value)
  )
    return null

  // Only some of what flows is stopped: a child of the whole, unless that stop is told of already.
  if (
    evidence.suspends &&
    specific.length > 0 &&
    matter.flowing.size > specific.length &&
    specific.every((good) => matter.flowing.has(good)) &&
    !matter.members.some((member) => member.evidence.type === evidence.type && sharesGoods(member, placed))
  )
    return null

  // What had been approved earlier is not what is being refused now, and what is used up was never refused.
  const { refused } = matter
  if (
    traits.sum &&
    ((evidence.earlier && !evidence.suspends && refused && sameReport) ||
      (evidence.suspends && matter.earlier && sameReport) ||
      (tellings.usesUp && refused) ||
      (evidence.suspends && matter.usedUp))
  )
    return null

  // All aid is stopped, not one package of it.
  if (
    evidence.suspends &&
    traits.flow &&
    specific.length === 0 &&
    names === 0 &&
    !evidence.parcel &&
    !sameReport &&
    !refused &&
    (matter.parcel || matter.sums.length > 0)
  )
    return null

  // All aid is stopped: not the one delivery that was told of before, unless it is its stop that is told of.
  if (
    evidence.suspends &&
    specific.length === 0 &&
    names === 0 &&
    theirs.length > 0 &&
    !sameReport &&
    !matter.members.some(
      (member) => member.evidence.type === evidence.type && between(member.near, placed.near) <= sameStopDays,
    )
  )
    return null

  // Years of help, or more of it, are not the one delivery that a report happens to name.
  const plain = names === 0 && goods === 0 && theirs.length > 0 && !evidence.suspends && !evidence.resumes
  if (
    plain &&
    ((width(placed.days) > longFlowDays && placed.days.first !== null) || (evidence.fresh && !matter.fresh))
  )
    return null

  // Asking for weapons in general is not yet part of the flow that is told of in another report.
  if (reverses !== null && names === 0 && goods === 0 && !sameReport) return null

  // The stop that was told of last is the one that ends, or that is told again.
  if (evidence.resumes || evidence.halts) {
    const stopped = matter.undatedStop || !matter.stops.isEmpty
    const since = stopped ? distanceTo(placed, matter.stops) : null
    if (since !== null) score += (evidence.resumes ? 2 : 1) + 4 / (1 + since / sameStopDays)
  }
  if (answers) score += 2
  if (sameReport) score += 0.5
  return score + 1 / (1 + distance / 30)
}

const put = (
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

/**
 * Only what somebody did, or announced, makes an entry; a mere possibility goes with one that is there, and so does an
 * announced return to something that is not named.
 */
const founds = ({ evidence }: Placed, unspecific: ReadonlySet<string>): boolean =>
  evidence.factuality === 'actual' ||
  (evidence.factuality === 'planned' &&
    (!evidence.resumes || evidence.goods.some((good) => !unspecific.has(good))))

/** The matters of one block: evidence of one kind between the same parties. */
export const mattersOf = (block: readonly Placed[], codebook: CompiledCodebook, bonds: Bonds): Matter[] => {
  const unspecific = new Set(codebook.model.unspecific)
  const matters: Growing[] = []
  const assign = (placed: Placed, mayFound: boolean): boolean => {
    let best: Growing | null = null
    let bestScore = Number.NEGATIVE_INFINITY
    for (const matter of matters) {
      const score = affinity(placed, matter, codebook, unspecific, bonds)
      if (score !== null && score > bestScore) {
        best = matter
        bestScore = score
      }
    }
    if (best === null) {
      if (!mayFound) return false
      best = {
        kind: placed.evidence.kind,
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
        undatedStop: false,
        refused: false,
        parcel: false,
        waits: true,
        undertaken: false,
        usedUp: false,
        fresh: false,
        earlier: false,
        suspended: false,
      }
      matters.push(best)
    }
    put(placed, best, codebook, unspecific)
    return true
  }
  const sorted = [...block].sort(order)
  // What names its goods or its title comes first within a report, so that the unspecific finds it there.
  const telling = ({ evidence }: Placed): boolean =>
    evidence.words.size > 0 ||
    evidence.goods.some((good) => !unspecific.has(good)) ||
    evidence.amount !== null
  for (let from = 0; from < sorted.length; ) {
    let to = from
    while (to < sorted.length && sorted[to]!.told === sorted[from]!.told) to++
    const day = sorted.slice(from, to)
    for (const wanted of [true, false])
      for (const placed of day)
        if (founds(placed, unspecific) && telling(placed) === wanted) assign(placed, true)
    from = to
  }
  for (const placed of sorted) if (!founds(placed, unspecific)) assign(placed, false)
  return joinByAct(matters, codebook, bonds).map(({ kind, members }) => ({
    kind,
    members: members.sort(order),
  }))
}

/** Tellings of one act within these days are one act. */
const sameActDays = 7

/**
 * Two matters of which the same act is told are one, though each report names only some of the goods: a stop of
 * „Raketen und Munition“ and a stop of „Raketen und Flugabwehr“ on the same day.
 */
const joinByAct = (matters: readonly Growing[], codebook: CompiledCodebook, bonds: Bonds): Growing[] => {
  const unspecific = new Set(codebook.model.unspecific)
  const isOneDay = ({ type }: Evidence): boolean => codebook.types.get(type)?.tellings.oneDay === true
  const acts = (matter: Growing): Placed[] =>
    matter.members.filter(
      ({ evidence }) => evidence.factuality === 'actual' && (evidence.suspends || isOneDay(evidence)),
    )
  /** A sum that is many times the other is that of something else. */
  const differ = (a: Growing, b: Growing): boolean =>
    a.members.some(({ evidence: { amount } }) =>
      b.members.some(({ evidence: { amount: other } }) => {
        if (amount === null || other === null || amount.currency !== other.currency) return false
        const ratio = amount.value / other.value
        return ratio > partRatio || ratio < 1 / partRatio
      }),
    )
  /** Two houses may vote on two things in a month, but on one day two reports tell of one vote. */
  const sameDay = (a: Placed, b: Placed): boolean =>
    isOneDay(a.evidence) &&
    codebook.model.kindTraits[a.evidence.kind]?.sum === true &&
    !a.evidence.earlier &&
    !b.evidence.earlier &&
    a.evidence.report !== b.evidence.report &&
    gap(a.days, b.days) === 0 &&
    Math.abs(dayNumber(a.days.last ?? a.told) - dayNumber(b.days.last ?? b.told)) <= 1 &&
    Math.abs(dayNumber(a.told) - dayNumber(b.told)) <= 2
  const separate = (a: Growing, b: Growing): boolean =>
    a.members.some(({ evidence }) => {
      const apart = bonds.apart.get(evidence.key)
      return apart !== undefined && b.members.some((member) => apart.has(member.evidence.key))
    }) ||
    [a.ordinals, a.programmes].some((set, index) => {
      const other = index === 0 ? b.ordinals : b.programmes
      return set.size > 0 && other.size > 0 && ![...set].some((value) => other.has(value))
    })
  const out: Growing[] = []
  for (const matter of matters) {
    const own = acts(matter)
    const same = out.find(
      (other) =>
        own.length > 0 &&
        !separate(matter, other) &&
        acts(other).some((theirs) =>
          own.some(
            (act) =>
              act.evidence.type === theirs.evidence.type &&
              ((sameDay(act, theirs) && !differ(matter, other)) ||
                (act.evidence.suspends &&
                  gap(act.days, theirs.days) <= sameActDays &&
                  act.evidence.goods.some(
                    (good) => !unspecific.has(good) && theirs.evidence.goods.includes(good),
                  ))),
          ),
        ),
    )
    if (same === undefined) out.push(matter)
    else for (const member of matter.members) put(member, same, codebook, unspecific)
  }
  return out
}

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
    const members = parts.flatMap((part) => part.members).sort(order)
    return { kind: members[0]!.evidence.kind, members }
  })
}
