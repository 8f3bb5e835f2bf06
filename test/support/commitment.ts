import type { Commitment } from '../../src/formats/ledger.ts'

/** An entry with one step, a pledge on a day (EDTF, or null). */
export const pledgedOn = (id: string, edtf: string | null, given: Partial<Commitment> = {}): Commitment => ({
  id,
  kind: 'funding',
  title: id,
  titles: {},
  providers: ['JPN'],
  recipients: ['UKR'],
  goods: [],
  amount: null,
  parent: null,
  aliases: [],
  stage: 'pledged',
  suspension: 'none',
  review: 'machine',
  history: [
    {
      transition: 'pledge',
      stage: 'pledged',
      suspension: 'none',
      date: edtf === null ? null : { edtf, basis: 'stated' },
      factuality: 'actual',
      background: false,
      overdue: false,
      reports: 1,
      origins: 1,
      evidence: [],
    },
  ],
  ...given,
})
