import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Article } from '../../src/core/article.ts'
import type { Layers } from '../../src/core/layers.ts'
import type { Span } from '../../src/core/span.ts'
import type { Annotated, DocumentBase } from '../../src/core/stage.ts'
import { blocksOf, superlinear, type Work } from '../support/work.ts'

// Counted is what is imported behind the counter.
const { loadKnowledge } = await import('../../src/run/knowledge.ts')
const { readCapture, stages } = await import('../../src/run/read.ts')
const knowledge = loadKnowledge()
/** Work of all stages on a text whose lines are its blocks. */
const workOfReading = (text: string): Work => {
  let at = 0
  const blocks = text.split('\n').map((line) => {
    const block = { start: at, end: at + line.length, role: 'paragraph' }
    at += line.length + 1
    return block
  })
  const base: DocumentBase = {
    article: { text, blocks } as unknown as Article,
    text,
    language: 'de',
    publishedAt: '2024-03-08',
  }
  return blocksOf(() => {
    let layers = {} as Layers
    for (const stage of stages) {
      const output = stage.run({ ...base, ...layers } as Annotated<keyof Layers>, knowledge)
      layers = { ...layers, ...output.layers }
    }
  })
}

describe('no block of any stage runs more than twice as often for twice the text', () => {
  it.each([
    [
      'one sentence without end',
      'die Ministerin aus Riga, die gestern kam, sagte, Estland liefere am 3. Juli 40 Lastwagen, weil ',
    ],
    [
      'short sentences',
      'Die Ministerin aus Riga sagte am Montag: „Wir liefern Kenia 40 Lastwagen.“ Das lehnte sie ab. ',
    ],
    ['paragraphs', 'Estland unterzeichnete mit Kenia ein Abkommen über Strom.\n'],
    ['open quotations', 'sagte er: „Wir '],
    ['open brackets', 'Riga (die Stadt '],
    ['commas', 'ja, '],
    ['capitals', 'Neue Rigaer Zeitung '],
    ['conjunctions', 'und die Ukraine und '],
    ['dates', 'am 3. und 4. bis vom mehr als drei '],
    ['marks', '…“ '],
    ['dots', '…'],
    ['abbreviations', 'a.'],
    ['opening marks', '„'],
    ['closing marks', '?“'],
    ['addresses', 'a@'],
    ['ordinals', '1.'],
    ['pronouns', 'Er sagte ihr, dass sie es ihm gebe. '],
    ['sums', '3 Millionen Euro für Kenia, '],
  ])('%s', (_, unit) => {
    const textOf = (letters: number): string => unit.repeat(Math.ceil(letters / unit.length))
    // What is remembered of forms is no part of the question.
    workOfReading(textOf(1_000))
    expect(superlinear(workOfReading(textOf(10_000)), workOfReading(textOf(20_000)))).toEqual([])
  })
})

describe('any string gives annotations that stand in it', () => {
  const pieces = fc.constantFrom(
    'Die Ministerin',
    'sagte',
    ', dass',
    'Kenia',
    'am 3. Juli',
    'gestern',
    '„',
    '“',
    '"',
    '(',
    ')',
    ':',
    '.',
    ',',
    '–',
    '\n\n',
    'laut Angaben',
    'liefert',
    'nicht',
    'soll',
    'seit drei Jahren',
    '40 Lastwagen',
    'Millionen Euro',
    'die',
    'Ukraine-Hilfe',
    'stoppte',
    'zufolge',
    '\u0301',
    '😀',
    '\ud800',
  )
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.array(pieces, { maxLength: 80 }).map((list) => list.join(' ')),
    fc.array(pieces, { maxLength: 80 }).map((list) => list.join('')),
  )
  const documentOf = (text: string) =>
    readCapture(
      {
        bytes: new TextEncoder().encode(text),
        kind: 'body',
        name: 'any',
        url: null,
        title: null,
        published: '2024-03-08',
        today: null,
      },
      knowledge,
    )

  it('in bounds and in order', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { document } = documentOf(text)
        expect(document.diagnostics.filter(({ rule }) => rule.endsWith('/bug'))).toEqual([])
        const within = ({ start, end }: Span): void => {
          expect(start).toBeGreaterThanOrEqual(0)
          expect(end).toBeGreaterThanOrEqual(start)
          expect(end).toBeLessThanOrEqual(document.text.length)
        }
        for (const layer of ['time', 'mention', 'statement', 'factuality', 'event'] as const) {
          document[layer].forEach((one: Span, i) => {
            within(one)
            const before: Span | undefined = document[layer][i - 1]
            if (before !== undefined) expect(one.start, layer).toBeGreaterThanOrEqual(before.start)
          })
        }
        for (const { parts, cue, speaker } of document.statement) {
          for (const part of parts) within(part)
          if (cue !== null) within(cue)
          if (speaker !== null && speaker.start !== null && speaker.end !== null)
            within({ start: speaker.start, end: speaker.end })
        }
        for (const { cue } of document.factuality) if (cue !== null) within(cue)
        for (const { trigger } of document.event) within(trigger)
      }),
      { numRuns: 300 },
    )
  })

  it('verbatim', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { reading } = documentOf(text)
        const check = (value: unknown): void => {
          if (typeof value !== 'object' || value === null) return
          const { start, end, exact } = value as { start?: unknown; end?: unknown; exact?: unknown }
          if (typeof start === 'number' && typeof end === 'number' && typeof exact === 'string')
            expect(reading.article.text.slice(start, end)).toBe(exact)
          for (const inner of Object.values(value)) check(inner)
        }
        check(reading.times)
        check(reading.statements)
        check(reading.events)
        check(reading.entities)
      }),
      { numRuns: 300 },
    )
  })
})
