/**
 * Text as scraped: the article with whatever stood around it on the page, without the page.
 *
 *     lines → what each is by its own words → the stretch that is the report → its head → findings
 */
import type { BlockRole, Furniture, Teaser } from '../../core/article.ts'
import type { Diagnostic } from '../../core/diagnostic.ts'
import type { DatedValue } from '../../core/layers.ts'
import { type MappedText, sliceMapped } from '../../html/mapped-text.ts'
import type { Findings, Kept } from './assemble.ts'
import { peopleOf } from './authors.ts'
import { findDates } from './date-text.ts'
import { type DateLine, type FurnitureVerdict, teaserTail } from './line-rules.ts'
import { heaviestStretch, sortStretch } from './plain-body.ts'
import { belowHeadline, findHeads, footEnd, reportDates } from './plain-heads.ts'
import { isFirstApart, type Line, mostLines, plainLines } from './plain-lines.ts'
import { entryOf, isCalledTicker, tickerTimes } from './ticker.ts'
import { splitKicker, titleOfTeaser } from './titles.ts'

/** `date 2025-07 KIEW (dpa) - …`: a field that a crawler left before the text. */
const crawlerDate =
  /^\s*(?:date|datum|published|publishdate|pubdate)\s*[:=]?\s*(?<date>\d{4}(?:-\d\d(?:-\d\d(?:T[\d:.Z+-]+)?)?)?)(?=\s|$)\s*/iu

/** A title that the page only quotes when it asks for comments: `zum Artikel "…"`. */
const quotedTitle =
  /(?<!\p{L})(?:artikel|beitrag|themenrecherche|thema|beiträge|meldung|text|post|article|story)\s*(?:wie|mit dem titel|:)?\s*["„“»«](?<title>[^"„“”»«\n]{15,200})["“”»«]/iu

const titleInFurniture = (furniture: readonly Furniture[]): string | null => {
  for (const { text } of furniture) {
    const title = quotedTitle.exec(text)?.groups?.title?.trim()
    if (title !== undefined && title.split(' ').length >= 3) return title
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

/** Credits of the report stand this many lines above its head at most, not among the menus. */
const creditReach = 3

/** Why a line outside of the report is no part of it. */
const reasonOf = (line: Line, section: FurnitureVerdict | null, isBefore: boolean): FurnitureVerdict => {
  if (line.verdict !== null) return line.verdict
  if (line.kind === 'date') return { role: 'other', rule: 'article/date-line' }
  if (line.kind === 'credit' || line.kind === 'byline')
    return { role: 'credit', rule: `article/${line.kind}` }
  return section ?? { role: 'other', rule: isBefore ? 'article/before-body' : 'article/after-body' }
}

const trimHeadline = (text: string): string => text.replace(/^\s*:\s*|\s+:$/gu, '').trim()

const stated = (date: DateLine | undefined, crawled: string | null): DatedValue | null => {
  const edtf = date?.dates[0]?.edtf ?? crawled
  return edtf === null ? null : { edtf, basis: 'stated' }
}

/** Where only the last change is told, the report was out by then; that it appeared on that day is inferred. */
const byThen = (modified: DateLine | undefined): DatedValue | null => {
  const changed = stated(modified, null)
  return changed === null ? null : { ...changed, basis: 'inferred' }
}

/** The pieces kept; those of a live ticker with their times. */
const withEntries = (
  lines: readonly Line[],
  keptAt: ReadonlyMap<number, Kept>,
  isCalled: boolean,
  day: string | null,
  furniture: Furniture[],
): Kept[] => {
  const pieces = lines.map(({ text }, index) => ({ text, told: null, isKept: keptAt.has(index) }))
  const times = tickerTimes(pieces, isCalled, day)
  return [...keptAt].flatMap(([index, piece]) => entryOf(piece, times?.[index], furniture))
}

export const readPlainText = (source: string): { findings: Findings; diagnostics: Diagnostic[] } => {
  const crawler = crawlerDate.exec(source.slice(0, 200))
  const lines = plainLines(source, crawler?.[0].length ?? 0)
  const stretch = heaviestStretch(lines) ?? belowHeadline(lines)
  const isApart = crawler === null && isFirstApart(lines, source)
  const heads = lines.length === 0 ? null : findHeads(lines, stretch, isApart)
  const roles =
    heads === null
      ? new Map<number, BlockRole | FurnitureVerdict>()
      : sortStretch(lines, { from: heads.body, to: stretch.to })

  /** Pieces of the article by the index of their line. */
  const keptAt = new Map<number, Kept>()
  const furniture: Furniture[] = []
  const teasers: Teaser[] = []
  const agencies: string[] = []
  const authors: string[] = []
  const foot = footEnd(lines, stretch.to)
  let section: FurnitureVerdict | null = null
  for (const [index, line] of lines.entries()) {
    if (index === heads?.title || index === heads?.kicker) continue
    const isAgain = heads !== null && heads.title >= 0 && line.text === lines[heads.title]!.text
    const role = index === heads?.lead ? 'lead' : isAgain ? undefined : roles.get(index)
    if (index >= heads!.from - creditReach && index < foot && section === null) {
      agencies.push(...line.agencies)
      authors.push(...line.authors)
    }
    if (typeof role === 'string') {
      keptAt.set(index, { mapped: line.mapped, role })
      section = null
      continue
    }
    if (line.kind === 'section') section = line.verdict
    const reason = role ?? reasonOf(line, section, index < stretch.from)
    furniture.push({ role: reason.role, text: line.text, rule: reason.rule })
    const teaser = reason.role === 'teaser' ? teaserOf(line.text) : null
    if (teaser !== null) teasers.push(teaser)
  }

  const headline = heads === null || heads.title < 0 ? null : trimHeadline(lines[heads.title]!.text)
  const split = headline === null ? null : splitKicker(headline)
  const dates = heads === null ? [] : reportDates(lines, heads, stretch.to, foot)
  const modified = dates.find((date) => date.isModified)
  const day = dates[0]?.dates[0]?.edtf.slice(0, 10) ?? null
  const kept = withEntries(lines, keptAt, isCalledTicker(headline), day, furniture)
  return {
    diagnostics:
      lines.length < mostLines
        ? []
        : [{ rule: 'article/too-many-lines', message: `Only the first ${mostLines} lines were read.` }],
    findings: {
      title: split?.title ?? titleInFurniture(furniture),
      kicker:
        heads !== null && heads.kicker >= 0
          ? trimHeadline(lines[heads.kicker]!.text)
          : (split?.kicker ?? null),
      lead: heads !== null && heads.lead >= 0 ? lines[heads.lead]!.text : null,
      published:
        stated(
          dates.find((date) => !date.isModified),
          null,
        ) ??
        byThen(modified) ??
        stated(undefined, crawler?.groups?.date ?? null),
      modified: stated(modified, null),
      authors: peopleOf(authors, []),
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
