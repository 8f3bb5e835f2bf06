import { describe, expect, it } from 'vitest'
import { dateOfCell, numberOf, textOf } from './kiel-cells.ts'

describe('a date of the workbook', () => {
  it.each([
    [new Date('2024-05-02T00:00:00Z'), '2024-05-02'],
    [45_352, '2024-03-01'],
    ['45352', '2024-03-01'],
    ['2024-05-02 00:00:00', '2024-05-02'],
    ['2024-05', '2024-05'],
    ['12/20/2022', '2022-12-20'],
    ['20/12/2022', '2022-12-20'],
    ['5/5/2022', '2022-05-05'],
    ['5/4/2022', null],
    ['5.4.2022', '2022-04-05'],
    ['March 4, 2022', '2022-03-04'],
    ['4 Mar 2022', '2022-03-04'],
    ['December 2022', '2022-12'],
    ['20/12/2022; 21/12/2022', '2022-12-20'],
    ['20/12/2022, 21/12/2022', '2022-12-20'],
    ['until 12/20/2022', null],
    ['31/02/2022', null],
    ['Ma 2022', null],
    ['.', null],
    [null, null],
    [0, null],
    [2022, null],
  ])('%s is %s', (cell, date) => expect(dateOfCell(cell)).toBe(date))
})

describe('other cells', () => {
  it.each([
    ['1,850,000,000', 1_850_000_000],
    [' 12.5 ', 12.5],
    ['-3', -3],
    ['No price', null],
    ['1,5', null],
    ['.', null],
    ['', null],
    [Number.NaN, null],
  ])('%s as a number is %s', (cell, number) => expect(numberOf(cell)).toBe(number))

  it('lose the blanks around them, and the point that says nothing', () => {
    expect([textOf(' Germany '), textOf(' . '), textOf(undefined)]).toEqual(['Germany', '', ''])
  })
})
