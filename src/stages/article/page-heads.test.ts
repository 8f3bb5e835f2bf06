import { expect, it } from 'vitest'
import { extractArticle } from './extract.ts'

const read = (html: string) =>
  extractArticle({
    bytes: Buffer.from(html),
    kind: 'page',
    name: 'x',
    url: null,
    title: null,
    published: null,
    today: null,
  }).article

const page = (kicker: string, head = '', byline = ''): string =>
  `<html><head><title>Rat berät über die Brücke</title>${head}</head><body><article><p class=kicker>${kicker}</p>
  <h1>Rat berät über die Brücke</h1>${byline}<p>Der Rat hat am Montag über die Brücke beraten, die seit zwei Jahren gesperrt ist.</p>
  <p>Die Arbeiten sollen im Herbst beginnen, sagte die Bürgermeisterin nach der Sitzung.</p></article></body></html>`

it.each([
  ['Hafen', 'Hafen'],
  ['<a href=/p>Politik</a><span>Russland</span>', 'Politik · Russland'],
  ['<b>Hafen</b>20. Juni 2019', 'Hafen'],
  ['– Hafen –', 'Hafen'],
  ['News', null],
])('kicker %s', (given, expected) => {
  const { kicker, text } = read(page(given))
  expect(kicker).toBe(expected)
  expect(text).not.toContain('Hafen')
})

it.each([
  ['Nordblick', 'Nordblick'],
  ['https://www.nordblick.example/', 'nordblick.example'],
  ['Rat berät über die Brücke | Nordblick', null],
])('publisher %s', (given, expected) => {
  expect(read(page('Hafen', `<meta property="og:site_name" content="${given}">`)).publisher).toBe(expected)
})

const author = (value: string): string =>
  `<script type="application/ld+json">{"@type":"NewsArticle","headline":"Rat berät über die Brücke","author":${value}}</script>`

it.each([
  ['of the data', author('[{"@type":"Person","name":"Jana Petersen"}]'), '', ['Jana Petersen'], []],
  [
    'of the data, without organisations',
    author(
      '[{"@type":"Organization","name":"Helms Klima"},{"@type":"Organization","name":"dpa"},{"name":"Ole Holm"}]',
    ),
    '',
    ['Ole Holm'],
    ['dpa'],
  ],
  ['of meta tags', '<meta name=author content="Jana Petersen, dpa">', '', ['Jana Petersen'], ['dpa']],
  ['of a byline', '', '<p>Von Jana Petersen und Ole Holm, Emden</p>', ['Jana Petersen', 'Ole Holm'], []],
  ['of an element named so', '', '<div class=author>Jana Petersen</div>', ['Jana Petersen'], []],
  [
    'with a date',
    '',
    '<div class="post-author"><span class=author>Jana Petersen 3. März 2025</span></div>',
    ['Jana Petersen'],
    [],
  ],
  ['no desk', '', '<div class=author>Redaktion Hafen</div>', [], []],
  ['nobody below', '', '</article><article><div class=author>Jana Petersen</div>', [], []],
])('authors %s', (_, head, byline, authors, agencies) => {
  const below = byline.startsWith('</article>')
  const html = below
    ? page('Hafen', head).replace('</body>', `${byline}</body>`)
    : page('Hafen', head, byline)
  expect(read(html)).toMatchObject({ authors, agencies })
})
