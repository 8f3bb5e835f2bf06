/** What a report is about, as weighted word stems: the words that stories are found by. */
import type { Reading } from '../formats/reading.ts'
import { wordsOf } from './fingerprint.ts'

/** Words of the body count less than those of the title; the first paragraphs say what it is about. */
const bodyLength = 1_500
const titleWeight = 3
const keptTerms = 48

const fold = (word: string): string =>
  word.replaceAll('ä', 'a').replaceAll('ö', 'o').replaceAll('ü', 'u').replaceAll('ß', 'ss')

/** The longest endings first; what is left has at least four letters. */
const endings = ['innen', 'ungen', 'isch', 'ern', 'ung', 'ing', 'en', 'er', 'es', 'em', 'ed', 's', 'e', 'n']

/** A rough stem that German and English inflection fall together in; long compounds keep their front. */
export const stemOf = (word: string): string => {
  const folded = fold(word)
  if (/\d/u.test(folded)) return folded
  for (const ending of endings)
    if (folded.length - ending.length >= 4 && folded.endsWith(ending)) return folded.slice(0, -ending.length)
  return folded
}

/** Stems of a text in order, single letters left out. */
export const stemsOf = (text: string): string[] =>
  wordsOf(text)
    .filter((word) => word.length > 1 || /\d/u.test(word))
    .map(stemOf)

export const weigh = (title: string | null, body: string): (readonly [string, number])[] => {
  const weights = new Map<string, number>()
  const add = (text: string, weight: number): void => {
    for (const stem of stemsOf(text)) weights.set(stem, (weights.get(stem) ?? 0) + weight)
  }
  if (title !== null) add(title, titleWeight)
  add(body.slice(0, bodyLength), 1)
  return [...weights]
    .map(([term, weight]) => [term, 1 + Math.log(weight)] as const)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
}

/** The weightiest terms of a reading. Function words stay: how rare a word is, only many reports can say. */
export const termsOf = (reading: Reading): (readonly [string, number])[] =>
  weigh(reading.article.title, reading.article.text)
    .sort(
      (a, b) => Number(common.has(a[0])) - Number(common.has(b[0])) || b[1] - a[1] || (a[0] < b[0] ? -1 : 1),
    )
    .slice(0, keptTerms)
    .map(([term, weight]) => [term, Math.round(weight * 100) / 100] as const)

/** Stems that stand in every report of some language; kept last. */
const common: ReadonlySet<string> = new Set(
  stemsOf(
    'der die das den dem des ein eine einen einem einer und oder in im an am auf zu zum zur von vom mit bei für als auch noch so ist sind war hat haben wird werden wurde wurden sich nicht es er sie dass nach aus wie über um gegen aber nur seit vor mehr durch bis the of to and a in is on for at by with as from has have be are was were it its that this after over',
  ),
)
