/**
 * What is going on.
 *
 *   GET /api/changes  server-sent events: `ledger` with the difference whenever the ledger became another
 *   GET /api/health   that we are there, and how much
 */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { streamSSE } from 'hono/streaming'
import { diffLedgers } from '../../run/diff.ts'
import { packageVersion } from '../../run/engine.ts'
import type { ApiContext, ApiEnvironment } from '../context.ts'
import { jsonBody, problems } from '../contract.ts'

/** Another process may write, so the store is asked; that costs one look-up by key. */
const lookEveryMs = 1000
const aliveEveryMs = 15_000

export const changeRoutes = (app: OpenAPIHono<ApiEnvironment>, { archive }: ApiContext): void => {
  const everything = { asOf: null, clock: 'published' } as const

  app.get('/api/changes', (context) => {
    context.header('cache-control', 'no-store')
    return streamSSE(context, async (stream) => {
      let generation = await archive.store.generation()
      let ledger = await archive.ledger(everything)
      let silentMs = 0
      await stream.writeSSE({
        event: 'hello',
        id: ledger.snapshot,
        data: JSON.stringify({ snapshot: ledger.snapshot }),
      })
      while (!stream.aborted && !stream.closed) {
        await stream.sleep(lookEveryMs)
        silentMs += lookEveryMs
        const now = await archive.store.generation()
        if (now !== generation) {
          generation = now
          const next = await archive.ledger(everything)
          if (next.snapshot !== ledger.snapshot) {
            await stream.writeSSE({
              event: 'ledger',
              id: next.snapshot,
              data: JSON.stringify(diffLedgers(ledger, next)),
            })
            silentMs = 0
          }
          ledger = next
        }
        if (silentMs >= aliveEveryMs) {
          await stream.write(': alive\n\n')
          silentMs = 0
        }
      }
    })
  })

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
