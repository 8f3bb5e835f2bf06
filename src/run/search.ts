/** Search for people: reports with a passage in which the hits are marked. */
import type { Span } from '../core/span.ts'
import type { ListedReport } from '../store/store.ts'
import type { Archive } from './archive.ts'
import type { LedgerRequest } from './ledger-source.ts'
import { queryTerms } from './terms.ts'

export interface SearchHit {
  readonly report: ListedReport
  /** A passage of the text; `marks` are the hits in it, as offsets into the passage. */
  readonly passage: { readonly start: number; readonly text: string; readonly marks: readonly Span[] } | null
}

export interface SearchRequest {
  readonly query: string
  readonly limit: number
  /** Ids of the only reports that are searched. */
  readonly only?: readonly string[] | undefined
  readonly after?: string | undefined
}

/** Ids of the reports that the ledger counts on the day; undefined where no day is asked for. */
export const reportsOutOn = async (
  archive: Pick<Archive, 'ledgers'>,
  {
    asOf,
    clock,
  }: { readonly asOf?: string | undefined; readonly clock?: LedgerRequest['clock'] | undefined },
): Promise<string[] | undefined> =>
  asOf === undefined
    ? undefined
    : (await archive.ledgers.reports({ asOf, clock: clock ?? 'published' })).map(({ report }) => report)

const passageLength = 220

const wordEnd = (text: string, start: number): number => {
  const match = /[^\p{L}\p{N}-]/u.exec(text.slice(start, start + 200))
  return start + (match === null ? Math.min(200, text.length - start) : match.index)
}

/** The stretch of the text that holds most of the words looked for, from the beginning of a word. */
const bestPassage = (text: string, places: readonly number[]): NonNullable<SearchHit['passage']> => {
  let best = 0
  let most = 0
  for (let from = 0, to = 0; from < places.length; from++) {
    while (to < places.length && places[to]! < places[from]! + passageLength - 40) to++
    if (to - from > most) {
      most = to - from
      best = places[from]!
    }
  }
  const from = Math.max(0, best - 60)
  const start = from === 0 ? 0 : text.indexOf(' ', from) + 1 || from
  const until = Math.min(text.length, start + passageLength)
  const space = text.lastIndexOf(' ', until)
  const end = until === text.length || space <= best ? until : space
  return {
    start,
    text: text.slice(start, end),
    marks: places
      .filter((place) => place >= start && place < end)
      .map((place) => ({ start: place - start, end: Math.min(wordEnd(text, place), end) - start })),
  }
}

export const search = async (
  archive: Archive,
  { query, limit, only, after }: SearchRequest,
): Promise<{ readonly total: number; readonly hits: readonly SearchHit[] }> => {
  const groups = queryTerms(query, (await archive.knowledge()).locale.lexicon)
  if (groups.length === 0) return { total: 0, hits: [] }
  const { total, reports } = await archive.store.list({ groups, limit, only, after })
  const hits: SearchHit[] = []
  for (const report of reports) {
    const [reading, terms] = await Promise.all([archive.reading(report.id), archive.store.terms(report.id)])
    const places = [...new Set(groups.flat().flatMap((term) => terms.get(term) ?? []))].sort((a, b) => a - b)
    hits.push({
      report,
      passage: reading === null || places.length === 0 ? null : bestPassage(reading.article.text, places),
    })
  }
  return { total, hits }
}
