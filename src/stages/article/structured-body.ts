/**
 * The copy of the article's text that many pages carry as structured data: a witness for what is body, and the text
 * itself where a script or a wall keeps it from the page.
 */
import {
  appendEscape,
  appendFolded,
  emptyBuilder,
  type MappedText,
  mapped,
  trimMapped,
} from '../../html/mapped-text.ts'
import type { Kept } from './assemble.ts'
import { normal } from './titles.ts'

/** Share of words of `block` that the page's own structured copy of the article has. */
export const inBody = (text: string, body: ReadonlySet<string> | null): number => {
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

/** No article is longer; what is, is no copy of one. */
const longestBody = 500_000

export const shinglesOf = (text: string | null): ReadonlySet<string> | null => {
  if (text === null || text.length < 400 || text.length > longestBody) return null
  const words = normal(text.replaceAll(/<[^>]*>/gu, ' ')).split(' ')
  const set = new Set<string>()
  for (let i = 0; i + 2 < words.length; i++) set.add(`${words[i]} ${words[i + 1]} ${words[i + 2]}`)
  return set
}

/** No report is longer. */
const longest = 200_000
/** A page that shows less than this share of the copy shows a beginning only. */
const shownShare = 0.3

/**
 * The paragraphs of the copy, with their places in the capture, where the page itself shows little of it or nothing;
 * null where it shows the text, or has no copy.
 *
 *     "articleBody": "Der Rat stimmte zu.\n\nIm Herbst \u2026"  →  „Der Rat stimmte zu.“, „Im Herbst …“
 */
export const hiddenBody = (source: string, copy: string | null, shown: number): Kept[] | null => {
  if (copy === null || copy.length < 400 || copy.length > longest || shown > copy.length * shownShare)
    return null
  for (const { index, 0: key } of source.matchAll(/"articleBody"\s{0,20}:\s{0,20}"/gu)) {
    const paragraphs = paragraphsAt(source, index + key.length)
    const length = paragraphs.reduce((sum, { text }) => sum + text.length, 0)
    if (length > copy.length * 0.5) return paragraphs.map((text) => ({ mapped: text, role: 'paragraph' }))
  }
  return null
}

const escaped = /\\(?:u(?<code>[0-9a-fA-F]{4})|(?<mark>["\\/bfnrt]))/y
const tag = /<(?:\\?\/)?(?<name>[a-z][a-z0-9]{0,9})(?:\s(?:[^<>"\\]|\\.){0,200})?\/?>/iy

/** The paragraphs of the JSON string whose first character stands at `from`. */
const paragraphsAt = (source: string, from: number): MappedText[] => {
  const out: MappedText[] = []
  let builder = emptyBuilder()
  let literal = from
  let at = from
  const flush = (): void => appendFolded(builder, source, literal, at, true)
  const close = (): void => {
    const text = trimMapped(mapped(builder))
    if (text.text !== '') out.push(text)
    builder = emptyBuilder()
  }
  while (at < source.length && source[at] !== '"') {
    const pattern = source[at] === '\\' ? escaped : source[at] === '<' ? tag : null
    if (pattern !== null) pattern.lastIndex = at
    const match = pattern?.exec(source) ?? null
    if (match === null) {
      at++
      continue
    }
    flush()
    const { code, mark, name } = match.groups!
    const end = at + match[0].length
    if (mark === 'n' || (name !== undefined && /^(?:p|br|div|h[1-6]|li|ul|ol)$/iu.test(name))) close()
    else if (code !== undefined)
      appendEscape(builder, source, String.fromCharCode(Number.parseInt(code, 16)), at, end)
    else if (mark !== undefined) appendEscape(builder, source, /["\\/]/u.test(mark) ? mark : ' ', at, end)
    at = end
    literal = at
  }
  flush()
  close()
  return out
}
