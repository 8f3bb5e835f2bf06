import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { EntityRules, NameGender } from '../../common/entity.ts'
import { spellingKey, tokenKey } from './name-key.ts'
import { openNames } from './names.ts'
import { compileRegister, type RegisterSource } from './register.ts'
import { bodyOf, portfolioOf, titleOf, words } from './words.ts'

const dataFile = (name: string): string => fileURLToPath(new URL(`../../../../data/${name}`, import.meta.url))

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
  if (/['’]$/u.test(form)) return [form, form.slice(0, -1)]
  if (form.length > 4 && form.endsWith('es')) return [form, form.slice(0, -1), form.slice(0, -2)]
  if (form.length > 3 && form.endsWith('s')) return [form, form.slice(0, -1)]
  return [form]
}

/**
 * Owner and noun as one name in the nominative, the form that speakers are printed in.
 * The adjective alone for a body of the USA reads oddly („amerikanisches Außenministerium“); papers write „US-“.
 */
const ownedName = (adjective: string, noun: string, gender: NameGender): string => {
  if (adjective === 'amerikanisch') return `US-${noun}`
  if (adjective === 'Schweizer') return `Schweizer ${noun}`
  return `${adjective}${{ m: 'er', f: 'e', n: 'es', p: 'e' }[gender]} ${noun}`
}

/** The shipped registers and what users add, in order. */
export const loadEntityRules = (added: readonly RegisterSource[] = []): EntityRules => ({
  version: '1',
  register: compileRegister([
    ...(JSON.parse(readFileSync(dataFile('registers.json'), 'utf8')) as RegisterSource[]),
    ...added,
  ]),
  names: openNames(readFileSync(dataFile('names.bin'))),
  tagger: null,
  titleOf,
  bodyOf,
  portfolioOf,
  adjectiveStem,
  nominatives,
  ownedName,
  spellingKey,
  tokenKey,
  words,
})
