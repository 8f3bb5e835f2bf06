import { describe, expect, it } from 'vitest'
import { sourceSpan } from '../../html/source-span.ts'
import { extractArticle } from './extract.ts'

const read = (html: string) =>
  extractArticle({
    bytes: Buffer.from(`<!doctype html><title>Hafen wird tiefer</title><body>${html}`),
    kind: 'page',
    name: 'x.html',
    url: null,
    title: null,
    published: null,
    today: null,
  })

const first = 'Der Hafen in Wismar wird um zwei Meter vertieft, wie das Land am Montag „endlich“ mitteilte. '
  .repeat(3)
  .trim()
const second = 'Die Arbeiten kosten nach Angaben des Ministers mehr als hundert Millionen Euro. '
  .repeat(3)
  .trim()
const copy = (body: string) =>
  `<script type="application/ld+json">{"@type":"NewsArticle","headline":"Hafen wird tiefer","articleBody":"${body}"}</script>`

describe('text that only the structured data hold', () => {
  it.each([
    ['line breaks', `${first}\\n\\n${second}`],
    ['tags', `<p>${first}<\\/p><p class='x'>${second}<\\/p>`],
    ['escapes', `${first.replaceAll('ü', '\\u00fc').replaceAll('„', '\\u201e')}\\r\\n${second}`],
    ['references', `${first.replaceAll('ü', '&uuml;')}\\n${second}`],
  ])('is the text, written with %s', (_, body) => {
    const { article, diagnostics } = read(`${copy(body)}<h1>Hafen wird tiefer</h1><div id="app"></div>`)
    expect(article.text).toBe(`${first}\n\n${second}`)
    expect(article.pageKind).toBe('article')
    expect(diagnostics.map(({ rule }) => rule)).toContain('article/structured-body')
  })

  it('knows where its words stand in the capture', () => {
    const { article, decoded } = read(
      `${copy(`${first.replaceAll('ü', '\\u00fc')}\\n${second}`)}<h1>Hafen wird tiefer</h1>`,
    )
    const at = article.text.indexOf('Arbeiten')
    const { start, end } = sourceSpan(article.map, at, at + 'Arbeiten'.length)
    expect(decoded.slice(start, end)).toBe('Arbeiten')
  })

  it('is not taken where the page shows its text', () => {
    const { article } = read(
      `${copy(`${first}\\n${second}\\nNur in der Kopie.`)}<h1>Hafen wird tiefer</h1><div><p>${first}</p><p>${second}</p></div>`,
    )
    expect(article.text).toBe(`${first}\n\n${second}`)
  })

  it('is taken where a wall shows the beginning', () => {
    const { article } = read(
      `${copy(`${first}\\n${second}`)}<h1>Hafen wird tiefer</h1><div><p>${first.slice(0, 90)}</p></div>`,
    )
    expect(article.text).toBe(`${first}\n\n${second}`)
  })

  it('is left where its string never ends', () => {
    expect(read(`<h1>Hafen</h1>${copy(first).replace(/"\}<.*$/u, '</script>')}`).article.text).toBe('')
  })
})
