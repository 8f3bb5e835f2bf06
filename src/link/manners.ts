/** How something was done, as a report says it of an event: by phone or in writing, by air or by land. */
import type { FactRules } from '../core/fact-rules.ts'
import type { Reading } from '../formats/reading.ts'

export interface Manner {
  readonly start: number
  readonly end: number
  readonly exact: string
  /** Two ways of one respect exclude each other. */
  readonly respect: string
  readonly way: string
  /** Where the evidence of the event begins. */
  readonly of: number
}

/**
 * The manner of an event stands in its sentence, or in the next one where that tells of no event of its own. A sentence
 * that names two ways of one respect says neither of them of all.
 */
export const mannersOf = (
  { article: { text }, sentences, events }: Pick<Reading, 'article' | 'sentences' | 'events'>,
  { manners }: FactRules,
): Manner[] =>
  sentences.flatMap(({ start, end }, index) => {
    const exact = text.slice(start, end)
    const ways = manners.filter(({ pattern }) => pattern.test(exact))
    if (ways.length === 0) return []
    const previous = sentences[index - 1]
    const inside = (from: number, to: number) =>
      events.filter(({ evidence }) => evidence.start >= from && evidence.start < to)
    const own = inside(start, end)
    const told = own.length > 0 || previous === undefined ? own : inside(previous.start, start).slice(-1)
    return ways.flatMap(({ respect, way }) =>
      ways.some((other) => other.respect === respect && other.way !== way)
        ? []
        : told.map(({ evidence }) => ({ start, end, exact, respect, way, of: evidence.start })),
    )
  })
