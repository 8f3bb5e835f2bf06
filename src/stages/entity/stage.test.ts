import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Article } from '../../core/article.ts'
import type { Mention } from '../../core/layers.ts'
import type { DocumentBase } from '../../core/stage.ts'
import { loadGerman } from '../../lang/de/pack.ts'
import type { Knowledge } from '../knowledge.ts'
import { segmentStage } from '../segment/stage.ts'
import { syntaxStage } from '../syntax/stage.ts'
import { entityStage } from './stage.ts'

const knowledge = { locale: loadGerman() } as Knowledge

const mentionsOf = (text: string, publishedAt: string | null = '2024-04-30'): readonly Mention[] => {
  const base = {
    article: { text, blocks: [{ start: 0, end: text.length, role: 'paragraph' }] } as unknown as Article,
    text,
    language: 'de',
    publishedAt,
  } satisfies DocumentBase
  const segmented = { ...base, ...segmentStage.run(base, knowledge).layers }
  const analysed = { ...segmented, ...syntaxStage.run(segmented, knowledge).layers }
  return entityStage.run(analysed, knowledge).layers.mention
}

/** The longest mention that stands on the last occurrence of some words. */
const on = (text: string, exact: string, publishedAt?: string): Mention | undefined => {
  const at = text.lastIndexOf(exact)
  return mentionsOf(text, publishedAt).find(
    (mention) => mention.start < at + exact.length && mention.end > at && mention.end >= at + exact.length,
  )
}

describe('countries', () => {
  it.each([
    ['Dänemark liefert Haubitzen.', 'Dänemark', 'name', 'DNK'],
    ['Die estnische Regierung stimmte zu.', 'estnische', 'adjective', 'EST'],
    ['Paris und Warschau einigten sich.', 'Warschau', 'name', 'POL'],
    ['Der Kreml wies das zurück.', 'Kreml', 'name', 'RUS'],
    ['Das Weiße Haus bestätigte den Anruf.', 'Weiße Haus', 'name', 'USA'],
    ['Ein Sprecher des Weissen Hauses schwieg.', 'Weissen Hauses', 'name', 'USA'],
    ['Die Vereinigten Staaten zahlen.', 'Vereinigten Staaten', 'name', 'USA'],
    ['Die Litauer stimmten ab.', 'Litauer', 'description', 'LTU'],
    ['Die EU berät morgen.', 'EU', 'name', 'EU'],
    ['Charkiw wurde beschossen.', 'Charkiw', 'name', 'UKR'],
  ] as const)('%s', (text, exact, form, country) => expect(on(text, exact)).toMatchObject({ form, country }))

  it('takes two states side by side for two names, and one place of two words for one', () => {
    expect(mentionsOf('Im Winter will Berlin Kiew helfen.').map((m) => m.country)).toEqual(['DEU', 'UKR'])
    expect(mentionsOf('Die Strecke endet am Flughafen Berlin Brandenburg.')).toMatchObject([
      { form: 'name', end: 49 },
    ])
  })

  it('sees the country in a compound', () => {
    const [whole, part] = mentionsOf('Die Ukraine-Hilfe steigt, sagt die US-Delegation.').filter(
      (mention) => mention.form === 'part',
    )
    expect(whole).toMatchObject({ country: 'UKR', start: 4, end: 11 })
    expect(part).toMatchObject({ country: 'USA' })
  })
})

describe('bodies', () => {
  it.each([
    [
      'Das polnische Verteidigungsministerium dementierte.',
      'Verteidigungsministerium',
      'polnisches Verteidigungsministerium',
      'POL',
    ],
    [
      'Das Innenministerium der Slowakei dementierte.',
      'Innenministerium',
      'slowakisches Innenministerium',
      'SVK',
    ],
    ['Das US-Aussenministerium dementierte.', 'US-Aussenministerium', 'US-Außenministerium', 'USA'],
    ['Die Regierung in Athen dementierte.', 'Regierung', 'griechische Regierung', 'GRC'],
    ['Kiews Generalstab meldete Angriffe.', 'Generalstab', 'ukrainischer Generalstab', 'UKR'],
    [
      'Das Verteidigungsdepartement dementierte.',
      'Verteidigungsdepartement',
      'schweizerisches Verteidigungsdepartement',
      'CHE',
    ],
    ['US-Medien berichteten davon.', 'US-Medien', 'US-Medien', 'USA'],
  ])('%s', (text, exact, name, country) => expect(on(text, exact)).toMatchObject({ name, country }))

  it.each([
    [
      'Das finnische Verteidigungsministerium gab 20 Panzer frei. Das Ministerium nannte keinen Termin.',
      'Ministerium',
    ],
    [
      'Das norwegische Außenministerium lud ein. Norwegens Parlament tagte. Wie das Außenministerium erklärte, kamen alle.',
      'Außenministerium',
    ],
  ])('points back: %s', (text, exact) => {
    const all = mentionsOf(text)
    const back = on(text, exact)
    expect(back?.entity).toBe(all.find((mention) => mention.type === 'ORG')?.entity)
  })

  it('needs the country for a short name', () => {
    expect(on('Die USA zögern, der Kongress streitet.', 'Kongress')?.name).toBe('US-Kongress')
    expect(on('Der Kongress der Chirurgen beginnt.', 'Kongress')?.name).not.toBe('US-Kongress')
  })
})

describe('offices with dates', () => {
  it.each([
    ['2024-04-30', 'Joe Biden'],
    ['2025-07-02', 'Donald Trump'],
    ['2016-05', 'Barack Obama'],
  ])('the US president of %s', (publishedAt, name) => {
    expect(on('Der US-Präsident sagte ab.', 'US-Präsident', publishedAt)?.name).toBe(name)
    expect(
      on('Die Reise des amerikanischen Präsidenten ist abgesagt.', 'Präsidenten', publishedAt)?.name,
    ).toBe(name)
  })

  it('is nobody certain in the month of a hand-over', () => {
    expect(on('Der US-Präsident sagte ab.', 'US-Präsident', '2025-01')?.name).not.toMatch(/Biden|Trump/u)
  })

  it('does not take a former holder for today’s', () => {
    expect(on('Der frühere US-Präsident sagte ab.', 'US-Präsident')?.name).not.toBe('Joe Biden')
  })
})

describe('persons', () => {
  it.each([
    ['Wolodymyr Selenskyj reist nach Rom. Zelensky trifft den Papst.', 'Zelensky'],
    ['Ministerin Jana Kowalska sprach. Dann ging Kowalska.', 'Kowalska'],
    ['Der Hamburger Reeder Jan Petersen klagt. Petersens Anwalt schweigt.', 'Petersens'],
    ['Olaf Scholz sprach mit Emmanuel Macron. Der Kanzler reist weiter.', 'Kanzler'],
    ['Präsidentin Maia Sandu kam an. Sie dankte.', 'Sie'],
    ['Außenminister Radoslaw Sikorski warnte. Er reist ab.', 'Er'],
    ['General Jan Berg kam an. Danach sprach der General.', 'General'],
    ['Der SPD-Politiker Jan Berg kam an. Dann ging der Sozialdemokrat.', 'Sozialdemokrat'],
    ['Mark Rutte kam an. Dann ging der Niederländer.', 'Niederländer'],
    ['Karl Nehammer kam an. Dann ging der ÖVP-Chef.', 'ÖVP-Chef'],
  ])('are one: %s', (text, exact) => {
    const first = mentionsOf(text).find((mention) => mention.type === 'PER' && mention.form === 'name')
    expect(first).toBeDefined()
    expect(on(text, exact)?.entity).toBe(first?.entity)
  })

  it.each([
    ['Mark Rutte kam an. Die Niederländer jubelten.', 'Niederländer'],
    ['Mark Rutte kam an. Die Mehrheit der Niederländer jubelte.', 'Niederländer'],
    ['Jan Berg kam an. Der General der Luftwaffe schwieg.', 'General'],
  ])('are not meant: %s', (text, exact) => expect(on(text, exact)?.type).not.toBe('PER'))

  it('are no common noun', () => expect(on('Ohne Geld gibt es keinen Frieden.', 'Frieden')).toBeUndefined())

  it('have the country of their title', () => {
    expect(on('Der dänische Unterhändler Lars Holm reiste ab.', 'Lars Holm')?.country).toBe('DNK')
    expect(on('Die Leiterin der US-Botschaft Jane Miller kam.', 'Jane Miller')?.country).toBe('USA')
  })
})

describe('what points back', () => {
  it('finds both countries', () => {
    const both = mentionsOf('Schweden und Finnland verhandeln. Beide Länder hoffen.').filter(
      (mention) => mention.rule === 'entity/both',
    )
    expect(both.map((mention) => mention.country).sort()).toEqual(['FIN', 'SWE'])
  })

  it('takes the neighbour for the other one', () =>
    expect(on('Die Ukraine wehrt sich. Russland beschoss das Nachbarland.', 'Nachbarland')?.country).toBe(
      'UKR',
    ))

  it.each([
    [
      'Das Bundesinnenministerium teilte das mit. Die Polizei war den Angaben nach früh da.',
      'Angaben',
      'DEU',
    ],
    ['US-Medien meldeten den Fund. Die Ukraine hat den Berichten zufolge reagiert.', 'Berichten', 'USA'],
  ])('knows whose word it is: %s', (text, exact, country) => expect(on(text, exact)?.country).toBe(country))

  it('takes man for who speaks', () =>
    expect(
      on('Das tschechische Verteidigungsministerium teilte mit, man habe nichts gehört.', 'man')?.country,
    ).toBe('CZE'))
})

describe('any text', () => {
  const code = /^(?:[A-Z]{3}|EU|NATO|G7|UN)$/u
  const pieces = [
    'US-',
    'Präsident',
    ' ',
    'Selenskyj',
    '„',
    '“',
    'der',
    'die',
    '.',
    ',',
    'Kiew',
    's',
    '’',
    'Ministerium',
    'und',
    'von',
    'beide Länder',
    '-',
    '\n',
    'er',
    '😀',
    'X.',
  ]

  it('gives mentions in bounds, in order, with one kind of code', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(fc.constantFrom(...pieces)).map((list) => list.join('')),
        ),
        (text) => {
          let last = 0
          for (const mention of mentionsOf(text)) {
            expect(mention.start).toBeGreaterThanOrEqual(last)
            expect(mention.end).toBeGreaterThan(mention.start)
            expect(mention.end).toBeLessThanOrEqual(text.length)
            expect(mention.name).not.toBe('')
            if (mention.country !== null) expect(mention.country).toMatch(code)
            last = mention.start
          }
        },
      ),
      { numRuns: 150 },
    )
  })

  it('takes time in proportion to its length', () => {
    const sentence =
      'Der US-Präsident und das Ministerium der Ukraine sagten, er habe Kiew und beide Länder gemeint '
    expect(mentionsOf(sentence.repeat(800)).length).toBeGreaterThan(800)
  })
})
