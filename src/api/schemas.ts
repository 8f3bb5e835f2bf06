/** Shapes of requests and responses that are not those of `formats`. */
import { z } from '@hono/zod-openapi'
import { commitmentSchema, ledgerSchema } from '../formats/ledger.ts'
import { readingSchema } from '../formats/reading.ts'

const isoDay = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/u)
  .refine((day) => z.iso.date().safeParse(day).success, 'no such day')
  .openapi({ example: '2025-07-03' })

export const problemSchema = z
  .object({ type: z.string(), title: z.string(), status: z.int(), detail: z.string(), code: z.string() })
  .openapi('Problem')

/** As of which day, by which clock: taken by every route that looks at the ledger. */
export const asOfQuery = z.object({
  asOf: isoDay.optional().describe('as a reader could know it on that day; without one, all that is known'),
  clock: z.enum(['published', 'captured']).optional().describe('which date of a report counts'),
  decisions: z
    .enum(['today', 'as-of'])
    .optional()
    .describe('which decisions of people apply: all, or those made by the day'),
})

export const pageQuery = z.object({
  cursor: z.string().max(200).optional().describe('`next` of the page before'),
  limit: z.coerce.number().int().min(1).max(500).optional().describe('at most so many'),
})

export const diffQuery = z.object({
  from: isoDay,
  to: isoDay,
  clock: z.enum(['published', 'captured']).optional(),
  ...pageQuery.shape,
})

const evidenceRef = z.object({
  contentHash: z.string(),
  start: z.int().min(0),
  end: z.int().min(0),
  type: z.string(),
})

const ledgerParts = ledgerSchema.shape
const stepWithoutEvidence = commitmentSchema.shape.history.element.omit({ evidence: true })

/** A row of the ledger: an entry without the quotations. */
export const rowSchema = commitmentSchema
  .extend({
    history: z.array(stepWithoutEvidence),
    /** The last actual step that has a date. */
    lastChange: z.string().nullable(),
    reports: z.int(),
    origins: z.int().describe('of the step that has most'),
    contradictions: z.int(),
    ref: evidenceRef.describe('its first evidence, by which decisions name it'),
  })
  .openapi('LedgerRow')

export const rowsSchema = z
  .object({
    asOf: ledgerParts.asOf,
    clock: ledgerParts.clock,
    codebook: ledgerParts.codebook,
    snapshot: ledgerParts.snapshot,
    possiblyLater: ledgerParts.possiblyLater,
    newer: ledgerParts.newer,
    withdrawn: ledgerParts.withdrawn,
    /** Entries that no person has looked at. */
    unreviewed: z.int(),
    /** Entries that pass the filters. */
    total: z.int(),
    /** How many entries each value of a filter has, without filters. */
    facets: z.object({
      kind: z.record(z.string(), z.int()),
      stage: z.record(z.string(), z.int()),
      suspension: z.record(z.string(), z.int()),
      party: z.record(z.string(), z.int()),
      good: z.record(z.string(), z.int()),
    }),
    commitments: z.array(rowSchema),
    next: z.string().nullable().describe('cursor of the next page'),
  })
  .openapi('LedgerPage')

export const pairsSchema = z
  .object({
    pairs: z.array(z.object({ provider: z.string(), recipient: z.string(), commitments: z.int() })),
  })
  .openapi('Pairs')

export const publicationDaysSchema = z
  .object({
    days: z.array(z.object({ day: z.string(), reports: z.int() })),
    undated: z.int().describe('reports of which no single day is known'),
  })
  .openapi('PublicationDays')

const contradiction = ledgerParts.contradictions.element
export const contradictionSchema = contradiction
  .extend({
    claims: z.array(
      contradiction.shape.claims.element.extend({
        publisher: z.string().nullable(),
        published: z.string().nullable().describe('EDTF'),
        agencies: z.array(z.string()),
      }),
    ),
  })
  .openapi('Contradiction')

export const listedReportSchema = z
  .object({
    id: z.string(),
    source: z.string(),
    url: z.string().nullable(),
    title: z.string().nullable(),
    opening: z.string().nullable().describe('how its text begins, where it has no title'),
    published: z.string().nullable().describe('EDTF'),
    publisher: z.string().nullable(),
    agencies: z.array(z.string()),
    capturedAt: z.string(),
    contentHash: z.string(),
  })
  .openapi('ListedReport')

export const commitmentPageSchema = z
  .object({
    asOf: ledgerParts.asOf,
    clock: ledgerParts.clock,
    snapshot: ledgerParts.snapshot,
    commitment: commitmentSchema,
    parent: rowSchema.nullable(),
    children: z.array(rowSchema),
    contradictions: z.array(contradictionSchema),
    /** The reports that its evidence stands in. */
    reports: z.array(listedReportSchema),
  })
  .openapi('CommitmentPage')

const reference = z.object({ id: z.string(), title: z.string() })

/** A story as lists show it. */
export const storyRowSchema = ledgerParts.stories.element
  .extend({
    origins: z.int().describe('independent ones among its reports'),
    first: z.string().nullable().describe('EDTF: publication of its first report'),
    last: z.string().nullable().describe('EDTF: publication of its last report'),
  })
  .openapi('StoryRow')

export const storiesPageSchema = z
  .object({ total: z.int(), stories: z.array(storyRowSchema), next: z.string().nullable() })
  .openapi('StoriesPage')

export const storyPageSchema = z
  .object({
    asOf: ledgerParts.asOf,
    story: storyRowSchema,
    /** In order of publication. */
    reports: z.array(
      // Not what `extend` makes of it, which would be described as both at once.
      listedReportSchema.omit({ published: true }).extend({
        published: z
          .object({ edtf: z.string(), basis: z.string() })
          .nullable()
          .describe('inferred where the report does not say it'),
        origin: listedReportSchema
          .pick({ id: true, title: true, opening: true })
          .nullable()
          .describe('the report that it copies'),
        /** What the ledger rests on it. */
        events: z.array(
          z.object({
            commitment: reference,
            transition: z.string(),
            factuality: z.string(),
            date: z.object({ edtf: z.string(), basis: z.string() }).nullable(),
            start: z.int(),
            end: z.int(),
          }),
        ),
      }),
    ),
    commitments: z.array(rowSchema),
  })
  .openapi('StoryPage')

export const reportPageSchema = z
  .object({
    report: listedReportSchema,
    reading: readingSchema,
    out: z.boolean().describe('does it count on the day that is asked for?'),
    /** What its events are evidence of, by index into `reading.events`. */
    events: z.array(
      z.object({
        because: z.string(),
        commitment: reference.nullable(),
      }),
    ),
    /** Reports of the same address, in order of capture, itself included. */
    versions: z.array(z.object({ id: z.string(), capturedAt: z.string(), contentHash: z.string() })),
    story: reference.nullable(),
    wireGroup: ledgerParts.wireGroups.element.nullable(),
    /** The reports of its wire group in order of publication: the origin, then its copies. */
    sameOrigin: z.array(listedReportSchema),
    contradictions: z.array(contradictionSchema),
    decisions: z.array(z.unknown()),
  })
  .openapi('ReportPage')

const pieceSchema = z.object({ change: z.enum(['same', 'removed', 'added']), text: z.string() })

export const versionsPageSchema = z
  .object({
    /** Reports of one address, in order of capture. */
    versions: z.array(
      z.object({
        report: z.string(),
        capturedAt: z.string(),
        contentHash: z.string(),
        title: z.string().nullable(),
        opening: z.string().nullable().describe('how its text begins'),
        published: z.string().nullable().describe('EDTF'),
        modified: z.string().nullable().describe('EDTF'),
        difference: z
          .object({
            fields: z
              .array(
                z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
              )
              .readonly(),
            pieces: z
              .array(pieceSchema)
              .readonly()
              .describe('without the added ones the text before, without the removed ones the text after'),
            removedWords: z.int(),
            addedWords: z.int(),
          })
          .nullable()
          .describe('from the version before; null for the first'),
      }),
    ),
  })
  .openapi('VersionsPage')

export const reportsPageSchema = z
  .object({ total: z.int(), reports: z.array(listedReportSchema), next: z.string().nullable() })
  .openapi('ReportsPage')

export const searchPageSchema = z
  .object({
    total: z.int(),
    hits: z.array(
      z.object({
        report: listedReportSchema,
        passage: z
          .object({
            start: z.int(),
            text: z.string(),
            marks: z.array(z.object({ start: z.int(), end: z.int() })),
          })
          .nullable(),
      }),
    ),
    next: z.string().nullable(),
  })
  .openapi('SearchPage')

const brief = z.object({
  id: z.string(),
  title: z.string(),
  kind: z.string(),
  stage: z.string().nullable(),
  suspension: z.string(),
})
const state = z.object({ stage: z.string().nullable(), suspension: z.string() })

export const diffSchema = z
  .object({
    schema: z.literal('aktenlage.diff/1'),
    from: z.object({ asOf: z.string().nullable(), snapshot: z.string() }),
    to: z.object({ asOf: z.string().nullable(), snapshot: z.string() }),
    added: z.array(brief),
    moved: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        before: state,
        after: state,
        steps: z.array(commitmentSchema.shape.history.element.omit({ evidence: true })),
      }),
    ),
    removed: z.array(brief),
    contradictions: z.array(contradictionSchema),
  })
  .openapi('Diff')

export const diffPageSchema = diffSchema
  .extend({
    total: z.int().describe('of all that is moved, new, gone or contradicted, in this order'),
    next: z.string().nullable(),
  })
  .openapi('DiffPage')

const code = z.string().regex(/^(?:[A-Z]{3}|EU|NATO|G7|UN)$/u)

/** What a person says about an event; what is not named stays as it was read. */
const eventChange = z.object({
  type: z.string().max(100).optional(),
  kind: z.string().max(100).optional(),
  actors: z.array(code).max(50).optional(),
  recipients: z.array(code).max(50).optional(),
  factuality: z.enum(['actual', 'planned', 'possible', 'denied']).optional(),
  date: z.string().max(100).nullable().optional().describe('EDTF'),
  goods: z.array(z.string().max(100)).max(50).optional(),
  object: z.string().max(500).nullable().optional(),
  final: z.boolean().optional(),
  background: z.boolean().optional(),
})

export const actionSchema = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('accept'), evidence: evidenceRef }),
    z.object({ kind: z.literal('reject'), evidence: evidenceRef }),
    z.object({
      kind: z.literal('correct'),
      evidence: evidenceRef,
      change: eventChange.strict().refine((change) => Object.keys(change).length > 0, 'nothing to correct'),
    }),
    z.object({
      kind: z.literal('add'),
      evidence: evidenceRef,
      exact: z.string().min(1).max(5000).describe('the passage, verbatim'),
      event: eventChange.strict(),
      title: z.string().min(1).max(500).nullable().describe('founds a commitment of that name'),
    }),
    z.object({ kind: z.literal('merge'), evidence: evidenceRef, with: evidenceRef }),
    z.object({ kind: z.literal('split'), evidence: evidenceRef, from: evidenceRef }),
    z.object({ kind: z.literal('rename'), evidence: evidenceRef, title: z.string().min(1).max(500) }),
    z.object({
      kind: z.literal('set'),
      contentHash: z.string(),
      field: z.enum(['published', 'title', 'publisher', 'agency']),
      value: z.string().max(1000).nullable(),
    }),
    z.object({ kind: z.literal('undo'), decision: z.string() }),
  ])
  .openapi('DecisionAction')

export const decisionSchema = z
  .object({ id: z.string(), decidedAt: z.string(), by: z.string(), action: actionSchema })
  .openapi('Decision')

export const decisionsPageSchema = z
  .object({
    total: z.int(),
    decisions: z.array(
      decisionSchema.extend({
        inForce: z.boolean().describe('not undone'),
        /** The report, and the entry if there is one, that it speaks of. */
        report: reference.nullable(),
        commitment: reference.nullable(),
        exact: z.string().nullable(),
      }),
    ),
    precision: z.array(
      z.object({ type: z.string(), accepted: z.int(), corrected: z.int(), rejected: z.int() }),
    ),
    next: z.string().nullable(),
  })
  .openapi('DecisionsPage')

export const reviewPageSchema = z
  .object({
    total: z.int(),
    proposals: z.array(
      z.object({
        id: z.string(),
        commitment: rowSchema,
        step: stepWithoutEvidence,
        evidence: commitmentSchema.shape.history.element.shape.evidence.element,
        before: state.nullable(),
        /** The event as read, corrections applied. */
        event: z.object({ actors: z.array(z.string()), recipients: z.array(z.string()) }),
        /** Words of the report around the evidence. */
        context: z.object({ before: z.string(), after: z.string() }),
      }),
    ),
    next: z.string().nullable(),
  })
  .openapi('ReviewPage')

export const previewSchema = z
  .object({ before: z.array(rowSchema), after: z.array(rowSchema) })
  .openapi('Preview')

export const newReportsSchema = z
  .object({
    reports: z
      .array(
        z
          .object({
            id: z.string().max(2000).optional(),
            html: z.string().optional(),
            text: z.string().optional(),
            body: z.string().optional(),
            url: z.url().max(2000).optional().describe('with nothing else, the page is fetched from there'),
            title: z.string().max(2000).optional(),
            published: z.string().max(100).optional(),
          })
          .refine(
            (row) => [row.html, row.text, row.body, row.title, row.url].some((one) => one !== undefined),
            {
              message: 'one of html, text, body and url is needed',
            },
          ),
      )
      .min(1)
      .max(200),
  })
  .openapi('NewReports')

export const outcomesSchema = z
  .object({
    outcomes: z.array(
      z.object({
        status: z.enum(['added', 'known', 'failed']),
        source: z.string(),
        report: z.string().nullable(),
        problem: problemSchema.nullable(),
      }),
    ),
  })
  .openapi('AddOutcomes')
