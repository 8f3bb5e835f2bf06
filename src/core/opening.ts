/** How an article begins. */
import type { Article } from './article.ts'

/** About a line of a list. */
const openingLength = 90

/** The first words of what an article begins with, by which people tell it from others where it has no title. */
export const openingOf = ({
  lead,
  text,
  blocks,
}: Pick<Article, 'lead' | 'text' | 'blocks'>): string | null => {
  const first = blocks.find(({ role }) => role !== 'caption' && role !== 'table')
  const words = (lead ?? text.slice(first?.start, first?.end)).replaceAll(/\s+/gu, ' ').trim()
  if (words.length <= openingLength) return words || null
  const space = words.lastIndexOf(' ', openingLength)
  return `${words.slice(0, space > 0 ? space : openingLength)} …`
}
