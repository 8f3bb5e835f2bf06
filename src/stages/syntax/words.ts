import type { Feats, Token, Upos } from '../../core/layers.ts'
import type { Analysis, Lexicon } from '../../lang/common/lexicon.ts'
import type { Grammar, SyntaxRules } from '../../lang/common/syntax.ts'

/** A token with its label and every analysis that the label leaves. */
export interface Reading {
  readonly upos: Upos
  /** `fin`, `inf`, `izu`, `part`, `rel`, `vz` (separated prefix), or empty. */
  readonly form: string
  readonly lemma: string
  readonly candidates: readonly Analysis[]
  /** Parts of a compound noun, lower case; of any other word the lemma alone. */
  readonly parts: readonly string[]
}

const partsOf = (lemma: string, upos: Upos, lexicon: Lexicon): readonly string[] =>
  upos === 'NOUN' || upos === 'PROPN' ? lexicon.split(lemma) : [lemma.toLowerCase()]

const lower = (text: string): string => text[0]!.toLowerCase() + text.slice(1)
const isCapital = (text: string): boolean => /^\p{Lu}/u.test(text)

const verbForms: Readonly<Record<string, Feats['verbForm']>> = {
  fin: 'fin',
  inf: 'inf',
  izu: 'zuinf',
  part: 'part2',
}

const fits = (analysis: Analysis, upos: Upos, form: string): boolean => {
  if (upos === 'VERB' || upos === 'AUX')
    return analysis.upos === upos && analysis.feats.verbForm === verbForms[form]
  if (upos === 'PRON' && form === 'rel') return analysis.upos === 'PRON' && analysis.feats.pronType === 'rel'
  return analysis.upos === upos
}

/** What an analysis may stand for where none has the label's own part of speech. */
const related: Readonly<Partial<Record<Upos, readonly Upos[]>>> = {
  PRON: ['DET'],
  DET: ['PRON', 'ADJ'],
  NOUN: ['PROPN'],
  VERB: ['AUX'],
  AUX: ['VERB'],
  ADV: ['ADJ'],
}

const none: readonly Analysis[] = []

const candidatesOf = (text: string, upos: Upos, form: string, lexicon: Lexicon): readonly Analysis[] => {
  const nominal = upos === 'NOUN' || upos === 'PROPN'
  const forms = isCapital(text) && !nominal ? [lower(text), text.toLowerCase(), text] : [text]
  for (const one of forms) {
    const all = lexicon.analyse(one)
    if (all.length === 0) continue
    const exact = all.filter((a) => fits(a, upos, form))
    if (exact.length > 0)
      return exact.some((a) => a.feats.mood !== 'imp') ? exact.filter((a) => a.feats.mood !== 'imp') : exact
  }
  for (const other of related[upos] ?? [])
    for (const one of forms) {
      const found = lexicon.analyse(one).filter((a) => fits(a, other, form))
      if (found.length > 0) return found
    }
  if (upos === 'ADJ')
    for (const one of forms) {
      const participle = lexicon
        .analyse(one)
        .filter((a) => a.feats.verbForm === 'part2' || a.feats.verbForm === 'part1')
      if (participle.length > 0)
        return participle
          .slice(0, 1)
          .map((a) => ({ ...a, upos: 'ADJ', lemma: one, feats: { degree: 'pos' } }))
    }
  return none
}

/** The lemma that the treebank gives, but for a verb that no dictionary has: annotators mistype („verabscheiden“). */
const listedLemma = (
  text: string,
  upos: Upos,
  candidates: readonly Analysis[],
  lexicon: Lexicon,
  { tagger }: SyntaxRules,
): string | undefined => {
  const form = upos === 'NOUN' || upos === 'PROPN' ? text : text.toLowerCase()
  const listed = tagger.lemmas.get(`${form}\t${upos}`)
  if (listed === undefined || upos !== 'VERB' || candidates.length === 0) return listed
  return lexicon.lookup(listed).some(({ feats }) => feats.verbForm === 'inf') ? listed : undefined
}

/** Lemma and remaining analyses of a token that has the label. */
export const readWord = (token: Token, label: string, lexicon: Lexicon, rules: SyntaxRules): Reading => {
  const [upos, form = ''] = label.split('.') as [Upos, string?]
  const { text } = token
  if (upos === 'PUNCT' || token.kind !== 'word') {
    const lemma = upos === 'ADJ' || upos === 'NUM' ? text.toLowerCase() : text
    return { upos, form, lemma, candidates: none, parts: partsOf(lemma, upos, lexicon) }
  }
  const candidates = candidatesOf(text, upos, form, lexicon)
  const listed = listedLemma(text, upos, candidates, lexicon, rules)
  const lemma =
    listed ??
    (upos === 'NOUN' && /^(?:\p{Lu}{2,}|\p{Lu}[\p{Lu}\d]*)$/u.test(text) ? text : candidates[0]?.lemma) ??
    rules.grammar.guessLemma(text, upos, form)
  return { upos, form, lemma, candidates, parts: partsOf(lemma, upos, lexicon) }
}

/** „Obamas Rede“: the genitive of a name before what it belongs to. */
export const nameLemma = (
  text: string,
  next: string | undefined,
  previous: string | undefined,
  { nameOfGenitive }: Grammar,
): string =>
  (next === 'NOUN' || next === 'ADJ') && previous !== 'DET' && previous !== 'PROPN'
    ? nameOfGenitive(text)
    : text
