import { expect, it } from 'vitest'
import { pledgedOn } from '../../test/support/commitment.ts'
import type { Commitment } from '../formats/ledger.ts'
import { toldApart } from './alike-titles.ts'

const entry = (id: string, edtf: string | null, given: Partial<Commitment> = {}): Commitment =>
  pledgedOn(id, edtf, {
    title: 'Japan → Moldau: Fahrzeuge',
    titles: { en: 'Japan → Moldova: Vehicles' },
    ...given,
  })
const titles = (list: readonly Commitment[]): string[] => toldApart(list).map(({ title }) => title)

it('adds the month in which each begins, in each language', () => {
  const told = toldApart([entry('a', '2023-04-18'), entry('b', '../2024-03-02')])
  expect(told.map(({ title }) => title)).toEqual([
    'Japan → Moldau: Fahrzeuge, April 2023',
    'Japan → Moldau: Fahrzeuge, März 2024',
  ])
  expect(told[1]!.titles.en).toBe('Japan → Moldova: Vehicles, March 2024')
})

it('leaves alone what stands alone, what a person named, and what no month tells apart', () => {
  expect(titles([entry('a', '2023-04-18')])).toEqual(['Japan → Moldau: Fahrzeuge'])
  expect(titles([entry('a', '2023-04-18', { titles: {} }), entry('b', '2024-03')])).toEqual([
    'Japan → Moldau: Fahrzeuge',
    'Japan → Moldau: Fahrzeuge, März 2024',
  ])
  expect(titles([entry('a', '2023-04-18'), entry('b', '2023-04'), entry('c', null)])).toEqual([
    'Japan → Moldau: Fahrzeuge',
    'Japan → Moldau: Fahrzeuge',
    'Japan → Moldau: Fahrzeuge',
  ])
})
