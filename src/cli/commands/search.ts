import { search } from '../../run/search.ts'
import { type Io, say } from '../io.ts'
import { withFreshArchive } from '../open.ts'
import type { CommonOptions } from '../program.ts'

interface SearchArguments extends CommonOptions {
  readonly words: readonly string[]
  readonly limit?: number
  readonly json?: boolean
}

/** Hits stand between `»` and `«` (bold on a terminal), so that they are seen without colour. */
const marked = (passage: {
  readonly text: string
  readonly marks: readonly { start: number; end: number }[]
}) => {
  let out = ''
  let at = 0
  for (const { start, end } of passage.marks) {
    if (start < at) continue
    out += `${passage.text.slice(at, start)}»${passage.text.slice(start, end)}«`
    at = end
  }
  return (out + passage.text.slice(at)).replaceAll(/\s+/gu, ' ')
}

export const runSearch = (input: SearchArguments, io: Io): Promise<number> =>
  withFreshArchive(input, io, async (archive) => {
    const query = input.words.join(' ')
    const found = await search(archive, { query, limit: input.limit ?? 20 })
    if (input.json) {
      for (const hit of found.hits) await io.write(`${JSON.stringify(hit)}\n`)
      return 0
    }
    if (found.total === 0) io.log(say(io.language, 'noHits', { query }))
    else io.log(say(io.language, 'hits', { count: found.total }))
    for (const { report, passage } of found.hits) {
      const where = [report.published, report.publisher, report.source].filter((part) => part !== null)
      await io.write(
        `${[
          `${report.id}  ${report.title ?? say(io.language, 'untitled')}`,
          `    ${where.join(' · ')}`,
          ...(passage === null ? [] : [`    … ${marked(passage)} …`]),
        ].join('\n')}\n`,
      )
    }
    return 0
  })
