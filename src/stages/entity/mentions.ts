import type { Sentence, Word } from '../../core/layers.ts'
import type { Annotated } from '../../core/stage.ts'
import type { EntityRules, Title } from '../../lang/common/entity.ts'
import { describeAfter } from './appositions.ts'
import { mentionBody, mentionBodyBefore, mentionGroup, mentionMinistry } from './body-mentions.ts'
import { describedPerson } from './descriptions.ts'
import {
  countryEntity,
  createEntities,
  type Entity,
  type EntityTable,
  entityOf,
  type PlacedMention,
} from './entities.ts'
import { createScene, type LinkedName, type MentionScene } from './mention-scene.ts'
import type { Name } from './name-finder.ts'
import { isAttributive, isCapitalised } from './noun-context.ts'
import { mentionOffice } from './office-mentions.ts'
import { createPersonLinker } from './persons.ts'
import { mentionPointer } from './pointing-mentions.ts'
import { countriesOf } from './spoken-countries.ts'
import { traitsOf } from './traits.ts'

type Input = Annotated<'sentence' | 'word' | 'phrase'>

/** Entity of a name that is no person; null where it is none of the register's, and nothing else says what it is. */
const thingOf = (
  words: readonly Word[],
  name: Name,
  spoken: ReadonlySet<string>,
  table: EntityTable,
  rules: EntityRules,
): Entity | null => {
  const { entries } = rules.register
  const alias = name.aliases.find(
    ({ entry, needsContext }) =>
      entries[entry]!.type === name.type && (!needsContext || spoken.has(entries[entry]!.country ?? '')),
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

/** Names with their entities. Done before all else, so that owners („die Regierung der Ukraine“) can look ahead. */
const linkNames = (
  document: Input,
  names: readonly Name[],
  table: EntityTable,
  rules: EntityRules,
): LinkedName[] => {
  const { word: words, sentence: sentences } = document
  const linker = createPersonLinker(document, names, table, rules)
  const spoken = countriesOf(words, names, rules)
  const titleBefore = (at: number, { from }: Sentence): Title | null =>
    at > from ? traitsOf(words[at - 1]!.text, rules).title : null
  let current = 0
  return names.map((name) => {
    while (sentences[current]!.to <= name.from) current++
    const entity =
      name.type === 'PER'
        ? linker.link(name, titleBefore(name.from, sentences[current]!))
        : thingOf(words, name, spoken, table, rules)
    return { name, entity }
  })
}

/** Mentions the name that begins at `at`; gives the word behind it. */
const mentionName = (
  scene: MentionScene,
  at: number,
  name: Name,
  entity: Entity,
  sentence: Sentence,
): number => {
  const { words, rules } = scene
  const isUnknown = name.aliases.length === 0 && name.type === 'ORG'
  const portfolio = isUnknown ? traitsOf(words[at]!.text, rules).portfolio : null
  if (portfolio !== null && name.to === at + 1) mentionMinistry(scene, at, portfolio, sentence, 'name')
  else {
    if (entity.kind === 'person') {
      entity.country ??= at > sentence.from ? traitsOf(words[at - 1]!.text, rules).party : null
      describeAfter(scene, name.to, sentence, entity)
    }
    scene.say(entity, scene.span(name.from, name.to), 'name', name.rule)
  }
  return name.to
}

/** „die Norweger“ */
const mentionPeople = (scene: MentionScene, at: number, people: string): void => {
  const { text } = scene.words[at]!
  const isFeminine = scene.rules.isFeminine(text.toLowerCase())
  const entity = scene.table.get(`people:${people}:${isFeminine}`, () => ({
    type: 'LOC',
    name: text,
    id: null,
    country: people,
    gender: 'p',
    kind: 'group',
    body: null,
    portfolio: null,
  }))
  scene.say(entity, scene.span(at), 'description', 'entity/people')
}

/** Mentions what a word that is no name means; the first kind that applies. */
const mentionWord = (scene: MentionScene, at: number, sentence: Sentence): void => {
  const { words, rules, table } = scene
  const word = words[at]!
  const traits = traitsOf(word.text, rules)
  if (traits.isPlain) return
  const { lower, part, title, portfolio, body, group, adjective, people, pointsToBody } = traits
  const before = scene.count()
  // „das Unternehmen“, but „die Unternehmen“
  const isOne = body !== null && word.feats.number === 'sing'
  if (group !== null && !isOne && !(title !== null && scene.nameAt(at + 1)?.entity?.kind === 'person'))
    mentionGroup(scene, at, group, sentence)
  else if (title !== null) mentionOffice(scene, at, title, sentence)
  else if (portfolio !== null) mentionMinistry(scene, at, portfolio, sentence)
  else if (body !== null) mentionBody(scene, at, body, sentence)
  else if (pointsToBody !== null) mentionBodyBefore(scene, at, pointsToBody, sentence)
  if (part !== null) {
    const span = { start: word.start, end: word.start + part.length, from: at, to: at + 1 }
    scene.say(countryEntity(table, rules, part.country), span, 'part', 'entity/part')
    return
  }
  if (scene.count() > before) return
  const isPeople = people !== null && isCapitalised(word) && !isAttributive(words, at, sentence)
  if (adjective !== null && !isPeople)
    scene.say(countryEntity(table, rules, adjective), scene.span(at), 'adjective', 'entity/adjective')
  else if (people !== null) mentionPeople(scene, at, people)
  else mentionPointer(scene, at, lower, sentence)
}

/** „Anna Weber sagte …, so die CDU-Politikerin“: what is learned of a person later holds from the start. */
const withCountry = (mention: PlacedMention, { kind, country }: Entity): PlacedMention =>
  mention.country === null && kind === 'person' && country !== null ? { ...mention, country } : mention

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
  const { word: words, sentence: sentences } = document
  const table = createEntities()
  const scene = createScene(document, linkNames(document, names, table, rules), table, rules)
  const { salience } = scene
  for (const sentence of sentences) {
    for (let at = sentence.from; at < sentence.to; ) {
      const named = scene.nameAt(at)
      const described =
        named?.entity?.kind === 'person' ? null : describedPerson(words, at, sentence, salience, rules)
      if (described !== null) {
        described.country ??= traitsOf(words[at]!.text, rules).party
        scene.say(described, scene.span(at), 'description', 'entity/described')
        at++
      } else if (named?.entity) at = mentionName(scene, at, named.name, named.entity, sentence)
      else {
        if (words[at]!.kind === 'word') mentionWord(scene, at, sentence)
        at++
      }
    }
    salience.endSentence()
  }
  return scene
    .mentions()
    .map((one) => withCountry(one, table.all[one.entity]!))
    .sort((a, b) => a.start - b.start || b.end - a.end)
}
