import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Days, dayOf, gap } from './edtf.ts'
import { Nearness, spanOf } from './nearness.ts'

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
        const nearness = new Nearness()
        for (const one of many) nearness.add(spanOf(one))
        expect(nearness.distanceTo(spanOf(asked))).toBe(
          Math.min(Number.POSITIVE_INFINITY, ...many.map((one) => gap(one, asked))),
        )
      }),
    )
  })
})
