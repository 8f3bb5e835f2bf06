/**
 * Composes the stages. `read` is a pure function of one capture: no clock, no network, no store.
 *
 *   bytes → Article → token, sentence → word, phrase, clause → time → mention → statement → factuality → event → Reading
 */
import type { Article } from '../core/article.ts'
import type { Diagnostic } from '../core/diagnostic.ts'
import { sha256 } from '../core/hash.ts'
import type { Layers } from '../core/layers.ts'
import type { Annotated, DocumentBase } from '../core/stage.ts'
import type { Reading } from '../formats/reading.ts'
import { languageOf, type Told } from '../lang/common/language.ts'
import { type CaptureInput, extractArticle } from '../stages/article/extract.ts'
import { entityStage } from '../stages/entity/stage.ts'
import { eventStage } from '../stages/event/stage.ts'
import { factualityStage } from '../stages/factuality/stage.ts'
import type { Knowledge } from '../stages/knowledge.ts'
import { segmentStage } from '../stages/segment/stage.ts'
import { statementStage } from '../stages/statement/stage.ts'
import { syntaxStage } from '../stages/syntax/stage.ts'
import { timeStage } from '../stages/time/stage.ts'
import { renderReading } from './render.ts'

/** In the order they run. `checkOrder` proves that each finds what it requires. */
export const stages = [
  segmentStage,
  syntaxStage,
  timeStage,
  entityStage,
  statementStage,
  factualityStage,
  eventStage,
] as const

const emptyLayers: Layers = {
  token: [],
  sentence: [],
  word: [],
  phrase: [],
  clause: [],
  time: [],
  mention: [],
  statement: [],
  factuality: [],
  event: [],
}

export interface Document extends DocumentBase, Layers {
  readonly diagnostics: readonly Diagnostic[]
}

/** What a text in another language is read by: words as they stand, names and dates in figures; nothing of grammar. */
const neutral: ReadonlySet<string> = new Set(['segment', 'syntax', 'time', 'entity'])

/** Runs every stage over an article. A stage that throws is a bug: it is recorded, the others go on. */
export const annotate = (base: DocumentBase, knowledge: Knowledge, foreign: Told | null = null): Document => {
  let layers: Layers = emptyLayers
  const diagnostics: Diagnostic[] = []
  if (foreign !== null)
    diagnostics.push({
      rule: 'read/language',
      message:
        `The text is in ${foreign.name}. There are rules for ${knowledge.locale.name} only, so statements and events ` +
        'were not looked for, nor times that are not in figures.',
    })
  for (const stage of stages) {
    if (foreign !== null && !neutral.has(stage.name)) continue
    try {
      const output = stage.run({ ...base, ...layers } as Annotated<keyof Layers>, knowledge)
      layers = { ...layers, ...output.layers }
      diagnostics.push(...output.diagnostics)
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      diagnostics.push({
        rule: `${stage.name}/bug`,
        message: `The ${stage.name} stage failed (${reason}); please report it.`,
      })
    }
  }
  if (foreign !== null)
    layers = {
      ...layers,
      time: layers.time.filter(({ start, end }) => !/\p{L}/u.test(base.text.slice(start, end))),
    }
  return { ...base, ...layers, diagnostics }
}

/** What a person said about a report; it takes the place of what the document says. */
export interface Corrections {
  readonly published?: string | null
  readonly title?: string | null
  readonly publisher?: string | null
  readonly agency?: string | null
}

export interface ReadOptions {
  /** Print tokens with part of speech, lemma and morphology. */
  readonly tokens?: boolean
  readonly corrections?: Corrections
}

/** Times are resolved against the publication, so corrections come before the stages. */
const corrected = (article: Article, corrections: Corrections): Article => ({
  ...article,
  ...(corrections.published === undefined
    ? {}
    : {
        published:
          corrections.published === null ? null : { edtf: corrections.published, basis: 'stated' as const },
      }),
  ...(corrections.title === undefined ? {} : { title: corrections.title }),
  ...(corrections.publisher === undefined ? {} : { publisher: corrections.publisher }),
  ...(corrections.agency === undefined
    ? {}
    : { agencies: corrections.agency === null ? [] : [corrections.agency] }),
})

/** Of a longer text the beginning is read: no press report is longer, and the layers of 50 MB fill any memory. */
export const maxTextLength = 500_000

/** Cuts at white space where there is some near, and never through a surrogate pair. */
const shortened = (article: Article): Article => {
  const { text } = article
  if (text.length <= maxTextLength) return article
  let end = text.lastIndexOf(' ', maxTextLength)
  if (end < maxTextLength - 1000) end = maxTextLength
  if (/[\uDC00-\uDFFF]/u.test(text[end] ?? '')) end--
  return {
    ...article,
    text: text.slice(0, end),
    blocks: article.blocks
      .filter((block) => block.start < end)
      .map((block) => (block.end <= end ? block : { ...block, end })),
  }
}

export interface ReadResult {
  readonly reading: Reading
  readonly document: Document
  /** The decoded capture that `document.article.map` points into. */
  readonly decoded: string
}

/** The article of a capture, with what people corrected: what the stages work on, and evidence is checked against. */
export const articleOf = (
  input: CaptureInput,
  corrections: Corrections,
): { readonly article: Article; readonly decoded: string; readonly diagnostics: readonly Diagnostic[] } => {
  const extraction = extractArticle(input)
  const article = shortened(corrected(extraction.article, corrections))
  const whole = extraction.article.text.length
  const cut: Diagnostic = {
    rule: 'read/too-long',
    message: `Only the first ${article.text.length} of ${whole} characters were read.`,
  }
  return {
    article,
    decoded: extraction.decoded,
    diagnostics: article.text.length < whole ? [...extraction.diagnostics, cut] : extraction.diagnostics,
  }
}

/** What the words tell, with the region that the page states („de-AT“); what the page states where they tell nothing. */
const languageFor = (stated: string | null, told: Told | null, own: string): string => {
  if (told === null) return stated ?? own
  return stated?.toLowerCase().split(/[-_]/u)[0] === told.code ? stated : told.code
}

/** Reads one capture and keeps the layers. Never throws on its content. */
export const readCapture = (
  input: CaptureInput,
  knowledge: Knowledge,
  options: ReadOptions = {},
): ReadResult => {
  const corrections = options.corrections ?? {}
  const { article, decoded, diagnostics } = articleOf(input, corrections)
  const told = languageOf(article.text)
  const base: DocumentBase = {
    article,
    text: article.text,
    language: languageFor(article.language, told, knowledge.locale.code),
    publishedAt: article.published?.edtf ?? null,
  }
  const document = annotate(
    base,
    knowledge,
    told === null || told.code === knowledge.locale.code ? null : told,
  )
  const reading = renderReading(
    {
      source: input.name,
      contentHash: sha256(input.bytes),
      document,
      corrected: Object.keys(corrections).sort() as (keyof Corrections)[],
      diagnostics: [...diagnostics, ...document.diagnostics],
    },
    options,
  )
  return { reading, document, decoded }
}

/** Reads one capture. Never throws on its content. */
export const read = (input: CaptureInput, knowledge: Knowledge, options: ReadOptions = {}): Reading =>
  readCapture(input, knowledge, options).reading
