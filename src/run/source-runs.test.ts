import { describe, expect, it } from 'vitest'
import { sourceRuns } from './source-runs.ts'

/**
 *     text    Größe ist da
 *             012345678901
 *     source  <p>Gr&ouml;&szlig;e ist  da</p>
 */
const source = '<p>Gr&ouml;&szlig;e ist  da</p>'
const text = 'Größe ist da'
const map = {
  text: Int32Array.of(0, 2, 3, 4, 9, 10),
  source: Int32Array.of(3, 5, 11, 18, 23, 25),
  sourceLength: Int32Array.of(2, 6, 7, 5, 2, 2),
}
const stretches = (start: number, end: number): [string, string][] =>
  sourceRuns(map, { start, end }, text.length).map((run) => [
    text.slice(run.text.start, run.text.end),
    source.slice(run.source.start, run.source.end),
  ])

describe('sourceRuns', () => {
  it('clips literal runs and takes entities and folded space whole', () => {
    expect(stretches(1, 4)).toEqual([
      ['r', 'r'],
      ['ö', '&ouml;'],
      ['ß', '&szlig;'],
    ])
    expect(stretches(6, 12)).toEqual([
      ['ist', 'ist'],
      [' ', '  '],
      ['da', 'da'],
    ])
  })

  it('is empty for an empty span or an empty map', () => {
    expect(stretches(5, 5)).toEqual([])
    const none = Int32Array.of()
    expect(sourceRuns({ text: none, source: none, sourceLength: none }, { start: 0, end: 3 }, 3)).toEqual([])
  })
})
