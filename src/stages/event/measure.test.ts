import { describe, expect, it } from 'vitest'
import { eventRules } from '../../lang/de/event/rules.ts'
import { parseNumber } from './measure.ts'

describe('parseNumber', () => {
  it.each([
    ['3,2', 3.2],
    ['150.000', 150_000],
    ['1.234.567', 1_234_567],
    ['14', 14],
    ['14a', null],
    ['F-16', null],
    ['', null],
  ])('%s', (text, expected) => expect(parseNumber(text, eventRules)).toBe(expected))
})
