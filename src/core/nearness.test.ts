import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Days, dayOf, gap } from './edtf.ts'
import { createNearness, spanOf } from './nearness.ts'

const day = fc.integer({ min: 19_000, max: 19_100 })
const days: fc.Arbitrary<Days> = fc
  .tuple(day, fc.integer({ min: 0, max: 9 }), fc.boolean(), fc.boolean())
  .map(([first, length, open, unended]) => ({
    first: open ? null : dayOf(first),
    last: unended ? null : dayOf(first + length),
  }))

describe('nearness', () => {
  it('is the least gap to any of the days added', () => {
    fc.assert(
      fc.property(fc.array(days), days, (many, asked) => {
        const nearness = createNearness()
        for (const one of many) nearness.add(spanOf(one))
        expect(nearness.distanceTo(spanOf(asked))).toBe(
          Math.min(Number.POSITIVE_INFINITY, ...many.map((one) => gap(one, asked))),
        )
      }),
    )
  })

  it('keeps a repeated day once', () => {
    const nearness = createNearness()
    for (const first of ['2024-03-01', '2024-03-01', '2024-03-04'])
      nearness.add(spanOf({ first, last: first }))
    expect(nearness.size).toBe(2)
  })
})
