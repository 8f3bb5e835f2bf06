/**
 * The article stage: which words of a capture are the report, and what the document says of itself.
 *
 *     bytes → decoded text → page | scraped text | body → findings → Article with position map
 */
import type { Article } from '../../core/article.ts'
import type { Diagnostic } from '../../core/diagnostic.ts'
import { binaryKind, decodeBytes } from '../../html/decode.ts'
import { positionMap } from '../../html/mapped-text.ts'
import { assembleArticle, type Findings } from './assemble.ts'
import { readPage } from './page.ts'
import { readPlainText, wholeText } from './plain-text.ts'

/** One document as it came. */
export interface CaptureInput {
  readonly bytes: Uint8Array
  /** `page` = HTML, `text` = scraped text with whatever stands around the article, `body` = the article alone,
   * letter for letter. `null`: found out from the bytes and the name. */
  readonly kind: 'page' | 'text' | 'body' | null
  readonly name: string
  readonly url: string | null
  readonly title: string | null
  /** EDTF; used where the document itself states no date. */
  readonly published: string | null
  /** Day of reading (ISO), only to recognise future dates; null = unknown. */
  readonly today: string | null
}

export interface Extraction {
  readonly article: Article
  readonly diagnostics: readonly Diagnostic[]
  /** The decoded capture that `article.map` points into. */
  readonly decoded: string
}

const nothing: Findings = {
  title: null,
  kicker: null,
  lead: null,
  published: null,
  modified: null,
  authors: [],
  agencies: [],
  publisher: null,
  language: null,
  canonicalUrl: null,
  kept: [],
  furniture: [],
  teasers: [],
  pageKind: 'empty',
}

/** The article alone: every character stays as it is. */
const bodyArticle = (decoded: string, input: CaptureInput): Article => ({
  ...assembleArticle(nothing),
  title: input.title,
  published: input.published === null ? null : { edtf: input.published, basis: 'stated' },
  text: decoded,
  blocks: bodyBlocks(decoded),
  map: positionMap(wholeText(decoded)),
  pageKind: decoded.trim() === '' ? 'empty' : 'article',
})

/** Paragraphs of a body are what line breaks part; the breaks themselves belong to no block. */
const bodyBlocks = (text: string): Article['blocks'] => {
  const blocks: Article['blocks'][number][] = []
  for (let at = 0; at < text.length; ) {
    let to = text.indexOf('\n', at)
    if (to < 0) to = text.length
    const line = text.slice(at, to)
    const start = at + line.length - line.trimStart().length
    const end = at + line.trimEnd().length
    if (end > start) blocks.push({ start, end, role: 'paragraph' })
    at = to + 1
  }
  return blocks
}

/** Markup at the front says page; a name that says so helps where the front was cut off. */
const looksLikePage = (decoded: string, name: string): boolean =>
  /^\s*(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|article|main|div|p|section|title|script|h1|table)(?![\p{L}])/iu.test(
    decoded.slice(0, 4000),
  ) ||
  (/\.x?html?$/iu.test(name) && /<(?:p|div|html|body|br)(?![\p{L}])/iu.test(decoded.slice(0, 100_000)))

/** Reads one capture. Never throws on its content. */
export const extractArticle = (input: CaptureInput): Extraction => {
  if (input.kind === 'body') {
    const decoded = new TextDecoder('utf-8', { ignoreBOM: true }).decode(input.bytes)
    return { decoded, diagnostics: [], article: bodyArticle(decoded, input) }
  }
  const binary = binaryKind(input.bytes)
  if (binary !== null) {
    return {
      decoded: '',
      diagnostics: [{ rule: 'article/binary', message: `This is ${binary}, not a page or a text.` }],
      article: { ...assembleArticle(nothing), title: input.title },
    }
  }
  const { text: decoded, diagnostics } = decodeBytes(input.bytes)
  const isPage = input.kind === 'page' || (input.kind === null && looksLikePage(decoded, input.name))
  const { findings, diagnostics: more } = isPage
    ? readPage(decoded, input.url, input.today)
    : readPlainText(decoded)
  const article = assembleArticle({
    ...findings,
    title: findings.title ?? input.title,
    published:
      findings.published ?? (input.published === null ? null : { edtf: input.published, basis: 'stated' }),
  })
  return { decoded, diagnostics: [...diagnostics, ...more], article }
}
