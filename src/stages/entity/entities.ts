import type { EntityType, Mention } from '../../core/layers.ts'
import type { EntityRules, Holder, NameGender, RegisterEntry } from '../../lang/common/entity.ts'

/** Somebody or something that the report speaks of; grows while it is read. */
export interface Entity {
  readonly number: number
  type: EntityType
  name: string
  id: string | null
  country: string | null
  /** Null where nothing tells. */
  gender: NameGender | null
  readonly kind: 'person' | 'body' | 'country' | 'place' | 'group'
  readonly body: string | null
  readonly portfolio: string | null
  readonly offices: Set<string>
  /** Nouns it was introduced with, lower case: „generalinspekteur“. */
  readonly called: Set<string>
}

/** Entities with the code of a country that are none; who serves one of them may come from any country. */
export const blocs: ReadonlySet<string> = new Set(['EU', 'NATO', 'UN', 'G7'])

export interface EntityTable {
  /** The entity under a key, made by `make` where it is new. */
  get(key: string, make: () => Omit<Entity, 'number' | 'offices' | 'called'>): Entity
  find(key: string): Entity | null
  readonly all: readonly Entity[]
}

export const createEntities = (): EntityTable => {
  const byKey = new Map<string, Entity>()
  const all: Entity[] = []
  return {
    all,
    find: (key) => byKey.get(key) ?? null,
    get: (key, make) => {
      const known = byKey.get(key)
      if (known !== undefined) return known
      const made: Entity = { ...make(), number: all.length, offices: new Set(), called: new Set() }
      all.push(made)
      byKey.set(key, made)
      return made
    },
  }
}

const kinds = {
  country: 'country',
  bloc: 'country',
  seat: 'place',
  place: 'place',
  region: 'place',
  body: 'body',
  person: 'person',
} as const

/** The entity of a register entry. */
export const entityOf = (table: EntityTable, rules: EntityRules, index: number): Entity => {
  const entry = rules.register.entries[index]!
  const key =
    entry.kind === 'country' || entry.kind === 'bloc' ? countryKey(entry.country ?? '') : `entry:${index}`
  return table.get(key, () => fromEntry(entry))
}

const fromEntry = (entry: RegisterEntry): Omit<Entity, 'number' | 'offices' | 'called'> => ({
  type: entry.type,
  name: entry.name,
  id: entry.id,
  country: entry.country,
  gender: entry.gender,
  kind: entry.kind === 'seat' && entry.body !== null ? 'body' : kinds[entry.kind],
  body: entry.body,
  portfolio: entry.portfolio,
})

const countryKey = (code: string): string => `country:${code}`

/** The entity of a country or bloc; a code that no register has is its own name. */
export const countryEntity = (table: EntityTable, rules: EntityRules, code: string): Entity => {
  const entry = rules.register.countries.get(code)
  if (entry !== undefined) return entityOf(table, rules, entry)
  return table.get(countryKey(code), () => ({
    type: 'LOC',
    name: code,
    id: null,
    country: code,
    gender: 'n',
    kind: 'country',
    body: null,
    portfolio: null,
  }))
}

/**
 * Who held the office when the report appeared. A publication known to the month is answered only where the
 * same person held it all the time.
 */
export const holderAt = (
  holders: readonly Holder[] | undefined,
  publishedAt: string | null,
): Holder | null => {
  const found = /^(?<year>\d{4})(?:-(?<month>\d{2})(?:-(?<day>\d{2}))?)?/u.exec(publishedAt ?? '')?.groups
  if (holders === undefined || found === undefined) return null
  const first = `${found.year}-${found.month ?? '01'}-${found.day ?? '01'}`
  const last = `${found.year}-${found.month ?? '12'}-${found.day ?? '31'}`
  const on = (day: string): Holder | null =>
    holders.findLast((one) => one.from <= day && (one.until === null || day < one.until)) ?? null
  const holder = on(first)
  return holder !== null && on(last)?.entry === holder.entry ? holder : null
}

/** A mention with the word it stands on; the layer itself has offsets only. */
export interface PlacedMention extends Mention {
  readonly from: number
  readonly to: number
}

/** Where a mention stands, in the text and in words. */
export type MentionSpan = Pick<PlacedMention, 'start' | 'end' | 'from' | 'to'>

export const mentionOf = (
  entity: Entity,
  span: MentionSpan,
  form: Mention['form'],
  rule: string,
): PlacedMention => ({
  start: span.start,
  end: span.end,
  from: span.from,
  to: span.to,
  type: entity.type,
  name: entity.name,
  id: entity.id,
  country: entity.country,
  entity: entity.number,
  form,
  rule,
})
