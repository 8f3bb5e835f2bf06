import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import writeXlsx from 'write-excel-file/node'
import { kielSheet } from '../export/kiel-names.ts'
import { xlsx } from '../export/xlsx.ts'
import { readKielWorkbook } from './kiel-workbook.ts'

const folder = mkdtempSync(join(tmpdir(), 'aktenlage-kiel-'))
afterAll(() => rmSync(folder, { recursive: true }))

type Value = string | number | Date | null
const cellOf = (value: Value) =>
  value === null ? null : value instanceof Date ? { value, type: Date, format: 'yyyy-mm-dd' } : { value }

let files = 0
/** A workbook as another program writes it. */
const workbook = async (sheets: Readonly<Record<string, readonly (readonly Value[])[]>>): Promise<string> => {
  const path = join(folder, `${files++}.xlsx`)
  const made = Object.entries(sheets).map(([sheet, rows]) => ({
    sheet,
    data: rows.map((row) => row.map(cellOf)),
  }))
  await writeXlsx(made as never).toFile(path)
  return path
}

const cover = [['A tracker'], [null, 'Release 28'], ['Country', 'Financial allocations'], ['Germany', 1.5]]

describe('the workbook', () => {
  it('of 2024 and later: one row a sub-activity, the sum on the first of them', async () => {
    const path = await workbook({
      'Read me': cover,
      [kielSheet]: [
        [
          'activity_id',
          'sub_activity_id',
          'donor',
          'announcement_date',
          'aid_type_general',
          'explanation',
          'measure',
          'item',
          'reporting_currency',
          'source_reported_value',
          'tot_activity_value',
          'tot_activity_value_EUR',
          'tot_sub_activity_value_EUR',
        ],
        [
          'DEM1',
          'DEM1_1',
          'Germany ',
          new Date('2024-05-02T00:00:00Z'),
          'Military ',
          'Ein Paket',
          'Allocation',
          'Panzer',
          'EUR',
          '.',
          500e6,
          500e6,
          300e6,
        ],
        [
          'DEM1',
          'DEM1_2',
          'Germany',
          new Date('2024-05-02T00:00:00Z'),
          'Military',
          'Ein Paket',
          'Allocation',
          'Munition',
          'EUR',
          '.',
          '.',
          null,
          200e6,
        ],
        [
          'USF1',
          'USF1_1',
          'United States',
          '.',
          'Financial',
          'Ohne Tag',
          'Commitment',
          '.',
          'USD',
          300e6,
          '300,000,000',
          276e6,
          276e6,
        ],
        [
          'NOF1',
          'NOF1_1',
          'Norway',
          '.',
          'Financial',
          'Zurückgenommen',
          'Commitment',
          '.',
          'NOK',
          '.',
          -5e6,
          -4e5,
          null,
        ],
      ],
    })
    expect(await readKielWorkbook(path)).toEqual({
      sheet: kielSheet,
      headRow: 1,
      columns: {
        activity: 'activity_id',
        donor: 'donor',
        date: 'announcement_date',
        type: 'aid_type_general',
        measure: 'measure',
        explanation: 'explanation',
        item: 'item',
        currency: 'reporting_currency',
        total: 'tot_activity_value',
        totalInEuro: 'tot_activity_value_EUR',
      },
      entries: [
        {
          row: 2,
          activity: 'DEM1',
          donor: 'Germany',
          date: '2024-05-02',
          measure: 'Allocation',
          type: 'Military',
          amount: 500e6,
          currency: 'EUR',
          euro: 500e6,
          explanation: 'Ein Paket',
        },
        {
          row: 4,
          activity: 'USF1',
          donor: 'United States',
          date: null,
          measure: 'Commitment',
          type: 'Financial',
          amount: 300e6,
          currency: 'USD',
          euro: 276e6,
          explanation: 'Ohne Tag',
        },
      ],
      withoutTotal: 1,
      corrections: 1,
    })
  })

  it('of 2023: other names, a title above them, days as serials and as text, prices that are none', async () => {
    const path = await workbook({
      [kielSheet]: [
        ['Bilateral assistance, as of July 2023'],
        [],
        [
          'ID',
          'Countries',
          'EU_geo',
          'Announcement Date',
          'Type of Aid General',
          'Explanation',
          'Original Currency',
          'Monetary Value as Given by Source',
          'Converted Value in EUR',
        ],
        ['GBM3', 'United Kingdom', 0, 45_000, 'Military', 'Ein Paket', 'GBP', 250e6, 284e6],
        ['GBM4', 'United Kingdom', 0, '20/12/2022', 'Military', 'Waffen', 'GBP', 'Not given', 12e6],
        ['GBM5', 'United Kingdom', 0, 'until 12/20/2022', 'Military', 'Munition', '.', 'No price', '.'],
      ],
    })
    const { headRow, entries, withoutTotal } = await readKielWorkbook(path)
    expect([headRow, withoutTotal]).toEqual([3, 1])
    expect(entries).toMatchObject([
      {
        row: 4,
        activity: 'GBM3',
        donor: 'United Kingdom',
        date: '2023-03-15',
        amount: 250e6,
        currency: 'GBP',
        euro: 284e6,
        measure: null,
      },
      { row: 5, date: '2022-12-20', amount: 12e6, currency: 'EUR', euro: 12e6 },
    ])
  })

  it('of 2022: the data on a sheet of another name', async () => {
    const path = await workbook({
      Summary: cover,
      'Clean Data': [
        [
          'ID',
          'Countries',
          'Announcement Date',
          'Type of Aid General',
          'Original Currency',
          'Monetary Value as Given by Source',
        ],
        ['ESH1', 'Spain', '5.4.2022', 'Humanitarian', 'EUR', 31e6],
      ],
    })
    const read = await readKielWorkbook(path)
    expect([read.sheet, read.entries]).toMatchObject([
      'Clean Data',
      [
        {
          donor: 'Spain',
          date: '2022-04-05',
          type: 'Humanitarian',
          amount: 31e6,
          currency: 'EUR',
          euro: 31e6,
        },
      ],
    ])
  })

  it('where a row is marked as the sum of an activity, its other rows are parts', async () => {
    const path = await workbook({
      [kielSheet]: [
        [
          'activity_id',
          'donor',
          'announcement_date',
          'reporting_currency',
          'source_reported_value',
          'total_value_dummy',
        ],
        ['PLM1', 'Poland', '2023-03-16', 'EUR', 80e6, 1],
        ['PLM1', 'Poland', '2023-03-16', 'EUR', 30e6, 0],
        ['PLM2', 'Poland', '2023-04-01', 'EUR', 7e6, 0],
      ],
    })
    const { entries, withoutTotal } = await readKielWorkbook(path)
    expect([entries.map(({ amount }) => amount), withoutTotal]).toEqual([[80e6, 7e6], 1])
  })

  it('that we export ourselves is read too', async () => {
    const path = join(folder, 'ours.xlsx')
    const columns = ['donor', 'announcement_date', 'reporting_currency', 'tot_activity_value', 'is_total_row']
    writeFileSync(path, xlsx({ columns, rows: [['Denmark', '2023-08-20', 'DKK', 5, true]] }, kielSheet))
    expect((await readKielWorkbook(path)).entries).toMatchObject([
      { donor: 'Denmark', date: '2023-08-20', amount: 5, currency: 'DKK', euro: null },
    ])
  })

  it.each([
    ['without such a sheet', () => workbook({ Tabelle1: cover }), 'KIEL_NO_SHEET'],
    ['without the columns', () => workbook({ [kielSheet]: [['donor']] }), 'KIEL_NO_SHEET'],
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
    await expect(readKielWorkbook(await make())).rejects.toMatchObject({ code })
  })
})
