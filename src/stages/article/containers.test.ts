import { describe, expect, it } from 'vitest'
import { type ContainedDocument, openContainer } from './containers.ts'
import { extractArticle } from './extract.ts'

const open = (text: string | Buffer, name: string) =>
  openContainer(Buffer.from(text), name)?.map(({ bytes, ...rest }) => ({
    ...rest,
    text: Buffer.from(bytes).toString(),
  }))

const sentences = [
  'Der Rat hat am Montag vier Millionen Euro für die Hafenbrücke bewilligt, die seit zwei Jahren gesperrt ist.',
  'Die Ausschreibung soll im Juni beginnen, sagte Bürgermeisterin Anke Holm nach der Sitzung.',
]

describe('feeds', () => {
  it('gives the items of RSS with their full content', () => {
    const feed = `<?xml version="1.0"?><rss xmlns:content="x"><channel><title>Blatt</title>
      <item><title>Rat stimmt zu</title><link>https://blatt.example/1</link><pubDate>Fri, 08 Mar 2024 10:30:00 +0100</pubDate>
      <description>Kurz.</description><content:encoded><![CDATA[<p>Der Rat stimmte zu &amp; ging.</p>]]></content:encoded></item></channel></rss>`
    expect(open(feed, 'feed.xml')).toEqual([
      {
        name: 'feed.xml#1',
        kind: 'page',
        url: 'https://blatt.example/1',
        title: 'Rat stimmt zu',
        published: '2024-03-08T10:30:00+01:00',
        text: '<p>Der Rat stimmte zu &amp; ging.</p>',
      },
    ])
  })

  it('gives the entries of Atom, with XHTML inside', () => {
    const feed = `<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>Brücke gesperrt</title><link href="https://blatt.example/2"/>
      <published>2024-05-01T06:00:00Z</published><content type="xhtml"><div><p>Die Brücke bleibt zu.</p></div></content></entry></feed>`
    expect(open(feed, 'feed')).toMatchObject([
      {
        title: 'Brücke gesperrt',
        url: 'https://blatt.example/2',
        published: '2024-05-01T06:00:00Z',
        text: '<div><p>Die Brücke bleibt zu.</p></div>',
      },
    ])
  })
})

describe('ninjs', () => {
  it.each([
    {
      uri: 'urn:1',
      headline: 'Etat beschlossen',
      body_xhtml: '<p>Text.</p>',
      versioncreated: '2024-03-12T18:05:10+01:00',
    },
    {
      uri: 'urn:1',
      headlines: [{ role: 'main', value: 'Etat beschlossen' }],
      bodies: [
        { contenttype: 'text/plain', value: 'Text.' },
        { contenttype: 'text/html', value: '<p>Text.</p>' },
      ],
      versioncreated: '2024-03-12T18:05:10+01:00',
    },
  ])('reads one and two', (item) => {
    expect(open(JSON.stringify(item), 'item.json')).toMatchObject([
      {
        name: 'item.json',
        title: 'Etat beschlossen',
        kind: 'page',
        text: '<p>Text.</p>',
        published: '2024-03-12T18:05:10+01:00',
      },
    ])
  })

  it('leaves other JSON alone', () => expect(open('{"a": 1}', 'item.json')).toBeUndefined())
})

describe('Markdown', () => {
  it('becomes a page', () => {
    const text = `---
title: "Rat stimmt zu"
author: Jana Petersen
date: 2024-03-08T10:00:00+01:00
updated: 2024-03-09
publisher: Nordblick
lang: de
tags:
  - hafen
---

# Rat stimmt zu

Der **Rat** stimmte [dem Plan](https://x.example/a_(b)) *ohne*
Streit zu & ging.

## Was kommt ##

> „Wir warten“, sagte Holm.

- Punkt eins
- Punkt zwei
  geht weiter

| Jahr | Euro |
|------|------|
| 2024 | 3 |

![Bild](b.jpg "Brücke")
---
`
    const [page] = open(text, 'a.md')!
    expect(page).toMatchObject({
      title: 'Rat stimmt zu',
      published: '2024-03-08T10:00:00+01:00',
      kind: 'page',
    })
    expect(page!.text.split('\n')).toEqual([
      '<html lang="de"><head><meta charset="utf-8">',
      '<title>Rat stimmt zu</title>',
      '<meta property="author" content="Jana Petersen">',
      '<meta property="article:published_time" content="2024-03-08T10:00:00+01:00">',
      '<meta property="article:modified_time" content="2024-03-09">',
      '<meta property="og:site_name" content="Nordblick">',
      '</head><body><article>',
      '<h1>Rat stimmt zu</h1>',
      '<p>Der Rat stimmte dem Plan ohne',
      'Streit zu &amp; ging.</p>',
      '<h2>Was kommt</h2>',
      '<blockquote>„Wir warten“, sagte Holm.</blockquote>',
      '<li>Punkt eins</li>',
      '<li>Punkt zwei',
      'geht weiter</li>',
      '<td>Jahr | Euro</td>',
      '<td>2024 | 3</td>',
      '</article></body></html>',
    ])
  })
})

describe('fields above a text in Markdown', () => {
  it.each([
    [
      'Autorin: Jana Petersen\nDatum: 12.05.2025\nQuelle: Nordblick',
      'Jana Petersen',
      '2025-05-12',
      'Nordblick',
    ],
    [
      '**Von:** Jana Petersen\n\n- **Stand:** 12.05.2025, 17:20 Uhr',
      'Jana Petersen',
      '2025-05-12T17:20',
      null,
    ],
    ['Quelle: dpa', 'dpa', null, null],
  ])('%j', (fields, author, published, publisher) => {
    const [page] = open(`# Rat gibt Geld\n\n${fields}\n\n${sentences[0]} Von: nebenan.\n`, 'a.md')!
    const content = (name: string): string | null =>
      new RegExp(`"${name}" content="(?<content>[^"]*)"`, 'u').exec(page!.text)?.groups?.content ?? null
    expect([content('author'), content('article:published_time'), content('og:site_name')]).toEqual([
      author,
      published,
      publisher,
    ])
    expect(page!.text.match(/<p>.*/gu)).toEqual([`<p>${sentences[0]} Von: nebenan.</p>`])
  })
})

const html = sentences.map((sentence) => `<p>${sentence}</p>`).join('')
const ninjs = {
  uri: 'urn:1',
  headline: 'Rat gibt Geld',
  language: 'de',
  firstcreated: '2025-05-12T17:20:00+02:00',
  versioncreated: '2025-05-13T08:00:00+02:00',
}

describe('what a container says of a report is read', () => {
  const read = (text: string, name: string) => {
    const [{ bytes, kind, url, title, published }] = openContainer(Buffer.from(text), name) as [
      ContainedDocument,
    ]
    return extractArticle({ bytes, kind, name, url, title, published, today: null }).article
  }
  const whole = {
    title: 'Rat gibt Geld',
    authors: ['Jana Petersen'],
    published: { edtf: '2025-05-12T17:20:00+02:00', basis: 'stated' },
    modified: { edtf: '2025-05-13T08:00:00+02:00', basis: 'stated' },
    text: sentences.join('\n\n'),
  }
  it.each([
    ['ninjs 1', JSON.stringify({ ...ninjs, byline: 'Von Jana Petersen, dpa', body_xhtml: html }), 'a.json'],
    [
      'ninjs 2',
      JSON.stringify({
        ...ninjs,
        by: 'Jana Petersen',
        bodies: [{ contenttype: 'text/plain', value: sentences.join('\n\n') }],
      }),
      'a.json',
    ],
    [
      'ninjs 3',
      JSON.stringify([
        {
          ...{ ...ninjs, firstcreated: undefined, contentcreated: ninjs.firstcreated },
          people: [
            { name: 'Anke Holm', rel: 'about' },
            { name: 'Jana Petersen', rel: 'author' },
          ],
          bodies: [{ contenttype: 'text/html', value: html }],
        },
      ]),
      'a.json',
    ],
    [
      'Atom',
      `<feed><entry><title type="html">Rat gibt &lt;b&gt;Geld&lt;/b&gt;</title><author><name>Jana Petersen</name><uri>https://a.example</uri></author>
       <published>2025-05-12T17:20:00+02:00</published><updated>2025-05-13T08:00:00+02:00</updated><content type="xhtml"><div>${html}</div></content></entry></feed>`,
      'a.xml',
    ],
    [
      'RSS',
      `<rss><item><title>Rat gibt Geld</title><author>a@blatt.example (Jana Petersen)</author><pubDate>2025-05-12T17:20:00+02:00</pubDate>
       <dcterms:modified>2025-05-13T08:00:00+02:00</dcterms:modified><description><![CDATA[${html}]]></description></item></rss>`,
      'a.xml',
    ],
    [
      'Markdown',
      `---\ntitle: Rat gibt Geld\nauthor: Jana Petersen\ndate: 2025-05-12T17:20:00+02:00\nupdated: 2025-05-13T08:00:00+02:00\n---\n${sentences.join('\n\n')}`,
      'a.md',
    ],
  ])('%s', (_, text, name) => expect(read(text, name)).toMatchObject(whole))

  it('the agency that an item of ninjs comes from', () => {
    expect(
      read(JSON.stringify({ ...ninjs, copyrightholder: 'dpa', body_xhtml: html }), 'a.json').agencies,
    ).toEqual(['dpa'])
  })
})
