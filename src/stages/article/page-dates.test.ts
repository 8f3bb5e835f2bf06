import { describe, expect, it } from 'vitest'
import { extractArticle } from './extract.ts'
import { dateInAddress } from './page-dates.ts'
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
      'two days for machines, one of them for readers',
      `${h1}<div class="date">6. Mai 2014</div>PROSE`,
      `${meta('2014-05-03T12:00:00+02:00')}<meta name="publish-date" content="2014-05-06">`,
      '2014-05-06',
    ],
    [
      'the minute that machines are told, where readers see an hour of that day',
      `${h1}<div class="date">3. Mai 2014, 12:05 Uhr</div>PROSE`,
      meta('2014-05-03T12:03:27+02:00'),
      '2014-05-03T12:03:27+02:00',
    ],
    [
      'a day that does not say of what, after the one that readers see',
      `${h1}<div class="date">3. Mai 2014</div>PROSE`,
      '<meta name="date" content="2014-05-09">',
      '2014-05-03',
    ],
    [
      'a day that does not say of what, shortly before the one that readers see',
      `${h1}<div class="date">12. Mai 2014</div>PROSE`,
      '<meta name="date" content="2014-05-09">',
      '2014-05-12',
    ],
    [
      'a day that does not say of what, and the day on which the page was built',
      `${h1}<div class="date">12. Mai 2018</div>PROSE`,
      '<meta name="date" content="2014-05-09T17:05+02:00">',
      '2014-05-09T17:05+02:00',
    ],
    [
      'a German noon is on one day everywhere in Germany',
      `${h1}<div class="date">4. Mai 2014</div>PROSE`,
      meta('2014-05-03T13:00:00Z'),
      '2014-05-03T15:00:00+02:00',
    ],
    [
      'a label in an element of its own',
      `${h1}PROSE<dl><dt>Erschienen am:</dt><dd>3. Mai 2014</dd><dt>Geändert am:</dt><dd>5. Mai 2014</dd></dl>`,
      '<meta name="dc.date" content="2014-05-05">',
      '2014-05-03',
    ],
    [
      'the dateline, not the calendar beside it',
      `${h1}<p>Lahnstadt, (3.5.2014). Der Kreistag hat am Abend beschlossen, die Brücke über die Lahn zu sanieren. Die Arbeiten sollen im Herbst beginnen, sie kosten den Landkreis nach Angaben des Landrats mehr als vier Millionen Euro, die er zum Teil vom Land bekommt.</p>PROSE<div class="liste">Sa. 17.5.2014<br>Konzert</div>`,
      '',
      '2014-05-03',
    ],
    [
      'days until which, and since which',
      `${h1}<p>Video verfügbar bis 3.5.2015</p><p>Registriert: 18.9.2008</p>PROSE<p>4.5.2014, 10:15</p>`,
      '',
      '2014-05-04T10:15',
    ],
    [
      'the headline that holds the date, not the name of the site above',
      `<h1>Landkreis an der Lahn</h1><ul><li>Heizungen (Anträge zum 31.12.2018)</li>${'<li><a href="#">Förderung</a></li>'.repeat(60)}</ul><h1><span class="date">4.5.2014</span> Brücke saniert</h1>PROSE`,
      '<meta property="og:title" content="Brücke saniert">',
      '2014-05-04',
    ],
    [
      'structured data that a quotation mark spoils',
      `${h1}PROSE<p>17.5.2014</p>`,
      '<script type="application/ld+json">{"@type":"NewsArticle","headline":"„Brücke" saniert","datePublished":"2014-05-03"}</script>',
      '2014-05-03',
    ],
    [
      'the day of a film where the page is about one',
      `${h1}PROSE`,
      '<script type="application/ld+json">{"@type":"VideoObject","uploadDate":"2014-05-03"}</script>',
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

describe('pages of other zones', () => {
  it('are dated by what readers see, though the line goes on to tell of an update', () => {
    const line = '<div class="date">January 19, 2014 / 12:25 PM / Updated 8 hours ago</div>'
    expect(published(`${h1}${line}PROSE`, meta('2014-01-20T09:49:32Z'), 'en')).toBe('2014-01-19T12:25')
  })

  it('are dated by the last change where nothing else is near', () => {
    const far = `${'<p>Ein Absatz über die Brücke, der kein Datum hat.</p>'.repeat(60)}<p>17.3.2009</p>`
    expect(published(`${h1}PROSE${far}`, '<meta name="dateupdate" content="2014-05-03">')).toBe('2014-05-03')
  })
})

describe('a date in an address', () => {
  it.each([
    ['https://blatt.example/2014/05/03/bruecke', '2014-05-03'],
    ['https://blatt.example/bild/20140503174500123.jpg', '2014-05-03'],
    ['https://archiv.example/web/20160218174457/http://blatt.example/2014/05/03/bruecke', '2014-05-03'],
    ['https://archiv.example/web/20160218174457/http://blatt.example/bruecke', null],
    ['https://blatt.example/artikel/20149999', null],
  ])('%s', (url, day) => {
    expect(dateInAddress(url)).toBe(day)
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
