import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Article } from '../../core/article.ts'
import type { StatementAnnotation } from '../../core/layers.ts'
import { loadKnowledge } from '../../run/knowledge.ts'
import { annotate } from '../../run/read.ts'

const knowledge = loadKnowledge()

const read = (text: string): readonly StatementAnnotation[] => {
  const blocks = [...text.matchAll(/[^\n]+/gu)].map((m) => ({
    start: m.index,
    end: m.index + m[0].length,
    role: 'paragraph' as const,
  }))
  const article = { text, blocks, dateline: null, agencies: [] } as unknown as Article
  return annotate({ article, text, language: 'de', publishedAt: '2025-03-14' }, knowledge).statement
}

/** `kind: speaker: content` of every statement, parts joined by „ | “. */
const said = (text: string): string[] =>
  read(text).map(
    ({ kind, speaker, parts }) =>
      `${kind}: ${speaker?.name ?? '-'}: ${parts.map(({ start, end }) => text.slice(start, end)).join(' | ')}`,
  )

describe('direct', () => {
  it.each([
    [
      'behind its cue, several sentences',
      'Bürgermeisterin Anna Weber sagte: „Wir bauen die Brücke. Das Geld ist da.“',
      ['direct: Anna Weber: „Wir bauen die Brücke. Das Geld ist da.“'],
    ],
    [
      'before its cue',
      '„Wir bauen die Brücke im Herbst“, sagte Anna Weber.',
      ['direct: Anna Weber: „Wir bauen die Brücke im Herbst“'],
    ],
    [
      'with other marks',
      '»Wir bauen die Brücke im Herbst«, sagte Anna Weber.',
      ['direct: Anna Weber: »Wir bauen die Brücke im Herbst«'],
    ],
    [
      'carried on without a cue',
      'Anna Weber sagte, die Brücke werde gebaut. „Das Geld dafür ist da.“',
      ['indirect: Anna Weber: die Brücke werde gebaut', 'direct: Anna Weber: „Das Geld dafür ist da.“'],
    ],
    [
      'with so',
      '„Wir bauen die Brücke im Herbst“, so Anna Weber.',
      ['direct: Anna Weber: „Wir bauen die Brücke im Herbst“'],
    ],
    [
      'in Swiss marks',
      '«Wir bauen die Brücke im Herbst», teilte Anna Weber mit.',
      ['direct: Anna Weber: «Wir bauen die Brücke im Herbst»'],
    ],
    [
      'behind a colon, with a condition first',
      'Anna Weber erklärte: „Wenn das Geld reicht, wird gebaut.“',
      ['direct: Anna Weber: „Wenn das Geld reicht, wird gebaut.“'],
    ],
    [
      'of somebody whom a paper quotes',
      '„Wir bauen die Brücke im Herbst“, zitierte die Zeitung „Neuer Bote“ die Bürgermeisterin Anna Weber.',
      ['direct: Anna Weber: „Wir bauen die Brücke im Herbst“'],
    ],
  ])('%s', (_, text, statements) => expect(said(text)).toEqual(statements))

  it('has the agency behind the speaker in its chain', () =>
    expect(
      read('„Wir bauen die Brücke im Herbst“, sagte Anna Weber der Agentur Reuters zufolge.')[0],
    ).toMatchObject({ kind: 'direct', chain: ['Agentur Reuters', 'Anna Weber'] }))

  it('is not a name', () => expect(said('Die Zeitung „Neuer Bote“ erscheint in Kassel.')).toEqual([]))
})

describe('indirect', () => {
  it.each([
    [
      'dass',
      'Verkehrsminister Otto Lang sagte am Montag, dass die Brücke gesperrt bleibe.',
      ['indirect: Otto Lang: dass die Brücke gesperrt bleibe'],
    ],
    [
      'verb second behind the cue',
      'Otto Lang teilte mit, man prüfe den Antrag.',
      ['indirect: Otto Lang: man prüfe den Antrag'],
    ],
    [
      'verb second before the cue',
      'Die Brücke sei nicht mehr zu retten, sagte Otto Lang am Montag.',
      ['indirect: Otto Lang: Die Brücke sei nicht mehr zu retten'],
    ],
    [
      'infinitive',
      'Otto Lang kündigte an, zwei Brücken zu bauen.',
      ['indirect: Otto Lang: zwei Brücken zu bauen'],
    ],
    [
      'noun',
      'Otto Lang äußerte die Hoffnung, dass die Brücke bald fertig werde.',
      ['indirect: Otto Lang: dass die Brücke bald fertig werde'],
    ],
    [
      'two participles of one auxiliary',
      'Zuvor hatte Otto Lang erklärt, die Stadt sei pleite, und versprochen: „Wir sparen.“',
      ['indirect: Otto Lang: die Stadt sei pleite', 'direct: Otto Lang: „Wir sparen.“'],
    ],
    [
      'a woman rather than her country',
      'Den Vertrag unterschrieb für die Schweiz Ministerin Anna Weber. Das Geld bleibe in der Schweiz, schrieb sie.',
      ['indirect: Anna Weber: Das Geld bleibe in der Schweiz'],
    ],
    [
      'of a name with an apposition',
      'Anna Weber, die Leiterin des Amtes, sagte, man prüfe den Antrag.',
      ['indirect: Anna Weber: man prüfe den Antrag'],
    ],
    [
      'behind the reporter’s own clause',
      'Otto Lang rügt den Rat: Der Bund helfe nicht, schrieb er.',
      ['indirect: Otto Lang: Der Bund helfe nicht'],
    ],
    [
      'of two bare names the first',
      'Man werde die Grenze schließen, drohte Trump Russland.',
      ['indirect: Donald Trump: Man werde die Grenze schließen'],
    ],
    [
      'of a description',
      'Otto Lang kam nach Bonn. Die Brücke sei alt, sagte der SPD-Politiker.',
      ['indirect: Otto Lang: Die Brücke sei alt'],
    ],
    [
      'of „es“ that is somebody',
      'Das Weiße Haus prüft den Fall. Die Brücke sei alt, teilte es auf Anfrage mit.',
      ['indirect: Weißes Haus: Die Brücke sei alt'],
    ],
    [
      'by telephone',
      'Dessen Nachbar Otto Lang versicherte Anna Weber in einem Telefonat, die Brücke halte.',
      ['indirect: Otto Lang: die Brücke halte'],
    ],
    [
      'up to a semicolon before another cue',
      'Otto Lang sagte, die Stadt müsse sparen; zugleich bedauerte er den Streit.',
      ['indirect: Otto Lang: die Stadt müsse sparen'],
    ],
    [
      'in the indicative behind „heißt es“',
      'In einem Papier des Rates, das dem Boten vorliegt, heißt es, die Gebühren blieben gleich.',
      ['indirect: Papier des Rates: die Gebühren blieben gleich'],
    ],
    [
      'of whom „dessen“ is an attribute',
      'Der Verein pflichtete ihm bei. Ohne Geld gehe es nicht, so dessen Vorsitzender Otto Lang.',
      ['indirect: Otto Lang: Ohne Geld gehe es nicht'],
    ],
    [
      'of who decided before „hieß es“',
      'Die EU-Kommission lehnte den Bau ab. Die Brücke sei zu teuer, hieß es zur Begründung.',
      ['indirect: EU-Kommission: Die Brücke sei zu teuer'],
    ],
    [
      'of the one in front where a title has no case',
      'Wirtin Anna Weber forderte Präsident Otto Lang auf, die Brücke zu bauen.',
      ['indirect: Anna Weber: die Brücke zu bauen'],
    ],
    [
      'of a paper that is named, not of the one before',
      'Die Agentur Reuters meldete, der Bau beginne. Zuvor hatte die Zeitung „Neuer Bote“ berichtet, das Geld fehle.',
      ['indirect: Agentur Reuters: der Bau beginne', 'indirect: Zeitung „Neuer Bote“: das Geld fehle'],
    ],
    [
      'behind a verb that is denied',
      'Otto Lang wollte nicht ausschließen, dass die Brücke gesperrt wird.',
      ['indirect: Otto Lang: dass die Brücke gesperrt wird'],
    ],
    [
      'of somewhere that it was to be heard',
      'Aus der EU-Kommission war zu hören, die Brücke sei fast fertig.',
      ['indirect: EU-Kommission: die Brücke sei fast fertig'],
    ],
    [
      'of „man“ at a place',
      'Die Brücke sei zu teuer, glaubt man im Weißen Haus.',
      ['indirect: Weißes Haus: Die Brücke sei zu teuer'],
    ],
    [
      'with quoted words inside',
      'Otto Lang sagte, die Brücke sei „ein Fall für den Bagger“.',
      ['indirect: Otto Lang: die Brücke sei „ein Fall für den Bagger“'],
    ],
  ])('%s', (_, text, statements) => expect(said(text)).toEqual(statements))

  it.each([
    ['a clause in front of the verb', 'Weil es regnete, blieb Otto Lang zu Hause.'],
    ['a reflexive use', 'Die Brücke befindet sich in Kassel, das Rathaus steht daneben.'],
    ['nobody says it', 'Es ist davon auszugehen, dass es regnet.'],
    ['hearing', 'Otto Lang hörte, dass es regnet.'],
    ['hoping', 'Es ist zu hoffen, dass es regnet.'],
  ])('not: %s', (_, text) => expect(said(text)).toEqual([]))
})

describe('attributed', () => {
  it.each([
    ['laut', 'Laut Polizei blieb die Straße gesperrt.', 'Polizei'],
    ['nach Angaben', 'Die Straße blieb nach Angaben der Polizei gesperrt.', 'Polizei'],
    ['zufolge', 'Der Polizei zufolge blieb die Straße gesperrt.', 'Polizei'],
    ['wie', 'Die Straße blieb gesperrt, wie die Polizei mitteilte.', 'Polizei'],
    ['phrase', 'Die Polizei sprach von einem Unfall.', 'Polizei'],
  ])('%s', (_, text, speaker) => {
    const [one, ...more] = read(text)
    expect(more).toEqual([])
    expect(one!.kind).toBe('attributed')
    expect(one!.speaker!.name).toContain(speaker)
    expect(text.slice(one!.start, one!.end).replace(/\.$/u, '')).toBe(text.slice(0, -1))
  })

  it.each([
    ['Mehreren Berichten zufolge steigen die Ausgaben nicht.', 'Mehrere Berichte'],
    ['Nach Angaben von Beobachtern steigen die Ausgaben nicht.', 'Beobachter'],
    ['Wie aus Regierungskreisen verlautete, steigen die Ausgaben nicht.', 'Regierungskreise'],
    ['Nach Kremlangaben steigen die Ausgaben nicht.', 'Kreml'],
    ['Nach Polizeiangaben kamen 200 Menschen.', 'Polizei'],
    ['Viele Ärzte sehen das anders. Ihrer Ansicht nach reichen die Betten nicht.', 'Viele Ärzte'],
    ['Laut „Neuem Boten“ steigen die Preise.', '„Neuem Boten“'],
    ['Das Amt hat nach Medienberichten einen Teil der Waffen gestoppt.', 'Medienberichte'],
    ['Das Weiße Haus will nach eigenen Angaben den Verkauf stoppen.', 'Weißes Haus'],
    ['Der Minister reiste zu Anna Weber. Nach ihren Worten reicht das Geld.', 'Anna Weber'],
    ['Gemäß Otto Lang reicht das Geld.', 'Otto Lang'],
    ['Olaf Scholz versprach Emmanuel Macron nach dessen Worten Hilfe.', 'Emmanuel Macron'],
    [
      'Die Brücke ist nach Ansicht von Fachleuten morsch. Das geht aus einem Bericht des Amtes hervor. Demnach fehlt Stahl.',
      'Bericht des Amtes',
    ],
    ['Otto Lang traf Anna Weber. Otto Lang hat ihr nach eigenen Worten gedankt.', 'Otto Lang'],
  ])('%s is said by %s', (text, speaker) => expect(read(text).at(-1)?.speaker?.name).toBe(speaker))

  it('stands for the sentence before', () =>
    expect(said('Die Straße bleibt gesperrt. Das sagte Otto Lang.')).toEqual([
      'attributed: Otto Lang: Die Straße bleibt gesperrt',
    ]))

  it('says once what has its cue already', () =>
    expect(said('Otto Lang forderte, die Brücke zu sperren. Das sagte er in Bonn.')).toEqual([
      'indirect: Otto Lang: die Brücke zu sperren',
    ]))

  it.each(['Der Sturm forderte zwölf Todesopfer.', 'Die Flut forderte viele Menschenleben.'])(
    'is no demand: %s',
    (text) => expect(said(text)).toEqual([]),
  )

  it('goes on behind the verb with „demnach“', () =>
    expect(said('Laut Polizei blieb die Straße gesperrt. Ein Lastwagen war demnach umgestürzt.').at(-1)).toBe(
      'attributed: Polizei: Ein Lastwagen war demnach umgestürzt',
    ))

  it.each(['Der Rat nannte keine Einzelheiten.', 'Die Polizei nannte keine Namen.'])(
    'is nothing told: %s',
    (text) => expect(said(text)).toEqual([]),
  )

  it('is no question in the subjunctive', () =>
    expect(
      said('Otto Lang sprach von einem Test. Moskau wolle wissen, wie der Rat antworte.').at(-1),
    ).not.toMatch(/^attributed/u))

  it('is not a time after a report', () =>
    expect(said('Nach dem Unfall blieb die Straße gesperrt.')).toEqual([]))
})

describe('free indirect', () => {
  it('runs on until the indicative returns', () =>
    expect(
      said(
        'Otto Lang sagte, die Brücke sei alt. Man habe sie zu spät geprüft. Jetzt müsse sie weg. Die Stadt hat zwei Brücken.',
      ),
    ).toEqual([
      'indirect: Otto Lang: die Brücke sei alt',
      'free-indirect: Otto Lang: Man habe sie zu spät geprüft.',
      'free-indirect: Otto Lang: Jetzt müsse sie weg.',
    ]))

  it('is a reason that is not the reporter’s', () => {
    expect(said('Otto Lang sperrte die Brücke, weil sie morsch sei.')).toEqual([
      'free-indirect: Otto Lang: weil sie morsch sei.',
    ])
    expect(said('Otto Lang sperrte die Brücke, weil sie morsch ist.')).toEqual([])
  })

  it('goes on behind a semicolon', () =>
    expect(said('Otto Lang dankte allen; er trage Mitschuld.')).toEqual([
      'free-indirect: Otto Lang: er trage Mitschuld.',
    ]))

  it('does not begin with „sollen“ alone', () =>
    expect(said('Die Brücke ist alt. Sie soll im Herbst gesprengt werden.')).toEqual([]))

  it('is not what „ich“ says of itself', () => expect(said('Ich arbeite in Kassel.')).toEqual([]))
})

describe('any text', () => {
  it('gives spans in bounds, in order and verbatim', () => {
    const word = fc.constantFrom(
      ...'sagte, „Wir “ laut Angaben dass er sei habe : . ! und nach zufolge so Das wie mitteilte \n ( )'.split(
        ' ',
      ),
    )
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), (words) => {
        const text = words.join(' ')
        let last = 0
        for (const { start, end, parts, speaker } of read(text)) {
          expect(start).toBeGreaterThanOrEqual(last)
          last = start
          expect(end).toBeLessThanOrEqual(text.length)
          let before = start
          for (const part of parts) {
            expect(part.start).toBeGreaterThanOrEqual(before)
            expect(part.end).toBeGreaterThan(part.start)
            before = part.end
          }
          expect(parts.at(-1)!.end).toBe(end)
          if (speaker?.start != null) expect(speaker.end!).toBeGreaterThan(speaker.start)
        }
      }),
      { numRuns: 200, examples: [[['laut', '\n', 'Angaben']]] },
    )
  })
})
