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
