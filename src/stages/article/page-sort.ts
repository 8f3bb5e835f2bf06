/** Sorts the blocks of a page into what is article and what is furniture, each with the rule that decided. */
import type { Furniture, FurnitureRole } from '../../core/article.ts'
import type { Element } from '../../html/tree.ts'
import type { Kept } from './assemble.ts'
import { nameOf } from './element-names.ts'
import { creditLine, readByline, sectionHead } from './line-rules.ts'
import type { PageBlock, Zone } from './page-blocks.ts'
import { isWithin } from './page-container.ts'
import { headingTag, isHeadline } from './page-heads.ts'
import { isLooseLabel, proseHolders } from './page-shape.ts'
import { verdictOf } from './page-verdict.ts'
import { longestHeading, proseWeight } from './prose.ts'
import { inBody } from './structured-body.ts'
import { normal } from './titles.ts'

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

/** Pages were once laid out in tables: what ends like a sentence is no entry of a table. */
const sentence = /[.!?…][\p{Pe}\p{Pf}"“”'’»«]*$/u

export interface Sorted {
  readonly kept: Kept[]
  readonly keptBlocks: PageBlock[]
  readonly furniture: Furniture[]
  readonly agencies: string[]
  readonly authors: string[]
}

const authorName = /(?:^|[-_\s])(?:authors?|autor(?:en|in)?|byline|vcard)(?:$|[-_\s])/iu
/** `<span class="author">Jana Petersen</span>`: the markup says what the words do not. */
const namesAuthor = ({ element }: PageBlock): boolean =>
  [element, element.parent].some((at) => at !== null && authorName.test(nameOf(at)))

/** What is told apart from the body before it is sorted; indices of blocks, or -1. */
export interface PageHeads {
  readonly title: string | null
  readonly kickerAt: number
  readonly leadAt: number
}

/** A lead stands this many blocks below the headline at most. */
const leadReach = 6

/** Below the headline, a part that is called a teaser and points nowhere is the article's own lead. */
const isLeadByName = (block: PageBlock, distance: number): boolean =>
  distance > 0 &&
  distance <= leadReach &&
  block.zone === 'related' &&
  block.zoneBy !== null &&
  block.linked === 0 &&
  /teaser|lead/iu.test(nameOf(block.zoneBy)) &&
  proseWeight(block) > 0 &&
  !hasLink(block.zoneBy)

const hasLink = (element: Element): boolean =>
  element.children.some((child) => child.tag !== null && (child.tag === 'a' || hasLink(child)))

const titleName = /(?<!sub-?)(?:title|headline)/iu

/** What stands between the headline and the body, as far as it is text: a lead may go without a full stop. */
const isBeforeBody = (block: PageBlock, distance: number): boolean =>
  block.tag !== 'li' &&
  (proseWeight(block) > 0 ||
    (distance <= leadReach &&
      block.text.length >= 60 &&
      block.linked === 0 &&
      /^(?:h[2-4]|p)$/u.test(block.tag) &&
      !titleName.test(block.element.attributes.class ?? '')))

export const sortBlocks = (
  blocks: readonly PageBlock[],
  container: Element,
  { title, kickerAt, leadAt }: PageHeads,
  body: ReadonlySet<string> | null,
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
  const titleAt = title === null ? -1 : blocks.findIndex((b, i) => i <= last && isHeadline(b, title))
  const holders = proseHolders(blocks.slice(Math.max(0, first), last + 1))
  for (const [index, block] of blocks.entries()) {
    if (index === leadAt) {
      keep(block, 'lead')
      continue
    }
    if (index === kickerAt) {
      drop(block, 'other', 'kicker')
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
    const isCaption = block.zone === 'caption' && /^fig/u.test(block.zoneBy?.tag ?? '')
    const isNamedLead = titleAt >= 0 && isLeadByName(block, index - titleAt)
    if (block.zone !== 'none' && !isNamedLead && (told < 0.8 || isCaption)) {
      const credit = block.text.length < 120 ? creditLine(block.text) : null
      if (credit !== null) out.agencies.push(...credit.agencies)
      if (block.zone === 'byline' && block.text.length < 120) {
        const isAbove = titleAt >= 0 && index > titleAt && out.keptBlocks.length === 0
        const authors = readByline(block.text) ?? (isAbove && namesAuthor(block) ? [block.text] : [])
        out.authors.push(...authors)
      }
      drop(block, roleOfZone[block.zone], `zone-${block.zone}`)
      continue
    }
    const verdict = verdictOf(block, title)
    if (verdict !== null && (told < 0.8 || verdict.isSure === true)) {
      out.agencies.push(...(verdict.agencies ?? []))
      out.authors.push(...(verdict.authors ?? []))
      drop(block, verdict.role, verdict.rule)
      continue
    }
    const { text, tag } = block
    if (inside && told < 0.8 && isLooseLabel(block, holders)) {
      drop(block, 'caption', 'loose-label')
      continue
    }
    if (text.length > 30) {
      const key = normal(text)
      if (seen.has(key)) {
        drop(block, 'other', 'repeated')
        continue
      }
      seen.add(key)
    }
    if (between) {
      if (isNamedLead || isBeforeBody(block, index - titleAt))
        keep(block, out.keptBlocks.length === 0 && text.length < 700 ? 'lead' : 'paragraph')
      else drop(block, 'other', 'before-body')
      continue
    }
    if (
      (headingTag.test(tag) && text.length < longestHeading) ||
      (text.length < 90 && /^(?:strong|b)$/u.test(tag))
    ) {
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
      if (text.length > (tag === 'p' ? 150 : 250) && block.linked < text.length * 0.2) section = null
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
          : /^(?:td|th|tr|caption)$/u.test(tag) && !sentence.test(text)
            ? 'table'
            : 'paragraph',
    )
  }
  for (const heading of pending) drop(heading, 'other', 'heading-without-text')
  return out
}
