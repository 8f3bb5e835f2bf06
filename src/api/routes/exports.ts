/**
 * Ways out.
 *
 *   GET /api/export/{format}  the ledger as a file of another program; `of` for one entry or story, or the filters of
 *                             commitments; `lang` for its words
 */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { exportNames } from '../../export/names.ts'
import { exportLedger } from '../../run/export.ts'
import type { ApiContext, ApiEnvironment } from '../context.ts'
import { problems } from '../contract.ts'
import { selectionOf } from '../rows.ts'
import { asOfQuery } from '../schemas.ts'
import { requestOf, rowFilter } from './ledger.ts'

const flag = z.enum(['true', 'false']).optional()

export const exportRoutes = (app: OpenAPIHono<ApiEnvironment>, { archive }: ApiContext): void => {
  app.openapi(
    createRoute({
      method: 'get',
      path: '/api/export/{format}',
      summary: 'The ledger as a file',
      request: {
        params: z.object({ format: z.enum(exportNames) }),
        query: asOfQuery.extend(rowFilter.omit({ sort: true }).shape).extend({
          of: z.string().max(100).optional().describe('only this commitment, or those of this story'),
          lang: z.enum(['de', 'en']).optional(),
          bom: flag,
          semicolon: flag,
        }),
      },
      responses: {
        200: { description: 'the file', content: { 'application/octet-stream': { schema: z.unknown() } } },
        ...problems,
      },
    }),
    async (context) => {
      const { format } = context.req.valid('param')
      const { of, lang, bom, semicolon, asOf, clock, decisions, ...filter } = context.req.valid('query')
      const { content, contentType, fileName } = await exportLedger(archive, {
        ...requestOf({ asOf, clock, decisions }),
        format,
        of,
        select: (ledger) => selectionOf(ledger, filter),
        language: lang ?? context.get('language'),
        bom: bom === 'true',
        semicolon: semicolon === 'true',
      })
      return context.body(typeof content === 'string' ? content : Uint8Array.from(content), 200, {
        'content-type': contentType,
        'content-disposition': `attachment; filename="${fileName}"`,
      })
    },
  )
}
