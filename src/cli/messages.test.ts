import { describe, expect, it } from 'vitest'
import { errorTable, errorText, failure } from '../core/errors.ts'
import { languageOf, say } from './io.ts'
import { messages } from './messages.ts'

const placeholders = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{(?<name>[a-zA-Z]+)/gu)].map((match) => match.groups!.name!))].sort()

describe('both languages say the same', () => {
  it.each(Object.entries({ ...messages, ...errorTable }))('%s', (_, { de, en }) => {
    expect(placeholders(de)).toEqual(placeholders(en))
    expect(de.trim()).not.toBe('')
  })
})

describe('a message', () => {
  it('takes the word that fits the number', () => {
    expect(say('de', 'reports', { count: 1 })).toBe('1 Bericht')
    expect(say('de', 'reports', { count: 2 })).toBe('2 Berichte')
    expect(say('en', 'reports', { count: 0 })).toBe('0 reports')
  })

  it('of an error names what it concerns', () => {
    const error = failure('INPUT_MISSING', { source: 'a.txt' })
    expect([error.message, errorText(error, 'de')]).toEqual([
      'a.txt is not there. Check the path.',
      'a.txt gibt es nicht. Prüfen Sie den Pfad.',
    ])
  })
})

describe('the language', () => {
  it.each([
    [undefined, {}, 'en'],
    [undefined, { LANG: 'de_DE.UTF-8' }, 'de'],
    [undefined, { LANG: 'de_DE', LC_ALL: 'en_GB' }, 'en'],
    [undefined, { LANG: 'den' }, 'en'],
    ['de', { LC_ALL: 'C' }, 'de'],
  ] as const)('of --lang %s and %j is %s', (given, environment, language) => {
    expect(languageOf(given, environment)).toBe(language)
  })
})
