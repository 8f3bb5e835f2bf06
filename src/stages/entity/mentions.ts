import type { Sentence } from '../../core/layers.ts'
import type { Annotated } from '../../core/stage.ts'
import type { EntityRules, NameGender, Title } from '../../lang/common/entity.ts'
import { describeAfter } from './appositions.ts'
import { blocs, describedPerson } from './descriptions.ts'
import {
  countryEntity,
  createEntities,
  type Entity,
  entityOf,
  holderAt,
  mentionOf,
  type PlacedMention,
} from './entities.ts'
import type { Name } from './name-finder.ts'
import { determinerBefore, isAttributive, isFormer, isNounish } from './noun-context.ts'
import { ownersOf } from './owners.ts'
import { createPersonLinker } from './persons.ts'
import { createSalience } from './salience.ts'
import { countriesOf } from './spoken-countries.ts'
import { traitsOf } from './traits.ts'

type Input = Annotated<'sentence' | 'word' | 'phrase'>

interface Span {
  readonly start: number
  readonly end: number
  readonly from: number
  readonly to: number
}

/**
 * Mentions of a report, word by word from left to right, so that what points back finds what stands before.
 * At each word the first that applies: a name, a part of a compound, an adjective or inhabitant of a country, a
 * title, a body, a group, a country noun, a pronoun.
 */
export const resolveMentions = (
  document: Input,
  names: readonly Name[],
  rules: EntityRules,
): PlacedMention[] => {
  const { word: words, sentence: sentences, publishedAt } = document
  const { register } = rules
  const table = createEntities()
  const linker = createPersonLinker(document, names, table, rules)
  const salience = createSalience(document, rules)
  const out: PlacedMention[] = []
  const starting = new Map<number, { readonly name: Name; entity: Entity | null }>()
  const ending = new Map<number, { readonly name: Name; entity: Entity | null }>()
  const spoken = countriesOf(words, names, rules)

  const spanOf = (from: number, to: number): Span => ({
    start: words[from]!.start,
    end: words[to - 1]!.end,
    from,
    to,
  })
  const say = (entity: Entity, span: Span, form: PlacedMention['form'], rule: string): void => {
    out.push(mentionOf(entity, span, form, rule))
    salience.note(entity, span.from, form)
  }

  /** Entity of a name that is no person. */
  const thing = (name: Name): Entity | null => {
    const alias = name.aliases.find(
      (one) =>
        register.entries[one.entry]!.type === name.type &&
        (!one.needsContext || spoken.has(register.entries[one.entry]!.country ?? '')),
    )
    if (alias !== undefined) return entityOf(table, rules, alias.entry)
    if (name.aliases.length > 0 && name.agreed !== true) return null
    const forms = words.slice(name.from, name.to).map((word) => word.text)
    const last = rules.nominatives(forms.at(-1)!)
    const plain = last.findLast(
      (form) => table.find(`name:${[...forms.slice(0, -1), form].join(' ')}`) !== null,
    )
    const text = [...forms.slice(0, -1), plain ?? forms.at(-1)!].join(' ')
    return table.get(`name:${text}`, () => ({
      type: name.type,
      name: text,
      id: null,
      country: null,
      gender: name.type === 'LOC' ? 'n' : null,
      kind: name.type === 'LOC' ? 'place' : 'body',
      body: name.type === 'ORG' ? 'organisation' : null,
      portfolio: null,
    }))
  }

  const titleBefore = (
    at: number,
    sentence: Sentence,
  ): { readonly title: Title; readonly at: number } | null => {
    const index = at - 1
    if (index < sentence.from) return null
    const title = traitsOf(words[index]!.text, rules).title
    return title === null ? null : { title, at: index }
  }

  // Names are linked first, so that owners („die Regierung der Ukraine“) can look ahead.
  let current = 0
  for (const name of names) {
    while (sentences[current]!.to <= name.from) current++
    const titled = titleBefore(name.from, sentences[current]!)
    const entity = name.type === 'PER' ? linker.link(name, titled?.title ?? null) : thing(name)
    const linked = { name, entity }
    starting.set(name.from, linked)
    ending.set(name.to, linked)
  }
  const nameAt = (index: number) => {
    const found = starting.get(index)
    return found?.entity ? { entity: found.entity, to: found.name.to } : null
  }
  const nameEndingAt = (index: number): Entity | null => ending.get(index)?.entity ?? null

  const body = (
    kind: string,
    portfolio: string,
    country: string | null,
    noun: string,
    gender: NameGender,
  ): Entity => {
    const known = register.bodies.get(`${kind}:${portfolio}:${country ?? ''}`)
    if (known !== undefined) return entityOf(table, rules, known)
    const adjective = country === null ? undefined : register.adjectiveOf.get(country)
    return table.get(`body:${kind}:${portfolio}:${country ?? ''}:${kind === 'group' ? noun : ''}`, () => ({
      type: 'ORG',
      name: adjective === undefined ? noun : rules.ownedName(adjective, rules.plainNoun(noun), gender),
      id: null,
      country,
      gender,
      kind: kind === 'group' ? 'group' : 'body',
      body: kind,
      portfolio: portfolio === '' ? null : portfolio,
    }))
  }

  /** Describes a person before or without the name. */
  const office = (at: number, title: Title, sentence: Sentence): void => {
    const owner = title.country ?? ownersOf(words, at, sentence, nameAt, nameEndingAt, rules)[0] ?? null
    const topic = isTopic(words[at]!.text)
    const country =
      topic && title.country === null && traitsOf(words[at]!.text, rules).part !== null ? null : owner
    const next = personAfter(at, sentence)
    if (next !== null) {
      const { person } = next
      person.called.add(words[at]!.text.toLowerCase())
      if (title.office !== null) person.offices.add(title.office)
      if (title.sex === 'f' || person.gender === null) person.gender = title.sex ?? person.gender
      person.country ??=
        country ??
        traitsOf(words[at]!.text, rules).party ??
        next.country ??
        (ministerial.has(title.office ?? '') || isDomestic(words[at]!.text) ? ownCountry(at) : null)
      if (next.isApart) say(person, spanOf(at, at + 1), 'description', 'entity/title')
      return
    }
    const former = isFormer(words, at, sentence, rules)
    const span = spanOf(at, at + 1)
    const points = determinerBefore(words, at, sentence, rules) !== 'indefinite'
    const fits = (one: Entity): boolean =>
      one.kind === 'person' &&
      (title.sex === null || one.gender === null || one.gender === title.sex) &&
      (country === null || one.country === null || one.country === country) &&
      (title.office === null
        ? country === null && rules.words.personNouns.has(words[at]!.text.toLowerCase())
        : title.office === 'minister'
          ? [...one.offices].some((held) => ministerial.has(held))
          : one.offices.has(title.office))
    const known = points && !former ? salience.latest(at, fits) : null
    if (known !== null) {
      say(known, span, 'description', 'entity/title')
      return
    }
    if (title.office !== null && country !== null && points && !former) {
      const holder = holderAt(register.offices.get(`${title.office}:${country}`), publishedAt)
      const person = holder === null ? null : entityOf(table, rules, holder.entry)
      if (person !== null && (title.sex === null || person.gender === title.sex)) {
        person.offices.add(title.office)
        say(person, span, 'description', 'entity/office')
        return
      }
    }
    if (title.office === null && country === null) return
    const noun = words[at]!.text
    const adjective = country === null ? undefined : register.adjectiveOf.get(country)
    const unknown = table.get(`office:${title.office ?? noun}:${country ?? at}:${former}`, () => ({
      type: 'PER',
      name:
        adjective === undefined || noun.includes('-')
          ? noun
          : rules.ownedName(adjective, rules.plainNoun(noun), title.sex ?? 'm'),
      id: null,
      country,
      gender: title.sex,
      kind: 'person',
      body: null,
      portfolio: null,
    }))
    if (title.office !== null) unknown.offices.add(title.office)
    say(unknown, span, 'description', 'entity/title')
  }

  /**
   * The person whose title stands at `at`, with the country of the body in between.
   *
   *     Präsidentin Maia Sandu     der Leiter der US-Botschaft John Smith     die Botschafterin der USA, Jane Doe,
   *                 ^^^^^^^^^^                              ^^^^^^^^^^                               ^^^^^^^^
   */
  function personAfter(
    at: number,
    sentence: Sentence,
  ): { readonly person: Entity; readonly country: string | null; readonly isApart: boolean } | null {
    const direct = starting.get(at + 1)
    if (direct?.entity?.kind === 'person') return { person: direct.entity, country: null, isApart: false }
    const link = words[at + 1]?.text
    if (link === undefined || !attributeOpeners.has(link)) return null
    let country: string | null = null
    for (let i = at + 2; i < Math.min(sentence.to, at + 12); i++) {
      const named = starting.get(i)
      const afterComma = words[i - 1]!.text === ','
      if (named?.entity?.kind === 'person') {
        const end = words[named.name.to]?.text
        const isApposition = afterComma ? end === ',' || end === '.' : /^\p{Lu}/u.test(words[i - 1]!.text)
        return isApposition ? { person: named.entity, country, isApart: true } : null
      }
      const { upos, text } = words[i]!
      if (afterComma || upos === 'VERB' || upos === 'AUX' || text === '.') return null
      country ??= named?.entity?.country ?? traitsOf(text, rules).part?.country ?? null
      if (named) i = named.name.to - 1
    }
    return null
  }

  /** „Oppositionsführer“: an office of the country that is spoken of. */
  function isDomestic(text: string): boolean {
    const lower = text.toLowerCase()
    return rules.words.domestic.some((noun) => lower.startsWith(noun))
  }

  /** Whose minister, where nothing says so: of the side that spoke or acted last. */
  const ownCountry = (at: number): string | null =>
    salience.latest(
      at,
      (one) =>
        one.country !== null && !blocs.has(one.country) && one.kind !== 'place' && one.kind !== 'country',
    )?.country ?? null

  const ministry = (
    at: number,
    portfolio: string,
    sentence: Sentence,
    form: 'name' | 'description' = 'description',
  ): void => {
    const owners = [...ownersOf(words, at, sentence, nameAt, nameEndingAt, rules)]
    const text = words[at]!.text
    const national = owners.length === 0 ? rules.ministryCountry(text) : null
    if (national !== null) owners.push(national)
    if (owners.length === 0) {
      const known = salience.latest(
        at,
        (one) =>
          one.body === 'ministry' &&
          (portfolio === '' || one.portfolio === portfolio || (one.portfolio ?? '').startsWith(portfolio)),
      )
      if (known !== null) {
        say(known, spanOf(at, at + 1), form, 'entity/ministry')
        return
      }
      if (portfolio === '') return
      // „Finanzminister Lindner … Das Finanzministerium …“
      const office = rules.titleOf(`${portfolio}minister`)?.office ?? null
      const minister = salience.latest(at, (one) => office !== null && one.offices.has(office))
      const actor = minister ?? salience.actorBefore(at) ?? salience.latestCountry(at)
      if (actor?.country != null) owners.push(actor.country)
    }
    for (const country of owners.length === 0 ? [null] : owners) {
      const noun = country === null || !text.includes('-') ? text : text.slice(text.lastIndexOf('-') + 1)
      say(body('ministry', portfolio, country, noun, 'n'), spanOf(at, at + 1), form, 'entity/ministry')
    }
  }

  const organ = (at: number, kind: string, gender: NameGender, sentence: Sentence): void => {
    const text = words[at]!.text
    const owners = ownersOf(words, at, sentence, nameAt, nameEndingAt, rules)
    const span = spanOf(at, at + 1)
    if (owners.length === 0) {
      if (determinerBefore(words, at, sentence, rules) !== 'definite') return
      const known = salience.latest(at, (one) => one.body === kind)
      if (known !== null) say(known, span, 'description', 'entity/body')
      else if (kind === 'government' || kind === 'parliament' || kind === 'forces') {
        const country = (salience.actorBefore(at) ?? salience.latestCountry(at))?.country ?? null
        if (country !== null) say(body(kind, '', country, text, gender), span, 'description', 'entity/body')
      }
      return
    }
    for (const country of owners) {
      const noun = text.includes('-') ? text.slice(text.lastIndexOf('-') + 1) : text
      say(body(kind, '', country, noun, gender), span, 'description', 'entity/body')
    }
  }

  const group = (at: number, gender: NameGender, sentence: Sentence): void => {
    const text = words[at]!.text
    const owners = ownersOf(words, at, sentence, nameAt, nameEndingAt, rules)
    const saying = rules.words.sayings.get(text.toLowerCase())
    if (
      owners.length === 0 &&
      saying !== undefined &&
      determinerBefore(words, at, sentence, rules) === 'definite'
    ) {
      const known = salience.source(at, (one) => saying === 'any' || isMedia(one))
      if (known !== null) say(known, spanOf(at, at + 1), 'description', 'entity/saying')
      return
    }
    for (const country of owners) {
      const noun = text.includes('-') ? text.slice(text.lastIndexOf('-') + 1) : text
      say(
        body('group', '', country, rules.nominativePlural(noun), gender),
        spanOf(at, at + 1),
        'description',
        'entity/group',
      )
    }
  }

  for (const sentence of sentences) {
    for (let at = sentence.from; at < sentence.to; at++) {
      const word = words[at]!
      const named = starting.get(at)
      const described =
        named?.entity?.kind === 'person' ? null : describedPerson(words, at, sentence, salience, rules)
      if (described !== null) {
        described.country ??= traitsOf(word.text, rules).party
        say(described, spanOf(at, at + 1), 'description', 'entity/described')
        continue
      }
      if (named?.entity) {
        const { name, entity } = named
        const field =
          name.aliases.length === 0 && name.type === 'ORG' ? traitsOf(word.text, rules).portfolio : null
        if (field !== null && name.to === at + 1) {
          ministry(at, field, sentence, 'name')
          continue
        }
        if (entity.kind === 'person') describeAfter(words, name.to, sentence, entity, rules)
        say(entity, spanOf(name.from, name.to), 'name', name.rule)
        at = name.to - 1
        continue
      }
      if (word.kind !== 'word') continue
      const text = word.text
      const traits = traitsOf(text, rules)
      if (traits.isPlain) continue
      const { lower, part, title, portfolio, body: bodyNoun, group: groupGender } = traits
      const before = out.length
      if (groupGender !== null && !(title !== null && starting.get(at + 1)?.entity?.kind === 'person'))
        group(at, groupGender, sentence)
      else if (title !== null) office(at, title, sentence)
      else if (portfolio !== null) ministry(at, portfolio, sentence)
      else if (bodyNoun !== null) organ(at, bodyNoun.body, bodyNoun.gender, sentence)
      if (part !== null) {
        const span = { start: word.start, end: word.start + part.length, from: at, to: at + 1 }
        say(countryEntity(table, rules, part.country), span, 'part', 'entity/part')
        continue
      }
      if (out.length > before) continue
      const { adjective, people } = traits
      if (adjective !== null && !(people !== null && isNounish(word) && !isAttributive(words, at, sentence)))
        say(countryEntity(table, rules, adjective), spanOf(at, at + 1), 'adjective', 'entity/adjective')
      else if (people !== null) {
        const entity = table.get(`people:${people}:${lower.endsWith('in')}`, () => ({
          type: 'LOC',
          name: text,
          id: null,
          country: people,
          gender: 'p',
          kind: 'group',
          body: null,
          portfolio: null,
        }))
        say(entity, spanOf(at, at + 1), 'description', 'entity/people')
      } else pointBack(at, lower, sentence)
    }
    salience.endSentence()
  }

  /** „das Land“, „beide Länder“, pronouns, „man“. */
  function pointBack(at: number, lower: string, sentence: Sentence): void {
    const span = spanOf(at, at + 1)
    const noun = rules.words.countryNouns.get(lower)
    if (noun !== undefined && determinerBefore(words, at, sentence, rules) === 'definite') {
      const actor = noun === 'other' ? (salience.actorBefore(at)?.country ?? null) : null
      const country = salience.latestCountry(at, actor)
      if (country?.country != null)
        say(countryEntity(table, rules, country.country), span, 'description', 'entity/country-noun')
      return
    }
    if (
      rules.words.pairNouns.has(lower) &&
      rules.words.pairWords.has(words[at - 1]?.text.toLowerCase() ?? '')
    ) {
      const first = salience.latestCountry(at, null, true) ?? salience.latestCountry(at)
      const second =
        first === null
          ? null
          : (salience.latestCountry(at, first.country, true) ?? salience.latestCountry(at, first.country))
      if (first === null || second === null) return
      for (const one of [second, first])
        say(countryEntity(table, rules, one.country!), span, 'description', 'entity/both')
      return
    }
    const genders = rules.words.pronouns.get(lower)
    if (genders !== undefined) {
      const number = words[at]!.feats.number
      const wanted = genders.filter((one) =>
        number === undefined || genders.length === 1 ? true : (one === 'p') === (number === 'plur'),
      )
      const known = salience.antecedent(at, wanted)
      if (known !== null) say(known, span, 'pronoun', 'entity/pronoun')
      return
    }
    if (rules.words.impersonal.has(lower)) {
      const known = salience.speaker(at)
      if (known !== null) say(known, span, 'pronoun', 'entity/man')
    }
  }

  function isTopic(text: string): boolean {
    const head = text.toLowerCase().slice(text.lastIndexOf('-') + 1)
    const prefix = text.slice(0, Math.max(0, text.lastIndexOf('-')))
    return (
      !/^(?:US|EU|UN|Nato|NATO)$/u.test(prefix) && rules.words.topicHeads.some((one) => head.includes(one))
    )
  }

  // „Anna Weber sagte …, so die CDU-Politikerin“: what is learned of a person later holds from the start.
  return out
    .map((one) => withCountry(one, table.all[one.entity]!))
    .sort((a, b) => a.start - b.start || b.end - a.end)
}

const withCountry = (mention: PlacedMention, { kind, country }: Entity): PlacedMention =>
  mention.country === null && kind === 'person' && country !== null ? { ...mention, country } : mention

const ministerial: ReadonlySet<string> = new Set([
  'foreign',
  'defence',
  'finance',
  'interior',
  'economy',
  'energy',
  'health',
  'justice',
  'development',
  'minister',
])

const isMedia = (one: Entity): boolean =>
  one.body === 'media' || (one.kind === 'group' && /medien|zeitung|bericht/iu.test(one.name))

/** What opens an attribute after a title: „Leiter *der* Botschaft“, „Minister *für* Verteidigung“. */
const attributeOpeners: ReadonlySet<string> = new Set(['der', 'des', 'von', 'für', 'im', 'in', 'beim'])
