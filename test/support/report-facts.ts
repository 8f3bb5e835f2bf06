/** Builders of report facts for tests of linking and ledger: only what a test is about is said. */
import { fileURLToPath } from 'node:url'
import { loadCodebook } from '../../src/codebook/load.ts'
import { sha256 } from '../../src/core/hash.ts'
import type { Ledger } from '../../src/formats/ledger.ts'
import { buildLedger } from '../../src/ledger/build.ts'
import type { ReportEvent, ReportFacts } from '../../src/link/facts.ts'
import { fingerprintOf } from '../../src/link/fingerprint.ts'

export const codebook = loadCodebook(
  fileURLToPath(new URL('../../codebooks/assistance.yaml', import.meta.url)),
)

export type Loose = {
  readonly type: string
  readonly actors?: readonly string[]
  readonly recipients?: readonly string[]
  readonly exact?: string
  readonly date?: string | null
  readonly basis?: 'stated' | 'publication' | 'context'
} & Partial<Omit<ReportEvent, 'type' | 'actors' | 'recipients' | 'date'>>

/** Codes of countries; any other name is a body of no country. */
const parties = (codes: readonly string[] = []) =>
  codes.map((name) => ({ name, country: /^[\dA-Z]+$/u.test(name) ? name : null }))

export const event = ({ actors, recipients, exact, date, basis, ...rest }: Loose, at = 0): ReportEvent => {
  const quoted = { start: at, end: at + 20, exact: exact ?? rest.object ?? rest.type }
  return {
    evidence: quoted,
    trigger: quoted,
    actors: parties(actors),
    recipients: parties(recipients),
    persons: [],
    object: null,
    goods: [],
    amount: null,
    quantity: null,
    place: null,
    date: date == null ? null : { edtf: date, basis: basis ?? 'stated' },
    saidOn: null,
    factuality: 'actual',
    background: false,
    statement: null,
    stance: null,
    final: false,
    rule: 'test',
    sentence: Math.floor(at / 100),
    speaker: null,
    speakerCountry: null,
    named: [],
    around: rest.persons ?? [],
    ...rest,
  }
}

export interface LooseReport {
  readonly published?: string | null
  readonly captured?: string
  readonly url?: string | undefined
  readonly text?: string
  readonly agencies?: readonly string[]
  readonly events?: readonly Loose[]
  readonly times?: ReportFacts['times']
  readonly appearances?: ReportFacts['appearances']
  readonly countries?: ReportFacts['countries']
  readonly lastings?: ReportFacts['lastings']
  readonly manners?: ReportFacts['manners']
}

/** A report named `name`; events stand a hundred characters apart, each in a sentence of its own. */
export const report = (name: string, given: LooseReport = {}): ReportFacts => {
  const text = given.text ?? name
  return {
    report: `r-${name}`,
    source: given.url ?? `${name}.txt`,
    url: given.url ?? null,
    contentHash: sha256(name),
    capturedAt: `${given.captured ?? '2026-01-31'}T08:00:00Z`,
    title: name,
    heading: name,
    publisher: null,
    agencies: given.agencies ?? [],
    published: given.published == null ? null : { edtf: given.published, basis: 'stated' },
    modified: null,
    events: (given.events ?? []).map((one, index) => event(one, index * 100)),
    times: given.times ?? [],
    appearances: given.appearances ?? [],
    lastings: given.lastings ?? [],
    orders: [],
    manners: given.manners ?? [],
    offices: [],
    persons: [],
    countries: given.countries ?? [],
    terms: text
      .toLowerCase()
      .split(/\W+/u)
      .filter((word) => word.length > 3)
      .map((word) => [word, 1] as const),
    fingerprint: fingerprintOf(
      text,
      [...text.matchAll(/[^.]+\./gu)].map((found) => ({
        start: found.index,
        end: found.index + found[0].length,
      })),
    ),
  }
}

export const ledgerOf = (
  facts: readonly ReportFacts[],
  asOf: string | null = null,
  more: {
    readonly clock?: 'published' | 'captured'
    readonly decisions?: Parameters<typeof buildLedger>[0]['decisions']
  } = {},
): Ledger =>
  buildLedger(
    { facts, decisions: more.decisions ?? [], withdrawn: [] },
    { asOf, clock: more.clock ?? 'published' },
    codebook,
  )

/** `delivery DEU>UKR pledged/paused [pledge, pause]`, one line a commitment, sorted. */
export const lines = (ledger: Ledger): string[] =>
  ledger.commitments
    .map(
      (one) =>
        `${one.kind} ${one.providers.join('+')}>${one.recipients.join('+')} ${one.stage}/${one.suspension} [${one.history
          .map((step) => step.transition + (step.factuality === 'actual' ? '' : ` ${step.factuality}`))
          .join(', ')}]`,
    )
    .sort()
