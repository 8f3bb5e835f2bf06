/** The other articles that a page points to. */
import type { Teaser } from '../../core/article.ts'
import { readDateLine } from './line-rules.ts'
import type { PageBlock } from './page-blocks.ts'

/** Teasers are links with a headline, and a date beside them where the page gives one. */
export const findTeasers = (furniture: readonly PageBlock[]): Teaser[] => {
  const teasers: Teaser[] = []
  for (const block of furniture) {
    if (teasers.length >= 100) break
    if (block.linked < 20 || block.text.split(' ').length < 3 || block.text.length > 300) continue
    const date = readTeaserDate(block.text)
    teasers.push({
      title: date === null ? block.text : block.text.slice(0, date.start).trim() || block.text,
      published: date === null ? null : { edtf: date.edtf, basis: 'stated' },
      section: null,
    })
  }
  return teasers
}
const readTeaserDate = (text: string): { start: number; edtf: string } | null => {
  const tail = text.slice(-30)
  const found = readDateLine(tail.replace(/^.*?(?=\d{1,2}\.\d)/u, ''))?.dates[0]
  return found === undefined
    ? null
    : { start: text.search(/\(?\d{1,2}\.\d{1,2}\.\d{2,4}[^\p{L}]*(?:Uhr)?\)?\s*$/u), edtf: found.edtf }
}
