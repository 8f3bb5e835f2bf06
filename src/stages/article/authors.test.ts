import { describe, expect, it } from 'vitest'
import { peopleOf, splitNames } from './authors.ts'

describe('authors are people', () => {
  it.each([
    ['Jana Petersen', ['Jana Petersen']],
    ['Von Jana Petersen', ['Jana Petersen']],
    ['Von Wirtschafts-Experte Jan van der Meer', ['Jan van der Meer']],
    ['Jana Petersen und Ole Holm', ['Jana Petersen', 'Ole Holm']],
    ['Jana Petersen - Ole Holm', ['Jana Petersen', 'Ole Holm']],
    ['Jana Petersen, dpa', ['Jana Petersen']],
    ['Jana Petersen, Kiew', ['Jana Petersen']],
    ['Jana Petersen Feb', ['Jana Petersen']],
    ['Jana Petersen am 3. März 2025', ['Jana Petersen']],
    ['Jana Petersen Nordblick Staff', ['Jana Petersen']],
    ['Jana Petersen für Nordblick', ['Jana Petersen']],
    ['Dr. Jana Petersen-Holm', ['Dr. Jana Petersen-Holm']],
    ['JÖRG HOLMBERG', ['JÖRG HOLMBERG']],
    ['J. O. Holm', ['J. O. Holm']],
    ['Theresa Martens', ['Theresa Martens']],
    ['Christoph von Ritter', ['Christoph von Ritter']],
  ])('%s', (told, people) => expect(peopleOf([told], ['Nordblick'])).toEqual(people))

  it.each([
    'MDR SACHSEN-ANHALT',
    'NDR Info',
    'WDR Studio Essen',
    'NORDBLICK Kiel',
    'Redaktion',
    'Nordblick Redaktion',
    'Lokalredaktion Emden',
    'Deutsche Presse-Agentur',
    'dpa',
    'AFP Berlin',
    'Norddeutsche Nachrichten',
    'Die Woche',
    'Polizei Emden',
    'Auswärtiges Amt',
    'Bundesministerium der Finanzen',
    'Hafenbetrieb Emden GmbH',
    'Editorial Staff',
    'Super User',
    'Holm',
  ])('%s is nobody', (told) => expect(peopleOf([told], ['Nordblick'])).toEqual([]))
})

it('parts names', () => {
  expect(splitNames('Jana Petersen, Ole Holm und dpa')).toEqual(['Jana Petersen', 'Ole Holm', 'dpa'])
  expect(splitNames('Sigmund Randow')).toEqual(['Sigmund Randow'])
})
