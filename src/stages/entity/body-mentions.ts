/** Bodies that a common noun means: ministries, parliaments, forces, groups of people. */
import type { Sentence } from '../../core/layers.ts'
import type { BodyNoun, NameGender } from '../../lang/common/entity.ts'
import { type Entity, entityOf } from './entities.ts'
import { isDomestic, ownCountry } from './home-country.ts'
import type { MentionScene } from './mention-scene.ts'
import { determinerBefore } from './noun-context.ts'

/** The body of a kind and country: the register's, or one that is named by its noun. */
const bodyEntity = (
  { table, rules }: MentionScene,
  kind: string,
  portfolio: string,
  country: string | null,
  noun: string,
  gender: NameGender,
): Entity => {
  const { register } = rules
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

/** „US-Verteidigungsministerium“ → „Verteidigungsministerium“ */
const withoutOwner = (text: string): string =>
  text.includes('-') ? text.slice(text.lastIndexOf('-') + 1) : text

/** „Finanzminister Lindner … Das Finanzministerium …“: the country of the minister, else of who acted last. */
const ministerCountry = ({ rules, salience }: MentionScene, at: number, portfolio: string): string | null => {
  const office = rules.ministerOf(portfolio)
  const minister = salience.latest(at, (one) => office !== null && one.offices.has(office))
  return (minister ?? salience.actorBefore(at) ?? salience.latestCountry(at))?.country ?? null
}

/** „Verteidigungsminister Berg sagte … Aus dem Ministerium hieß es“: that of the minister named last. */
const mentionHisMinistry = (scene: MentionScene, at: number): void => {
  const { rules, salience } = scene
  const heads = (title: string): boolean => {
    const portfolio = rules.portfolioOf(rules.ministryOfTitle(title) ?? '')
    return portfolio !== null && rules.ministerOf(portfolio) !== null
  }
  const minister = salience.latest(at, ({ called }) => [...called].some(heads))
  const name = rules.ministryOfTitle([...(minister?.called ?? [])].find(heads) ?? '')
  if (name === null || minister?.country == null) return
  const ministry = bodyEntity(scene, 'ministry', rules.portfolioOf(name)!, minister.country, name, 'n')
  scene.say(ministry, scene.span(at), 'description', 'entity/ministry')
}

export const mentionMinistry = (
  scene: MentionScene,
  at: number,
  portfolio: string,
  sentence: Sentence,
  form: 'name' | 'description' = 'description',
): void => {
  const { words, rules, salience } = scene
  const owners: (string | null)[] = [...scene.owners(at, sentence)]
  const { text } = words[at]!
  if (owners.length === 0) {
    const national = rules.ministryCountry(text)
    if (national !== null) owners.push(national)
  }
  if (owners.length === 0) {
    const known = salience.latest(
      at,
      (one) =>
        one.body === 'ministry' &&
        (portfolio === '' || one.portfolio === portfolio || (one.portfolio ?? '').startsWith(portfolio)),
    )
    if (known !== null) {
      scene.say(known, scene.span(at), form, 'entity/ministry')
      return
    }
    if (portfolio === '') {
      mentionHisMinistry(scene, at)
      return
    }
    owners.push(ministerCountry(scene, at, portfolio))
  }
  for (const country of owners) {
    const noun = country === null ? text : withoutOwner(text)
    const ministry = bodyEntity(scene, 'ministry', portfolio, country, noun, 'n')
    scene.say(ministry, scene.span(at), form, 'entity/ministry')
  }
}

/** Kinds of body that common nouns mean beside their own: the register or the name rarely says which it is. */
const alsoMeans: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['company', new Set(['organisation', 'company'])],
  ['organisation', new Set(['organisation', 'company', 'party'])],
  ['agency', new Set(['agency', 'organisation', 'ministry', 'police', 'service', 'prosecution'])],
])

/** „Rheinmetall baut ein Werk. …, teilte das Unternehmen mit.“: the body named before, where one speaks. */
const bodyMeant = ({ words, rules, salience }: MentionScene, at: number, kind: string): Entity | null =>
  salience.tells(at) && rules.words.definite.has(words[at - 1]?.text.toLowerCase() ?? '')
    ? salience.latest(at, (one) => alsoMeans.get(kind)?.has(one.body ?? '') ?? false)
    : null

/** „…, teilte der Verband mit“ */
export const mentionBodyBefore = (
  scene: MentionScene,
  at: number,
  kind: string,
  sentence: Sentence,
): void => {
  if (determinerBefore(scene.words, at, sentence, scene.rules) !== 'definite') return
  if (scene.owners(at, sentence).length > 0 || isNamed(scene, at)) return
  const known = bodyMeant(scene, at, kind)
  if (known !== null) scene.say(known, scene.span(at), 'description', 'entity/body')
}

/** „die Zeitung „Neuer Bote““, „der Sender Antenne“: the name says which. */
const isNamed = ({ words, rules, nameAt }: MentionScene, at: number): boolean =>
  rules.words.quotationMarks.has(words[at + 1]?.text ?? '') || nameAt(at + 1) !== undefined

/** Bodies that every country has, so that „die Regierung“ means that of who acts. */
const everyCountryHas: ReadonlySet<string> = new Set(['government', 'parliament', 'forces'])

export const mentionBody = (
  scene: MentionScene,
  at: number,
  { body: kind, gender }: BodyNoun,
  sentence: Sentence,
): void => {
  const { words, rules, salience } = scene
  const { text } = words[at]!
  const owners = scene.owners(at, sentence)
  const say = (entity: Entity): void => scene.say(entity, scene.span(at), 'description', 'entity/body')
  if (owners.length === 0) {
    if (determinerBefore(words, at, sentence, rules) !== 'definite' || isNamed(scene, at)) return
    const known = salience.latest(at, (one) => one.body === kind) ?? bodyMeant(scene, at, kind)
    if (known !== null) say(known)
    else if (kind === 'commission' && salience.latest(at, ({ country }) => country === 'EU') !== null)
      say(bodyEntity(scene, kind, '', 'EU', text, gender))
    else if (everyCountryHas.has(kind)) {
      const country = (salience.actorBefore(at) ?? salience.latestCountry(at))?.country ?? null
      if (country !== null) say(bodyEntity(scene, kind, '', country, text, gender))
    }
    return
  }
  for (const country of owners) say(bodyEntity(scene, kind, '', country, withoutOwner(text), gender))
}

/** „Vertreter der Regierung“, and „den Angaben zufolge“ for whoever said something before. */
export const mentionGroup = (
  scene: MentionScene,
  at: number,
  gender: NameGender,
  sentence: Sentence,
): void => {
  const { words, rules, salience } = scene
  const { text } = words[at]!
  const owners = [...scene.owners(at, sentence)]
  const home = owners.length === 0 && isDomestic(text, rules) ? ownCountry(scene, at) : null
  if (home !== null) owners.push(home)
  const saying = rules.words.sayings.get(text.toLowerCase())
  if (
    owners.length === 0 &&
    saying !== undefined &&
    determinerBefore(words, at, sentence, rules) === 'definite'
  ) {
    const isMedia = (one: Entity): boolean =>
      one.body === 'media' || (one.kind === 'group' && rules.isMedia(one.name))
    const known = salience.source(at, (one) => saying === 'any' || isMedia(one))
    if (known !== null) scene.say(known, scene.span(at), 'description', 'entity/saying')
    return
  }
  for (const country of owners) {
    const noun = rules.nominativePlural(withoutOwner(text))
    const group = bodyEntity(scene, 'group', '', country, noun, gender)
    scene.say(group, scene.span(at), 'description', 'entity/group')
  }
}
