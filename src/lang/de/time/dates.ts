/** Points and periods of the calendar. */
import type { TimeRule } from '../../common/time.ts'
import {
  dayFromContext,
  dayOfMonth,
  dayWord,
  holiday,
  nightBefore,
  numericDate,
  relative,
  weekday,
  weekend,
} from './days.ts'
import { calendarWeek, century, decade, month, partOfPeriod, quarterOrHalf, season, year } from './periods.ts'
import { isCapital, one, senseAt } from './reading.ts'

/** „heuer“, „im Vorjahr“, „diesjährig“: words whose meaning stands in the table. */
const wholeWord: TimeRule = {
  name: 'de/time/whole-word',
  match: (items, at) => {
    const { expression } = senseAt(items, at)
    if (!expression) return null
    if (expression.kind === 'set') {
      if (isCapital(items, at) && at > 0) return null
      return one(at, at + 1, expression, 'SET')
    }
    if (expression.kind === 'duration') return one(at, at + 1, expression, 'DURATION')
    return one(at, at + 1, expression)
  },
}

/** Longer constructions come before the words they contain. */
export const dateRules: readonly TimeRule[] = [
  numericDate,
  dayOfMonth,
  partOfPeriod,
  quarterOrHalf,
  century,
  decade,
  nightBefore,
  dayFromContext,
  relative,
  weekday,
  dayWord,
  month,
  season,
  holiday,
  weekend,
  calendarWeek,
  year,
  wholeWord,
]
