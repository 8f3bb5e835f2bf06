/** From a span of `article.text` back to the captured document. */
import type { PositionMap } from '../core/article.ts'
import type { Span } from '../core/span.ts'

/** A stretch of text with the stretch of source it came from. */
export interface SourceRun {
  readonly text: Span
  readonly source: Span
}

/** Index of the last run that begins at or before `position`. */
const runAt = (map: PositionMap, position: number): number => {
  let low = 0
  let high = map.text.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (map.text[middle]! <= position) low = middle
    else high = middle - 1
  }
  return low
}

/**
 * The runs that a span consists of, clipped to it where they are literal (as long in the source as in the text).
 * Others, an entity or folded white space, belong to the span as a whole.
 */
export const sourceRuns = (map: PositionMap, span: Span, textLength: number): SourceRun[] => {
  const runs: SourceRun[] = []
  if (map.text.length === 0 || span.end <= span.start) return runs
  for (let i = runAt(map, span.start); i < map.text.length && map.text[i]! < span.end; i++) {
    const start = map.text[i]!
    const end = i + 1 < map.text.length ? map.text[i + 1]! : textLength
    const source = map.source[i]!
    const sourceLength = map.sourceLength[i]!
    if (end <= span.start) continue
    if (sourceLength === end - start) {
      const from = Math.max(start, span.start)
      const to = Math.min(end, span.end)
      runs.push({
        text: { start: from, end: to },
        source: { start: source + from - start, end: source + to - start },
      })
    } else {
      runs.push({ text: { start, end }, source: { start: source, end: source + sourceLength } })
    }
  }
  return runs
}
