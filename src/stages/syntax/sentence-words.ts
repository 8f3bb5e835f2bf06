import type { Token, Upos } from '../../core/layers.ts'
import type { Lexicon } from '../../lang/common/lexicon.ts'
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

/** Reads a word anew with another label. */
export type Relabel = (at: number, label: string) => Reading

export const isVerb = ({ upos }: { readonly upos: Upos }): boolean => upos === 'VERB' || upos === 'AUX'

export const isFiniteVerb = ({ readings }: Work, at: number): boolean => readings[at]!.form === 'fin'

export const isZu = ({ readings, lower, grammar }: Work, at: number): boolean =>
  lower[at] === grammar.infinitiveMark && readings[at]?.upos === 'PART'

/** Whether a zu-infinitive stands at `at`: „zu liefern“, „einzustellen“. */
export const isZuInfinitive = (work: Work, at: number): boolean => {
  const { form } = work.readings[at]!
  return form === 'izu' || (form === 'inf' && isZu(work, at - 1))
}

/** Whether a lemma is „haben“, „sein“, „werden“ or a modal verb. */
export const isAuxiliary = ({ grammar }: Work, lemma: string): boolean =>
  grammar.modals.has(lemma) ||
  lemma === grammar.auxiliaries.have ||
  lemma === grammar.auxiliaries.be ||
  lemma === grammar.auxiliaries.become

/** Whether a finite verb of this lemma can take a bare infinitive: „will liefern“, „wird liefern“. */
export const takesInfinitive = ({ grammar }: Work, lemma: string): boolean =>
  grammar.modals.has(lemma) || lemma === grammar.auxiliaries.become

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

/** Whether a form can also be a finite verb of the third person, an infinitive or a participle. */
export const canBe = ({ lexicon, lower }: Work, at: number, form: 'fin' | 'inf' | 'part2'): boolean =>
  lexicon
    .analyse(lower[at]!)
    .some(
      ({ feats }) =>
        feats.verbForm === form && feats.mood !== 'imp' && (form !== 'fin' || feats.person === 3),
    )
