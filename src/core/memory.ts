/**
 * What was found out about keys before, kept within bounds: two generations of at most `size` entries. What was asked
 * for since the last change of generation stays, so that the common words of a language are found out once and for
 * all; a memory that is emptied when it is full forgets them with the rare ones. Values are never undefined.
 */
export class Memory<K, V> {
  readonly #size: number
  #young = new Map<K, V>()
  #old = new Map<K, V>()

  constructor(size: number) {
    this.#size = size
  }

  get(key: K): V | undefined {
    const known = this.#young.get(key)
    if (known !== undefined) return known
    const kept = this.#old.get(key)
    if (kept !== undefined) this.set(key, kept)
    return kept
  }

  set(key: K, value: V): void {
    if (this.#young.size >= this.#size) {
      this.#old = this.#young
      this.#young = new Map()
    }
    this.#young.set(key, value)
  }
}

/** A function that remembers what it found. */
export const remembering = <K, V>(size: number, find: (key: K) => V): ((key: K) => V) => {
  const memory = new Memory<K, V>(size)
  return (key) => {
    const known = memory.get(key)
    if (known !== undefined) return known
    const found = find(key)
    memory.set(key, found)
    return found
  }
}
