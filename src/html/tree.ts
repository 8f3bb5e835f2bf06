/**
 * A light tree of a page that keeps where everything stands. It is not a DOM: nothing is run, nothing is loaded,
 * attributes stay raw until somebody asks, and what nobody reads (scripts, drawings, form fields) is not in it.
 *
 * Every step takes bounded time: the open elements are never more than `deepest`, so that a hundred thousand tags that
 * nobody closes cost as much as a hundred thousand that are.
 */
import { decodeHTML } from 'entities'
import { type Tag, tagNamed } from './tags.ts'
import { readTokens } from './tokens.ts'

/** The attributes that the tree keeps; the others are passed over. */
export const keptAttributes = [
  'class',
  'id',
  'href',
  'itemprop',
  'itemtype',
  'property',
  'name',
  'content',
  'value',
  'rel',
  'role',
  'style',
  'hidden',
  'aria-hidden',
  'aria-label',
  'lang',
  'xml:lang',
  'type',
  'title',
  'datetime',
  'pubdate',
  'http-equiv',
  'charset',
  'src',
  'alt',
] as const

export type AttributeName = (typeof keptAttributes)[number]
export type Attributes = Readonly<Partial<Record<AttributeName, string>>>

export interface Element {
  /** Lower case. */
  readonly tag: string
  /** Raw, as written; `attribute` decodes. */
  readonly attributes: Attributes
  readonly parent: Element | null
  readonly children: (Element | Text)[]
  readonly depth: number
  /** Offset of the opening tag. */
  readonly start: number
}

/** A stretch of the source between two tags; character references are not decoded. */
export interface Text {
  readonly tag: null
  readonly start: number
  end: number
}

export interface Page {
  readonly root: Element
  readonly source: string
  /** Contents of `<script type="application/ld+json">`. */
  readonly structured: readonly string[]
  /** Content of `<title>`. */
  readonly title: string | null
  readonly metas: readonly Element[]
  readonly links: readonly Element[]
  readonly language: string | null
}

/** Deeper elements stand beside the one at this depth. */
const deepest = 256
/** Elements beyond this many are not kept; their text is. No page that a person reads has as many. */
const mostElements = 200_000

/** The decoded value, or null where the element has no such attribute. */
export const attribute = (element: Element, name: AttributeName): string | null => {
  const raw = element.attributes[name]
  return raw === undefined ? null : raw.includes('&') ? decodeHTML(raw) : raw
}

const namesKept = new Map<string, AttributeName>()
for (const name of keptAttributes) namesKept.set(name, name).set(name.toUpperCase(), name)
const longestName = Math.max(...keptAttributes.map((name) => name.length))

const noAttributes: Attributes = {}
const noChildren: (Element | Text)[] = []

/** Reads a page. Never fails: every text is a page to a browser. */
export const parsePage = (source: string): Page => {
  const root: Element = { tag: '#root', attributes: {}, parent: null, children: [], depth: 0, start: 0 }
  const structured: string[] = []
  const metas: Element[] = []
  const links: Element[] = []
  let title: string | null = null
  let language: string | null = null
  let count = 0

  /** Open elements, innermost last; `elements` holds those that the tree keeps. */
  const tags: Tag[] = []
  const elements: Element[] = [root]
  /** Place in `tags` of the outermost open element whose content nobody reads, or -1. */
  let opaqueAt = -1
  let hasHtml = false
  let hasBody = false

  let attributes: Partial<Record<AttributeName, string>> | null = null
  let rawIs: 'title' | 'structured' | null = null

  const popTo = (length: number): void => {
    tags.length = length
    if (opaqueAt >= length) opaqueAt = -1
    if (opaqueAt < 0) elements.length = length + 1
  }

  /** Ends the outermost of `names` that is open within `walls`. */
  const end = (names: ReadonlySet<string>, walls: ReadonlySet<string>): void => {
    let found = -1
    for (let i = tags.length - 1; i >= 0; i--) {
      const { name } = tags[i]!
      if (names.has(name)) found = i
      else if (walls.has(name)) break
    }
    if (found >= 0) popTo(found)
  }

  readTokens(source, {
    attribute: (nameStart, nameEnd, valueStart, valueEnd) => {
      if (nameEnd - nameStart > longestName) return
      const written = source.slice(nameStart, nameEnd)
      const name = namesKept.get(written) ?? namesKept.get(written.toLowerCase())
      if (name === undefined) return
      attributes ??= {}
      // Of two with one name, the first counts.
      if (attributes[name] === undefined)
        attributes[name] = valueStart < 0 ? '' : source.slice(valueStart, valueEnd)
    },
    open: (start, nameEnd, isSelfClosing) => {
      const tag = tagNamed(source.slice(start + 1, nameEnd))
      const { name } = tag
      const own: Attributes = attributes ?? noAttributes
      attributes = null
      rawIs = null
      if (tag.ends.size > 0) end(tag.ends, tag.endsWithin)
      if (name === 'html' || name === 'body') {
        if (name === 'html') language ??= own.lang ?? own['xml:lang'] ?? null
        if (name === 'html' ? hasHtml : hasBody) return null
        if (name === 'html') hasHtml = true
        else hasBody = true
      }
      if (!tag.isOfHead && tags.at(-1)?.name === 'head') popTo(tags.length - 1)
      // Only drawings know tags that close themselves.
      const isForeign = opaqueAt >= 0 || name === 'svg' || name === 'math'
      if (tag.isRaw && !(isForeign && isSelfClosing)) {
        if (opaqueAt < 0) {
          if (name === 'title' && title === null) rawIs = 'title'
          else if (name === 'script' && own.type !== undefined && /ld\+json/iu.test(own.type))
            rawIs = 'structured'
        }
        return name
      }
      const isLeaf = tag.isVoid || (isForeign && isSelfClosing)
      if (!isLeaf && tags.length >= deepest) popTo(deepest - 1)
      if (opaqueAt >= 0 || tag.isOpaque) {
        if (isLeaf) return null
        if (opaqueAt < 0) opaqueAt = tags.length
        tags.push(tag)
        return null
      }
      if (++count > mostElements) return null
      const parent = elements[tags.length]!
      const element: Element = {
        tag: name,
        attributes: own,
        parent,
        children: isLeaf ? noChildren : [],
        depth: parent.depth + 1,
        start,
      }
      if (name === 'meta') metas.push(element)
      else if (name === 'link') links.push(element)
      parent.children.push(element)
      if (!isLeaf) {
        tags.push(tag)
        elements.push(element)
      }
      return null
    },
    close: (nameStart, nameEnd) => {
      const tag = tagNamed(source.slice(nameStart, nameEnd))
      const { name } = tag
      // What follows the end of the body is in the body.
      if (name === 'body' || name === 'html') return
      for (let i = tags.length - 1; i >= 0; i--) {
        const open = tags[i]!.name
        if (open === name) {
          popTo(i)
          return
        }
        if (tag.closesWithin.has(open)) return
      }
    },
    text: (start, end) => {
      if (opaqueAt >= 0) return
      const { children } = elements[tags.length]!
      const last = children.at(-1)
      if (last !== undefined && last.tag === null && last.end === start) last.end = end
      else children.push({ tag: null, start, end })
    },
    raw: (start, end) => {
      if (rawIs === 'title') title = decodeHTML(source.slice(start, end))
      else if (rawIs === 'structured') structured.push(source.slice(start, end))
    },
  })
  return { root, source, structured, title, metas, links, language }
}
