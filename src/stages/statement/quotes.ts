import type { Span } from '../../core/span.ts'

/** A stretch in quotation marks, marks included. */
export interface Quotation extends Span {
  /** More than one where every paragraph opens the marks again. */
  readonly parts: readonly Span[]
}

const isSpace = (char: string | undefined): boolean => char === undefined || /\s/u.test(char)
const isWordChar = (char: string | undefined): boolean => char !== undefined && /[\p{L}\p{N}]/u.test(char)

/**
 * Pairs quotation marks, outermost only, in one pass.
 *
 *     Er sagte: „Das heißt ‚nein‘.“    »…«  «…»  "…"  “…”
 *               ^^^^^^^^^^^^^^^^^^
 *
 * A mark that was opened and not closed by the end of its paragraph is carried on when the next paragraph opens
 * it again, as papers do in long quotations; else it counts as stray and what follows it is read afresh.
 */
export const pairQuotations = (text: string, pairs: ReadonlyMap<string, string>): readonly Quotation[] => {
  const out: Quotation[] = []
  let open = -1
  let closing = ''
  let parts: Span[] = []
  for (let at = 0; at < text.length; at++) {
    const char = text[at]!
    if (char === '\n') {
      if (open < 0) continue
      let next = at
      while (next < text.length && isSpace(text[next])) next++
      if (next < text.length && text[next] === text[open]) {
        let end = at
        while (end > open + 1 && isSpace(text[end - 1])) end--
        parts.push({ start: open, end })
        open = next
        at = next
      } else {
        const start = parts[0]?.start
        if (start !== undefined) out.push({ start, end: parts.at(-1)!.end, parts })
        parts = []
        open = -1
      }
      continue
    }
    if (open >= 0 && closing.includes(char)) {
      // An apostrophe within a word does not close.
      if ((char === '’' || char === "'") && isWordChar(text[at + 1])) continue
      parts.push({ start: open, end: at + 1 })
      out.push({ start: parts[0]!.start, end: at + 1, parts })
      parts = []
      open = -1
      continue
    }
    const closes = pairs.get(char)
    if (open >= 0 || closes === undefined) continue
    // It opens only in front of something and behind a gap.
    if (isSpace(text[at + 1]) || isWordChar(text[at - 1])) continue
    open = at
    closing = closes
  }
  return out
}
