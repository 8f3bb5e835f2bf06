/**
 * What stands in the ledger. All take `asOf` (a day), `clock` (published, captured) and `decisions` (today, as-of).
 *
 *   GET /api/ledger             the whole ledger, as `aktenlage ledger --json` prints it
 *   GET /api/commitments        rows for a table: kind, stage, suspension, party, provider, recipient, good, review,
 *                               q, sort, cursor, limit
 *   GET /api/commitments/{id}   an entry with its evidence, contradictions, parent, children; old ids lead there
 *   GET /api/parties            who gives to whom, with how many entries; takes the filters of commitments
 *   GET /api/contradictions     what reports say against each other: cursor, limit
 *   GET /api/days               days on which a step became known, with how many: the marks of a time slider
 *   GET /api/diff?from=&to=     what changed between two days: cursor, limit
 *   GET /api/codebook           labels and definitions of event types, kinds, stages
 */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { failure, type Language } from '../../core/errors.ts'
import { type Ledger, ledgerSchema } from '../../formats/ledger.ts'
import type { Archive } from '../../run/archive.ts'
import { diffLedgers } from '../../run/diff.ts'
import { findInLedger } from '../../run/find.ts'
import type { LedgerRequest } from '../../run/ledger-source.ts'
import { titledIn } from '../../run/titled.ts'
import type { ApiContext, ApiEnvironment } from '../context.ts'
import { entryParameter, jsonBody, problems } from '../contract.ts'
import { withOutlets } from '../contradictions.ts'
import { pageOfDifference } from '../difference.ts'
import { listReports } from '../listed.ts'
import { pageOf } from '../pages.ts'
import { pageOfRows, pairsOf, rowOf } from '../rows.ts'
import {
  asOfQuery,
  commitmentPageSchema,
  contradictionSchema,
  diffPageSchema,
  diffQuery,
  pageQuery,
  pairsSchema,
  rowsSchema,
} from '../schemas.ts'

export const requestOf = (query: z.infer<typeof asOfQuery>): LedgerRequest => ({
  asOf: query.asOf ?? null,
  clock: query.clock ?? 'published',
  decisions: query.decisions ?? 'today',
})

/** The ledger as of the day that is asked for, with titles in the language of who asks. */
export const ledgerFor = async (
  archive: Archive,
  request: LedgerRequest,
  language: Language,
): Promise<Ledger> => titledIn(await archive.ledger(request), language)

export const rowFilter = z.object({
  kind: z.string().optional(),
  stage: z.string().optional().describe('`none` for entries of which only a suspension is known'),
  suspension: z.string().optional(),
  party: z.string().optional(),
  provider: z.string().optional(),
  recipient: z.string().optional().describe('`none` for entries in which nobody gives to another'),
  good: z.string().optional(),
  review: z.enum(['machine', 'accepted', 'corrected']).optional(),
  q: z.string().max(200).optional(),
  sort: z.enum(['changed', 'title', 'reports', 'origins']).optional(),
})

export const countOf = (ledger: Ledger, id: string): number =>
  ledger.contradictions.filter((one) => one.commitment === id).length

export const ledgerRoutes = (app: OpenAPIHono<ApiEnvironment>, { archive }: ApiContext): void => {
  app.openapi(
    createRoute({
      method: 'get',
      path: '/api/ledger',
      summary: 'The whole ledger',
      request: { query: asOfQuery },
      responses: { 200: jsonBody(ledgerSchema.openapi('Ledger'), 'the ledger'), ...problems },
    }),
    async (context) => context.json(await archive.ledger(requestOf(context.req.valid('query'))), 200),
  )

  app.openapi(
    createRoute({
      method: 'get',
      path: '/api/commitments',
      summary: 'Rows of the ledger',
      request: { query: asOfQuery.extend(rowFilter.shape).extend(pageQuery.shape) },
      responses: { 200: jsonBody(rowsSchema, 'a page of rows'), ...problems },
    }),
    async (context) => {
      const query = context.req.valid('query')
      return context.json(
        pageOfRows(await ledgerFor(archive, requestOf(query), context.get('language')), query, query),
        200,
      )
    },
  )

  app.openapi(
    createRoute({
      method: 'get',
      path: '/api/commitments/{id}',
      summary: 'One entry with its evidence',
      request: { params: entryParameter, query: asOfQuery },
      responses: { 200: jsonBody(commitmentPageSchema, 'the entry'), ...problems },
    }),
    async (context) => {
      const { id } = context.req.valid('param')
      const ledger = await ledgerFor(archive, requestOf(context.req.valid('query')), context.get('language'))
      const found = findInLedger(ledger, id)
      if (found?.kind !== 'commitment') throw failure('NOT_FOUND', { id })
      const { commitment } = found
      const row = (one: typeof commitment) => rowOf(one, countOf(ledger, one.id))
      const parent = ledger.commitments.find((one) => one.id === commitment.parent)
      const contradictions = ledger.contradictions.filter((one) => one.commitment === commitment.id)
      const reports = new Set([
        ...commitment.history.flatMap((step) => step.evidence.map((piece) => piece.report)),
        ...contradictions.flatMap((one) => one.claims.map((claim) => claim.report)),
      ])
      context.header('content-location', `/api/commitments/${commitment.id}`)
      return context.json(
        {
          asOf: ledger.asOf,
          clock: ledger.clock,
          snapshot: ledger.snapshot,
          commitment,
          parent: parent === undefined ? null : row(parent),
          children: ledger.commitments.filter((one) => one.parent === commitment.id).map(row),
          contradictions: await withOutlets(archive.store, contradictions),
          reports: await listReports(archive, await archive.store.listed([...reports].sort())),
        },
        200,
      )
    },
  )

  app.openapi(
    createRoute({
      method: 'get',
      path: '/api/parties',
      summary: 'Who gives to whom',
      request: { query: asOfQuery.extend(rowFilter.shape) },
      responses: { 200: jsonBody(pairsSchema, 'pairs, those with most entries first'), ...problems },
    }),
    async (context) => {
      const query = context.req.valid('query')
      return context.json(
        {
          pairs: pairsOf(await ledgerFor(archive, requestOf(query), context.get('language')), query),
        },
        200,
      )
    },
  )

  app.openapi(
    createRoute({
      method: 'get',
      path: '/api/contradictions',
      summary: 'What reports say against each other',
      request: { query: asOfQuery.extend(pageQuery.shape) },
      responses: {
        200: jsonBody(
          z.object({
            total: z.int(),
            contradictions: z.array(contradictionSchema),
            next: z.string().nullable(),
          }),
          'a page of contradictions',
        ),
        ...problems,
      },
    }),
    async (context) => {
      const query = context.req.valid('query')
      const { contradictions } = await ledgerFor(archive, requestOf(query), context.get('language'))
      const { page, next } = pageOf(contradictions, query)
      return context.json(
        { total: contradictions.length, contradictions: await withOutlets(archive.store, page), next },
        200,
      )
    },
  )

  app.openapi(
    createRoute({
      method: 'get',
      path: '/api/days',
      summary: 'Days on which something became known',
      request: { query: z.object({ clock: z.enum(['published', 'captured']).optional() }) },
      responses: {
        200: jsonBody(
          z.object({ days: z.array(z.object({ day: z.string(), steps: z.int() })) }),
          'days in order; a step counts on the day from which its first report does',
        ),
        ...problems,
      },
    }),
    async (context) => {
      const clock = context.req.valid('query').clock ?? 'published'
      const { commitments } = await archive.ledger({ asOf: null, clock })
      const known = await archive.ledgers.days(clock)
      const days = new Map<string, number>()
      for (const { evidence } of commitments.flatMap(({ history }) => history)) {
        const [first] = evidence.flatMap(({ report }) => known.get(report) ?? []).sort()
        if (first !== undefined) days.set(first, (days.get(first) ?? 0) + 1)
      }
      return context.json({ days: [...days].sort().map(([day, steps]) => ({ day, steps })) }, 200)
    },
  )

  app.openapi(
    createRoute({
      method: 'get',
      path: '/api/diff',
      summary: 'What changed between two days',
      request: { query: diffQuery },
      responses: { 200: jsonBody(diffPageSchema, 'what is moved, new, gone, contradicted'), ...problems },
    }),
    async (context) => {
      const { from, to, clock = 'published', ...asked } = context.req.valid('query')
      const diff = diffLedgers(
        await ledgerFor(archive, { asOf: from, clock }, context.get('language')),
        await ledgerFor(archive, { asOf: to, clock }, context.get('language')),
      )
      const page = pageOfDifference(diff, asked)
      const contradictions = await withOutlets(archive.store, page.contradictions)
      return context.json({ ...page, contradictions } as z.infer<typeof diffPageSchema>, 200)
    },
  )

  const labels = z.record(z.string(), z.string())
  app.openapi(
    createRoute({
      method: 'get',
      path: '/api/codebook',
      summary: 'Event types, kinds and stages with their labels',
      responses: {
        200: jsonBody(
          z.object({
            id: z.string(),
            kinds: z.array(z.string()),
            stages: z.array(z.string()),
            ends: z.array(z.string()),
            suspensions: z.array(z.string()),
            types: z.array(z.object({ name: z.string(), label: labels, definition: labels })),
          }),
          'the codebook',
        ),
        ...problems,
      },
    }),
    async (context) => {
      const { id, model, types } = await archive.codebook()
      return context.json(
        {
          id,
          kinds: [...model.kinds],
          stages: [...model.stages],
          ends: [...model.ends],
          suspensions: [...model.suspensions],
          types: [...types.values()].map(({ name, label, definition }) => ({
            name,
            label: { ...label },
            definition: { ...definition },
          })),
        },
        200,
      )
    },
  )
}
