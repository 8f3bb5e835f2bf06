import { describe, expect, it } from 'vitest'
import { type Loose, ledgerOf, lines, report } from '../../test/support/report-facts.ts'

const usd = (value: number) => ({ value, currency: 'USD', bound: 'exact' as const })
const aid: Loose = { type: 'pledge', actors: ['JPN'], recipients: ['KEN'], object: 'Militärhilfe' }
const treaty: Loose = { type: 'agree', actors: ['ITA', 'ALB'] }
const told = (published: string | null, ...events: Loose[]) =>
  report(`${published} ${events.map(({ object, amount }) => `${object} ${amount?.value}`)}`, {
    published,
    events,
  })
const count = (...reports: ReturnType<typeof told>[]): number => ledgerOf(reports).commitments.length

describe('packages of one pair of parties', () => {
  it('are two where their sums differ, on whatever days they were promised', () => {
    const first = told('2023-12-27', { ...aid, amount: usd(250e6), goods: ['funds'] })
    const second = told('2024-03-12', { ...aid, amount: usd(300e6), goods: ['funds'] })
    expect(count(first, second)).toBe(2)
    expect(count(first, told('2023-12-28', { ...aid, amount: usd(255e6), goods: ['funds'] }))).toBe(1)
  })
  it('are two where one report tells of two sums', () => {
    const budget: Loose = { ...aid, type: 'provide', object: 'Budgethilfe', amount: usd(3.4e9) }
    expect(count(told('2024-12-30', budget, { ...aid, amount: usd(2.5e9), goods: ['funds'] }))).toBe(2)
  })
  it('are two where nothing but the parties connects what was told weeks apart', () => {
    const arms = (day: string): ReturnType<typeof told> =>
      told(day, { ...aid, type: 'provide', object: `Waffen ${day}`, goods: ['weapons'] })
    const jets: Loose = { ...aid, type: 'provide', object: 'Kampfjets', goods: ['aircraft'] }
    expect(count(told('2024-03-01', jets), arms('2024-05-01'))).toBe(2)
    expect(count(told('2024-03-01', jets), arms('2024-03-05'))).toBe(1)
  })
  it('are two where what nobody dates shares nothing with what is dated', () => {
    const jets: Loose = { ...aid, type: 'provide', object: 'Kampfjets', goods: ['aircraft'] }
    const undated: Loose = { ...aid, type: 'provide', object: 'Waffen', goods: ['weapons'] }
    expect(count(told('2024-03-01', jets), told(null, undated))).toBe(2)
    expect(count(told('2024-03-01', jets), told(null, { ...jets, object: 'Jets' }))).toBe(1)
  })
})

describe('money that was used up', () => {
  const spent: Loose = { ...aid, type: 'exhaust', object: 'Mittel', goods: ['funds'], date: '2023-12-27' }
  it('is not what is granted afterwards, and is told of twice', () => {
    const granted: Loose = { ...aid, type: 'approve', object: 'Mittel', goods: ['funds'], date: '2024-01-20' }
    expect(lines(ledgerOf([told('2023-12-27', spent), told('2024-01-20', granted)])).sort()).toEqual([
      'funding JPN>KEN exhausted/none [exhaust]',
      'funding JPN>KEN funded/none [approve]',
    ])
    const again = told('2024-01-08', { ...spent, object: 'die Mittel', date: '2023-12-31' })
    expect(count(told('2023-12-27', spent), again)).toBe(1)
  })
})

describe('a signature', () => {
  const letter = told('2023-06-24', { ...treaty, object: 'Absichtserklärung', date: '2023-06-24' })
  it('that a report begins with is not the one of weeks ago, unless they share a name', () => {
    expect(count(letter, told('2023-07-04', { ...treaty, object: 'Abkommen', date: '../2023-07-04' }))).toBe(
      2,
    )
    const later = { ...treaty, object: 'die Absichtserklärung', date: '../2023-07-04' }
    expect(count(letter, told('2023-07-04', later))).toBe(1)
  })
  it('that stands further down, or is told as past, may be that one', () => {
    const filler: Loose = { type: 'meet', actors: ['ITA', 'ALB'] }
    const below = told('2023-07-04', filler, filler, { ...treaty, object: 'Abkommen', date: '../2023-07-04' })
    expect(count(letter, below)).toBe(1)
    const past = { ...treaty, object: 'Abkommen', date: '../2023-07-04', background: true }
    expect(count(letter, told('2023-07-04', past))).toBe(1)
  })
})

describe('a stop', () => {
  it('that nobody dates is the stop that is told of, not the flow of the same goods', () => {
    const flow = told('2024-09-26', { ...aid, type: 'provide', object: 'Patriot', goods: ['air-defence'] })
    const stop: Loose = { ...aid, type: 'pause', object: 'ein Teil der Waffen', goods: ['weapons'] }
    const undated: Loose = { ...stop, object: 'Flugabwehrraketen', goods: ['air-defence'] }
    expect(lines(ledgerOf([flow, told('2025-07-02', stop), told(null, undated)])).sort()).toEqual([
      'delivery JPN>KEN delivering/none [provide]',
      'delivery JPN>KEN null/paused [pause]',
    ])
  })
})
