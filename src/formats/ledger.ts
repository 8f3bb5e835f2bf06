/** The ledger. One source of the type, the validation and `schemas/ledger.schema.json`. */
import { z } from 'zod'
import { amount, dated, factuality } from './reading.ts'

const evidence = z.object({
  /** Id of the stored report. */
  report: z.string(),
  source: z.string(),
  title: z.string().nullable(),
  published: z.string().nullable(),
  publisher: z.string().nullable(),
  agency: z.string().nullable(),
  speaker: z.string().nullable(),
  exact: z.string(),
  start: z.int().min(0),
  end: z.int().min(0),
  /** What decisions about it refer to: the capture, the word that told of it, the type as read. */
  ref: z.object({
    contentHash: z.string(),
    start: z.int().min(0),
    end: z.int().min(0),
    type: z.string(),
  }),
})

const step = z.object({
  transition: z.string().describe('the event type of the codebook that moved it'),
  stage: z.string().nullable(),
  suspension: z.string(),
  date: dated.nullable(),
  factuality,
  background: z.boolean(),
  /** A planned or possible step whose day has passed unreported. */
  overdue: z.boolean(),
  reports: z.int(),
  origins: z.int(),
  evidence: z.array(evidence),
})

export const commitmentSchema = z.object({
  id: z.string(),
  kind: z.string(),
  title: z.string(),
  /** In other languages, by language. Words of the evidence stay as they are, in quotation marks. */
  titles: z.record(z.string(), z.string()),
  providers: z.array(z.string()),
  recipients: z.array(z.string()),
  goods: z.array(z.string()),
  amount: amount.nullable(),
  parent: z.string().nullable(),
  aliases: z.array(z.string()),
  stage: z.string().nullable(),
  suspension: z.string(),
  /** machine, accepted, corrected, rejected: what a person decided about the entry. */
  review: z.enum(['machine', 'accepted', 'corrected']),
  history: z.array(step),
})

export const ledgerSchema = z.object({
  schema: z.literal('aktenlage.ledger/1'),
  asOf: z.string().nullable(),
  clock: z.enum(['published', 'captured']),
  codebook: z.string(),
  snapshot: z.string().regex(/^sha256:[0-9a-f]{64}$/u),
  commitments: z.array(commitmentSchema),
  stories: z.array(z.object({ id: z.string(), title: z.string(), documents: z.array(z.string()) })),
  wireGroups: z.array(
    z.object({ id: z.string(), agency: z.string().nullable(), documents: z.array(z.string()) }),
  ),
  contradictions: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(['date', 'amount', 'quantity', 'duration', 'actor', 'role', 'status', 'denial', 'manner']),
      about: z.string(),
      commitment: z.string().nullable(),
      claims: z.array(
        z.object({
          value: z.string(),
          report: z.string(),
          source: z.string(),
          exact: z.string(),
          start: z.int().min(0),
          end: z.int().min(0),
        }),
      ),
    }),
  ),
  inferredDates: z.array(
    z.object({ report: z.string(), source: z.string(), published: z.string(), because: z.array(z.string()) }),
  ),
  possiblyLater: z.int(),
  /** Reports known but newer than `asOf`. */
  newer: z.int(),
  /** Reports taken back: the bytes are gone, the fact is kept. */
  withdrawn: z.array(z.object({ report: z.string(), reason: z.string().nullable(), at: z.string() })),
})

export type Ledger = z.infer<typeof ledgerSchema>
export type Commitment = z.infer<typeof commitmentSchema>
export type Step = z.infer<typeof step>
export type LedgerEvidence = z.infer<typeof evidence>
