/** What a block is that stands where the article stands. */
import type { FurnitureRole } from '../../core/article.ts'
import { captionRule, creditLine, furnitureRule, readByline, readDateLine } from './line-rules.ts'
import type { PageBlock } from './page-blocks.ts'
import { normal } from './titles.ts'

/** What a block is that stands where the article stands. */
export const verdictOf = (
  block: PageBlock,
  title: string | null,
): {
  role: FurnitureRole
  rule: string
  agencies?: readonly string[]
  authors?: readonly string[]
  /** Stands even where the page's structured copy of the article holds the block too. */
  isSure?: true
} | null => {
  const { text, linked, tag } = block
  if (title !== null && isTitle(block, title)) return { role: 'other', rule: 'title', isSure: true }
  if (readDateLine(text) !== null) return { role: 'other', rule: 'date-line', isSure: true }
  const credit = creditLine(text)
  if (credit !== null) return { role: 'credit', rule: 'credit', agencies: credit.agencies, isSure: true }
  const authors = readByline(text)
  if (authors !== null && text.length < 120) return { role: 'credit', rule: 'byline', authors, isSure: true }
  const caption = captionRule(text)
  if (caption !== null) return { role: caption === 'caption' ? 'caption' : 'credit', rule: caption }
  const furniture = furnitureRule(text)
  if (furniture !== null && (text.length < 300 || linked > 0))
    return {
      role: furniture.role,
      rule: furniture.rule.replace('article/', ''),
      // Editors hand their pointers to other articles on with the text.
      ...(furniture.rule === 'article/read-also' && linked > text.length * 0.4 ? { isSure: true } : {}),
    }
  const letters = text.length
  if (linked > letters * 0.8 && !(tag === 'p' && letters > 200))
    return { role: 'teaser', rule: 'link-density', isSure: true }
  if ((tag === 'li' || tag === 'div' || tag === 'td') && linked > letters * 0.5 && letters < 200)
    return { role: 'navigation', rule: 'link-density' }
  return null
}

/** The headline again; a first-rank heading may hold its kicker and date as well. */
const isTitle = ({ text, tag }: PageBlock, title: string): boolean => {
  const more = text.length - title.length
  if (Math.abs(more) < 12 && normal(text) === normal(title)) return true
  return tag === 'h1' && more > 0 && more < 40 && title.length > more && normal(text).includes(normal(title))
}
