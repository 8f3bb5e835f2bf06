/** The lines of a scraped text, and what each is by its own words. */
import { appendFolded, emptyBuilder, type MappedText, mapped } from '../../html/mapped-text.ts'
import { readCredit } from './agencies.ts'
import { findDates, monthOf } from './date-text.ts'
import {
  captionRule,
  creditLine,
  type DateLine,
  type FurnitureVerdict,
  furnitureRule,
  readByline,
  readDateLine,
  sectionHead,
} from './line-rules.ts'
import { readSignOff } from './openings.ts'

/** `short`: a headline, a label, a menu entry; what it is depends on what stands around it. */
export type LineKind =
  | 'prose'
  | 'short'
  | 'list'
  | 'date'
  | 'credit'
  | 'byline'
  | 'caption'
  | 'section'
  | 'furniture'

export interface Line {
  readonly mapped: MappedText
  readonly text: string
  readonly kind: LineKind
  readonly verdict: FurnitureVerdict | null
  readonly dateLine: DateLine | null
  readonly agencies: readonly string[]
  readonly authors: readonly string[]
}

/** The line ends like a sentence. */
export const sentenceEnd = /[.!?…][\p{Pe}\p{Pf}"“”'’*]*$/u
/** A sentence ends inside the line; the point of a date or an abbreviation ends none. */
const sentenceInside = /(?<=[\p{L}\p{Pe}\p{Pf}"%]{2})[.!?…][\p{Pe}\p{Pf}"“”'’]*\s+["„“»«(]?\p{Lu}/u
const listMark = /^(?:[-–—•·*▪►]|\d{1,2}[.)])\s+\S/u
/** A paragraph has at least this many characters, or ends like a sentence and has half of them. */
const paragraphLength = 80
/** A line as long as this is no headline: a lead without its point, or a menu. */
const longLine = 160

/** Running text is mostly words in small letters; a menu is mostly names. */
const isRunning = (text: string): boolean => {
  const words = text.split(' ')
  const small = words.reduce((count, word) => count + (/^\p{Ll}/u.test(word) ? 1 : 0), 0)
  return small > words.length * 0.4
}

/** Text that breaks its lines at a fixed width: none is long, most end amid a sentence, some amid small letters. */
const isHardWrapped = (source: string): boolean => {
  let lines = 0
  let broken = 0
  let goesOn = 0
  let from = 0
  for (let number = 0; number < 400 && from < source.length; number++) {
    let to = source.indexOf('\n', from)
    if (to < 0) to = source.length
    if (to - from > 100) return false
    const line = source.slice(from, to).trimEnd()
    const next = source.charCodeAt(to + 1)
    if (line !== '') lines++
    if (line.length >= 45 && next > 32 && /[\p{L},]$/u.test(line)) {
      broken++
      if (next >= 97 && next <= 122) goesOn++
    }
    from = to + 1
  }
  return lines >= 6 && broken > lines * 0.4 && goesOn > lines * 0.12
}

/** No report has as many lines; of a dump that has more, these are read. */
export const mostLines = 100_000

const blocksOf = (source: string, from: number): MappedText[] => {
  const blocks: MappedText[] = []
  const isWrapped = isHardWrapped(source)
  let builder = emptyBuilder()
  const close = (): void => {
    if (builder.text !== '') blocks.push(mapped(builder))
    builder = emptyBuilder()
  }
  for (let at = from; at < source.length && blocks.length < mostLines; ) {
    let to = source.indexOf('\n', at)
    if (to < 0) to = source.length
    const before = builder.text.length
    appendFolded(builder, source, at, Math.min(to + 1, source.length), false)
    if (!isWrapped || builder.text.length === before) close()
    at = to + 1
  }
  close()
  return blocks
}

/**
 * A line with a month and no day, as crawlers and monthly papers leave it.
 *
 *     Juli 2025    2025-07    Ausgabe 07/2025
 *     ^^^^^^^^^    ^^^^^^^    ^^^^^^^^^^^^^^^
 */
const monthLine =
  /^(?:ausgabe\s|stand:?\s|date:?\s|datum:?\s)?(?:(?<name>\p{L}{3,9})\s(?<y1>20\d\d)|(?<y2>20\d\d)-(?<m2>0[1-9]|1[0-2])|(?<m3>0[1-9]|1[0-2])\/(?<y3>20\d\d))$/iu
const readMonthLine = (text: string): DateLine | null => {
  const groups = text.length > 30 ? undefined : monthLine.exec(text)?.groups
  if (groups === undefined) return null
  const month = groups.name === undefined ? Number(groups.m2 ?? groups.m3) : monthOf(groups.name)
  if (month === 0) return null
  const edtf = `${groups.y1 ?? groups.y2 ?? groups.y3}-${String(month).padStart(2, '0')}`
  return {
    dates: [{ start: 0, end: text.length, edtf, precision: 'month', ambiguous: false }],
    isModified: false,
  }
}

/** `dpa 12.03.2024 19:40`: whose report it is, and of when. */
const readDatedCredit = (text: string): Pick<Line, 'dateLine' | 'agencies'> | null => {
  const dates = text.length > 80 ? [] : findDates(text)
  if (dates.length !== 1) return null
  const { whole, agencies } = readCredit(text.slice(0, dates[0]!.start) + text.slice(dates[0]!.end))
  return whole ? { dateLine: { dates, isModified: false }, agencies } : null
}

/** A question as short as this may be a headline or an interviewer's; neither opens an article. */
const shortQuestion = 120

const isProse = (line: string): boolean => {
  if (line.endsWith('?') && line.length < shortQuestion) return false
  if (sentenceEnd.test(line)) return line.length >= paragraphLength / 2
  // Codes behind the last word hide that a sentence ends there: `… gab nach./abc/DP/xyz`.
  const text = line.slice(0, readSignOff(line)?.start)
  if (text.length < line.length && sentenceEnd.test(text)) return text.length >= paragraphLength / 2
  if (text.length < paragraphLength) return false
  return text.endsWith(':') || sentenceInside.test(text) || (text.length >= longLine && isRunning(text))
}

const classify = (block: MappedText, previous: Line | undefined): Line => {
  const { text } = block
  const line = (kind: LineKind, more: Partial<Line> = {}): Line => ({
    mapped: block,
    text,
    kind,
    verdict: null,
    dateLine: null,
    agencies: [],
    authors: [],
    ...more,
  })
  const dateLine = readDateLine(text) ?? readMonthLine(text)
  if (dateLine !== null) return line('date', { dateLine })
  const dated = readDatedCredit(text)
  if (dated !== null) return line('date', dated)
  const credit = creditLine(text)
  if (credit !== null) return line('credit', { agencies: credit.agencies })
  const authors = readByline(text)
  if (authors !== null) return line('byline', { authors })
  const caption = captionRule(text)
  if (caption !== null) {
    return line('caption', {
      verdict: { role: caption === 'caption' ? 'caption' : 'credit', rule: `article/${caption}` },
    })
  }
  if (previous !== undefined && previous.text === text && previous.kind !== 'prose')
    return line(previous.kind, { verdict: previous.verdict })
  const bare = text.replace(/^[-–—•·*▪►]\s+/u, '')
  const head = sectionHead(bare)
  if (head !== null) return line('section', { verdict: head })
  const furniture = furnitureRule(text)
  if (furniture !== null) return line('furniture', { verdict: furniture })
  if (listMark.test(text)) return line('list')
  return line(isProse(text) ? 'prose' : 'short')
}

/** A line that stands twice is no longer than this: a headline, or a caption. */
const longestTwice = 300

/** One of the two may have a stop. */
const isSame = (one: string, other: string | undefined): boolean =>
  other !== undefined && one.replace(/\.$/u, '') === other.replace(/\.$/u, '')

/** The caption says this too, and then whose photo it is. */
const saysToo = (caption: Line | undefined, text: string): boolean =>
  caption?.kind === 'caption' && caption.text.startsWith(text)

/**
 * The same line twice on end is a picture's alternative text and its caption; above the report its headline, in the
 * page's title and on the page.
 */
const sortTwice = (lines: readonly Line[]): Line[] => {
  let isOpen = false
  return lines.map((line, index) => {
    const { text, kind } = line
    const [above, below] = [lines[index - 1], lines[index + 1]]
    const isCandidate = (kind === 'prose' || kind === 'short') && text.length <= longestTwice
    const isTwice = isCandidate && (isSame(text, above?.text) || isSame(text, below?.text))
    if ((isTwice && isOpen) || (isCandidate && (saysToo(above, text) || saysToo(below, text))))
      return { ...line, kind: 'caption', verdict: { role: 'caption', rule: 'article/twice' } }
    isOpen ||= kind === 'prose' && !isTwice
    return isTwice ? { ...line, kind: 'short' } : line
  })
}

/** The lines of `source` from `from` on, each with what it is. */
export const plainLines = (source: string, from: number): Line[] => {
  const lines: Line[] = []
  for (const block of blocksOf(source, from)) lines.push(classify(block, lines.at(-1)))
  return sortTwice(lines)
}

const startOf = ({ mapped: { runs } }: Line): number => runs[1]!
const endOf = ({ mapped: { runs } }: Line): number => runs.at(-2)! + runs.at(-1)!

/** The first line stands farther from the second than that from the third, as a headline does from paragraphs. */
export const isFirstApart = ([first, second, third]: readonly Line[], source: string): boolean => {
  if (first === undefined || second === undefined || third === undefined) return false
  const breaks = (above: Line, below: Line): number =>
    source.slice(endOf(above), startOf(below)).split('\n').length
  return breaks(first, second) > breaks(second, third)
}
