/** Dates as pages and agencies write them, to EDTF with the time of day and the zone where they stand there. */

export interface FoundDate {
  readonly start: number
  readonly end: number
  readonly edtf: string
  /** 10 = day, 16 or more = with a time of day. */
  readonly precision: 'month' | 'day' | 'time'
  /** Day and month may be swapped: `04/05/2023`. */
  readonly ambiguous: boolean
}

/** Month names by their first letters, of the languages that pages around German ones are in. */
const monthPrefixes: readonly (readonly string[])[] = [
  ['jan', 'jän', 'jän', 'ene', 'gen', 'sty', 'січ', 'янв', 'led', 'oca'],
  ['feb', 'fév', 'fev', 'lut', 'лют', 'фев', 'úno', 'şub'],
  ['mär', 'mar', 'mrz', 'mrt', 'maa', 'maerz', 'бер', 'мар', 'bře'],
  ['apr', 'avr', 'abr', 'kwi', 'квіт', 'апр', 'dub', 'nis'],
  ['mai', 'may', 'mei', 'mag', 'maj', 'трав', 'мая', 'май', 'kvě'],
  ['jun', 'juin', 'giu', 'cze', 'черв', 'июн', 'haz', 'červn'],
  ['jul', 'juil', 'lug', 'lip', 'лип', 'июл', 'tem', 'červe'],
  ['aug', 'aoû', 'aou', 'ago', 'sie', 'серп', 'авг', 'ağu', 'srp'],
  ['sep', 'set', 'wrz', 'вер', 'сен', 'eyl', 'zář'],
  ['okt', 'oct', 'out', 'ott', 'paź', 'жовт', 'окт', 'eki', 'říj'],
  ['nov', 'lis', 'лист', 'ноя', 'kas'],
  ['dez', 'dec', 'déc', 'dic', 'gru', 'груд', 'дек', 'ara', 'pro'],
]

/** 1–12, or 0. Longer prefixes first, so that "juin" is not "jui…". */
export const monthOf = (name: string): number => {
  const key = name.toLowerCase().replace(/\.$/u, '')
  let best = 0
  let length = 0
  monthPrefixes.forEach((prefixes, index) => {
    for (const prefix of prefixes) {
      if (prefix.length > length && key.startsWith(prefix)) {
        best = index + 1
        length = prefix.length
      }
    }
  })
  return best
}

const two = (value: number | string): string => String(value).padStart(2, '0')
const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

export const isDay = (year: number, month: number, day: number): boolean =>
  year >= 1990 && year <= 2100 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)

const fullYear = (text: string): number => {
  const value = Number(text)
  if (text.length !== 2) return value
  return value < 70 ? 2000 + value : 1900 + value
}

const clock = String.raw`(?<hour>[01]?\d|2[0-3])[:.h](?<minute>[0-5]\d)(?:[:.](?<second>[0-5]\d))?(?:[.,]\d{1,9})?(?:\s*(?<half>[ap]\.?m\.?)(?!\p{L}))?(?:\s*(?:Uhr|h|Hrs)(?!\p{L}))?(?:\s*(?<zone>Z|UTC|GMT|MESZ|MEZ|CEST|CET|[+-]\d\d:?\d\d)(?![\p{L}\d]))?`
/** What stands between a date and its time of day. */
const between = String.raw`(?:\s*(?:[-–—,|·•/]|um|at|gegen|, um|kl\.?|alle|à|às|o)){0,2}\s*`
const year = String.raw`(?<year>(?:19|20)\d\d)`

const dayFirst = new RegExp(
  String.raw`(?<![\d.,/-])(?<day>0?[1-9]|[12]\d|3[01])(?<mark>[./-])\s?(?<month>0?[1-9]|1[0-2])\k<mark>\s?(?<year>(?:19|20)\d\d|\d\d(?![\d.]))(?![\d/])(?:${between}${clock})?`,
  'giu',
)
const monthFirst = new RegExp(
  String.raw`(?<![\d.,/-])(?<month>0?[1-9]|1[0-2])/(?<day>0?[1-9]|[12]\d|3[01])/${year}(?![\d/])(?:${between}${clock})?`,
  'giu',
)
const iso = new RegExp(
  String.raw`(?<![\d.,/-])${year}(?<mark>[-/.])(?<month>0?[1-9]|1[0-2])\k<mark>(?<day>0?[1-9]|[12]\d|3[01])(?![\d/.])(?:(?:[T_]|${between})${clock})?`,
  'giu',
)
const eastern =
  /(?<year>20\d\d|19\d\d)\s?[年년]\s?(?<month>1[0-2]|0?[1-9])\s?[月월]\s?(?<day>3[01]|[12]\d|0?[1-9])\s?[日일]/gu
const named = new RegExp(
  String.raw`(?<![\d.,/])(?<day>0?[1-9]|[12]\d|3[01])(?:\.|st|nd|rd|th|er|º)?\s*(?:de\s+|of\s+|/|-)?(?<name>\p{L}{3,12})\.?,?\s*(?:de\s+|del\s+|/|-)?${year}(?!\d)(?:${between}${clock})?`,
  'giu',
)
const namedFirst = new RegExp(
  String.raw`(?<!\p{L})(?<name>\p{L}{3,12})\.?\s+(?<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?:,|\s)\s*${year}(?!\d)(?:${between}${clock})?`,
  'giu',
)

const zones: Readonly<Record<string, string>> = {
  Z: 'Z',
  UTC: 'Z',
  GMT: 'Z',
  MEZ: '+01:00',
  CET: '+01:00',
  MESZ: '+02:00',
  CEST: '+02:00',
}

const zoneOf = (text: string | undefined): string => {
  if (text === undefined) return ''
  const known = zones[text.toUpperCase()]
  if (known !== undefined) return known
  const digits = text.replace(':', '')
  return digits === '+0000' ? 'Z' : `${digits.slice(0, 3)}:${digits.slice(3)}`
}

const timeOf = (groups: Readonly<Record<string, string | undefined>>): string => {
  if (groups.hour === undefined || groups.minute === undefined) return ''
  let hour = Number(groups.hour)
  const half = groups.half?.toLowerCase().replaceAll('.', '')
  if (half === 'pm' && hour < 12) hour += 12
  if (half === 'am' && hour === 12) hour = 0
  const second = groups.second === undefined ? '' : `:${groups.second}`
  return `T${two(hour)}:${groups.minute}${second}${zoneOf(groups.zone)}`
}

/** Text longer than this holds no date line worth the search. */
const maxLength = 20_000

const collect = (text: string, pattern: RegExp, out: FoundDate[], isAmbiguous: boolean): void => {
  for (const match of text.matchAll(pattern)) {
    const groups = match.groups as Record<string, string | undefined>
    const found = groups.name === undefined ? Number(groups.month) : monthOf(groups.name)
    const inYear = fullYear(groups.year!)
    const day = Number(groups.day)
    if (!isDay(inYear, found, day)) continue
    // A year of two digits needs the German points; `12-08-23` may be a phone number.
    if (groups.year!.length === 2 && groups.mark !== '.') continue
    const date = `${inYear}-${two(found)}-${two(day)}`
    const time = timeOf(groups)
    out.push({
      start: match.index,
      end: match.index + match[0].trimEnd().length,
      edtf: date + time,
      precision: time === '' ? 'day' : 'time',
      ambiguous: isAmbiguous && groups.mark === '/' && day <= 12 && found !== day,
    })
  }
}

/** Every date in `text`, in order, without overlaps. */
export const findDates = (text: string): FoundDate[] => {
  // Nearly every block of a page ends here: no date without a year of four digits or points between digits.
  if (!/(?:19|20)\d\d|\d\.\s?\d/u.test(text)) return []
  const piece = text.length > maxLength ? text.slice(0, maxLength) : text
  const found: FoundDate[] = []
  // Each form is looked for only where its marks are: the search through the words is what costs.
  if (/\d[./-]\s?\d/u.test(piece)) {
    collect(piece, iso, found, false)
    collect(piece, dayFirst, found, true)
    if (piece.includes('/')) collect(piece, monthFirst, found, true)
  }
  if (/\d\D{3,30}(?:19|20)\d\d/u.test(piece)) collect(piece, named, found, false)
  if (/\p{L}[\s.]{1,4}\d{1,2}\D{1,8}(?:19|20)\d\d/u.test(piece)) collect(piece, namedFirst, found, false)
  if (/[年년]/u.test(piece)) collect(piece, eastern, found, false)
  found.sort((a, b) => a.start - b.start || b.end - a.end)
  const kept: FoundDate[] = []
  for (const date of found) if (kept.length === 0 || date.start >= kept.at(-1)!.end) kept.push(date)
  return kept
}
