import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { appendFolded, emptyBuilder, mapped } from '../../html/mapped-text.ts'
import { sourceSpan } from '../../html/source-span.ts'
import { extractArticle } from './extract.ts'

const read = (text: string, kind: 'page' | 'text' | null) =>
  extractArticle({
    bytes: Buffer.from(text),
    kind,
    name: 'x',
    url: null,
    title: null,
    published: null,
    today: null,
  })

const word = fc.constantFrom(
  'Der',
  'Rat',
  'hat',
  'am',
  'Montag',
  'über',
  'die',
  'Brücke',
  'beraten',
  'und',
  'Geld',
  'bewilligt',
)
const sentence = fc.array(word, { minLength: 12, maxLength: 30 }).map((words) => `${words.join(' ')}.`)
const paragraph = fc.array(sentence, { minLength: 2, maxLength: 4 }).map((sentences) => sentences.join(' '))
const report = fc.uniqueArray(paragraph, { minLength: 3, maxLength: 6 })
const page = (paragraphs: readonly string[], after = ''): string =>
  `<html><body><article><h1>Rat berät über die Brücke am Markt</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('')}</article>${after}</body></html>`
const markup = fc
  .array(
    fc.oneof(
      fc.string(),
      fc.constantFrom(
        '<p>',
        '</p>',
        '<div',
        '>',
        '</div>',
        '<a href="',
        '"',
        '&amp;',
        '&#x',
        ';',
        '<script>',
        '</script>',
        '<!--',
        '-->',
        '<b>',
        '<table><td>',
      ),
    ),
  )
  .map((pieces) => pieces.join(''))

describe('whatever the bytes are', () => {
  it.each(['page', 'text', null] as const)('gives a reading as %s', (kind) => {
    fc.assert(
      fc.property(markup, (text) => {
        const { article, decoded } = read(text, kind)
        for (const { start, end } of article.blocks) {
          expect(article.text.slice(start, end).length).toBe(end - start)
          const span = sourceSpan(article.map, start, end)
          expect(span.start).toBeGreaterThanOrEqual(0)
          expect(span.end).toBeLessThanOrEqual(decoded.length)
        }
      }),
      { numRuns: 150 },
    )
  })
})

describe('a page', () => {
  it('gives back, through the map, the words that stand in the capture', () => {
    fc.assert(
      fc.property(report, (paragraphs) => {
        const { article, decoded } = read(
          page(paragraphs.map((text) => text.replaceAll('ü', '&uuml;').replaceAll(' und ', '\n  und '))),
          'page',
        )
        expect(article.blocks.length).toBeGreaterThan(0)
        for (const { start, end } of article.blocks) {
          const span = sourceSpan(article.map, start, end)
          const again = emptyBuilder()
          appendFolded(again, decoded, span.start, span.end, true)
          expect(mapped(again).text).toBe(article.text.slice(start, end))
        }
      }),
      { numRuns: 60 },
    )
  })

  it('loses no paragraph when a block is put after the article', () => {
    const blocks = fc.constantFrom(
      '<footer><p>Impressum und Datenschutz. Alle Rechte vorbehalten.</p></footer>',
      '<aside><h2>Meistgelesen</h2><ul><li><a href="/a">Hafen wird ausgebaut</a></li></ul></aside>',
      '<div class="comments"><p>Ich finde das gut, dass der Rat endlich etwas tut für die Stadt.</p></div>',
    )
    fc.assert(
      fc.property(report, blocks, (paragraphs, after) => {
        const alone = read(page(paragraphs), 'page').article.text
        expect(read(page(paragraphs, after), 'page').article.text).toBe(alone)
      }),
      { numRuns: 60 },
    )
  })
})
