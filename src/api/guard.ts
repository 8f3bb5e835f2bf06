/** What stands before every route: headers, language, host, token, rate, conditional requests. */
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context, MiddlewareHandler } from 'hono'
import { failure, type Language } from '../core/errors.ts'
import { shortId } from '../core/hash.ts'
import { hashOfToken } from '../run/token.ts'
import type { ApiContext, ApiEnvironment } from './context.ts'

type Guard = MiddlewareHandler<ApiEnvironment>

/**
 * No inline script, nothing from elsewhere, no frame. Captured pages are only ever sent as downloads, so nothing
 * that a stranger wrote runs on our origin.
 */
const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
}

export const withSecurityHeaders: Guard = async (context, next) => {
  await next()
  for (const [name, value] of Object.entries(securityHeaders)) context.res.headers.set(name, value)
}

/** The first of our languages that `Accept-Language` names, by its weights; English without one. */
export const acceptedLanguage = (header: string | undefined): Language => {
  const wanted = (header ?? '')
    .slice(0, 500)
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
      const weight = parameters.find((parameter) => parameter.trim().startsWith('q='))
      return {
        language: tag.split('-')[0]!.trim(),
        weight: weight === undefined ? 1 : Number(weight.trim().slice(2)) || 0,
      }
    })
    .filter((one) => one.weight > 0)
    .sort((a, b) => b.weight - a.weight)
  return wanted.find(({ language }) => language === 'de' || language === 'en')?.language === 'de'
    ? 'de'
    : 'en'
}

export const withLanguage: Guard = async (context, next) => {
  context.set('language', acceptedLanguage(context.req.header('accept-language')))
  context.set('writer', null)
  await next()
  context.res.headers.append('vary', 'Accept-Language')
}

export const isLoopback = (host: string): boolean =>
  /^(?:localhost|127(?:\.\d{1,3}){3}|\[?::1\]?)$/iu.test(host)

/** On loopback only names of this machine: a page elsewhere must not reach us by pointing its own name here. */
export const onlyThisHost =
  (host: string): Guard =>
  async (context, next) => {
    const name = (context.req.header('host') ?? new URL(context.req.url).host).replace(/:\d+$/u, '')
    if (isLoopback(host) && !isLoopback(name))
      throw failure('REQUEST_INVALID', { reason: `host ${name.slice(0, 100)}` })
    await next()
  }

export interface TokenRules {
  /** Reading needs a token too: on any interface but loopback. */
  readonly forReading: boolean
  /** A token that holds for this process only. */
  readonly session: string | null
}

const isReading = (method: string): boolean => method === 'GET' || method === 'HEAD'

export const withToken =
  ({ archive }: ApiContext, rules: TokenRules): Guard =>
  async (context, next) => {
    const sent = /^Bearer (?<token>\S+)$/iu.exec(context.req.header('authorization') ?? '')?.groups?.token
    // Feed readers, calendars and the browser's EventSource know an address and nothing else.
    const given = sent ?? context.req.query('token')
    if (given !== undefined) {
      const hash = hashOfToken(given)
      const known =
        rules.session !== null && hashOfToken(rules.session) === hash
          ? ({ name: 'session', access: 'write' } as const)
          : (await archive.store.tokens()).find((token) => token.hash === hash && token.revokedAt === null)
      if (known === undefined) throw failure('TOKEN_UNKNOWN')
      const { name, access } = known
      if (access === 'write' && sent === undefined) throw failure('TOKEN_IN_ADDRESS')
      if (access === 'read' && !isReading(context.req.method)) throw failure('TOKEN_READS_ONLY', { name })
      context.set('writer', name)
    } else if (rules.forReading || !isReading(context.req.method)) {
      throw failure('TOKEN_MISSING')
    }
    await next()
  }

export interface RateLimits {
  /** Requests a second that may go on for ever, and how many may come at once. */
  readonly perSecond: number
  readonly burst: number
}

const clientOf = (context: Context): string => {
  try {
    return getConnInfo(context).remote.address ?? ''
  } catch {
    // Called without a socket, by a test.
    return ''
  }
}

/** A bucket of requests for each client that fills up again with time. */
export const withRateLimit = (limits: RateLimits, clock: () => number = Date.now): Guard => {
  const buckets = new Map<string, { level: number; at: number }>()
  return async (context, next) => {
    const client = clientOf(context)
    const now = clock()
    const bucket = buckets.get(client) ?? { level: limits.burst, at: now }
    bucket.level = Math.min(limits.burst, bucket.level + ((now - bucket.at) / 1000) * limits.perSecond)
    bucket.at = now
    buckets.set(client, bucket)
    // Full buckets say nothing; forgetting them keeps the table small.
    if (buckets.size > 10_000)
      for (const [key, one] of buckets) if (one.at < now - 60_000) buckets.delete(key)
    if (bucket.level < 1)
      throw failure('RATE_LIMITED', { seconds: Math.ceil((1 - bucket.level) / limits.perSecond) })
    bucket.level--
    await next()
  }
}

const isMatch = (header: string | undefined, tag: string): boolean =>
  header !== undefined && (header.trim() === '*' || header.split(',').some((one) => one.trim() === tag))

/**
 * Answers of the same address are the same while ground and engine are. So the tag is known, and a conditional
 * request answered, before anything is computed.
 */
export const withEtag =
  ({ archive }: ApiContext): Guard =>
  async (context, next) => {
    if (!isReading(context.req.method)) return next()
    const { pathname, search } = new URL(context.req.url)
    const generation = await archive.store.generation()
    const tag = `W/"${shortId('g', JSON.stringify([generation, archive.engine.ledger, pathname, search, context.get('language')]))}"`
    if (isMatch(context.req.header('if-none-match'), tag)) {
      context.res = new Response(null, { status: 304, headers: { etag: tag, 'cache-control': 'no-cache' } })
      return
    }
    await next()
    if (context.res.status !== 200 || context.res.headers.has('cache-control')) return
    context.res.headers.set('etag', tag)
    context.res.headers.set('cache-control', 'no-cache')
  }
