/** The words in the class and id of an element, and what a rule makes of them, remembered from page to page. */
import type { Element } from '../../html/tree.ts'

/** Pages use few words in many names. */
const mostWords = 8192
const longestWord = 64

/** `relatedArticles` is two words. */
const parted = (word: string): string =>
  /\p{Ll}\p{Lu}/u.test(word) ? word.replaceAll(/(?<=\p{Ll})(?=\p{Lu})/gu, '-') : word

/**
 * `judge` gives flags for a word (as written, and with its humps parted); what comes back gives them for words that
 * have been seen before without asking again.
 */
export const rememberWords = (
  judge: (word: string, parted: string) => number,
): ((word: string) => number) => {
  const known = new Map<string, number>()
  return (word) => {
    const found = known.get(word)
    if (found !== undefined) return found
    const flags = judge(word, parted(word))
    if (word.length <= longestWord) {
      if (known.size >= mostWords) known.clear()
      // A copy: a piece of a page would keep the whole page in memory.
      known.set([...word].join(''), flags)
    }
    return flags
  }
}

/** Class and id as one string of words. */
export const nameOf = ({ attributes }: Element): string => {
  const { class: name, id } = attributes
  return name === undefined ? (id ?? '') : id === undefined ? name : `${name} ${id}`
}

const isSpace = (code: number): boolean => code === 32 || (code >= 9 && code <= 13)

/** The words of a name, in order. */
export const wordsOf = (name: string): string[] => {
  const words: string[] = []
  let start = -1
  for (let i = 0; i <= name.length; i++) {
    if (i === name.length || isSpace(name.charCodeAt(i))) {
      if (start >= 0) words.push(name.slice(start, i))
      start = -1
    } else if (start < 0) start = i
  }
  return words
}
