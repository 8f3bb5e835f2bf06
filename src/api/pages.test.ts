import { describe, expect, it } from 'vitest'
import { pageOf } from './pages.ts'

const items = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id }))

describe('a page of a list', () => {
  it('follows the one before, and says where the next one begins', () => {
    const first = pageOf(items, { limit: 2 })
    const second = pageOf(items, { limit: 2, cursor: first.next! })
    const third = pageOf(items, { limit: 2, cursor: second.next! })
    expect([first, second, third].flatMap(({ page }) => page)).toEqual(items)
    expect([first.next, second.next, third.next]).toEqual(['b', 'd', null])
  })

  it('after something that is not there any more is refused', () => {
    expect(() => pageOf(items, { cursor: 'x' })).toThrow(/out of date|veraltet/u)
  })
})
