/** What the endings of German words tell. Lower case unless said otherwise. */
import type { Upos } from '../../../core/layers.ts'
import { type Agreement, anything, ofPairs } from '../../common/agreement.ts'

/** Strong and weak endings of adjectives together. */
const adjectives: readonly (readonly [string, Agreement])[] = [
  ['en', ofPairs('nom:p gen:mfnp dat:mfnp acc:mp')],
  ['em', ofPairs('dat:mn')],
  ['er', ofPairs('nom:m gen:fp dat:f')],
  ['es', ofPairs('nom:n acc:n')],
  ['e', ofPairs('nom:mfnp acc:fnp')],
]

/** What an attributive adjective leaves, by its ending; without ending anything („lila“, „Berliner“). */
export const ofAdjective = (form: string): Agreement => {
  for (const [ending, set] of adjectives) if (form.endsWith(ending)) return set
  return anything
}

/** Whether a form ends as an adjective before its noun does: „neue“, „neuem“. */
export const isInflected = (form: string): boolean => /e[nrms]?$/u.test(form)

/** An adjective without that ending. */
export const uninflected = (form: string): string => form.replace(/e[nrsm]?$/u, '')

/** „gelieferten“, „steigende“ */
export const isInflectedParticiple = (form: string): boolean => /(?:end|t|en)e[nrms]?$/u.test(form)

/** „russlands“: a bare s that no stem ends in. */
export const looksGenitive = (form: string): boolean => /[^aeiousßxz]s$/u.test(form) && form.length > 4

/** A name as written, without the s of its genitive: „Obamas“ → „Obama“. */
export const nameOfGenitive = (text: string): string =>
  /[^sß]s$/u.test(text) && text.length > 4 ? text.slice(0, -1) : text

/** Lemma of a form that nobody knows, by its ending. */
export const guessLemma = (text: string, upos: Upos, form: string): string => {
  const small = text.toLowerCase()
  switch (upos) {
    case 'VERB':
    case 'AUX':
      if (form === 'part' && /^ge.{3,}t$/u.test(small)) return `${small.slice(2, -1)}en`
      if (form === 'part' && /t$/u.test(small)) return `${small.slice(0, -1)}en`
      if (form === 'fin' && /tet?e?n?$/u.test(small) && small.length > 5)
        return small.replace(/e?te?n?$/u, 'en')
      if (form === 'fin' && /e$/u.test(small)) return `${small}n`
      return small
    case 'ADJ':
      return /^\d+\.$/u.test(text) ? text : small.replace(/(?<=.{3})(?:e|en|er|es|em)$/u, '')
    case 'NOUN':
    case 'PROPN':
    case 'X':
    case 'SYM':
    case 'PUNCT':
      return text
    default:
      return small
  }
}
