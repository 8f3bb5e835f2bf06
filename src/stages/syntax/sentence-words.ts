import type { Case, Feats, Gender, Token } from '../../core/layers.ts'
import type { Analysis, Lexicon } from '../../lang/common/lexicon.ts'
import type { Grammar } from '../../lang/common/syntax.ts'
import type { Reading } from './words.ts'

/** One sentence on its way through the stage. Indices are relative to the sentence. */
export interface Work {
  readonly tokens: readonly Token[]
  /** Lower-case forms. */
  readonly lower: readonly string[]
  readonly readings: Reading[]
  readonly grammar: Grammar
  readonly lexicon: Lexicon
}

export const isFiniteVerb = ({ readings }: Work, at: number): boolean => readings[at]!.form === 'fin'

/** Whether a zu-infinitive stands at `at`: „zu liefern“, „einzustellen“. */
export const isZuInfinitive = ({ readings, lower }: Work, at: number): boolean =>
  readings[at]!.form === 'izu' ||
  (readings[at]!.form === 'inf' && lower[at - 1] === 'zu' && readings[at - 1]?.upos === 'PART')

export const isNominal = (upos: string): boolean =>
  upos === 'NOUN' || upos === 'PROPN' || upos === 'ADJ' || upos === 'DET' || upos === 'NUM' || upos === 'ADP'

/** The first word of a range that passes; -1 if none does. */
export const firstIn = (
  work: Work,
  from: number,
  to: number,
  test: (work: Work, at: number) => boolean,
): number => {
  for (let i = from; i < to; i++) if (test(work, i)) return i
  return -1
}

export const lastFiniteIn = (work: Work, from: number, to: number): number => {
  for (let i = to - 1; i >= from; i--) if (isFiniteVerb(work, i)) return i
  return -1
}

/** A set of case and gender (plural counts as a fourth gender), one bit each: bit = case * 4 + gender. */
export type Agreement = number

const cases: readonly Case[] = ['nom', 'gen', 'dat', 'acc']
const genders: readonly Gender[] = ['masc', 'fem', 'neut']
export const anything: Agreement = 0xffff

const bit = (kase: number, gender: number): number => 1 << (kase * 4 + gender)

export const ofCase = (kase: Case): Agreement => 0xf << (cases.indexOf(kase) * 4)
export const ofCases = (list: readonly Case[]): Agreement => list.reduce((sum, kase) => sum | ofCase(kase), 0)
export const singular: Agreement = 0x7777
export const plural: Agreement = 0x8888

export const casesOf = (set: Agreement): Case[] => cases.filter((kase) => (set & ofCase(kase)) !== 0)

const ofFeats = ({ cases: possible, gender, number }: Feats): Agreement => {
  let set = 0
  cases.forEach((kase, k) => {
    if (possible !== undefined && !possible.includes(kase)) return
    if (number !== 'sing') set |= bit(k, 3)
    if (number !== 'plur')
      for (let g = 0; g < 3; g++) if (gender === undefined || genders[g] === gender) set |= bit(k, g)
  })
  return set
}

export const ofAnalyses = (analyses: readonly Analysis[]): Agreement =>
  analyses.length === 0 ? anything : analyses.reduce((sum, { feats }) => sum | ofFeats(feats), 0)

const pairs = (text: string): Agreement =>
  text.split(' ').reduce((sum, pair) => {
    const [kase, list] = pair.split(':') as [Case, string]
    return [...list].reduce((s, g) => s | bit(cases.indexOf(kase), 'mfnp'.indexOf(g)), sum)
  }, 0)

/** Strong and weak endings of adjectives together. */
const adjectives: readonly (readonly [string, Agreement])[] = [
  ['en', pairs('nom:p gen:mfnp dat:mfnp acc:mp')],
  ['em', pairs('dat:mn')],
  ['er', pairs('nom:m gen:fp dat:f')],
  ['es', pairs('nom:n acc:n')],
  ['e', pairs('nom:mfnp acc:fnp')],
]

/** What an attributive adjective leaves, by its ending; without ending anything („lila“, „Berliner“). */
export const ofAdjective = (form: string): Agreement => {
  for (const [ending, set] of adjectives) if (form.endsWith(ending)) return set
  return anything
}

/** The one gender and number of a set, where it is one. */
export const featsOf = (set: Agreement): Feats => {
  const found = featsOfSets.get(set)
  if (found !== undefined) return found
  const columns = [0, 1, 2, 3].filter((g) => (set & (0x1111 << g)) !== 0)
  const number: Feats['number'] =
    columns.length === 1 && columns[0] === 3
      ? 'plur'
      : columns.length > 0 && !columns.includes(3)
        ? 'sing'
        : undefined
  const gender = columns.length === 1 ? genders[columns[0]!] : undefined
  const made = {
    ...(set === 0 ? {} : { cases: casesOf(set) }),
    ...(gender ? { gender } : {}),
    ...(number ? { number } : {}),
  }
  featsOfSets.set(set, made)
  return made
}

/** At most 65,536, in practice some hundred. */
const featsOfSets = new Map<Agreement, Feats>()
