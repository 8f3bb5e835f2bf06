import type { JSX } from 'preact'
import { apiAsOf, type SearchPage } from '../api.ts'
import { NextPage } from '../parts/next-page.tsx'
import { piecesOf } from '../parts/segments.ts'
import { sourceLanguage } from '../parts/source-words.tsx'
import { Loaded } from '../parts/states.tsx'
import { language, query } from '../place.ts'
import { useResource } from '../resource.ts'
import { counted, word } from '../words.ts'
import { DatedReport } from './reports.tsx'

/** Where the first word that was looked for stands in the text. */
const firstMark = (passage: SearchPage['hits'][number]['passage']): { start: number; end: number } | null => {
  const mark = passage?.marks[0]
  return !passage || !mark ? null : { start: passage.start + mark.start, end: passage.start + mark.end }
}

export const SearchPageView = (): JSX.Element => {
  const words = query.value.get('q') ?? ''
  const page = useResource<SearchPage>(() =>
    apiAsOf('/api/search', {
      q: query.value.get('q'),
      limit: '50',
      cursor: query.value.get('cursor'),
    }),
  )
  const l = language.value
  return (
    <>
      <h1>
        {word(l, 'suchen')}
        {words !== '' && `: ${words}`}
      </h1>
      <p class="quiet">{word(l, 'sucheHilfe')}</p>
      {words !== '' && (
        <Loaded from={page.value}>
          {({ total, hits, next }) => (
            <>
              <p role="status">
                {total === 0 ? word(l, 'keineTreffer') : counted(l, total, 'trefferEins', 'treffer')}
              </p>
              <ul class="list">
                {hits.map(({ report, passage }) => (
                  <DatedReport key={report.id} report={report} at={firstMark(passage)}>
                    {passage !== null && (
                      <blockquote lang={sourceLanguage}>
                        {'…\u00a0'}
                        {piecesOf(
                          0,
                          passage.text.length,
                          passage.marks.map((m) => ({ ...m, mark: 'hit', index: 0 })),
                        ).map((piece) => {
                          const text = passage.text.slice(piece.start, piece.end)
                          return piece.marks.length > 0 ? <mark key={piece.start}>{text}</mark> : text
                        })}
                        {'\u00a0…'}
                      </blockquote>
                    )}
                  </DatedReport>
                ))}
              </ul>
              <NextPage cursor={next} />
            </>
          )}
        </Loaded>
      )}
    </>
  )
}
