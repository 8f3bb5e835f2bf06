/**
 * A light tree of a page that keeps where everything stands. It is not a DOM: nothing is run, nothing is loaded,
 * attributes stay raw until somebody asks.
 */
import { decodeHTML } from 'entities'
import { Parser } from 'htmlparser2'

export interface Element {
  readonly tag: string
  /** Raw, as written; `attribute` decodes. */
  readonly attributes: Readonly<Record<string, string>>
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

/** Deeper elements count as children of the one at this depth, so that hostile nesting costs nothing. */
const deepest = 256
/** Elements beyond this many are not kept; their text is. No page that a person reads has as many. */
const mostElements = 200_000

const opaque = new Set([
  'script',
  'style',
  'template',
  'svg',
  'math',
  'object',
  'embed',
  'iframe',
  'noembed',
  'canvas',
])
const quiet = new Set(['noscript', 'textarea', 'select', 'datalist'])

export const attribute = (element: Element, name: string): string | null => {
  const raw = element.attributes[name]
  return raw === undefined ? null : raw.includes('&') ? decodeHTML(raw) : raw
}

export const parsePage = (source: string): Page => {
  const root: Element = { tag: '#root', attributes: {}, parent: null, children: [], depth: 0, start: 0 }
  const structured: string[] = []
  const metas: Element[] = []
  const links: Element[] = []
  let title: string | null = null
  let language: string | null = null
  let current = root
  /** Open elements that the tree does not hold: too deep, or one too many. */
  let beyond = 0
  let count = 0
  let skipped = 0
  let capture: 'title' | 'structured' | null = null
  let captureStart = -1
  let captureEnd = -1

  const parser: Parser = new Parser(
    {
      onopentag: (tag, attributes) => {
        if (skipped > 0 || opaque.has(tag)) {
          skipped++
          if (tag === 'script' && skipped === 1 && /ld\+json/iu.test(attributes.type ?? '')) {
            capture = 'structured'
            captureStart = -1
          }
          return
        }
        if (quiet.has(tag)) {
          skipped++
          return
        }
        if (tag === 'title' && title === null) {
          capture = 'title'
          captureStart = -1
        }
        if (current.depth >= deepest || ++count > mostElements) {
          beyond++
          return
        }
        const element: Element = {
          tag,
          attributes,
          parent: current,
          children: [],
          depth: current.depth + 1,
          start: parser.startIndex,
        }
        if (tag === 'meta') metas.push(element)
        else if (tag === 'link') links.push(element)
        else if (tag === 'html') language = attributes.lang ?? attributes['xml:lang'] ?? null
        current.children.push(element)
        current = element
      },
      onclosetag: (tag) => {
        if (skipped > 0) {
          skipped--
          if (capture === 'structured' && skipped === 0) {
            if (captureStart >= 0) structured.push(source.slice(captureStart, captureEnd))
            capture = null
          }
          return
        }
        if (capture === 'title' && tag === 'title') {
          if (captureStart >= 0) title = decodeHTML(source.slice(captureStart, captureEnd))
          capture = null
        }
        if (beyond > 0) beyond--
        else if (current.parent !== null) current = current.parent
      },
      ontext: () => {
        const start = parser.startIndex
        const end = parser.endIndex + 1
        if (capture !== null) {
          if (captureStart < 0) captureStart = start
          captureEnd = end
        }
        if (skipped > 0) return
        const last = current.children.at(-1)
        if (last !== undefined && last.tag === null && last.end === start) last.end = end
        else current.children.push({ tag: null, start, end })
      },
    },
    {
      decodeEntities: false,
      lowerCaseTags: true,
      lowerCaseAttributeNames: true,
      recognizeSelfClosing: false,
    },
  )
  parser.write(source)
  parser.end()
  return { root, source, structured, title, metas, links, language }
}
