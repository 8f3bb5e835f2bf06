import fc from 'fast-check'
import { expect, it } from 'vitest'
import { openSqliteStore } from '../../src/store/sqlite.ts'
import { derivedOf, newReport } from '../contracts/store.ts'

const step = fc.oneof(
  { weight: 4, arbitrary: fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 5 }) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 9 }) },
)

it('any order, batching and repetition of the same writes leaves the same store', {
  timeout: 60_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      const store = openSqliteStore(':memory:')
      try {
        const added = new Set<string>()
        const withdrawn = new Set<string>()
        for (const one of steps) {
          if (typeof one === 'number') {
            const id = `r-${one}`
            if (added.has(id)) withdrawn.add(id)
            if (added.has(id)) await store.withdraw({ reportId: id, source: id, reason: null, at: '' })
            continue
          }
          const ids = one.map((n) => `r-${n}`)
          const fresh = await store.addReports(
            ids.map((id) => ({ report: newReport(id, `Text ${id}`), derived: derivedOf(id) })),
          )
          expect(new Set(fresh)).toEqual(new Set(ids.filter((id) => !added.has(id))))
          for (const id of ids) added.add(id)
        }
        const kept = [...added].filter((id) => !withdrawn.has(id)).sort()
        expect((await store.reports()).map((report) => report.id)).toEqual(kept)
        const facts: string[] = []
        for await (const { reportId } of store.facts(0)) facts.push(reportId)
        expect(facts).toEqual(kept)
        const { reports } = await store.list({ groups: [['hilfe']], limit: 100 })
        expect(reports.map((report) => report.id).sort()).toEqual(kept)
        for (const { contentHash } of await store.reports())
          expect(await store.capture(contentHash)).not.toBeNull()
      } finally {
        await store.close()
      }
    }),
    { numRuns: 40 },
  )
})
