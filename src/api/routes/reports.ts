/**
 * Reports and what they were read as.
 *
 *   GET  /api/reports               newest first: publisher, asOf, clock, cursor, limit
 *   GET  /api/report-days           how many were published, or captured, on each day: asOf, clock
 *   GET  /api/reports/{id}          reading, what its events are evidence of, versions, copies, contradictions
 *   GET  /api/reports/{id}/versions its versions, each with what it changed of the one before
 *   GET  /api/reports/{id}/capture  the bytes as captured, as a download
 *   GET  /api/search?q=             inflected forms and compounds found; passages with marks: asOf, clock
 *   GET  /api/sources               outlets with the number of their reports: asOf, clock
 *   POST /api/reports               adds reports (token)
 */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { daysOf } from '../../core/edtf.ts'
import { failure } from '../../core/errors.ts'
import type { Decision } from '../../core/records.ts'
import type { Archive } from '../../run/archive.ts'
import { refsOf } from '../../run/decisions.ts'
import { explainReading } from '../../run/explain.ts'
import { findReport, findVersions } from '../../run/find.ts'
import type { InputItem } from '../../run/input.ts'
import { addressedDocument, rowDocument } from '../../run/input-rows.ts'
import { reportsOutOn, search } from '../../run/search.ts'
import { versionsOf } from '../../run/versions.ts'
import type { ApiContext, ApiEnvironment } from '../context.ts'
import { idParameter, jsonBody, problems, writingProblems, writingSecurity } from '../contract.ts'
import { withOutlets } from '../contradictions.ts'
import { inOrderOf, listReport, listReports } from '../listed.ts'
import { outdatedCursor } from '../pages.ts'
import { problemOf } from '../problem.ts'
import {
  asOfQuery,
  newReportsSchema,
  outcomesSchema,
  pageQuery,
  publicationDaysSchema,
  reportPageSchema,
  reportsPageSchema,
  searchPageSchema,
  versionsPageSchema,
} from '../schemas.ts'
import { ledgerFor, requestOf } from './ledger.ts'

const pageSize = 50

/** By `asOf` and `clock`: only what was out on that day. Decisions change nothing about that. */
const outQuery = asOfQuery.omit({ decisions: true })

const concerns = (decision: Decision, contentHash: string): boolean => {
  const { action } = decision
  if (action.kind === 'undo') return false
  return action.kind === 'set'
    ? action.contentHash === contentHash
    : refsOf(action).some((ref) => ref.contentHash === contentHash)
}

/** A cursor is the id of the report that a page ended with. */
const checkCursor = async (archive: Archive, cursor: string | undefined): Promise<void> => {
  if (cursor !== undefined && (await archive.store.listed([cursor])).length === 0) throw outdatedCursor()
}

export const reportRoutes = (
  app: OpenAPIHono<ApiEnvironment>,
  { archive, fetchAddress }: ApiContext,
): void => {
  const { store } = archive

  app.openapi(
    createRoute({
      method: 'get',
      path: '/api/reports',
      summary: 'Reports, newest first',
      request: {
        query: outQuery.extend(pageQuery.shape).extend({
          publisher: z.string().optional().describe('`none` for reports whose outlet is not known'),
        }),
      },
      responses: { 200: jsonBody(reportsPageSchema, 'a page of reports'), ...problems },
    }),
    async (context) => {
      const { cursor, limit = pageSize, publisher, ...day } = context.req.valid('query')
      await checkCursor(archive, cursor)
      const only = await reportsOutOn(archive, day)
      const { total, reports } = await store.list({
        groups: [],
        publisher: publisher === 'none' ? null : publisher,
        only,
        after: cursor,
        limit,
      })
      return context.json(
        {
          total,
          reports: await listReports(archive, reports),
          next: reports.length === limit ? reports.at(-1)!.id : null,
        },
        200,
      )
    },
  )

  app.openapi(
    createRoute({
      method: 'get',
      path: '/api/report-days',
      summary: 'How many reports each day has',
      request: { query: outQuery },
      responses: { 200: jsonBody(publicationDaysSchema, 'days in order'), ...problems },
    }),
    async (context) => {
      const { asOf = null, clock = 'published' } = context.req.valid('query')
      const counts = new Map<string, number>()
      let undated = 0
      for (const { published, capturedAt } of await archive.ledgers.reports({ asOf, clock })) {
        const days = daysOf(clock === 'captured' ? capturedAt.slice(0, 10) : published?.edtf)
        if (days === null || days.first === null || days.first !== days.last) undated++
        else counts.set(days.first, (counts.get(days.first) ?? 0) + 1)
      }
      const days = [...counts].sort().map(([day, reports]) => ({ day, reports }))
      return context.json({ days, undated }, 200)
    },
  )

  app.openapi(
    createRoute({
      method: 'get',
      path: '/api/reports/{id}',
      summary: 'One report with its reading',
      request: { params: idParameter, query: asOfQuery },
      responses: { 200: jsonBody(reportPageSchema, 'the report'), ...problems },
    }),
    async (context) => {
      const { id } = context.req.valid('param')
      const { asOf, clock = 'published' } = context.req.valid('query')
      const report = await findReport(archive, id)
      const reading = report === null ? null : await archive.reading(report.id)
      if (report === null || reading === null) throw failure('NOT_FOUND', { id })
      const ledger = await ledgerFor(archive, requestOf(context.req.valid('query')), context.get('language'))
      const explanation = explainReading(report.id, reading, ledger, await archive.codebook())
      const story = ledger.stories.find((one) => one.id === explanation.story)
      const [listed] = await store.listed([report.id])
      const wireGroup = ledger.wireGroups.find((one) => one.id === explanation.copiesOf) ?? null
      const sameOrigin = await store.listedBySource(wireGroup?.documents ?? [])
      return context.json(
        {
          report: await listReport(archive, listed!),
          reading,
          events: explanation.events.map(({ because, commitment }) => ({ because, commitment })),
          versions: (await store.versions(report.id)).map(({ id, capturedAt, contentHash }) => ({
            id,
            capturedAt,
            contentHash,
          })),
          out: asOf === undefined || ((await archive.ledgers.days(clock)).get(report.id) ?? '') <= asOf,
          story: story === undefined ? null : { id: story.id, title: story.title },
          wireGroup,
          sameOrigin: await listReports(archive, inOrderOf(wireGroup?.documents ?? [], sameOrigin)),
          contradictions: await withOutlets(
            store,
            ledger.contradictions.filter((one) => one.claims.some((claim) => claim.report === report.id)),
          ),
          decisions: (await store.decisions()).filter((one) => concerns(one, report.contentHash)),
        },
        200,
      )
    },
  )

  app.openapi(
    createRoute({
      method: 'get',
      path: '/api/reports/{id}/versions',
      summary: 'Its versions, each with what it changed of the one before',
      request: { params: idParameter },
      responses: { 200: jsonBody(versionsPageSchema, 'in order of capture'), ...problems },
    }),
    async (context) => {
      const { id } = context.req.valid('param')
      const versions = await versionsOf(store, await findVersions(archive, id))
      if (versions.length === 0) throw failure('NOT_FOUND', { id })
      return context.json({ versions }, 200)
    },
  )

  app.openapi(
    createRoute({
      method: 'get',
      path: '/api/reports/{id}/capture',
      summary: 'The bytes as captured, as a download',
      request: { params: idParameter },
      responses: {
        200: {
          description: 'the bytes',
          content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } },
        },
        ...problems,
      },
    }),
    async (context) => {
      const { id } = context.req.valid('param')
      const report = await findReport(archive, id)
      const bytes = report === null ? null : await store.capture(report.contentHash)
      if (report === null || bytes === null) throw failure('NOT_FOUND', { id })
      // Never as HTML: what a stranger wrote must not run on our origin.
      return new Response(bytes as Uint8Array<ArrayBuffer>, {
        headers: {
          'content-type': 'application/octet-stream',
          'content-disposition': `attachment; filename="${report.id}.bin"`,
        },
      }) as never
    },
  )

  app.openapi(
    createRoute({
      method: 'get',
      path: '/api/search',
      summary: 'Reports that have all the words',
      request: { query: outQuery.extend(pageQuery.shape).extend({ q: z.string().min(1).max(400) }) },
      responses: { 200: jsonBody(searchPageSchema, 'hits, newest first'), ...problems },
    }),
    async (context) => {
      const { q, cursor, limit = 20, ...day } = context.req.valid('query')
      await checkCursor(archive, cursor)
      const { total, hits } = await search(archive, {
        query: q,
        limit: Math.min(limit, 100),
        only: await reportsOutOn(archive, day),
        after: cursor,
      })
      return context.json(
        {
          total,
          hits: await Promise.all(
            hits.map(async ({ report, passage }) => ({
              report: await listReport(archive, report),
              passage:
                passage === null
                  ? null
                  : {
                      start: passage.start,
                      text: passage.text,
                      marks: passage.marks.map((mark) => ({ ...mark })),
                    },
            })),
          ),
          next: hits.length === limit ? hits.at(-1)!.report.id : null,
        },
        200,
      )
    },
  )

  app.openapi(
    createRoute({
      method: 'get',
      path: '/api/sources',
      summary: 'Outlets with the number of their reports',
      request: { query: outQuery },
      responses: {
        200: jsonBody(
          z.object({ sources: z.array(z.object({ publisher: z.string().nullable(), reports: z.int() })) }),
          'most reports first',
        ),
        ...problems,
      },
    }),
    async (context) => {
      const sources = await store.publishers(await reportsOutOn(archive, context.req.valid('query')))
      return context.json({ sources: sources.map((one) => ({ ...one })) }, 200)
    },
  )

  app.openapi(
    createRoute({
      method: 'post',
      path: '/api/reports',
      summary: 'Adds reports',
      security: writingSecurity,
      request: { body: { ...jsonBody(newReportsSchema, 'reports'), required: true } },
      responses: { 200: jsonBody(outcomesSchema, 'what became of each, in order'), ...writingProblems },
    }),
    async (context) => {
      const { reports } = context.req.valid('json')
      const given = { published: null }
      async function* items(): AsyncGenerator<InputItem> {
        for (const [i, row] of reports.entries()) {
          const { url, html, text, body, title } = row
          const isAddress = url !== undefined && [html, text, body, title].every((one) => one === undefined)
          yield isAddress
            ? await addressedDocument(url, row, fetchAddress)
            : rowDocument({ ...row, id: row.id ?? url }, `reports[${i}]`, given)
        }
      }
      const outcomes = []
      for await (const outcome of archive.add(items()))
        outcomes.push({
          status: outcome.status,
          source: outcome.source,
          report: outcome.status === 'failed' ? null : outcome.report,
          problem: outcome.status === 'failed' ? problemOf(outcome.error, context.get('language')) : null,
        })
      return context.json({ outcomes }, 200)
    },
  )
}
