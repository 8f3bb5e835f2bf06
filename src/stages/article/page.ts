/**
 * The article in a page.
 *
 *     tree → blocks with zones → the container that holds most prose → what of it is article → findings
 */
import type { Furniture, FurnitureRole, Teaser } from '../../core/article.ts'
import type { Diagnostic } from '../../core/diagnostic.ts'
import type { Element, Page } from '../../html/tree.ts'
import { parsePage } from '../../html/tree.ts'
import type { Findings, Kept } from './assemble.ts'
import {
  captionRule,
  creditLine,
  furnitureRule,
  readByline,
  readDateLine,
  sectionHead,
} from './line-rules.ts'
import { type PageBlock, pageBlocks, type Zone } from './page-blocks.ts'
import { pageDates } from './page-dates.ts'
import { type PageMetadata, pageMetadata } from './page-metadata.ts'
import { chooseTitle, normal, similar, splitKicker } from './titles.ts'

const roleOfZone: Readonly<Record<Zone, FurnitureRole>> = {
  none: 'other',
  hidden: 'other',
  navigation: 'navigation',
  footer: 'navigation',
  aside: 'other',
  form: 'other',
  comments: 'comments',
  related: 'teaser',
  advert: 'advert',
  consent: 'consent',
  caption: 'caption',
  share: 'navigation',
  byline: 'credit',
  embed: 'other',
}

const sentenceLike = /[.!?…:][\p{Pe}\p{Pf}"“”'’»«]*(?:\s|$)|[。！？؟।]/u
/** Writing without spaces says more with each character. */
const dense = /[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]/u

/** How much a block speaks for the container that it stands in: prose by length, nothing for links and labels. */
const measureProse = (block: PageBlock): number => {
  const { text, linked, tag } = block
  if ((text.length < 40 && !(text.length > 15 && dense.test(text))) || linked > text.length * 0.5) return 0
  if (/^(?:h[1-6]|dt|th)$/u.test(tag)) return 0
  if (!sentenceLike.test(text)) return 0
  const commas = Math.min(10, text.split(/[,;]/u).length - 1)
  return Math.min(text.length, 1200) * (tag === 'li' || tag === 'td' ? 0.5 : 1) + commas * 10
}

/** Weights are asked for several times and never change. */
const weighed = new WeakMap<PageBlock, number>()
const proseWeight = (block: PageBlock): number => {
  let weight = weighed.get(block)
  if (weight === undefined) {
    weight = measureProse(block)
    weighed.set(block, weight)
  }
  return weight
}

/** Zones that may turn out to hold the article after all, because a page named its parts oddly. */
const weak = new Set<Zone>([
  'aside',
  'byline',
  'share',
  'embed',
  'caption',
  'navigation',
  'footer',
  'advert',
  'related',
  'form',
  'consent',
])

interface Container {
  readonly element: Element
  readonly weight: number
}

/** Prose in each element, counted into all its ancestors. */
const weigh = (blocks: readonly PageBlock[], counts: (block: PageBlock) => number): Map<Element, number> => {
  const weights = new Map<Element, number>()
  for (const block of blocks) {
    const weight = counts(block)
    if (weight <= 0) continue
    for (let element: Element | null = block.element; element !== null; element = element.parent)
      weights.set(element, (weights.get(element) ?? 0) + weight)
  }
  return weights
}

const isArticleBody = (element: Element): boolean =>
  /(?:^|\s)(?:articleBody|reviewBody|text)(?:\s|$)/u.test(element.attributes.itemprop ?? '') ||
  /(?:^|[-_\s])(?:article-?(?:body|content|text)|articlebody|articletext|story-?body|entry-?content|post-?(?:content|body)|artikel-?(?:text|body|inhalt))(?:$|[-_\s])/iu.test(
    `${element.attributes.class ?? ''} ${element.attributes.id ?? ''}`,
  )

/** The tightest element that holds nearly all the prose that its surroundings hold. */
const findContainer = (
  root: Element,
  weights: ReadonlyMap<Element, number>,
  headline: Element | null,
): Container | null => {
  const total = weights.get(root) ?? 0
  if (total === 0) return null
  let best: Element | null = null
  let bestScore = 0
  for (const [element, weight] of weights) {
    if (weight < total * 0.2 || !isArticleBody(element)) continue
    // Of several bodies, the outer one unless it holds little more than an inner one.
    const score = weight - element.depth
    if (score > bestScore) {
      best = element
      bestScore = score
    }
  }
  if (best !== null && bestScore > total * 0.4) return { element: best, weight: weights.get(best)! }
  let current = root
  for (;;) {
    const held = weights.get(current) ?? 0
    let heaviest: Element | null = null
    let heavy = 0
    for (const child of current.children) {
      if (child.tag === null) continue
      const weight = weights.get(child) ?? 0
      if (weight > heavy) {
        heaviest = child
        heavy = weight
      }
    }
    // Text follows its headline: to leave the headline behind takes nearly all the prose, to go with it half.
    const leaves =
      headline !== null && isWithin(headline, current) && !isWithin(headline, heaviest ?? current)
    if (heaviest === null || heaviest.tag === 'p' || heavy < held * (leaves ? 0.8 : 0.6)) break
    current = heaviest
  }
  return { element: current, weight: weights.get(current) ?? 0 }
}

const isWithin = (element: Element, container: Element): boolean => {
  for (let at: Element | null = element; at !== null && at.depth >= container.depth; at = at.parent)
    if (at === container) return true
  return false
}

const headingTag = /^h[1-6]$/u

interface Sorted {
  readonly kept: Kept[]
  readonly keptBlocks: PageBlock[]
  readonly furniture: Furniture[]
  readonly agencies: string[]
  readonly authors: string[]
}

/** Share of words of `block` that the page's own structured copy of the article has. */
const inBody = (text: string, body: ReadonlySet<string> | null): number => {
  if (body === null) return 0
  const words = normal(text).split(' ')
  if (words.length < 4) return 0
  let hit = 0
  let all = 0
  for (let i = 0; i + 2 < words.length; i++) {
    all++
    if (body.has(`${words[i]} ${words[i + 1]} ${words[i + 2]}`)) hit++
  }
  return all === 0 ? 0 : hit / all
}

const shinglesOf = (text: string | null): ReadonlySet<string> | null => {
  if (text === null || text.length < 400) return null
  const words = normal(text.replaceAll(/<[^>]*>/gu, ' ')).split(' ')
  const set = new Set<string>()
  for (let i = 0; i + 2 < words.length; i++) set.add(`${words[i]} ${words[i + 1]} ${words[i + 2]}`)
  return set
}

/** What a block is that stands where the article stands. */
const verdictOf = (
  block: PageBlock,
  title: string | null,
): {
  role: FurnitureRole
  rule: string
  agencies?: readonly string[]
  authors?: readonly string[]
} | null => {
  const { text, linked, tag } = block
  if (title !== null && Math.abs(text.length - title.length) < 12 && normal(text) === normal(title))
    return { role: 'other', rule: 'title' }
  if (readDateLine(text) !== null) return { role: 'other', rule: 'date-line' }
  const credit = creditLine(text)
  if (credit !== null) return { role: 'credit', rule: 'credit', agencies: credit.agencies }
  const authors = readByline(text)
  if (authors !== null && text.length < 120) return { role: 'credit', rule: 'byline', authors }
  const caption = captionRule(text)
  if (caption !== null) return { role: caption === 'caption' ? 'caption' : 'credit', rule: caption }
  const furniture = furnitureRule(text)
  if (furniture !== null && (text.length < 300 || linked > 0))
    return { role: furniture.role, rule: furniture.rule.replace('article/', '') }
  const letters = text.length
  if (linked > letters * 0.8 && !(tag === 'p' && letters > 200))
    return { role: 'teaser', rule: 'link-density' }
  if ((tag === 'li' || tag === 'div' || tag === 'td') && linked > letters * 0.5 && letters < 200)
    return { role: 'navigation', rule: 'link-density' }
  return null
}

const sortBlocks = (
  blocks: readonly PageBlock[],
  container: Element,
  title: string | null,
  body: ReadonlySet<string> | null,
  rescued: ReadonlySet<Element>,
  leadAt: number,
): Sorted => {
  const out: Sorted = { kept: [], keptBlocks: [], furniture: [], agencies: [], authors: [] }
  const pending: PageBlock[] = []
  let section: { role: FurnitureRole; rule: string; depth: number } | null = null
  const seen = new Set<string>()
  const drop = (block: PageBlock, role: FurnitureRole, rule: string): void => {
    out.furniture.push({ role, text: block.text, rule: `article/${rule}` })
  }
  const keep = (block: PageBlock, role: Kept['role']): void => {
    out.kept.push({ mapped: block.mapped, role })
    out.keptBlocks.push(block)
  }
  const first = blocks.findIndex((block) => isWithin(block.element, container))
  const last = blocks.findLastIndex((block) => isWithin(block.element, container))
  const titleAt =
    title === null
      ? -1
      : blocks.findIndex((b, i) => i <= last && headingTag.test(b.tag) && similar(b.text, title) > 0.6)
  for (const [index, block] of blocks.entries()) {
    if (index === leadAt) {
      keep(block, 'lead')
      continue
    }
    const inside = index >= first && index <= last && isWithin(block.element, container)
    const told = inBody(block.text, body)
    // A lead often stands with the headline, outside of the container.
    const between = !inside && titleAt >= 0 && index > titleAt && index < first
    if (!inside && !between && told < 0.8) {
      drop(block, roleOfZone[block.zone], block.zone === 'none' ? 'outside' : `zone-${block.zone}`)
      continue
    }
    const isRescued = block.zoneBy !== null && rescued.has(block.zoneBy)
    if (block.zone !== 'none' && !isRescued && told < 0.8) {
      const credit = block.text.length < 120 ? creditLine(block.text) : null
      if (credit !== null) out.agencies.push(...credit.agencies)
      const authors = block.zone === 'byline' && block.text.length < 120 ? readByline(block.text) : null
      if (authors !== null) out.authors.push(...authors)
      drop(block, roleOfZone[block.zone], `zone-${block.zone}`)
      continue
    }
    const verdict = verdictOf(block, title)
    if (verdict !== null && told < 0.8) {
      out.agencies.push(...(verdict.agencies ?? []))
      out.authors.push(...(verdict.authors ?? []))
      drop(block, verdict.role, verdict.rule)
      continue
    }
    const { text, tag } = block
    if (text.length > 30) {
      const key = normal(text)
      if (seen.has(key)) {
        drop(block, 'other', 'repeated')
        continue
      }
      seen.add(key)
    }
    if (between) {
      if (proseWeight(block) > 0 && tag !== 'li')
        keep(block, out.keptBlocks.length === 0 && text.length < 700 ? 'lead' : 'paragraph')
      else drop(block, 'other', 'before-body')
      continue
    }
    if (headingTag.test(tag) || (text.length < 90 && /^(?:strong|b)$/u.test(tag))) {
      const head = sectionHead(text)
      if (head !== null) {
        section = { role: head.role, rule: head.rule.replace('article/', ''), depth: block.element.depth }
        drop(block, head.role, section.rule)
      } else {
        section = null
        pending.push(block)
      }
      continue
    }
    if (text.length < 100) {
      const head = sectionHead(text)
      if (head !== null) {
        section = { role: head.role, rule: head.rule.replace('article/', ''), depth: block.element.depth }
        drop(block, head.role, section.rule)
        continue
      }
    }
    if (section !== null) {
      if (tag === 'p' && text.length > 150 && block.linked < text.length * 0.2) section = null
      else {
        drop(block, section.role, section.rule)
        continue
      }
    }
    for (const heading of pending.splice(0)) keep(heading, 'heading')
    keep(
      block,
      tag === 'li' || tag === 'dd' || tag === 'dt'
        ? 'list'
        : tag === 'blockquote' || block.element.parent?.tag === 'blockquote'
          ? 'quote'
          : /^(?:td|th|tr|caption)$/u.test(tag)
            ? 'table'
            : 'paragraph',
    )
  }
  for (const heading of pending) drop(heading, 'other', 'heading-without-text')
  return out
}

/** A lead stands this many blocks from the headline at most. */
const leadReach = 12

/**
 * The block near the headline that the page describes itself with: its lead, whatever its part is called. `teaser`
 * and `aside` are common names for it.
 */
const findLead = (blocks: readonly PageBlock[], titleAt: number, description: string | null): number => {
  if (titleAt < 0 || description === null || description.length < 40) return -1
  const told = normal(description)
  for (let i = Math.max(0, titleAt - 3); i < Math.min(blocks.length, titleAt + leadReach); i++) {
    const { text, zone, linked } = blocks[i]!
    if (i === titleAt || zone === 'hidden' || zone === 'caption' || linked > text.length * 0.5) continue
    if (text.length >= 40 && text.length < 900 && (similar(text, description) > 0.8 || told === normal(text)))
      return i
  }
  return -1
}

/** What the site is called: the publisher, and the names in its address. */
const siteNames = (meta: PageMetadata, url: string | null): string[] => {
  const host = /^https?:\/\/(?:www\.)?(?<host>[^/:?#]+)/iu.exec(meta.canonicalUrl ?? url ?? '')?.groups?.host
  return [...meta.siteNames, ...(host === undefined ? [] : [host, ...host.split('.').slice(0, -1)])]
}

const labelOf = (element: Element): string =>
  `${element.attributes.class ?? ''} ${element.attributes.id ?? ''} ${element.attributes.itemprop ?? ''}`
const kickerName =
  /kicker|overline|topline|dachzeile|spitzmarke|roofline|ressort-?label|over-?title|pretitle|pre-?headline|eyebrow/iu

const findKicker = (blocks: readonly PageBlock[], titleAt: number): string | null => {
  for (let i = titleAt - 1; i >= Math.max(0, titleAt - 4); i--) {
    const block = blocks[i]!
    if (block.text.length < 60 && kickerName.test(labelOf(block.element))) return block.text
  }
  return null
}

/** Teasers are links with a headline, and a date beside them where the page gives one. */
const findTeasers = (furniture: readonly PageBlock[]): Teaser[] => {
  const teasers: Teaser[] = []
  for (const block of furniture) {
    if (teasers.length >= 100) break
    if (block.linked < 20 || block.text.split(' ').length < 3 || block.text.length > 300) continue
    const date = readTeaserDate(block.text)
    teasers.push({
      title: date === null ? block.text : block.text.slice(0, date.start).trim() || block.text,
      published: date === null ? null : { edtf: date.edtf, basis: 'stated' },
      section: null,
    })
  }
  return teasers
}
const readTeaserDate = (text: string): { start: number; edtf: string } | null => {
  const tail = text.slice(-30)
  const found = readDateLine(tail.replace(/^.*?(?=\d{1,2}\.\d)/u, ''))?.dates[0]
  return found === undefined
    ? null
    : { start: text.search(/\(?\d{1,2}\.\d{1,2}\.\d{2,4}[^\p{L}]*(?:Uhr)?\)?\s*$/u), edtf: found.edtf }
}

const wallWords =
  /(?:cookies?|tracking|werbung).{0,200}(?:zustimm|akzeptier|einwillig|pur-abo|ohne werbung)|(?:dieser|diesen) (?:artikel|inhalt|text).{0,80}(?:abonnent|abo|plus|freischalten|registrier)|(?:um|zum) weiter(?:zu)?lesen|subscribe to (?:read|continue)/iu
const errorWords =
  /^(?:404|403|410|500|error|fehler|seite nicht gefunden|page not found|not found|nicht gefunden|access denied|zugriff verweigert)|(?:seite|page|artikel).{0,40}(?:nicht gefunden|existiert nicht|not found|nicht verfügbar)/iu

export const readPage = (
  source: string,
  url: string | null,
  today: string | null,
): { findings: Findings; diagnostics: Diagnostic[] } => {
  const page: Page = parsePage(source)
  const meta = pageMetadata(page)
  const blocks = pageBlocks(page)
  const diagnostics: Diagnostic[] = []
  const body = shinglesOf(meta.articleBody)

  // Prose in zones counts only where the rest of the page has none: names of parts are not always true.
  const plain = blocks.reduce((sum, block) => sum + (block.zone === 'none' ? proseWeight(block) : 0), 0)
  const rescued = new Set<Element>()
  const zoned = new Map<Element, number>()
  for (const block of blocks) {
    if (block.zone === 'none' || block.zoneBy === null || !weak.has(block.zone)) continue
    zoned.set(block.zoneBy, (zoned.get(block.zoneBy) ?? 0) + proseWeight(block))
  }
  const byWeight = [...zoned].sort((a, b) => b[1] - a[1])
  const heaviest = byWeight[0]
  if (heaviest !== undefined && heaviest[1] > plain * 1.5 && heaviest[1] > 300) rescued.add(heaviest[0])
  if (plain < 100) for (const [element, weight] of byWeight) if (weight > 80) rescued.add(element)

  const weights = weigh(blocks, (block) =>
    inBody(block.text, body) > 0.8
      ? proseWeight(block) * 3
      : block.zone === 'none' || (block.zoneBy !== null && rescued.has(block.zoneBy))
        ? proseWeight(block)
        : 0,
  )
  const title = chooseTitle({
    headline: meta.headline,
    shared: meta.ogTitle,
    page: meta.pageTitle,
    printed: blocks.filter((b) => b.tag === 'h1' && b.zone !== 'hidden').map((b) => b.text),
    sites: siteNames(meta, url),
  })
  const titleAt =
    title === null
      ? -1
      : blocks.findIndex((block) => headingTag.test(block.tag) && similar(block.text, title) > 0.6)
  const container = findContainer(page.root, weights, titleAt < 0 ? null : blocks[titleAt]!.element)
  const sorted =
    container === null
      ? { kept: [], keptBlocks: [], furniture: [], agencies: [], authors: [] }
      : sortBlocks(
          blocks,
          container.element,
          title,
          body,
          rescued,
          findLead(blocks, titleAt, meta.description),
        )
  const split = title === null ? null : splitKicker(title)
  const keptSet = new Set(sorted.keptBlocks)
  const dates = pageDates({ page, meta, blocks, titleAt, url, today, kept: keptSet })
  const length = sorted.kept.reduce((sum, { mapped }) => sum + mapped.text.length, 0)

  let pageKind: Findings['pageKind'] = length === 0 ? 'empty' : 'article'
  if (errorWords.test(title ?? meta.pageTitle ?? '') && length < 1500) pageKind = 'error'
  else if (length < 800 && blocks.some((block) => block.text.length < 600 && wallWords.test(block.text))) {
    if (length < 200) pageKind = 'wall'
    diagnostics.push({
      rule: 'article/wall',
      message: 'The page shows a wall; only what stands before it is here.',
    })
  } else if (meta.isLocked)
    diagnostics.push({
      rule: 'article/paywall',
      message: 'The page says that it is not free; the text may be cut.',
    })
  const linksOnly = blocks.filter(
    (block) => block.linked > block.text.length * 0.8 && block.text.length > 25,
  ).length
  if (
    pageKind === 'article' &&
    length < 600 &&
    linksOnly > 25 &&
    meta.headline === null &&
    meta.published.length === 0
  )
    pageKind = 'index'
  if (pageKind !== 'article' && pageKind !== 'wall')
    diagnostics.push({ rule: `article/${pageKind}`, message: 'This page does not look like an article.' })

  const lead = sorted.kept.find(({ role }) => role === 'lead')?.mapped.text ?? null
  return {
    diagnostics,
    findings: {
      title: split?.title ?? null,
      kicker: (titleAt >= 0 ? findKicker(blocks, titleAt) : null) ?? split?.kicker ?? null,
      lead,
      published: dates.published === null ? null : { edtf: dates.published, basis: 'stated' },
      modified: dates.modified === null ? null : { edtf: dates.modified, basis: 'stated' },
      authors: meta.authors.length > 0 ? meta.authors : sorted.authors,
      agencies: [...meta.agencies, ...sorted.agencies],
      publisher: meta.publisher,
      language:
        meta.language === null ? null : (/^[a-z]{2,3}/iu.exec(meta.language)?.[0].toLowerCase() ?? null),
      canonicalUrl: meta.canonicalUrl,
      kept: sorted.kept,
      furniture: sorted.furniture,
      teasers: findTeasers(
        blocks.filter(
          (block) =>
            !keptSet.has(block) &&
            (block.zone === 'related' || block.zone === 'none' || block.zone === 'aside'),
        ),
      ),
      pageKind,
    },
  }
}
