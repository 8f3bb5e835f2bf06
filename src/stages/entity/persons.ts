import type { Word } from '../../core/layers.ts'
import type { Annotated } from '../../core/stage.ts'
import { type EntityRules, nameClass } from '../../lang/common/entity.ts'
import { blocs, type Entity, type EntityTable, entityOf } from './entities.ts'
import type { Name } from './name-finder.ts'

/** The name's words, the last one without its genitive ending where the rest of the report writes it so. */
const plainWords = (
  words: readonly Word[],
  name: Name,
  surnames: ReadonlySet<string>,
  rules: EntityRules,
) => {
  const parts = words.slice(name.from, name.to).map((word) => word.text)
  const forms = rules.nominatives(parts.at(-1)!)
  const last = forms.length === 1 ? forms[0]! : (forms.slice(1).find((form) => surnames.has(form)) ?? null)
  if (last !== null) parts[parts.length - 1] = last
  else if (
    forms.length > 1 &&
    (rules.names.classesOf(forms[0]!) & nameClass.surname) === 0 &&
    forms.some((form) => (rules.names.classesOf(form) & nameClass.surname) !== 0)
  )
    parts[parts.length - 1] = forms.find((form) => (rules.names.classesOf(form) & nameClass.surname) !== 0)!
  return parts
}

/** Links the names of persons of one report. */
export interface PersonLinker {
  /** The person meant, or null where a bare surname of the register means nobody certain. */
  link(name: Name, titled: { readonly office: string | null } | null): Entity | null
}

/** A former holder is still written about by surname alone for some years. */
const yearsRemembered = 4

export const createPersonLinker = (
  document: Pick<Annotated<'word'>, 'word' | 'publishedAt'>,
  names: readonly Name[],
  table: EntityTable,
  rules: EntityRules,
): PersonLinker => {
  const { word: words, publishedAt } = document
  const { register } = rules
  const year = Number.parseInt(publishedAt?.slice(0, 4) ?? '', 10)
  const persons = names.filter((name) => name.type === 'PER')
  const surnames = new Set(persons.map((name) => words[name.to - 1]!.text))
  /** Entities of full names in this report by the key of the surname. */
  const bySurname = new Map<string, Entity[]>()

  const registered = (surname: string, given: string): number | null =>
    register.surnames.get(rules.spellingKey(surname))?.find((index) => {
      const known = register.entries[index]!.given
      const key = rules.spellingKey(given)
      return known === key || (key.length > 2 && known.slice(0, 3) === key.slice(0, 3))
    }) ?? null

  const sexOf = (given: string): 'm' | 'f' | null => {
    const classes = rules.names.classesOf(given.split('-')[0]!)
    const male = (classes & nameClass.male) !== 0
    const female = (classes & nameClass.female) !== 0
    return male === female ? null : male ? 'm' : 'f'
  }

  /** A person of the register, for the country served when the report appeared: „EU-Außenbeauftragte Kaja Kallas“. */
  const ofRegister = (index: number): Entity => {
    const entity = entityOf(table, rules, index)
    const offices = register.heldBy.get(index) ?? []
    for (const { office } of offices) entity.offices.add(office)
    const day = publishedAt?.slice(0, 10) ?? ''
    const now = offices.findLast(({ from, until }) => from <= day && (until === null || day < until))
    if (day.length === 10 && now !== undefined) entity.country = now.country
    // Whoever served an alliance is of it only while serving.
    else if (day.length === 10 && blocs.has(entity.country ?? '')) entity.country = null
    return entity
  }

  /** Full names first, so that a surname in the headline finds its owner in the text. */
  const full = (name: Name): Entity => {
    const parts = plainWords(words, name, surnames, rules)
    let from = parts.length - 1
    while (from > 1 && rules.words.particles.has(parts[from - 1]!.toLowerCase())) from--
    const surname = parts.slice(from).join(' ')
    const given = parts.slice(0, from).join(' ')
    const alias = name.aliases.find((one) => register.entries[one.entry]!.kind === 'person')
    const known = alias !== undefined && !alias.surnameOnly ? alias.entry : registered(surname, given)
    const entity =
      known !== null
        ? ofRegister(known)
        : table.get(`person:${rules.spellingKey(parts.join(' '))}`, () => ({
            type: 'PER',
            name: parts.join(' '),
            id: null,
            country: null,
            gender: sexOf(parts[0]!),
            kind: 'person',
            body: null,
            portfolio: null,
          }))
    const key = rules.spellingKey(parts.at(-1)!)
    const same = bySurname.get(key)
    if (same === undefined) bySurname.set(key, [entity])
    else if (!same.includes(entity)) same.push(entity)
    return entity
  }
  const linked = new Map<Name, Entity>()
  for (const name of persons) if (name.to - name.from > 1) linked.set(name, full(name))

  /** Somebody of the register in office about the time of the report. */
  const inOffice = (entry: number): boolean =>
    (register.heldBy.get(entry) ?? []).some((held) =>
      Number.isNaN(year)
        ? held.until === null
        : held.from.slice(0, 4) <= String(year) &&
          (held.until === null || Number(held.until.slice(0, 4)) + yearsRemembered >= year),
    )

  return {
    link: (name, titled) => {
      const known = linked.get(name)
      if (known !== undefined) return known
      const [surname] = plainWords(words, name, surnames, rules)
      const key = rules.spellingKey(surname!)
      const candidates = bySurname.get(key)
      if (candidates !== undefined) return candidates[0]!
      const entries = [
        ...new Set([
          ...name.aliases
            .map((alias) => alias.entry)
            .filter((index) => register.entries[index]!.kind === 'person'),
          ...(register.surnames.get(key) ?? []),
        ]),
      ]
      const ofOffice = (index: number): boolean =>
        titled?.office !== null &&
        titled !== null &&
        (register.heldBy.get(index) ?? []).some((held) => held.office === titled.office)
      const chosen = entries.find(ofOffice) ?? entries.find(inOffice)
      if (chosen !== undefined) {
        const entity = ofRegister(chosen)
        bySurname.set(key, [entity])
        return entity
      }
      if (name.aliases.length > 0 && name.agreed !== true && titled === null) return null
      const made = table.get(`person:${key}`, () => ({
        type: 'PER',
        name: surname!,
        id: null,
        country: null,
        gender: sexOf(surname!),
        kind: 'person',
        body: null,
        portfolio: null,
      }))
      bySurname.set(key, [made])
      return made
    },
  }
}
