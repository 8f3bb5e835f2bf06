// How sure a figure over some pages is: 95 % bootstrap intervals, and of the difference of two extractors on the same pages.
// B. Efron, R. J. Tibshirani, An Introduction to the Bootstrap (1993), percentile intervals; pages are drawn, not passages.

const draws = 1000

/** A small generator with a fixed seed (mulberry32), so that a run can be repeated. */
const randomFrom = (seed) => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

const between = (values) => {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]
  return [at(0.025), at(0.975)]
}

/**
 * @param byName extractor → counts of each page, in the same order of pages
 * @param figureOf counts of some pages → the figure
 * @returns extractor → its interval and that of `first` minus it; zero outside the second means a difference
 */
export const intervalsOf = (byName, figureOf, first) => {
  const names = Object.keys(byName)
  const size = byName[first].length
  const random = randomFrom(1)
  const values = Object.fromEntries(names.map((name) => [name, []]))
  for (let draw = 0; draw < draws; draw++) {
    const pages = Array.from({ length: size }, () => Math.floor(random() * size))
    for (const name of names) values[name].push(figureOf(pages.map((page) => byName[name][page])))
  }
  return Object.fromEntries(
    names.map((name) => [
      name,
      {
        interval: between(values[name]),
        lead: name === first ? null : between(values[first].map((value, i) => value - values[name][i])),
      },
    ]),
  )
}
