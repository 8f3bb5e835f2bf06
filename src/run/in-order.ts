/** Bounded flow: how many documents are in flight, and how many are written at once. */

/**
 * Applies `work` to up to `window` items at the same time and yields the results in the order of the items. Takes no
 * further item while the consumer is busy, so that memory stays bounded.
 */
export async function* mapInOrder<T, R>(
  items: AsyncIterable<T> | Iterable<T>,
  window: number,
  work: (item: T) => Promise<R> | R,
): AsyncGenerator<R> {
  const flying: Promise<R>[] = []
  try {
    for await (const item of items) {
      const result = Promise.resolve(work(item))
      // Whoever awaits it later gets the error; until then Node must not take it for unhandled.
      result.catch(() => undefined)
      flying.push(result)
      if (flying.length >= window) yield await flying.shift()!
    }
    while (flying.length > 0) yield await flying.shift()!
  } finally {
    await Promise.allSettled(flying)
  }
}

export interface BatchLimits {
  readonly items: number
  readonly weight: number
  readonly milliseconds: number
}

/**
 * Groups items. A group ends when it is full, heavy, or has waited long enough, so that a slow stream is written
 * while it flows.
 */
export async function* inBatches<T>(
  items: AsyncIterable<T>,
  weigh: (item: T) => number,
  limits: BatchLimits,
): AsyncGenerator<T[]> {
  const iterator = items[Symbol.asyncIterator]()
  let batch: T[] = []
  let weight = 0
  let due = 0
  let next = iterator.next()
  try {
    for (;;) {
      const late = Symbol('late')
      let timer: NodeJS.Timeout | undefined
      const result =
        batch.length === 0
          ? await next
          : await Promise.race([
              next,
              new Promise<typeof late>((resolve) => {
                timer = setTimeout(() => resolve(late), Math.max(0, due - Date.now()))
              }),
            ])
      clearTimeout(timer)
      if (typeof result === 'symbol') {
        yield batch
        batch = []
        weight = 0
        continue
      }
      if (result.done) break
      if (batch.length === 0) due = Date.now() + limits.milliseconds
      batch.push(result.value)
      weight += weigh(result.value)
      if (batch.length >= limits.items || weight >= limits.weight) {
        yield batch
        batch = []
        weight = 0
      }
      next = iterator.next()
    }
    if (batch.length > 0) yield batch
  } finally {
    next.catch(() => undefined)
    await iterator.return?.(undefined)
  }
}
