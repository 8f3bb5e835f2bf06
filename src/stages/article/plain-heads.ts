/** What stands above the report in a scraped text: kicker, title, lead, date and byline, and where each of them is. */
import { findDates } from './date-text.ts'
import type { DateLine } from './line-rules.ts'
import { datelineBlocks, datelineDay, datelineRank } from './openings.ts'
import type { Stretch } from './plain-body.ts'
import { type Line, sentenceEnd } from './plain-lines.ts'
import { noKicker, normal } from './titles.ts'

export interface Heads {
  /** Index of each line, or -1. */
  readonly title: number
  readonly kicker: number
  readonly lead: number
  /** First line of what belongs to the report: its kicker, title or date. */
  readonly from: number
  /** First line of the body proper. */
  readonly body: number
}

/** Headline, date and byline stand this many lines above the body at most. */
const reach = 16

const wordCount = (text: string): number => text.split(' ').length

/** Lines that stand between a headline and its article on most pages. */
const isMeta = ({ kind }: Line): boolean =>
  kind === 'date' || kind === 'byline' || kind === 'credit' || kind === 'caption' || kind === 'furniture'

/**
 * A report that opens with its lead, and has date and byline below that: the body begins after them.
 *
 *     Die Koalition hat sich auf einen Haushalt geeinigt.     lead
 *     12.03.2024 - 18:05
 *     Haushalt beschlossen                                    title
 *     Der Bundestag hat …                                     body
 */
const bodyAfterLead = (lines: readonly Line[], { from, to }: Stretch): number => {
  if (lines[from]!.text.length > 500) return from
  let end = from
  for (let i = from + 1; i < Math.min(to, from + 6); i++) {
    const { kind } = lines[i]!
    if (kind === 'prose') return end > from ? i : from
    if (kind === 'date' || kind === 'byline') end = i
  }
  return from
}

const stems = (text: string): string[] =>
  normal(text)
    .split(' ')
    .flatMap((word) => (word.length > 3 ? [word.slice(0, 5)] : []))

const longestHeadline = 250

/** A headline that asks or calls out reads like a sentence. */
const isCall = (text: string): boolean => text.length < 160 && /[?!][“”"«»]?$/u.test(text)

const isHeadline = ({ kind, text }: Line): boolean =>
  (kind === 'short' || (kind === 'prose' && isCall(text))) &&
  text.length <= longestHeadline &&
  /\p{L}{3}/u.test(text) &&
  // A day in it makes it a caption or a line of its own about the report.
  findDates(text).length === 0

/** A kicker before its headline: `Vorschlag der Kommission:`. */
const leadsOver = (lines: readonly Line[], at: number): boolean =>
  lines[at]!.text.endsWith(':') && lines[at + 1] !== undefined && isHeadline(lines[at + 1]!)

/** Of so many words a report has one of its headline's at least; a teaser's above it says none. */
const tellsAll = 80

/** The headline says in some words what the report then tells, and stands close above it. */
const findTitle = (lines: readonly Line[], body: number, to: number): number => {
  const first = Math.max(0, body - reach)
  if (!lines.slice(first, body).some(isHeadline)) return -1
  const told = new Set<string>()
  for (let i = body; i < to; i++)
    if (lines[i]!.kind === 'prose') for (const s of stems(lines[i]!.text)) told.add(s)
  const counts = new Map<string, number>()
  for (const { text } of lines) if (text.length <= 200) counts.set(text, (counts.get(text) ?? 0) + 1)
  let title = -1
  let most = 4
  let apart = 0
  /** A date, a byline or the lead stands between this line and the body: below them are subheadings and captions. */
  let isAbove = false
  for (let i = body - 1; i >= first; i--) {
    const line = lines[i]!
    if (isHeadline(line) && !leadsOver(lines, i)) {
      const words = wordCount(line.text)
      const own = stems(line.text)
      const shared = own.filter((stem) => told.has(stem)).length
      const isForeign = shared === 0 && own.length >= 3 && told.size > tellsAll
      const score =
        (words < 3 ? -2 : Math.min(words, 5)) +
        (own.length === 0 ? 0 : (6 * shared) / Math.max(3, own.length)) +
        (counts.get(line.text)! > 1 && words > 3 ? 3 : 0) +
        (isAbove ? 3 : 0) -
        (lines[i + 1]!.kind === 'caption' && told.size > 0 ? 2 : 0) -
        (sentenceEnd.test(line.text) && line.text.endsWith('.') ? 4 : 0) -
        apart
      if (score > most && !isForeign) {
        title = i
        most = score
      }
    }
    isAbove ||= line.kind === 'date' || line.kind === 'byline' || line.kind === 'prose'
    apart += isMeta(line) ? 0.2 : 0.7
  }
  return title < 0 ? title : aboveSubtitle(lines, title, told)
}

/**
 * Three headlines on end are kicker, title and subtitle; the last says the most, the second of what is told.
 *
 *     Verkehrspolitik
 *     Die Brücke bleibt zu                                                     title
 *     Ministerium findet kein Geld für die Sanierung der Talbrücke bei Hagen
 */
const aboveSubtitle = (lines: readonly Line[], at: number, told: ReadonlySet<string>): number => {
  const [first, second] = [lines[at - 2], lines[at - 1]]
  if (first === undefined || second === undefined || !isHeadline(first) || !isHeadline(second)) return at
  const below = new Set(stems(lines[at]!.text))
  const isStack =
    stems(second.text).some((stem) => told.has(stem) || below.has(stem)) &&
    wordCount(lines[at]!.text) >= 8 &&
    wordCount(first.text) <= 6 &&
    between(wordCount(second.text), 3, 8)
  return isStack && lines[at - 3]?.kind !== 'short' ? at - 1 : at
}
const between = (value: number, from: number, to: number): boolean => value >= from && value <= to

/** A line of a menu, or a word of one: `Start | Politik | Wirtschaft`, `Anmelden`. */
const menu =
  /\s[|›»•·>]\s|^(?:anmelden|registrieren|einloggen|log-?in|suchen?|menü|startseite|start|home|zurück|weiter|drucken|abo|e-?paper|newsletter|kontakt|merkliste|mein konto)$/iu

/** A few words above the headline; among many other labels they are a menu. */
const findKicker = (lines: readonly Line[], title: number): number => {
  const isLabel = (at: number): boolean => {
    const line = lines[at]
    return (
      line !== undefined &&
      line.kind === 'short' &&
      !/^\p{Ll}/u.test(line.text) &&
      wordCount(line.text) <= 6 &&
      line.text.length < 60 &&
      /\p{L}{2}/u.test(line.text) &&
      findDates(line.text).length === 0 &&
      !menu.test(line.text) &&
      !noKicker.test(line.text) &&
      normal(line.text) !== normal(lines[title]!.text) &&
      // Words without their spaces, as tags run together.
      !/\p{L}{35}/u.test(line.text)
    )
  }
  if (isLabel(title - 1) && (!isLabel(title - 2) || lines[title - 1]!.text.endsWith(':'))) return title - 1
  if (title > 6) return -1
  for (let i = 0; i < title; i++) if (isLabel(i)) return i
  return -1
}

/** Without running text anywhere the few words below the first headline make up the report. */
export const belowHeadline = (lines: readonly Line[]): Stretch => {
  const first = lines.findIndex((line) => isHeadline(line) && wordCount(line.text) > 4)
  return { from: first + 1 < lines.length ? first + 1 : 0, to: lines.length }
}

/** A headline with a stop, as translated pages have: one sentence. */
const longestSentence = 130
const isOneSentence = ({ kind, text }: Line): boolean =>
  kind === 'prose' && text.length <= longestSentence && text.search(/[.!?](?=\s+\p{Lu})/u) < 0

/** `isApart`: the first line stands apart from the text below it. */
export const findHeads = (lines: readonly Line[], stretch: Stretch, isApart: boolean): Heads => {
  let body = bodyAfterLead(lines, stretch)
  let title = findTitle(lines, body, stretch.to)
  if (
    title < 0 &&
    body === stretch.from &&
    stretch.to > body + 1 &&
    ((lines[body]!.kind === 'prose' && isHeadline(lines[body]!)) ||
      (body === 0 && isApart && isOneSentence(lines[body]!)))
  ) {
    title = body
    body++
  }
  const kicker = title < 0 ? -1 : findKicker(lines, title)
  const top = title < 0 ? body : title
  let lead = -1
  for (let i = Math.max(0, Math.min(top, body - 6)); i < body; i++) {
    if (i !== title && lines[i]!.kind === 'prose') lead = i
  }
  const from = Math.min(...[body, title, kicker, lead].filter((at) => at >= 0))
  return { title, kicker, lead, from, body }
}

const saysWhen =
  /gesendet|programm|veröffentlicht|erschienen|publiziert|ausgabe|stand|vom|artikel|uhr|aktualisiert/iu

/** The date in a line that says more than that: `Von Max Muster | 12.03.2024`, `Aus: Ausgabe vom 18.05.2024, Seite 6`. */
const dateInLine = ({ text, kind }: Line): DateLine | null => {
  if (text.length > 160 || kind === 'prose' || kind === 'section' || kind === 'caption') return null
  const dates = findDates(text)
  return dates.length === 0
    ? null
    : { dates, isModified: /aktualisi|update|geändert|modified/iu.test(text.slice(0, dates[0]!.start)) }
}

/** Who signs a report and when it was out stands this many lines below it at most; captions of a gallery do not count. */
const footLines = 4
export const footEnd = (lines: readonly Line[], to: number): number => {
  let end = to
  for (let left = footLines; left > 0 && end < lines.length; end++) if (lines[end]!.kind !== 'caption') left--
  return end
}

/** Dates of the report, nearest first: those around its headline, then those below its last line, up to `foot`. */
export const reportDates = (lines: readonly Line[], heads: Heads, to: number, foot: number): DateLine[] => {
  const found: { date: DateLine; rank: number }[] = []
  const anchor = heads.title >= 0 ? heads.title : heads.body
  const first = Math.max(0, Math.min(heads.from, heads.body) - 5)
  for (const line of lines.slice(heads.body, Math.min(to, heads.body + datelineBlocks))) {
    const day = line.kind === 'prose' ? datelineDay(line.text) : null
    if (day !== null) found.push({ date: { dates: [day], isModified: false }, rank: datelineRank })
  }
  for (let i = first; i < foot; i++) {
    const line = lines[i]!
    if (i > heads.body + 1 && i < to) continue
    const isBelow = i >= to
    if (isBelow && line.kind === 'section') break
    const date = line.dateLine ?? (isBelow && !saysWhen.test(line.text) ? null : dateInLine(line))
    if (date === null) continue
    const distance = isBelow ? 20 + i - to : Math.abs(i - anchor) + (i < anchor ? 2 : 0)
    found.push({ date, rank: distance + (line.dateLine === null ? 4 : 0) })
  }
  return found.sort((a, b) => a.rank - b.rank).map(({ date }) => date)
}
