/**
 * Everything that does not depend on the day asked for: when reports came out, which copy one another, which tell one
 * story, which evidence makes one commitment. Made once for a state of the archive; ledgers of any day are views of it.
 */
import type { CompiledCodebook } from '../codebook/codebook.ts'
import { type Days, daysOf } from '../core/edtf.ts'
import { shortId } from '../core/hash.ts'
import type { Decision, DecisionAction, EventChange, EvidenceRef } from '../core/records.ts'
import { compare } from '../core/sorted.ts'
import { mattersOf } from '../link/belong.ts'
import { createCopyIndex } from '../link/copies.ts'
import { type Evidence, evidenceOf, keyOf } from '../link/evidence.ts'
import type { ReportEvent, ReportFacts } from '../link/facts.ts'
import type { Publication } from '../link/infer-dates.ts'
import { landmarksOf } from '../link/landmarks.ts'
import { type Bonds, type Matter, type Placed, placedOn } from '../link/matter.ts'
import { mergeMatters } from '../link/merge.ts'
import { createStoryLine, type StoryInput } from '../link/stories.ts'
import { dateOf } from './dating.ts'
import { createOrigins, type Origins } from './origins.ts'
import { createTimeline } from './timeline.ts'
import { type ToldEvidence, toldEvidence } from './told-evidence.ts'

/** What of a report only linking asks for. */
const onlyLinked = [
  'url',
  'modified',
  'events',
  'times',
  'appearances',
  'persons',
  'countries',
  'terms',
  'fingerprint',
] as const satisfies readonly (keyof ReportFacts)[]

/** What the ledger shows of a report, and asks of it on a day. */
export type ReportHead = Omit<ReportFacts, (typeof onlyLinked)[number]>

export const headOf = (facts: ReportHead): ReportHead => {
  const left: ReadonlySet<string> = new Set(onlyLinked)
  const keys = (Object.keys(facts) as (keyof ReportHead)[]).filter((key) => !left.has(key))
  return Object.fromEntries(keys.map((key) => [key, facts[key]])) as unknown as ReportHead
}

export interface LinkedReport<Facts extends ReportHead = ReportHead> {
  readonly facts: Facts
  readonly publication: Publication
  readonly out: Days
  /** Day on which it certainly was out, by clock. */
  readonly known: { readonly published: string; readonly captured: string }
  /** First day on which it can have been out. */
  readonly earliest: string
  /** What versions of one document share. */
  readonly document: string
}

export interface LinkedMatter {
  readonly id: string
  readonly aliases: readonly string[]
  readonly kind: string
  /** In the order in which it was told. */
  readonly members: readonly ToldEvidence[]
  readonly title: string | null
  readonly review: 'machine' | 'accepted' | 'corrected'
}

export interface Linked {
  readonly reports: ReadonlyMap<string, LinkedReport>
  /** The same object as long as nothing about it changes, so that views of it can be kept. */
  readonly matters: readonly LinkedMatter[]
  /** Report ids in order of time. */
  readonly stories: readonly (readonly string[])[]
  readonly origins: Origins
  /** Reports that tell how long something has lasted. */
  readonly lasting: readonly LinkedReport[]
  /** Reports whose publication was inferred. */
  readonly inferred: readonly LinkedReport[]
  /** Days from which reports are known, ascending, by clock. */
  readonly days: Readonly<Record<'published' | 'captured', readonly string[]>>
  /** Reports that may have been out before that day. */
  readonly uncertain: readonly LinkedReport[]
  /** Documents with more than one version. */
  readonly versioned: ReadonlyMap<string, readonly LinkedReport[]>
  /** Reports of which the last update changed the versions or the origin. */
  readonly touched: ReadonlySet<string>
}

/** Which reports stand in the lists of a `Linked`. */
export const isListed = {
  lasting: ({ facts }: LinkedReport): boolean => facts.lastings.length > 0,
  inferred: ({ publication }: LinkedReport): boolean => publication.basis === 'inferred',
  uncertain: ({ out, known }: LinkedReport): boolean => out.first !== known.published,
}

/** Day for sorting by publication; what nobody dates comes last, whenever it was captured. */
export const sortsAt = ({ out }: LinkedReport): string => out.last ?? undated
const undated = '9999'

/**
 * Keeps what was linked, and on an update links again only what a new, changed or withdrawn report touches. What an
 * update gives is valid until the next one.
 */
export interface Linker {
  update(facts: readonly ReportFacts[], decisions: readonly Decision[]): Linked
}

const refKey = (ref: EvidenceRef): string => keyOf(ref.contentHash, ref.start, ref.end, ref.type)

/** People's decisions, the undone ones left out, in the order in which they were made. */
export const standing = (decisions: readonly Decision[]): Decision[] => {
  const sorted = [...decisions].sort((a, b) =>
    a.decidedAt !== b.decidedAt ? (a.decidedAt < b.decidedAt ? -1 : 1) : a.id < b.id ? -1 : 1,
  )
  const undone = new Set<string>()
  for (const decision of [...sorted].reverse())
    if (decision.action.kind === 'undo' && !undone.has(decision.id)) undone.add(decision.action.decision)
  return sorted.filter((decision) => decision.action.kind !== 'undo' && !undone.has(decision.id))
}

type Added = Extract<DecisionAction, { kind: 'add' }>

interface Rulings {
  readonly rejected: ReadonlySet<string>
  readonly accepted: ReadonlySet<string>
  readonly corrected: ReadonlyMap<string, EventChange>
  /** By content hash. */
  readonly added: ReadonlyMap<string, readonly Added[]>
  readonly titles: ReadonlyMap<string, string>
  readonly bonds: Bonds
}

/** Content hashes of the reports that decisions speak of which stand in one list only, or in another order. */
const ruledAnew = (before: readonly Decision[], now: readonly Decision[]): Set<string> => {
  let same = 0
  while (same < before.length && sameDecision(before[same]!, now[same])) same++
  const out = new Set<string>()
  for (const { action } of [...before.slice(same), ...now.slice(same)])
    for (const ref of refsOf(action)) out.add(ref.contentHash)
  return out
}

const sameDecision = (a: Decision, b: Decision | undefined): boolean =>
  b !== undefined && a.id === b.id && JSON.stringify(a.action) === JSON.stringify(b.action)

const refsOf = (action: DecisionAction): EvidenceRef[] => {
  if (action.kind === 'undo' || action.kind === 'set') return []
  const { evidence } = action
  if (action.kind === 'merge') return [evidence, action.with]
  return action.kind === 'split' ? [evidence, action.from] : [evidence]
}

/** Of decisions that stand. */
const rulingsOf = (decisions: readonly Decision[]): Rulings => {
  const verdict = new Map<string, 'accept' | 'reject'>()
  const corrected = new Map<string, EventChange>()
  const added = new Map<string, Added[]>()
  const titles = new Map<string, string>()
  /** Pair of keys → the last word about it. */
  const pairs = new Map<string, { readonly a: string; readonly b: string; readonly together: boolean }>()
  for (const { action } of decisions) {
    if (action.kind === 'accept' || action.kind === 'reject')
      verdict.set(refKey(action.evidence), action.kind)
    else if (action.kind === 'correct')
      corrected.set(refKey(action.evidence), { ...corrected.get(refKey(action.evidence)), ...action.change })
    else if (action.kind === 'add') {
      const { contentHash } = action.evidence
      added.set(contentHash, [...(added.get(contentHash) ?? []), action])
      if (action.title !== null) titles.set(refKey(action.evidence), action.title)
    } else if (action.kind === 'rename') titles.set(refKey(action.evidence), action.title)
    else if (action.kind === 'merge' || action.kind === 'split') {
      const a = refKey(action.evidence)
      const b = refKey(action.kind === 'merge' ? action.with : action.from)
      pairs.set([a, b].sort().join(' '), { a, b, together: action.kind === 'merge' })
    }
  }
  const apart = new Map<string, Set<string>>()
  const together: [string, string][] = []
  for (const { a, b, together: joined } of pairs.values()) {
    if (joined) together.push([a, b])
    else
      for (const [from, to] of [
        [a, b],
        [b, a],
      ] as const) {
        if (!apart.has(from)) apart.set(from, new Set())
        apart.get(from)!.add(to)
      }
  }
  const those = (kind: string): Set<string> =>
    new Set([...verdict].filter(([, value]) => value === kind).map(([key]) => key))
  return {
    rejected: those('reject'),
    accepted: those('accept'),
    corrected,
    added,
    titles,
    bonds: { apart, together },
  }
}

const partiesOf = (codes: readonly string[]): ReportEvent['actors'] =>
  codes.map((code) => ({ name: code, country: code }))

/** An event as a person corrected it. */
const correctedEvent = (event: ReportEvent, change: EventChange): ReportEvent => {
  const { kind, actors, recipients, date, goods, ...plain } = change
  const said = Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined))
  return {
    ...event,
    ...said,
    ...(actors === undefined ? {} : { actors: partiesOf(actors) }),
    ...(recipients === undefined ? {} : { recipients: partiesOf(recipients) }),
    ...(goods === undefined ? {} : { goods: [...goods] }),
    ...(date === undefined ? {} : { date: date === null ? null : { edtf: date, basis: 'stated' as const } }),
    byHand: {
      readAs: event.byHand?.readAs ?? event.type,
      kind: kind ?? event.byHand?.kind ?? null,
      founds: event.byHand?.founds ?? false,
    },
  }
}

/** An event that a person found. It stands in no sentence, so nothing is completed from its neighbours. */
const addedEvent = ({ evidence, exact, event, title }: Added): ReportEvent => {
  const { start, end, type } = evidence
  const bare: ReportEvent = {
    type,
    evidence: { start, end, exact },
    trigger: { start, end, exact },
    actors: [],
    recipients: [],
    persons: [],
    object: null,
    goods: [],
    amount: null,
    quantity: null,
    place: null,
    date: null,
    saidOn: null,
    factuality: 'actual',
    background: false,
    statement: null,
    stance: null,
    final: false,
    rule: 'by-hand',
    sentence: -1,
    speaker: null,
    speakerCountry: null,
    around: [],
    named: [],
    byHand: { readAs: type, kind: null, founds: title !== null },
  }
  return correctedEvent(bare, event)
}

const applyRulings = (facts: ReportFacts, rulings: Rulings): ReportFacts => {
  const added = (rulings.added.get(facts.contentHash) ?? []).map(addedEvent)
  let changed = added.length > 0
  const events = [...facts.events, ...added].map((event) => {
    const change = rulings.corrected.get(
      keyOf(facts.contentHash, event.trigger.start, event.trigger.end, event.byHand?.readAs ?? event.type),
    )
    if (change === undefined) return event
    changed = true
    return correctedEvent(event, change)
  })
  return changed ? { ...facts, events } : facts
}

const place = (evidence: Evidence, report: LinkedReport<ReportFacts>): Placed => {
  const date = dateOf(evidence.date, evidence.event, report.facts, report.publication)
  const told = daysOf(date?.edtf)
  const { out } = report
  const days: Days =
    told ?? (out.first === null ? { first: null, last: out.last } : { first: out.first, last: out.last })
  return placedOn(date === evidence.date ? evidence : { ...evidence, date }, days, report.earliest)
}

const identify = (
  matter: Matter,
  reports: ReadonlyMap<string, LinkedReport>,
  rulings: Rulings,
): LinkedMatter => {
  const idOf = ({ evidence }: Placed): string =>
    shortId(
      'c',
      [
        evidence.kind,
        evidence.pair,
        evidence.programme ?? evidence.event.object ?? '',
        reports.get(evidence.report)!.facts.contentHash,
        evidence.event.trigger.start,
      ].join('|'),
    )
  const ids: string[] = []
  const seen = new Set<string>()
  for (const member of matter.members) {
    // Of each report the first evidence could have founded the commitment.
    if (seen.has(member.evidence.report)) continue
    seen.add(member.evidence.report)
    const id = idOf(member)
    if (!ids.includes(id)) ids.push(id)
  }
  const [id, ...aliases] = ids
  const titles = matter.members.flatMap(({ evidence }) => rulings.titles.get(evidence.key) ?? [])
  const corrected = matter.members.some(({ evidence }) => evidence.event.byHand !== undefined)
  const merged = rulings.bonds.together.some(([a, b]) =>
    matter.members.some(({ evidence }) => evidence.key === a || evidence.key === b),
  )
  const accepted = matter.members.some(({ evidence }) => rulings.accepted.has(evidence.key))
  return {
    id: id!,
    aliases: aliases.sort(),
    kind: matter.kind,
    members: matter.members.map(({ evidence }) =>
      toldEvidence(evidence, reports.get(evidence.report)!.facts.contentHash),
    ),
    title: titles.at(-1) ?? null,
    review: corrected || merged || titles.length > 0 ? 'corrected' : accepted ? 'accepted' : 'machine',
  }
}

/** Weight of a happening and of a person among the words that a story is found by. */
const happeningWeight = 3
const personWeight = 1.5

/** The words of a report and what happened in it: two accounts of one event may share few words. */
const storyTermsOf = (facts: ReportFacts): StoryInput['terms'] => {
  const terms = new Map(facts.terms)
  for (const event of facts.events) {
    if (event.background) continue
    const parties = [...event.actors, ...event.recipients].map(({ country, name }) => country ?? name)
    if (parties.length < 2) continue
    terms.set(`@${event.type} ${[...new Set(parties)].sort().join('+')}`, happeningWeight)
    for (const person of event.around) terms.set(`@${event.type} ${person}`, personWeight)
  }
  return [...terms]
}

/** Evidence of one kind between the same parties may make one commitment; what founds its own stands alone. */
const blockOf = ({ kind, pair, event, key }: Evidence): string =>
  `${kind} ${pair}${event.byHand?.founds === true ? ` ${key}` : ''}`

interface Block {
  /** Report → its evidence. */
  readonly placed: Map<string, readonly Placed[]>
  matters: readonly Matter[]
}

/** Matters of a block that has changed; one with the same evidence as before is the same object. */
const renewed = (block: Block, made: readonly Matter[]): Matter[] => {
  const before = new Map(block.matters.map((matter) => [matter.members[0], matter]))
  return made.map((matter) => {
    const old = before.get(matter.members[0])
    const isSame =
      old?.members.length === matter.members.length &&
      old.members.every((member, index) => member === matter.members[index])
    return isSame ? old : matter
  })
}

/** A list in some order, to and from which a few are added and taken at a time. */
interface Ordered<T> {
  readonly list: readonly T[]
  update(came: readonly T[], gone: readonly T[]): void
}

const ordered = <T>(order: (a: T, b: T) => number): Ordered<T> => {
  let list: T[] = []
  const placeOf = (item: T): number => {
    let low = 0
    for (let high = list.length; low < high; ) {
      const middle = (low + high) >>> 1
      if (order(list[middle]!, item) < 0) low = middle + 1
      else high = middle
    }
    return low
  }
  return {
    get list() {
      return list
    },
    update: (came, gone) => {
      if (came.length === 0 && gone.length === 0) return
      // A copy: what was given out stays as it was.
      list = [...list]
      for (const item of gone) list.splice(placeOf(item), 1)
      if (came.length > fewAtATime) list = [...list, ...came].sort(order)
      else for (const item of came) list.splice(placeOf(item), 0, item)
    },
  }
}
const fewAtATime = 50

/** The same for every order of arrival. */
export const byContent = (a: LinkedReport, b: LinkedReport): number =>
  compare(a.facts.contentHash, b.facts.contentHash) || compare(a.facts.report, b.facts.report)

export const createLinker = (codebook: CompiledCodebook): Linker => {
  let decided: readonly Decision[] = []
  let rulings = rulingsOf([])
  /** As they were given, and as people corrected them. */
  let given = new Map<string, ReportFacts>()
  const taken = new Map<string, ReportFacts>()
  const timeline = createTimeline(landmarksOf(codebook))
  const blocks = new Map<string, Block>()
  const dirty = new Set<Block>()
  let identified = new Map<Matter, LinkedMatter>()
  const copies = createCopyIndex()
  const origins = createOrigins(copies)
  const line = createStoryLine()
  const lists = {
    lasting: ordered(byContent),
    inferred: ordered(byContent),
    uncertain: ordered(byContent),
    published: ordered(compare),
    captured: ordered(compare),
  }

  const take = (report: LinkedReport<ReportFacts>): void => {
    for (const evidence of evidenceOf(report.facts, codebook)) {
      if (rulings.rejected.has(evidence.key)) continue
      const key = blockOf(evidence)
      let block = blocks.get(key)
      if (block === undefined) {
        block = { placed: new Map(), matters: [] }
        blocks.set(key, block)
      }
      block.placed.set(report.facts.report, [
        ...(block.placed.get(report.facts.report) ?? []),
        place(evidence, report),
      ])
      dirty.add(block)
    }
    copies.add({
      report: report.facts.report,
      day: report.out.last ?? report.out.first,
      agencies: report.facts.agencies,
      fingerprint: report.facts.fingerprint,
    })
  }

  const release = (report: LinkedReport<ReportFacts>): void => {
    for (const evidence of evidenceOf(report.facts, codebook)) {
      const key = blockOf(evidence)
      const block = blocks.get(key)
      if (block?.placed.delete(report.facts.report) !== true) continue
      dirty.add(block)
      if (block.placed.size === 0) blocks.delete(key)
    }
    copies.remove(report.facts.report)
  }

  /**
   * Which facts are new and which are not there any more, as people corrected them. Those that a new decision speaks
   * of count as both.
   */
  const difference = (facts: readonly ReportFacts[], ruled: ReadonlySet<string>) => {
    const came: ReportFacts[] = []
    const gone: ReportFacts[] = []
    const next = new Map<string, ReportFacts>()
    for (const report of facts) next.set(report.report, report)
    for (const [id, report] of given) {
      if (next.get(id) === report && !ruled.has(report.contentHash)) continue
      gone.push(taken.get(id)!)
      taken.delete(id)
    }
    for (const [id, report] of next) {
      if (given.get(id) === report && !ruled.has(report.contentHash)) continue
      const corrected = applyRulings(report, rulings)
      taken.set(id, corrected)
      came.push(corrected)
    }
    given = next
    return { came, gone }
  }

  const storyInput = (report: LinkedReport<ReportFacts>): StoryInput => ({
    report: report.facts.report,
    contentHash: report.facts.contentHash,
    day: report.out.first ?? report.known.published,
    at: momentOf(report),
    terms: storyTermsOf(report.facts),
  })

  const list = (came: readonly LinkedReport[], gone: readonly LinkedReport[]): void => {
    const those = (which: (report: LinkedReport) => boolean) =>
      [came.filter(which), gone.filter(which)] as const
    for (const name of ['lasting', 'inferred', 'uncertain'] as const)
      lists[name].update(...those(isListed[name]))
    for (const clock of ['published', 'captured'] as const) {
      const days = (reports: readonly LinkedReport[]) => reports.map(({ known }) => known[clock])
      lists[clock].update(days(came), days(gone))
    }
  }

  return {
    update: (facts, decisions) => {
      const now = standing(decisions)
      const ruled = ruledAnew(decided, now)
      if (ruled.size > 0) rulings = rulingsOf(now)
      decided = now
      const changes = difference(facts, ruled)
      const { came, gone, versions } = timeline.update(changes.came, changes.gone)
      const { reports, versioned } = timeline
      gone.forEach(release)
      came.forEach(take)
      list(came, gone)
      line.update(
        came.map(storyInput),
        gone.map((report) => report.facts.report),
      )
      const moved = [...gone, ...came].map((report) => report.facts.report)
      const touched = origins.update(reports, moved)
      for (const report of versions) touched.add(report)
      for (const block of dirty)
        block.matters = renewed(block, mattersOf([...block.placed.values()].flat(), codebook, rulings.bonds))
      dirty.clear()
      const matters = mergeMatters(
        [...blocks.keys()].sort().flatMap((key) => blocks.get(key)!.matters),
        rulings.bonds.together,
      )
      const kept = new Map<Matter, LinkedMatter>()
      for (const matter of matters)
        kept.set(matter, identified.get(matter) ?? identify(matter, reports, rulings))
      identified = kept
      return {
        reports,
        matters: [...kept.values()].sort((a, b) => compare(a.id, b.id)),
        stories: line.stories(),
        origins,
        lasting: lists.lasting.list,
        inferred: lists.inferred.list,
        days: { published: lists.published.list, captured: lists.captured.list },
        uncertain: lists.uncertain.list,
        versioned,
        touched,
      }
    },
  }
}

/** When it came out, to the minute where it says so and nothing was inferred. */
const momentOf = ({ facts, out, known }: LinkedReport): string => {
  const first = out.first ?? known.published
  const stated = facts.published?.edtf
  return stated?.startsWith(first) ? stated : first
}
