import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { AktenlageError } from '../core/errors.ts'
import { loadCodebook, parseCodebook } from './load.ts'

const shipped = fileURLToPath(new URL('../../codebooks/assistance.yaml', import.meta.url))

const minimal = `codebook: loans
version: '1'
label: { de: Leihe, en: Loans }
ledger: { kinds: [loan], stages: [lent], ends: [returned], suspensions: [] }
words: { de: { thing: [Buch] } }
types:
  lend:
    label: { de: Verleih, en: Loan }
    definition: { de: verleiht, en: lends }
    plover: null
    iati: null
    moves: { all: { stage: lent } }
    cues: { de: { verbs: [zur Verfügung stellen, { verb: sich nicht einigen, about: thing }] } }
    examples: [{ text: Sie stellt ein Buch zur Verfügung. }]
`

const failure = (source: string): string => {
  try {
    parseCodebook(source, 'my.yaml')
  } catch (error) {
    expect(error).toBeInstanceOf(AktenlageError)
    expect((error as AktenlageError).errorClass).toBe('codebook')
    return (error as AktenlageError).message
  }
  throw new Error('the codebook was accepted')
}

describe('parseCodebook', () => {
  it('compiles short forms', () => {
    const book = parseCodebook(minimal, 'my.yaml')
    expect(book.id).toMatch(/^loans@sha256:[0-9a-f]{64}$/u)
    const type = book.types.get('lend')!
    expect(type.moves).toEqual({ loan: { stage: 'lent' } })
    expect(type.cues.de!.verbs[0]).toMatchObject({ word: 'stellen', beside: ['zur', 'verfügung'] })
    expect(type.cues.de!.verbs[1]).toMatchObject({
      word: 'einigen',
      reflexive: true,
      negated: true,
      beside: [],
    })
    expect(Object.isFrozen(type.cues.de!.verbs[0])).toBe(true)
  })

  it.each([
    ['broken YAML', minimal.replace('{ de: Leihe, en: Loans }', '{ de: Leihe'), /my\.yaml:\d+:\d+: /u],
    [
      'an unknown key',
      minimal.replace('    iati: null', '    iatty: null'),
      /my\.yaml:11:5: types\.lend: unknown key "iatty"/u,
    ],
    ['a missing key', minimal.replace('    iati: null\n', ''), /my\.yaml:8:5: types\.lend\.iati: /u],
    ['a wrong type', minimal.replace("version: '1'", 'version: 1'), /my\.yaml:2:10: version: /u],
    [
      'a stage that does not exist',
      minimal.replace('stage: lent', 'stage: gone'),
      /my\.yaml:12:19: types\.lend\.moves\.all: "gone" is in neither/u,
    ],
    [
      'a kind that does not exist',
      minimal.replace('all: { stage', 'gift: { stage'),
      /my\.yaml:12:14: types\.lend\.moves: "gift" is no kind/u,
    ],
    [
      'a class that does not exist',
      minimal.replace('about: thing', 'about: stuff'),
      /my\.yaml:13:\d+: types\.lend\.cues\.de\.verbs\.1: "stuff"/u,
    ],
    ['a key twice', minimal.replace("version: '1'", "version: '1'\nversion: '2'"), /my\.yaml:3:1: /u],
  ])('says where the fault is: %s', (_, source, expected) => {
    expect(failure(source)).toMatch(expected)
  })
})

describe('the shipped codebook', () => {
  const moves = (type: string, kind: string) => loadCodebook(shipped).types.get(type)!.moves[kind]

  it.each([
    ['request', 'funding', { stage: 'requested' }],
    ['negotiate', 'agreement', { stage: 'negotiating', onlyIfNothingLater: true }],
    ['approve', 'agreement', { stage: 'signed', clears: ['blocked'] }],
    ['approve', 'delivery', { stage: 'funded', clears: ['blocked'] }],
    ['cooperate', 'funding', undefined],
    ['provide', 'delivery', { stage: 'delivering', finalStage: 'delivered', clears: ['paused', 'blocked'] }],
    ['exhaust', 'funding', { stage: 'exhausted' }],
    ['exhaust', 'delivery', undefined],
    ['block', 'delivery', { suspend: 'blocked', finalStage: 'rejected' }],
    ['meet', 'cooperation', undefined],
  ])('%s moves %s as formats.md section 3 says', (type, kind, expected) => {
    expect(moves(type, kind)).toEqual(expected)
  })
})
