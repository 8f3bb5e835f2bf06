import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { statementRules } from '../../lang/de/statement/rules.ts'
import { pairQuotations } from './quotes.ts'

const found = (text: string): string[] =>
  pairQuotations(text, statementRules.quotationMarks).map(({ start, end }) => text.slice(start, end))

describe('quotation marks', () => {
  it.each([
    ['Sie sagte: „Wir bauen die Brücke.“ Dann ging sie.', ['„Wir bauen die Brücke.“']],
    ['Er sagte: "Wir bauen." Und: "Bald."', ['"Wir bauen."', '"Bald."']],
    ['Er sprach von »einem Anfang« und ging.', ['»einem Anfang«']],
    ['Er sprach von «einem Anfang» und ging.', ['«einem Anfang»']],
    ['Er sprach von “einem Anfang” und ging.', ['“einem Anfang”']],
    ['„Er sagte ‚nein‘ dazu“, hieß es.', ['„Er sagte ‚nein‘ dazu“']],
    ['Das nannte er ‚gewagt‘.', ['‚gewagt‘']],
    ['Das ist Bachs’ Haus und 3" breit.', []],
    ['„Erster Absatz\n\n„Zweiter Absatz.“', ['„Erster Absatz\n\n„Zweiter Absatz.“']],
    ['„Nie geschlossen\n\nHier steht nur Text. „Doch.“', ['„Doch.“']],
  ])('%s', (text, quotations) => expect(found(text)).toEqual(quotations))

  it('keeps any text in bounds and in order', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'„“”"«»‚‘’›‹ab .\n') }), (text) => {
        let last = 0
        for (const { start, end, parts } of pairQuotations(text, statementRules.quotationMarks)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
          expect(parts[0]!.start).toBe(start)
          expect(parts.at(-1)!.end).toBe(end)
          last = end
        }
      }),
    )
  })
})
