/**
 * Stories: reports of one course of events. Both take `asOf`, `clock` and `decisions`.
 *
 *   GET /api/stories       the one told of last first: cursor, limit
 *   GET /api/stories/{id}  its reports with origins and what the ledger rests on them, and its commitments
 */
import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import { failure } from '../../core/errors.ts'
import { findInLedger } from '../../run/find.ts'
import type { ApiContext, ApiEnvironment } from '../context.ts'
import { entryParameter, jsonBody, problems } from '../contract.ts'
import { inOrderOf, listReports } from '../listed.ts'
import { outdatedCursor } from '../pages.ts'
import { rowOf } from '../rows.ts'
import { asOfQuery, pageQuery, storiesPageSchema, storyPageSchema } from '../schemas.ts'
import { eventsByReport, originsBySource, publicationsOf, storyRows } from '../stories.ts'
import { countOf, ledgerFor, requestOf } from './ledger.ts'

export const storyRoutes = (app: OpenAPIHono<ApiEnvironment>, { archive }: ApiContext): void => {
  app.openapi(
    createRoute({
      method: 'get',
      path: '/api/stories',
      summary: 'Stories: reports of one course of events',
      request: { query: asOfQuery.extend(pageQuery.shape) },
      responses: { 200: jsonBody(storiesPageSchema, 'a page of stories'), ...problems },
    }),
    async (context) => {
      const query = context.req.valid('query')
      const ledger = await ledgerFor(archive, requestOf(query), context.get('language'))
      const rows = storyRows(ledger, await archive.ledgers.reports())
      const after = query.cursor === undefined ? -1 : rows.findIndex((one) => one.id === query.cursor)
      if (query.cursor !== undefined && after < 0) throw outdatedCursor()
      const end = after + 1 + (query.limit ?? 100)
      const stories = rows.slice(after + 1, end)
      return context.json(
        { total: rows.length, stories, next: end < rows.length ? stories.at(-1)!.id : null },
        200,
      )
    },
  )

  app.openapi(
    createRoute({
      method: 'get',
      path: '/api/stories/{id}',
      summary: 'One story with its reports and commitments',
      request: { params: entryParameter, query: asOfQuery },
      responses: { 200: jsonBody(storyPageSchema, 'the story'), ...problems },
    }),
    async (context) => {
      const { id } = context.req.valid('param')
      const ledger = await ledgerFor(archive, requestOf(context.req.valid('query')), context.get('language'))
      const found = findInLedger(ledger, id)
      if (found?.kind !== 'story') throw failure('NOT_FOUND', { id })
      const facts = await archive.ledgers.reports()
      const { documents } = found.story
      const reports = inOrderOf(documents, await archive.store.listedBySource(documents))
      const told = eventsByReport(ledger, new Set(reports.map((report) => report.id)))
      const published = publicationsOf(ledger, facts)
      const originOf = originsBySource(ledger)
      const listed = await listReports(archive, reports)
      const toldBy = listed.map((report) => {
        const origin = listed.find((one) => one.source === originOf.get(report.source))
        return {
          ...report,
          published: published.get(report.source) ?? null,
          origin:
            origin === undefined || origin.source === report.source
              ? null
              : { id: origin.id, title: origin.title, opening: origin.opening },
          events: told.get(report.id) ?? [],
        }
      })
      const within = new Set([...told.values()].flat().map((event) => event.commitment.id))
      return context.json(
        {
          asOf: ledger.asOf,
          story: storyRows(ledger, facts).find((one) => one.id === found.story.id)!,
          reports: toldBy,
          commitments: ledger.commitments
            .filter((one) => within.has(one.id))
            .map((one) => rowOf(one, countOf(ledger, one.id))),
        },
        200,
      )
    },
  )
}
