/** The YAML of a codebook. One zod source for the check, the types and the editor's JSON Schema. */
import { z } from 'zod'
import { plainTraits } from '../core/commitment.ts'

const name = z.string().regex(/^[a-z][a-z0-9-]*$/u, 'a name in lower case, like "air-defence"')
const text = z.string().trim().min(1)
/** Language code → text. */
const localized = z.record(z.string().regex(/^[a-z]{2}$/u, 'a language code such as "de"'), text)

const move = z.strictObject({
  stage: name.optional(),
  onlyIfNothingLater: z.boolean().optional(),
  suspend: name.optional(),
  clears: z.array(name).optional(),
  finalStage: name.optional(),
})

/** `subject + mit` takes both slots; a list gives alternatives in order. */
const slots = z.array(text)
const roles = z.strictObject({
  actors: slots.optional(),
  recipients: slots.optional(),
  object: slots.optional(),
})

/** `actor + goods` asks for both; a list gives alternatives. */
const needs = z.array(text)

const cueObject = z.strictObject({
  verb: text.optional(),
  noun: text.optional(),
  about: z.union([name, z.array(name)]).optional(),
  notAbout: z.union([name, z.array(name)]).optional(),
  affirmative: z.boolean().optional(),
  alone: z.boolean().optional(),
  notSubject: z.union([name, z.array(name)]).optional(),
  needs: needs.optional(),
  roles: roles.optional(),
  stance: z.enum(['approve', 'disapprove']).optional(),
  final: z.boolean().optional(),
  factuality: z.enum(['planned', 'possible']).optional(),
  bare: z.boolean().optional(),
  attributive: z.boolean().optional(),
  passive: z.boolean().optional(),
  takes: z.array(name).optional(),
})
const cue = z.union([text, cueObject])

const example = z.strictObject({
  text,
  published: z.string().optional(),
  events: z
    .array(
      z.strictObject({
        type: name,
        actors: z.array(text).optional(),
        recipients: z.array(text).optional(),
        factuality: z.enum(['actual', 'planned', 'possible', 'denied']).optional(),
        goods: z.array(name).optional(),
        stance: z.enum(['approve', 'disapprove']).optional(),
        background: z.boolean().optional(),
      }),
    )
    .optional(),
})

/** How tellings of one act find each other; docs/codebooks.md explains each. */
const tellings = z.strictObject({
  /** Both sides do it together. */
  mutual: z.boolean().default(false),
  /** Done on one day; two days for it contradict each other. */
  oneDay: z.boolean().default(false),
  /** Done by saying so: its day is the day on which it was said. */
  bySaying: z.boolean().default(false),
  /** Undertakes something: a new sum is a new undertaking. */
  undertakes: z.boolean().default(false),
  /** What is so used up was never refused. */
  usesUp: z.boolean().default(false),
  /** A final act is another step than one that is not. */
  finalApart: z.boolean().default(false),
  /** The type that an announcement of it by the one who would do it is. */
  announcedAs: name.nullable().default(null),
  /** So many days may lie between tellings of one step. */
  stepDays: z.number().int().positive().default(14),
  /** Tells when a report can have come out; `shared`: only where goods or people are the same. */
  landmark: z.union([z.boolean(), z.literal('shared')]).default(false),
})

/** How evidence of one kind of commitment is told apart. */
const kindTraits = z.strictObject({
  /** So many days may lie between reports of one commitment that nothing but parties and kind connects. */
  reachDays: z.number().int().positive().default(plainTraits.reachDays),
  /** Both parties undertake it; nobody gives. */
  mutual: z.boolean().default(plainTraits.mutual),
  /** A flow of goods: it has parts, and other words may name other parts of it. */
  flow: z.boolean().default(plainTraits.flow),
  /** A sum that is asked for, granted, drawn on and used up. */
  sum: z.boolean().default(plainTraits.sum),
})

const eventType = z.strictObject({
  label: localized,
  definition: localized,
  plover: text.nullable(),
  iati: text.nullable(),
  /** Kind of commitment, or `all`. */
  moves: z.record(name, move).default({}),
  roles: roles.default({}),
  needs: needs.default([]),
  inherits: name.nullable().default(null),
  answers: name.nullable().default(null),
  reverses: name.nullable().default(null),
  suffers: name.nullable().default(null),
  takes: z.array(name).default([]),
  tellings: tellings.prefault({}),
  cues: z.record(
    z.string(),
    z.strictObject({ verbs: z.array(cue).default([]), nouns: z.array(cue).default([]) }),
  ),
  examples: z.array(example).min(1),
  counterexamples: z.array(example).default([]),
})

const goodsKind = z.strictObject({
  label: localized,
  everyday: z.boolean().default(false),
  money: z.boolean().default(false),
  words: z.record(z.string(), z.array(text)).default({}),
  systems: z.array(text).default([]),
  again: z.record(z.string(), z.array(text)).default({}),
})

export const codebookSchema = z.strictObject({
  codebook: name,
  version: text,
  label: localized,
  ledger: z.strictObject({
    kinds: z.array(name),
    /** In order; stages only go forward. */
    stages: z.array(name),
    ends: z.array(name).default([]),
    suspensions: z.array(name).default([]),
    /** Which kind of commitment an event speaks of; the first rule that fits decides. */
    kindOf: z
      .array(
        z.strictObject({
          kind: name,
          types: z.array(name).default([]),
          words: z.array(text).default([]),
          goods: z.array(name).default([]),
          amount: z.boolean().default(false),
        }),
      )
      .default([]),
    /** Goods that name no particular goods. */
    unspecific: z.array(name).default([]),
    /** Words that tell commitments apart; docs/codebooks.md explains each list. */
    words: z
      .strictObject({
        fresh: z.array(text).default([]),
        earlier: z.array(text).default([]),
        parcel: z.array(text).default([]),
        elsewhere: z.array(text).default([]),
        empty: z.array(text).default([]),
        prepositions: z.array(text).default([]),
        counterpart: z.array(text).default([]),
        several: z.array(text).default([]),
        funds: z.array(text).default([]),
        drawn: z.array(text).default([]),
        pending: z.array(text).default([]),
        still: z.array(text).default([]),
        courses: z.array(text).default([]),
      })
      .default({
        fresh: [],
        earlier: [],
        parcel: [],
        elsewhere: [],
        empty: [],
        prepositions: [],
        counterpart: [],
        several: [],
        funds: [],
        drawn: [],
        pending: [],
        still: [],
        courses: [],
      }),
    kindLabels: z.record(name, localized).default({}),
    kindTraits: z.record(name, kindTraits).default({}),
  }),
  words: z.record(z.string(), z.record(name, z.array(text))).default({}),
  goods: z.record(name, goodsKind).default({}),
  goodsCarriers: z.record(z.string(), z.array(text)).default({}),
  types: z.record(name, eventType),
})

export type CodebookSource = z.infer<typeof codebookSchema>
export type CueSource = z.infer<typeof cue>
export type EventTypeSource = z.infer<typeof eventType>
