/**
 * The tags and texts of a page, in one pass from front to back. Reads what browsers read: quotes hide `>`, a `<` before
 * anything but a letter is text, comments and declarations are passed over, what stands in `<script>` is no markup.
 *
 *     <p class="a">Rat &amp; Tat</p>
 *     open          text        close
 */

export interface Tokens {
  /** Of the tag that `open` tells of next; `valueStart` is -1 where the attribute has no value. */
  readonly attribute: (nameStart: number, nameEnd: number, valueStart: number, valueEnd: number) => void
  /** `start` is the `<`, the name lies between it and `nameEnd`. */
  readonly open: (start: number, nameEnd: number, isSelfClosing: boolean) => OpenedAs
  /** The name lies between `nameStart` and `nameEnd`. */
  readonly close: (nameStart: number, nameEnd: number) => void
  /** A stretch without tags; character references are not decoded. */
  readonly text: (start: number, end: number) => void
  /** What stood in an element whose content is no markup. */
  readonly raw: (start: number, end: number) => void
  /** Text between `<![CDATA[` and `]]>`; where nobody asks for it, it is a comment, as in HTML. */
  readonly cdata?: (start: number, end: number) => void
}

/** `null`: markup follows. A name: everything up to the closing tag of that name (lower case) is raw. */
export type OpenedAs = string | null

const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90)
const isSpace = (code: number): boolean =>
  code === 32 || code === 10 || code === 9 || code === 13 || code === 12

const quote = 34
const apostrophe = 39
const slash = 47
const equals = 61
const greaterThan = 62

/** Whether `name` (lower case) stands at `at`, in whatever case, and ends there. */
const isNameAt = (source: string, at: number, name: string): boolean => {
  for (let i = 0; i < name.length; i++)
    if ((source.charCodeAt(at + i) | 32) !== name.charCodeAt(i)) return false
  const next = source.charCodeAt(at + name.length)
  return Number.isNaN(next) || next === greaterThan || next === slash || isSpace(next)
}

/** Start of the next `</name`, or -1. */
const closingTag = (source: string, from: number, name: string): number => {
  for (let at = source.indexOf('</', from); at >= 0; at = source.indexOf('</', at + 2))
    if (isNameAt(source, at + 2, name)) return at
  return -1
}

/** Where the name that begins at `at` ends. */
const nameEndOf = (source: string, at: number): number => {
  for (let i = at; i < source.length; i++) {
    const code = source.charCodeAt(i)
    if (code === greaterThan || code === slash || isSpace(code)) return i
  }
  return source.length
}

/** Walks the attributes from `from` to the `>`. The position behind it, or -1 where the page ends within the tag. */
const readAttributes = (source: string, from: number, each: Tokens['attribute'] | null): number => {
  const { length } = source
  let at = from
  while (at < length) {
    let code = source.charCodeAt(at)
    if (code === greaterThan) return at + 1
    if (code === slash || isSpace(code)) {
      at++
      continue
    }
    const nameStart = at++
    while (at < length) {
      code = source.charCodeAt(at)
      if (code === equals || code === greaterThan || code === slash || isSpace(code)) break
      at++
    }
    const nameEnd = at
    while (at < length && isSpace(source.charCodeAt(at))) at++
    if (source.charCodeAt(at) !== equals) {
      each?.(nameStart, nameEnd, -1, -1)
      continue
    }
    at++
    while (at < length && isSpace(source.charCodeAt(at))) at++
    code = source.charCodeAt(at)
    if (code === quote || code === apostrophe) {
      const valueEnd = source.indexOf(code === quote ? '"' : "'", at + 1)
      if (valueEnd < 0) return -1
      each?.(nameStart, nameEnd, at + 1, valueEnd)
      at = valueEnd + 1
    } else {
      const valueStart = at
      for (; at < length; at++) {
        code = source.charCodeAt(at)
        if (code === greaterThan || isSpace(code)) break
      }
      each?.(nameStart, nameEnd, valueStart, at)
    }
  }
  return -1
}

/** Position behind a comment, a declaration or a processing instruction that begins at `at`. */
const behindComment = (source: string, at: number): number => {
  let end: number
  if (!source.startsWith('<!--', at)) end = source.indexOf('>', at) + 1
  else if (source.startsWith('>', at + 4)) end = at + 5
  else if (source.startsWith('->', at + 4)) end = at + 6
  else end = source.indexOf('-->', at + 4) + 3
  return end <= at ? source.length : end
}

/** A script that does not end is a script to the end. What else was not closed must not cost the rest of the page. */
const isRawToTheEnd = (name: string): boolean => name === 'script' || name === 'style'

const dataStart = '<![CDATA['

/** Reads a page from front to back. */
export const readTokens = (source: string, tokens: Tokens): void => {
  const { length } = source
  /** Names that no closing tag follows any more: nobody looks for them again. */
  const unclosed = new Set<string>()
  /** Start of the text that has not been told yet. */
  let from = 0
  let at = source.indexOf('<')
  while (at >= 0 && at < length) {
    const next = source.charCodeAt(at + 1)
    const isClosing = next === slash && isLetter(source.charCodeAt(at + 2))
    if (!isClosing && !isLetter(next)) {
      // `<!`, `<?` and `</` before a digit begin comments; `<` before a space is a letter like any other.
      if (next !== 33 && next !== 63 && next !== slash) {
        at = source.indexOf('<', at + 1)
        continue
      }
      if (at > from) tokens.text(from, at)
      const isData = tokens.cdata !== undefined && source.startsWith(dataStart, at)
      if (isData) {
        const close = source.indexOf(']]>', at + dataStart.length)
        const end = close < 0 ? length : close
        tokens.cdata?.(at + dataStart.length, end)
        from = Math.min(length, end + 3)
      } else from = behindComment(source, at)
      at = source.indexOf('<', from)
      continue
    }
    if (at > from) tokens.text(from, at)
    const nameEnd = nameEndOf(source, isClosing ? at + 2 : at + 1)
    const end =
      source.charCodeAt(nameEnd) === greaterThan
        ? nameEnd + 1
        : readAttributes(source, nameEnd, isClosing ? null : tokens.attribute)
    // A tag that never ends is no tag; browsers drop it with all that follows.
    if (end < 0) return
    from = end
    if (isClosing) tokens.close(at + 2, nameEnd)
    else {
      const raw = tokens.open(at, nameEnd, source.charCodeAt(end - 2) === slash)
      if (raw !== null && !unclosed.has(raw)) {
        const close = closingTag(source, end, raw)
        if (close >= 0) {
          tokens.raw(end, close)
          from = source.indexOf('>', close) + 1
          if (from <= 0) return
        } else if (isRawToTheEnd(raw)) return
        else unclosed.add(raw)
      }
    }
    at = source.indexOf('<', from)
  }
  if (from < length) tokens.text(from, length)
}
