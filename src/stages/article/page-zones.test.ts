import { describe, expect, it } from 'vitest'
import { extractArticle } from './extract.ts'

const read = (html: string) =>
  extractArticle({
    bytes: Buffer.from(`<!doctype html><title>Deich wird erhöht</title><body>${html}`),
    kind: 'page',
    name: 'x.html',
    url: null,
    title: null,
    published: null,
    today: null,
  }).article.text

const one =
  'Der Deich an der Elbe wird bis zum nächsten Frühjahr um einen halben Meter erhöht, teilte der Landkreis am Montag mit.'
const two =
  'Die Kosten trägt zum größten Teil das Land, den Rest zahlen die Gemeinden am Fluss, die der Plan vor Hochwasser schützt.'
const three =
  'Im Sommer hatten Fachleute an mehreren Stellen Schäden gefunden, die nach ihren Angaben von Bibern herrühren.'
const body = [one, two, three].join('\n\n')
const paragraphs = (...texts: string[]) => texts.map((text) => `<p>${text}</p>`).join('')

describe('a part whose name tells of something else than the article that it holds', () => {
  it('keeps the names of what stands within it', () => {
    expect(
      read(
        `<div class="page-with sidebar"><h1>Deich wird erhöht</h1>${paragraphs(one)}<figure><img><figcaption>Der Deich bei Lauenburg im Mai, nach dem Hochwasser.</figcaption></figure>${paragraphs(two)}<div class="newsletter"><p>Alles aus dem Kreis, jeden Morgen neu, ohne Umwege.</p></div>${paragraphs(three)}</div>`,
      ),
    ).toBe(body)
  })

  it('may stand in pieces of one name', () => {
    expect(
      read([one, two, three].map((text) => `<div class="widget text"><p>${text}</p></div>`).join('')),
    ).toBe(body)
  })

  it('may be a form around the page', () => {
    expect(read(`<form id="aspnet"><div>${paragraphs(one, two, three)}</div></form>`)).toBe(body)
  })

  it('is not the footer where a short report stands in an odd part', () => {
    const imprint =
      'Fragen zum Abonnement beantwortet unser Dienst für Leser an allen Werktagen, von acht Uhr am Morgen bis sechs Uhr am Abend, per Telefon, per Brief oder am Schalter.'
    expect(
      read(
        `<div class="left-side"><h1>Deich wird erhöht</h1>${paragraphs(one, two)}</div><footer>${paragraphs(imprint, `${imprint} Bitte halten Sie die Nummer Ihres Vertrags bereit.`)}</footer>`,
      ),
    ).toBe([one, two].join('\n\n'))
  })
})

describe('an inline element named as furniture', () => {
  it('says nothing of a paragraph that only begins in it', () => {
    expect(
      read(`<div>${paragraphs(`<span class="date">Montag, mittags:</span> ${one}`, two, three)}</div>`),
    ).toContain(one)
  })

  it('says what a block is that has most of its words in it', () => {
    expect(
      read(
        `<div>${paragraphs(one, '<span class="caption">Der Deich bei Lauenburg, wie er im Mai war.</span> Archiv.', two, three)}</div>`,
      ),
    ).toBe(body)
  })
})

describe('words in names', () => {
  it.each([
    'text-about',
    'image-above',
    'before-footer',
    'hidden-xs',
    'no-share',
    'podcast-notes',
    'overflow-hidden',
    'bg-secondary',
  ])('%s is no furniture', (name) => {
    expect(read(`<div>${paragraphs(one, two)}<div class="${name}"><p>${three}</p></div></div>`)).toBe(body)
  })

  it.each(['abo-box', 'abonnement', 'is-hidden hidden', 'secondary', 'print-header', 'd-none d-print-block'])(
    '%s is',
    (name) => {
      expect(read(`<div>${paragraphs(one, two)}<div class="${name}"><p>${three}</p></div></div>`)).toBe(
        [one, two].join('\n\n'),
      )
    },
  )
})

describe('parts by their names', () => {
  const also =
    'Im Nachbarkreis wird der Deich schon seit dem letzten Jahr erhöht, und er wird teurer als gedacht.'

  it('text that opens at a click is text', () => {
    expect(read(`<div>${paragraphs(one, two)}<p class="js_readmore">${three}</p></div>`)).toBe(body)
  })

  it.each([
    [
      'a teaser as Drupal names it',
      `<article class="node node--type-report node--view-mode-teaser"><p>${also}</p></article>`,
    ],
    ['a box about the author', `<div class="row author-box"><div><p>${also}</p></div></div>`],
    ['the next story', `<div class="nextstory"><p>${also}</p></div>`],
    ['the heading of a comment form', '<h2 id="postcomment">Was sagen Sie?</h2><p>Ihr Name:</p>'],
  ])('%s is none', (_, html) => {
    expect(read(`<div>${paragraphs(one, two, three)}${html}</div>`)).not.toMatch(/Nachbarkreis|Was sagen/u)
  })
})

describe('teasers with more prose than a short article', () => {
  it('stay teasers', () => {
    const html = `<h1>Deich wird erhöht</h1><div><p>${one}</p></div><div class="related">${paragraphs(two, `${two} ${three}`, `${three} ${two}`)}</div>`
    expect(read(html)).toBe(one)
  })
})

describe('a page without sentences', () => {
  it('is what is named as its body', () => {
    const html = `<h1>Ergebnisse vom Deichlauf</h1><ul class="x"><li>Verein</li><li>Satzung und Beiträge</li></ul><div class="entry-content"><table><tr><td>1. Nina Muster, Lauenburg</td><td>31:07</td></tr><tr><td>2. Olga Beispiel, Geesthacht</td><td>31:44</td></tr></table></div>`
    const text = read(html)
    expect(text).toContain('Nina Muster')
    expect(text).not.toContain('Satzung')
  })
})

describe('the copy of the article in structured data', () => {
  const also = 'Lesen Sie auch: Wie der Nachbarkreis seinen Deich erhöht'
  const caption = 'Der Deich bei Lauenburg im Mai, nach dem Hochwasser.'
  const copy = `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: 'Deich wird erhöht', articleBody: [one, caption, two, also, three].join(' ') })}</script>`

  it('does not make text of captions and of pointers to other articles', () => {
    const html = `${copy}<h1>Deich wird erhöht</h1><div>${paragraphs(one)}<figure><figcaption>${caption}</figcaption></figure>${paragraphs(two)}<p><a href="/x">${also}</a></p>${paragraphs(three)}</div>`
    expect(read(html)).toBe(body)
  })
})

describe('a section of links', () => {
  it('ends where a list of text begins', () => {
    const item = `${three} ${two} ${one}`
    const html = `<div>${paragraphs(one, two, three)}<h3>Weitere Themen</h3><ul><li><a href="/x">Hochwasser an der Elbe</a></li><li>${item}</li></ul></div>`
    expect(read(html)).toBe([body, item].join('\n\n'))
  })
})

describe('between headline and body', () => {
  const lead = 'Landkreis beginnt im Herbst an der Elbe – das Land trägt den größten Teil der Kosten'
  const page = (html: string) =>
    `<header><h1>Deich wird erhöht</h1>${html}</header><div class="x1"><div class="x2">${paragraphs(one, two, three)}</div></div>`

  it('stands a lead, also without a full stop', () => {
    expect(read(page(`<h2 class="subheadline">${lead}</h2>`))).toBe([lead, body].join('\n\n'))
  })

  it.each([
    ['', '<p class="story-hero__teaser teaser">', '</p>'],
    [' in a list', '<div class="teaser-text"><ul><li>', '</li></ul></div>'],
  ])('stands a lead that is called a teaser%s', (_, before, after) => {
    const text = `${lead}, heißt es.`
    expect(read(page(before + text + after))).toBe([text, body].join('\n\n'))
  })

  it.each([
    ['a second headline', `<h2 class="entry-title">${lead}</h2>`],
    ['a label', '<p>Hochwasserschutz an der Elbe</p>'],
    ['a teaser', `<div class="teaser"><p>${lead}, heißt es.</p><p><a href="/x">Mehr</a></p></div>`],
    ['a link', `<p><a href="/x">${lead}</a></p>`],
  ])('stands no lead: %s', (_, html) => {
    expect(read(page(html))).toBe(body)
  })
})

describe('posts of others', () => {
  it('are quotations where they are set as such', () => {
    const post = 'Wir haben um diesen Deich zehn Jahre lang gekämpft, und jetzt kommt er.'
    const html = (name: string) =>
      `<div>${paragraphs(one, two)}<blockquote class="${name}"><p>${post}</p></blockquote>${paragraphs(three)}</div>`
    expect(read(html('twitter-tweet'))).toBe([one, two, post, three].join('\n\n'))
    expect(read(html('instagram-media'))).toBe(body)
  })
})

describe('headings', () => {
  it('are paragraphs where they are as long as one', () => {
    const long = `${one} ${two}`
    expect(read(`<div><p>${three}</p><h4>${long}</h4></div>`)).toBe([three, long].join('\n\n'))
  })

  it('of the first rank that hold the date beside the headline are the headline', () => {
    expect(read(`<div><h1>12.05.2024 Deich wird erhöht</h1>${paragraphs(one, two, three)}</div>`)).toBe(body)
  })
})
