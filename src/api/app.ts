/**
 * The API and the web pages as one Hono app. Read-only without a token. The routes are listed at the head of each
 * file in `routes/` and, for machines, at `/openapi.json`.
 */
import { OpenAPIHono } from '@hono/zod-openapi'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { failure } from '../core/errors.ts'
import type { ApiContext, ApiEnvironment } from './context.ts'
import {
  isLoopback,
  onlyThisHost,
  type RateLimits,
  withEtag,
  withLanguage,
  withRateLimit,
  withSecurityHeaders,
  withToken,
} from './guard.ts'
import { onlyKnownParameters, openApiDocument } from './openapi.ts'
import { problemResponse } from './problem.ts'
import { changeRoutes } from './routes/changes.ts'
import { decisionRoutes } from './routes/decisions.ts'
import { exportRoutes } from './routes/exports.ts'
import { ledgerRoutes } from './routes/ledger.ts'
import { reportRoutes } from './routes/reports.ts'
import { storyRoutes } from './routes/stories.ts'
import { webPages } from './static.ts'

export interface AppOptions extends ApiContext {
  /** Interface that is listened on. */
  readonly host: string
  /** Folder of the built pages. */
  readonly webRoot: string
  /** A token that holds for this process only, or null. */
  readonly sessionToken: string | null
  readonly limits?: RateLimits
}

/** A person clicks some times a second; a page loads a dozen things at once. */
const defaultLimits: RateLimits = { perSecond: 100, burst: 500 }
const maxBodyBytes = 20e6

export const createApp = (options: AppOptions): OpenAPIHono<ApiEnvironment> => {
  const app = new OpenAPIHono<ApiEnvironment>({
    defaultHook: (result) => {
      if (result.success) return
      const issue = result.error.issues[0]
      const place = issue === undefined ? '' : issue.path.join('.')
      throw failure('REQUEST_INVALID', { reason: `${place}: ${issue?.message ?? ''}`.replace(/^: /u, '') })
    },
  })
  app.onError((error, context) => problemResponse(context, requestFault(error)))
  app.notFound((context) => problemResponse(context, failure('ROUTE_UNKNOWN', { path: context.req.path })))

  app.use(withSecurityHeaders, withLanguage, onlyThisHost(options.host))
  app.use(withRateLimit(options.limits ?? defaultLimits))
  app.use(webPages(options.webRoot))
  app.use(
    '/api/*',
    withToken(options, { forReading: !isLoopback(options.host), session: options.sessionToken }),
  )
  app.use('/api/*', compress())
  app.use(
    '/api/*',
    bodyLimit({
      maxSize: maxBodyBytes,
      onError: () => {
        throw failure('INPUT_TOO_LARGE', {
          source: 'request',
          megabytes: `> ${maxBodyBytes / 1e6}`,
          limit: maxBodyBytes / 1e6,
        })
      },
    }),
  )
  app.use('/api/*', onlyKnownParameters(app), withEtag(options))

  ledgerRoutes(app, options)
  storyRoutes(app, options)
  reportRoutes(app, options)
  exportRoutes(app, options)
  decisionRoutes(app, options)
  changeRoutes(app, options)
  app.openAPIRegistry.registerComponent('securitySchemes', 'token', { type: 'http', scheme: 'bearer' })
  app.openAPIRegistry.registerComponent('securitySchemes', 'tokenInAddress', {
    type: 'apiKey',
    in: 'query',
    name: 'token',
    description: 'Only a token that reads.',
  })
  app.get('/openapi.json', (context) => context.json(openApiDocument(app)))
  return app
}

/** What Hono throws at a request that it cannot parse is the client's fault, not ours. */
const requestFault = (error: unknown): unknown => {
  const status = (error as { status?: unknown } | null)?.status
  return typeof status === 'number' && status >= 400 && status < 500
    ? failure('REQUEST_INVALID', { reason: (error as Error).message }, error)
    : error
}
