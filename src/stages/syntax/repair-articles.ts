/** Articles taken for pronouns, and pronouns for articles. */
import { ofAnalyses } from '../../lang/common/agreement.ts'
import { firstIn, isFiniteVerb, isVerb, isZu, type Relabel, type Work } from './sentence-words.ts'

/**
 * An article that no noun can follow: adverbs at most stand before a verb, a pronoun or the end.
 *
 *     Der Bund kann das nicht zahlen.      …, um das zu prüfen      die schon gelieferten Waffen
 *                   ^^^ PRON                     ^^^ PRON           ^^^ DET
 */
export const standsAlone = ({ readings, lower }: Work, at: number): boolean => {
  let i = at + 1
  while (readings[i]?.upos === 'ADV' || readings[i]?.upos === 'PART') i++
  const next = readings[i]
  if (next === undefined || isVerb(next) || next.upos === 'PRON') return true
  // „die zwar, aber …“: behind an adverb a comma says nothing.
  return next.upos === 'PUNCT' && (i === at + 1 ? /^[.,;:!?]/u : /^[.!?]/u).test(lower[i]!)
}

/**
 * An article taken for a relative pronoun: no verb stands last.
 *
 *     Er riet, der Stadt Busse zu leihen.      …, die Union wolle das Gesetz ablehnen
 *              ^^^                                ^^^       ^^^^^
 */
export const repairArticle = (work: Work, from: number, to: number, relabel: Relabel): void => {
  const { readings, lower, grammar } = work
  if (from === 0 || lower[from - 1] !== ',' || !grammar.articles.has(lower[from]!)) return
  if (readings[from]!.form !== 'rel' && readings[from]!.upos !== 'PRON') return
  let noun = from + 1
  while (noun < to && readings[noun]!.upos === 'ADJ') noun++
  const head = readings[noun]
  if (head === undefined || noun >= to || (head.upos !== 'NOUN' && head.upos !== 'PROPN')) return
  const article = relabel(from, 'DET')
  if ((ofAnalyses(article.candidates) & ofAnalyses(head.candidates)) === 0) return
  const finite = firstIn(work, from, to, isFiniteVerb)
  if (finite === -1) {
    const infinitive = firstIn(work, from, to, (_, i) => readings[i]!.form === 'izu' || isZu(work, i))
    if (infinitive !== -1) readings[from] = article
    return
  }
  let end = noun + 1
  while (end < to && (readings[end]!.upos === 'PROPN' || readings[end]!.upos === 'NOUN')) end++
  // Verb second, and the bracket closes at the end: „wolle … ablehnen“, „lehne … ab“.
  // Behind a last verb only prepositions and comparisons may follow, never „sich“ or an object.
  const closes =
    ['inf', 'part', 'vz'].includes(readings[to - 1]!.form) ||
    grammar.prefixes.has(lower[to - 1]!) ||
    !['ADP', 'CCONJ', 'SCONJ'].includes(readings[finite + 1]?.upos ?? 'ADP')
  if (finite === end && finite < to - 2 && closes) readings[from] = article
}

/**
 * A relative pronoun taken for the article of a number: the verb stands last.
 *
 *     ein Paket, das 60 Millionen Euro vorsieht
 *                ^^^ rel               ^^^^^^^^
 */
export const repairRelative = (work: Work, from: number, to: number, relabel: Relabel): void => {
  const { readings, lower, grammar } = work
  if (lower[from - 1] !== ',' || !grammar.articles.has(lower[from]!) || readings[from]!.upos !== 'DET') return
  let number = from + 1
  while (number < to && (readings[number]!.upos === 'ADV' || readings[number]!.upos === 'ADJ')) number++
  if (readings[number]?.upos !== 'NUM') return
  if (firstIn(work, from, to, isFiniteVerb) === to - 1) readings[from] = relabel(from, 'PRON.rel')
}

/** Longest apposition that is looked through, in words. */
const longestApposition = 14

/**
 * An article that looks like a relative pronoun: only nouns follow it up to a comma, and the sentence's verb behind.
 *
 *     Anna Weber, die Leiterin des Amtes, sagte …
 *                 ^^^
 */
export const opensApposition = ({ readings, lower, grammar }: Work, at: number): boolean => {
  if (!grammar.nominativeArticles.has(lower[at]!) || lower[at - 1] !== ',') return false
  let end = at + 1
  while (end < at + longestApposition && /^(?:NOUN|PROPN|ADJ|DET|ADP|NUM)$/u.test(readings[end]?.upos ?? ''))
    end++
  return end > at + 1 && lower[end] === ',' && readings[end + 1]?.form === 'fin'
}
