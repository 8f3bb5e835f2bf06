/** The entries of a live ticker on a page. */
import { attribute, type Element } from '../../html/tree.ts'
import type { Kept } from './assemble.ts'
import type { PageBlock } from './page-blocks.ts'
import { machineDate } from './page-metadata.ts'
import type { Sorted } from './page-sort.ts'
import { entryOf, type TickerPiece, tickerTimes } from './ticker.ts'

/** `<time>` stands at the front of what it dates; an element with a hundred thousand children is not searched. */
const searched = 4

/** What a `<time>` in or around the block says to machines. */
const toldTime = ({ element }: PageBlock): string | null => {
  const inner = element.children.slice(0, searched).flatMap((child) => (child.tag === null ? [] : [child]))
  const near: Element[] = [
    element,
    ...inner,
    ...inner.flatMap((child) =>
      child.children.slice(0, searched).flatMap((one) => (one.tag === null ? [] : [one])),
    ),
  ]
  const time = near.find(({ tag }) => tag === 'time')
  return time === undefined ? null : machineDate(attribute(time, 'datetime'))
}

/** Entries of a ticker get their role and their time; times that stand alone are left out. */
export const withTicker = (
  blocks: readonly PageBlock[],
  sorted: Sorted,
  isCalled: boolean,
  newest: string | null,
): Sorted => {
  const keptAt = new Map(sorted.keptBlocks.map((block, index) => [block, index]))
  const last = sorted.keptBlocks.at(-1)
  const article = last === undefined ? [] : blocks.slice(0, blocks.indexOf(last) + 1)
  const pieces: TickerPiece[] = article.map((block) => ({
    text: block.text,
    told: toldTime(block),
    isKept: keptAt.has(block),
  }))
  const times = tickerTimes(pieces, isCalled, newest)
  if (times === null) return sorted
  const kept: Kept[] = []
  const keptBlocks: PageBlock[] = []
  const furniture = [...sorted.furniture]
  for (const [index, block] of article.entries()) {
    const at = keptAt.get(block)
    if (at === undefined) continue
    const entry = entryOf(sorted.kept[at]!, times[index], furniture)
    if (entry.length > 0) keptBlocks.push(block)
    kept.push(...entry)
  }
  return { ...sorted, kept, keptBlocks, furniture }
}
