/** Pieces of route contracts. */
import { z } from '@hono/zod-openapi'
import { problemSchema } from './schemas.ts'

export const jsonBody = <Schema extends z.ZodType>(schema: Schema, description: string) => ({
  description,
  content: { 'application/json': { schema } },
})

const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: problemSchema } },
})

/** Names of the security schemes that `app.ts` registers. Reading on loopback needs none. */
export const readingSecurity: Record<string, string[]>[] = [{}, { token: [] }, { tokenInAddress: [] }]
export const writingSecurity = [{ token: [] }]

/** Every route may answer with these; the handlers throw, `problemResponse` answers. */
export const problems = {
  400: problem('the request is not as described'),
  401: problem('a token is needed'),
  403: problem('the token is not known, or may not do this'),
  404: problem('there is no such thing'),
  410: problem('it was withdrawn'),
  429: problem('too many requests'),
  500: problem('a fault of ours'),
} as const

export const writingProblems = {
  ...problems,
  413: problem('too large'),
} as const

export const idParameter = z.object({ id: z.string().max(2000) })
export const entryParameter = z.object({ id: z.string().max(100) })
