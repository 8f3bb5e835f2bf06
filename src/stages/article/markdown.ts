/** Markdown as a page: headings, lists, quotations and paragraphs become elements, front matter becomes meta tags. */
import { escapeText } from './contained-page.ts'

const frontMatter = /^\ufeff?---\r?\n(?<fields>[\s\S]{0,8000}?)\r?\n(?:---|\.\.\.)\r?\n/u

/** Links keep their words, pictures go, marks of emphasis go. */
const inline = (text: string): string =>
  escapeText(
    text
      .replaceAll(/!\[[^\]]{0,300}\]\([^)\n]{0,2000}\)|\[\^[^\]]{1,40}\]/gu, '')
      .replaceAll(
        /\[(?<label>[^\]]{0,300})\]\((?:[^()\s]|\([^()\s]{0,200}\)){0,2000}(?:\s+"[^"]{0,300}")?\)/gu,
        '$<label>',
      )
      .replaceAll(/<(?<url>https?:[^>\s]{1,2000})>/gu, '$<url>')
      .replaceAll(/(?<mark>\*\*|__|`)(?<inner>[^*_`]{1,500})\k<mark>/gu, '$<inner>')
      .replaceAll(/(?<![\p{L}\p{N}*_])[*_](?<inner>[^*_]{1,500})[*_](?![\p{L}\p{N}*_])/gu, '$<inner>')
      .replaceAll(/\\(?<sign>[\\`*_{}[\]()#+.!-])/gu, '$<sign>'),
  )

/** Longer lines are paragraphs, whatever they begin with. */
const longestMarked = 2000

const kinds: readonly (readonly [tag: string, line: RegExp])[] = [
  ['', /^\s*(?:[-*_]\s?){3,}$|^\s*(?:```|~~~)|^\s*\[\^?[^\]]{1,200}\]:|^[\s:-]*\|[\s:|-]*$/u],
  ['h', /^\s{0,3}(?<level>#{1,6})\s+(?<text>.*)$/u],
  ['blockquote', /^\s{0,3}>\s?(?<text>.*)$/u],
  ['li', /^\s*(?:[-*+]|\d{1,3}[.)])\s+(?<text>\S.*)$/u],
  ['td', /^\s*\|(?<text>.*)\|\s*$/u],
]

/** Tag of a line and its words; no tag: it is none of the text. */
const lineOf = (line: string): { tag: string; text: string } => {
  for (const [tag, pattern] of line.length > longestMarked ? [] : kinds) {
    const groups = pattern.exec(line)
    if (groups === null) continue
    const { level = '', text = '' } = groups.groups ?? {}
    return tag === 'h' ? { tag: `h${level.length}`, text: text.replace(/\s+#+\s*$/u, '') } : { tag, text }
  }
  return { tag: 'p', text: line }
}

const toElements = (lines: readonly string[]): string => {
  const out: string[] = []
  let tag = ''
  let words: string[] = []
  const close = (): void => {
    const text = inline(words.join('\n')).trim()
    if (text !== '') out.push(`<${tag}>${text}</${tag}>`)
    words = []
    tag = ''
  }
  for (const raw of lines) {
    const line = lineOf(raw)
    const goesOn = line.tag === tag && (tag === 'p' || tag === 'blockquote')
    // An item's second line is indented, and begins with no mark.
    const isWithinItem = tag === 'li' && line.tag === 'p' && /^\s{2,}\S/u.test(raw)
    if (line.text.trim() === '' || !(goesOn || isWithinItem)) close()
    if (line.text.trim() === '') continue
    if (tag === '') tag = line.tag === '' ? 'p' : line.tag
    words.push(line.text.trim().replaceAll(/\s*\|\s*/gu, line.tag === 'td' ? ' | ' : '$&'))
  }
  close()
  return out.join('\n')
}

/** Fields as people write them above the text: `Autor: Jana Petersen`, `**Datum:** 12.05.2025`. */
const bodyField =
  /^(?:[-*]\s+)?\*{0,2}(?<key>autor(?:in)?|author|von|by|datum|date|stand|published|updated|quelle|source|medium|publisher|url|link)\*{0,2}\s?:\*{0,2}\s+(?<value>\S.{0,198})$/iu
/** They stand above the first paragraph. */
const fieldLines = 15
const shortLine = 150

export interface Markdown {
  /** A field of the front matter, or above the text, by one of its names. */
  readonly field: (...names: string[]) => string | null
  readonly title: string | null
  /** Elements of the body. */
  readonly body: string
}

export const readMarkdown = (source: string): Markdown => {
  const front = frontMatter.exec(source)
  const fields = new Map<string, string>()
  for (const line of front?.groups?.fields?.split(/\r?\n/u) ?? []) {
    const { key, value } =
      /^(?<key>[\p{L}_-]+)\s*:\s*["'[]?(?<value>.*?)["'\]]?\s*$/u.exec(line)?.groups ?? {}
    if (key !== undefined && value !== undefined && value !== '') fields.set(key.toLowerCase(), value)
  }
  const field = (...names: string[]): string | null =>
    names.flatMap((name) => fields.get(name) ?? [])[0] ?? null
  const lines = source.slice(front?.[0].length ?? 0).split(/\r?\n/u)
  const long = lines.findIndex((line) => line.length > shortLine)
  const above = Math.min(fieldLines, long < 0 ? lines.length : long)
  const body = lines.filter((line, index) => {
    const { key, value } = (index < above ? bodyField.exec(line)?.groups : undefined) ?? {}
    if (key === undefined || value === undefined) return true
    if (!fields.has(key.toLowerCase())) fields.set(key.toLowerCase(), value.trim())
    return false
  })
  return { field, title: field('title', 'titel'), body: toElements(body) }
}
