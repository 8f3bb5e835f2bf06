import { expect, it } from 'vitest'
import type { Commitment } from '../formats/ledger.ts'
import { inFamilies, newestFirst } from './families.ts'

const entry = (
  id: string,
  parent: string | null,
  ...steps: (readonly [string | null, string])[]
): Commitment =>
  ({
    id,
    parent,
    history: steps.map(([edtf, factuality]) => ({
      factuality,
      date: edtf === null ? null : { edtf, basis: 'stated' },
    })),
  }) as unknown as Commitment

it('lists what moved last first, and parts below their wholes', () => {
  const commitments = [
    entry('c-1', null, ['2024-01', 'actual'], ['2026-01-01', 'planned']),
    entry('c-2', 'c-3', ['2025-07-01', 'actual']),
    entry('c-3', null, ['2023-05-01', 'actual'], ['../2024-03-01', 'actual']),
    entry('c-4', null, [null, 'actual']),
    entry('c-5', 'c-gone', ['2022-01-01', 'actual']),
  ]
  expect(inFamilies(newestFirst(commitments)).map(({ id }) => id)).toEqual([
    'c-3',
    'c-2',
    'c-1',
    'c-5',
    'c-4',
  ])
})
