/** When a page says that its article appeared: what machines are told first, then what readers see, then the address. */
import { decodeHTML } from 'entities'
import { attribute, type Element, type Page } from '../../html/tree.ts'
import { type FoundDate, findDates } from './date-text.ts'
import { nameOf, rememberWords, wordsOf } from './element-names.ts'
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
  /** A `time` element, or one whose name says that it holds a date. */
  readonly basis: 'time' | 'named'
  readonly start: number
  /** Day and month may be swapped. */
  readonly ambiguous: boolean
}

/** Names for „when this appeared“; `date` and `datum` as well, unless the name goes on to tell of something else. */
const publicationNames =
  /(?:^|[-_\s])(?:published|publication|dt-published|publish(?:ed)?-?(?:date|at|on|time)|publishing-?date|pub-?date|entry-date|post-?(?:date|time)|post-meta-(?:date|time)|posted(?:-?on)?|article-?date|artikel-?datum|veroeffentlicht\w*|erschienen|date-?published|date-?created)(?:$|[-_\s])/iu
const dateNames = /(?:^|[-_\s])(?:date|datum|date-?line|time-?data|datetime|date-?time|stand)(?:$|[-_\s])/iu
const otherNames =
  /header|today|heute|current|widget|event|termin|veranstaltung|birth|geburt|end|start|due|expire|archive?|comment|kommentar|calendar|kalender/iu

const publicationFlag = 1
const dateFlag = 2
const otherFlag = 4

const wordFlags = rememberWords(
  (_, parted) =>
    (publicationNames.test(parted) ? publicationFlag : 0) |
    (dateNames.test(parted) ? dateFlag : 0) |
    (otherNames.test(parted) ? otherFlag : 0),
)

/** Elements that say when something was, by what they are, are called or tell machines. */
const timeElements = (page: Page): TimeElement[] => {
  const found: TimeElement[] = []
  const stack: Element[] = [page.root]
  const named = new Map<string, number>()
  const flagsOf = (name: string): number => {
    let flags = named.get(name)
    if (flags === undefined) {
      flags = wordsOf(name).reduce((sum, word) => sum | wordFlags(word), 0)
      named.set(name, flags)
    }
    return flags
  }
  let budget = 100_000
  while (stack.length > 0 && budget-- > 0) {
    const element = stack.pop()!
    for (let i = element.children.length - 1; i >= 0; i--) {
      const child = element.children[i]!
      if (child.tag !== null) stack.push(child)
    }
    const { itemprop = '', class: name = '', property = '', title } = element.attributes
    const isTime = element.tag === 'time'
    const isProperty =
      (itemprop !== '' || property !== '') &&
      /datePublished|dateCreated|dateModified/iu.test(`${itemprop} ${property}`)
    const label = nameOf(element)
    const flags = label === '' ? 0 : flagsOf(label)
    const isPublication = (flags & publicationFlag) !== 0
    const isNamed = flags !== 0 && (flags & otherFlag) === 0
    if (!isTime && !isProperty && !isNamed && (element.tag !== 'abbr' || title === undefined)) continue
    const words = isTime || isProperty || isNamed ? ownWords(page, element) : null
    const told = machineDate(attribute(element, 'datetime') ?? attribute(element, 'content') ?? title ?? null)
    const inWords = told !== null || words === null ? undefined : findDates(words)[0]
    const edtf = told ?? inWords?.edtf ?? null
    if (edtf === null) continue
    found.push({
      edtf,
      isPublication:
        /datePublished/iu.test(`${itemprop} ${property}`) ||
        (isTime && isPublication) ||
        element.attributes.pubdate !== undefined,
      isModified:
        /dateModified|updated|modified|aktualisi/iu.test(`${itemprop} ${property} ${name}`) ||
        (words !== null && modifiedWords.test(words)),
      basis: isTime || isProperty ? 'time' : 'named',
      start: element.start,
      ambiguous: inWords?.ambiguous ?? false,
    })
  }
  return found
}

/** The first words inside an element, of its text and that of the elements in it. */
const ownWords = (page: Page, element: Element): string => {
  let words = ''
  const visit = (at: Element, depth: number): void => {
    for (const child of at.children) {
      if (words.length > 120) return
      if (child.tag === null)
        words += ` ${page.source.slice(child.start, Math.min(child.end, child.start + 120))}`
      else if (depth < 3) visit(child, depth + 1)
    }
  }
  visit(element, 0)
  return decodeHTML(words).replaceAll(/\s+/gu, ' ')
}

const modifiedWords = /aktualisi|update|geändert|änderung|modified|zuletzt/iu
const publishedWords = /veröff|publi[sz]|erschien|erstellt|posted|vom\s|stand/iu

/** `Dieser Beitrag wurde am Samstag, 3. Dezember …`, `Veröffentlicht am …`, `Posted on …` */
const saidToAppear =
  /(?:dieser |der )(?:beitrag|artikel|eintrag|text) (?:wurde|ist|erschien)(?: \p{Ll}+)? am (?=.{0,20}\d)|(?:veröffentlicht|erschienen|publiziert|gepostet|eingestellt|erstellt)(?: von .{2,40})? am (?=.{0,20}\d)|(?:posted|published) on (?=.{0,20}\d)/iu

/** Dates that readers see around the headline, nearest first. */
const visible = ({
  blocks,
  titleAt,
  kept,
}: Sources): { date: FoundDate; isModified: boolean; rank: number }[] => {
  const out: { date: FoundDate; isModified: boolean; rank: number }[] = []
  blocks.forEach((block, index) => {
    // A date in the headline tells of the matter.
    if (index === titleAt && block.text.length > 30) return
    if (block.zone === 'hidden' || block.zone === 'comments' || block.zone === 'consent') return
    const { text } = block
    if (text.length > 600 || !/\d/u.test(text)) return
    const said = saidToAppear.exec(text)
    if (said !== null) {
      const date = findDates(text.slice(said.index, said.index + 160))[0]
      if (date !== undefined) out.push({ date, isModified: false, rank: 6 })
      return
    }
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

/** How far a `time` or named element stands from the headline, in blocks, on the scale of `visible`. */
const rankTime = (time: TimeElement, { blocks, titleAt }: Sources, starts: readonly number[]): number => {
  let low = 0
  let high = starts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (starts[middle]! < time.start) low = middle + 1
    else high = middle
  }
  const block = blocks[low] !== undefined && starts[low] === time.start ? blocks[low]! : blocks[low - 1]
  const zone = block?.zone ?? 'none'
  const distance = titleAt < 0 ? low : Math.abs(low - titleAt) + (low < titleAt ? 2 : 0)
  const away = zone === 'comments' || zone === 'related' ? 60 : zone === 'aside' || zone === 'footer' ? 30 : 0
  return distance + away + (time.basis === 'time' ? -4 : 2) + (time.isModified ? 30 : 0)
}

/**
 * Machines are often told the day in Greenwich or with day and month swapped; readers are told the right one. A day
 * that stands with the headline corrects the other where the two are one day or one swap apart. Who states an offset
 * of his own has thought of it.
 *
 *     2020-12-05T23:15Z, „6. Dezember 2020“ → 2020-12-06
 */
const correctedBy = (
  edtf: string,
  stated: string,
  seen: string | null,
  others: readonly string[],
): string => {
  const [year, month, day] = dayOf(edtf).split('-')
  const swapped = others.find((other) => dayOf(other) === `${year}-${day}-${month}`)
  if (swapped !== undefined && !others.some((other) => dayOf(other) === dayOf(edtf))) return swapped
  if (seen === null || dayOf(seen) === dayOf(edtf)) return edtf
  const isNext = Math.abs(Date.parse(dayOf(seen)) - Date.parse(dayOf(edtf))) === 86_400_000
  return isNext && /T.*(?:\d|Z|\+00:?00)$/u.test(stated) && !/T.*[+-](?!00:?00)\d\d:?\d\d$/u.test(stated)
    ? seen
    : edtf
}

/** What scripts that are not structured data call the day of publication. */
const scriptDate =
  /(?:publish(?:ed|ing)?_?(?:date|at|on|time)|publication_?date|date_?published|date_?created|created_?at)["']?\s*[:=]\s*["'](?<date>\d{4}-\d\d-\d\d[^"']{0,20})["']/iu

export const pageDates = (given: Sources): { published: string | null; modified: string | null } => {
  const { page, meta, url, today, blocks } = given
  // A headline with a label or a date in it does not read like the title that machines are told.
  const sources =
    given.titleAt >= 0
      ? given
      : { ...given, titleAt: blocks.findIndex((block) => block.tag === 'h1' && block.zone !== 'hidden') }
  const times = timeElements(page)
  const seen = visible(sources)
  const isPossible = (edtf: string): boolean => today === null || dayOf(edtf) <= today
  const address = dateInAddress(meta.canonicalUrl) ?? dateInAddress(url)
  const starts = blocks.map((block) => block.element.start)
  const ranked = [
    ...times.map((time) => ({ ...time, rank: rankTime(time, sources, starts) })),
    ...seen.map(({ date, isModified, rank }) => ({ ...date, isModified, rank })),
  ]
    .filter((found) => isPossible(found.edtf))
    .sort((a, b) => a.rank - b.rank)
  const nearest = ranked.find((found) => !found.isModified && found.rank < 40)
  const candidates = [
    ...meta.published,
    ...ranked
      .filter(
        (found) => 'isPublication' in found && found.isPublication && !found.isModified && found.rank < 60,
      )
      .map((found) => found.edtf),
  ].filter(isPossible)
  const order = [
    ...candidates,
    ...(nearest === undefined ? [] : [nearest.edtf]),
    ...(address === null ? [] : [address]),
    ...ranked.map((found) => found.edtf),
    ...meta.modified,
    // Pictures are filed by the day that they were put on the page.
    ...page.metas.flatMap((m) =>
      /^(?:og:image|twitter:image|image)$/iu.test(
        m.attributes.property ?? m.attributes.name ?? m.attributes.itemprop ?? '',
      )
        ? (dateInAddress(attribute(m, 'content')) ?? [])
        : [],
    ),
  ].filter(isPossible)
  const scripted = (): string | null => {
    const found = machineDate(scriptDate.exec(page.source)?.groups?.date ?? null)
    return found !== null && isPossible(found) ? found : null
  }
  const published = order[0] ?? scripted()
  const modified =
    meta.modified[0] ??
    times.find((t) => t.isModified)?.edtf ??
    seen.find((s) => s.isModified)?.date.edtf ??
    null
  const known = (edtf: string | null) => (edtf === null ? null : asReadersKnow(edtf, meta.language, address))
  const stated = published === null ? null : finest(published, order)
  const near = nearest !== undefined && nearest.rank < 12 && !nearest.ambiguous ? nearest.edtf : null
  return {
    published:
      stated === null
        ? null
        : correctedBy(
            known(stated)!,
            stated,
            near,
            ranked.filter((found) => found.rank < 40 && !found.ambiguous).map((found) => found.edtf),
          ),
    modified: known(modified),
  }
}
