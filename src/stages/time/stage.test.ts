import { describe, expect, it } from 'vitest'
import { loadKnowledge } from '../../run/knowledge.ts'
import { read } from '../../run/read.ts'

const knowledge = loadKnowledge()
const timesOf = (text: string, published: string | null) =>
  read(
    {
      bytes: new TextEncoder().encode(text),
      kind: 'body',
      name: 'case',
      url: null,
      title: null,
      published,
      today: null,
    },
    knowledge,
  ).times

/** Published on Friday, 8 March 2024. One line: the sentence, then `exact | value | range` of each. */
const cases: readonly (readonly [string, string])[] = [
  ['Der Bundesrat tagte am 23.2.2024 in Berlin.', '23.2.2024 | 2024-02-23 | 2024-02-23'],
  ['Das Abkommen wurde am 2. Dezember geschlossen.', '2. Dezember | 2023-12-02 | 2023-12-02'],
  [
    'Die Messe lief vom 1. bis 5. Februar 2024.',
    '1. | 2024-02-01 | 2024-02-01; 5. Februar 2024 | 2024-02-05 | 2024-02-05',
  ],
  ['Der Minister kam am Dienstag an.', 'Dienstag | 2024-03-05 | 2024-03-05'],
  ['Der Minister kam am Freitag an.', 'Freitag | 2024-03-08 | 2024-03-08'],
  [
    'Der Vertrag war in der Nacht zu Mittwoch fertig.',
    'der Nacht zu Mittwoch | 2024-03-05TNI | 2024-03-05/2024-03-06',
  ],
  ['Am Mittwochabend stand das Ergebnis fest.', 'Mittwochabend | 2024-03-06TEV | 2024-03-06'],
  ['Das Gesetz gilt seit Anfang des Jahres.', 'Anfang des Jahres | 2024 | 2024-01-01/2024-01-31'],
  ['Die Ministerin sagte das Mitte dieser Woche.', 'Mitte dieser Woche | 2024-W10 | 2024-03-05/2024-03-07'],
  ['Ende Februar 2022 begann der Krieg.', 'Ende Februar 2022 | 2022-02 | 2022-02-20/2022-02-28'],
  ['Die Mittel sind zum Jahresende verbraucht.', 'Jahresende | 2024 | 2024-12-19/2024-12-31'],
  ['Der Umsatz stieg im dritten Quartal 2023.', 'dritten Quartal 2023 | 2023-Q3 | 2023-07-01/2023-09-30'],
  ['Vergangene Woche stimmte der Landtag zu.', 'Vergangene Woche | 2024-W09 | 2024-02-26/2024-03-03'],
  ['Im vergangenen Jahr sank die Zahl.', 'vergangenen Jahr | 2023 | 2023-01-01/2023-12-31'],
  ['Bis Ende Jahr will das Parlament beraten.', 'Ende Jahr | 2024 | 2024-12-19/2024-12-31'],
  ['Anfang Woche tagte der Rat.', 'Anfang Woche | 2024-W10 | 2024-03-04/2024-03-05'],
  ['In der Karwoche ruhte der Verkehr.', 'Karwoche | 2023-04-02 | 2023-04-02/2023-04-08'],
  ['Die Firma lieferte 2000 weitere Fahrzeuge und 1600 DM22.', ''],
  ['Das sagte sie der „Welt am Sonntag“.', ''],
  ['Das sagte sie am Sonntag.', 'Sonntag | 2024-03-03 | 2024-03-03'],
  [
    'Der Vertrag, der 2015 geschlossen wurde, läuft im Mai aus.',
    '2015 | 2015 | 2015-01-01/2015-12-31; Mai | 2024-05 | 2024-05-01/2024-05-31',
  ],
  [
    'Gestreikt wird von Mittwoch bis Montag.',
    'Mittwoch | 2024-03-13 | 2024-03-13; Montag | 2024-03-18 | 2024-03-18',
  ],
  [
    'Der Rat tagte am Mittwoch.\n\nAm Abend stand das Ergebnis fest.',
    'Mittwoch | 2024-03-06 | 2024-03-06; Abend | 2024-03-06TEV | 2024-03-06',
  ],
  ['Heuer fällt der Ball aus.', 'Heuer | 2024 | 2024-01-01/2024-12-31'],
  ['Im Jänner war die Quote höher.', 'Jänner | 2024-01 | 2024-01-01/2024-01-31'],
  ['Gestern Abend brannte eine Halle.', 'Gestern Abend | 2024-03-07TEV | 2024-03-07'],
  ['Seit mehr als drei Jahren wird verhandelt.', 'mehr als drei Jahren | P3Y | null'],
  ['Vor einigen Tagen traf er die Botschafterin.', 'einigen Tagen | PXD | 2024-02-27/2024-03-06'],
  ['Das Gericht gab ihm drei Jahre und vier Monate.', 'drei Jahre und vier Monate | P3Y4M | null'],
  ['Jahrelang geschah nichts.', 'Jahrelang | PXY | null'],
  ['Eine dreijährige Frist lief ab.', 'dreijährige | P3Y | null'],
  ['Jeden Montag tagt der Ausschuss.', 'Jeden Montag | XXXX-WXX-1 | null'],
  ['Das kostet 40 Euro pro Jahr.', 'pro Jahr | P1Y | null'],
  ['In den fünfziger Jahren zog sie fort.', 'den fünfziger Jahren | 195 | 1950-01-01/1959-12-31'],
  ['Im 19. Jahrhundert war das Schloss leer.', '19. Jahrhundert | 18 | 1800-01-01/1899-12-31'],
  ['Nach Ostern 2023 zogen die Preise an.', 'Ostern 2023 | 2023-04-09 | 2023-04-09'],
  ['Derzeit laufen Gespräche.', 'Derzeit | PRESENT_REF | null'],
  ['Das geht aus einem Papier vom Freitag hervor.', 'Freitag | 2024-03-08 | 2024-03-08'],
  ['Das geht aus einem Papier vom Montag hervor.', 'Montag | 2024-03-04 | 2024-03-04'],
  ['Ab Montag gilt der neue Plan.', 'Montag | 2024-03-11 | 2024-03-11'],
  ['Damals war er Kanzler.', 'Damals | PAST_REF | null'],
  [
    'Am 4. März um 20.30 Uhr fiel der Strom aus.',
    '4. März | 2024-03-04 | 2024-03-04; 20.30 Uhr | 2024-03-04T20:30 | 2024-03-04',
  ],
  ['Die Sitzung endete um halb neun.', 'halb neun | 2024-03-08T08:30 | 2024-03-08'],
  // No expressions of time.
  ['Rund 2000 Menschen kamen auf den Platz.', ''],
  ['Der 57-jährige Fahrer blieb unverletzt.', ''],
  ['Paragraf 1906 regelt das.', ''],
  ['Für 1500 Euro im Monat vermietet sie.', 'im Monat | P1M | null'],
]

describe('times seen from 2024-03-08', () => {
  it.each(cases)('%s', (text, expected) => {
    const found = timesOf(text, '2024-03-08')
    for (const { start, end, exact } of found) expect(text.slice(start, end)).toBe(exact)
    expect(
      found
        .map(({ exact, value, range }) => {
          const days = range === null ? 'null' : range[0] === range[1] ? range[0] : range.join('/')
          return `${exact} | ${value} | ${days}`
        })
        .join('; '),
    ).toBe(expected)
  })
})

describe('what the publication leaves open stays open', () => {
  it.each([
    ['Der Minister kam gestern an.', null, 'XXXX-XX-XX', null],
    ['Das Abkommen wurde am 2. Juli geschlossen.', null, 'XXXX-07-02', null],
    ['Im März 2023 stimmte der Rat zu.', null, '2023-03', ['2023-03-01', '2023-03-31']],
    ['Das Abkommen wurde am 2. Juli geschlossen.', '2025-07', '2025-07-02', ['2025-07-02', '2025-07-02']],
    ['Der Minister kam am Mittwoch an.', '2025-07', '2025-0X-XX', ['2025-06-25', '2025-07-30']],
    ['Im vergangenen Jahr sank die Zahl.', '2025-07', '2024', ['2024-01-01', '2024-12-31']],
    ['Der Minister kam gestern an.', '2025-07-02/..', 'XXXX-XX-XX', null],
  ] as const)('%s %s', (text, published, value, range) => {
    const [time] = timesOf(text, published)
    expect(time?.value).toBe(value)
    expect(time?.range).toEqual(range)
  })
})
