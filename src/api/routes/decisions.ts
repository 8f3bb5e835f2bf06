/**
 * What people decided, and what waits for them.
 *
 *   GET  /api/review             steps that nobody has judged, the pressing ones first: commitment, cursor, limit
 *   GET  /api/decisions          all, newest first, with how often each event type was read rightly: cursor, limit
 *   POST /api/decisions          accept, reject, correct, add, merge, split, rename, set, undo (token)
 *   POST /api/decisions/preview  entries as they are and as they would be; keeps nothing (token)
 */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Decision, DecisionAction } from '../../core/records.ts'
import type { Commitment } from '../../formats/ledger.ts'
import { inForce, precisionOf, refKey, refsOf } from '../../run/decisions.ts'
import { type Proposal, previewDecision, proposalId, reviewQueue } from '../../run/review.ts'
import type { ApiContext, ApiEnvironment } from '../context.ts'
import { jsonBody, problems, writingProblems, writingSecurity } from '../contract.ts'
import { pageBy, pageOf } from '../pages.ts'
import { rowOf } from '../rows.ts'
import {
  actionSchema,
  asOfQuery,
  decisionSchema,
  decisionsPageSchema,
  pageQuery,
  previewSchema,
  reviewPageSchema,
} from '../schemas.ts'
import { countOf, ledgerFor, requestOf } from './ledger.ts'

/** Characters of a report shown before and after the evidence. */
const around = 260

/** Whole words only; dots where something was left off. */
const contextOf = (text: string, start: number, end: number) => ({
  before:
    start <= around ? text.slice(0, start) : `… ${text.slice(start - around, start).replace(/^\S*\s+/u, '')}`,
  after:
    end + around >= text.length
      ? text.slice(end)
      : `${text.slice(end, end + around).replace(/\s+\S*$/u, '')} …`,
})

export const decisionRoutes = (app: OpenAPIHono<ApiEnvironment>, { archive }: ApiContext): void => {
  app.openapi(
    createRoute({
      method: 'get',
      path: '/api/review',
      summary: 'What the machine read and nobody has judged',
      request: {
        query: asOfQuery.extend(pageQuery.shape).extend({ commitment: z.string().max(100).optional() }),
      },
      responses: { 200: jsonBody(reviewPageSchema, 'proposals, the pressing ones first'), ...problems },
    }),
    async (context) => {
      const query = context.req.valid('query')
      const ledger = await ledgerFor(archive, requestOf(query), context.get('language'))
      const queue = reviewQueue(ledger, await archive.store.decisions(), query.commitment)
      const { page, next } = pageBy(queue, query, proposalId)
      const shown = async (proposal: Proposal) => {
        const { commitment, step, evidence, before } = proposal
        const reading = await archive.reading(evidence.report)
        const event = reading?.events.find(
          ({ trigger, type }) =>
            trigger.start === evidence.ref.start &&
            trigger.end === evidence.ref.end &&
            type === evidence.ref.type,
        )
        const codes = (parties: readonly { readonly country: string | null }[] = []): string[] => [
          ...new Set(parties.flatMap(({ country }) => country ?? [])),
        ]
        const { evidence: _, ...plain } = step
        return {
          id: proposalId(proposal),
          commitment: rowOf(commitment, countOf(ledger, commitment.id)),
          step: plain,
          evidence,
          before,
          event: { actors: codes(event?.actors), recipients: codes(event?.recipients) },
          context: contextOf(reading?.article.text ?? evidence.exact, evidence.start, evidence.end),
        }
      }
      return context.json({ total: queue.length, proposals: await Promise.all(page.map(shown)), next }, 200)
    },
  )

  app.openapi(
    createRoute({
      method: 'get',
      path: '/api/decisions',
      summary: 'What people decided',
      request: { query: pageQuery },
      responses: { 200: jsonBody(decisionsPageSchema, 'decisions, newest first'), ...problems },
    }),
    async (context) => {
      const query = context.req.valid('query')
      const decisions = await archive.store.decisions()
      const standing = inForce(decisions)
      const { page, next } = pageOf([...decisions].reverse(), query)
      const [facts, ledger] = await Promise.all([
        archive.ledgers.reports(),
        ledgerFor(archive, { asOf: null, clock: 'published' }, context.get('language')),
      ])
      const holders = new Map<string, { readonly commitment: Commitment; readonly exact: string }>()
      for (const commitment of ledger.commitments)
        for (const { evidence } of commitment.history)
          for (const { ref, exact } of evidence) holders.set(refKey(ref), { commitment, exact })
      const about = async (decision: Decision) => {
        let { action } = decision
        while (action.kind === 'undo') {
          const { decision: undone } = action
          action = decisions.find(({ id }) => id === undone)!.action
        }
        const [ref] = refsOf(action)
        const hash = action.kind === 'set' ? action.contentHash : ref?.contentHash
        const report = facts.find(({ contentHash }) => contentHash === hash)
        const holder = ref === undefined ? undefined : holders.get(refKey(ref))
        // What was rejected stands in no entry.
        const reading =
          holder === undefined && report !== undefined ? await archive.reading(report.report) : null
        const event = reading?.events.find(
          ({ trigger, type }) => trigger.start === ref?.start && trigger.end === ref.end && type === ref.type,
        )
        return {
          report: report === undefined ? null : { id: report.report, title: report.heading },
          commitment:
            holder === undefined ? null : { id: holder.commitment.id, title: holder.commitment.title },
          exact: holder?.exact ?? event?.evidence.exact ?? null,
        }
      }
      return context.json(
        {
          total: decisions.length,
          decisions: await Promise.all(
            page.map(async (one) => ({
              ...(one as z.infer<typeof decisionSchema>),
              inForce: standing.has(one.id),
              ...(await about(one)),
            })),
          ),
          precision: precisionOf(decisions).map((one) => ({ ...one })),
          next,
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
      security: writingSecurity,
      request: { body: { ...jsonBody(actionSchema, 'the decision'), required: true } },
      responses: { 201: jsonBody(decisionSchema, 'as it is kept'), ...writingProblems },
    }),
    async (context) => {
      const action: DecisionAction = context.req.valid('json')
      const decision = await archive.decide(action, context.get('writer')!)
      return context.json(decision as z.infer<typeof decisionSchema>, 201)
    },
  )

  app.openapi(
    createRoute({
      method: 'post',
      path: '/api/decisions/preview',
      summary: 'What a decision would change',
      security: writingSecurity,
      request: { query: asOfQuery, body: { ...jsonBody(actionSchema, 'the decision'), required: true } },
      responses: { 200: jsonBody(previewSchema, 'entries before and after'), ...writingProblems },
    }),
    async (context) => {
      const request = requestOf(context.req.valid('query'))
      const { before, after } = await previewDecision(archive, context.req.valid('json'), request)
      const language = context.get('language')
      const rows = (list: readonly Commitment[]) =>
        list.map((one) => rowOf({ ...one, title: one.titles[language] ?? one.title }, 0))
      return context.json({ before: rows(before), after: rows(after) }, 200)
    },
  )
}
