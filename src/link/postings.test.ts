import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createPostings } from './postings.ts'

it('holds what a map of sets would hold', () => {
  const step = fc.record({
    number: fc.oneof(
      fc.integer({ min: 0, max: 9 }),
      fc.constantFrom(2 ** 32 - 1, 2 ** 31, 4096, 8192, 12_288),
    ),
    holder: fc.integer({ min: 0, max: 4 }),
    adds: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
      const postings = createPostings()
      const expected = new Map<number, Set<number>>()
      for (const { number, holder, adds } of steps) {
        const set = expected.get(number) ?? new Set<number>()
        expected.set(number, set)
        if (adds && !set.has(holder)) postings.add(number, holder)
        if (!adds) postings.remove(number, holder)
        if (adds) set.add(holder)
        else set.delete(holder)
      }
      for (const [number, set] of expected) expect(postings.holdersOf(number).sort()).toEqual([...set].sort())
    }),
  )
})

it('grows, and uses again what was removed', () => {
  const postings = createPostings()
  for (let round = 0; round < 3; round++) {
    for (let number = 0; number < 20_000; number++) postings.add(number * 1024, round)
    for (let number = 0; number < 20_000; number += 2) postings.remove(number * 1024, round)
  }
  expect(postings.holdersOf(1024).sort()).toEqual([0, 1, 2])
  expect(postings.holdersOf(2048)).toEqual([])
  expect(postings.holdersOf(7)).toEqual([])
})
