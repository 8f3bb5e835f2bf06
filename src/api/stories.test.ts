import { describe, expect, it } from 'vitest'
import type { Ledger } from '../formats/ledger.ts'
import { eventsByReport, storyRows } from './stories.ts'

const step = (transition: string, report: string, ...starts: number[]) => ({
  transition,
  factuality: 'actual',
  date: { edtf: '2025-03-04', basis: 'stated' },
  evidence: starts.map((start) => ({ report, start, end: start + 5 })),
})

const ledger = {
  stories: [
    { id: 's-1', title: 'Alt', documents: ['a.txt', 'b.txt', 'c.txt'] },
    { id: 's-2', title: 'Neu', documents: ['d.txt'] },
    { id: 's-3', title: 'Ohne Tag', documents: ['e.txt'] },
  ],
  wireGroups: [{ id: 'w-1', agency: 'dpa', documents: ['a.txt', 'c.txt'] }],
  inferredDates: [{ report: 'r-d', source: 'd.txt', published: '2025-03-09/..', because: [] }],
  commitments: [
    {
      id: 'c-1',
      title: 'Eins',
      history: [step('pause', 'r-a', 90, 120), step('pledge', 'r-a', 10), step('pause', 'r-x', 3)],
    },
  ],
} as unknown as Ledger

const facts: Parameters<typeof storyRows>[1] = [
  { source: 'a.txt', published: { edtf: '2025-03-04T06:00', basis: 'stated' } },
  { source: 'b.txt', published: { edtf: '2025-03', basis: 'stated' } },
  { source: 'c.txt', published: { edtf: '2025-03-05', basis: 'stated' } },
  { source: 'd.txt', published: null },
  { source: 'e.txt', published: null },
]

describe('rows of stories', () => {
  const rows = storyRows(ledger, facts)

  it('puts the story told of last first, and that of no known day last', () =>
    expect(rows.map(({ id }) => id)).toEqual(['s-1', 's-2', 's-3']))

  it('counts a report and its copies as one origin', () =>
    expect(rows.map(({ origins }) => origins)).toEqual([2, 1, 1]))

  it('tells the first and the last publication, inferred ones too', () =>
    expect(rows.map(({ first, last }) => [first, last])).toEqual([
      ['2025-03-04T06:00', '2025-03'],
      ['2025-03-09/..', '2025-03-09/..'],
      [null, null],
    ]))
})

it('lists what rests on a report in the order of its text, the same thing once', () => {
  const told = eventsByReport(ledger, new Set(['r-a']))
  expect([...told.keys()]).toEqual(['r-a'])
  expect(told.get('r-a')!.map(({ transition, start }) => [transition, start])).toEqual([
    ['pledge', 10],
    ['pause', 90],
  ])
})
