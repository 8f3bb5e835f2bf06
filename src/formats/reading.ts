/**
 * The reading: one JSON object a document. This file is the one source of the type, the validation and the
 * published JSON Schema (`schemas/reading.schema.json`, written by `npm run schemas`).
 */
import { z } from 'zod'

export const basis = z.enum(['stated', 'publication', 'context', 'inferred'])
export const edtf = z.string().min(1).describe('EDTF (ISO 8601-2) date, date and time or interval')
export const dated = z.object({ edtf, basis })
const offset = z.int().min(0)
const span = { start: offset, end: offset }
const quoted = { ...span, exact: z.string() }
export const country = z.string().regex(/^([A-Z]{3}|EU|NATO|G7|UN)$/u)
export const factuality = z.enum(['actual', 'planned', 'possible', 'denied'])
export const bound = z.enum(['exact', 'about', 'at_least', 'up_to', 'range'])
export const amount = z.object({ value: z.number(), currency: z.string(), bound })
export const party = z.object({ name: z.string(), country: country.nullable() })
export const furnitureRole = z.enum([
  'teaser',
  'navigation',
  'advert',
  'consent',
  'comments',
  'credit',
  'caption',
  'sign-off',
  'other',
])

export const readingSchema = z.object({
  schema: z.literal('aktenlage.reading/1'),
  source: z.string(),
  contentHash: z.string().regex(/^sha256:[0-9a-f]{64}$/u),
  language: z.string().nullable(),
  article: z.object({
    title: z.string().nullable(),
    kicker: z.string().nullable(),
    lead: z.string().nullable(),
    published: dated.nullable(),
    modified: dated.nullable(),
    authors: z.array(z.string()),
    publisher: z.string().nullable(),
    dateline: z.string().nullable(),
    agencies: z.array(z.string()),
    canonicalUrl: z.string().nullable(),
    pageKind: z.enum(['article', 'index', 'error', 'login', 'wall', 'empty']),
    /** Fields that a person set by hand. */
    corrected: z.array(z.enum(['published', 'title', 'publisher', 'agency'])),
    text: z.string(),
    blocks: z.array(
      z.object({
        ...span,
        role: z.enum(['lead', 'heading', 'paragraph', 'list', 'quote', 'caption', 'table', 'ticker']),
        at: z.string().nullable().optional(),
      }),
    ),
    furniture: z.array(z.object({ role: furnitureRole, text: z.string(), rule: z.string() })),
    teasers: z.array(
      z.object({ title: z.string(), published: dated.nullable(), section: z.string().nullable() }),
    ),
  }),
  sentences: z.array(z.object(span)),
  times: z.array(
    z.object({
      ...quoted,
      type: z.enum(['DATE', 'TIME', 'DURATION', 'SET']),
      value: z.string(),
      mod: z.string().nullable(),
      range: z.tuple([z.string(), z.string()]).nullable(),
      basis,
      rule: z.string(),
    }),
  ),
  entities: z.array(
    z.object({
      ...quoted,
      type: z.enum(['PER', 'LOC', 'ORG', 'MISC']),
      name: z.string(),
      id: z.string().nullable(),
      country: country.nullable(),
    }),
  ),
  statements: z.array(
    z.object({
      kind: z.enum(['direct', 'indirect', 'free-indirect', 'attributed']),
      content: z.object({ ...quoted, parts: z.array(z.object(quoted)).optional() }),
      cue: z.object(quoted).nullable(),
      speaker: z
        .object({
          name: z.string(),
          id: z.string().nullable(),
          country: country.nullable(),
          start: offset.nullable(),
          end: offset.nullable(),
          exact: z.string().nullable(),
        })
        .nullable(),
      medium: z.string().nullable(),
      chain: z.array(z.string()),
      parent: offset.nullable(),
      rule: z.string(),
    }),
  ),
  events: z.array(
    z.object({
      type: z.string(),
      evidence: z.object(quoted),
      trigger: z.object(quoted),
      actors: z.array(party),
      recipients: z.array(party),
      persons: z.array(z.string()),
      object: z.string().nullable(),
      goods: z.array(z.string()),
      amount: amount.nullable(),
      quantity: z.object({ value: z.number(), unit: z.string(), bound }).nullable(),
      place: z.string().nullable(),
      date: dated.nullable(),
      saidOn: dated.nullable().describe('when it was announced or reported, where the report says so'),
      factuality,
      background: z.boolean(),
      statement: offset.nullable(),
      stance: z.enum(['approve', 'disapprove']).nullable(),
      final: z.boolean(),
      rule: z.string(),
    }),
  ),
  diagnostics: z.array(
    z.object({ rule: z.string(), message: z.string(), start: offset.optional(), end: offset.optional() }),
  ),
  /** Only with `--layers tokens`: CoNLL-U columns ID FORM LEMMA UPOS FEATS, with offsets. */
  tokens: z
    .array(
      z.object({
        ...span,
        sentence: offset,
        form: z.string(),
        lemma: z.string(),
        upos: z.string(),
        feats: z.string(),
      }),
    )
    .optional(),
})

export type Reading = z.infer<typeof readingSchema>
