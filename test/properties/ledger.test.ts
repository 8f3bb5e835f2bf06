import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Decision } from '../../src/core/records.ts'
import { buildLedger } from '../../src/ledger/build.ts'
import { keptLinks, openLinks } from '../../src/ledger/kept-links.ts'
import { createLinker } from '../../src/ledger/link.ts'
import { createTeller } from '../../src/ledger/teller.ts'
import type { ReportFacts } from '../../src/link/facts.ts'
import { codebook, report } from '../support/report-facts.ts'

const day = fc
  .integer({ min: 1, max: 60 })
  .map((number) => new Date(Date.UTC(2024, 2, number)).toISOString().slice(0, 10))

const event = fc.record({
  type: fc.constantFrom(
    'request',
    'negotiate',
    'pledge',
    'agree',
    'approve',
    'provide',
    'pause',
    'resume',
    'block',
    'cancel',
    'summon',
  ),
  actors: fc.constantFrom<string[]>(['DEU'], ['NOR'], ['DEU', 'MDA'], []),
  recipients: fc.constantFrom<string[]>(['MDA'], ['GEO'], []),
  object: fc.constantFrom(
    null,
    'Stromgeneratoren',
    'neues Hilfspaket',
    'Sicherheitsabkommen',
    'bisherige Mittel',
  ),
  goods: fc.constantFrom<string[]>([], ['energy'], ['medical', 'energy'], ['air-defence']),
  date: fc.option(day, { nil: null }),
  factuality: fc.constantFrom(
    'actual' as const,
    'actual' as const,
    'planned' as const,
    'possible' as const,
    'denied' as const,
  ),
  background: fc.boolean(),
})

/** Sentences to copy from one another. */
const sentences = [
  'Die Bundesregierung liefert hundert Generatoren in den Süden der Republik Moldau.',
  'Der Konvoi war am frühen Morgen in Chemnitz aufgebrochen und nachts angekommen.',
  'Norwegen beteiligt sich nach eigenen Angaben mit einem einmaligen Zuschuss daran.',
  'In Chișinău dankte die Regierung den Helfern für die rasche Unterstützung im Winter.',
  'Das Parlament in Oslo muss dem Vorhaben in der kommenden Woche noch zustimmen.',
]

const reports: fc.Arbitrary<ReportFacts[]> = fc
  .array(
    fc.record({
      published: fc.option(fc.oneof(day, fc.constantFrom('2024-03', '2024-04')), { nil: null }),
      captured: day,
      events: fc.array(event, { maxLength: 3 }),
      text: fc.subarray(sentences, { minLength: 1 }).map((parts) => parts.join(' ')),
      agencies: fc.constantFrom<string[]>([], ['dpa']),
      url: fc.option(fc.constantFrom('https://example.org/a', 'https://example.org/b'), { nil: undefined }),
    }),
    { minLength: 1, maxLength: 9 },
  )
  .map((list) => list.map((given, index) => report(`b${index}`, given)))

const query = fc.record({
  asOf: fc.option(day, { nil: null }),
  clock: fc.constantFrom('published' as const, 'captured' as const),
})

/** A codebook that nothing was remembered for. */
const fresh = () => ({ ...codebook })
const ground = (facts: readonly ReportFacts[], decisions: readonly Decision[] = []) => ({
  facts,
  decisions,
  withdrawn: [],
})
const runs = { numRuns: 60 }

describe('a ledger', () => {
  it('has the same bytes for any order and any duplication of its reports', () => {
    fc.assert(
      fc.property(
        reports.chain((list) =>
          fc.tuple(
            fc.constant(list),
            fc.shuffledSubarray([...list, ...list], {
              minLength: list.length * 2,
              maxLength: list.length * 2,
            }),
          ),
        ),
        query,
        ([list, shuffled], asked) => {
          expect(JSON.stringify(buildLedger(ground(shuffled), asked, fresh()))).toBe(
            JSON.stringify(buildLedger(ground(list), asked, fresh())),
          )
        },
      ),
      runs,
    )
  })

  it('says the same of all that is known, whenever it was captured', () => {
    fc.assert(
      fc.property(reports, fc.integer({ min: -500, max: 4000 }), (list, shift) => {
        const asked = { asOf: null, clock: 'published' as const }
        const moved = list.map((one) => ({
          ...one,
          capturedAt: new Date(Date.parse(one.capturedAt) + shift * 86_400_000).toISOString(),
        }))
        const before = buildLedger(ground(list), asked, fresh())
        const after = buildLedger(ground(moved), asked, fresh())
        expect(JSON.stringify(after.commitments)).toBe(JSON.stringify(before.commitments))
        expect(after.snapshot).toBe(before.snapshot)
      }),
      runs,
    )
  })

  it('grown report by report is the ledger made at once', () => {
    fc.assert(
      fc.property(reports, query, (list, asked) => {
        const kept = fresh()
        for (let count = 1; count <= list.length; count++)
          buildLedger(ground(list.slice(0, count)), asked, kept)
        expect(JSON.stringify(buildLedger(ground([...list]), asked, kept))).toBe(
          JSON.stringify(buildLedger(ground(list), asked, fresh())),
        )
      }),
      runs,
    )
  })

  it('is the same on every day, whatever was asked before', () => {
    const days = fc.array(query, { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(reports, days, (list, asked) => {
        const kept = fresh()
        const far = (['published', 'captured'] as const).flatMap((clock) => [
          { asOf: null, clock },
          { asOf: '2030-01-01', clock },
          { asOf: '2000-01-01', clock },
        ])
        for (const one of [...asked, ...far])
          expect(buildLedger(ground(list), one, kept)).toEqual(buildLedger(ground(list), one, fresh()))
      }),
      runs,
    )
  })

  it('told from links that were kept is the ledger made at once', () => {
    fc.assert(
      fc.property(reports, fc.array(query, { minLength: 1, maxLength: 4 }), (list, asked) => {
        const linked = createLinker(codebook).update(list, [])
        const opened = openLinks(JSON.parse(JSON.stringify(keptLinks(linked))))
        const teller = createTeller(opened, codebook)
        for (const one of asked)
          expect(JSON.stringify(teller.ledger(one, []))).toBe(
            JSON.stringify(buildLedger(ground(list), one, fresh())),
          )
        expect(keptLinks(opened)).toEqual(keptLinks(linked))
      }),
      runs,
    )
  })

  it('changed by reports and decisions that come and go is the ledger made at once', () => {
    const step = fc.record({
      reports: fc.integer({ min: 0, max: 511 }),
      decisions: fc.integer({ min: 0, max: 15 }),
    })
    fc.assert(
      fc.property(reports, fc.array(step, { minLength: 2, maxLength: 5 }), query, (list, steps, asked) => {
        const refs = list.flatMap(({ contentHash, events }) =>
          events.map(({ type, trigger: { start, end } }) => ({ contentHash, type, start, end })),
        )
        const [a, b, c] = [refs[0], refs[1] ?? refs[0], refs.at(-1)]
        const actions: Decision['action'][] =
          a === undefined || b === undefined || c === undefined
            ? []
            : [
                { kind: 'reject', evidence: a },
                { kind: 'merge', evidence: a, with: c },
                { kind: 'split', evidence: b, from: c },
                { kind: 'rename', evidence: c, title: 'Umbenannt' },
              ]
        const all = actions.map(
          (action, index): Decision => ({
            id: `d-${index}`,
            decidedAt: `2024-05-0${index + 1}`,
            by: 'test',
            action,
          }),
        )
        const chosen = <T>(items: readonly T[], bits: number): T[] =>
          items.filter((_, at) => (bits >> at) & 1)
        const kept = fresh()
        for (const { reports: some, decisions } of steps) {
          const now = ground(chosen(list, some), chosen(all, decisions))
          expect(buildLedger(now, asked, kept)).toEqual(buildLedger(now, asked, fresh()))
        }
      }),
      runs,
    )
  })

  it('is the same again after a report came and went', () => {
    fc.assert(
      fc.property(reports, query, (list, asked) => {
        const kept = fresh()
        const without = list.slice(1)
        const before = JSON.stringify(buildLedger(ground(without), asked, kept))
        buildLedger(ground(list), asked, kept)
        expect(JSON.stringify(buildLedger(ground([...without]), asked, kept))).toBe(before)
      }),
      runs,
    )
  })

  it('names as evidence only reports that were certainly out by then', () => {
    fc.assert(
      fc.property(reports, day, (list, asOf) => {
        const ledger = buildLedger(ground(list), { asOf, clock: 'captured' }, fresh())
        const captured = new Map(list.map((one) => [one.report, one.capturedAt.slice(0, 10)]))
        for (const { history } of ledger.commitments)
          for (const step of history)
            for (const { report: id } of step.evidence) expect(captured.get(id)! <= asOf).toBe(true)
      }),
      runs,
    )
  })

  it('keeps old addresses: every id it ever gave leads to an entry that still has the evidence', () => {
    fc.assert(
      fc.property(reports, (list) => {
        const asked = { asOf: null, clock: 'published' as const }
        const now = buildLedger(ground(list), asked, fresh())
        const then = buildLedger(ground(list.slice(0, Math.ceil(list.length / 2))), asked, fresh())
        for (const old of then.commitments) {
          const found = now.commitments.filter((one) => one.id === old.id || one.aliases.includes(old.id))
          expect(found.length).toBeLessThanOrEqual(1)
        }
      }),
      runs,
    )
  })
})
