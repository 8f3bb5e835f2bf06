import type { Sentence, Token } from '../../core/layers.ts'
import type { SegmentRules } from '../../lang/common/segment.ts'

const closers = '“”"«»’\')]}›‹'
const openersOfQuotes = '„“"«»‚\'([{›‹'

/** `.`, `...`, `!`, `?!`, `…` */
const isTerminal = (token: Token): boolean => token.kind === 'punctuation' && '.!?…'.includes(token.text[0]!)

const startsLower = (token: Token): boolean => /^\p{Ll}/u.test(token.text)

/** A blank line, or a line break before something that can open a sentence. */
const breaksLine = (text: string, before: Token, after: Token): boolean => {
  if (after.start - before.end <= 1 && text[before.end] !== '\n') return false
  if (after.start - before.end > 400) return true
  const gap = text.slice(before.end, after.start)
  if (!gap.includes('\n')) return false
  return /\n\s*\n/u.test(gap) || !(startsLower(after) || /[,–-]$/u.test(before.text))
}

/** Whether a straight or inward quotation mark closes here: nothing but a space before it opens one. */
const closes = (text: string, token: Token): boolean => !/[\s(]/u.test(text[token.start - 1] ?? ' ')

/**
 * Groups tokens `[from, to)` of one block into sentences.
 *
 * A closing quotation mark or bracket after the full stop belongs to the sentence; the sentence goes on where
 * a comma, a dash or a lower-case word follows it.
 *
 *     „Wir liefern.“ Er ging.        „Wir liefern!“, sagte er.
 *     ^^^^^^^^^^^^^^                 ^^^^^^^^^^^^^^^^^^^^^^^^^
 */
export const splitSentences = (
  text: string,
  tokens: readonly Token[],
  from: number,
  to: number,
  block: number,
  rules: SegmentRules,
  out: Sentence[],
): void => {
  let begin = from
  const close = (end: number): void => {
    if (end > begin) {
      out.push({ start: tokens[begin]!.start, end: tokens[end - 1]!.end, from: begin, to: end, block })
      begin = end
    }
  }
  for (let i = from; i < to; i++) {
    const token = tokens[i]!
    const next = tokens[i + 1]
    if (next === undefined || i + 1 >= to) break
    if (breaksLine(text, token, next)) {
      close(i + 1)
      continue
    }
    if (isTerminal(token)) {
      let end = i + 1
      while (
        end < to &&
        (isTerminal(tokens[end]!) || (closers.includes(tokens[end]!.text) && closes(text, tokens[end]!))) &&
        tokens[end]!.start === tokens[end - 1]!.end
      )
        end++
      i = end - 1
      if (end >= to) continue
      const following = tokens[end]!
      const quoted = end > i + 1
      // „… .“ sagte er, „…!“, rief sie, (…?) und
      if (startsLower(following)) {
        if (quoted || token.text !== '.') continue
        // A lower-case word after a plain full stop: an abbreviation we do not know, or a sloppy text.
        if (following.start - token.end > 0 && tokens[i - 1] !== undefined && tokens[i - 1]!.text.length > 5)
          close(end)
        continue
      }
      if (following.kind === 'punctuation' && /^[,;:–—-]+$/u.test(following.text)) {
        // „… .“ – so der Minister: goes on; a dash after a plain full stop opens a new sentence.
        if (!quoted && /^[–—-]+$/u.test(following.text)) close(end)
        continue
      }
      close(end)
      continue
    }
    // Abbreviations that close: „… Raketen usw. Die Regierung …“
    if (token.kind === 'word' && token.text.endsWith('.') && token.text.length > 1) {
      const bare = token.text.slice(0, -1).toLowerCase()
      const nextBare = next.text.toLowerCase()
      const previous = tokens[i - 1]
      if (!/^\p{Lu}/u.test(next.text) && !openersOfQuotes.includes(next.text)) continue
      const opener = /^\p{Lu}/u.test(next.text) && rules.openers.has(nextBare)
      if (rules.closingAbbreviations.has(bare) && opener) close(i + 1)
      else if (
        bare.length === 1 &&
        opener &&
        previous !== undefined &&
        i > begin &&
        !/\.$/u.test(previous.text)
      )
        close(i + 1)
    }
  }
  close(to)
}
