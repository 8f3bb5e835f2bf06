/** When a page says that its article appeared: what machines are told first, then what readers see, then the address. */
import { decodeHTML } from 'entities'
import { attribute, type Element, type Page } from '../../html/tree.ts'
import { findDates } from './date-text.ts'
import { nameOf, rememberWords, wordsOf } from './element-names.ts'
import type { PageBlock } from './page-blocks.ts'
import { machineDate, type PageMetadata } from './page-metadata.ts'
import { modifiedWords, type SeenPage, visibleDates } from './visible-dates.ts'

interface Sources extends SeenPage {
  readonly page: Page
  readonly meta: PageMetadata
  readonly url: string | null
  readonly today: string | null
}

const dayOf = (edtf: string): string => edtf.slice(0, 10)

/** `/2023/12/08/`, `/2023-12-08-…`, `/20231208/`, `/20231208174500.jpg`; an archive's own stamp tells of its copy. */
export const dateInAddress = (address: string | null): string | null => {
  if (address === null) return null
  const url = address.replace(/\/web\/\d{14}[a-z_]*\//u, '/')
  const match =
    /[/_.-](?<y>(?:19|20)\d\d)[/_.-](?<m>0?[1-9]|1[0-2])[/_.-](?<d>0?[1-9]|[12]\d|3[01])(?![\d])/u.exec(
      url,
    ) ??
    /[/_.-](?<y>20\d\d)(?<m>0[1-9]|1[0-2])(?<d>0[1-9]|[12]\d|3[01])(?:(?:[01]\d|2[0-3])(?:[0-5]\d){2}\d{0,3})?(?!\d)/u.exec(
      url,
    )
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
  /** Whether readers see it. */
  readonly isSeen: boolean
  /** Whether its name says that it holds the day of publication. */
  readonly isNamed: boolean
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
    const before = words === null ? '' : words.slice(0, inWords?.start ?? words.length)
    found.push({
      edtf,
      isSeen: element.tag !== 'meta',
      isNamed: isNamed && isPublication,
      isPublication:
        /datePublished/iu.test(`${itemprop} ${property}`) ||
        (isTime && isPublication) ||
        element.attributes.pubdate !== undefined,
      isModified:
        /dateModified|updated|modified|aktualisi/iu.test(`${itemprop} ${property} ${name}`) ||
        modifiedWords.test(before),
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

const inGreenwich = /T[\d:]+(?:Z|\+00:00)$/u

/** German pages are read in Central European time. */
const isCentral = (language: string | null): boolean => language !== null && /^de(?:-|_|$)/iu.test(language)

/**
 * An instant in UTC as the page's readers know it. German pages are read in Central European time; elsewhere a day
 * in the address that is the day before or after tells that the local day is that one, and the hour is not known.
 *
 *     2023-10-18T22:04:00Z on a page in German → 2023-10-19T00:04:00+02:00
 */
const asReadersKnow = (edtf: string, language: string | null, address: string | null): string => {
  if (!inGreenwich.test(edtf)) return edtf
  const instant = Date.parse(edtf.replace(/T(\d\d:\d\d)(?=Z|\+)/u, 'T$1:00'))
  if (Number.isNaN(instant)) return edtf
  if (isCentral(language)) {
    const offset = centralOffset(instant)
    return `${new Date(instant + offset * 3_600_000).toISOString().slice(0, 19)}+0${offset}:00`
  }
  if (address === null || address === dayOf(edtf)) return edtf
  return Math.abs(Date.parse(address) - instant) < 36 * 3_600_000 ? address : edtf
}

/** How far a `time` or named element stands from the headline, in blocks, on the scale of `visibleDates`. */
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
  const away =
    zone === 'comments' || zone === 'related' || zone === 'embed'
      ? 60
      : zone === 'aside' || zone === 'footer'
        ? 30
        : 0
  return distance + away + (time.isNamed ? -2 : time.basis === 'time' ? -4 : 2) + (time.isModified ? 30 : 0)
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
  language: string | null,
): string => {
  const [year, month, day] = dayOf(edtf).split('-')
  const swapped = others.find((other) => dayOf(other) === `${year}-${day}-${month}`)
  if (swapped !== undefined && !others.some((other) => dayOf(other) === dayOf(edtf))) return swapped
  if (seen === null || dayOf(seen) === dayOf(edtf)) return edtf
  const days = (Date.parse(dayOf(seen)) - Date.parse(dayOf(stated))) / 86_400_000
  // Clocks on earth are at most 14 hours ahead of Greenwich and 12 behind; those of German pages are known.
  const isKnown = isCentral(language) && inGreenwich.test(stated)
  const hour = isKnown ? Number.NaN : Number(/T(\d\d)/u.exec(stated)?.[1])
  const isNeighbour = days === 0 || (days === 1 && hour >= 10) || (days === -1 && hour < 12)
  return isNeighbour && !/T.*[+-](?!00:?00)\d\d:?\d\d$/u.test(stated) ? seen : edtf
}

/** The last first-rank heading before the text: those further up name the site. */
const headingBefore = (blocks: readonly PageBlock[], kept: ReadonlySet<PageBlock>): number => {
  let found = -1
  for (const [index, block] of blocks.entries()) {
    if (kept.has(block) && found >= 0) break
    if (block.tag === 'h1' && block.zone !== 'hidden') found = index
  }
  return found
}

/** A date this near to the headline is the article's, on the scale of `visibleDates`. */
const nearReach = 16
/** One this near is likely to be. */
const farReach = 40

/** A page prepared this many days before it appeared is rare; one built anew much later is not. */
const mostPrepared = 60

/** Which of the two is the day of publication: one that machines are told without words, or one that readers see. */
const rightOf = (told: string, seen: string | null): string =>
  seen !== null && Date.parse(dayOf(seen)) - Date.parse(dayOf(told)) <= mostPrepared * 86_400_000
    ? seen
    : told

/** What scripts that are not structured data call the day of publication. */
const scriptDate =
  /(?:publish(?:ed|ing)?_?(?:date|at|on|time)|publication_?date|date_?published|date_?created|created_?at)["']?\s*[:=]\s*["'](?<date>\d{4}-\d\d-\d\d[^"']{0,20})["']/iu

export const pageDates = (given: Sources): { published: string | null; modified: string | null } => {
  const { page, meta, url, today, blocks, kept } = given
  // A headline with a label or a date in it does not read like the title that machines are told.
  const sources = given.titleAt >= 0 ? given : { ...given, titleAt: headingBefore(blocks, kept) }
  const times = timeElements(page)
  const seen = visibleDates(sources)
  const isPossible = (edtf: string): boolean => today === null || dayOf(edtf) <= today
  const address = dateInAddress(meta.canonicalUrl) ?? dateInAddress(url)
  const starts = blocks.map((block) => block.element.start)
  const ranked = [
    ...times.map((time) => ({ ...time, rank: rankTime(time, sources, starts) })),
    ...seen.map(({ date, isModified, rank }) => ({ ...date, isModified, rank })),
  ]
    .filter((found) => isPossible(found.edtf))
    .sort((a, b) => a.rank - b.rank)
  const nearest = ranked.find((found) => !found.isModified && found.rank < farReach)
  const seenWithin = (reach: number): string | null => {
    const found = ranked.find((date) => !date.isModified && !('isSeen' in date && !date.isSeen))
    return found === undefined || found.rank >= reach || found.ambiguous ? null : found.edtf
  }
  const near = seenWithin(nearReach)
  const told = [
    ...meta.published,
    ...ranked
      .filter(
        (found) => 'isPublication' in found && found.isPublication && !found.isModified && found.rank < 60,
      )
      .map((found) => found.edtf),
  ].filter(isPossible)
  const order = [
    // Where machines are told several days, readers see the right one of them.
    ...(near === null ? [] : told.filter((other) => dayOf(other) === dayOf(near))),
    ...told,
    // A day that does not say of what it is may be that of the last change.
    ...meta.days.slice(0, 1).map((day) => rightOf(day, seenWithin(farReach))),
    ...(nearest === undefined ? [] : [nearest.edtf]),
    ...(address === null ? [] : [address]),
    ...meta.modified,
    ...ranked.map((found) => found.edtf),
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
  return {
    published:
      stated === null
        ? null
        : correctedBy(
            known(stated)!,
            stated,
            near,
            ranked.filter((found) => found.rank < 40 && !found.ambiguous).map((found) => found.edtf),
            meta.language,
          ),
    modified: known(modified),
  }
}
