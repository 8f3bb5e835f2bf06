/**
 * Which holders have a number, in typed arrays: an archive has millions of shingles, and a Map of them would take
 * ten times the room. Open addressing; the holders of a number are a chain.
 */
export interface Postings {
  add(number: number, holder: number): void
  remove(number: number, holder: number): void
  /** In no particular order. */
  holdersOf(number: number): number[]
}

const none = -1
const firstCapacity = 1 << 10
/** Beyond this share of used places, looking for one takes too long. */
const fullAt = 0.6

export const createPostings = (): Postings => {
  let numbers = new Uint32Array(firstCapacity)
  /** First link of the chain; `none` where the place is free, `-2` where its chain is empty again. */
  let heads = new Int32Array(firstCapacity).fill(none)
  let used = 0
  let holders = new Int32Array(firstCapacity)
  let nexts = new Int32Array(firstCapacity)
  let links = 0
  /** Chain of links that are free again. */
  let free = none
  const empty = -2

  const placeOf = (number: number): number => {
    const mask = numbers.length - 1
    let place = Math.imul(number ^ (number >>> 15), 0x9e3779b1) & mask
    while (heads[place] !== none && numbers[place] !== number) place = (place + 1) & mask
    return place
  }

  const grow = (): void => {
    const [oldNumbers, oldHeads] = [numbers, heads]
    numbers = new Uint32Array(oldNumbers.length * 2)
    heads = new Int32Array(numbers.length).fill(none)
    used = 0
    oldHeads.forEach((head, at) => {
      if (head < 0) return
      const place = placeOf(oldNumbers[at]!)
      numbers[place] = oldNumbers[at]!
      heads[place] = head
      used++
    })
  }

  const newLink = (): number => {
    if (free !== none) {
      const link = free
      free = nexts[link]!
      return link
    }
    if (links === holders.length) {
      const wider = (old: Int32Array): Int32Array<ArrayBuffer> => {
        const all = new Int32Array(Math.ceil(old.length * 1.5))
        all.set(old)
        return all
      }
      holders = wider(holders)
      nexts = wider(nexts)
    }
    return links++
  }

  return {
    add: (number, holder) => {
      if (used > numbers.length * fullAt) grow()
      const place = placeOf(number)
      if (heads[place] === none) {
        numbers[place] = number
        used++
      }
      const link = newLink()
      holders[link] = holder
      nexts[link] = heads[place]! < 0 ? none : heads[place]!
      heads[place] = link
    },
    remove: (number, holder) => {
      const place = placeOf(number)
      let before = none
      for (let link = heads[place]!; link >= 0; before = link, link = nexts[link]!) {
        if (holders[link] !== holder) continue
        const after = nexts[link]!
        if (before === none) heads[place] = after === none ? empty : after
        else nexts[before] = after
        nexts[link] = free
        free = link
        return
      }
    },
    holdersOf: (number) => {
      const out: number[] = []
      for (let link = heads[placeOf(number)]!; link >= 0; link = nexts[link]!) out.push(holders[link]!)
      return out
    },
  }
}
