/** A page without what no reader of articles looks at: scripts, styles, comments, most attributes. */
import { tagNamed } from './tags.ts'
import { readTokens } from './tokens.ts'
import { keptAttributes } from './tree.ts'

const kept: ReadonlySet<string> = new Set(keptAttributes)
/** Values longer than this are data for a script. */
const longestValue = 2000
const structured = /\stype="[^"]*ld\+json/iu

/** The same page, shorter. Structured data stays, and how tags and texts stand towards one another. */
export const reducePage = (source: string): string => {
  const pieces: string[] = []
  let attributes = ''
  /** The raw element whose content stays. */
  let raw: string | null = null
  readTokens(source, {
    attribute: (nameStart, nameEnd, valueStart, valueEnd) => {
      const name = source.slice(nameStart, nameEnd).toLowerCase()
      if (!kept.has(name) || valueEnd - valueStart > longestValue) return
      const value = source.slice(valueStart, valueEnd).replaceAll('"', '&quot;')
      attributes += valueStart < 0 ? ` ${name}` : ` ${name}="${value}"`
    },
    open: (start, nameEnd, isSelfClosing) => {
      const { name, isRaw } = tagNamed(source.slice(start + 1, nameEnd))
      raw = name === 'title' || (name === 'script' && structured.test(attributes)) ? name : null
      if (!isRaw || raw !== null) pieces.push(`<${name}${attributes}${isSelfClosing ? '/' : ''}>`)
      attributes = ''
      return isRaw ? name : null
    },
    close: (nameStart, nameEnd) => {
      const { name, isRaw } = tagNamed(source.slice(nameStart, nameEnd))
      if (!isRaw) pieces.push(`</${name}>`)
    },
    text: (start, end) =>
      pieces.push(
        source.slice(start, end).replaceAll(/\s+/gu, (space) => (space.includes('\n') ? '\n' : ' ')),
      ),
    raw: (start, end) => {
      if (raw !== null) pieces.push(source.slice(start, end), `</${raw}>`)
    },
  })
  return pieces.join('')
}
