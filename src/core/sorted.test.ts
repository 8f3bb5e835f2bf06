import { expect, it } from 'vitest'
import { firstIndex } from './sorted.ts'

it.each([
  [[], 3, 0],
  [[1, 2, 4], 0, 0],
  [[1, 2, 4], 2, 1],
  [[1, 2, 2, 4], 3, 3],
  [[1, 2, 4], 5, 3],
])('%j: the first that is not below %i is at %i', (list, wanted, expected) => {
  expect(firstIndex(list as number[], (one) => one < wanted)).toBe(expected)
})
