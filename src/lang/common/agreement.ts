/** What case, gender and number the words of a phrase leave open together. */
import type { Case, Feats, Gender } from '../../core/layers.ts'
import type { Analysis } from './lexicon.ts'

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

/** Anything where nothing is known of the word. */
export const ofAnalyses = (analyses: readonly Analysis[]): Agreement =>
  analyses.length === 0 ? anything : analyses.reduce((sum, { feats }) => sum | ofFeats(feats), 0)

/** Each case with its genders (masculine, feminine, neuter) and `p` for the plural: `nom:p dat:mn`. */
export const ofPairs = (text: string): Agreement =>
  text.split(' ').reduce((sum, pair) => {
    const [kase, list] = pair.split(':') as [Case, string]
    return [...list].reduce((s, g) => s | bit(cases.indexOf(kase), 'mfnp'.indexOf(g)), sum)
  }, 0)

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
