import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { appendFolded, emptyBuilder, mapped } from '../../html/mapped-text.ts'
import { sourceSpan } from '../../html/source-span.ts'
import { extractArticle } from './extract.ts'

const about = { name: 'x', url: null, title: null, published: null, today: null }
const read = (text: string, kind: 'page' | 'text' | null) =>
  extractArticle({ ...about, bytes: Buffer.from(text), kind })

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

/** Markup of all kinds around words that are told apart by their numbers. */
const wild = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.integer({ min: 1, max: 999 }).map((n) => ` Wort${n} `) },
      {
        weight: 2,
        arbitrary: sentence.map((text) => `<p>${text.replaceAll('ü', '&uuml;')}</p>`),
      },
      fc.constantFrom(
        ...[
          'div',
          'p',
          'b',
          'a href=/x',
          'li',
          'ul',
          'table',
          'td',
          'tr',
          'h1',
          'h2',
          'blockquote',
          'figure',
        ].map((name) => `<${name}>`),
      ),
      fc.constantFrom(
        ...['div', 'p', 'b', 'a', 'li', 'ul', 'table', 'td', 'h2', 'figure', 'br'].map(
          (name) => `</${name}>`,
        ),
      ),
      fc.constantFrom(
        '<br><br>',
        '&nbsp;',
        '&shy;',
        '&amp;',
        '\n',
        '<!-- Wort0 -->',
        '<script>Wort0</script>',
        ' 14:30 Uhr ',
      ),
      fc.constantFrom(
        '<div class=related>',
        '<aside>',
        '<span class=author>',
        '<time datetime="2025-05-12T10:00">',
      ),
    ),
    { maxLength: 60 },
  )
  .map((pieces) => pieces.join(''))

const wordsIn = (source: string): string => {
  const builder = emptyBuilder()
  const plain = source.replaceAll(/<[^>]*>/gu, '')
  appendFolded(builder, plain, 0, plain.length, true)
  return mapped(builder).text
}

describe('any page', () => {
  it('gives, block by block, words that stand on it, and where', () => {
    let blocks = 0
    fc.assert(
      fc.property(wild, (html) => {
        const { article, decoded } = read(html, 'page')
        let end = 0
        const wrong: string[] = []
        for (const block of article.blocks) {
          if (block.start < end || block.end <= block.start) wrong.push(`block ${block.start}`)
          end = block.end
          const text = article.text.slice(block.start, block.end)
          for (const { 0: found, index } of text.matchAll(/\S+/gu)) {
            const at = block.start + index
            const span = sourceSpan(article.map, at, at + found.length)
            if (wordsIn(decoded.slice(span.start, span.end)) !== found) wrong.push(found)
          }
        }
        blocks += article.blocks.length
        expect(wrong).toEqual([])
        expect(article.text).not.toContain('Wort0 ')
      }),
      { numRuns: 300 },
    )
    expect(blocks).toBeGreaterThan(300)
  })

  it('is read in other encodings as in UTF-8, and its words stand in the bytes', () => {
    fc.assert(
      fc.property(report, fc.constantFrom('latin1', 'utf16le', 'utf8'), (paragraphs, encoding) => {
        const html = `<meta charset=${encoding === 'latin1' ? 'iso-8859-1' : encoding}>${page(paragraphs)}`
        const bytes = Buffer.from(encoding === 'utf16le' ? `\ufeff${html}` : html, encoding as BufferEncoding)
        const { article } = extractArticle({ ...about, bytes, kind: 'page' })
        expect(article.text).toBe(read(page(paragraphs), 'page').article.text)
        for (const { start, end } of article.blocks)
          expect(
            bytes.includes(Buffer.from(article.text.slice(start, end), encoding as BufferEncoding)),
          ).toBe(true)
      }),
      { numRuns: 60 },
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

  const unrelated = fc.constantFrom(
    '<footer><p>Impressum und Datenschutz. Alle Rechte vorbehalten.</p></footer>',
    '<aside><h2>Meistgelesen</h2><ul><li><a href="/a">Hafen wird ausgebaut</a></li></ul></aside>',
    '<div class="comments"><p>Ich finde das gut, dass der Rat endlich etwas tut für die Stadt.</p></div>',
    '<nav><a href="/">Start</a><a href="/p">Politik</a></nav>',
    '<div class="newsletter"><p>Unser Newsletter: alles Wichtige aus der Stadt, jeden Morgen um sechs.</p></div>',
    '<form><label>Suche</label><input name=q><button>Los</button></form>',
    '<div id="cookie-banner"><p>Wir nutzen Cookies. Mit Ihrer Zustimmung messen wir, was gelesen wird.</p></div>',
    '<script>var a = "<p>Der Rat tagt nicht.</p>"</script>',
    '<p>© Nordblick</p>',
    '<div class="related"><a href="/x">Fähre fällt aus</a><a href="/y">Kräne für den Ostkai</a></div>',
  )

  it('loses no paragraph when blocks are put before or after the article', () => {
    fc.assert(
      fc.property(
        report,
        fc.array(unrelated, { maxLength: 3 }),
        fc.array(unrelated, { maxLength: 3 }),
        (paragraphs, before, after) => {
          const alone = read(page(paragraphs), 'page').article.text
          const html = page(paragraphs, after.join('')).replace('<body>', `<body>${before.join('')}`)
          expect(read(html, 'page').article.text).toBe(alone)
        },
      ),
      { numRuns: 150 },
    )
  })
})

describe('a scraped text', () => {
  const unrelated = fc.constantFrom(
    'Weitere Meldungen\n12.05.2025 Hafen wird ausgebaut\n11.05.2025 Fähre fällt aus',
    'Impressum | Datenschutz | AGB',
    'Kommentare\nIhr Kommentar',
    '© Nordblick 2025. Alle Rechte vorbehalten.',
    'Teilen\nFacebook\nWhatsApp',
  )
  it('loses no paragraph when lines are put before or after it', () => {
    fc.assert(
      fc.property(
        report,
        fc.array(unrelated, { maxLength: 2 }),
        fc.array(unrelated, { maxLength: 3 }),
        (paragraphs, before, after) => {
          const alone = ['Rat berät über die Brücke am Markt', ...paragraphs]
          const text = [...before, ...alone, ...after].join('\n\n')
          const found = read(text, 'text').article.text
          for (const one of paragraphs) expect(found).toContain(one)
          expect(found).not.toContain('Impressum')
        },
      ),
      { numRuns: 150 },
    )
  })
})
