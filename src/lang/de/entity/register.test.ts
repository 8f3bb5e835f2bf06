import { describe, expect, it } from 'vitest'
import { bodyOf, portfolioOf } from './bodies.ts'
import { spellingKey } from './name-key.ts'
import { compileRegister, splitName } from './register.ts'
import { titleOf } from './titles.ts'

describe('spellings of one name share a key', () => {
  it.each([
    ['Selenskyj', 'Zelensky'],
    ['Selenskij', 'Zelenskyy'],
    ['Umjerow', 'Umerov'],
    ['Lawrow', 'Lavrov'],
    ['Saluschnyj', 'Zaluzhny'],
    ['Poroschenko', 'Poroshenko'],
    ['Netanjahu', 'Netanyahu'],
    ['Vučić', 'Vucic'],
    ['Erdoğan', 'Erdogan'],
  ])('%s and %s', (a, b) => expect(spellingKey(a)).toBe(spellingKey(b)))

  it.each([
    ['Merz', 'Merkel'],
    ['Scholz', 'Schulz'],
    ['Putin', 'Peskow'],
  ])('but not %s and %s', (a, b) => expect(spellingKey(a)).not.toBe(spellingKey(b)))
})

describe('titles', () => {
  it.each([
    ['Außenministerin', 'foreign', 'f', null],
    ['Aussenminister', 'foreign', 'm', null],
    ['Verteidigungsministers', 'defence', 'm', null],
    ['US-Präsidenten', 'president', 'm', 'USA'],
    ['Bundeskanzlerin', 'prime-minister', 'f', 'DEU'],
    ['Bundesfinanzminister', 'finance', 'm', 'DEU'],
    ['Kremlsprecher', 'spokesperson', 'm', 'RUS'],
    ['Nato-Generalsekretär', 'secretary-general', 'm', 'NATO'],
    ['Vize-Außenministerin', null, 'f', null],
    ['Landesinnenminister', null, 'm', null],
  ] as const)('%s', (noun, office, sex, country) => expect(titleOf(noun)).toEqual({ office, sex, country }))

  it.each(['Haus', 'Raketen', 'Ministerium', 'Medizin', 'Termin'])('not %s', (noun) =>
    expect(titleOf(noun)).toBeNull(),
  )
})

describe('bodies', () => {
  it.each([
    ['Verteidigungsministeriums', 'verteidigung'],
    ['US-Aussenministerium', 'außen'],
    ['Bundesinnenministerium', 'innen'],
    ['Ministerium', ''],
  ])('%s', (noun, portfolio) => expect(portfolioOf(noun)).toBe(portfolio))

  it('knows a noun by any case', () => {
    expect(bodyOf('Parlaments')).toEqual({ body: 'parliament', gender: 'n' })
    expect(bodyOf('US-Regierung')).toEqual({ body: 'government', gender: 'f' })
    expect(bodyOf('Tisch')).toBeNull()
  })
})

describe('a register', () => {
  const register = compileRegister([
    {
      countries: [
        {
          code: 'NLD',
          name: 'Niederlande',
          gender: 'p',
          adjective: ['niederländisch'],
          people: ['Niederländer'],
        },
      ],
      bodies: [{ name: 'Rotes Kreuz', kind: 'organisation' }],
      offices: [
        {
          country: 'NLD',
          office: 'prime-minister',
          holders: [{ name: 'Mark Rutte', sex: 'm', from: '2010-10-14', until: '2024-07-02' }],
        },
      ],
    },
  ])

  it('declines names that begin with an adjective', () => {
    for (const form of ['Rotes Kreuz', 'Roten Kreuz', 'Rote Kreuz'])
      expect(register.aliases.has(form), form).toBe(true)
  })

  it('knows inhabitants in every case', () => {
    for (const form of ['Niederländer', 'Niederländern', 'Niederländerinnen'])
      expect(register.people.get(form)).toBe('NLD')
  })

  it('keeps a surname apart from the full name', () => {
    expect(register.aliases.get('Mark Rutte')?.[0]?.surnameOnly).toBe(false)
    expect(register.aliases.get('Rutte')?.[0]?.surnameOnly).toBe(true)
  })

  it('splits names as the segment stage does', () => {
    expect(splitName('J. D. Vance')).toEqual(['J.', 'D.', 'Vance'])
    expect(splitName('Bündnis 90/Die Grünen')).toEqual(['Bündnis', '90', '/', 'Die', 'Grünen'])
    expect(splitName('Weißes Haus')).toEqual(['Weisses', 'Haus'])
  })
})
