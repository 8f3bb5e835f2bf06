import { beforeAll, describe, expect, it } from 'vitest'
import { buildLedger } from '../../src/ledger/build.ts'
import type { ReportFacts } from '../../src/link/facts.ts'
import { loadKnowledge } from '../../src/run/knowledge.ts'
import { readTask } from '../../src/run/reader.ts'
import { compareLedger, type Dossier, emptyTally, loadDossiers } from './ledgers.ts'

let known: ReturnType<typeof loadKnowledge>
beforeAll(() => {
  known = loadKnowledge()
})

const factsIn = (dossier: Dossier): ReportFacts[] =>
  dossier.reports.map(({ id, published, text }) => {
    const input = {
      bytes: new TextEncoder().encode(text),
      kind: 'text' as const,
      name: id,
      url: null,
      title: null,
      published: published ?? null,
      today: null,
    }
    const keep = { id: `r-${id}`, url: null, capturedAt: '2026-01-01T00:00:00Z' }
    return readTask({ input, keep }, known).kept!.facts as ReportFacts
  })

/** Raise a floor when the figure rises. `LEDGERS_LIST=1` prints every error. */
const floors = { matched: 34, asOf: 57, steps: 51, copies: 4, contradictions: 10, inferred: 9 }
const ceilings = { spurious: 7, falseContradictions: 0 }

describe('thirteen dossiers on matters outside the sample', () => {
  it('come out as an analyst would keep them', () => {
    const tally = emptyTally()
    for (const dossier of loadDossiers()) {
      const facts = factsIn(dossier)
      compareLedger(
        dossier,
        (asOf) =>
          buildLedger({ facts, decisions: [], withdrawn: [] }, { asOf, clock: 'published' }, known.codebook),
        tally,
      )
    }
    if (process.env.LEDGERS_LIST) process.stdout.write(`${tally.errors.join('\n')}\n`)
    process.stdout.write(
      `matters ${tally.matched}/${tally.matters}, spurious ${tally.spurious}, as-of ${tally.asOf}/${tally.asked}, ` +
        `steps ${tally.steps}/${tally.history}, copies ${tally.copies}/${tally.copyPairs}, contradictions ` +
        `${tally.contradictions}/${tally.wanted} of ${tally.claimed} claimed, inferred ${tally.inferred}/${tally.undated}\n`,
    )
    for (const [name, floor] of Object.entries(floors))
      expect(tally[name as keyof typeof floors], tally.errors.join('\n')).toBeGreaterThanOrEqual(floor)
    expect(tally.spurious, tally.errors.join('\n')).toBeLessThanOrEqual(ceilings.spurious)
    expect(tally.claimed - tally.contradictions).toBeLessThanOrEqual(ceilings.falseContradictions)
  })
})
