import type { PositionMap } from '../core/article.ts'
import type { Span } from '../core/span.ts'

/** The last run that starts at or before `at`. */
const runAt = (text: Int32Array, at: number): number => {
  let low = 0
  let high = text.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (text[middle]! <= at) low = middle
    else high = middle - 1
  }
  return low
}

/**
 * Where `text[start, end)` stands in the decoded capture. Markup between the first and the last character is
 * inside the span. A span that begins or ends within an entity takes in the whole entity.
 */
export const sourceSpan = (map: PositionMap, start: number, end: number): Span => {
  if (map.text.length === 0 || end <= start) {
    const at = map.text.length === 0 ? 0 : placeOf(map, start).start
    return { start: at, end: at }
  }
  return { start: placeOf(map, start).start, end: placeOf(map, end - 1).end }
}

const placeOf = (map: PositionMap, at: number): Span => {
  const run = runAt(map.text, at)
  const source = map.source[run]!
  const length = map.sourceLength[run]!
  const next = run + 1 < map.text.length ? map.text[run + 1]! : map.text[run]! + length
  if (next - map.text[run]! !== length) return { start: source, end: source + length }
  const offset = Math.max(0, at - map.text[run]!)
  return { start: source + offset, end: source + offset + 1 }
}
