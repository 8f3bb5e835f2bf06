import type { Word } from '../../core/layers.ts'
import type { TimeItem, TimeRules, TimeSense } from '../../lang/common/time.ts'

const letter = /[\p{L}\p{M}]/u
const digit = /[0-9]/u
const simple = /^(?:[\p{L}\p{M}]+|[0-9]+)$/u

/** Words cut into runs of letters, runs of digits and single marks, so that rules need not know how tokens are cut. */
export const timeItems = (
  words: readonly Word[],
  from: number,
  to: number,
  rules: TimeRules,
  senses: Map<string, TimeSense | null>,
): TimeItem[] => {
  const items: TimeItem[] = []
  let end = words[from]?.start ?? 0
  const push = (text: string, start: number, word: number, kind: TimeItem['kind']): void => {
    const lower = text.toLowerCase()
    let sense: TimeSense | null = null
    if (kind === 'letters') {
      const seen = senses.get(lower)
      sense = seen === undefined ? rules.sense(text, lower) : seen
      if (seen === undefined) senses.set(lower, sense)
    }
    items.push({ text, lower, start, end: start + text.length, kind, spaced: start > end, word, sense })
    end = start + text.length
  }
  for (let w = from; w < to; w++) {
    const { text, start } = words[w]!
    if (simple.test(text)) {
      push(text, start, w, digit.test(text[0]!) ? 'digits' : 'letters')
      continue
    }
    let i = 0
    while (i < text.length) {
      const kind = letter.test(text[i]!) ? 'letters' : digit.test(text[i]!) ? 'digits' : 'mark'
      let j = i + 1
      if (kind === 'letters') while (j < text.length && letter.test(text[j]!)) j++
      else if (kind === 'digits') while (j < text.length && digit.test(text[j]!)) j++
      if (text[i] !== ' ') push(text.slice(i, j), start + i, w, kind)
      i = j
    }
  }
  return items
}
