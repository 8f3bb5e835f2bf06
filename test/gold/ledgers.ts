/** Dossiers with a ledger made by hand, and how near a ledger of ours comes to it. */
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { z } from 'zod'
import { type Days, daysOf, gap } from '../../src/core/edtf.ts'
import type { Commitment, Ledger } from '../../src/formats/ledger.ts'

const status = z.string()
const claim = z.strictObject({ document: z.string(), exact: z.string() })
const matter = z.strictObject({
  id: z.string(),
  kind: z.string(),
  /** Kinds and states that are right as well. */
  also: z.array(z.string()).default([]),
  parties: z.array(z.string()),
  goods: z.array(z.string()).default([]),
  documents: z.array(z.string()),
  history: z.array(
    z.strictObject({
      status,
      also: z.array(status).default([]),
      date: z.string(),
      documents: z.array(z.string()),
      origins: z.number().optional(),
    }),
  ),
  asOf: z.array(z.strictObject({ date: z.string(), status, also: z.array(status).default([]) })),
})
const dossier = z.strictObject({
  reports: z.array(z.strictObject({ id: z.string(), published: z.string().optional(), text: z.string() })),
  matters: z.array(matter),
  copies: z.array(z.array(z.string())),
  contradictions: z.array(z.strictObject({ kind: z.string(), claims: z.array(claim) })),
  inferred: z.array(z.strictObject({ document: z.string(), from: z.string(), to: z.string().nullable() })),
  /** Reports that have no place in the ledger. */
  unrelated: z.array(z.string()),
})
type Matter = z.infer<typeof matter>
export type Dossier = z.infer<typeof dossier> & { readonly name: string }

const folder = fileURLToPath(new URL('ledgers/', import.meta.url))

export const loadDossiers = (): readonly Dossier[] =>
  readdirSync(folder)
    .sort()
    .map((name) => ({
      name: name.replace('.yaml', ''),
      ...dossier.parse(parse(readFileSync(folder + name, 'utf8'))),
    }))

/** Status word of the gold → event type that brings it about. */
const broughtBy: Readonly<Record<string, string>> = {
  requested: 'request',
  negotiating: 'negotiate',
  pledged: 'pledge',
  signed: 'agree',
  funded: 'approve',
  delivering: 'provide',
  delivered: 'provide',
  rejected: 'block',
  cancelled: 'cancel',
  exhausted: 'exhaust',
  paused: 'pause',
  blocked: 'block',
  resumed: 'resume',
}

const share = (a: readonly string[], b: readonly string[]): number => {
  const both = a.filter((one) => b.includes(one)).length
  return both === 0 ? 0 : both / new Set([...a, ...b]).size
}
const documentsOf = (one: Commitment): string[] => [
  ...new Set(one.history.flatMap((step) => step.evidence.map(({ source }) => source))),
]

const likeness = (wanted: Matter, one: Commitment): number => {
  const parties = share(wanted.parties, [...one.providers, ...one.recipients])
  const documents = share(wanted.documents, documentsOf(one))
  if (parties < 0.5 || documents === 0) return 0
  const types = one.history.map(({ transition }) => transition)
  const steps = wanted.history.filter(({ status: word }) => types.includes(broughtBy[word]!)).length
  return (
    0.3 * parties +
    0.25 * Number([wanted.kind, ...wanted.also].includes(one.kind)) +
    0.2 * documents +
    0.15 * (wanted.goods.length === 0 ? 1 : share(wanted.goods, one.goods)) +
    (0.1 * steps) / Math.max(1, wanted.history.length)
  )
}

const leastLikeness = 0.5

/** The best pairs first, each matter and each commitment once. */
const pairUp = (matters: readonly Matter[], commitments: readonly Commitment[]) => {
  const pairs = matters
    .flatMap((wanted) => commitments.map((one) => ({ wanted, one, score: likeness(wanted, one) })))
    .filter(({ score }) => score >= leastLikeness)
    .sort((a, b) => b.score - a.score)
  const out = new Map<Matter, Commitment>()
  const taken = new Set<Commitment>()
  for (const { wanted, one } of pairs)
    if (!out.has(wanted) && !taken.has(one)) {
      out.set(wanted, one)
      taken.add(one)
    }
  return out
}

const standsAs = (word: string, one: Commitment): boolean => {
  if (word === 'resumed')
    return (
      one.suspension === 'none' &&
      one.history.some((step) => step.transition === 'resume' && step.factuality === 'actual')
    )
  return word === (one.suspension === 'none' ? one.stage : one.suspension)
}

const lies = (date: string | undefined, within: string): boolean => {
  const [told, room] = [daysOf(date), daysOf(within)]
  const open = (days: Days): boolean => days.first === null
  if (told === null || room === null) return false
  return (
    gap(told, room) === 0 && (open(room) || (told.first ?? '') >= room.first!) && told.last! <= room.last!
  )
}

export interface Tally {
  matched: number
  matters: number
  spurious: number
  asOf: number
  asked: number
  steps: number
  history: number
  copies: number
  copyPairs: number
  contradictions: number
  claimed: number
  wanted: number
  inferred: number
  undated: number
  readonly errors: string[]
}

export const emptyTally = (): Tally => ({
  matched: 0,
  matters: 0,
  spurious: 0,
  asOf: 0,
  asked: 0,
  steps: 0,
  history: 0,
  copies: 0,
  copyPairs: 0,
  contradictions: 0,
  claimed: 0,
  wanted: 0,
  inferred: 0,
  undated: 0,
  errors: [],
})

const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
const near = (a: string, b: string): boolean => {
  const [x, y] = [words(a), words(b)]
  const both = x.filter((word) => y.includes(word)).length
  return both >= 0.5 * Math.min(x.length, y.length)
}

/** How a ledger compares with the gold; `ledgerOn` gives the ledger of a day, null for everything. */
export const compareLedger = (
  gold: Dossier,
  ledgerOn: (day: string | null) => Ledger,
  tally: Tally,
): void => {
  const say = (line: string): void => void tally.errors.push(`${gold.name}: ${line}`)
  const final = ledgerOn(null)
  const pairs = pairUp(gold.matters, final.commitments)
  const used = new Set(pairs.values())
  tally.matters += gold.matters.length
  tally.matched += pairs.size
  for (const one of final.commitments)
    if (!used.has(one)) {
      tally.spurious++
      say(`spurious ${one.kind} „${one.title}“ ${one.stage} ${one.suspension} from ${documentsOf(one)}`)
    }
  for (const wanted of gold.matters) {
    const one = pairs.get(wanted)
    if (one === undefined) say(`no ${wanted.kind} ${wanted.id}`)
    for (const { date, status: word, also } of wanted.asOf) {
      tally.asked++
      const then = ledgerOn(date).commitments.find(({ id }) => id === one?.id)
      if (then !== undefined && [word, ...also].some((right) => standsAs(right, then))) tally.asOf++
      else say(`${wanted.id} on ${date}: ${then?.stage} ${then?.suspension}, not ${word}`)
    }
    for (const step of wanted.history) {
      tally.history++
      const types = [step.status, ...step.also].map((right) => broughtBy[right])
      const same = one?.history.filter(
        ({ transition, factuality }) => types.includes(transition) && factuality === 'actual',
      )
      const right = same?.find(
        ({ date, origins }) =>
          lies(date?.edtf, step.date) && (step.origins === undefined || origins === step.origins),
      )
      if (right !== undefined) tally.steps++
      else say(`${wanted.id}: ${step.status} ${step.date} is told as ${same?.map(({ date }) => date?.edtf)}`)
    }
  }
  const together = (a: string, b: string): boolean =>
    final.wireGroups.some(({ documents }) => documents.includes(a) && documents.includes(b))
  for (const [a, b] of gold.copies) {
    tally.copyPairs++
    if (together(a!, b!)) tally.copies++
    else say(`${a} and ${b} are no copies`)
  }
  tally.claimed += final.contradictions.length
  tally.wanted += gold.contradictions.length
  const open = [...gold.contradictions]
  for (const told of final.contradictions) {
    const at = open.findIndex(
      ({ kind, claims }) =>
        kind === told.kind &&
        claims.every(({ document, exact }) =>
          told.claims.some((other) => other.source === document && near(other.exact, exact)),
        ),
    )
    if (at < 0)
      say(
        `spurious contradiction ${told.kind} (${told.about}): ${told.claims.map(({ exact }) => exact).join(' | ')}`,
      )
    else {
      open.splice(at, 1)
      tally.contradictions++
    }
  }
  for (const { kind, claims } of open)
    say(`contradiction not found: ${kind} ${claims.map(({ exact }) => exact)}`)
  for (const { document, from, to } of gold.inferred) {
    tally.undated++
    const days = daysOf(final.inferredDates.find(({ source }) => source === document)?.published)
    if (days?.first === from && days.last === to) tally.inferred++
    else say(`${document} came out ${days?.first} to ${days?.last}, not ${from} to ${to}`)
  }
}
