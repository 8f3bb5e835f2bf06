/** When a page says that its article appeared: what machines are told first, then what readers see, then the address. */
import { attribute, type Element, type Page } from '../../html/tree.ts'
import { type FoundDate, findDates } from './date-text.ts'
import { readDateLine } from './line-rules.ts'
import type { PageBlock } from './page-blocks.ts'
import { machineDate, type PageMetadata } from './page-metadata.ts'

interface Sources {
  readonly page: Page
  readonly meta: PageMetadata
  readonly blocks: readonly PageBlock[]
  /** Index of the headline's block, or -1. */
  readonly titleAt: number
  readonly url: string | null
  readonly today: string | null
  readonly kept: ReadonlySet<PageBlock>
}

const dayOf = (edtf: string): string => edtf.slice(0, 10)

/** `/2023/12/08/`, `/2023-12-08-…`, `/20231208/` */
export const dateInAddress = (url: string | null): string | null => {
  if (url === null) return null
  const match =
    /[/_.-](?<y>(?:19|20)\d\d)[/_.-](?<m>0?[1-9]|1[0-2])[/_.-](?<d>0?[1-9]|[12]\d|3[01])(?![\d])/u.exec(
      url,
    ) ?? /[/_.-](?<y>20\d\d)(?<m>0[1-9]|1[0-2])(?<d>0[1-9]|[12]\d|3[01])(?!\d)/u.exec(url)
  if (match?.groups === undefined) return null
  const { y, m, d } = match.groups
  return `${y}-${m!.padStart(2, '0')}-${d!.padStart(2, '0')}`
}

interface TimeElement {
  readonly edtf: string
  readonly isPublication: boolean
  readonly isModified: boolean
  readonly start: number
  readonly element: Element
}

const timeElements = (page: Page): TimeElement[] => {
  const found: TimeElement[] = []
  const stack: Element[] = [page.root]
  let budget = 100_000
  while (stack.length > 0 && budget-- > 0) {
    const element = stack.pop()!
    for (let i = element.children.length - 1; i >= 0; i--) {
      const child = element.children[i]!
      if (child.tag !== null) stack.push(child)
    }
    const { itemprop = '', class: name = '', property = '', title } = element.attributes
    const isTime = element.tag === 'time'
    if (!isTime && itemprop === '' && property === '' && title === undefined) continue
    const isProperty = /datePublished|dateCreated|dateModified/iu.test(`${itemprop} ${property}`)
    const isNamed =
      /(?:^|[-_\s])(?:published|dt-published|publish-?date|pubdate|entry-date)(?:$|[-_\s])/iu.test(name)
    if (!isTime && !isProperty && !(isNamed && element.attributes.title !== undefined)) continue
    const first = element.children[0]
    const words =
      first !== undefined && first.tag === null
        ? page.source.slice(first.start, Math.min(first.end, first.start + 120))
        : null
    const edtf =
      machineDate(
        attribute(element, 'datetime') ?? attribute(element, 'content') ?? attribute(element, 'title'),
      ) ?? (words === null ? null : (findDates(words)[0]?.edtf ?? null))
    if (edtf === null) continue
    found.push({
      edtf,
      isPublication:
        /datePublished/iu.test(`${itemprop} ${property}`) ||
        isNamed ||
        element.attributes.pubdate !== undefined,
      isModified: /dateModified|updated|modified/iu.test(`${itemprop} ${property} ${name}`),
      start: element.start,
      element,
    })
  }
  return found
}

const modifiedWords = /aktualisi|update|geändert|änderung|modified|zuletzt/iu
const publishedWords = /veröff|publi[sz]|erschien|erstellt|posted|vom\s|stand/iu

/** Dates that readers see around the headline, nearest first. */
const visible = ({
  blocks,
  titleAt,
  kept,
}: Sources): { date: FoundDate; isModified: boolean; rank: number }[] => {
  const out: { date: FoundDate; isModified: boolean; rank: number }[] = []
  blocks.forEach((block, index) => {
    if (block.zone === 'hidden' || block.zone === 'comments' || block.zone === 'consent') return
    const { text } = block
    if (text.length > 400 || !/\d/u.test(text)) return
    const line = readDateLine(text)
    const dates = line?.dates ?? (text.length < 200 ? findDates(text) : [])
    if (dates.length === 0) return
    const distance = titleAt < 0 ? index : Math.abs(index - titleAt) + (index < titleAt ? 2 : 0)
    const penalty =
      (line === null ? 12 : 0) +
      (kept.has(block) ? 25 : 0) +
      (block.zone === 'byline' || block.zone === 'none'
        ? 0
        : block.zone === 'related' || block.zone === 'aside'
          ? 60
          : 20) +
      (publishedWords.test(text) ? -6 : 0) +
      (block.linked > text.length * 0.7 ? 30 : 0)
    for (const date of dates) {
      const before = text.slice(0, date.start)
      const isModified =
        modifiedWords.test(before) && !publishedWords.test(before.slice(before.search(modifiedWords)))
      out.push({ date, isModified, rank: distance + penalty + (isModified ? 8 : 0) })
    }
  })
  return out.sort((a, b) => a.rank - b.rank)
}

/** Takes the time of day from whichever source has it for the same day. */
const finest = (day: string, candidates: readonly string[]): string => {
  let best = day
  for (const candidate of candidates) {
    if (dayOf(candidate) === dayOf(day) && candidate.length > best.length && candidate.includes('T')) {
      if (!best.includes('T')) best = candidate
    }
  }
  return best
}

/** Offset of Central European time on an instant: summer time from the last Sunday of March to that of October, 1:00 UTC. */
const centralOffset = (instant: number): number => {
  const year = new Date(instant).getUTCFullYear()
  const lastSunday = (month: number): number => {
    const last = new Date(Date.UTC(year, month + 1, 0))
    return Date.UTC(year, month, last.getUTCDate() - last.getUTCDay(), 1)
  }
  return instant >= lastSunday(2) && instant < lastSunday(9) ? 2 : 1
}

/**
 * An instant in UTC as the page's readers know it. German pages are read in Central European time; elsewhere a day
 * in the address that is the day before or after tells that the local day is that one, and the hour is not known.
 *
 *     2023-10-18T22:04:00Z on a page in German → 2023-10-19T00:04:00+02:00
 */
const asReadersKnow = (edtf: string, language: string | null, address: string | null): string => {
  if (!/T[\d:]+(?:Z|\+00:00)$/u.test(edtf)) return edtf
  const instant = Date.parse(edtf.replace(/T(\d\d:\d\d)(?=Z|\+)/u, 'T$1:00'))
  if (Number.isNaN(instant)) return edtf
  if (language !== null && /^de(?:-|_|$)/iu.test(language)) {
    const offset = centralOffset(instant)
    return `${new Date(instant + offset * 3_600_000).toISOString().slice(0, 19)}+0${offset}:00`
  }
  if (address === null || address === dayOf(edtf)) return edtf
  return Math.abs(Date.parse(address) - instant) < 36 * 3_600_000 ? address : edtf
}

export const pageDates = (sources: Sources): { published: string | null; modified: string | null } => {
  const { page, meta, url, today, titleAt, blocks } = sources
  const times = timeElements(page)
  const seen = visible(sources)
  const isPossible = (edtf: string): boolean => today === null || dayOf(edtf) <= today
  const address = dateInAddress(meta.canonicalUrl) ?? dateInAddress(url)
  const titleStart = titleAt < 0 ? 0 : blocks[titleAt]!.element.start
  const nearTime = times
    .filter((t) => !t.isModified)
    .sort((a, b) => Math.abs(a.start - titleStart) - Math.abs(b.start - titleStart))
  const candidates = [
    ...meta.published,
    ...times.filter((t) => t.isPublication && !t.isModified).map((t) => t.edtf),
  ].filter(isPossible)
  const visibleFirst = seen.find((s) => !s.isModified && s.rank < 40 && isPossible(s.date.edtf))
  const order = [
    ...candidates,
    ...nearTime.slice(0, 1).map((t) => t.edtf),
    ...(visibleFirst === undefined ? [] : [visibleFirst.date.edtf]),
    ...(address === null ? [] : [address]),
    ...seen.filter((s) => isPossible(s.date.edtf)).map((s) => s.date.edtf),
    ...meta.modified,
    ...times.map((t) => t.edtf),
    // Pictures are filed by the day that they were put on the page.
    ...page.metas.flatMap((m) =>
      /^(?:og:image|twitter:image|image)$/iu.test(
        m.attributes.property ?? m.attributes.name ?? m.attributes.itemprop ?? '',
      )
        ? (dateInAddress(attribute(m, 'content')) ?? [])
        : [],
    ),
  ].filter(isPossible)
  const published = order[0] ?? null
  const modified =
    meta.modified[0] ??
    times.find((t) => t.isModified)?.edtf ??
    seen.find((s) => s.isModified)?.date.edtf ??
    null
  const known = (edtf: string | null) => (edtf === null ? null : asReadersKnow(edtf, meta.language, address))
  return { published: known(published === null ? null : finest(published, order)), modified: known(modified) }
}
