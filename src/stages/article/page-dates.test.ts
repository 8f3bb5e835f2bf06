import { describe, expect, it } from 'vitest'
import { extractArticle } from './extract.ts'
import { chooseTitle, withoutSite } from './titles.ts'

const prose =
  '<p>Der Kreistag hat am Abend beschlossen, die Brücke über die Lahn zu sanieren, und zwar bald.</p>'
const published = (body: string, head = '', language = 'de'): string | null =>
  extractArticle({
    bytes: Buffer.from(
      `<html lang="${language}"><head>${head}</head><body>${body.replace('PROSE', prose.repeat(3))}</body></html>`,
    ),
    kind: 'page',
    name: 'page',
    url: null,
    title: null,
    published: null,
    today: null,
  }).article.published?.edtf ?? null

const meta = (time: string): string => `<meta property="article:published_time" content="${time}">`
const h1 = '<h1>Brücke über die Lahn wird saniert</h1>'

describe('publication date', () => {
  it.each([
    [
      'a note below the text',
      `${h1}PROSE<div>Dieser Beitrag wurde am Samstag, 3. Mai 2014 veröffentlicht</div>`,
      '',
      '2014-05-03',
    ],
    ['a named element', `${h1}<span class="PublishDate">4. Mai 2014</span>PROSE`, '', '2014-05-04'],
    [
      'a date in the headline tells of the matter',
      `<h1>Kreistag am 2.5.2014: Brücke über die Lahn wird saniert</h1>PROSE<p>Erschienen am 3. Mai 2014</p>`,
      '',
      '2014-05-03',
    ],
    [
      'readers are told the day that Greenwich misses',
      `${h1}<div class="date">4. Mai 2014</div>PROSE`,
      meta('2014-05-03T23:15'),
      '2014-05-04',
    ],
    [
      'day and month swapped for machines',
      `${h1}<div class="date">4. Mai 2014</div>PROSE`,
      meta('2014-04-05T12:00:00'),
      '2014-05-04',
    ],
    [
      'the printed issue is dated ahead, the stated offset is right',
      `${h1}<div class="date">4. Mai 2014</div>PROSE`,
      meta('2014-05-03T19:30:00+02:00'),
      '2014-05-03T19:30:00+02:00',
    ],
    [
      'another article’s date',
      `${h1}PROSE<div class="related"><time class="published" datetime="2015-01-01">1.1.2015</time></div><p>Veröffentlicht am 3.5.2014</p>`,
      '',
      '2014-05-03',
    ],
    [
      'only a script knows',
      `${h1}PROSE<script>var p = {"publishedDate":"2014-05-03"}</script>`,
      '',
      '2014-05-03',
    ],
  ])('%s', (_, body, head, day) => {
    expect(published(body, head)).toBe(day)
  })
})

describe('title', () => {
  it.each([
    [
      'Brücke gesperrt – Umleitung eingerichtet | Kreisblatt',
      ['Kreisblatt'],
      [],
      'Brücke gesperrt – Umleitung eingerichtet',
    ],
    [
      'Brücke gesperrt – Umleitung eingerichtet',
      ['Kreisblatt'],
      ['Brücke gesperrt – Umleitung eingerichtet'],
      'Brücke gesperrt – Umleitung eingerichtet',
    ],
    ['Kreistag saniert Brücke - LKB', ['Lahner Kreis Blatt'], [], 'Kreistag saniert Brücke'],
    ['Kreistag saniert Brücke - Lokales', [], ['Kreistag saniert Brücke'], 'Kreistag saniert Brücke'],
  ])('%s', (title, sites, others, expected) => {
    expect(withoutSite(title, sites, others)).toBe(expected)
  })

  it('takes the printed headline where machines are told two others', () => {
    const three = { headline: 'Streit um Millionen', shared: 'Landrat unter Druck', page: null, sites: [] }
    expect(chooseTitle({ ...three, printed: ['Kreistag saniert Brücke'] })).toBe('Kreistag saniert Brücke')
    expect(chooseTitle({ ...three, printed: ['Der Streit um Millionen'] })).toBe('Streit um Millionen')
  })
})
