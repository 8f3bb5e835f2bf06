import { describe, expect, it } from 'vitest'
import { type Loose, ledgerOf, report } from '../../test/support/report-facts.ts'
import type { ReportFacts } from '../link/facts.ts'

const jets: Loose = {
  type: 'provide',
  actors: ['ITA'],
  recipients: ['ALB'],
  object: 'Jets',
  goods: ['aircraft'],
}
const manner = (respect: string, way: string): ReportFacts['manners'] => [
  { start: 0, end: 20, exact: way, respect, way, of: 0 },
]
const contradictions = (...facts: ReportFacts[]) =>
  ledgerOf(facts).contradictions.map(
    ({ kind, claims }) => `${kind} ${claims.map(({ value }) => value).sort()}`,
  )

describe('the manner of an act', () => {
  const flown = report('flown', { published: '2023-03-23', events: [jets], manners: manner('way', 'by air') })
  it('contradicts itself where two reports tell ways that exclude each other', () => {
    const driven = report('driven', {
      published: '2023-03-24',
      events: [jets],
      manners: manner('way', 'by land'),
    })
    expect(contradictions(flown, driven)).toEqual(['manner by air,by land'])
  })
  it('does not where they tell the same, other respects, or acts of other weeks', () => {
    const same = report('same', { published: '2023-03-24', events: [jets], manners: manner('way', 'by air') })
    const other = report('other', {
      published: '2023-03-24',
      events: [jets],
      manners: manner('notice', 'unannounced'),
    })
    const later = report('later', {
      published: '2023-04-17',
      events: [jets],
      manners: manner('way', 'by land'),
    })
    expect(contradictions(flown, same, other, later)).toEqual([])
  })
})

describe('numbers of one act', () => {
  const bought = (name: string, value: number, bound: 'exact' | 'about' = 'exact'): ReportFacts =>
    report(name, {
      published: '2023-03-24',
      events: [{ ...jets, quantity: { value, unit: 'Jets', bound } }],
    })
  it('contradict each other where few things are counted otherwise, and all accounts are shown once', () => {
    expect(contradictions(bought('a', 20), bought('b', 24), bought('c', 20))).toEqual([
      'quantity 20 Jets,20 Jets,24 Jets',
    ])
  })
  it('do not where they are rounded', () => {
    expect(contradictions(bought('a', 20, 'about'), bought('b', 22, 'about'))).toEqual([])
    expect(contradictions(bought('a', 1000), bought('b', 1080))).toEqual([])
  })
})

describe('what has not come yet', () => {
  const treaty: Loose = { type: 'agree', actors: ['ITA', 'ALB'], object: 'Abkommen' }
  const signed = report('signed', { published: '2023-11-07', events: [{ ...treaty, date: '2023-11-06' }] })
  const notYet = (published: string): ReportFacts =>
    report(`not yet ${published}`, {
      published,
      events: [{ ...treaty, factuality: 'denied', exact: 'Das Abkommen ist noch nicht unterzeichnet' }],
    })
  const never = (published: string): ReportFacts =>
    report(`never ${published}`, {
      published,
      events: [{ ...treaty, factuality: 'denied', exact: 'Das Abkommen sei nicht unterzeichnet worden' }],
    })
  it('contradicts what had come before, by its status', () => {
    expect(contradictions(signed, notYet('2023-11-09'))).toEqual(['status actual,denied'])
  })
  it('is an older state before that, as every denial is, and on the day itself', () => {
    expect(contradictions(signed, notYet('2023-11-04'))).toEqual([])
    expect(contradictions(signed, notYet('2023-11-06'))).toEqual([])
    expect(contradictions(signed, never('2023-11-04'))).toEqual([])
    expect(contradictions(signed, never('2023-11-06'))).toEqual(['denial actual,denied'])
  })
})

describe('a stop that has ended', () => {
  const stop: Loose = { ...jets, type: 'pause', date: '2023-05-01' }
  const stopped = report('stopped', { published: '2023-05-02', events: [stop] })
  const ended = report('ended', {
    published: '2023-06-02',
    events: [{ ...jets, type: 'resume', date: '2023-06-01' }],
  })
  const holds = (published: string, exact: string): ReportFacts =>
    report(`holds ${published} ${exact}`, { published, events: [{ ...stop, date: published, exact }] })
  it('contradicts later reports that it still holds', () => {
    expect(
      contradictions(stopped, ended, holds('2023-06-20', 'Italien hält die Jets weiterhin zurück')),
    ).toEqual(['status ended,holds'])
  })
  it('does not contradict an earlier report, nor a new stop', () => {
    expect(
      contradictions(stopped, ended, holds('2023-05-20', 'Italien hält die Jets weiterhin zurück')),
    ).toEqual([])
    const anew = holds('2023-06-20', 'Italien stoppte die Jets erneut')
    const still = holds('2023-06-25', 'Italien hält die Jets weiterhin zurück')
    expect(contradictions(stopped, ended, anew, still)).toEqual([])
  })
})
