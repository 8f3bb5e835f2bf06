import { describe, expect, it } from 'vitest'
import { extractArticle } from './extract.ts'

const read = (text: string, kind: 'page' | 'text') =>
  extractArticle({
    bytes: Buffer.from(text),
    kind,
    name: 'x',
    url: null,
    title: null,
    published: null,
    today: null,
  }).article

const words = [
  'Der Rat hat der Vorlage zugestimmt; 31 Mitglieder waren dafür, zwölf dagegen.',
  'Die Opposition verlangt eine Unterbrechung, weil ein Gutachten fehlt.',
  'Die Sitzung hat mit Verspätung begonnen, weil das Mikrofon ausgefallen war.',
  'Vor dem Rathaus haben sich etwa zweihundert Gegner der Umgehung versammelt.',
]
const page = (title: string, body: string, head = ''): string =>
  `<html><head><title>${title}</title>${head}</head><body><main><h1>${title}</h1>${body}</main></body></html>`

const entries = (article: ReturnType<typeof read>) =>
  article.blocks.flatMap(({ start, role, at }) =>
    at === undefined ? [] : [[role, at, article.text.slice(start, start + 12)]],
  )

const stated =
  '<meta property="article:published_time" content="2025-05-13T08:00"><meta property="article:modified_time" content="2025-05-13T09:00">'

describe('a live ticker', () => {
  it('gives its entries their times, told by the markup', () => {
    const entry = (time: string, head: string, text: string): string =>
      `<article class=entry><time datetime="2025-05-12T${time}+02:00">${time} Uhr</time><h3>${head}</h3><p>${text}</p></article>`
    const article = read(
      page(
        'Rat berät: Die Sitzung im Liveticker',
        `<p>Seit Jahren wird gestritten, heute fällt die Entscheidung über die Umgehung.</p>
        ${entry('14:32', 'Rat stimmt zu', words[0]!)}${entry('14:05', 'Streit', words[1]!)}${entry('13:50', 'Beginn', words[2]!)}`,
      ),
      'page',
    )
    expect(entries(article)).toEqual([
      ['heading', '2025-05-12T14:32+02:00', 'Rat stimmt z'],
      ['ticker', '2025-05-12T14:32+02:00', 'Der Rat hat '],
      ['heading', '2025-05-12T14:05+02:00', 'Streit\n\nDie '],
      ['ticker', '2025-05-12T14:05+02:00', 'Die Oppositi'],
      ['heading', '2025-05-12T13:50+02:00', 'Beginn\n\nDie '],
      ['ticker', '2025-05-12T13:50+02:00', 'Die Sitzung '],
    ])
    expect(article.text).not.toContain('14:32')
    expect(article.blocks[0]).not.toHaveProperty('at')
  })

  it('counts the days back from the newest entry, over midnight', () => {
    const times = ['00:20 Uhr', '23:40 Uhr', '22.15 Uhr']
    const body = times.map((time, i) => `<div><b>${time}</b></div><p>${words[i]}</p>`).join('')
    expect(entries(read(page('Die Nacht im Newsblog', body, stated), 'page')).map(([, at]) => at)).toEqual([
      '2025-05-13T00:20',
      '2025-05-12T23:40',
      '2025-05-12T22:15',
    ])
  })

  it('goes forward where the oldest entry is first, and minds lines that name the day', () => {
    const body = ['12.05.2025', '23:40 Uhr', '00:20 Uhr', '14. Mai 2025', '08:00 Uhr', '09:00 Uhr']
      .map(
        (time) =>
          `<p><b>${time}</b></p>${time.endsWith('Uhr') ? `<p>${words[Number(time[1]) % 4]} ${time.slice(0, 2)}</p>` : ''}`,
      )
      .join('')
    expect(entries(read(page('Protokoll im Liveblog', body), 'page')).map(([, at]) => at)).toEqual([
      '2025-05-12T23:40',
      '2025-05-13T00:20',
      '2025-05-14T08:00',
      '2025-05-14T09:00',
    ])
  })

  it('is known by its plus signs', () => {
    const body = [14, 13, 12]
      .map((hour, i) => `<h3>+++ ${hour}:30 Neues aus dem Rat +++</h3><p>${words[i]}</p>`)
      .join('')
    expect(
      entries(read(page('Rat berät über Umgehung', body, stated), 'page')).map(([role, at]) => [role, at]),
    ).toEqual(
      [14, 13, 12].flatMap((hour) => [
        ['heading', `2025-05-13T${hour}:30`],
        ['ticker', `2025-05-13T${hour}:30`],
      ]),
    )
  })

  it('without any day keeps its entries, their time unknown', () => {
    const body = words.map((text, i) => `<div>1${4 - i}:00 Uhr</div><p>${text}</p>`).join('')
    expect(entries(read(page('Rat im Liveticker', body), 'page')).map(([, at]) => at)).toEqual([
      null,
      null,
      null,
      null,
    ])
  })

  it('is read from scraped text', () => {
    const text = `Rat berät über Umgehung: Die Sitzung im Liveticker\n\nStand: 12.05.2025, 15:00 Uhr\n\n${words
      .slice(0, 3)
      .map((line, i) => `1${4 - i}:30 Uhr: ${line}`)
      .join('\n\n')}`
    const article = read(text, 'text')
    expect(entries(article).map(([role, at]) => [role, at])).toEqual([
      ['ticker', '2025-05-12T14:30'],
      ['ticker', '2025-05-12T13:30'],
      ['ticker', '2025-05-12T12:30'],
    ])
  })
})

describe('no ticker', () => {
  it.each([
    ['a schedule', words.map((text, i) => `<p>1${i}:30 Uhr: ${text}</p>`).join('')],
    [
      'two times',
      words
        .slice(0, 2)
        .map((text, i) => `<p>1${i}:30 Uhr</p><p>${text}</p>`)
        .join(''),
    ],
    [
      'a forum',
      words
        .map(
          (text, i) =>
            `<div><time datetime="2025-05-12T1${i}:00">12.05.2025, 1${i}:00</time></div><p>${text}</p>`,
        )
        .join(''),
    ],
  ])('%s', (_, body) =>
    expect(entries(read(page('Rat berät über Umgehung', body, stated), 'page'))).toEqual([]),
  )
})
