import { expect, it } from 'vitest'
import { factRules } from '../lang/de/facts/rules.ts'
import { mannersOf } from './manners.ts'

/** Sentences, of which those marked tell an event. */
const told = (...list: readonly (readonly [sentence: string, tellsEvent?: boolean])[]) => {
  const text = list.map(([sentence]) => sentence).join(' ')
  const sentences = list.map(([sentence]) => {
    const start = text.indexOf(sentence)
    return { start, end: start + sentence.length }
  })
  const events = sentences.flatMap((span, index) => (list[index]![1] ? [{ evidence: span }] : []))
  return mannersOf(
    { article: { text }, sentences, events } as unknown as Parameters<typeof mannersOf>[0],
    factRules,
  ).map(({ way, of }) => `${way} ${of}`)
}

it.each([
  ['Rom hat die Lieferung ohne Vorwarnung gestoppt.', 'unannounced'],
  ['Rom hat die Lieferung nach offizieller Ankündigung gestoppt.', 'announced'],
  ['Der Minister sagte das Geld telefonisch zu.', 'by phone'],
  ['Der Minister sagte das Geld in einem Schreiben zu.', 'in writing'],
  ['Piloten flogen die Jets nach Tirana.', 'by air'],
  ['Die Panzer wurden per Bahn übergeben.', 'by land'],
  ['Die Hilfsgüter wurden auf dem Seeweg geliefert.', 'by sea'],
  ['Das Parlament billigte das Geld einstimmig.', 'unanimous'],
  ['Das Parlament billigte das Geld mit knapper Mehrheit.', 'divided'],
])('%s', (sentence, way) => expect(told([sentence, true])).toEqual([`${way} 0`]))

it('stands in the sentence after the event, where that tells of none of its own', () => {
  expect(told(['Rom übergab vier Jets.', true], ['Piloten flogen sie nach Tirana.'])).toEqual(['by air 0'])
  expect(told(['Rom übergab vier Jets.', true], ['Das war gestern.'], ['Piloten flogen sie heim.'])).toEqual(
    [],
  )
})

it('is not told by two ways at once, nor of no event', () => {
  expect(told(['Die Güter kamen auf dem Seeweg und per Bahn.', true])).toEqual([])
  expect(told(['Piloten flogen nach Tirana.'])).toEqual([])
})
