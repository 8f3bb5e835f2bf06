import { Memory } from '../../core/memory.ts'
import type { BodyNoun, EntityRules, NameGender, Title } from '../../lang/common/entity.ts'

/** What a form is wherever it stands, looked up once for all reports. */
export interface Traits {
  readonly lower: string
  readonly title: Title | null
  readonly portfolio: string | null
  readonly body: BodyNoun | null
  /** Kind of body that the noun only points back to. */
  readonly pointsToBody: string | null
  readonly group: NameGender | null
  /** Country before the hyphen, with the length of its name. */
  readonly part: { readonly country: string; readonly length: number } | null
  /** Country of the party before the hyphen: „CDU-Abgeordneter“. */
  readonly party: string | null
  readonly adjective: string | null
  readonly people: string | null
  readonly pointsBack: boolean
  /** First words of register names that the form can be, with the longest name's length in tokens. */
  readonly starts: readonly number[]
  /** None of the above. */
  readonly isPlain: boolean
}

/** By whose rules, then by form. */
const memories = new WeakMap<EntityRules, Memory<string, Traits>>()
let owner: EntityRules | null = null
let memory = new Memory<string, Traits>(0)

export const traitsOf = (form: string, rules: EntityRules): Traits => {
  if (owner !== rules) {
    owner = rules
    memory = memories.get(rules) ?? new Memory(30_000)
    memories.set(rules, memory)
  }
  const known = memory.get(form)
  if (known !== undefined) return known
  const found = findTraits(form, rules)
  memory.set(form, found)
  return found
}

const findTraits = (form: string, rules: EntityRules): Traits => {
  const { register, words } = rules
  const lower = form.toLowerCase()
  const isNounish = /^\p{Lu}/u.test(form)
  const title = isNounish ? rules.titleOf(form) : null
  const portfolio = title === null ? rules.portfolioOf(form) : null
  const body = title === null && portfolio === null && isNounish ? rules.bodyOf(form) : null
  const pointsToBody = isNounish ? rules.pointingBodyOf(form) : null
  const group = isNounish ? (words.groups.get(lower.slice(lower.lastIndexOf('-') + 1)) ?? null) : null
  const part = compoundCountry(form, rules)
  const party = partyCountry(form, rules)
  const adjective =
    register.adjectives.get(rules.adjectiveStem(form)) ?? register.adjectives.get(form) ?? null
  const people = register.people.get(rules.tokenKey(form)) ?? null
  const pointsBack =
    words.countryNouns.has(lower) ||
    words.pairNouns.has(lower) ||
    words.pronouns.has(lower) ||
    words.impersonal.has(lower)
  const starts = rules.nominatives(form).map((one) => register.starts.get(rules.tokenKey(one)) ?? 0)
  return {
    lower,
    title,
    portfolio,
    body,
    pointsToBody,
    group,
    part,
    party,
    adjective,
    people,
    pointsBack,
    starts: starts.some((length) => length > 0) ? starts : [],
    isPlain:
      title === null &&
      portfolio === null &&
      body === null &&
      pointsToBody === null &&
      group === null &&
      part === null &&
      adjective === null &&
      people === null &&
      !pointsBack,
  }
}

/** Country of the part before a hyphen: „US-Regierung“ → USA. */
const compoundCountry = (
  text: string,
  rules: EntityRules,
): { readonly country: string; readonly length: number } | null => {
  const hyphen = text.lastIndexOf('-')
  if (hyphen <= 0 || text.length > 100) return null
  // „Saudi-Arabien-Reise“: the longest first part that is a country.
  for (let end = hyphen; end > 0; end = text.lastIndexOf('-', end - 1)) {
    const country = rules.register.compounds.get(rules.tokenKey(text.slice(0, end)))
    if (country !== undefined) return { country, length: end }
  }
  return null
}

const partyCountry = (text: string, { register, tokenKey }: EntityRules): string | null => {
  const hyphen = text.lastIndexOf('-')
  if (hyphen <= 0 || text.length > 100) return null
  const alias = register.aliases.get(tokenKey(text.slice(0, hyphen)))?.[0]
  const entry = alias === undefined ? undefined : register.entries[alias.entry]
  return entry?.body === 'party' ? entry.country : null
}
