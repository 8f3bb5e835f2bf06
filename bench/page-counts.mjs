// What the shared scorers count on one page, so that pages can be drawn anew: passages, days, words of the body.
// Their sums give the headline of the scorer; articles.mjs checks that they do.

const microF1 = (pages) => {
  let [tp, fp, fn] = [0, 0, 0]
  for (const page of pages) {
    tp += page.tp
    fp += page.fp
    fn += page.fn
  }
  return (200 * tp) / (2 * tp + fp + fn || 1)
}

const fold = (text) => (text ?? '').normalize('NFC').replaceAll(/\s+/gu, ' ').trim()

const segments = {
  count: (gold, article) => {
    const text = fold(article.text)
    const found = (passage) => text.includes(fold(passage))
    const wanted = gold.with ?? []
    const tp = wanted.filter(found).length
    return { tp, fn: wanted.length - tp, fp: (gold.without ?? []).filter(found).length }
  },
  value: microF1,
}

const dates = {
  count: (gold, article) => {
    const got = article.published?.edtf ?? null
    const right = got !== null && got.slice(0, 10) === (gold.gold?.published ?? gold.published)
    return { tp: Number(right), fp: Number(got !== null && !right), fn: Number(got === null) }
  },
  value: microF1,
}

/** @param lib `score/lib.mjs` of the shared scorers */
const bodies = ({ words, bagPrf }) => ({
  count: (gold, { text = '', lead }) => {
    const want = words((gold.gold ?? gold).body)
    const own = words(lead).join(' ')
    const whole = own !== '' && !words(text).join(' ').includes(own) ? `${lead}\n${text}` : text
    return want.length > 20 ? { f: bagPrf(want, words(whole)).f, pages: 1 } : { f: 0, pages: 0 }
  },
  value: (pages) =>
    (100 * pages.reduce((sum, { f }) => sum + f, 0)) /
    (pages.reduce((sum, page) => sum + page.pages, 0) || 1),
})

/** The counts of one scorer: `count(gold row, article)`, `value(counts of pages)` → its headline. */
export const countsOf = (scorer, lib) => ({ segments, dates })[scorer] ?? bodies(lib)
