import type { Alias, Holder, NameGender, Register, RegisterEntry } from '../../common/entity.ts'
import { spellingKey, tokenKey } from './name-key.ts'

/** The YAML of `registers/`, as far as it is read; a user's file has any of the lists. */
export interface RegisterSource {
  readonly countries?: readonly CountrySource[]
  readonly blocs?: readonly CountrySource[]
  readonly bodies?: readonly BodySource[]
  readonly offices?: readonly OfficeSource[]
  readonly places?: Readonly<Record<string, readonly string[]>>
  readonly regions?: readonly string[]
}

interface CountrySource {
  readonly code: string
  readonly id?: string | null
  readonly name: string
  readonly gender?: NameGender
  readonly full?: readonly string[]
  readonly adjective?: readonly string[]
  readonly people?: readonly string[]
  readonly feminine?: readonly string[]
  readonly plural?: readonly string[]
  readonly seats?: readonly string[]
  readonly compound?: readonly string[]
}

interface BodySource {
  readonly name: string
  readonly country?: string | null
  readonly id?: string | null
  readonly kind: string
  readonly gender?: NameGender
  readonly portfolio?: string
  /** A house that stands for its government: „Kreml“. It is a place, too. */
  readonly metonym?: boolean
  readonly also?: readonly string[]
  readonly short?: readonly string[]
}

interface OfficeSource {
  readonly country: string
  readonly office: string
  readonly holders: readonly {
    readonly name: string
    readonly sex: 'm' | 'f'
    readonly from: string
    readonly until?: string | null
    readonly id?: string
    readonly also?: readonly string[]
    readonly surname?: string
  }[]
}

/**
 * Declined forms of a name that begins with an adjective; any other name is returned alone.
 *
 *     Weißes Haus        → Weiße, Weißem, Weißen, Weißer Haus
 *     Vereinigte Staaten → Vereinigten, Vereinigter Staaten
 */
const declined = (name: string): string[] => {
  const words = name.split(' ')
  const stem = /^(?<stem>\p{Lu}[\p{L}-]*\p{L})e[rs]?$/u.exec(words[0]!)?.groups?.stem
  if (words.length === 1 || stem === undefined || !/^\p{Lu}/u.test(words[1]!)) return [name]
  const second = /^(?<stem>\p{Lu}[\p{L}-]*(?:isch|ier|end|t))e[rs]?$/u.exec(words[1]!)?.groups?.stem
  return ['e', 'en', 'er', 'es', 'em'].map((ending) =>
    [
      stem + ending,
      second !== undefined && words.length > 2 ? second + ending : words[1]!,
      ...words.slice(2),
    ].join(' '),
  )
}

/** Compiles register sources; a later one adds to those before it. */
export const compileRegister = (sources: readonly RegisterSource[]): Register => {
  const entries: RegisterEntry[] = []
  const aliases = new Map<string, Alias[]>()
  const starts = new Map<string, number>()
  const offices = new Map<string, Holder[]>()
  const heldBy = new Map<number, Holder[]>()
  const adjectives = new Map<string, string>()
  const people = new Map<string, string>()
  const compounds = new Map<string, string>()
  const countries = new Map<string, number>()
  const adjectiveOf = new Map<string, string>()
  const surnames = new Map<string, number[]>()
  const bodies = new Map<string, number>()
  const personByName = new Map<string, number>()

  const addEntry = (entry: RegisterEntry): number => entries.push(entry) - 1
  const addAlias = (name: string, entry: number, flags: Partial<Alias> = {}): void => {
    for (const form of declined(name)) {
      const words = splitName(form)
      const key = words.join(' ')
      const known = aliases.get(key)
      const alias = { entry, needsContext: false, surnameOnly: false, ...flags }
      if (known === undefined) aliases.set(key, [alias])
      else if (!known.some((one) => one.entry === entry)) known.push(alias)
      starts.set(words[0]!, Math.max(starts.get(words[0]!) ?? 0, words.length))
    }
  }

  for (const source of sources) {
    for (const [list, kind] of [
      [source.countries ?? [], 'country'],
      [source.blocs ?? [], 'bloc'],
    ] as const) {
      for (const one of list) {
        const base = {
          type: kind === 'bloc' ? ('ORG' as const) : ('LOC' as const),
          name: one.name,
          id: one.id ?? null,
          country: one.code,
          gender: one.gender ?? 'n',
          body: kind === 'bloc' ? 'alliance' : null,
          portfolio: null,
          given: '',
        }
        const entry = addEntry({ ...base, kind })
        countries.set(one.code, entry)
        for (const name of [one.name, ...(one.full ?? [])]) {
          addAlias(name, entry)
          // „den Niederlanden“, „den Emiraten“
          if (base.gender === 'p' && name.endsWith('e')) addAlias(`${name}n`, entry)
        }
        for (const name of one.compound ?? [one.name, ...(one.full ?? []).filter((n) => !n.includes(' '))])
          compounds.set(tokenKey(name), one.code)
        for (const adjective of one.adjective ?? []) adjectives.set(adjective.toLowerCase(), one.code)
        if (one.adjective?.[0] !== undefined) adjectiveOf.set(one.code, one.adjective[0])
        for (const form of inhabitants(one)) people.set(form, one.code)
        for (const seat of one.seats ?? []) {
          const place = addEntry({
            ...base,
            kind: 'seat',
            type: 'LOC',
            name: seat,
            id: null,
            gender: 'n',
            body: null,
          })
          addAlias(seat, place)
          if (!seat.includes(' ')) compounds.set(tokenKey(seat), one.code)
        }
      }
    }
    for (const one of source.bodies ?? []) {
      const entry = addEntry({
        kind: one.metonym === true ? 'seat' : 'body',
        type: one.metonym === true ? 'LOC' : 'ORG',
        name: one.name,
        id: one.id ?? null,
        country: one.country ?? null,
        gender: one.gender ?? 'n',
        body: one.kind,
        portfolio: one.portfolio?.toLowerCase() ?? portfolioOfName(one.name),
        given: '',
      })
      const key = `${one.kind}:${entries[entry]!.portfolio ?? ''}:${one.country ?? ''}`
      if (one.metonym !== true && !bodies.has(key)) bodies.set(key, entry)
      // A house or body named here is more than a mere seat: it takes the name over.
      for (const name of [one.name, ...(one.also ?? [])]) {
        for (const form of declined(name)) {
          const key = splitName(form).join(' ')
          aliases.set(
            key,
            (aliases.get(key) ?? []).filter((alias) => entries[alias.entry]!.kind !== 'seat'),
          )
        }
        addAlias(name, entry)
      }
      for (const name of one.short ?? []) addAlias(name, entry, { needsContext: true })
    }
    for (const office of source.offices ?? []) {
      for (const one of office.holders) {
        const surname = one.surname ?? surnameOf(one.name)
        let entry = personByName.get(one.name)
        if (entry === undefined) {
          entry = addEntry({
            kind: 'person',
            type: 'PER',
            name: one.name,
            id: one.id ?? null,
            country: office.country,
            gender: one.sex,
            body: null,
            portfolio: null,
            given: surname === null ? '' : spellingKey(one.name.slice(0, one.name.length - surname.length)),
          })
          personByName.set(one.name, entry)
          addAlias(one.name, entry, { surnameOnly: !one.name.includes(' ') })
          if (surname !== null) {
            addAlias(surname, entry, { surnameOnly: true })
            const key = spellingKey(surname)
            surnames.set(key, [...(surnames.get(key) ?? []), entry])
          }
        }
        for (const name of one.also ?? []) addAlias(name, entry, { surnameOnly: !name.includes(' ') })
        const holder: Holder = {
          entry,
          office: office.office,
          country: office.country,
          from: one.from,
          until: one.until ?? null,
        }
        const key = `${office.office}:${office.country}`
        offices.set(
          key,
          [...(offices.get(key) ?? []), holder].sort((a, b) => (a.from < b.from ? -1 : 1)),
        )
        heldBy.set(entry, [...(heldBy.get(entry) ?? []), holder])
      }
    }
    for (const [country, names] of Object.entries(source.places ?? {})) {
      for (const name of names) addPlace(name, country)
    }
    for (const name of source.regions ?? []) addPlace(name, null)
  }

  function addPlace(name: string, country: string | null): void {
    const key = splitName(name).join(' ')
    if ((aliases.get(key) ?? []).some((alias) => entries[alias.entry]!.type === 'LOC')) return
    const kind = country === null ? 'region' : 'place'
    addAlias(
      name,
      addEntry({
        kind,
        type: 'LOC',
        name,
        id: null,
        country,
        gender: 'n',
        body: null,
        portfolio: null,
        given: '',
      }),
    )
  }

  return {
    entries,
    aliases,
    starts,
    offices,
    heldBy,
    adjectives,
    people,
    compounds,
    countries,
    surnames,
    bodies,
    adjectiveOf,
  }
}

/** Tokens as the segment stage makes them: marks stand alone, hyphens and the dots of initials do not. */
export const splitName = (name: string): string[] =>
  (name.match(/[\p{L}\p{M}\p{N}]+(?:[-'’.][\p{L}\p{M}\p{N}]+)*\.?|[^\s\p{L}\p{N}]/gu) ?? [name]).map(tokenKey)

const particles = new Set(['von', 'van', 'de', 'der', 'den', 'al', 'bin', 'ben', 'le', 'la', 'da', 'du'])

/** „Ursula von der Leyen“ → „von der Leyen“; null for one name and for „Elizabeth II.“. */
const surnameOf = (name: string): string | null => {
  const words = name.split(' ')
  if (words.length === 1 || /^[IVX]+\.$/u.test(words.at(-1)!)) return null
  let from = words.length - 1
  while (from > 1 && particles.has(words[from - 1]!.toLowerCase())) from--
  return words.slice(from).join(' ')
}

const inhabitants = (one: CountrySource): string[] => {
  const forms: string[] = []
  for (const name of one.people ?? []) {
    if (name.endsWith('er')) forms.push(name, `${name}n`, `${name}s`, `${name}in`, `${name}innen`)
    else if (name === 'Deutsche') forms.push(name, 'Deutschen', 'Deutscher')
    else if (name.endsWith('e')) forms.push(name, `${name}n`, `${name.slice(0, -1)}innen`)
    else forms.push(name, `${name}s`, `${name}en`, `${name}n`, `${name}in`, `${name}innen`)
  }
  for (const name of one.feminine ?? []) forms.push(name, `${name}nen`)
  return [...forms, ...(one.plural ?? [])].map(tokenKey)
}

const portfolioOfName = (name: string): string | null => {
  const found = /(?:^|-)(?<field>\p{L}+?)s?ministerium$/u.exec(name.toLowerCase())
  return found?.groups?.field ?? null
}
