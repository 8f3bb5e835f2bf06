import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { kielDifference } from '../export/kiel-difference.ts'
import { kielDonor, kielSheet } from '../export/kiel-names.ts'
import type { Cell } from '../export/table.ts'
import { xlsx } from '../export/xlsx.ts'
import type { Commitment, Ledger } from '../formats/ledger.ts'
import { readKielWorkbook } from './kiel-workbook.ts'

const folder = mkdtempSync(join(tmpdir(), 'aktenlage-kiel-'))
afterAll(() => rmSync(folder, { recursive: true }))

const columns = ['donor', 'announcement_date', 'explanation', 'reporting_currency', 'tot_activity_value']
let files = 0
const workbook = (
  rows: readonly (readonly Cell[])[],
  sheet = kielSheet,
  head: readonly string[] = columns,
) => {
  const path = join(folder, `${files++}.xlsx`)
  writeFileSync(path, xlsx({ columns: head, rows }, sheet))
  return path
}

describe('the workbook', () => {
  it('is read row by row: totals are entries, parts and corrections are counted', async () => {
    const path = workbook([
      ['Germany ', '2024-05-02', 'Ein Paket', 'EUR', 500e6],
      ['Germany', '2024-05-02', 'Teil davon', 'EUR', '.'],
      ['United States', 45_352, 'Serial of Excel', 'USD', 300e6],
      ['Norway', '.', 'Ohne Tag', 'NOK', -5],
    ])
    expect(await readKielWorkbook(path)).toEqual({
      entries: [
        {
          row: 2,
          donor: 'Germany',
          date: '2024-05-02',
          amount: 500e6,
          currency: 'EUR',
          explanation: 'Ein Paket',
        },
        {
          row: 4,
          donor: 'United States',
          date: '2024-03-01',
          amount: 300e6,
          currency: 'USD',
          explanation: 'Serial of Excel',
        },
      ],
      withoutTotal: 1,
      corrections: 1,
    })
  })

  it.each([
    ['of another name', () => workbook([], 'Tabelle1'), 'KIEL_NO_SHEET'],
    ['without the columns', () => workbook([], kielSheet, ['donor']), 'KIEL_NO_SHEET'],
    ['that is not there', () => join(folder, 'none.xlsx'), 'INPUT_MISSING'],
    [
      'that is none',
      () => {
        writeFileSync(join(folder, 'text.xlsx'), 'kein Archiv')
        return join(folder, 'text.xlsx')
      },
      'INPUT_UNREADABLE',
    ],
  ])('%s is told', async (_, make, code) => {
    await expect(readKielWorkbook(make())).rejects.toMatchObject({ code })
  })
})

const commitment = (id: string, provider: string, day: string, value: number | null): Commitment => ({
  id,
  kind: 'funding',
  title: id,
  titles: {},
  providers: [provider],
  recipients: ['UKR'],
  goods: ['funds'],
  amount: value === null ? null : { value, currency: 'EUR', bound: 'about' },
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
      date: { edtf: day, basis: 'stated' },
      factuality: 'actual',
      background: false,
      overdue: false,
      reports: 1,
      origins: 1,
      evidence: [],
    },
  ],
})
const theirs = (row: number, donor: string, date: string | null, amount: number) => ({
  row,
  donor,
  date,
  amount,
  currency: 'EUR',
  explanation: '',
})

describe('the difference', () => {
  it('pairs entries of one donor by day and amount, each once, and says what differs', () => {
    const ledger = {
      snapshot: 'sha256:0',
      commitments: [
        commitment('c-same', 'DEU', '2024-05-02', 500e6),
        commitment('c-later', 'DEU', '2024-05', 90e6),
        commitment('c-other-sum', 'NOR', '2024-02-01', 10e6),
        commitment('c-ours', 'USA', '2023-01-01', null),
        { ...commitment('c-asked', 'USA', '2024-01-01', null), stage: 'requested' },
      ],
    } as unknown as Ledger
    const found = kielDifference(
      [
        theirs(2, 'Germany', '2024-05-02', 505e6),
        theirs(3, 'Germany', '2024-06-10', 90e6),
        theirs(4, 'Norway', '2024-02-03', 25e6),
        theirs(5, 'Germany', '2022-05-02', 500e6),
        theirs(6, 'Atlantis', '2022-05-02', 1),
      ],
      ledger,
    )
    expect(found.both.map((pair) => [pair.theirs.row, pair.ours.id, pair.differs])).toEqual([
      [2, 'c-same', []],
      [3, 'c-later', ['date']],
      [4, 'c-other-sum', ['date', 'amount']],
    ])
    expect(found.onlyTheirs.map((one) => one.row)).toEqual([5])
    expect(found.onlyOurs.map((one) => one.id)).toEqual(['c-ours'])
    expect(found.unknownDonors.map((one) => one.row)).toEqual([6])
  })

  it.each([
    ['USA', 'United States'],
    ['CZE', 'Czech Republic'],
    ['EU', 'EU (Commission and Council)'],
    ['DEU', 'Germany'],
  ])('%s is %s in the tracker', (code, name) => expect(kielDonor(code)).toBe(name))
})
