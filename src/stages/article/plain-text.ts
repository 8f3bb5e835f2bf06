/**
 * Text as scraped: the article with whatever stood around it on the page, without the page.
 *
 *     lines → blocks → what each is by its own words → head, body, tail → findings
 */
import type { Furniture, Teaser } from '../../core/article.ts'
import type { Diagnostic } from '../../core/diagnostic.ts'
import { appendFolded, emptyBuilder, type MappedText, mapped, sliceMapped } from '../../html/mapped-text.ts'
import type { Findings, Kept } from './assemble.ts'
import { findDates } from './date-text.ts'
import {
  captionRule,
  creditLine,
  type DateLine,
  type FurnitureVerdict,
  furnitureRule,
  readByline,
  readDateLine,
  sectionHead,
  teaserTail,
} from './line-rules.ts'
import { splitKicker, titleOfTeaser } from './titles.ts'

type Kind = 'prose' | 'short' | 'list' | 'date' | 'credit' | 'byline' | 'caption' | 'section' | 'furniture'

interface Line {
  readonly mapped: MappedText
  readonly text: string
  readonly kind: Kind
  readonly verdict: FurnitureVerdict | null
  readonly dateLine: DateLine | null
  readonly agencies: readonly string[]
  readonly authors: readonly string[]
}

const sentenceEnd = /[.!?…][\p{Pe}\p{Pf}"“”'’*]*$/u
const listMark = /^(?:[-–—•·*▪►]|\d{1,2}[.)])\s+\S/u
/** A paragraph has at least this many characters, or ends like a sentence and has half of them. */
const paragraphLength = 80

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

/** `date 2025-07 KIEW (dpa) - …`: a field that a crawler left before the text. */
const crawlerDate =
  /^\s*(?:date|datum|published|publishdate|pubdate)\s*[:=]?\s*(?<date>\d{4}(?:-\d\d(?:-\d\d(?:T[\d:.Z+-]+)?)?)?)(?=\s|$)\s*/iu

const blocksOf = (source: string, from: number): MappedText[] => {
  const blocks: MappedText[] = []
  const isWrapped = isHardWrapped(source)
  let builder = emptyBuilder()
  const close = (): void => {
    if (builder.text !== '') blocks.push(mapped(builder))
    builder = emptyBuilder()
  }
  for (let at = from; at < source.length; ) {
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

const classify = (block: MappedText, previous: Line | undefined): Line => {
  const { text } = block
  const line = (kind: Kind, more: Partial<Line> = {}): Line => ({
    mapped: block,
    text,
    kind,
    verdict: null,
    dateLine: null,
    agencies: [],
    authors: [],
    ...more,
  })
  const dateLine = readDateLine(text)
  if (dateLine !== null) return line('date', { dateLine })
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
  // The same line twice on end is a picture's alternative text and its caption.
  if (previous !== undefined && previous.text === text && previous.kind !== 'prose')
    return line(previous.kind, { verdict: previous.verdict })
  const head = sectionHead(text)
  if (head !== null) return line('section', { verdict: head })
  const furniture = furnitureRule(text)
  if (furniture !== null) return line('furniture', { verdict: furniture })
  if (listMark.test(text)) return line('list')
  if (text.length >= paragraphLength || (sentenceEnd.test(text) && text.length >= paragraphLength / 2)) {
    // A long line without any end of a sentence in it is a headline or a menu.
    if (/[.!?:][\p{Pe}\p{Pf}"“”'’]*(?:\s|$)/u.test(text)) return line('prose')
  }
  return line('short')
}

/** Index one past the last line of the head: what stands before the report proper. */
const headEnd = (lines: readonly Line[]): number => {
  let end = 0
  let prose = 0
  for (const [index, { kind, text }] of lines.slice(0, 14).entries()) {
    if (kind === 'prose') {
      // One lead may stand in the head, the second paragraph is the body.
      if (text.length > 500 || ++prose > 1) break
    } else if (kind === 'date' || kind === 'credit' || kind === 'byline' || kind === 'caption')
      end = index + 1
    else if (kind === 'short' && prose === 0) end = index + 1
  }
  // A title may stand after the date line.
  while (end > 0 && end < lines.length && lines[end]!.kind === 'short') end++
  return end
}

const wordCount = (text: string): number => text.split(' ').length

/** Of the short lines of the head the one that says most is the title, what stands before it the kicker. */
const headlines = (lines: readonly Line[]): { title: number; kicker: number } => {
  let title = -1
  let kicker = -1
  for (const [index, { kind, text }] of lines.entries()) {
    if (kind !== 'short' || text.length > 250) continue
    const words = wordCount(text)
    if (title < 0 || (wordCount(lines[title]!.text) < 4 && words > wordCount(lines[title]!.text))) {
      if (title >= 0 && wordCount(lines[title]!.text) < 5) kicker = title
      title = index
    }
  }
  return { title, kicker }
}

/** A title that the page only quotes when it asks for comments: `zum Artikel "…"`. */
const quotedTitle =
  /(?<!\p{L})(?:artikel|beitrag|themenrecherche|thema|beiträge|meldung|text|post|article|story)\s*(?:wie|mit dem titel|:)?\s*["„“»«](?<title>[^"„“”»«\n]{15,200})["“”»«]/iu

const titleInFurniture = (furniture: readonly Furniture[]): string | null => {
  for (const { text } of furniture) {
    const title = quotedTitle.exec(text)?.groups?.title?.trim()
    if (title !== undefined && wordCount(title) >= 3) return title
  }
  return null
}

const teaserOf = (text: string): Teaser | null => {
  const tail = teaserTail.exec(text)
  if (tail === null) return null
  const date = findDates(tail.groups!.date!)[0]
  return {
    title: titleOfTeaser(text.slice(0, tail.index).trim()),
    published: date === undefined ? null : { edtf: date.edtf, basis: 'stated' },
    section: tail.groups!.section?.trim() ?? null,
  }
}

/** Where the last paragraph of the article is: after the heading of a following section prose must be plentiful. */
const bodyEnd = (lines: readonly Line[], from: number): number => {
  const weightAfter = new Array<number>(lines.length + 1).fill(0)
  for (let i = lines.length - 1; i >= 0; i--) {
    const { kind, text } = lines[i]!
    weightAfter[i] = weightAfter[i + 1]! + (kind === 'prose' ? text.length : 0)
  }
  const total = weightAfter[from]!
  let end = from
  let inSection = false
  for (let i = from; i < lines.length; i++) {
    const { kind } = lines[i]!
    if (kind === 'section' || kind === 'furniture') {
      // Boxes inside an article are short: most of what remains after them is article again.
      const remaining = weightAfter[i + 1]!
      const isTeaser = lines[i]!.verdict!.role === 'teaser' || lines[i]!.verdict!.role === 'advert'
      if (kind === 'section' && (remaining < total * (isTeaser ? 0.4 : 0.5) || !isTeaser)) {
        if (end > from) break
        inSection = true
      } else if (kind === 'furniture' && lines[i]!.verdict!.role === 'comments' && end > from) break
    } else if (kind === 'prose') {
      inSection = false
      end = i + 1
    } else if (kind === 'list' && !inSection && isListOfArticle(lines, i)) end = i + 1
  }
  return end
}

/** A list belongs to the article where an article's sentence leads over to it, or goes on after it. */
const isListOfArticle = (lines: readonly Line[], at: number): boolean => {
  let first = at
  while (first > 0 && lines[first - 1]!.kind === 'list') first--
  const before = lines[first - 1]
  if (before !== undefined && before.kind === 'prose' && before.text.endsWith(':')) return true
  let last = at
  while (last + 1 < lines.length && lines[last + 1]!.kind === 'list') last++
  return (
    before !== undefined &&
    before.kind !== 'section' &&
    lines[last + 1]?.kind === 'prose' &&
    lines[last + 1]!.text.length > 120
  )
}

export const readPlainText = (source: string): { findings: Findings; diagnostics: Diagnostic[] } => {
  const crawler = crawlerDate.exec(source.slice(0, 200))
  const lines: Line[] = []
  for (const block of blocksOf(source, crawler?.[0].length ?? 0)) lines.push(classify(block, lines.at(-1)))

  const head = headEnd(lines)
  const { title: titleAt, kicker: kickerAt } = headlines(lines.slice(0, head))
  const end = bodyEnd(lines, head)
  const kept: Kept[] = []
  const furniture: Furniture[] = []
  const teasers: Teaser[] = []
  const agencies: string[] = []
  const authors: string[] = []
  const dates: DateLine[] = []
  let lead: string | null = null
  let section: FurnitureVerdict | null = null

  const drop = (line: Line, verdict: FurnitureVerdict): void => {
    furniture.push({ role: verdict.role, text: line.text, rule: verdict.rule })
    const teaser = verdict.role === 'teaser' ? teaserOf(line.text) : null
    if (teaser !== null) teasers.push(teaser)
  }
  for (const [index, line] of lines.entries()) {
    if (index === titleAt || index === kickerAt) continue
    const isBody = index >= head && index < end
    // Credits and dates count at the two ends of a report, not among the teasers below it.
    if (section === null || isBody) {
      agencies.push(...line.agencies)
      authors.push(...line.authors)
      if (line.dateLine !== null && index < end + 3) dates.push(line.dateLine)
    }
    if (line.kind === 'section') {
      section = line.verdict!
      drop(line, section)
    } else if (line.verdict !== null) drop(line, line.verdict)
    else if (line.kind === 'date') drop(line, { role: 'other', rule: 'article/date-line' })
    else if (line.kind === 'credit' || line.kind === 'byline')
      drop(line, { role: 'credit', rule: `article/${line.kind}` })
    else if (index < head && line.kind === 'prose') {
      lead = line.text
      kept.push({ mapped: line.mapped, role: 'lead' })
    } else if (isBody) {
      section = null
      kept.push({
        mapped: line.mapped,
        role: line.kind === 'prose' ? 'paragraph' : line.kind === 'list' ? 'list' : 'heading',
      })
    } else
      drop(
        line,
        section ?? { role: 'other', rule: index < head ? 'article/before-body' : 'article/after-body' },
      )
  }

  const headline = titleAt >= 0 ? lines[titleAt]!.text : null
  const split = headline === null ? null : splitKicker(headline)
  const stated = dates.find((date) => !date.isModified)?.dates[0]?.edtf ?? crawler?.groups?.date ?? null
  const modified = dates.find((date) => date.isModified)?.dates[0]?.edtf ?? null
  return {
    diagnostics: [],
    findings: {
      title: split?.title ?? titleInFurniture(furniture),
      kicker: kickerAt >= 0 ? lines[kickerAt]!.text : (split?.kicker ?? null),
      lead,
      published: stated === null ? null : { edtf: stated, basis: 'stated' },
      modified: modified === null ? null : { edtf: modified, basis: 'stated' },
      authors,
      agencies,
      publisher: null,
      language: null,
      canonicalUrl: null,
      kept,
      furniture,
      teasers,
      pageKind: kept.length > 0 ? 'article' : 'empty',
    },
  }
}

export const wholeText = (source: string): MappedText =>
  source === ''
    ? { text: '', runs: [] }
    : sliceMapped({ text: source, runs: [0, 0, source.length] }, 0, source.length)
