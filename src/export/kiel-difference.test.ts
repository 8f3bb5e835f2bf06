import { describe, expect, it } from 'vitest'
import { pledgedOn } from '../../test/support/commitment.ts'
import type { Commitment, Ledger } from '../formats/ledger.ts'
import { type KielEntry, kielDifference } from './kiel-difference.ts'
import { kielDonor } from './kiel-names.ts'

const commitment = (
  id: string,
  provider: string,
  day: string,
  value: number | null,
  goods: readonly string[] = ['funds'],
): Commitment =>
  pledgedOn(id, day, {
    providers: [provider],
    goods: [...goods],
    amount: value === null ? null : { value, currency: 'EUR', bound: 'about' },
  })
const theirs = (
  row: number,
  donor: string,
  date: string | null,
  amount: number,
  more: Partial<KielEntry> = {},
): KielEntry => ({
  row,
  activity: null,
  donor,
  date,
  measure: null,
  type: null,
  amount,
  currency: 'EUR',
  euro: amount,
  explanation: '',
  ...more,
})
const ledgerOf = (...commitments: readonly object[]): Ledger =>
  ({ snapshot: 'sha256:0', commitments }) as unknown as Ledger

describe('the difference', () => {
  it('pairs entries of one donor by day and amount, each once, and says what differs', () => {
    const ledger = ledgerOf(
      commitment('c-same', 'DEU', '2024-05-02', 500e6),
      commitment('c-later', 'DEU', '2024-05', 90e6),
      commitment('c-other-sum', 'NOR', '2024-02-01', 10e6),
      commitment('c-ours', 'USA', '2023-01-01', null),
      { ...commitment('c-asked', 'USA', '2024-01-01', null), stage: 'requested' },
    )
    const found = kielDifference(
      [
        theirs(2, 'Germany', '2024-05-02', 505e6, { measure: 'Commitment' }),
        theirs(3, 'Germany', '2024-06-10', 90e6, { measure: 'Allocation' }),
        theirs(4, 'Norway', '2024-02-03', 25e6),
        theirs(5, 'Germany', '2022-05-02', 500e6),
        theirs(6, 'Atlantis', '2022-05-02', 1),
        theirs(7, 'Germany', '2024-03-01', 3e6),
        theirs(8, 'Japan', '2024-03-01', 3e6),
      ],
      ledger,
    )
    expect(found.both.map((pair) => [pair.theirs.row, pair.ours.id, pair.differs])).toEqual([
      [2, 'c-same', []],
      [
        3,
        'c-later',
        [
          { field: 'date', theirs: '2024-06-10', ours: '2024-05' },
          { field: 'stage', theirs: 'Allocation', ours: 'pledged' },
        ],
      ],
      [
        4,
        'c-other-sum',
        [
          { field: 'date', theirs: '2024-02-03', ours: '2024-02-01' },
          { field: 'amount', theirs: '25000000', ours: '10000000' },
        ],
      ],
    ])
    // Before our first day, and by a donor of whom we tell nothing: not to be expected.
    expect(found.onlyTheirs.map((one) => [one.row, one.covered])).toEqual([
      [5, false],
      [7, true],
      [8, false],
    ])
    expect(found.onlyOurs.map((one) => one.id)).toEqual(['c-ours'])
    expect(found.unknownDonors.map((one) => one.row)).toEqual([6])
  })

  it('compares a sum in another currency by what it is in euros', () => {
    const found = kielDifference(
      [theirs(2, 'Norway', '2024-02-01', 115e6, { currency: 'NOK', euro: 10e6 })],
      ledgerOf(commitment('c-1', 'NOR', '2024-02-01', 10e6)),
    )
    expect(found.both).toMatchObject([{ ours: { id: 'c-1' }, differs: [] }])
  })

  it('goes by the step whose day is nearest: the tracker may have entered the promise or the law', () => {
    const [promised] = commitment('c-1', 'USA', '2023-12-07', 61e9).history
    const approved = {
      ...promised!,
      transition: 'approve',
      date: { edtf: '2024-04-24', basis: 'stated' as const },
    }
    const found = kielDifference(
      [theirs(2, 'United States', '2024-04-24', 61e9)],
      ledgerOf({ ...commitment('c-1', 'USA', '2023-12-07', 61e9), history: [promised, approved] }),
    )
    expect(found.both).toMatchObject([{ ours: { id: 'c-1', date: '2023-12-07' }, differs: [] }])
  })

  it.each([
    ['military aid with budget aid', '2024-02-01', null, ['tanks'], { type: 'Financial' }],
    ['by a date that may be any day before', '../2024-02-05', null, ['funds'], {}],
    ['by a year', '2024', null, ['funds'], {}],
    ['of another sum some weeks apart', '2024-02-25', 10e6, ['funds'], {}],
  ] as const)('does not pair %s', (_, day, value, goods, more) => {
    const found = kielDifference(
      [theirs(2, 'Norway', '2024-02-01', 25e6, more)],
      ledgerOf(commitment('c-1', 'NOR', day, value, goods)),
    )
    expect([found.both.length, found.onlyTheirs.length, found.onlyOurs.length]).toEqual([0, 1, 1])
  })

  it.each([
    ['USA', 'United States'],
    ['CZE', 'Czech Republic'],
    ['EU', 'EU (Commission and Council)'],
    ['DEU', 'Germany'],
  ])('%s is %s in the tracker', (code, name) => expect(kielDonor(code)).toBe(name))
})
