/** What every store must do. Run by one file for each database. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sha256 } from '../../src/core/hash.ts'
import type { Decision } from '../../src/core/records.ts'
import { versionsOf } from '../../src/run/versions.ts'
import type { Derived, NewReport, Store } from '../../src/store/store.ts'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

export const newReport = (id: string, text: string, changes: Partial<NewReport> = {}): NewReport => ({
  id,
  source: `${id}.txt`,
  url: null,
  inputKind: null,
  givenTitle: null,
  givenPublished: null,
  contentHash: sha256(bytesOf(text)),
  capturedAt: '2025-07-03T10:00:00.000Z',
  bytes: bytesOf(text),
  ...changes,
})

export const derivedOf = (reportId: string, changes: Partial<Derived> = {}): Derived => ({
  reportId,
  engine: 'e-1',
  address: `${reportId}.txt`,
  summary: { title: `Titel ${reportId}`, published: '2025-07-02', publisher: 'Blatt', agencies: ['dpa'] },
  reading: JSON.stringify({ of: reportId }),
  facts: { of: reportId },
  terms: new Map([['hilfe', [0, 8]]]),
  ...changes,
})

const collect = async <T>(items: AsyncIterable<T>): Promise<T[]> => {
  const all: T[] = []
  for await (const item of items) all.push(item)
  return all
}

export const storeContract = (name: string, open: () => Promise<Store>): void => {
  describe(`${name} as a store`, () => {
    let store: Store
    beforeEach(async () => {
      store = await open()
    })
    afterEach(() => store.close())

    const add = (id: string, text = id, changes: Partial<Derived> = {}) =>
      store.addReports([{ report: newReport(id, text), derived: derivedOf(id, changes) }])

    it('gives back the bytes as they came', async () => {
      const bytes = Uint8Array.from({ length: 70_000 }, (_, i) => (i * 7919) % 256)
      const contentHash = sha256(bytes)
      await store.addReports([
        { report: newReport('r-1', '', { bytes, contentHash }), derived: derivedOf('r-1') },
      ])
      expect(await store.capture(contentHash)).toEqual(bytes)
      expect(await store.capture('sha256:none')).toBeNull()
    })

    it('keeps every field of a report', async () => {
      const report = newReport('r-1', 'Text', {
        url: 'https://example.org/1',
        inputKind: 'page',
        givenTitle: 'Titel',
        givenPublished: '2025-07',
      })
      await store.addReports([{ report, derived: derivedOf('r-1') }])
      const { bytes: _, ...kept } = report
      expect(await store.report('r-1')).toEqual(kept)
      expect(await store.reports()).toEqual([kept])
      expect(await store.report('r-2')).toBeNull()
    })

    it('takes a text with a NUL in it, which is replaced', async () => {
      const report = newReport('r-1', 'Text', { source: 'a\0b', givenTitle: 'Titel\0' })
      await store.addReports([{ report, derived: derivedOf('r-1') }])
      expect(await store.report('r-1')).toMatchObject({ source: 'a\uFFFDb', givenTitle: 'Titel\uFFFD' })
      expect((await store.listedBySource(['a\0b'])).map((one) => one.id)).toEqual(['r-1'])
      expect(await store.report('r-\0')).toBeNull()
    })

    it('adds a report once and says which were new', async () => {
      expect(await add('r-1')).toEqual(['r-1'])
      const generation = await store.generation()
      expect(await add('r-1', 'r-1', { reading: '"other"' })).toEqual([])
      expect(await store.reading('r-1')).toEqual({ of: 'r-1' })
      expect(await store.known(['r-1', 'r-2'])).toEqual(new Set(['r-1']))
      expect(await store.generation()).toBeGreaterThanOrEqual(generation)
    })

    it('adds all of a batch or none', async () => {
      const good = { report: newReport('r-1', 'a'), derived: derivedOf('r-1') }
      const broken = {
        report: newReport('r-2', 'b', { source: null as unknown as string }),
        derived: derivedOf('r-2'),
      }
      await expect(store.addReports([good, broken])).rejects.toThrow()
      expect(await store.reports()).toEqual([])
      expect(await store.capture(good.report.contentHash)).toBeNull()
      expect(await add('r-1', 'a')).toEqual(['r-1'])
    })

    it('keeps one capture for reports with the same bytes', async () => {
      await add('r-1', 'gleich')
      await add('r-2', 'gleich')
      await store.withdraw({ reportId: 'r-1', source: 'r-1.txt', reason: null, at: '2025-08-01T00:00:00Z' })
      expect(await store.capture(sha256(bytesOf('gleich')))).not.toBeNull()
      await store.withdraw({ reportId: 'r-2', source: 'r-2.txt', reason: null, at: '2025-08-01T00:00:00Z' })
      expect(await store.capture(sha256(bytesOf('gleich')))).toBeNull()
    })

    it('forgets a withdrawn report but for the tombstone, and does not take it back in', async () => {
      await add('r-1', 'Geheimes')
      const withdrawal = { reportId: 'r-1', source: 'r-1.txt', reason: 'Recht', at: '2025-08-01T00:00:00Z' }
      await store.withdraw(withdrawal)
      await store.withdraw({ ...withdrawal, reason: 'noch einmal' })
      expect(await store.withdrawals()).toEqual([withdrawal])
      expect(await store.report('r-1')).toBeNull()
      expect(await store.reading('r-1')).toBeNull()
      expect(await collect(store.facts(0))).toEqual([])
      expect((await store.list({ groups: [['hilfe']], limit: 10 })).total).toBe(0)
      expect(await add('r-1', 'Geheimes')).toEqual([])
      expect(await store.reports()).toEqual([])
    })

    it('streams readings and facts in order of id', async () => {
      for (const id of ['r-3', 'r-1', 'r-2']) await add(id)
      expect((await collect(store.readings())).map((one) => one.reportId)).toEqual(['r-1', 'r-2', 'r-3'])
      expect(await collect(store.facts(0))).toEqual(
        ['r-1', 'r-2', 'r-3'].map((id) => ({ reportId: id, facts: { of: id } })),
      )
    })

    it('gives the facts written since a generation', async () => {
      await add('r-1')
      const before = await store.generation()
      await add('r-2')
      expect((await collect(store.facts(before))).map((one) => one.reportId)).toEqual(['r-2'])
      await store.replaceDerived([derivedOf('r-1', { facts: { new: true } })])
      expect((await collect(store.facts(before))).map((one) => one.reportId)).toEqual(['r-1', 'r-2'])
    })

    it('knows which readings another engine made', async () => {
      await add('r-1', 'a', { engine: 'e-0' })
      await add('r-2', 'b', { engine: 'e-1' })
      await add('r-3', 'c', { engine: 'e-2' })
      expect(await store.stale('e-1')).toEqual(['r-1', 'r-3'])
      await store.replaceDerived([derivedOf('r-1'), derivedOf('r-3')])
      expect(await store.stale('e-1')).toEqual([])
    })

    it('finds by terms, all groups and any of each, whatever characters they have', async () => {
      await add('r-1', 'a', {
        terms: new Map([
          ['us-präsident', [1]],
          ['waffe', [2]],
        ]),
      })
      await add('r-2', 'b', {
        terms: new Map([
          ['waffe', [3]],
          ['s-300', [4]],
          ['größe', [5]],
        ]),
      })
      const ids = async (...groups: string[][]) =>
        (await store.list({ groups, limit: 10 })).reports.map((one) => one.id).sort()
      expect(await ids(['waffe'])).toEqual(['r-1', 'r-2'])
      expect(await ids(['waffe'], ['us-präsident'])).toEqual(['r-1'])
      expect(await ids(['präsident'])).toEqual([])
      expect(await ids(['s-300', 'us-präsident'])).toEqual(['r-1', 'r-2'])
      expect(await ids(['größe'])).toEqual(['r-2'])
      expect(await ids(['grosse'])).toEqual([])
      for (const odd of ['"', "'", 'NEAR(', '*', 'a OR b', ':', '^x', '-', '\0']) await ids([odd])
      await store.replaceDerived([derivedOf('r-2', { terms: new Map([['anders', [1]]]) })])
      expect(await ids(['s-300'])).toEqual([])
      expect(await ids(['anders'])).toEqual(['r-2'])
      expect(await store.terms('r-1')).toEqual(
        new Map([
          ['us-präsident', [1]],
          ['waffe', [2]],
        ]),
      )
      expect(await store.terms('r-9')).toEqual(new Map())
    })

    it('lists reports newest first, undated last, page by page', async () => {
      const dated = (published: string | null) => ({
        summary: { title: null, published, publisher: published === null ? null : 'Blatt', agencies: [] },
      })
      await add('r-1', 'a', dated('2025-01-01'))
      await add('r-2', 'b', dated(null))
      await add('r-3', 'c', dated('2025-07'))
      await add('r-4', 'd', dated('2025-01-01'))
      const seen: string[] = []
      for (let after: string | undefined; ; after = seen.at(-1)) {
        const { total, reports } = await store.list({ groups: [], after, limit: 1 })
        expect(total).toBe(4)
        if (reports.length === 0) break
        seen.push(reports[0]!.id)
      }
      expect(seen).toEqual(['r-3', 'r-4', 'r-1', 'r-2'])
      expect((await store.list({ groups: [], publisher: 'Blatt', limit: 9 })).total).toBe(3)
      expect((await store.list({ groups: [], publisher: null, limit: 9 })).total).toBe(1)
      expect(await store.publishers()).toEqual([
        { publisher: 'Blatt', reports: 3 },
        { publisher: null, reports: 1 },
      ])
      expect((await store.listed(['r-2', 'r-9', 'r-1'])).map((one) => one.id)).toEqual(['r-2', 'r-1'])
      expect((await store.listedBySource(['r-3.txt'])).map((one) => one.id)).toEqual(['r-3'])
    })

    it('lists, searches and counts only the reports that are asked for, however many', async () => {
      for (const id of ['r-1', 'r-2', 'r-3', 'r-4']) await add(id, id)
      const only = ['r-3', 'r-1', ...Array.from({ length: 40_000 }, (_, i) => `r-none-${i}`)]
      const first = await store.list({ groups: [], only, limit: 1 })
      expect(first).toMatchObject({ total: 2, reports: [{ id: 'r-3' }] })
      const second = await store.list({ groups: [], only, after: 'r-3', limit: 1 })
      expect(second).toMatchObject({ total: 2, reports: [{ id: 'r-1' }] })
      expect((await store.list({ groups: [['hilfe']], only, limit: 9 })).total).toBe(2)
      expect((await store.list({ groups: [['anderes']], only, limit: 9 })).total).toBe(0)
      expect(await store.list({ groups: [], only: [], limit: 9 })).toEqual({ total: 0, reports: [] })
      expect(await store.publishers(only)).toEqual([{ publisher: 'Blatt', reports: 2 }])
      expect(await store.publishers([])).toEqual([])
    })

    it('knows the versions of an address in order of capture', async () => {
      const address = 'https://example.org/1'
      for (const [id, capturedAt] of [
        ['r-b', '2025-07-01T00:00:00Z'],
        ['r-d', '2025-07-02T00:00:00Z'],
        ['r-a', '2025-07-02T00:00:00Z'],
        ['r-c', '2025-07-03T00:00:00Z'],
      ] as const)
        await store.addReports([
          {
            report: newReport(id, id, { capturedAt }),
            derived: derivedOf(id, { address: id === 'r-c' ? 'elsewhere' : address }),
          },
        ])
      expect((await store.versions('r-a')).map((one) => one.id)).toEqual(['r-b', 'r-d', 'r-a'])
    })

    it('keeps of each version what it said, so that what it changed can be told', async () => {
      const texts = [
        'Er gibt vier Millionen für die Brücke.',
        'Er gibt drei Millionen für die Brücke.',
      ] as const
      for (const [index, text] of [texts[0], texts[1], texts[1]].entries()) {
        const id = `r-${3 - index}`
        const article = {
          title: 'Rat',
          text,
          published: null,
          modified: null,
          authors: [],
          agencies: [],
          blocks: [],
          lead: null,
        }
        const reading = { article, sentences: [{ start: 0, end: text.length }] }
        const report = newReport(id, `${id} ${text}`, { capturedAt: `2025-07-0${index + 1}T00:00:00Z` })
        const derived = derivedOf(id, {
          address: 'https://example.org/rat',
          reading: JSON.stringify(reading),
        })
        await store.addReports([{ report, derived }])
      }
      const versions = await versionsOf(store, await store.versions('r-1'))
      expect(versions.map(({ report }) => report)).toEqual(['r-3', 'r-2', 'r-1'])
      const [first, second, third] = versions.map(({ difference }) => difference)
      expect(first).toBeNull()
      expect(second!.pieces).toEqual([
        { change: 'same', text: 'Er gibt ' },
        { change: 'removed', text: 'vier' },
        { change: 'added', text: 'drei' },
        { change: 'same', text: ' Millionen für die Brücke.' },
      ])
      expect(third).toEqual({ fields: [], pieces: [], removedWords: 0, addedWords: 0 })
      // A version that was taken back is told of no more; the next one is compared with the one before it.
      await store.withdraw({ reportId: 'r-2', source: 'r-2.txt', reason: null, at: '2025-08-01T00:00:00Z' })
      const left = await versionsOf(store, await store.versions('r-1'))
      expect(left.map(({ report, difference }) => [report, difference?.addedWords])).toEqual([
        ['r-3', undefined],
        ['r-1', 1],
      ])
    })

    it('keeps decisions in the order in which they were made, with the readings that they change', async () => {
      await add('r-1')
      const decisions: Decision[] = ['d-2', 'd-1', 'd-3'].map((id) => ({
        id,
        decidedAt: '2025-08-01T00:00:00Z',
        by: 'redaktion',
        action: { kind: 'set', contentHash: 'sha256:1', field: 'title', value: id },
      }))
      for (const decision of decisions)
        await store.decide(decision, [derivedOf('r-1', { reading: JSON.stringify({ by: decision.id }) })])
      expect(await store.decisions()).toEqual(decisions)
      expect(await store.reading('r-1')).toEqual({ by: 'd-3' })
    })

    it('counts every write to the ground', async () => {
      const generations = [await store.generation()]
      const then = async () => generations.push(await store.generation())
      await add('r-1')
      await then()
      await store.decide({ id: 'd-1', decidedAt: '', by: '', action: { kind: 'undo', decision: 'd-0' } }, [])
      await then()
      await store.withdraw({ reportId: 'r-1', source: '', reason: null, at: '' })
      await then()
      expect([...new Set(generations)].sort((a, b) => a - b)).toEqual(generations)
    })

    it('keeps results for one state of the ground only', async () => {
      await store.keepDerivedResult('ledger a', 1, { a: 1 })
      expect(await store.derivedResult('ledger a')).toEqual({ generation: 1, value: { a: 1 } })
      await store.keepDerivedResult('ledger b', 2, { b: 2 })
      expect(await store.derivedResult('ledger a')).toBeNull()
      for (let i = 0; i < 100; i++) await store.keepDerivedResult(`ledger ${i}`, 2, i)
      expect(await store.derivedResult('ledger b')).toBeNull()
      expect(await store.derivedResult('ledger 99')).toEqual({ generation: 2, value: 99 })
    })

    it('keeps tokens by hash, one in force for each name', async () => {
      const token = {
        hash: 'sha256:a',
        name: 'redaktion',
        access: 'write' as const,
        createdAt: '2025-01-01',
        revokedAt: null,
      }
      await store.addToken(token)
      await expect(store.addToken({ ...token, hash: 'sha256:b' })).rejects.toThrow()
      expect(await store.revokeToken('redaktion', '2025-02-01')).toBe(true)
      expect(await store.revokeToken('redaktion', '2025-02-02')).toBe(false)
      await store.addToken({ ...token, hash: 'sha256:c', access: 'read' as const, createdAt: '2025-03-01' })
      expect(await store.tokens()).toEqual([
        { ...token, revokedAt: '2025-02-01' },
        { ...token, hash: 'sha256:c', access: 'read' as const, createdAt: '2025-03-01' },
      ])
    })
  })
}
