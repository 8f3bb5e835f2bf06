import { describe, expect, it } from 'vitest'
import { extractArticle } from './extract.ts'

const read = (html: string, url: string | null = null) => {
  const { article, diagnostics } = extractArticle({
    bytes: Buffer.from(html),
    kind: 'page',
    name: 'x',
    url,
    title: null,
    published: null,
    today: null,
  })
  return [article.pageKind, ...diagnostics.map(({ rule }) => rule)]
}

const page = (title: string, body: string, head = ''): string =>
  `<html lang=de><head><title>${title}</title>${head}</head><body>
  <nav><a href=/a>Politik</a><a href=/b>Sport</a></nav>${body}<footer>Impressum</footer></body></html>`

const prose = [
  'Der Kreistag hat am Donnerstag den Bau der Umgehung beschlossen, über die seit Jahren gestritten wird.',
  'Die Arbeiten sollen im Frühjahr beginnen und zwei Jahre dauern, sagte der Landrat nach der Sitzung.',
  'Anwohner hatten bis zuletzt gegen die Pläne geklagt; über eine Klage ist noch nicht entschieden.',
]
const article = (title: string, more = ''): string =>
  `<article><h1>${title}</h1>${prose.map((text) => `<p>${text}</p>`).join('')}${more}</article>`

const subjects = 'Hafen Brücke Schule Museum Bahnhof Rathaus Markt Theater Freibad Kanal Turm Wald'.split(' ')
const headline = (word: string): string => `Rat berät am Montag noch einmal über ${word}`
const teasers = subjects
  .map(
    (word) =>
      `<div class=item><h3><a href=/${word}>${headline(word)}</a></h3><span>12.05.2025</span><p>Zu ${word} liegt ein neues Gutachten vor, das mehr Fragen stellt, als es beantwortet.</p></div>`,
  )
  .join('')
const links = subjects.map((word) => `<li><a href=/${word}>${headline(word)}</a></li>`).join('')

describe('what is no article', () => {
  it.each([
    ['a code', page('404', '<h1>404</h1><p>Hier ist nichts.</p>'), 'error'],
    ['a code with words', page('Fehler 404 - Blatt', '<h1>Fehler 404</h1><p>Das tut uns leid.</p>'), 'error'],
    [
      'a missing page',
      page('Blatt', '<h1>Seite nicht gefunden</h1><p>Nutzen Sie bitte unsere Suche.</p>'),
      'error',
    ],
    [
      'a missing page in a sentence',
      page('Blatt', '<main><p>Die von Ihnen gesuchte Seite konnte leider nicht gefunden werden.</p></main>'),
      'error',
    ],
    [
      'an article that is gone',
      page('Artikel nicht mehr verfügbar | Blatt', '<p>Er wurde gelöscht.</p>'),
      'error',
    ],
    ['a refusal', page('403 Forbidden', '<h1>403 Forbidden</h1>'), 'error'],
    ['an English one', page('Page not found', '<h1>Sorry, this page could not be found.</h1>'), 'error'],
    [
      'a form to log in',
      page(
        'Anmelden | Blatt',
        '<h1>Anmelden</h1><form><p>E-Mail</p><input name=u><input type="password"></form>',
      ),
      'login',
    ],
    ['a page of a section', page('Lokales | Blatt', `<h1>Lokales</h1>${teasers}`), 'index'],
    [
      'results of a search',
      page(
        'Suche nach Brücken | Blatt',
        `<h1>Suche nach Brücken</h1><ul>${links}</ul>`,
        '<script type="application/ld+json">{"@type":"SearchResultsPage"}</script>',
      ),
      'index',
    ],
    [
      'a question for consent',
      page(
        'Rat beschließt Umgehung | Blatt',
        '<div><h2>Blatt mit Werbung lesen</h2><p>Um Werbung zu zeigen, speichern wir Cookies, wenn Sie zustimmen.</p><button>Zustimmen</button><a href=/pur>Zum Pur-Abo</a></div>',
      ),
      'wall',
    ],
  ])('%s', (_, html, kind) => expect(read(html)).toEqual([kind, `article/${kind}`]))

  it('the front page, by its address', () => {
    const front = page('Blatt', `<h1>Blatt</h1><ul>${links}</ul><p>${prose[0]}</p>`)
    expect(read(front, 'https://www.blatt.example/?utm_source=x')[0]).toBe('index')
    expect(read(front, 'https://www.blatt.example/index.html')[0]).toBe('index')
    expect(read(front, 'https://www.blatt.example/?p=12')[0]).toBe('article')
  })
})

describe('what is an article nevertheless', () => {
  it.each([
    ['with a number like a code', page('404 Euro mehr für Pfleger', article('404 Euro mehr für Pfleger'))],
    ['about a fault', page('Fehler im System', article('Fehler im System'))],
    [
      'about missing pages',
      page(
        'Seite nicht gefunden',
        article('Seite nicht gefunden', prose.map((text) => `<p>Und: ${text} ${text}</p>`).join('')),
      ),
    ],
    [
      'about an enrolment, with a form in the margin',
      page(
        'Anmeldung zur Impfung beginnt',
        `${article('Anmeldung zur Impfung beginnt', prose.map((text) => `<p>Auch dies: ${text} ${text}</p>`).join(''))}<aside><form><input type=password></form></aside>`,
      ),
    ],
    [
      'with many links beside it',
      page('Kreis baut die Umgehung', `${article('Kreis baut die Umgehung')}${teasers}`),
    ],
    [
      'with a banner for cookies',
      page('Kreis baut', `${article('Kreis baut')}<div>Wir nutzen Cookies, wenn Sie zustimmen.</div>`),
    ],
    [
      'with books to read on',
      page('Kreis baut', article('Kreis baut', '<p>Zum Weiterlesen: Die Straße, Verlag am Ort.</p>')),
    ],
  ])('%s', (_, html) => expect(read(html)).toEqual(['article']))
})

describe('an article that is not all there', () => {
  const cut = `<article><h1>Kreis baut die Umgehung</h1><p>${prose[0]}</p>`
  it.each([
    [
      'by its data',
      page(
        'Kreis baut',
        cut,
        '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false}</script>',
      ),
    ],
    [
      'by what it asks',
      page(
        'Kreis baut',
        `${cut}<div>Jetzt weiterlesen mit Blatt plus. Sechs Wochen für einen Euro.</div></article>`,
      ),
    ],
    [
      'by what it asks, otherwise',
      page('Kreis baut', `${cut}<p>Diesen Artikel jetzt freischalten</p></article>`),
    ],
    ['in English', page('County builds', `${cut}<div>Subscribe to continue reading</div></article>`)],
  ])('%s', (_, html) => {
    expect(read(html)).toEqual(['article', 'article/paywall'])
  })
})
