/** The published JSON Schemas (draft 2020-12) of the two formats, from the same zod source as the types. */
import { z } from 'zod'
import { ledgerSchema } from './ledger.ts'
import { readingSchema } from './reading.ts'

const published = (schema: z.ZodType, name: string, title: string) => {
  // Fields may be added later, so what is not named is allowed.
  const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  return { $schema, $id: `urn:aktenlage:${name}:1`, title, ...rest }
}

export const publishedSchemas = (): Readonly<Record<string, object>> => ({
  reading: published(readingSchema, 'reading', 'What was read from one document'),
  ledger: published(ledgerSchema, 'ledger', 'The commitments drawn from all reports'),
})
