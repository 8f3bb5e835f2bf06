import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { ledgerOf, lines, report } from '../../test/support/report-facts.ts'
import { loadCodebook } from '../codebook/load.ts'
import type { Decision, DecisionAction, EvidenceRef } from '../core/records.ts'
import type { ReportFacts } from '../link/facts.ts'
import { buildLedger } from './build.ts'

const refOf = (facts: ReportFacts, index = 0): EvidenceRef => {
  const { trigger, type } = facts.events[index]!
  return { contentHash: facts.contentHash, start: trigger.start, end: trigger.end, type }
}
const decide = (...actions: DecisionAction[]): Decision[] =>
  actions.map((action, index) => ({
    id: `d-${index}`,
    decidedAt: `2026-02-0${index + 1}T10:00:00Z`,
    by: 'test',
    action,
  }))

/** Germany, Moldova and generators over one winter. */
const asked = report('asked', {
  published: '2025-01-03',
  events: [
    {
      type: 'request',
      actors: ['MDA'],
      recipients: ['DEU'],
      object: 'Stromgeneratoren',
      goods: ['energy'],
      date: '2025-01-02',
    },
  ],
})
const promised = report('promised', {
  published: '2025-01-10',
  events: [
    {
      type: 'pledge',
      actors: ['DEU'],
      recipients: ['MDA'],
      object: '60 Stromgeneratoren',
      goods: ['energy'],
      date: '2025-01-09',
    },
  ],
})
const sent = report('sent', {
  published: '2025-02-01',
  events: [
    {
      type: 'pledge',
      actors: ['DEU'],
      recipients: ['MDA'],
      object: 'Stromgeneratoren',
      goods: ['energy'],
      background: true,
    },
    {
      type: 'provide',
      actors: ['DEU'],
      recipients: ['MDA'],
      object: 'die ersten Generatoren',
      goods: ['energy'],
      date: '2025-01-31',
    },
  ],
})
const arrived = report('arrived', {
  published: '2025-03-05',
  events: [
    {
      type: 'provide',
      actors: ['DEU'],
      recipients: ['MDA'],
      object: 'alle Stromgeneratoren',
      goods: ['energy'],
      date: '2025-03-04',
      final: true,
    },
  ],
})
const winter = [asked, promised, sent, arrived]

describe('a delivery', () => {
  it('is one commitment from the request to the last generator', () => {
    expect(lines(ledgerOf(winter))).toEqual([
      'delivery DEU>MDA delivered/none [request, pledge, provide, provide]',
    ])
  })
  it.each([
    ['2025-01-01', []],
    ['2025-01-05', ['delivery DEU>MDA requested/none [request]']],
    ['2025-01-12', ['delivery DEU>MDA pledged/none [request, pledge]']],
    ['2025-02-10', ['delivery DEU>MDA delivering/none [request, pledge, provide]']],
  ])('on %s stands where reports had it by then', (day, expected) => {
    expect(lines(ledgerOf(winter, day))).toEqual(expected)
  })
  it('keeps a share in its title', () => {
    const share = {
      type: 'pledge',
      actors: ['MDA'],
      recipients: ['DEU'],
      object: '50 Prozent der Stromerzeugung',
      goods: ['funds'],
    }
    const [one] = ledgerOf([report('share', { published: '2025-01-03', events: [share] })]).commitments
    expect(one!.title).toBe('Moldau → Deutschland: 50 Prozent der Stromerzeugung')
  })

  it('has a German title and counts each report once', () => {
    const [one] = ledgerOf(winter).commitments
    expect(one!.title).toBe('Deutschland → Moldau: Energie')
    expect(one!.titles.en).toBe('Germany → Moldova: Energy')
    expect(one!.history[1]).toMatchObject({
      transition: 'pledge',
      reports: 2,
      date: { edtf: '2025-01-09', basis: 'stated' },
    })
  })
})

describe('suspension', () => {
  const flowing = report('flowing', {
    published: '2024-05-01',
    events: [
      {
        type: 'provide',
        actors: ['USA'],
        recipients: ['ISR'],
        object: 'Bomben und Panzermunition',
        goods: ['munitions', 'tanks'],
        date: '2024-04-30',
      },
    ],
  })
  const stopped = report('stopped', {
    published: '2024-05-08',
    events: [
      {
        type: 'pause',
        actors: ['USA'],
        recipients: ['ISR'],
        object: 'schwere Bomben',
        goods: ['munitions'],
        date: '2024-05-07',
      },
    ],
  })
  const resumed = report('resumed', {
    published: '2024-07-11',
    events: [
      {
        type: 'resume',
        actors: ['USA'],
        recipients: ['ISR'],
        object: 'schwere Bomben',
        goods: ['munitions'],
        date: '2024-07-10',
      },
    ],
  })
  const retold = report('retold', {
    published: '2024-07-20',
    events: [
      {
        type: 'pause',
        actors: ['USA'],
        recipients: ['ISR'],
        object: 'Bomben',
        goods: ['munitions'],
        background: true,
      },
    ],
  })

  it('of a part is a child of the whole', () => {
    const { commitments } = ledgerOf([flowing, stopped])
    const part = commitments.find((one) => one.suspension === 'paused')!
    const whole = commitments.find((one) => one.stage === 'delivering')!
    expect([part.goods, part.stage, part.parent]).toEqual([['munitions'], null, whole.id])
  })
  it('ends with the resumption, and a later retelling does not bring it back', () => {
    expect(lines(ledgerOf([stopped, resumed, retold]))).toEqual([
      'delivery USA>ISR null/none [pause, resume]',
    ])
    expect(lines(ledgerOf([stopped, resumed, retold], '2024-06-01'))).toEqual([
      'delivery USA>ISR null/paused [pause]',
    ])
  })
  it('only announced to end goes on, and is overdue after its day', () => {
    const announced = report('announced', {
      published: '2024-06-01',
      events: [
        {
          type: 'resume',
          actors: ['USA'],
          recipients: ['ISR'],
          object: 'Bomben',
          goods: ['munitions'],
          date: '2024-06-15',
          factuality: 'planned',
        },
      ],
    })
    const at = (day: string) => ledgerOf([stopped, announced], day).commitments[0]!
    expect(at('2024-06-10')).toMatchObject({
      suspension: 'paused',
      history: [{}, { factuality: 'planned', overdue: false }],
    })
    expect(at('2024-06-20')).toMatchObject({
      suspension: 'paused',
      history: [{}, { factuality: 'planned', overdue: true }],
    })
  })
})

describe('funds', () => {
  const packages = report('packages', {
    published: '2025-10-20',
    events: [
      {
        type: 'approve',
        actors: ['EU'],
        recipients: ['UKR'],
        object: 'das 18. Hilfspaket',
        exact: 'das 18. Hilfspaket',
        goods: ['funds'],
        date: '2025-07-18',
        background: true,
      },
      {
        type: 'negotiate',
        actors: ['EU', 'UKR'],
        object: 'das 19. Hilfspaket',
        exact: 'das 19. Hilfspaket',
        goods: ['funds'],
      },
    ],
  })
  it('with different ordinals are different', () => expect(ledgerOf([packages]).commitments).toHaveLength(2))

  it('that are new are not those of before', () => {
    const both = report('both', {
      published: '2025-03-01',
      events: [
        {
          type: 'exhaust',
          actors: ['CAN'],
          recipients: ['HTI'],
          object: 'die bisher bewilligten Mittel',
          goods: ['funds'],
        },
        { type: 'block', actors: ['CAN'], recipients: ['HTI'], object: 'ein neues Hilfspaket' },
      ],
    })
    const granted = report('granted', {
      published: '2025-06-01',
      events: [
        {
          type: 'approve',
          actors: ['CAN'],
          recipients: ['HTI'],
          object: 'neue Millionenhilfen',
          date: '2025-05-30',
        },
      ],
    })
    expect(lines(ledgerOf([both, granted]))).toEqual([
      'funding CAN>HTI exhausted/none [exhaust]',
      'funding CAN>HTI funded/none [block, approve]',
    ])
  })

  it('refused for good are rejected', () => {
    const refused = report('refused', {
      published: '2025-03-01',
      events: [
        { type: 'block', actors: ['CHE'], recipients: ['UKR'], object: 'ein Hilfspaket', final: true },
      ],
    })
    expect(lines(ledgerOf([refused]))).toEqual(['funding CHE>UKR rejected/none [block]'])
  })
})

describe('agreements', () => {
  const signed = report('signed', {
    published: '2024-02-17',
    events: [
      { type: 'agree', actors: ['FRA', 'UKR'], object: 'Sicherheitsabkommen', date: '2024-02-16' },
      { type: 'negotiate', actors: ['FRA', 'UKR'], object: 'Rohstoffabkommen' },
    ],
  })
  const called = report('called', {
    published: '2024-02-16',
    events: [
      { type: 'negotiate', actors: ['FRA', 'UKR'], object: 'ein Sicherheitspakt', date: '2024-02-10' },
    ],
  })
  it('under another word are one, of another matter two; nobody gives', () => {
    expect(lines(ledgerOf([called, signed]))).toEqual([
      'agreement FRA+UKR> negotiating/none [negotiate]',
      'agreement FRA+UKR> signed/none [negotiate, agree]',
    ])
  })
  it('with nobody named, on a ceasefire, or to try hard, are none', () => {
    const others = report('others', {
      published: '2024-02-17',
      events: [
        {
          type: 'agree',
          actors: ['UKR'],
          object: 'Sicherheitsabkommen',
          exact: 'Abkommen mit mehreren Staaten',
        },
        { type: 'agree', actors: ['RUS', 'UKR'], object: 'Waffenruhe' },
        {
          type: 'agree',
          actors: ['USA', 'UKR'],
          exact: 'kamen überein, ihre Anstrengungen zu verstärken',
        },
        { type: 'summon', actors: ['UKR'], recipients: ['HUN'] },
      ],
    })
    expect(ledgerOf([others]).commitments).toEqual([])
  })
})

describe('what was known', () => {
  it('counts a report from the last day it can have come out', () => {
    const july = report('july', {
      published: '2025-07',
      events: [
        {
          type: 'pause',
          actors: ['USA'],
          recipients: ['UKR'],
          goods: ['munitions'],
          object: 'Munition',
          date: '2025-07-02',
        },
      ],
    })
    const ledger = ledgerOf([july], '2025-07-15')
    expect([ledger.commitments, ledger.possiblyLater, ledger.newer]).toEqual([[], 1, 1])
    expect(ledgerOf([july], '2025-07-31').commitments).toHaveLength(1)
  })
  it('counts an undated report from its capture, and on the other clock every report', () => {
    const undated = report('undated', {
      captured: '2025-08-20',
      events: [
        { type: 'provide', actors: ['SWE'], recipients: ['UKR'], goods: ['artillery'], object: 'Haubitzen' },
      ],
    })
    expect(ledgerOf([undated], '2025-08-19').commitments).toHaveLength(0)
    expect(ledgerOf([undated], '2025-08-20').commitments).toHaveLength(1)
    expect(ledgerOf(winter, '2025-06-01', { clock: 'captured' }).commitments).toHaveLength(0)
  })
  it('reads the last version out by then', () => {
    const url = 'https://example.org/bericht'
    const first = report('first', {
      url,
      published: '2025-01-10',
      captured: '2025-01-10',
      events: [
        {
          type: 'pledge',
          actors: ['JPN'],
          recipients: ['PHL'],
          goods: ['ships'],
          object: 'Patrouillenboote',
          amount: { value: 5e7, currency: 'USD', bound: 'exact' },
        },
      ],
    })
    const second = report('second', {
      url,
      published: '2025-01-10',
      captured: '2025-01-14',
      events: [
        {
          type: 'pledge',
          actors: ['JPN'],
          recipients: ['PHL'],
          goods: ['ships'],
          object: 'Patrouillenboote',
          amount: { value: 7e7, currency: 'USD', bound: 'exact' },
        },
      ],
    })
    const amount = (day: string) => ledgerOf([second, first], day).commitments[0]!.amount!.value
    expect([amount('2025-01-12'), amount('2025-01-14')]).toEqual([5e7, 7e7])
    expect(ledgerOf([first, second]).commitments[0]!.history[0]!.reports).toBe(1)
  })
})

describe('copies', () => {
  const text =
    'Die Regierung in Stockholm schickt acht Haubitzen vom Typ Archer an die Ukraine. Das teilte das Ministerium am Montag mit. Die Geräte stammen aus Beständen der schwedischen Armee.'
  const events = [
    {
      type: 'pledge',
      actors: ['SWE'],
      recipients: ['UKR'],
      goods: ['artillery'],
      object: 'acht Haubitzen',
      date: '2025-03-03',
    },
  ]
  it('of one wire report are one origin', () => {
    const ledger = ledgerOf([
      report('one', { text, events, published: '2025-03-03', agencies: ['dpa'] }),
      report('two', { text, events, published: '2025-03-04', agencies: ['dpa'] }),
      report('own', {
        text: 'Schweden gibt Kiew Artillerie. Acht Geschütze gehen auf die Reise.',
        events,
        published: '2025-03-04',
      }),
    ])
    expect(ledger.commitments[0]!.history[0]).toMatchObject({ reports: 3, origins: 2 })
    expect(ledger.wireGroups).toMatchObject([{ agency: 'dpa', documents: ['one.txt', 'two.txt'] }])
  })
})

describe('contradictions', () => {
  const pledge = (name: string, more: object) =>
    report(name, {
      published: '2025-03-04',
      events: [
        {
          type: 'pledge',
          actors: ['SWE'],
          recipients: ['UKR'],
          goods: ['artillery'],
          object: 'Haubitzen',
          date: '2025-03-03',
          ...more,
        },
      ],
    })
  const kinds = (...facts: ReportFacts[]) => ledgerOf(facts).contradictions.map((one) => one.kind)
  const euros = (value: number, bound: 'exact' | 'up_to' | 'about' = 'exact') => ({
    amount: { value, currency: 'EUR', bound },
  })
  it('are told once for each act, by the reports that came out first with each value', () => {
    const told = (name: string, published: string, value: number) => ({
      ...pledge(name, euros(value)),
      published: { edtf: published, basis: 'stated' as const },
    })
    const { contradictions } = ledgerOf([
      told('a late', '2025-03-06', 2e8),
      told('b early', '2025-03-04', 2e8),
      told('c late', '2025-03-06', 3e8),
      told('d early', '2025-03-05', 3e8),
      told('e late', '2025-03-07', 3e8),
      told('f latest', '2025-03-08', 3e8),
    ])
    expect(contradictions.map(({ claims }) => claims.map(({ source }) => source))).toEqual([
      ['a late.txt', 'b early.txt', 'c late.txt', 'd early.txt', 'e late.txt'],
    ])
  })
  it.each([
    ['two amounts', euros(2e8), euros(3e8), ['amount']],
    ['a rounded amount', euros(2e8), euros(2.04e8, 'about'), []],
    ['an upper bound above', euros(2e8), euros(3e8, 'up_to'), []],
    [
      'two quantities',
      { quantity: { value: 8, unit: 'Haubitzen', bound: 'exact' } },
      { quantity: { value: 12, unit: 'Haubitzen', bound: 'exact' } },
      ['quantity'],
    ],
    [
      'other units',
      { quantity: { value: 8, unit: 'Haubitzen', bound: 'exact' } },
      { quantity: { value: 12, unit: 'Fahrzeuge', bound: 'exact' } },
      [],
    ],
  ])('%s', (_, a, b, expected) => expect(kinds(pledge('a', a), pledge('b', b))).toEqual(expected))
  it('told as done by one and denied by another', () => {
    const done = report('done', {
      published: '2025-03-04',
      events: [
        {
          type: 'pause',
          actors: ['USA'],
          recipients: ['UKR'],
          object: 'Geheimdienstdaten',
          goods: ['intelligence'],
        },
      ],
    })
    const not = report('not', {
      published: '2025-03-05',
      events: [
        {
          type: 'pause',
          actors: ['USA'],
          recipients: ['UKR'],
          object: 'Geheimdienstdaten',
          goods: ['intelligence'],
          factuality: 'denied',
        },
      ],
    })
    const ledger = ledgerOf([done, not])
    expect(ledger.contradictions).toMatchObject([
      { kind: 'denial', claims: [{ source: 'done.txt' }, { source: 'not.txt' }] },
    ])
    expect(ledger.commitments[0]!.suspension).toBe('paused')
  })
})

describe('decisions of people', () => {
  const rename: DecisionAction = {
    kind: 'rename',
    evidence: refOf(promised),
    title: 'Winterhilfe für Moldau',
  }
  const run = (...actions: DecisionAction[]) => ledgerOf(winter, null, { decisions: decide(...actions) })
  it('win: rename, reject, correct, split, merge, accept', () => {
    expect(run(rename).commitments[0]).toMatchObject({
      title: 'Winterhilfe für Moldau',
      titles: {},
      review: 'corrected',
    })
    expect(lines(run({ kind: 'reject', evidence: refOf(arrived) }))).toEqual([
      'delivery DEU>MDA delivering/none [request, pledge, provide]',
    ])
    expect(
      lines(run({ kind: 'correct', evidence: refOf(arrived), change: { type: 'cancel', final: false } })),
    ).toEqual(['delivery DEU>MDA cancelled/none [request, pledge, provide, cancel]'])
    const split = run({ kind: 'split', evidence: refOf(arrived), from: refOf(sent, 1) })
    expect(split.commitments).toHaveLength(2)
    expect(
      run(
        { kind: 'split', evidence: refOf(arrived), from: refOf(sent, 1) },
        { kind: 'merge', evidence: refOf(arrived), with: refOf(sent, 1) },
      ).commitments,
    ).toHaveLength(1)
    expect(run({ kind: 'accept', evidence: refOf(asked) }).commitments[0]!.review).toBe('accepted')
  })
  it('can be undone, and the undoing too', () => {
    const undo: DecisionAction = { kind: 'undo', decision: 'd-0' }
    expect(run(rename, undo).commitments[0]!.title).toBe('Deutschland → Moldau: Energie')
    expect(run(rename, undo, { kind: 'undo', decision: 'd-1' }).commitments[0]!.title).toBe(
      'Winterhilfe für Moldau',
    )
  })
})

describe('identity', () => {
  it('stays when reports are added, and the id of a later one becomes an alias', () => {
    const [early] = ledgerOf([asked]).commitments
    const [late] = ledgerOf([sent, arrived]).commitments
    const [all] = ledgerOf(winter).commitments
    expect(all!.id).toBe(early!.id)
    expect(all!.aliases).toContain(late!.id)
  })
})

describe('another codebook', () => {
  it('suspends and imposes again by its own types', () => {
    const sanctions = loadCodebook(fileURLToPath(new URL('../../codebooks/sanctions.yaml', import.meta.url)))
    const act = (type: string, date: string) => ({
      type,
      actors: ['CHE'],
      recipients: ['BLR'],
      object: 'Sanktionen',
      date,
    })
    const facts = [
      report('a', { published: '2023-02-01', events: [act('impose', '2023-02-01')] }),
      report('b', { published: '2023-03-01', events: [act('ease', '2023-03-01')] }),
      report('c', { published: '2023-04-01', events: [act('lift', '2023-04-01')] }),
    ]
    const on = (asOf: string) =>
      buildLedger(
        { facts, decisions: [], withdrawn: [] },
        { asOf, clock: 'published' },
        sanctions,
      ).commitments.map(({ stage, suspension }) => `${stage} ${suspension}`)
    expect(on('2023-02-15')).toEqual(['imposed none'])
    expect(on('2023-03-15')).toEqual(['imposed eased'])
    expect(on('2023-04-15')).toEqual(['lifted eased'])
  })
})
