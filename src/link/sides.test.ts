import { describe, expect, it } from 'vitest'
import { type Loose, ledgerOf, lines, report } from '../../test/support/report-facts.ts'

const entries = (events: Loose[], countries: string[] = []): string[] =>
  lines(ledgerOf([report('one', { published: '2024-03-04', events, countries })])).sort()
const named = (...list: [code: string, exact: string][]) => list.map(([code, exact]) => ({ code, exact }))
const money: Loose = { type: 'block', actors: ['TUN'], object: 'Budgethilfe', goods: ['funds'] }

describe('who refuses what a bloc gives', () => {
  it('is the one who would get it, where no member', () => {
    expect(entries([{ ...money, named: named(['TUN', 'Tunesien'], ['EU', 'EU']) }])).toEqual([
      'funding EU>TUN null/blocked [block]',
    ])
  })
  it('is a member that holds up what the bloc gives, also where the bloc is named only elsewhere', () => {
    const given: Loose = { ...money, type: 'provide', actors: ['EU'], recipients: ['MDA'] }
    const held: Loose = { ...money, actors: ['HUN'], recipients: ['MDA'], object: 'Mittel' }
    expect(entries([given, held]).every((line) => line.startsWith('funding EU>MDA'))).toBe(true)
    // Who is no member holds up what is its own.
    expect(entries([given, { ...held, actors: ['CHE'] }])).toContain('funding CHE>MDA null/blocked [block]')
  })
})

describe('a side that is left open', () => {
  const denied: Loose = { ...money, type: 'provide', actors: ['EU'] }
  it('is the other one where the report speaks of two only', () => {
    expect(entries([denied], ['EU', 'TUN'])).toEqual(['funding EU>TUN delivering/none [provide]'])
    expect(entries([denied], ['EU', 'TUN', 'ITA'])).toEqual([])
  })
  it('is not looked for where a body of no country gives', () => {
    const granted: Loose = { ...money, type: 'approve', actors: [], recipients: ['MDA'], object: 'Kredit' }
    const paid: Loose = { ...granted, type: 'provide', actors: ['Weltbank'] }
    expect(entries([granted], ['MDA', 'USA'])).toEqual(['funding USA>MDA funded/none [approve]'])
    expect(entries([paid, granted], ['MDA', 'USA'])).toEqual([])
  })
  it('is not known of whom somebody asks', () => {
    expect(entries([{ ...money, type: 'request' }], ['EU', 'TUN'])).toEqual([])
  })
  it('is not taken from those who only talk about something', () => {
    const talk: Loose = { type: 'negotiate', actors: ['DEU', 'USA'], object: 'Kauf', goods: ['air-defence'] }
    const stop: Loose = { type: 'pause', actors: ['USA'], object: 'Munition', goods: ['munitions'] }
    expect(entries([talk, stop])).toEqual(['delivery DEU+USA> negotiating/none [negotiate]'])
  })
})

describe('agreements with several', () => {
  const sides = named(['UKR', 'Kiew'], ['GBR', 'London'], ['DEU', 'Berlin'])
  const signed = (exact: string): Loose => ({
    type: 'agree',
    actors: ['UKR', 'GBR', 'DEU'],
    object: 'Vereinbarungen',
    exact,
    named: sides,
  })
  it('are one with each', () => {
    expect(entries([signed('Ähnliche Vereinbarungen hat Kiew mit London und Berlin')])).toEqual([
      'agreement DEU+UKR> signed/none [agree]',
      'agreement GBR+UKR> signed/none [agree]',
    ])
    expect(entries([signed('London und Berlin schlossen jeweils Abkommen mit Kiew')])).toHaveLength(2)
  })
  it('are one of all where nothing says so', () => {
    const one = { ...signed('Kiew unterzeichnete mit London und Berlin einen Pakt'), object: 'Pakt' }
    expect(entries([one])).toEqual(['agreement DEU+GBR+UKR> signed/none [agree]'])
  })
})

it('a stop that names nothing is of the kind of what was told just before', () => {
  const again: Loose = {
    type: 'resume',
    actors: ['USA'],
    recipients: ['PAK'],
    object: 'Ausbildung',
    goods: ['training'],
  }
  const stopped: Loose = {
    ...again,
    type: 'pause',
    object: 'Programm',
    exact: 'Das Programm',
    goods: [],
    background: true,
    date: '2022-08',
  }
  expect(entries([again, stopped])).toEqual(['delivery USA>PAK null/none [pause, resume]'])
  expect(entries([again, { ...stopped, type: 'provide' }])).toEqual(['delivery USA>PAK null/none [resume]'])
})
