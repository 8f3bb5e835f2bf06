import { listReport } from '../../api/listed.ts'
import { reportsOutOn, search } from '../../run/search.ts'
import { type Io, say } from '../io.ts'
import { withFreshArchive } from '../open.ts'
import { reportText } from '../report-text.ts'
import type { AsOfArguments } from './ledger.ts'

interface SearchArguments extends AsOfArguments {
  readonly words: readonly string[]
  readonly limit?: number
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
    const found = await search(archive, {
      query,
      limit: input.limit ?? 20,
      only: await reportsOutOn(archive, input),
    })
    if (input.json) {
      for (const { report, passage } of found.hits)
        await io.write(`${JSON.stringify({ report: await listReport(archive, report), passage })}\n`)
      return 0
    }
    if (found.total === 0) io.log(say(io.language, 'noHits', { query }))
    else io.log(say(io.language, 'hits', { count: found.total }))
    for (const { report, passage } of found.hits) {
      const words = passage === null ? '' : `    … ${marked(passage)} …\n`
      await io.write(`${await reportText(archive, report, io.language)}\n${words}`)
    }
    return 0
  })
