/** How much a block speaks for the container that it stands in. */
import type { PageBlock } from './page-blocks.ts'

/** A heading longer than this is a paragraph set large. */
export const longestHeading = 160

const sentenceLike = /[.!?…:][\p{Pe}\p{Pf}"“”'’»«]*(?:\s|$)|[。！？؟।]/u
/** Writing without spaces says more with each character. */
const dense = /[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]/u

/** How much a block speaks for the container that it stands in: prose by length, nothing for links and labels. */
const measureProse = (block: PageBlock): number => {
  const { text, linked, tag } = block
  if ((text.length < 40 && !(text.length > 15 && dense.test(text))) || linked > text.length * 0.5) return 0
  if (/^(?:h[1-6]|dt|th)$/u.test(tag) && text.length < longestHeading) return 0
  if (!sentenceLike.test(text)) return 0
  const commas = Math.min(10, text.split(/[,;]/u).length - 1)
  return Math.min(text.length, 1200) * (tag === 'li' || tag === 'td' ? 0.5 : 1) + commas * 10
}

/** Weights are asked for several times and never change. */
const weighed = new WeakMap<PageBlock, number>()
export const proseWeight = (block: PageBlock): number => {
  let weight = weighed.get(block)
  if (weight === undefined) {
    weight = measureProse(block)
    weighed.set(block, weight)
  }
  return weight
}
