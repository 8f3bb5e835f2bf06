import { describe, expect, it } from 'vitest'
import { inBatches, mapInOrder } from './in-order.ts'

const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const collect = async <T>(items: AsyncIterable<T>): Promise<T[]> => {
  const all: T[] = []
  for await (const item of items) all.push(item)
  return all
}
async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items
}

describe('mapInOrder', () => {
  it('keeps the order, whichever is done first', async () => {
    const slowFirst = (n: number) => later(n === 0 ? 20 : 0).then(() => n)
    expect(await collect(mapInOrder([0, 1, 2, 3], 3, slowFirst))).toEqual([0, 1, 2, 3])
  })

  it('has no more in flight than the window, also while the consumer is busy', async () => {
    let flying = 0
    let most = 0
    const work = async (n: number) => {
      most = Math.max(most, ++flying)
      await later(1)
      flying--
      return n
    }
    for await (const _ of mapInOrder(Array(20).keys(), 4, work)) await later(1)
    expect(most).toBe(4)
  })

  it('hands a failure to the consumer', async () => {
    const work = async (n: number) => {
      if (n === 2) throw new Error('two')
      return n
    }
    await expect(collect(mapInOrder([1, 2, 3], 3, work))).rejects.toThrow('two')
  })
})

describe('inBatches', () => {
  const limits = { items: 3, weight: 10, milliseconds: 1000 }

  it('ends a group when it is full or heavy', async () => {
    const weigh = (n: number) => n
    expect(await collect(inBatches(each([1, 1, 1, 1, 9, 20, 1]), weigh, limits))).toEqual([
      [1, 1, 1],
      [1, 9],
      [20],
      [1],
    ])
  })

  it('ends a group when it has waited long enough', async () => {
    async function* slow(): AsyncGenerator<string> {
      yield 'a'
      await later(60)
      yield 'b'
    }
    expect(await collect(inBatches(slow(), () => 0, { ...limits, milliseconds: 10 }))).toEqual([['a'], ['b']])
  })

  it('stops the source when the consumer does', async () => {
    let closed = false
    async function* endless(): AsyncGenerator<number> {
      try {
        for (;;) yield 1
      } finally {
        closed = true
      }
    }
    for await (const _ of inBatches(endless(), () => 0, limits)) break
    expect(closed).toBe(true)
  })
})
