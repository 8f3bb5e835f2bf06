/** Titles of commitments, from what their evidence says. */
import type { CompiledCodebook } from '../codebook/codebook.ts'
import { sumWords } from '../core/amount-words.ts'
import { countryName } from '../core/country-names.ts'
import type { ToldEvidence } from './told-evidence.ts'

const and = (parts: readonly string[], language: string): string => {
  const word = language === 'de' ? 'und' : 'and'
  return parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} ${word} ${parts.at(-1)}`
}

/** The wording that most evidence uses; among equals the shortest. */
const commonest = (values: readonly string[]): string | null => {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  const sorted = [...counts].sort(
    (a, b) => b[1] - a[1] || a[0].length - b[0].length || (a[0] < b[0] ? -1 : 1),
  )
  return sorted[0]?.[0] ?? null
}

/** That of the reports. In a title of another language their words are a quotation. */
const sourceLanguage = 'de'

const longestObject = 70

const articles =
  /^(?:d(?:er|ie|as|en|em|es)|k?ein(?:e[mnrs]?)?|ihr(?:e[mnrs]?)?|sein(?:e[mnrs]?)?|the|an?)$/iu
/** Words that say how many, which, or since when, not what. */
const which =
  /^(?:einig|mehrer|viel|all|weiter|ander|bestimmt|ähnlich|solch|zusätzlich|erst|bisherig|neu|entsprechend|jeweilig|sogenannt|letzt|gewiss)(?:e[mnrs]?)?$|^(?:bisher|bereits|zuvor|schon|noch|mehr|rund|etwa|fast|knapp|über)$/iu
/** „geplantes“, „bewilligten“, „abgegebener“, „zugesagte“, „zurückgehaltenen“ */
const participle =
  /^(?:\p{Ll}*ge\p{Ll}{2,}(?:t|en)|(?:be|ver|er|ent|zer)\p{Ll}{2,}(?:t|en)|\p{Ll}+iert)(?:e[mnrs]?)$/u
const prepositions =
  /^(?:vom?|für|in|im|aus|an|am|auf|bei|beim|mit|zu[mr]?|durch|über|unter|nach|gegen|um|wegen|of|for|with)$/iu
const portions = /^(?:Teile?|Reihe|Anzahl|Menge|Hälfte|Rest|Großteil)$/u
const sums =
  /^(?:Milliarden?|Millionen?|Tausend|Dollar|Euro|Franken|Kronen|Pfund|Yen|Złoty|US-Dollar|\d\p{L}*)$/u

/**
 * The noun that a wording is about, with what defines it, and without what only says which, how many or since when.
 *
 *     ein geplantes Abkommen über den Abbau von Rohstoffen      Teil der für Moldau bestimmten Waffen
 *                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^                                     ^^^^^^
 */
const nounPhrase = (object: string): string => {
  let words = object.split(/\s+/u).filter((word) => word.length > 0)
  const isNoun = (word: string | undefined): boolean => word !== undefined && /^["„»]?\p{Lu}/u.test(word)
  for (let at = 0; at < words.length; ) {
    const word = words[at]!
    if (articles.test(word) || which.test(word) || participle.test(word)) words = words.slice(1)
    else if (portions.test(word)) words = words.slice(1)
    // „50 Prozent der Mineralien“: the share is what it is about.
    else if (/^\d/u.test(word) && words[at + 1] === 'Prozent') break
    else if (prepositions.test(word)) {
      // What stands before a participle belongs to it; without one nothing is named.
      const end = words.findIndex((other) => participle.test(other))
      if (end < 0) return ''
      words = words.slice(end + 1)
    } else if (!isNoun(word) && /(?:e[mnr]|[^e])$/u.test(word) && !/es$/u.test(word)) words = words.slice(1)
    else break
  }
  if (!words.some(isNoun)) return ''
  // Two names side by side: „Bidens Milliardenantrag“ is the second, „Waffen Kiew“ are two phrases read as one.
  const first = words.findIndex(isNoun)
  if (isNoun(words[first + 1]) || /^\d/u.test(words[first + 1] ?? ''))
    words = words[first]!.endsWith('s') ? words.slice(first + 1) : words.slice(0, first + 1)
  while (words.length > 0 && (!isNoun(words.at(-1)) || words.at(-1)!.endsWith('-'))) words.pop()
  return words.join(' ')
}

/** An object that names something, ready for a title; else nothing: no bare sum, no party and no person. */
const clean = (evidence: ToldEvidence, parties: readonly string[]): string => {
  const key = parties.join()
  const known = cleaned.get(evidence)
  if (known?.parties === key) return known.object
  const object = cleanObject(evidence, parties)
  cleaned.set(evidence, { parties: key, object })
  return object
}

/** A commitment is told of many days, its evidence stays the same. */
const cleaned = new WeakMap<ToldEvidence, { readonly parties: string; readonly object: string }>()

const cleanObject = ({ object, people: named }: ToldEvidence, parties: readonly string[]): string => {
  const plain = nounPhrase(object ?? '')
  const nouns = plain.split(/\s+/u).filter((word) => /^["„»]?[\p{Lu}\d]/u.test(word))
  const people = new Set([...named, ...parties].flatMap((name) => name.split(/\s+/u)))
  // Who it is for stands before the colon already.
  const forWhom = /^(?<what>.*\p{L})\s+(?:für|an|in)\s+(?:die\s+|den\s+)?(?<who>\p{Lu}\p{L}+)$/u.exec(
    plain,
  )?.groups
  if (forWhom !== undefined && people.has(forWhom.who!)) return capital(forWhom.what!)
  if (!nouns.some((word) => !sums.test(word) && !people.has(word)) || people.has(nouns[0]!)) return ''
  return capital(plain)
}

const capital = (text: string): string => text[0]!.toUpperCase() + text.slice(1)

/** So many times as much evidence names no goods as names some, where the goods are but a part. */
const wholeShare = 2

/** „USA → Ukraine: Raketen und Munition (300 Mio. USD)“; „USA – Ukraine: Sicherheitsabkommen“ where nobody gives. */
export const titleOf = (
  kind: string,
  providers: readonly string[],
  recipients: readonly string[],
  goods: readonly string[],
  amount: { readonly value: number; readonly currency: string } | null,
  members: readonly ToldEvidence[],
  codebook: CompiledCodebook,
  language = sourceLanguage,
): string => {
  const names = (list: readonly string[]): string[] => list.map((code) => countryName(code, language))
  const parties =
    recipients.length === 0
      ? names(providers).join(' – ')
      : `${and(names(providers), language)} → ${and(names(recipients), language)}`
  const around = [...providers, ...recipients].map((code) => countryName(code, sourceLanguage))
  const { unspecific, kindLabels } = codebook.model
  const label = kindLabels[kind]?.[language] ?? kindLabels[kind]?.en ?? kind
  const naming = (some: readonly ToldEvidence[]): string | null => {
    const words = commonest(
      some
        .map((member) => clean(member, around))
        .filter((object) => object.length > 2 && object.length <= longestObject),
    )
    return words === null || language === sourceLanguage ? words : `“${words}”`
  }
  const goodsNames = goods
    .filter((good) => !unspecific.includes(good))
    .slice(0, 4)
    .map((good) => codebook.goods.get(good)?.label[language] ?? codebook.goods.get(good)?.label.en ?? good)
  // A label that is itself „x und y“ takes commas around it.
  const goodsTitle =
    goodsNames.length === 0
      ? null
      : goodsNames.some((name) => name.includes(' '))
        ? goodsNames.join(', ')
        : and(goodsNames, language)
  const isBare = (member: ToldEvidence): boolean => member.goods.every((good) => unspecific.includes(good))
  const bare = members.filter(isBare)
  // All of the help was stopped, the satellite pictures with it: the part does not name the whole.
  const whole = bare.length >= wholeShare * (members.length - bare.length) ? naming(bare) : null
  const about =
    (codebook.model.kindTraits[kind]?.flow === true ? (whole ?? goodsTitle) : null) ??
    naming(members.filter((member) => member.words.length > 0)) ??
    goodsTitle ??
    naming(members) ??
    label
  // Packages of one pair are told apart by their sums.
  const sum = amount === null || /\d/u.test(about) ? '' : ` (${sumWords(amount, language)})`
  return `${parties}: ${about}${sum}`
}
