import type { Article } from '../../core/article.ts'
import type { Diagnostic } from '../../core/diagnostic.ts'

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

/** Placeholder until the article stage lands: the whole text is one paragraph. */
export const extractArticle = (input: CaptureInput): Extraction => {
  const decoded = new TextDecoder().decode(input.bytes)
  return {
    decoded,
    diagnostics: [],
    article: {
      title: input.title,
      kicker: null,
      lead: null,
      published: input.published ? { edtf: input.published, basis: 'stated' } : null,
      modified: null,
      authors: [],
      publisher: null,
      dateline: null,
      agencies: [],
      language: 'de',
      canonicalUrl: null,
      text: decoded,
      blocks: [{ start: 0, end: decoded.length, role: 'paragraph' }],
      furniture: [],
      teasers: [],
      map: { text: Int32Array.of(0), source: Int32Array.of(0), sourceLength: Int32Array.of(decoded.length) },
      pageKind: 'article',
    },
  }
}
