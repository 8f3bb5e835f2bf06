/**
 * What people decided.
 *
 *   GET  /api/decisions  all, oldest first, with how often each event type was accepted and rejected
 *   POST /api/decisions  accept, reject, correct, merge, split, rename, set, undo (token)
 */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Decision, DecisionAction } from '../../core/records.ts'
import type { ApiContext, ApiEnvironment } from '../context.ts'
import { jsonBody, problems, writingProblems } from '../contract.ts'
import { actionSchema, decisionSchema } from '../schemas.ts'

interface Judged {
  readonly type: string
  readonly accepted: number
  readonly rejected: number
}

/** The last word about each piece of evidence counts; what was undone does not. */
export const precisionOf = (decisions: readonly Decision[]): Judged[] => {
  const undone = new Set(decisions.flatMap(({ action }) => (action.kind === 'undo' ? [action.decision] : [])))
  const last = new Map<string, { readonly type: string; readonly right: boolean }>()
  for (const { id, action } of decisions) {
    if (undone.has(id) || !('evidence' in action)) continue
    if (action.kind !== 'accept' && action.kind !== 'reject' && action.kind !== 'correct') continue
    const { contentHash, start, end, type } = action.evidence
    last.set([contentHash, start, end, type].join(' '), { type, right: action.kind === 'accept' })
  }
  const types = new Map<string, { accepted: number; rejected: number }>()
  for (const { type, right } of last.values()) {
    const counts = types.get(type) ?? { accepted: 0, rejected: 0 }
    counts[right ? 'accepted' : 'rejected']++
    types.set(type, counts)
  }
  return [...types].sort(([a], [b]) => (a < b ? -1 : 1)).map(([type, counts]) => ({ type, ...counts }))
}

export const decisionRoutes = (app: OpenAPIHono<ApiEnvironment>, { archive }: ApiContext): void => {
  app.openapi(
    createRoute({
      method: 'get',
      path: '/api/decisions',
      summary: 'What people decided',
      responses: {
        200: jsonBody(
          z.object({
            decisions: z.array(decisionSchema),
            precision: z.array(z.object({ type: z.string(), accepted: z.int(), rejected: z.int() })),
          }),
          'decisions, oldest first',
        ),
        ...problems,
      },
    }),
    async (context) => {
      const decisions = await archive.store.decisions()
      return context.json(
        {
          decisions: decisions as z.infer<typeof decisionSchema>[],
          precision: precisionOf(decisions).map((one) => ({ ...one })),
        },
        200,
      )
    },
  )

  app.openapi(
    createRoute({
      method: 'post',
      path: '/api/decisions',
      summary: 'Decides',
      request: { body: { ...jsonBody(actionSchema, 'the decision'), required: true } },
      responses: { 201: jsonBody(decisionSchema, 'as it is kept'), ...writingProblems },
    }),
    async (context) => {
      const action: DecisionAction = context.req.valid('json')
      const decision = await archive.decide(action, context.get('writer')!)
      return context.json(decision as z.infer<typeof decisionSchema>, 201)
    },
  )
}
