import { beforeAll, describe, expect, it } from 'vitest'
import { testCodebook } from '../../src/run/codebook-test.ts'
import { loadKnowledge } from '../../src/run/knowledge.ts'
import { shippedCodebook } from '../../src/run/paths.ts'
import { read } from '../../src/run/read.ts'
import type { Knowledge } from '../../src/stages/knowledge.ts'
import { type GoldReport, loadGold, scoreReports } from './events.ts'

let knowledge: Knowledge
beforeAll(() => {
  knowledge = loadKnowledge()
})

const readingOf = (report: GoldReport) => {
  const { article, events } = read(
    {
      bytes: new TextEncoder().encode(report.text),
      kind: report.scraped === true ? 'text' : 'body',
      name: report.id,
      url: null,
      title: null,
      published: report.published,
      today: null,
    },
    knowledge,
  )
  return { text: article.text, events }
}

/** Raise a floor when the figure rises. `EVENTS_LIST=1` prints every error. */
describe.each([
  { file: 'events-dev.yaml', eventF1: 95.4, fullEventF1: 90.8, dates: 100 },
  { file: 'events-unseen.yaml', eventF1: 97.8, fullEventF1: 89.5, dates: 100 },
  { file: 'events-agency.yaml', eventF1: 90.3, fullEventF1: 80.7, dates: 100 },
  { file: 'events-third.yaml', eventF1: 97.2, fullEventF1: 88.4, dates: 62.5 },
  { file: 'events-fifth.yaml', eventF1: 91.6, fullEventF1: 74.9, dates: 72 },
  { file: 'events-sixth.yaml', eventF1: 89.1, fullEventF1: 68.2, dates: 69.6 },
  { file: 'events-seventh.yaml', eventF1: 96.5, fullEventF1: 85, dates: 91.6 },
])('$file', (floor) => {
  it('stays above its floors', () => {
    const score = scoreReports(loadGold(floor.file), readingOf)
    if (process.env.EVENTS_LIST) process.stdout.write(`${score.errors.join('\n')}\n`)
    process.stdout.write(
      `${floor.file}: event F1 ${score.eventF1.toFixed(1)}, full ${score.fullEventF1.toFixed(1)}, dates ${score.dates.toFixed(1)}\n`,
    )
    expect(score.eventF1).toBeGreaterThanOrEqual(floor.eventF1)
    expect(score.fullEventF1).toBeGreaterThanOrEqual(floor.fullEventF1)
    expect(score.dates).toBeGreaterThanOrEqual(floor.dates)
  })
})

describe.each(['assistance', 'sanctions'])('the examples inside codebooks/%s.yaml', (name) => {
  it('come out as they say', () => {
    const results = testCodebook(loadKnowledge(shippedCodebook(name)))
    expect(results.length).toBeGreaterThanOrEqual(16)
    expect(results.filter((result) => !result.passed)).toEqual([])
  })
})
