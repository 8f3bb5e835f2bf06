import { describe, expect, it } from 'vitest'
import type { Decision, DecisionAction } from '../core/records.ts'
import { reportId } from './archive.ts'
import { dataFile, dataFolder } from './data-file.ts'
import { correctionInForce, correctionsOf } from './decisions.ts'

const decisions = (...actions: DecisionAction[]): Decision[] =>
  actions.map((action, i) => ({ id: `d-${i}`, decidedAt: '2025-01-01T00:00:00Z', by: 'x', action }))
const set = (field: 'title' | 'publisher', value: string | null, contentHash = 'h'): DecisionAction => ({
  kind: 'set',
  contentHash,
  field,
  value,
})

describe('corrections', () => {
  it('are the last word about each field of each report', () => {
    const made = decisions(
      set('title', 'A'),
      set('publisher', 'P'),
      set('title', null),
      set('title', 'B', 'other'),
    )
    expect(correctionsOf(made)).toEqual(
      new Map([
        ['h', { title: null, publisher: 'P' }],
        ['other', { title: 'B' }],
      ]),
    )
  })

  it('that are undone let the one before count again', () => {
    const made = decisions(set('title', 'A'), set('title', 'B'), { kind: 'undo', decision: 'd-1' })
    expect(correctionsOf(made).get('h')).toEqual({ title: 'A' })
    expect(correctionInForce(made, 'h', 'title')).toBe('d-0')
    expect(correctionInForce(made, 'h', 'agency')).toBeNull()
  })
})

describe('the id of a report', () => {
  const id = (source: string, url: string | null = null, contentHash = 'h') =>
    reportId({ source, url, contentHash })

  it('is the same for a file whichever way it is reached', () => {
    expect(id('a/b.txt')).toBe(id('/x/a/b.txt'))
    expect(id('a\\b.txt')).toBe(id('b.txt'))
  })

  it('differs by text, by address and by name', () => {
    const ids = [id('b.txt'), id('b.txt', null, 'g'), id('b.txt', 'https://e.org/b'), id('c.txt')]
    expect(new Set(ids).size).toBe(4)
    expect(id('one', 'https://e.org/b')).toBe(id('two', 'https://e.org/b'))
  })
})

describe('the data file', () => {
  it.each([
    ['linux', {}, '/home/u/.local/share/aktenlage'],
    ['linux', { XDG_DATA_HOME: '/data' }, '/data/aktenlage'],
    ['darwin', {}, '/home/u/Library/Application Support/Aktenlage'],
  ] as const)('on %s with %j lies in %s', (platform, environment, folder) => {
    expect(dataFolder(environment, platform, '/home/u')).toBe(folder)
  })

  it('is what --db says, else what the environment says', () => {
    expect(dataFile('a.db', { AKTENLAGE_DB: 'b.db' })).toBe('a.db')
    expect(dataFile(undefined, { AKTENLAGE_DB: 'b.db' })).toBe('b.db')
  })
})
