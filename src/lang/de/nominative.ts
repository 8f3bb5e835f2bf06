/** A noun and its attributes as they stand without an article, in the nominative. */
import type { Gender, Word } from '../../core/layers.ts'
import type { Lexicon } from '../common/lexicon.ts'
import type { Nominative } from '../pack.ts'

const strong: Readonly<Record<Gender, string>> = { masc: 'er', fem: 'e', neut: 'es' }

const isOblique = ({ feats: { cases } }: Word): boolean =>
  cases !== undefined && cases.length > 0 && cases.every((one) => one === 'gen' || one === 'dat')

const noun = (word: Word, lexicon: Lexicon): string => {
  const { text, lemma, feats } = word
  if (!isOblique(word)) return text
  if (feats.number === 'sing') return lemma
  // The dative plural adds an n to the nominative.
  const shorter = text.slice(0, -1)
  const isPlural = lexicon
    .analyse(shorter)
    .some((a) => a.upos === 'NOUN' && a.feats.number === 'plur' && a.feats.cases?.includes('nom') === true)
  return feats.number === 'plur' && text.endsWith('n') && isPlural ? shorter : text
}

/** „Kieler“ has no ending; „Mehrere“ may open a sentence. */
const inflected: Readonly<Record<'ADJ' | 'DET', RegExp>> = {
  ADJ: /^(?<stem>\p{Ll}.{2,}?)e[mnrs]?$/u,
  DET: /^(?<stem>\p{L}.{2,}?)e[mnrs]?$/u,
}

const adjective = ({ text, upos }: Word, head: Word): string => {
  const { feats } = head
  const stem = inflected[upos === 'DET' ? 'DET' : 'ADJ'].exec(text)?.groups?.stem
  if (stem === undefined) return text
  // „der hochrangigen Treffen“ without its article, „hochrangiger Treffen“: a genitive in -er is plural or feminine.
  if (feats.number === 'plur' || (isOblique(head) && text.endsWith('er'))) return `${stem}e`
  return feats.number === 'sing' && feats.gender !== undefined ? stem + strong[feats.gender] : text
}

/**
 * The words from the first attribute to the head noun.
 *
 *     (den) bewilligten Mitteln → bewilligte Mittel      (des) neuen Hilfspakets → neues Hilfspaket
 */
export const nominativeBy =
  (lexicon: Lexicon): Nominative =>
  (attributes, head) => [
    ...attributes.map((word) =>
      word.upos === 'ADJ' || word.upos === 'DET' ? adjective(word, head) : word.text,
    ),
    head.upos === 'NOUN' ? noun(head, lexicon) : head.text,
  ]
