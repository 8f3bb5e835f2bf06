/** Pages made to cost much. Work is counted, not timed: twice the page may be twice the work. */
import { describe, expect, it } from 'vitest'
import { workOf } from '../../../test/support/work.ts'
import { openContainer } from './containers.ts'
import { extractArticle } from './extract.ts'

const read = (text: string, kind: 'page' | 'text') =>
  extractArticle({
    bytes: Buffer.from(text),
    kind,
    name: 'x',
    url: null,
    title: null,
    published: null,
    today: '2026-01-01',
  })

const prose =
  '<p>Der Rat hat am Montag über die Brücke beraten, und er hat Geld bewilligt, sagte Frau Holm.</p>'
const line = 'Der Rat hat am Montag über die Brücke beraten, und er hat Geld bewilligt, sagte Frau Holm.\n'
const numbered = (count: number, each: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => each(index)).join('')

const pages: readonly (readonly [string, (count: number) => string])[] = [
  ['nested blocks', (n) => `${'<div>'.repeat(n)}${prose}${'</div>'.repeat(n)}`],
  ['unclosed inline markup', (n) => '<p><b>x'.repeat(n)],
  ['unclosed lists', (n) => '<ul><li>x'.repeat(n)],
  ['unclosed tables', (n) => '<table><tr><td>x'.repeat(n)],
  ['unclosed quotations', (n) => `<blockquote>${line}`.repeat(n)],
  ['inline script', (n) => `<script>${'a("<p>x</p>");\n'.repeat(n)}</script>${prose}`],
  ['structured data', (n) => `<script type="application/ld+json">{"@type":"Article"}</script>`.repeat(n)],
  ['broken structured data', (n) => `<script type="application/ld+json">${'{"@type":['.repeat(n)}</script>`],
  ['attributes', (n) => `<p ${numbered(n, (i) => `data-a${i}="b" `)}class=c>${prose}`],
  ['class names', (n) => numbered(n, (i) => `<div class="a${i} related-b${i}">x</div>`) + prose],
  ['names in one class', (n) => `<div class="${numbered(n, (i) => `related-${i} `)}">${prose}</div>`],
  ['entities', (n) => `<p>${'&amp;&lt;&#65;'.repeat(n)}</p>`],
  [
    'entities of entities',
    (n) => `<!DOCTYPE x [${numbered(n, (i) => `<!ENTITY a${i + 1} "&a${i};&a${i};">`)}]><p>&a${n};</p>`,
  ],
  ['ampersands', (n) => `<p>${'&'.repeat(n)}</p>`],
  ['dates', (n) => '<p>12.05.2025, 14:30 Uhr</p>'.repeat(n)],
  ['named dates', (n) => '<span class=date>12.05.2025</span> '.repeat(n)],
  ['time elements', (n) => '<time datetime="2025-05-12T14:30:00">x</time>'.repeat(n)],
  ['dates in meta tags', (n) => `<meta property="article:published_time" content="2025-05-12">`.repeat(n)],
  ['headlines', (n) => '<h1>Der Rat tagt über die Brücke</h1>'.repeat(n) + prose],
  ['links', (n) => '<a href=/x>Der Rat tagt über die Brücke im Mai</a><br><br>'.repeat(n)],
  [
    'breaks',
    (n) => numbered(n, (i) => `Der Rat tagt zum ${i}. Mal über die Brücke, und das dauert.<br><br>`),
  ],
  ['paragraphs', (n) => numbered(n, (i) => prose.replace('Montag', `Montag ${i}`))],
  [
    'entries of a ticker',
    (n) =>
      `<h1>Im Liveticker</h1>${numbered(n, (i) => `<p>14:${10 + (i % 50)} Uhr</p>${prose.replace('Rat', `Rat ${i}`)}`)}`,
  ],
  ['marks in the title', (n) => `<title>${'a | '.repeat(n)}</title>${prose}`],
  ['signs', (n) => '< <<'.repeat(n)],
  ['comments', (n) => 'x<!--'.repeat(n)],
]
const texts: readonly (readonly [string, (count: number) => string])[] = [
  ['letters', (n) => 'a\n'.repeat(n)],
  ['paragraphs', (n) => numbered(n, (i) => `${line.replace('Rat', `Rat ${i}`)}\n`)],
  ['headlines', (n) => numbered(n, (i) => `Der Rat tagt zum ${i}. Mal\n`)],
  ['days', (n) => '12.05.2025\n'.repeat(n)],
  ['items', (n) => '- Der Rat tagt heute über die neue Brücke\n'.repeat(n)],
  ['times', (n) => numbered(n, (i) => `14:${10 + (i % 50)} Uhr: ${line}`)],
  ['one line', (n) => 'Der Rat tagt. '.repeat(n)],
  ['brackets', (n) => '('.repeat(n)],
]
const feeds: readonly (readonly [string, (count: number) => string])[] = [
  ['nested tags', (n) => `<rss><item>${'<a>'.repeat(n)}`],
  ['entries that nobody closes', (n) => `<feed>${'<entry><title>x'.repeat(n)}`],
  ['tags that nobody opened', (n) => `<feed><entry>${'<b>'.repeat(n)}${'</c>'.repeat(n)}`],
  ['data that nobody closes', (n) => `<rss><item><title>${'<![CDATA['.repeat(n)}`],
  [
    'items',
    (n) => `<rss>${'<item><title>Rat</title><description>Der Rat tagt.</description></item>'.repeat(n)}`,
  ],
]

/** Enough that what is quadratic shows. */
const count = 1500
const growth = (run: (text: string) => void, make: (count: number) => string): number => {
  const [small, large] = [make(count), make(2 * count)]
  run(large)
  return workOf(() => run(large)) / workOf(() => run(small))
}
/** Twice as much, and something for what is done once. */
const linear = 2.2

describe('twice as much is at most twice the work', () => {
  it.each(pages)('page of %s', (_, make) => {
    expect(growth((text) => void read(text, 'page'), make)).toBeLessThan(linear)
  })
  it.each(texts)('text of %s', (_, make) => {
    expect(growth((text) => void read(text, 'text'), make)).toBeLessThan(linear)
  })
  it.each(feeds)('feed of %s', (_, make) => {
    const run = (text: string): void => void openContainer(Buffer.from(text), 'x.xml')
    expect(growth(run, make)).toBeLessThan(linear)
  })

  it('would see four times the work', () => {
    const run = (text: string): void => {
      for (let i = 0; i < text.length; i += 100) read(text, 'text')
    }
    expect(growth(run, (n) => 'a\n'.repeat(n))).toBeGreaterThan(3.5)
  })
})

describe('however large, the article stays and the rest is small', () => {
  it.each([
    ['nested tags', `${'<div>'.repeat(100_000)}${prose}`],
    ['20 MB of script', `<script>${'a("<p>x</p>");\n'.repeat(1_400_000)}</script>${prose}`],
    [
      '20 MB of structured data',
      `<script type="application/ld+json">{"@type":"Article","articleBody":"${'Der Rat tagt. '.repeat(1_400_000)}"}</script>${prose}`,
    ],
    ['a million attributes', `<p ${'data-a="b" '.repeat(1_000_000)}>${prose}`],
    ['headlines', '<h1>Der Rat tagt über die Brücke</h1>'.repeat(50_000) + prose],
  ])('%s', (_, page) => {
    const { article } = read(page, 'page')
    expect(article.text).toBe(prose.slice(3, -4))
    expect(article.furniture.length).toBeLessThanOrEqual(400)
    expect(article.map.text.length).toBeLessThan(100)
  })

  it('two million lines are read to a bound, and it says so', () => {
    const { article, diagnostics } = read(`${line.repeat(3)}${'a\n'.repeat(2_000_000)}`, 'text')
    expect(article.text).toContain('Der Rat hat am Montag')
    expect(diagnostics.map(({ rule }) => rule)).toEqual(['article/too-many-lines'])
  })
})
