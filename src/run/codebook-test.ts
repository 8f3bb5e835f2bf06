/** Runs a codebook's own examples and counterexamples. Pure. */
import type { CodebookExample, ExpectedEvent } from '../codebook/codebook.ts'
import type { Reading } from '../formats/reading.ts'
import type { Knowledge } from '../stages/knowledge.ts'
import { read } from './read.ts'

export interface ExampleResult {
  readonly type: string
  readonly text: string
  readonly passed: boolean
  /** What was expected and not found, or found and not wanted. */
  readonly missing: readonly ExpectedEvent[]
  readonly unwanted: readonly Reading['events'][number][]
}

type ReadEvent = Reading['events'][number]

/** Only the fields that the example names count; a party may be named by country or by name. */
const fits = (expected: ExpectedEvent, event: ReadEvent): boolean => {
  const parties = (wanted: readonly string[] | undefined, found: ReadEvent['actors']): boolean =>
    wanted === undefined ||
    (wanted.length === found.length &&
      wanted.every((party) => found.some((one) => one.country === party || one.name === party)))
  return (
    event.type === expected.type &&
    parties(expected.actors, event.actors) &&
    parties(expected.recipients, event.recipients) &&
    (expected.factuality === undefined || event.factuality === expected.factuality) &&
    (expected.goods === undefined || expected.goods.every((good) => event.goods.includes(good))) &&
    (expected.stance === undefined || event.stance === expected.stance) &&
    (expected.background === undefined || event.background === expected.background)
  )
}

const runExample = (type: string, example: CodebookExample, knowledge: Knowledge): ExampleResult => {
  const reading = read(
    {
      bytes: new TextEncoder().encode(example.text),
      kind: 'body',
      name: type,
      url: null,
      title: null,
      published: example.published,
      today: null,
    },
    knowledge,
  )
  const left = [...reading.events]
  const missing: ExpectedEvent[] = []
  for (const expected of example.events) {
    const at = left.findIndex((event) => fits(expected, event))
    if (at < 0) missing.push(expected)
    else left.splice(at, 1)
  }
  const unwanted = left.filter((event) => event.type === type)
  return {
    type,
    text: example.text,
    passed: missing.length === 0 && unwanted.length === 0,
    missing,
    unwanted,
  }
}

export const testCodebook = (knowledge: Knowledge): ExampleResult[] =>
  [...knowledge.codebook.types.values()].flatMap((type) =>
    [...type.examples, ...type.counterexamples].map((example) => runExample(type.name, example, knowledge)),
  )
