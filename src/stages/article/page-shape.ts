/** What the shape of the page tells of a block inside the article: labels set apart. */
import type { Element } from '../../html/tree.ts'
import type { PageBlock } from './page-blocks.ts'
import { proseWeight } from './prose.ts'

const sentenceEnd = /[.!?…:;,][\p{Pe}\p{Pf}"“”'’»«*]*$/u
/** Captions and labels are hardly ever longer. */
const longestLabel = 160

/** So much of the prose stands side by side in one element that what stands apart is meant to. */
const sideBySide = 0.7

/** The elements that paragraphs of running text stand in, or null where the page has its paragraphs all apart. */
export const proseHolders = (blocks: readonly PageBlock[]): ReadonlySet<Element> | null => {
  const holders = new Map<Element, number>()
  let all = 0
  let most = 0
  for (const block of blocks) {
    const { parent } = block.element
    const weight = proseWeight(block)
    if (parent === null || weight === 0) continue
    const held = (holders.get(parent) ?? 0) + weight
    holders.set(parent, held)
    all += weight
    most = Math.max(most, held)
  }
  return most < all * sideBySide ? null : new Set(holders.keys())
}

/**
 * Words without the end of a sentence in an element of their own, where no paragraph stands beside them: a caption
 * without its figure, the name below a quotation, the label of a box.
 *
 *     <p>Der Rat stimmte zu.</p> <div class="x7"><p>Ratssaal in Lingen</p></div>
 *                                                   ^^^^^^^^^^^^^^^^^^
 */
export const isLooseLabel = (
  { element, tag, text }: PageBlock,
  holders: ReadonlySet<Element> | null,
): boolean =>
  holders !== null &&
  text.length < longestLabel &&
  /^[\p{Lu}„“"»]\P{N}*$/u.test(text) &&
  /^(?:p|div|span|figure|section|aside)$/u.test(tag) &&
  element.parent !== null &&
  !holders.has(element.parent) &&
  !sentenceEnd.test(text)
