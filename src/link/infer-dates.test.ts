import { describe, expect, it } from 'vitest'
import { type Loose, report } from '../../test/support/report-facts.ts'
import { edtfOf } from '../core/edtf.ts'
import type { ReportFacts } from './facts.ts'
import { publicationsOf } from './infer-dates.ts'

const at = (exact: string, value: string, sentence = 0): ReportFacts['times'][number] => ({
  start: 0,
  end: exact.length,
  exact,
  type: 'DATE',
  value,
  range: null,
  basis: 'context',
  sentence,
  ahead: false,
  planned: false,
})
const summon = { type: 'summon', actors: ['POL'], recipients: ['BLR'], persons: ['Alexander Tschesnowski'] }
const landmarks = new Map<string, true | 'shared'>([
  ['summon', true],
  ['pause', true],
  ['agree', true],
  ['approve', true],
  ['meet', 'shared'],
  ['provide', 'shared'],
  ['pledge', 'shared'],
])
const inferred = (...facts: ReportFacts[]) =>
  publicationsOf(facts, landmarks).map(({ days, basis }) => `${edtfOf(days)} ${basis}`)

describe('publication', () => {
  it('of an undated report follows from a day that it shares with a report of a known month', () => {
    const march = report('march', {
      published: '2024-03',
      events: [summon],
      times: [at('am Montag', '2024-03')],
    })
    const undated = report('undated', { events: [summon], times: [at('am 25. März', 'XXXX-03-25')] })
    // The 25th of March 2024 was a Monday.
    expect(inferred(march, undated)).toEqual(['2024-03-25/2024-03-31 inferred', '2024-03-25/.. inferred'])
  })
  it('follows from a name that few reports know, whatever they read around it', () => {
    const sides = ['POL', 'BLR']
    const march = report('march', {
      published: '2024-03',
      countries: sides,
      appearances: [['Alexander Tschesnowski', 4]],
      times: [at('am Montag', '2024-03', 1)],
    })
    const told = {
      countries: sides,
      appearances: [['Alexander Tschesnowski', 0] as const],
      times: [at('am 25. März', 'XXXX-03-25', 1)],
    }
    const undated = report('undated', told)
    expect(inferred(march, undated)).toEqual(['2024-03-25/2024-03-31 inferred', '2024-03-25/.. inferred'])
    const crowd = ['a', 'b', 'c'].map((id) => report(id, { ...told, published: '2024-03-28' }))
    expect(inferred(march, undated, ...crowd).slice(0, 2)).toEqual(['2024-03 stated', 'null null'])
    const ahead = { ...undated, times: undated.times.map((time) => ({ ...time, ahead: true })) }
    expect(inferred(march, ahead)).toEqual(['2024-03 stated', 'null null'])
  })
  it('takes the year of a day from the time of an event that others tell too', () => {
    const pause = { type: 'pause', actors: ['CAN'], recipients: ['MDA'], goods: ['energy'] }
    const dated = report('dated', { published: '2024-03-28', events: [pause] })
    const undated = report('undated', { events: [pause], times: [at('am 30. März', 'XXXX-03-30', 7)] })
    expect(inferred(dated, undated)[1]).toBe('2024-03-30/.. inferred')
    const far = report('far', { events: [pause], times: [at('am 30. Dezember', 'XXXX-12-30', 7)] })
    expect(inferred(dated, far)[1]).toBe('2024-03-28/.. inferred')
  })
  it('stays open where nothing is shared, where other persons are meant, and where it is stated to the day', () => {
    const dated = report('dated', { published: '2024-03-26', events: [summon] })
    const other = report('other', { events: [{ ...summon, persons: ['Jemand anders'] }] })
    expect(inferred(dated, other)).toEqual(['2024-03-26 stated', 'null null'])
  })
  it('is not before what it tells as done, nor after what it announces', () => {
    const own = report('own', {
      events: [
        { type: 'agree', actors: ['ITA', 'ALB'], object: 'Abkommen', date: '2023-11-06' },
        { type: 'meet', actors: ['ITA', 'ALB'], date: '2023-11-20', factuality: 'planned' },
      ],
    })
    expect(inferred(own)).toEqual(['2023-11-06/2023-11-20 inferred'])
  })
  it('is no later than a day that its plans name, and knows nothing from a day told otherwise', () => {
    const day = {
      ...at('am 10. März 2024', '2024-03-10', 1),
      basis: 'stated' as const,
      range: ['2024-03-10', '2024-03-10'] as [string, string],
    }
    expect(inferred(report('plan', { times: [{ ...day, planned: true }] }))).toEqual([
      '../2024-03-10 inferred',
    ])
    expect(inferred(report('told', { times: [day] }))).toEqual(['null null'])
  })
  it('is not taken from events that were told at times far apart', () => {
    const stop = { type: 'pause', actors: ['USA'], recipients: ['EGY'], object: 'Militärhilfe' }
    expect(
      inferred(
        report('a', { published: '2021-09-15', events: [stop] }),
        report('b', { published: '2023-10-04', events: [stop] }),
        report('c', { events: [stop] }),
      ),
    ).toEqual(['2021-09-15 stated', '2023-10-04 stated', 'null null'])
  })
  it('is at most a week after the weekday that the sentence of the shared event names', () => {
    const sign = { type: 'agree', actors: ['ITA', 'ALB'], object: 'Abkommen' }
    const dated = report('dated', { published: '2023-11-06', events: [{ ...sign, date: '2023-11-06' }] })
    const undated = (sentence: number, background = false) =>
      report('undated', {
        events: [{ ...sign, background }],
        times: [at('am Montag', 'XXXX-WXX-1', sentence)],
      })
    expect(inferred(dated, undated(0))[1]).toBe('2023-11-06/2023-11-12 inferred')
    // Another sentence, or what is told as past.
    expect(inferred(dated, undated(3))[1]).toBe('2023-11-06/.. inferred')
    expect(inferred(dated, undated(0, true))[1]).toBe('2023-11-06/.. inferred')
  })
  it('is not before a day without a year that lies between its bounds', () => {
    const own = (ahead: boolean) =>
      report('own', {
        events: [
          { type: 'agree', actors: ['ITA', 'ALB'], object: 'Abkommen', date: '2023-11-06' },
          { type: 'meet', actors: ['ITA', 'ALB'], date: '2024-02-20', factuality: 'planned' },
        ],
        times: [{ ...at('am 9. Januar', 'XXXX-01-09', 1), ahead }],
      })
    expect(inferred(own(false))).toEqual(['2024-01-09/2024-02-20 inferred'])
    expect(inferred(own(true))).toEqual(['2023-11-06/2024-02-20 inferred'])
  })
  it('is not after what is told with a day that may still be to come', () => {
    const sign: Loose = { type: 'agree', actors: ['ITA', 'ALB'], object: 'Abkommen' }
    const signed = report('signed', { published: '2023-11-06', events: [sign] })
    const own = (ahead: boolean) =>
      report('own', { events: [sign], times: [{ ...at('bis Jahresende', 'XXXX', 0), ahead }] })
    expect(inferred(signed, own(false))[1]).toBe('2023-11-06/.. inferred')
    expect(inferred(signed, own(true))[1]).toBe('null null')
  })
  it('follows, of events told at times far apart, from the one that is named in the same words', () => {
    const sign = (object: string) => ({ type: 'agree', actors: ['ITA', 'ALB'], object })
    const reports = [
      report('letter', { published: '2023-07-23', events: [sign('Absichtserklärung über Fregatten')] }),
      report('treaty', { published: '2023-11-06', events: [sign('Kaufvertrag über vier Fregatten')] }),
    ]
    const undated = report('undated', { events: [sign('Kaufvertrag über Fregatten')] })
    expect(inferred(...reports, undated)[2]).toBe('2023-11-06/.. inferred')
    expect(inferred(...reports, report('bare', { events: [sign('Papier')] }))[2]).toBe('null null')
  })
})
