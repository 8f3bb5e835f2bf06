import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { publishedSchemas } from '../src/formats/json-schema.ts'
import { ledgerSchema } from '../src/formats/ledger.ts'
import { type Reading, readingSchema } from '../src/formats/reading.ts'
import { buildLedger } from '../src/ledger/build.ts'
import type { ReportFacts } from '../src/link/facts.ts'
import { loadKnowledge } from '../src/run/knowledge.ts'
import { readTask } from '../src/run/reader.ts'

const folder = fileURLToPath(new URL('../samples/reports/', import.meta.url))
const samples = readdirSync(folder).sort()
const knowledge = loadKnowledge()

const readSample = (name: string) =>
  readTask(
    {
      input: {
        bytes: readFileSync(folder + name),
        kind: null,
        name,
        url: null,
        title: null,
        published: null,
        today: '2026-01-01',
      },
      tokens: true,
      keep: { id: `r-${name}`, url: null, capturedAt: '2026-01-01T00:00:00Z' },
    },
    knowledge,
  )

describe('the published JSON Schemas', () => {
  it.each(Object.entries(publishedSchemas()))('%s is what the zod source says', (name, schema) => {
    const committed = readFileSync(new URL(`../schemas/${name}.schema.json`, import.meta.url), 'utf8')
    expect(JSON.parse(committed), 'run `npm run build && npm run schemas`').toEqual(schema)
  })
})

describe('samples', () => {
  const facts: ReportFacts[] = []
  const published = z.fromJSONSchema(publishedSchemas().reading as Parameters<typeof z.fromJSONSchema>[0])

  it('are there', () => expect(samples.length).toBeGreaterThanOrEqual(30))

  it.each(samples)('the reading of %s is valid and every quotation verbatim', (name) => {
    const answer = readSample(name)
    facts.push(answer.kept!.facts as ReportFacts)
    const reading = JSON.parse(answer.json) as Reading
    expect(readingSchema.safeParse(reading).error).toBeUndefined()
    expect(published.safeParse(reading).error).toBeUndefined()
    const { text } = reading.article
    const quoted = JSON.stringify(reading, (_, value) => {
      if (value !== null && typeof value === 'object' && typeof value.exact === 'string')
        expect(text.slice(value.start, value.end)).toBe(value.exact)
      return value
    })
    expect(quoted).toBe(answer.json)
  })

  it.each([null, '2025-07-03'])('their ledger as of %s is valid', (asOf) => {
    expect(facts).toHaveLength(samples.length)
    const ledger = buildLedger(
      { facts, decisions: [], withdrawn: [] },
      { asOf, clock: 'published' },
      knowledge.codebook,
    )
    expect(ledgerSchema.safeParse(ledger).error).toBeUndefined()
  })
})
