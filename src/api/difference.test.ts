import { describe, expect, it } from 'vitest'
import type { LedgerDiff } from '../run/diff.ts'
import { pageOfDifference } from './difference.ts'

const entry = (id: string) => ({ id, title: id, kind: 'aid', stage: null, suspension: 'none' })
const state = { stage: null, suspension: 'none' }
const diff: LedgerDiff = {
  schema: 'aktenlage.diff/1',
  from: { asOf: '2025-01-01', snapshot: 'a' },
  to: { asOf: '2025-02-01', snapshot: 'b' },
  moved: [
    { id: 'c-1', title: 'c-1', before: state, after: state, steps: [] },
    { id: 'c-2', title: 'c-2', before: state, after: state, steps: [] },
  ],
  added: [entry('c-3')],
  removed: [entry('c-4')],
  contradictions: [{ id: 'x-1', kind: 'date', about: '', commitment: 'c-1', claims: [] }],
}

const ids = ({ moved, added, removed, contradictions }: LedgerDiff) =>
  [moved, added, removed, contradictions].map((list) => list.map(({ id }) => id))

describe('the difference by pages', () => {
  it('gives all where it is little', () => {
    expect(pageOfDifference(diff, {})).toEqual({ ...diff, total: 5, next: null })
  })

  it('gives every item once, page after page', () => {
    const first = pageOfDifference(diff, { limit: 3 })
    expect(ids(first)).toEqual([['c-1', 'c-2'], ['c-3'], [], []])
    expect([first.total, first.next]).toEqual([5, 'c-3'])
    const second = pageOfDifference(diff, { limit: 3, cursor: first.next! })
    expect(ids(second)).toEqual([[], [], ['c-4'], ['x-1']])
    expect(second.next).toBeNull()
  })

  it('refuses a cursor that is in it no longer', () => {
    expect(() => pageOfDifference(diff, { cursor: 'c-9' })).toThrow(/cursor/u)
  })
})
