/** The element that holds the article. */
import type { Element, Page } from '../../html/tree.ts'
import { kindOf, type PageBlock, pageBlocks, type Zone } from './page-blocks.ts'
import { proseWeight } from './prose.ts'
import { inBody } from './structured-body.ts'

/**
 * Zones that may turn out to hold the article after all, because a page named its parts oddly, and how much of their
 * prose speaks for it: teasers, footers and consent layers have prose of their own.
 */
const mistakable: Readonly<Partial<Record<Zone, number>>> = {
  aside: 1,
  byline: 1,
  share: 1,
  embed: 1,
  caption: 1,
  navigation: 1,
  advert: 1,
  form: 1,
  related: 0.2,
  footer: 0.2,
  consent: 0.2,
}

/** A part named oddly may stand within another. */
const mostRounds = 3

/**
 * The blocks of a page, without the zones of those parts that hold its prose against their names: the name of a part
 * counts only where the rest of the page has more prose. What stands within such a part keeps its own zone.
 *
 *     <div class="has-sidebar"> <p>Der Rat …</p> <figcaption>Der Rathaussaal</figcaption> </div>
 *                 ^^^^^^^ not heard               ^^^^^^^^^^^^ heard
 */
export const articleBlocks = (page: Page): PageBlock[] => {
  const misnamed = new Set<string>()
  let blocks = pageBlocks(page)
  for (let round = 0; round < mostRounds; round++) {
    const kind = heldAgainstName(blocks)
    if (kind === null) break
    misnamed.add(kind)
    blocks = pageBlocks(page, misnamed)
  }
  return blocks
}

/** The kind of part that holds most prose of all with a zone, where what is without has little. */
const heldAgainstName = (blocks: readonly PageBlock[]): string | null => {
  let plain = 0
  const zoned = new Map<string, number>()
  for (const block of blocks) {
    const weight = proseWeight(block)
    if (block.zone === 'none') plain += weight
    else if (weight > 0 && block.zoneBy !== null) {
      const kind = kindOf(block.zoneBy)
      zoned.set(kind, (zoned.get(kind) ?? 0) + weight * (mistakable[block.zone] ?? 0))
    }
  }
  const [heaviest] = [...zoned].sort((a, b) => b[1] - a[1])
  if (heaviest === undefined) return null
  const [kind, weight] = heaviest
  return (weight > plain * 1.5 && weight > 300) || (plain < 100 && weight > 80) ? kind : null
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
const tightest = (
  root: Element,
  weights: ReadonlyMap<Element, number>,
  headline: Element | null,
): Element | null => {
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
  if (best !== null && bestScore > total * 0.4) return best
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
    if (heaviest !== null && hasTwins(current, heaviest, heavy, weights)) break
    if (heaviest === null || /^(?:p|h[1-6])$/u.test(heaviest.tag) || heavy < held * (leaves ? 0.8 : 0.6))
      break
    current = heaviest
  }
  return current
}

/** Parts of an article that was cut in pieces look alike: beside the heaviest stand others of its tag and names. */
const hasTwins = (
  parent: Element,
  heaviest: Element,
  heavy: number,
  weights: ReadonlyMap<Element, number>,
): boolean => {
  // Articles and entries beside one another are each a report of its own.
  if (/^(?:article|li|p|td|tr)$/u.test(heaviest.tag)) return false
  const name = heaviest.attributes.class
  if (name === undefined || name === '') return false
  let beside = 0
  for (const child of parent.children) {
    if (child.tag !== heaviest.tag || child === heaviest) continue
    if (child.attributes.class === name) beside += weights.get(child) ?? 0
  }
  return beside > heavy * 0.1
}

export const isWithin = (element: Element, container: Element): boolean => {
  for (let at: Element | null = element; at !== null && at.depth >= container.depth; at = at.parent)
    if (at === container) return true
  return false
}

/** The element that holds the article, or null where the page has no prose. */
export const findContainer = (
  root: Element,
  blocks: readonly PageBlock[],
  body: ReadonlySet<string> | null,
  headline: Element | null,
): Element | null => {
  const weights = weigh(blocks, (block) =>
    inBody(block.text, body) > 0.8 ? proseWeight(block) * 3 : block.zone === 'none' ? proseWeight(block) : 0,
  )
  return tightest(root, weights, headline) ?? namedBody(blocks)
}

/** Where a page has no sentences, only results, captions or verses: what is named as the body and holds most words. */
const namedBody = (blocks: readonly PageBlock[]): Element | null => {
  const words = weigh(blocks, (block) =>
    block.zone === 'none' && block.linked < block.text.length * 0.5 ? block.text.length : 0,
  )
  let best: Element | null = null
  for (const [element, length] of words)
    if (isArticleBody(element) && length > (best === null ? 40 : words.get(best)!)) best = element
  return best
}
