import { expect, it } from 'vitest'
import { loadKnowledge } from './knowledge.ts'
import { read } from './read.ts'

const knowledge = loadKnowledge()
const reading = (html: string) =>
  read(
    {
      bytes: new TextEncoder().encode(html),
      kind: 'page',
      name: 'page.html',
      url: null,
      title: null,
      published: '2025-03-14',
      today: null,
    },
    knowledge,
  )
const page = (lang: string, text: string): string =>
  `<html lang="${lang}"><body><article><h1>A bridge</h1><p>${text}</p></article></body></html>`

const english =
  'The city of Vienna will give the region 40 million euros, the mayor said on Monday. It is the first time that the money has been promised, and it is to be paid on 2025-04-01 at the latest.'
const german =
  'Die Stadt Wien wird der Region 40 Millionen Euro geben, sagte der Bürgermeister am Montag. Das Geld wurde bisher nicht zugesagt, und es soll im Herbst gezahlt werden.'

it('says which language it has no rules for, whatever the page states', () => {
  const { language, statements, events, times, diagnostics } = reading(page('de', english))
  expect(language).toBe('en')
  expect(statements).toEqual([])
  expect(events).toEqual([])
  expect(times.map(({ exact }) => exact)).toEqual(['2025-04-01'])
  expect(diagnostics.find(({ rule }) => rule === 'read/language')?.message).toContain('English')
})

it('reads German as German, whatever the page states', () => {
  const { language, statements, diagnostics } = reading(page('en', german))
  expect(language).toBe('de')
  expect(statements.length).toBe(1)
  expect(diagnostics.some(({ rule }) => rule === 'read/language')).toBe(false)
})
