/** The copy of the article's text that many pages carry as structured data, as a witness for what is body. */
import { normal } from './titles.ts'

/** Share of words of `block` that the page's own structured copy of the article has. */
export const inBody = (text: string, body: ReadonlySet<string> | null): number => {
  if (body === null) return 0
  const words = normal(text).split(' ')
  if (words.length < 4) return 0
  let hit = 0
  let all = 0
  for (let i = 0; i + 2 < words.length; i++) {
    all++
    if (body.has(`${words[i]} ${words[i + 1]} ${words[i + 2]}`)) hit++
  }
  return all === 0 ? 0 : hit / all
}

/** No article is longer; what is, is no copy of one. */
const longestBody = 500_000

export const shinglesOf = (text: string | null): ReadonlySet<string> | null => {
  if (text === null || text.length < 400 || text.length > longestBody) return null
  const words = normal(text.replaceAll(/<[^>]*>/gu, ' ')).split(' ')
  const set = new Set<string>()
  for (let i = 0; i + 2 < words.length; i++) set.add(`${words[i]} ${words[i + 1]} ${words[i + 2]}`)
  return set
}
