/**
 * Which lines of a scraped text are the report: the stretch in which running text outweighs what is not, and in that
 * stretch the lines that belong to it.
 */
import type { BlockRole } from '../../core/article.ts'
import type { FurnitureVerdict } from './line-rules.ts'
import { type Line, sentenceEnd } from './plain-lines.ts'

/** Lines `from` up to and without `to`. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

const wordCount = (text: string): number => text.split(' ').length

/** Leads over to the next paragraph. `Anna M. sagt:` opens a reader's comment. */
const leadsOver = /^\P{Ll}*\p{Ll}.*\s(?!(?:sagt|schreibt|meint|antwortet|says):)\p{Ll}+:$/u

/** A short sentence of its own: somebody's answer, a question of an interview, `Dazu hat der Rat dies beschlossen:`. */
export const isSpoken = (text: string): boolean =>
  wordCount(text) >= 3 && (sentenceEnd.test(text) || leadsOver.test(text))

const isProseAt = (lines: readonly Line[], at: number): boolean => lines[at]?.kind === 'prose'

/**
 * A phrase of the furniture inside a long paragraph between two paragraphs: the report tells of cookies, comments or
 * newsletters.
 */
const isTold = (lines: readonly Line[], at: number): boolean =>
  lines[at]!.text.length > 200 && isProseAt(lines, at - 1) && isProseAt(lines, at + 1)

/** Running text speaks for the stretch by its length; a teaser's few words, alone below their headline, hardly do. */
const proseScore = (length: number, isAlone: boolean): number =>
  length < 120 ? 15 : length < 200 && isAlone ? 40 : Math.min(length, 600) - 40
const shortScore = -40
/** A box costs this much when it opens and little with each line: what stands in it does not count. */
const sectionScore = -120
const boxScore = -15
/** What the report has before a section of comments ends it for good. */
const enough = 200

/**
 * The heaviest stretch. After the heading of another section a paragraph counts only beside another one: teasers
 * alternate with their headlines, an article goes on.
 */
export const heaviestStretch = (lines: readonly Line[]): Stretch | null => {
  let best: Stretch | null = null
  let most = 0
  let sum = 0
  let from = 0
  let inSection = false
  for (const [index, { kind, text, verdict }] of lines.entries()) {
    let score = shortScore / 2
    if (kind === 'section') {
      if (verdict!.role === 'comments' && most >= enough) break
      inSection = verdict!.role !== 'navigation'
      score = inSection ? sectionScore : shortScore
    } else if (kind === 'prose' || (kind === 'furniture' && isTold(lines, index))) {
      const isAlone = !isProseAt(lines, index - 1) && !isProseAt(lines, index + 1)
      if (inSection && isAlone) score = Math.max(boxScore, Math.min(text.length, 600) - 280)
      else score = proseScore(text.length, isAlone)
      if (!isAlone && text.length >= 200) inSection = false
    } else if (kind === 'furniture') {
      if (verdict!.rule === 'article/comment-rules' && most >= enough) break
      score = shortScore
    } else if (inSection) score = boxScore
    else if (kind === 'short') score = isSpoken(text) ? -5 : shortScore
    else if (kind === 'list') score = text.length > 60 ? 0 : -15
    if (sum <= 0) {
      sum = 0
      from = index
    }
    sum += score
    if (sum > most) {
      most = sum
      best = { from, to: index + 1 }
    }
  }
  return best
}

/** Most entries are as long as headlines: links to other articles, which a list without its links looks like. */
const areHeadlines = (lines: readonly Line[], first: number, last: number): boolean => {
  let long = 0
  for (let i = first; i < last; i++) if (wordCount(lines[i]!.text) > 5) long++
  return long > (last - first) * 0.6
}

/** A list belongs to the article where a sentence leads over to it, or goes on after it. */
const isListOfArticle = (lines: readonly Line[], first: number, last: number): boolean => {
  const before = lines[first - 1]
  if (before === undefined || before.kind === 'section') return false
  return (
    (before.kind === 'prose' && before.text.endsWith(':')) ||
    sentenceEnd.test(lines[first]!.text) ||
    (lines[last]?.kind === 'prose' && lines[last]!.text.length > 120 && !areHeadlines(lines, first, last))
  )
}

/** More short lines on end than these are a box, not headings. */
const mostHeadings = 2

/** For each line of the stretch its role in the article, or why it has none. */
export const sortStretch = (
  lines: readonly Line[],
  { from, to }: Stretch,
): Map<number, BlockRole | FurnitureVerdict> => {
  const roles = new Map<number, BlockRole | FurnitureVerdict>()
  const seen = new Set<string>()
  let section: FurnitureVerdict | null = null
  for (let index = from; index < to; ) {
    const { kind, text, verdict } = lines[index]!
    if (kind === 'section') {
      section = verdict!
      roles.set(index++, section)
    } else if (kind === 'date') roles.set(index++, { role: 'other', rule: 'article/date-line' })
    else if (kind === 'credit' || kind === 'byline')
      roles.set(index++, { role: 'credit', rule: `article/${kind}` })
    else if (kind === 'caption' || (kind === 'furniture' && !isTold(lines, index)))
      roles.set(index++, verdict!)
    else if (kind === 'prose' || kind === 'furniture') {
      const goesOn = isProseAt(lines, index - 1) || isProseAt(lines, index + 1) || text.length >= 300
      if (section !== null && !goesOn) roles.set(index, section)
      else if (seen.has(text)) roles.set(index, { role: 'other', rule: 'article/repeated' })
      else {
        section = null
        seen.add(text)
        roles.set(index, 'paragraph')
      }
      index++
    } else {
      // Short lines and lists stand in runs; the run tells what they are.
      let end = index + 1
      while (end < to && (lines[end]!.kind === kind || (kind === 'list' && lines[end]!.kind === 'list')))
        end++
      for (let at = index; at < end; at++) {
        if (section !== null) roles.set(at, section)
        else if (kind === 'list')
          roles.set(
            at,
            isListOfArticle(lines, index, end) ? 'list' : { role: 'navigation', rule: 'article/menu' },
          )
        else if (isSpoken(lines[at]!.text)) roles.set(at, 'paragraph')
        else if (end - index <= mostHeadings && end < to) roles.set(at, 'heading')
        else roles.set(at, { role: 'other', rule: 'article/box' })
      }
      index = end
    }
  }
  return roles
}
