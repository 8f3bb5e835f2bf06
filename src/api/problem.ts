/** Errors as problem+json (RFC 9457). One place turns whatever was thrown into a response. */
import type { Context } from 'hono'
import { type AktenlageError, asAktenlageError, errorText, httpStatus } from '../core/errors.ts'
import type { ApiEnvironment } from './context.ts'

export const problemOf = (error: AktenlageError, language: 'de' | 'en') => ({
  type: `urn:aktenlage:problem:${error.code.toLowerCase()}`,
  title: error.code,
  status: httpStatus(error),
  detail: errorText(error, language),
  code: error.code,
})

export const problemResponse = (context: Context<ApiEnvironment>, thrown: unknown): Response => {
  const error = asAktenlageError(thrown)
  const problem = problemOf(error, context.get('language') ?? 'en')
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      ...(problem.status === 401 ? { 'www-authenticate': 'Bearer realm="aktenlage"' } : {}),
      ...(error.code === 'RATE_LIMITED' ? { 'retry-after': String(error.details.seconds) } : {}),
    },
  })
}
