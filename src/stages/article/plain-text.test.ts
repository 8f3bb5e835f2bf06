import { describe, expect, it } from 'vitest'
import { sourceSpan } from '../../html/source-span.ts'
import { extractArticle } from './extract.ts'

const read = (text: string, kind: 'text' | 'body' = 'text') =>
  extractArticle({
    bytes: Buffer.from(text),
    kind,
    name: 'x.txt',
    url: null,
    title: null,
    published: null,
    today: null,
  })

const body = [
  'Der Bundestag hat am Donnerstag dem Haushalt für das kommende Jahr zugestimmt. Für den Entwurf stimmten die Fraktionen der Koalition, die Opposition lehnte ihn ab.',
  'Der Finanzminister sprach von einem Kompromiss, mit dem alle Seiten leben könnten. Die Ausgaben steigen gegenüber dem Vorjahr um drei Prozent.',
]

describe('a scraped text', () => {
  it('keeps kicker, title, lead and date line out of the body', () => {
    const { article } = read(
      `Haushalt, Berlin\n\nDie Koalition hat ihren Etat durch das Parlament gebracht, trotz Kritik.\n\n12.03.2024 - 18:05:10\n\nBundestag beschließt Haushalt nach langer Debatte\n\n${body.join('\n\n')}\n\n@ dpa.de`,
    )
    expect(article).toMatchObject({
      title: 'Bundestag beschließt Haushalt nach langer Debatte',
      kicker: 'Haushalt, Berlin',
      lead: 'Die Koalition hat ihren Etat durch das Parlament gebracht, trotz Kritik.',
      published: { edtf: '2024-03-12T18:05:10', basis: 'stated' },
      agencies: ['dpa'],
    })
    expect(article.blocks.map((block) => block.role)).toEqual(['lead', 'paragraph', 'paragraph'])
    expect(article.text).not.toMatch(/dpa|12\.03|Haushalt, Berlin/u)
  })

  it.each([
    ['Aktualisiert am 12.03.2024, 18:05 Uhr', 'inferred'],
    ['Veröffentlicht am 12.03.2024, 18:05 Uhr', 'stated'],
  ])('says of the day how it is known: %s', (line, basis) => {
    const { article } = read(
      `Bundestag beschließt Haushalt nach langer Debatte\n\n${line}\n\n${body.join('\n\n')}`,
    )
    expect(article.published).toEqual({ edtf: '2024-03-12T18:05', basis })
  })

  it('cuts dateline and codes off, and takes the agency from the dateline', () => {
    const { article } = read(`BERLIN (dpa-AFX) - ${body[0]}\n\n${body[1]}/abc/DP/xyz`)
    expect(article).toMatchObject({ dateline: 'BERLIN', agencies: ['dpa-AFX'], title: null })
    expect(article.text).toBe(body.join('\n\n'))
  })

  it.each([
    ['(AFP/dpa/jW)', ['AFP', 'dpa']],
    ['(dpa/lsw)', ['dpa']],
    ['© dpa-infocom, dpa:240312-930-123456/1', ['dpa']],
    ['(Reuters)', ['Reuters']],
  ])('reads the credit %s at the end', (credit, agencies) => {
    const { article } = read(`${body[0]}\n\n${body[1]} ${credit}`)
    expect(article.agencies).toEqual(agencies)
    expect(article.text).toBe(body.join('\n\n'))
  })

  it('does not take a bracket that belongs to the sentence for a credit', () => {
    const { article } = read(
      `${body[0]}\n\nDas sagte die Sprecherin des Ministeriums am Abend in Berlin. (Die Zahlen sind vorläufig.)`,
    )
    expect(article.text).toMatch(/vorläufig\.\)$/u)
    expect(article.agencies).toEqual([])
  })

  it('makes teasers of what follows under other dates', () => {
    const { article } = read(
      `${body.join('\n\n')}\n\nWeitere Meldungen\n\nMinister reist nach Oslo. Dort sollen Verträge unterzeichnet werden. (Ausland, 02.04.2025 - 16:18) weiterlesen...\n\nBahn verhandelt wieder mit Gewerkschaft Die Gespräche beginnen am Montag in Fulda. (Inland, 01.04.2025 - 09:00) weiterlesen...`,
    )
    expect(article.text).toBe(body.join('\n\n'))
    expect(article.teasers).toEqual([
      {
        title: 'Minister reist nach Oslo.',
        published: { edtf: '2025-04-02T16:18', basis: 'stated' },
        section: 'Ausland',
      },
      {
        title: 'Bahn verhandelt wieder mit Gewerkschaft',
        published: { edtf: '2025-04-01T09:00', basis: 'stated' },
        section: 'Inland',
      },
    ])
    expect(article.published).toBeNull()
  })

  it('finds a title that only the comment invitation quotes', () => {
    const { article } = read(
      `HAMBURG / KIEL (NORD PORTAL) – ${body.join('\n\n')}\n\nStellenangebote\n\nFachkraft für Lagerlogistik (m/w/d)\n\nSchreibe einen Kommentar zum Artikel "Haushalt für das kommende Jahr beschlossen" für unsere Leser!\nAlle Kommentare werden moderiert.`,
    )
    expect(article).toMatchObject({
      title: 'Haushalt für das kommende Jahr beschlossen',
      publisher: 'NORD PORTAL',
      dateline: 'HAMBURG / KIEL',
      agencies: [],
    })
    expect(article.text).toBe(body.join('\n\n'))
  })

  it.each([
    ['Hagen, 11. Juli 2024. ', '2024-07-11', 'Hagen', []],
    ['Hagen, 11.07.2024 – ', '2024-07-11', 'Hagen', []],
    ['dpa 12.03.2024 19:40 ', '2024-03-12T19:40', null, ['dpa']],
  ])('takes the day from the dateline „%s“', (dateline, published, place, agencies) => {
    const { article } = read(`Bundestag stimmt dem Haushalt zu\n\n${dateline}${body.join('\n\n')}`)
    expect(article).toMatchObject({ published: { edtf: published }, dateline: place, agencies })
    expect(article.text).toBe(body.join('\n\n'))
  })

  it.each([
    [
      'below the headline',
      (line: string) => `Bundestag stimmt dem Haushalt zu\n\n${line}\n\n${body.join('\n\n')}`,
    ],
    [
      'below the text',
      (line: string) => `Bundestag stimmt dem Haushalt zu\n\n${body.join('\n\n')}\n\n${line}`,
    ],
  ])('reads whose report it is and of when on a line %s', (_, page) => {
    const { article } = read(page('dpa 12.03.2024 19:40'))
    expect(article).toMatchObject({ published: { edtf: '2024-03-12T19:40' }, agencies: ['dpa'] })
    expect(article.text).toBe(body.join('\n\n'))
  })

  it.each([
    'Am 11. Juli 2024. ',
    'Montag, 11. Juli 2024, war der Tag, an dem es geschah. ',
    'Der dpa sagte er am 12.03.2024 um 19:40 Uhr, es sei so. ',
  ])('takes no day that a sentence tells: %s', (opening) => {
    const { article } = read(`Bundestag stimmt dem Haushalt zu\n\n${opening}${body.join('\n\n')}`)
    expect(article).toMatchObject({ published: null, dateline: null })
  })

  it('takes the month that a crawler left, no more', () => {
    const { article } = read(` date 2024-03 KÖLN (dpa) - ${body.join('\n\n')}`)
    expect(article.published).toEqual({ edtf: '2024-03', basis: 'stated' })
    expect(article.dateline).toBe('KÖLN')
  })

  it('leaves captions and picture agencies out, and does not count them as origin', () => {
    const { article } = read(
      `Österreich Wien: Regierung einigt sich auf Budget\n\nAPA\n\n3.5.2024 - 07:15\n\nARCHIV - Der Kanzler im Parlament. Foto: Max Muster/AP/dpa\nARCHIV - Der Kanzler im Parlament. Foto: Max Muster/AP/dpa\nKeystone\n\n${body.join('\n\n')}`,
    )
    expect(article).toMatchObject({
      title: 'Wien: Regierung einigt sich auf Budget',
      kicker: 'Österreich',
      agencies: ['APA'],
      published: { edtf: '2024-05-03T07:15', basis: 'stated' },
    })
    expect(article.text).toBe(body.join('\n\n'))
  })

  it('joins lines that were broken at a fixed width', () => {
    const long = [
      ...body,
      'Gestrichen wurde dagegen bei den Zuschüssen für die Sanierung alter Brücken, was der Verkehrsausschuss bis zuletzt verhindern wollte.',
      'Im kommenden Jahr soll ein Bericht zeigen, wie viel davon bis zum Herbst ausgegeben worden ist.',
    ]
    const wrapped = long.map((paragraph) => paragraph.replaceAll(/(.{50,60}) /gu, '$1\n')).join('\n\n')
    expect(read(wrapped).article.text).toBe(long.join('\n\n'))
  })

  const title = 'Stadtrat stimmt für neue Brücke'
  const three =
    'Die Arbeiten sollen im Frühjahr beginnen und zwei Jahre dauern, sagte der Baudezernent nach der Sitzung im Rathaus.'
  const text = [...body, three]

  it('finds the report in a dump of the whole page', () => {
    const menu = 'Startseite\nPolitik\nSport\nWetter\nAnmelden'
    const more =
      'Mehr zum Thema\nKita bleibt geschlossen\nRadweg wird breiter\nBad öffnet früher\nImpressum\nDatenschutz'
    const { article } = read(
      `${menu}\n${title}\nVon Anna Muster\n3. Mai 2024, 10:15 Uhr\n${text.join('\n')}\n${more}`,
    )
    expect(article).toMatchObject({
      title,
      authors: ['Anna Muster'],
      published: { edtf: '2024-05-03T10:15' },
    })
    expect(article.text).toBe(text.join('\n\n'))
  })

  it('goes on after a box of teasers', () => {
    const box =
      'Lesen Sie auch\nBahn verhandelt wieder\nNach dem Streik treffen sich beide Seiten erneut in Fulda.'
    const { article } = read(
      `${title}\n\n${text[0]}\n\n${text[1]}\n\n${box}\n\nWer zahlt\n\n${three} ${body[1]}\n\n${body[0]!.replace('Donnerstag', 'Freitag')}`,
    )
    expect(article.text).toContain(three)
    expect(article.text).not.toMatch(/Bahn verhandelt|Fulda/u)
  })

  it('ends before the comments, however long they are', () => {
    const comments = Array.from({ length: 9 }, (_, i) => `${three} Das ist die Meinung Nummer ${i}.`)
    const { article } = read(
      `${title}\n\n${text.join('\n\n')}\n${three.replace('zwei', 'drei')} ${body[0]}\n\nKommentare (9)\n\n${comments.join('\n\n')}`,
    )
    expect(article.text).not.toContain('Meinung')
  })

  it.each([
    [
      'kicker, title and subtitle',
      `Verkehr\nDie Brücke bleibt zu\nMinisterium findet kein Geld für die Sanierung der Brücke bei Hagen`,
      'Die Brücke bleibt zu',
    ],
    ['a caption with a day below the title', `${title}\nRatssaal in Hagen, 2. Mai 2024`, title],
    ['a subheading below the date', `${title}\n3.5.2024\nWas der Stadtrat beschlossen hat`, title],
    ['a title that asks', 'Wer bezahlt am Ende für den Haushalt?', 'Wer bezahlt am Ende für den Haushalt?'],
  ])('takes the title of %s', (_, head, expected) => {
    expect(read(`${head}\n\n${text.join('\n\n')}`).article.title).toBe(expected)
  })

  it.each([
    ['Aus: Ausgabe vom 18.05.2024, Seite 6', '2024-05-18'],
    ['Juli 2025', '2025-07'],
    ['Aktualisiert am 07.01.2026 - 18:50 UhrLesedauer: 4 Min.', '2026-01-07T18:50'],
  ])('reads when it appeared from %s', (line, edtf) => {
    const { article } = read(`${title}\n${line}\n\n${text.join('\n\n')}`)
    expect(article.published?.edtf).toBe(edtf)
    expect(article.text).toBe(text.join('\n\n'))
  })

  it.each([
    'Player wird geladen',
    'Vor dem Rathaus demonstrierten am Montag Hunderte. IMAGO/Nina Muster',
    'Anna Muster (l.) und Bernd Beispiel im Ratssaal',
    'Deine Spende für freien Journalismus',
    'Zum Hauptinhalt springen',
    'Link kopiert',
    'Den Link zum Einbetten des Videos kopieren',
    'Ihr Browser ist veraltet. Mit einer neueren Fassung sehen Sie alle Bilder und Karten.',
    'Zum Weiterlesen benötigen Sie ein Probe-Abo.',
    'Rathaus in Hagen.jpeg - Der Rat tagt seit Montag hinter verschlossenen Türen.',
    'Die Räte vor der alten Brücke in HagenImago',
    'Dieser Inhalt wurde am veröffentlicht',
    'Von unserer Redaktion',
    'Die Räte stimmen in Hagen ab (Symbolbild). (picture alliance / Nina Muster / Leine Images)',
    'Leine Kurier Logo',
    'Die Bürgermeisterin steht vor der Brücke. Im Hintergrund ist der Fluss zu sehen.',
    'Über dieses Thema berichtete die Sendung am 3. Mai 2024 um 19:30 Uhr.',
    '4 Wochen kostenlos testen',
  ])('leaves out %s', (line) => {
    const { article } = read(`${title}\n\n${text[0]}\n\n${line}\n\n${text[1]}\n\n${three}`)
    expect(article.text).toBe(text.join('\n\n'))
  })

  it('keeps a paragraph that tells of cookies and comments', () => {
    const told = `${three} Wir haben im Rat lange über Cookies und Datenschutz gesprochen, die Verwaltung verarbeitet künftig weniger personenbezogene Daten und verwendet keine Cookies mehr.`
    const { article } = read(`${title}\n\n${body[0]}\n\n${told}\n\n${body[1]}`)
    expect(article.text).toContain(told)
  })

  it('takes a headline that ends like a sentence and stands apart', () => {
    const sentence = 'Der Stadtrat hat für eine neue Brücke gestimmt.'
    const { article } = read(`${sentence}\n\n\n${text.join('\n')}`)
    expect(article).toMatchObject({ title: sentence, text: text.join('\n\n') })
    expect(read(`${sentence}\n${text.join('\n')}`).article.title).toBeNull()
    expect(read(`${sentence}\n\n${text.join('\n\n')}`).article.title).toBeNull()
    // Where a crawler left a field there was a headline, and it is gone: this is the lead.
    expect(read(` date 2024-03 ${sentence}\n\n\n${text.join('\n')}`).article.title).toBeNull()
  })

  it('takes what stands twice for the headline above the report, for a caption inside it', () => {
    const twice = 'Der Stadtrat stimmt ab. Heute fällt die Entscheidung über die neue Brücke.'
    const caption = 'Die Bürgermeisterin spricht vor dem Rathaus zu den Räten.'
    const { article } = read(
      `${twice}\n\n${twice}\n\n${body[0]}\n\n${caption}\n\n${caption}\n\n${body[1]}\n\n${three}`,
    )
    expect(article).toMatchObject({ title: twice, text: text.join('\n\n') })
    expect(article.furniture.map(({ role }) => role)).toEqual(['other', 'caption', 'caption'])
    const withStop = read(`${title}\n${title}.\n${text.join('\n')}`).article
    expect(withStop).toMatchObject({ title, text: text.join('\n\n') })
  })

  it('takes a sentence for a caption where one says it too and names the photographer', () => {
    const caption = 'Die Bürgermeisterin spricht vor dem Rathaus zu den Räten.'
    const { article } = read(
      `${title}\n\n${caption} Foto: Nina Muster/dpa\n${caption}\n\n${text.join('\n\n')}`,
    )
    expect(article.text).toBe(text.join('\n\n'))
  })

  it('takes what stands above the dateline for the lead', () => {
    const { article } = read(`${title}\n\n${three}\n\nHagen – ${body[0]}\n\n${body[1]}`)
    expect(article).toMatchObject({ lead: three, dateline: 'Hagen' })
    expect(article.blocks.map(({ role }) => role)).toEqual(['lead', 'paragraph', 'paragraph'])
  })

  it('keeps a last sentence that ends in codes', () => {
    const last = 'Die Brücke kostet elf Millionen Euro.'
    const { article } = read(`${title}\n\n${text.join('\n\n')}\n\n${last} Gebaut wird ab Mai./abc/xyz/de`)
    expect(article.text.endsWith(`${last} Gebaut wird ab Mai.`)).toBe(true)
  })

  it('tells a kicker with a colon from the headline below it', () => {
    const { article } = read(`Vorschlag der Fraktionen :\n${title}\n\ndpa\n${text.join('\n')}`)
    expect(article).toMatchObject({ kicker: 'Vorschlag der Fraktionen', title, agencies: ['dpa'] })
  })

  it('reads credits below the captions of the report, and when it was on the air', () => {
    const captions =
      'Das Rathaus (Archivbild)\nDer Rat am Montag (Archivbild)\nAnna Muster (l.) im Ratssaal\nIMAGO/Nina Muster'
    const aired = 'Diese Nachricht wurde am 03.05.2024 im Programm Leine-Radio gesendet.'
    const { article } = read(`${title}\n\n${text.join('\n')}\n${captions}\nabc/dpa\n${aired}`)
    expect(article).toMatchObject({
      agencies: ['dpa'],
      published: { edtf: '2024-05-03' },
      text: text.join('\n\n'),
    })
  })

  it('leaves out a headline of other matters above the report', () => {
    const line = 'Von Anna Muster\nAktualisiert am 03.05.2024, 10:15 Uhr'
    const more = `${three} Die Räte hatten darüber lange gestritten, zuletzt ging es um Radwege, Parkplätze, Gehsteige, Linden, Laternen, Haltestellen und den Lärm der Baustelle. Anwohner wollen klagen, Händler fürchten Einbußen, Schulen brauchen andere Wege. Das Ministerium prüft Zuschüsse, der Kreis übernimmt Planung und Vermessung. Auch die Nachbargemeinde beteiligt sich, obwohl deren Bürgermeister skeptisch bleibt. Gutachter empfehlen Stahl statt Beton, weil das Ufer rutscht und Hochwasser droht.`
    const { article } = read(
      ` date 2024-05 Schauspieler heiratet am Gardasee\n${line}\n\n${more}\n\n${body.join('\n\n')}`,
    )
    expect(article.title).toBeNull()
    expect(read(`${title}\n${line}\n\n${more}\n\n${body.join('\n\n')}`).article.title).toBe(title)
  })

  it.each([
    ['Frankreich Spanien kündigt neues Abkommen über Fischerei an', 'Frankreich'],
    ['Spanien EU-Kommission rügt die Regierung in Madrid', 'Spanien'],
    ['Kultur : Ehrengast der Messe: Was lesen die Finnen', 'Kultur'],
    ['Frankreich und Spanien streiten über Fischerei', null],
    ['Spanien Frankreich und Italien beraten über Fischerei', null],
  ])('splits %s', (headline, kicker) => {
    const { article } = read(`${headline}\n\n${text.join('\n\n')}`)
    expect(article).toMatchObject({
      kicker,
      title: kicker === null ? headline : headline.slice(kicker.length).replace(/^[ :]+/u, ''),
    })
  })

  it.each([
    ['zurück', null],
    ['Update', null],
    ['12345', null],
    ['Anna Muster, 26.04.2024 10:00 Uhr', null],
    ['Brückenbau', 'Brückenbau'],
  ])('kicker: %s', (label, kicker) => {
    expect(read(`${label}\n${title}\n\n${text.join('\n\n')}`).article.kicker).toBe(kicker)
  })

  it('tells the headline where no text but a caption stands', () => {
    const { article } = read(`${title}\n\nAnna Muster (l.) im Ratssaal\n\nMehr dazu im Heft`)
    expect(article.title).toBe(title)
  })

  it('keeps a short line that leads over to the last paragraph', () => {
    const last = 'Dazu hat der Rat am Ende das Folgende beschlossen:'
    const { article } = read(`${title}\n\n${text.join('\n')}\n${last}\n${three.replace('zwei', 'drei')}`)
    expect(article.text).toContain(last)
    const comment = `Anna M. aus Hagen sagt:\n${three.replace('zwei', 'drei')}`
    expect(read(`${title}\n\n${text.join('\n')}\n${comment}`).article.text).not.toContain('Anna M.')
  })

  it('reads who signs with the family name first, and the agency before the first word', () => {
    const { article } = read(`${title}\nMuster, Anna |\n(dpa) - ${text.join('\n\n')}`)
    expect(article).toMatchObject({
      authors: ['Anna Muster'],
      agencies: ['dpa'],
      dateline: null,
      text: text.join('\n\n'),
    })
  })

  it('takes a long paragraph that an agency signs for one, not for a caption', () => {
    const { article } = read(`${title}\n\n${body[0]} ${body[1]} © dpa`)
    expect(article).toMatchObject({ agencies: ['dpa'], text: `${body[0]} ${body[1]}` })
  })

  it('maps every word back to the capture', () => {
    const { article, decoded } = read(` date 2024-03\u00a0KÖLN (dpa)  -  ${body.join('\r\n\r\n')}`)
    const start = article.text.indexOf('Finanzminister')
    const span = sourceSpan(article.map, start, start + 'Finanzminister'.length)
    expect(decoded.slice(span.start, span.end)).toBe('Finanzminister')
  })
})

describe('a body', () => {
  it('stays as it is, letter for letter', () => {
    const text = '\ufeff  BERLIN (dpa) - Ein  Satz.\r\n\r\nWeitere Meldungen\n'
    const { article } = read(text, 'body')
    expect(article.text).toBe(text)
    expect(article.blocks.map(({ start, end }) => text.slice(start, end))).toEqual([
      'BERLIN (dpa) - Ein  Satz.',
      'Weitere Meldungen',
    ])
  })
})
