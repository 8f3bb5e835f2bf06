/** Whom a report names as the one who ordered a stop. */
import { expect, it } from 'vitest'
import { factRules } from '../lang/de/facts/rules.ts'
import { officesOf, ordersOf } from './people.ts'

/** Sentences with the people in them; the first one tells an event. */
const report = (...told: readonly (readonly [sentence: string, ...people: string[]])[]) => {
  const text = told.map(([sentence]) => sentence).join(' ')
  const sentences = told.map(([sentence]) => {
    const start = text.indexOf(sentence)
    return { start, end: start + sentence.length }
  })
  const entities = told.flatMap(([, ...people]) =>
    people.map((name) => ({
      start: text.indexOf(name),
      end: text.indexOf(name) + name.length,
      name,
      type: 'PER',
    })),
  )
  return {
    article: { text },
    sentences,
    entities,
    events: [{ evidence: sentences[0] }],
  } as unknown as Parameters<typeof ordersOf>[0]
}
const first = ['Kanada liefert der Moldau vorerst keine Generatoren mehr.'] as const

it.each([
  [
    'names who ordered the stop',
    ['Ministerin Anna Roth hatte den Lieferstopp angeordnet.', 'Anna Roth'],
    ['Anna Roth', null],
  ],
  [
    'is not led astray by what follows',
    ['Den Stopp hatte Anna Roth angeordnet, obwohl keine Gefahr bestand.', 'Anna Roth'],
    ['Anna Roth', null],
  ],
  [
    'names on whose order it was',
    ['Auf Anweisung von Ministerin Anna Roth wurde die Lieferung ausgesetzt.', 'Anna Roth'],
    ['Anna Roth', null],
  ],
  [
    'names who ordered that it stop',
    ['Anna Roth wies das Ministerium an, alle Lieferungen auszusetzen.', 'Anna Roth'],
    ['Anna Roth', null],
  ],
  [
    'takes „die Entscheidung“ for what was told last',
    ['Die Entscheidung habe Anna Roth getroffen.', 'Anna Roth'],
    ['Anna Roth', 0],
  ],
] as const)('%s', (_, sentence, [person, after]) => {
  expect(ordersOf(report(first, sentence), factRules)).toMatchObject([{ person, after }])
})

it.each([
  ['somebody denies it', ['Anna Roth bestritt, den Stopp angeordnet zu haben.', 'Anna Roth']],
  [
    'two are named',
    ['Anna Roth und Max Kern ordneten an: Lieferstopp, verfügte Roth.', 'Anna Roth', 'Max Kern'],
  ],
  ['something else was ordered', ['Anna Roth hat eine Prüfung angeordnet.', 'Anna Roth']],
  ['the decision is still open', ['Die Entscheidung soll Anna Roth bis Juni getroffen haben.', 'Anna Roth']],
  [
    'a check was ordered after a stop',
    ['Anna Roth ordnete eine Prüfung an, nachdem die Lieferung ausgesetzt worden war.', 'Anna Roth'],
  ],
  ['a surname alone', ['Den Stopp hat Roth verfügt.', 'Roth']],
] as const)('nobody where %s', (_, sentence) => {
  expect(ordersOf(report(first, sentence), factRules)).toEqual([])
})

it('nobody decided what no event was told of', () => {
  expect(ordersOf(report(['Die Entscheidung habe Anna Roth getroffen.', 'Anna Roth']), factRules)).toEqual([])
})

const told = (text: string, name: string) =>
  officesOf(
    {
      article: { text },
      entities: [{ start: text.indexOf(name), end: text.indexOf(name) + name.length, name, type: 'PER' }],
    } as unknown as Parameters<typeof officesOf>[0],
    factRules,
  )

it.each([
  ['Die japanische Außenministerin Anna Roth reiste ab.', 'foreign', 'japanische Außenministerin Anna Roth'],
  ['Das sagte US-Verteidigungsminister Anna Roth.', 'defence', 'US-Verteidigungsminister Anna Roth'],
  ['Geschäftsträger Anna Roth kam.', 'chargé', 'Geschäftsträger Anna Roth'],
])('an office that excludes others: %s', (text, office, exact) => {
  expect(told(text, 'Anna Roth')).toMatchObject([{ office, exact, person: 'Anna Roth' }])
})

it.each([
  'Die frühere Außenministerin Anna Roth reiste ab.',
  'Die designierte japanische Außenministerin Anna Roth reiste ab.',
  'Ex-Außenministerin Anna Roth reiste ab.',
  'Die stellvertretende Außenministerin Anna Roth reiste ab.',
  'Die Ministerpräsidentin Anna Roth reiste ab.',
  'Die Außenministerin reiste ab, Anna Roth blieb.',
])('no such office: %s', (text) => {
  expect(told(text, 'Anna Roth')).toEqual([])
})
