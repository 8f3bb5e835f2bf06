/**
 * What is going on.
 *
 *   GET /api/changes  server-sent events: `ledger` with the difference whenever the ledger became another; goes on
 *                     after `Last-Event-ID` or `since`
 *   GET /api/health   that we are there, and how much
 */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { type SSEStreamingApi, streamSSE } from 'hono/streaming'
import { packageVersion } from '../../run/engine.ts'
import { changeLog } from '../change-log.ts'
import type { ApiContext, ApiEnvironment } from '../context.ts'
import { jsonBody, problems } from '../contract.ts'

const usualTimes = { lookEveryMs: 1000, aliveEveryMs: 15_000 }
/** After so long a browser that lost us asks again. */
const retryMs = 3000

export const changeRoutes = (
  app: OpenAPIHono<ApiEnvironment>,
  { archive, streamTimes = usualTimes }: ApiContext,
): void => {
  const log = changeLog(archive)
  const { lookEveryMs, aliveEveryMs } = streamTimes

  app.openapi(
    createRoute({
      method: 'get',
      path: '/api/changes',
      summary: 'What changes in the ledger, as server-sent events',
      description:
        'First `hello` with the snapshot from which it goes on, or `reset` where what was missed is not remembered and all has to be loaded anew; then `ledger` with what changed. The id of an event is a snapshot. A comment says from time to time that we are there.',
      request: {
        headers: z.object({ 'last-event-id': z.string().max(100).optional() }),
        query: z.object({
          since: z.string().max(100).optional().describe('snapshot that is known already'),
        }),
      },
      responses: {
        200: { description: 'events', content: { 'text/event-stream': { schema: z.string() } } },
        ...problems,
      },
    }),
    async (context) => {
      const known = context.req.valid('header')['last-event-id'] ?? context.req.valid('query').since
      const language = context.get('language')
      const now = await log.look()
      const missed = known === undefined ? [] : log.since(known)
      context.header('cache-control', 'no-store')
      const events = async (stream: SSEStreamingApi): Promise<void> => {
        let at = missed === null ? now : (known ?? now)
        await stream.writeSSE({
          event: missed === null ? 'reset' : 'hello',
          id: at,
          data: JSON.stringify({ snapshot: at }),
          retry: retryMs,
        })
        for (let silentMs = 0; !stream.aborted; silentMs += lookEveryMs) {
          for (const { to, difference } of log.since(at) ?? []) {
            await stream.writeSSE({ event: 'ledger', id: to, data: JSON.stringify(difference[language]) })
            at = to
            silentMs = 0
          }
          if (silentMs >= aliveEveryMs) {
            await stream.write(': alive\n\n')
            silentMs = 0
          }
          await stream.sleep(lookEveryMs)
          if (!stream.aborted) await log.look()
        }
      }
      // A store that went away ends the stream; whoever listens asks again, and is told then.
      return streamSSE(context, events, async () => undefined) as never
    },
  )

  app.openapi(
    createRoute({
      method: 'get',
      path: '/api/health',
      summary: 'That the service is there',
      responses: {
        200: jsonBody(
          z.object({
            status: z.literal('ok'),
            version: z.string(),
            reports: z.int(),
            withdrawn: z.int(),
            generation: z.int(),
          }),
          'it is there',
        ),
        ...problems,
      },
    }),
    async (context) => {
      context.header('cache-control', 'no-store')
      const { total } = await archive.store.list({ groups: [], limit: 1 })
      return context.json(
        {
          status: 'ok' as const,
          version: packageVersion(),
          reports: total,
          withdrawn: (await archive.store.withdrawals()).length,
          generation: await archive.store.generation(),
        },
        200,
      )
    },
  )
}
