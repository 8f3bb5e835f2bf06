/** Titles: of the person whose name follows, of one named before, or of who holds the office. */
import type { Sentence } from '../../core/layers.ts'
import type { EntityRules, Title } from '../../lang/common/entity.ts'
import { blocs, type Entity, entityOf, holderAt } from './entities.ts'
import { isDomestic, ownCountry } from './home-country.ts'
import type { MentionScene } from './mention-scene.ts'
import { determinerBefore, isAttributed, isFormer } from './noun-context.ts'
import { traitsOf } from './traits.ts'

/** Offices that „der Minister“ can mean. */
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

/** Those that head a department of their own. */
const departments: ReadonlySet<string> = new Set([...ministerial].filter((office) => office !== 'minister'))

/** How far a name may stand behind its title, in words. */
const reach = 12

interface Titled {
  readonly person: Entity
  readonly country: string | null
  /** Something stands between title and name. */
  readonly isApart: boolean
}

/**
 * The person whose title stands at `at`, with the country of the body in between.
 *
 *     Präsidentin Maia Sandu     der Leiter der US-Botschaft John Smith     die Botschafterin der USA, Jane Doe,
 *                 ^^^^^^^^^^                              ^^^^^^^^^^                               ^^^^^^^^
 */
const personAfter = (
  { words, rules, nameAt }: MentionScene,
  at: number,
  sentence: Sentence,
): Titled | null => {
  const direct = nameAt(at + 1)
  if (direct?.entity?.kind === 'person') return { person: direct.entity, country: null, isApart: false }
  if (!rules.words.attributeOpeners.has(words[at + 1]?.text ?? '')) return null
  let country: string | null = null
  for (let i = at + 2; i < Math.min(sentence.to, at + reach); i++) {
    const named = nameAt(i)
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

/** Whether the part before the hyphen says what the office is about, not whose it is: „Ukraine-Gesandter“. */
const isTopic = (text: string, { words: { actingPrefixes, topicHeads } }: EntityRules): boolean => {
  const hyphen = text.lastIndexOf('-')
  const head = text.toLowerCase().slice(hyphen + 1)
  return (
    !actingPrefixes.has(text.slice(0, Math.max(0, hyphen))) && topicHeads.some((one) => head.includes(one))
  )
}

const describe = (
  scene: MentionScene,
  at: number,
  title: Title,
  country: string | null,
  { person, country: between, isApart }: Titled,
): void => {
  const { text } = scene.words[at]!
  person.called.add(text.toLowerCase())
  if (title.office !== null) person.offices.add(title.office)
  if (title.sex === 'f' || person.gender === null) person.gender = title.sex ?? person.gender
  // „SPÖ-Bundesgeschäftsführer“: whose party it is says more than „Bundes…“.
  person.country ??=
    traitsOf(text, scene.rules).party ??
    country ??
    between ??
    (ministerial.has(title.office ?? '') || isDomestic(text, scene.rules) ? ownCountry(scene, at) : null)
  if (isApart) scene.say(person, scene.span(at), 'description', 'entity/title')
}

/** The person named before whom the title can mean. */
const namedBefore = (
  { words, rules, salience }: MentionScene,
  at: number,
  { sex, office }: Title,
  country: string | null,
): Entity | null => {
  const isPersonNoun = country === null && rules.words.personNouns.has(words[at]!.text.toLowerCase())
  return salience.latest(
    at,
    (one) =>
      one.kind === 'person' &&
      (sex === null || one.gender === null || one.gender === sex) &&
      (country === null || one.country === null || one.country === country) &&
      (office === null
        ? isPersonNoun
        : office === 'minister'
          ? [...one.offices].some((held) => ministerial.has(held))
          : one.offices.has(office)),
  )
}

/** Who held the office on the day of the report. */
const holderOf = (
  { words, table, rules, publishedAt }: MentionScene,
  at: number,
  { sex, office }: Title,
  country: string | null,
): Entity | null => {
  if (office === null || country === null) return null
  const holder = holderAt(rules.register.offices.get(`${office}:${country}`), publishedAt)
  if (holder === null) return null
  const person = entityOf(table, rules, holder.entry)
  if (sex !== null && person.gender !== sex) return null
  person.offices.add(office)
  person.called.add(words[at]!.text.toLowerCase())
  return person
}

/** „Merz … sein Verteidigungsminister“, „die Innenministerin“: of the side that spoke or acted last. */
const servedBy = (scene: MentionScene, at: number, { office }: Title, sentence: Sentence): string | null =>
  office !== null && departments.has(office) && !isAttributed(scene.words, at, sentence, scene.rules)
    ? ownCountry(scene, at)
    : null

/**
 * A department that the register knows no head of is that of the one told of last, who is not known to head another.
 *
 *     Bundespräsidentin Anna Weber sagte … Die Finanzministerin reist …
 */
const secondOffice = (
  { rules, salience }: MentionScene,
  at: number,
  { sex, office }: Title,
  country: string | null,
): Entity | null => {
  if (office === null || country === null || !departments.has(office)) return null
  if (rules.register.offices.has(`${office}:${country}`)) return null
  const latest = salience.person(at, (one) => one.country === country)
  if (latest === null || latest.gender !== sex) return null
  return [...latest.offices].some((held) => ministerial.has(held)) ? null : latest
}

/** For whom „ein Sprecher“ speaks: whom the report told of last. */
const spokenFor = (scene: MentionScene, at: number, { office }: Title, sentence: Sentence): string | null =>
  office === 'spokesperson' && !isAttributed(scene.words, at, sentence, scene.rules)
    ? (scene.salience.latest(at, ({ kind }) => kind === 'body' || kind === 'person')?.country ?? null)
    : null

/** Somebody known by the title alone. */
const unnamed = (
  { words, table, rules }: MentionScene,
  at: number,
  { sex, office }: Title,
  country: string | null,
  former: boolean,
  home: string | null,
): Entity => {
  const { text, lemma } = words[at]!
  // „eines Sprechers“ is a „Sprecher“.
  const noun = text.startsWith(lemma) ? lemma : text
  const adjective = country === null ? undefined : rules.register.adjectiveOf.get(country)
  const person = table.get(`office:${office ?? noun}:${country ?? at}:${former}`, () => ({
    type: 'PER',
    name:
      adjective === undefined || noun.includes('-')
        ? noun
        : rules.ownedName(adjective, rules.plainNoun(noun), sex ?? 'm'),
    id: null,
    country: country ?? home,
    gender: sex,
    kind: 'person',
    body: null,
    portfolio: null,
  }))
  if (office !== null) person.offices.add(office)
  return person
}

/** Describes the person whose title stands at a word, or mentions one by it. */
export const mentionOffice = (scene: MentionScene, at: number, title: Title, sentence: Sentence): void => {
  const { words, rules } = scene
  const { text } = words[at]!
  const owner = title.country ?? scene.owners(at, sentence)[0] ?? null
  const isAbout = title.country === null && isTopic(text, rules) && traitsOf(text, rules).part !== null
  const country = isAbout ? null : owner
  const former = isFormer(words, at, sentence, rules)
  const titled = personAfter(scene, at, sentence)
  if (titled !== null) {
    describe(scene, at, title, former && blocs.has(country ?? '') ? null : country, titled)
    return
  }
  const span = scene.span(at)
  if (!former && determinerBefore(words, at, sentence, rules) !== 'indefinite') {
    const known = namedBefore(scene, at, title, country)
    if (known !== null) {
      scene.say(known, span, 'description', 'entity/title')
      return
    }
    const served = country ?? servedBy(scene, at, title, sentence)
    const holder = holderOf(scene, at, title, served) ?? secondOffice(scene, at, title, served)
    if (holder !== null) {
      scene.say(holder, span, 'description', 'entity/office')
      return
    }
  }
  // „so der frühere Nato-Generalsekretär“
  const before = former ? namedBefore(scene, at, title, null) : null
  if (title.office !== null && before !== null) {
    scene.say(before, span, 'description', 'entity/title')
    return
  }
  if (title.office === null && country === null) return
  const home = country === null ? spokenFor(scene, at, title, sentence) : null
  scene.say(unnamed(scene, at, title, country, former, home), span, 'description', 'entity/title')
}
