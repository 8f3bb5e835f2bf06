/**
 * Everything that does not depend on the day asked for: when reports came out, which copy one another, which tell one
 * story, which evidence makes one commitment. Made once for a state of the archive; ledgers of any day are views of it.
 */
import type { CompiledCodebook } from '../codebook/codebook.ts'
import { type Days, daysOf } from '../core/edtf.ts'
import { shortId } from '../core/hash.ts'
import type { Decision, EvidenceRef } from '../core/records.ts'
import { type Bonds, type Matter, mattersOf, mergeMatters, type Placed } from '../link/belong.ts'
import { createCopyIndex } from '../link/copies.ts'
import { type Evidence, evidenceOf, keyOf } from '../link/evidence.ts'
import type { ReportEvent, ReportFacts } from '../link/facts.ts'
import { type Publication, publicationsOf } from '../link/infer-dates.ts'
import { createStoryLine, type StoryInput } from '../link/stories.ts'
import { dateOf } from './dating.ts'
import { type Origins, originsOf } from './origins.ts'

export interface LinkedReport {
  readonly facts: ReportFacts
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
  readonly members: readonly Placed[]
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
}

/** Day for sorting by publication; what nobody dates comes last, whenever it was captured. */
export const sortsAt = ({ out }: LinkedReport): string => out.last ?? undated
const undated = '9999'

/** Keeps what was linked, and on an update links again only what a new, changed or withdrawn report touches. */
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

interface Rulings {
  readonly rejected: ReadonlySet<string>
  readonly accepted: ReadonlySet<string>
  readonly corrected: ReadonlyMap<string, Readonly<Record<string, unknown>>>
  readonly titles: ReadonlyMap<string, string>
  readonly bonds: Bonds
}

const rulingsOf = (decisions: readonly Decision[]): Rulings => {
  const verdict = new Map<string, 'accept' | 'reject'>()
  const corrected = new Map<string, Readonly<Record<string, unknown>>>()
  const titles = new Map<string, string>()
  /** Pair of keys → the last word about it. */
  const pairs = new Map<string, { readonly a: string; readonly b: string; readonly together: boolean }>()
  for (const { action } of standing(decisions)) {
    if (action.kind === 'accept' || action.kind === 'reject')
      verdict.set(refKey(action.evidence), action.kind)
    else if (action.kind === 'correct')
      corrected.set(refKey(action.evidence), { ...corrected.get(refKey(action.evidence)), ...action.change })
    else if (action.kind === 'rename') titles.set(refKey(action.evidence), action.title)
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
    titles,
    bonds: { apart, together },
  }
}

/** An event as a person corrected it. Country codes stand for parties; a date is an EDTF string. */
const correctedEvent = (event: ReportEvent, change: Readonly<Record<string, unknown>>): ReportEvent => {
  const out: Record<string, unknown> = { ...event }
  for (const [field, value] of Object.entries(change)) {
    if ((field === 'actors' || field === 'recipients') && Array.isArray(value))
      out[field] = value.map((party) => (typeof party === 'string' ? { name: party, country: party } : party))
    else if (field === 'date' && typeof value === 'string') out.date = { edtf: value, basis: 'stated' }
    else if (field in event && field !== 'evidence' && field !== 'trigger') out[field] = value
  }
  return out as unknown as ReportEvent
}

const applyRulings = (facts: ReportFacts, rulings: Rulings): ReportFacts => {
  if (rulings.corrected.size === 0) return facts
  let changed = false
  const events = facts.events.map((event) => {
    const change = rulings.corrected.get(
      keyOf(facts.contentHash, event.trigger.start, event.trigger.end, event.type),
    )
    if (change === undefined) return event
    changed = true
    return correctedEvent(event, change)
  })
  return changed ? { ...facts, events } : facts
}

const day = (instant: string): string => instant.slice(0, 10)

const sameDays = (a: Days, b: Days): boolean => a.first === b.first && a.last === b.last

/** Where each report stands in time. A report whose place is the same as before is the same object. */
const reportsOf = (
  all: readonly ReportFacts[],
  before: ReadonlyMap<string, LinkedReport>,
): LinkedReport[] => {
  const publications = publicationsOf(all)
  const first = new Map<string, string>()
  for (const facts of all) {
    const document = facts.url ?? facts.source
    const earliest = first.get(document)
    if (earliest === undefined || facts.capturedAt < earliest) first.set(document, facts.capturedAt)
  }
  return all.map((facts, index) => {
    const publication = publications[index]!
    const captured = day(facts.capturedAt)
    const document = facts.url ?? facts.source
    // A later version says something new; it is as old as its change, or else as its capture.
    const isLater = first.get(document)! < facts.capturedAt
    const out = isLater
      ? (daysOf(facts.modified?.edtf) ?? { first: publication.days.first, last: null })
      : publication.days
    const old = before.get(facts.report)
    if (
      old !== undefined &&
      old.facts === facts &&
      sameDays(old.out, out) &&
      sameDays(old.publication.days, publication.days) &&
      (old.publication.because.length === 0
        ? publication.because.length === 0
        : old.publication.because.join() === publication.because.join())
    )
      return old
    return {
      facts,
      publication,
      out,
      known: { published: out.last ?? captured, captured },
      earliest: out.first ?? undated,
      document,
    }
  })
}

const place = (evidence: Evidence, report: LinkedReport): Placed => {
  const date = dateOf(evidence.date, evidence.event, report.facts, report.publication)
  const told = daysOf(date?.edtf)
  const { out } = report
  const days: Days =
    told ?? (out.first === null ? { first: null, last: out.last } : { first: out.first, last: out.last })
  return { evidence: date === evidence.date ? evidence : { ...evidence, date }, days, told: report.earliest }
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
  const corrected = matter.members.some(({ evidence }) => rulings.corrected.has(evidence.key))
  const merged = rulings.bonds.together.some(([a, b]) =>
    matter.members.some(({ evidence }) => evidence.key === a || evidence.key === b),
  )
  const accepted = matter.members.some(({ evidence }) => rulings.accepted.has(evidence.key))
  return {
    id: id!,
    aliases: aliases.sort(),
    kind: matter.kind,
    members: matter.members,
    title: titles.at(-1) ?? null,
    review: corrected || merged || titles.length > 0 ? 'corrected' : accepted ? 'accepted' : 'machine',
  }
}

/** Weight of a happening and of a person among the words that a story is found by. */
const happeningWeight = 3
const personWeight = 1.5

const storyTerms = new WeakMap<ReportFacts, StoryInput['terms']>()

/** The words of a report and what happened in it: two accounts of one event may share few words. */
const storyTermsOf = (facts: ReportFacts): StoryInput['terms'] => {
  const known = storyTerms.get(facts)
  if (known !== undefined) return known
  const terms = new Map(facts.terms)
  for (const event of facts.events) {
    if (event.background) continue
    const parties = [...event.actors, ...event.recipients].map(({ country, name }) => country ?? name)
    if (parties.length < 2) continue
    terms.set(`@${event.type} ${[...new Set(parties)].sort().join('+')}`, happeningWeight)
    for (const person of event.around) terms.set(`@${event.type} ${person}`, personWeight)
  }
  const list = [...terms]
  storyTerms.set(facts, list)
  return list
}

interface Block {
  /** Report → its evidence. */
  readonly placed: Map<string, readonly Placed[]>
  matters: readonly Matter[] | null
}

export const createLinker = (codebook: CompiledCodebook): Linker => {
  const unspecific = new Set(codebook.model.unspecific)
  let decided = ''
  let rulings = rulingsOf([])
  let given = new Map<string, ReportFacts>()
  let ordered: ReportFacts[] = []
  let corrected = new Map<string, { readonly from: ReportFacts; readonly to: ReportFacts }>()
  let reports = new Map<string, LinkedReport>()
  let blocks = new Map<string, Block>()
  let identified = new Map<Matter, LinkedMatter>()
  const copies = createCopyIndex()
  const line = createStoryLine()

  const withRulings = (facts: ReportFacts): ReportFacts => {
    if (rulings.corrected.size === 0) return facts
    const known = corrected.get(facts.report)
    if (known?.from === facts) return known.to
    const to = applyRulings(facts, rulings)
    corrected.set(facts.report, { from: facts, to })
    return to
  }

  const take = (report: LinkedReport): void => {
    for (const evidence of evidenceOf(report.facts, codebook)) {
      if (rulings.rejected.has(evidence.key)) continue
      const key = `${evidence.kind} ${evidence.pair}`
      let block = blocks.get(key)
      if (block === undefined) {
        block = { placed: new Map(), matters: null }
        blocks.set(key, block)
      }
      block.placed.set(report.facts.report, [
        ...(block.placed.get(report.facts.report) ?? []),
        place(evidence, report),
      ])
      block.matters = null
    }
  }

  const release = (report: LinkedReport): void => {
    for (const evidence of evidenceOf(report.facts, codebook)) {
      const key = `${evidence.kind} ${evidence.pair}`
      const block = blocks.get(key)
      if (block?.placed.delete(report.facts.report) !== true) continue
      block.matters = null
      if (block.placed.size === 0) blocks.delete(key)
    }
  }

  const forget = (): void => {
    line.update([], [...reports.keys()])
    for (const report of reports.keys()) copies.remove(report)
    corrected = new Map()
    given = new Map()
    ordered = []
    reports = new Map()
    blocks = new Map()
    identified = new Map()
  }

  /** Facts in the order of their content, which is the same for every order of arrival. */
  const order = (facts: readonly ReportFacts[]): void => {
    const next = new Map(facts.map((report) => [report.report, report]))
    const came = [...next.values()].filter((report) => given.get(report.report) !== report)
    const stays = came.length + ordered.length === next.size
    if (!stays) ordered = ordered.filter((report) => next.get(report.report) === given.get(report.report))
    if (came.length > 0) ordered = merge(ordered, came.map(withRulings).sort(byContent))
    given = next
  }

  const storyInput = (report: LinkedReport): StoryInput => ({
    report: report.facts.report,
    contentHash: report.facts.contentHash,
    day: report.out.first ?? report.known.published,
    at: momentOf(report),
    terms: storyTermsOf(report.facts),
  })

  return {
    update: (facts, decisions) => {
      const word = JSON.stringify(decisions)
      if (word !== decided) {
        // People decide seldom, and a decision may touch anything.
        forget()
        decided = word
        rulings = rulingsOf(decisions)
      }
      order(facts)
      const now = new Map(reportsOf(ordered, reports).map((report) => [report.facts.report, report]))
      const gone: LinkedReport[] = []
      const came: LinkedReport[] = []
      for (const [id, old] of reports) if (now.get(id) !== old) gone.push(old)
      for (const [id, report] of now) if (reports.get(id) !== report) came.push(report)
      for (const old of gone) {
        release(old)
        copies.remove(old.facts.report)
      }
      for (const report of came) {
        take(report)
        copies.add({
          report: report.facts.report,
          day: report.out.last ?? report.out.first,
          agencies: report.facts.agencies,
          fingerprint: report.facts.fingerprint,
        })
      }
      line.update(
        came.map(storyInput),
        gone.map((report) => report.facts.report),
      )
      reports = now
      for (const block of blocks.values())
        block.matters ??= mattersOf([...block.placed.values()].flat(), unspecific, rulings.bonds)
      const matters = mergeMatters(
        [...blocks.keys()].sort().flatMap((key) => blocks.get(key)!.matters!),
        rulings.bonds.together,
      )
      const kept = new Map<Matter, LinkedMatter>()
      for (const matter of matters)
        kept.set(matter, identified.get(matter) ?? identify(matter, reports, rulings))
      identified = kept
      const list = [...reports.values()]
      return {
        reports,
        matters: [...kept.values()].sort((a, b) => compare(a.id, b.id)),
        stories: line.stories(),
        origins: originsOf(reports, copies),
        lasting: list.filter(({ facts: { lastings } }) => lastings.length > 0),
        inferred: list.filter(({ publication }) => publication.basis === 'inferred'),
        days: {
          published: list.map(({ known }) => known.published).sort(),
          captured: list.map(({ known }) => known.captured).sort(),
        },
        uncertain: list.filter(({ out, known }) => out.first !== known.published),
        versioned: versionsOf(list),
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

const byContent = (a: ReportFacts, b: ReportFacts): number =>
  compare(a.contentHash, b.contentHash) || compare(a.report, b.report)

const merge = (a: readonly ReportFacts[], b: readonly ReportFacts[]): ReportFacts[] => {
  const out: ReportFacts[] = []
  let i = 0
  let j = 0
  while (i < a.length || j < b.length)
    out.push(j >= b.length || (i < a.length && byContent(a[i]!, b[j]!) <= 0) ? a[i++]! : b[j++]!)
  return out
}

/** Documents that were captured in more than one version. */
const versionsOf = (list: readonly LinkedReport[]): Map<string, LinkedReport[]> => {
  const all = new Map<string, LinkedReport>()
  const out = new Map<string, LinkedReport[]>()
  for (const report of list) {
    const other = all.get(report.document)
    if (other === undefined) all.set(report.document, report)
    else if (out.has(report.document)) out.get(report.document)!.push(report)
    else out.set(report.document, [other, report])
  }
  return out
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
