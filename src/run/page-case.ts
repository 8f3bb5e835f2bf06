/**
 * Test cases from pages: a document as it came, and what its reading should give.
 *
 *     seite.html + seite.json { document: "seite.html", …, expected: { title, published, blocks, … } }
 */
import { z } from 'zod'
import { reducePage } from '../html/reduce.ts'
import { type CaptureInput, type Extraction, extractArticle } from '../stages/article/extract.ts'

const expectedSchema = z
  .strictObject({
    pageKind: z.enum(['article', 'index', 'error', 'login', 'wall', 'empty']),
    /** Rules of the diagnostics. */
    diagnostics: z.array(z.string()),
    title: z.string().nullable(),
    kicker: z.string().nullable(),
    published: z.string().nullable(),
    modified: z.string().nullable(),
    authors: z.array(z.string()),
    agencies: z.array(z.string()),
    publisher: z.string().nullable(),
    dateline: z.string().nullable(),
    /** The whole text, block by block. */
    blocks: z.array(z.strictObject({ role: z.string(), at: z.string().optional(), text: z.string() })),
  })
  .partial()

export const pageCaseSchema = z.strictObject({
  /** File beside this one. */
  document: z.string(),
  /** What is, or was, wrong. */
  note: z.string().optional(),
  kind: z.enum(['page', 'text', 'body']).nullable(),
  url: z.string().nullable(),
  title: z.string().nullable(),
  published: z.string().nullable(),
  /** Day of reading. */
  today: z.string().nullable(),
  /** What is left out here may be anything. */
  expected: expectedSchema,
})

export type PageCase = z.infer<typeof pageCaseSchema>
export type Expected = z.infer<typeof expectedSchema>

const expectedOf = ({ article, diagnostics }: Extraction): Required<Expected> => ({
  pageKind: article.pageKind,
  diagnostics: diagnostics.map(({ rule }) => rule),
  title: article.title,
  kicker: article.kicker,
  published: article.published?.edtf ?? null,
  modified: article.modified?.edtf ?? null,
  authors: [...article.authors],
  agencies: [...article.agencies],
  publisher: article.publisher,
  dateline: article.dateline,
  blocks: article.blocks.map(({ start, end, role, at }) => ({
    role,
    ...(at == null ? {} : { at }),
    text: article.text.slice(start, end),
  })),
})

const inputOf = (one: Omit<PageCase, 'expected'>, bytes: Uint8Array): CaptureInput => {
  const { document, kind, url, title, published, today } = one
  return { bytes, kind, name: document, url, title, published, today }
}

/** What the document of a case gives today, of the fields that the case asks for. */
export const readCase = (one: PageCase, bytes: Uint8Array): Expected => {
  const found = expectedOf(extractArticle(inputOf(one, bytes)))
  return Object.fromEntries(
    Object.keys(one.expected).map((key) => [key, found[key as keyof Expected]]),
  ) as Expected
}

/** A case of a document that expects what is read today. The document is reduced where that changes nothing. */
export const makeCase = (
  about: Omit<PageCase, 'expected'>,
  bytes: Uint8Array,
): { readonly pageCase: PageCase; readonly bytes: Uint8Array } => {
  const whole = extractArticle(inputOf(about, bytes))
  const pageCase: PageCase = { ...about, expected: expectedOf(whole) }
  const reduced = Buffer.from(reducePage(whole.decoded), 'utf8')
  const isSame = JSON.stringify(readCase(pageCase, reduced)) === JSON.stringify(pageCase.expected)
  return { pageCase, bytes: isSame && reduced.length < bytes.length ? reduced : bytes }
}
