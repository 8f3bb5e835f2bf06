import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { remembering } from '../../../core/memory.ts'
import type { EntityRules, NameGender, TaggerModel } from '../../common/entity.ts'
import type { Lexicon } from '../../common/lexicon.ts'
import { bodyOf, isMedia, ministryCountry, ministryOfTitle, pointingBodyOf, portfolioOf } from './bodies.ts'
import { headClass } from './heads.ts'
import { spellingKey, tokenKey } from './name-key.ts'
import { openNames } from './names.ts'
import { compileRegister, type RegisterSource } from './register.ts'
import { isFeminine, isFormerTitle, ministerOf, titleOf } from './titles.ts'
import { entityWords } from './words.ts'

const dataFile = (name: string): string => fileURLToPath(new URL(`../../../../data/${name}`, import.meta.url))

const modelFile = fileURLToPath(new URL('../../../../models/de-names.bin', import.meta.url))

/**
 * „ukrainischen“ → „ukrainisch“, „Moskauer“ → „moskauer“.
 * Longest ending first; a form without one is its own stem.
 */
const adjectiveStem = (form: string): string => {
  const lower = form.toLowerCase()
  return /isch(?:e[nmrs]?)$/u.test(lower) || /deutsche[nmrs]?$/u.test(lower)
    ? lower.replace(/e[nmrs]?$/u, '')
    : lower
}

/**
 * What a name in the text may be listed under.
 *
 *     Bidens Regierung   Scholz’ Rede    die USA
 *     ^ Biden            ^ Scholz        ^ USA
 */
const nominatives = (form: string): readonly string[] => {
  if (form.endsWith("'") || form.endsWith('’')) return [form, form.slice(0, -1)]
  if (form.length > 4 && form.endsWith('es')) return [form, form.slice(0, -1), form.slice(0, -2)]
  if (form.length > 3 && form.endsWith('s')) return [form, form.slice(0, -1)]
  return [form]
}

/**
 * Owner and noun as one name in the nominative, the form that speakers are printed in.
 * The adjective alone for a body of the USA reads oddly („amerikanisches Außenministerium“); papers write „US-“.
 */
const ownedName = (adjective: string, noun: string, gender: NameGender): string => {
  if (noun.startsWith('Bundes')) return noun
  if (adjective === 'amerikanisch') return `US-${noun}`
  if (adjective === 'Schweizer') return `Schweizer ${noun}`
  return `${adjective}${{ m: 'er', f: 'e', n: 'es', p: 'e' }[gender]} ${noun}`
}

/** Without a genitive or dative ending; ß for Swiss ss in „Aussen“. */
const plainNoun = (noun: string): string =>
  noun
    .replace('Aussen', 'Außen')
    .replace(
      /(?<stem>ministerium|inisterpräsident|präsident|minister|kanzler|militär|militärs)s$/u,
      '$<stem>',
    )
    .replace(/(?<stem>kräfte|behörde|ministerie)n$/u, '$<stem>')

const nominativePlural = (noun: string): string =>
  noun.replace(/(?<stem>berichte|vertreter|beobachter|händler|kreise|kräfte|partner|politiker)n$/u, '$<stem>')

/** „die Walliserin“: a woman of a place that no list may have. */
const isWomanOfPlace = (noun: string): boolean => noun.endsWith('erin')

/** „wichtigen“: lower case and ends as an adjective before its noun does. */
const isInflected = (form: string): boolean => /^\p{Ll}[\p{Ll}-]+e[nmrs]?$/u.test(form)

const isGenitive = (name: string): boolean => name.endsWith('s')

/**
 * How the dictionary knows a form, for the tagger: what it does not know is likely a name.
 *
 *     Tisch: 1   Luftabwehrsystem: 2   Gestern: 3   Meier: 0
 */
const dictionaryClassOf =
  (lexicon: Lexicon): EntityRules['dictionaryClass'] =>
  (form) => {
    const isNoun = (word: string): boolean => lexicon.lookup(word).some(({ upos }) => upos === 'NOUN')
    if (isNoun(form)) return 1
    if (lexicon.lookup(form.toLowerCase()).some(({ upos }) => upos !== 'PROPN')) return 3
    return /^\p{Lu}/u.test(form) && lexicon.split(form).length > 1 ? 2 : 0
  }

/** „Anwalt“ → „Anwält“: the last vowel that can have it. */
const withUmlaut = (stem: string): string =>
  stem.replace(/(?<vowel>[aou])(?<rest>[^aeiouäöü]*)$/iu, (_, vowel: string, rest: string) => {
    const umlaut = { a: 'ä', o: 'ö', u: 'ü', A: 'Ä', O: 'Ö', U: 'Ü' }[vowel]
    return `${umlaut ?? vowel}${rest}`
  })

/**
 * Sex of whom a noun means: the dictionary has a feminine beside every noun for a man. What is no noun for a person: null.
 *
 *     Manager: m, as there is „Managerin“   Anwalt: m, „Anwältin“   Ministerin: f   Konzern: null
 */
const sexOfNounIn =
  (lexicon: Lexicon): EntityRules['sexOfNoun'] =>
  (form) => {
    const isNoun = (word: string): boolean =>
      lexicon.lookup(word).some(({ upos }) => upos === 'NOUN') || lexicon.split(word).length > 1
    if (!/^\p{Lu}\p{Ll}{3}/u.test(form)) return null
    if (form.endsWith('in')) {
      const stem = form.slice(0, -2)
      return isNoun(form) && (isNoun(stem) || isNoun(`${stem}e`)) ? 'f' : null
    }
    const stems = [form, form.replace(/e?[sn]$/u, ''), form.replace(/e$/u, '')]
    const women = stems.flatMap((stem) => (stem.length > 3 ? [`${stem}in`, `${withUmlaut(stem)}in`] : []))
    return isNoun(form) && women.some(isNoun) ? 'm' : null
  }

/** Layout of `models/de-names.bin`: length of a JSON header, the header, transitions, weights; one signed byte each. */
const openModel = (bytes: Buffer): TaggerModel => {
  const start = 4 + bytes.readUInt32LE(0)
  const header = JSON.parse(bytes.toString('utf8', 4, start)) as {
    readonly labels: readonly string[]
    readonly buckets: number
    readonly bias: number
    readonly features: number
  }
  const all = new Int8Array(bytes.buffer, bytes.byteOffset + start, bytes.byteLength - start)
  const between = header.labels.length ** 2
  return { ...header, transitions: all.subarray(0, between), weights: all.subarray(between) }
}

/** The shipped registers and what users add, in order. */
export const loadEntityRules = (lexicon: Lexicon, added: readonly RegisterSource[] = []): EntityRules => ({
  version: '1',
  register: compileRegister([
    ...(JSON.parse(readFileSync(dataFile('registers.json'), 'utf8')) as RegisterSource[]),
    ...added,
  ]),
  names: openNames(readFileSync(dataFile('names.bin'))),
  tagger: existsSync(modelFile) ? openModel(readFileSync(modelFile)) : null,
  dictionaryClass: dictionaryClassOf(lexicon),
  sexOfNoun: remembering(20_000, sexOfNounIn(lexicon)),
  headClass,
  titleOf: remembering(20_000, titleOf),
  bodyOf,
  pointingBodyOf,
  portfolioOf,
  adjectiveStem,
  nominatives,
  ownedName,
  plainNoun,
  nominativePlural,
  ministryCountry,
  ministryOfTitle,
  ministerOf,
  isFormerTitle,
  isFeminine,
  isWomanOfPlace,
  isMedia,
  isInflected,
  isGenitive,
  spellingKey: remembering(20_000, spellingKey),
  tokenKey,
  words: entityWords,
})
