import { describe, expect, it } from 'vitest'
import type { Commitment, Ledger, Step } from '../formats/ledger.ts'
import { diffLedgers } from './diff.ts'

const step = (transition: string, edtf: string, stage: string | null): Step => ({
  transition,
  stage,
  suspension: 'none',
  date: { edtf, basis: 'stated' },
  factuality: 'actual',
  background: false,
  overdue: false,
  reports: 1,
  origins: 1,
  evidence: [],
})
const commitment = (id: string, history: Step[], aliases: string[] = []): Commitment => ({
  id,
  kind: 'delivery',
  title: id,
  titles: {},
  providers: ['USA'],
  recipients: ['UKR'],
  goods: [],
  amount: null,
  parent: null,
  aliases,
  stage: history.at(-1)?.stage ?? null,
  suspension: 'none',
  review: 'machine',
  history,
})
const ledger = (commitments: Commitment[]): Ledger => ({
  schema: 'aktenlage.ledger/1',
  asOf: null,
  clock: 'published',
  codebook: 'x',
  snapshot: `sha256:${'0'.repeat(64)}`,
  commitments,
  stories: [],
  wireGroups: [],
  contradictions: [],
  inferredDates: [],
  possiblyLater: 0,
  newer: 0,
  withdrawn: [],
})

const pledged = step('pledge', '2025-01-01', 'pledged')
const given = step('provide', '2025-02-01', 'delivering')

describe('the difference between two ledgers', () => {
  it('is nothing between the same', () => {
    const one = ledger([commitment('c-1', [pledged])])
    expect(diffLedgers(one, one)).toMatchObject({ added: [], moved: [], removed: [], contradictions: [] })
  })

  it('tells what is new, moved and gone', () => {
    const diff = diffLedgers(
      ledger([commitment('c-1', [pledged]), commitment('c-2', [pledged])]),
      ledger([commitment('c-1', [pledged, given]), commitment('c-3', [pledged])]),
    )
    expect(diff.added.map((one) => one.id)).toEqual(['c-3'])
    expect(diff.removed.map((one) => one.id)).toEqual(['c-2'])
    expect(diff.moved).toMatchObject([
      {
        id: 'c-1',
        before: { stage: 'pledged' },
        after: { stage: 'delivering' },
        steps: [{ transition: given.transition }],
      },
    ])
    expect(diff.moved[0]!.steps[0]).not.toHaveProperty('evidence')
  })

  it('follows an entry that lives on under another id', () => {
    const diff = diffLedgers(
      ledger([commitment('c-1', [pledged]), commitment('c-2', [given])]),
      ledger([commitment('c-1', [pledged, given], ['c-2'])]),
    )
    expect([diff.added, diff.removed]).toEqual([[], []])
    expect(diff.moved).toMatchObject([{ id: 'c-1', steps: [] }])
  })
})
