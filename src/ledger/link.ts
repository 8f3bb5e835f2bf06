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
import { storiesOf } from '../link/stories.ts'
import { dateOf } from './dating.ts'

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
  /** Report → whether the shared passage is a part only; see `Copies`. */
  readonly copies: readonly { readonly report: string; readonly sentences: readonly number[] }[]
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
  readonly matters: readonly LinkedMatter[]
  /** Report ids in order of time. */
  readonly stories: readonly (readonly string[])[]
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

const reportsOf = (all: readonly ReportFacts[]): LinkedReport[] => {
  const publications = publicationsOf(all)
  const copies = createCopyIndex()
  const versions = new Map<string, ReportFacts[]>()
  for (const facts of all) {
    const document = facts.url ?? facts.source
    const list = versions.get(document)
    if (list === undefined) versions.set(document, [facts])
    else list.push(facts)
  }
  const reports = all.map((facts, index) => {
    const publication = publications[index]!
    const captured = day(facts.capturedAt)
    const document = facts.url ?? facts.source
    const modified = daysOf(facts.modified?.edtf)
    // A later version says something new; it is as old as its change, or else as its capture.
    const later = versions
      .get(document)!
      .some((other) => other !== facts && other.capturedAt < facts.capturedAt)
    const out = later ? (modified ?? { first: publication.days.first, last: captured }) : publication.days
    return {
      facts,
      publication,
      out,
      known: { published: out.last ?? captured, captured },
      earliest: out.first ?? captured,
      document,
      copies: [] as { report: string; sentences: readonly number[] }[],
    }
  })
  for (const { facts, known } of reports)
    copies.add({
      report: facts.report,
      day: known.published,
      agencies: facts.agencies,
      fingerprint: facts.fingerprint,
    })
  const edges = copies.edges()
  const documentOf = new Map(reports.map((report) => [report.facts.report, report.document]))
  return reports.map((report) => ({
    ...report,
    copies: (edges.get(report.facts.report) ?? [])
      // Versions of one document are no copies.
      .filter((edge) => documentOf.get(edge.with) !== report.document)
      .map((edge) => ({ report: edge.with, sentences: edge.sentences })),
  }))
}

const place = (evidence: Evidence, report: LinkedReport): Placed => {
  const date = dateOf(evidence.event, report.facts, report.publication)
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
        evidence.event.evidence.start,
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

export const link = (
  facts: readonly ReportFacts[],
  decisions: readonly Decision[],
  codebook: CompiledCodebook,
): Linked => {
  const rulings = rulingsOf(decisions)
  const ordered = [...new Map(facts.map((report) => [report.report, report])).values()]
    .map((report) => applyRulings(report, rulings))
    .sort((a, b) =>
      a.contentHash !== b.contentHash
        ? a.contentHash < b.contentHash
          ? -1
          : 1
        : a.report < b.report
          ? -1
          : 1,
    )
  const list = reportsOf(ordered)
  const reports = new Map(list.map((report) => [report.facts.report, report]))
  const unspecific = new Set(codebook.model.unspecific)
  const blocks = new Map<string, Placed[]>()
  for (const report of list)
    for (const evidence of evidenceOf(report.facts, codebook)) {
      if (rulings.rejected.has(evidence.key)) continue
      const key = `${evidence.kind} ${evidence.pair}`
      const block = blocks.get(key)
      if (block === undefined) blocks.set(key, [place(evidence, report)])
      else block.push(place(evidence, report))
    }
  const matters = mergeMatters(
    [...blocks.keys()].sort().flatMap((key) => mattersOf(blocks.get(key)!, unspecific, rulings.bonds)),
    rulings.bonds.together,
  )
  const stories = storiesOf(
    list.map((report) => ({
      report: report.facts.report,
      contentHash: report.facts.contentHash,
      day: report.out.first ?? report.known.published,
      terms: report.facts.terms,
    })),
  )
  return {
    reports,
    matters: matters
      .map((matter) => identify(matter, reports, rulings))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
    stories,
  }
}
