import { beforeAll, describe, expect, it } from 'vitest'
import { loadKnowledge } from '../../src/run/knowledge.ts'
import { read } from '../../src/run/read.ts'
import type { Knowledge } from '../../src/stages/knowledge.ts'
import { type GoldReport, loadGold, scoreReports } from './statements.ts'

let knowledge: Knowledge
beforeAll(() => {
  knowledge = loadKnowledge()
})

const readingOf = (report: GoldReport) =>
  read(
    {
      bytes: new TextEncoder().encode(report.text),
      kind: 'body',
      name: report.id,
      url: null,
      title: null,
      published: report.published,
      today: null,
    },
    knowledge,
  )

/** First readings: 86.9, with speaker 59.2, time ranges 88.2; the second 94.0, 64.0, 82.4; the third 94.0, 67.5, 84.6; the fourth 94.8, 66.0, 100. Raise a floor when the figure rises. `STATEMENTS_LIST=1` prints every error. */
describe.each([
  { file: 'statements.yaml', statementF1: 95.1, speakerF1: 81.8, rangeF1: 96.7 },
  { file: 'statements-second.yaml', statementF1: 97, speakerF1: 91, rangeF1: 97 },
  { file: 'statements-third.yaml', statementF1: 96.5, speakerF1: 90.7, rangeF1: 84.5 },
  { file: 'statements-fourth.yaml', statementF1: 95.8, speakerF1: 75.4, rangeF1: 100 },
])('$file', (floor) => {
  it('stays above its floors', () => {
    const score = scoreReports(loadGold(floor.file), readingOf)
    if (process.env.STATEMENTS_LIST) process.stdout.write(`${score.errors.join('\n')}\n`)
    process.stdout.write(
      `${floor.file}: statement F1 ${score.statementF1.toFixed(1)}, with speaker ${score.speakerF1.toFixed(1)}, time ranges ${score.rangeF1.toFixed(1)}\n`,
    )
    expect(score.statementF1).toBeGreaterThanOrEqual(floor.statementF1)
    expect(score.speakerF1).toBeGreaterThanOrEqual(floor.speakerF1)
    expect(score.rangeF1).toBeGreaterThanOrEqual(floor.rangeF1)
  })
})
