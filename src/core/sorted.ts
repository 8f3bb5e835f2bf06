/** Order of two texts by code unit, for sorting. */
export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** First index of a sorted list that is not before what is looked for; its length where all are. */
export const firstIndex = <T>(list: readonly T[], isBefore: (item: T) => boolean): number => {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (isBefore(list[middle]!)) low = middle + 1
    else high = middle
  }
  return low
}
