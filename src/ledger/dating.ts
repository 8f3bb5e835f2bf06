/**
 * The date of an event once it is known when its report came out. A report whose publication was only inferred could
 * not resolve its weekdays when it was read.
 *
 *     inferred publication 2025-07-02/2025-07-08, „in der Nacht zu Mittwoch“ → 2025-07-01/2025-07-02
 */
import { addDays, type Days, daysBetween, daysOf, edtfOf, intersect, weekdayOf, width } from '../core/edtf.ts'
import type { DatedValue } from '../core/layers.ts'
import type { ReportEvent, ReportFacts } from '../link/facts.ts'
import { type Publication, weekdayIn, yearless } from '../link/infer-dates.ts'

const week = 7
/** Wider dates than these are worth a second look. */
const vague = 14

const nightTo = /nacht\s+(?:zu|zum|auf)/iu

/** The event's date, resolved with what was inferred of its report; the date as read where that adds nothing. */
export const dateOf = (
  date: DatedValue | null,
  event: ReportEvent,
  facts: ReportFacts,
  publication: Publication,
): DatedValue | null => {
  const read = daysOf(date?.edtf)
  const { days, basis } = publication
  if (basis !== 'inferred' || days.first === null) return date
  if (read !== null && width(read) <= vague) return date
  for (const time of facts.times) {
    if (time.sentence !== event.sentence) continue
    const found = resolve(time.value, time.exact, days)
    if (found !== null && (read === null || intersect(read, found) !== null))
      return { edtf: edtfOf(found)!, basis: 'inferred' }
  }
  return date
}

const resolve = (value: string, exact: string, out: Days): Days | null => {
  const day = yearless(value)
  if (day !== null) {
    const full = daysOf(`${out.first!.slice(0, 4)}-${day}`)
    return full !== null &&
      daysBetween(full.first!, out.first!) < 120 &&
      daysBetween(full.first!, out.first!) > -30
      ? full
      : null
  }
  const month = /^XXXX-(?<month>\d\d)$/u.exec(value)?.groups?.month
  if (month !== undefined) {
    // „im Juni“, told in July: the last one that has begun.
    const year = Number(out.first!.slice(0, 4)) - (month > out.first!.slice(5, 7) ? 1 : 0)
    return daysOf(`${year}-${month}`)
  }
  const weekday = weekdayIn(exact)
  if (weekday === null || out.last === null || daysBetween(out.first!, out.last) >= week) return null
  const candidates: string[] = []
  for (let at = addDays(out.first!, 1 - week); at <= out.last; at = addDays(at, 1))
    if (weekdayOf(at) === weekday) candidates.push(at)
  // The later one is not excluded where it can still lie before the report.
  const [only] = candidates
  if (candidates.length !== 1) return null
  return { first: nightTo.test(exact) ? addDays(only!, -1) : only!, last: only! }
}
