import type { JSX } from 'preact'
import { apiAsOf, type SearchPage } from '../api.ts'
import { piecesOf } from '../parts/segments.ts'
import { sourceLanguage } from '../parts/source-words.tsx'
import { Loaded } from '../parts/states.tsx'
import { language, query } from '../place.ts'
import { useResource } from '../resource.ts'
import { word } from '../words.ts'
import { ReportLine } from './reports.tsx'

export const SearchPageView = (): JSX.Element => {
  const words = query.value.get('q') ?? ''
  const page = useResource<SearchPage>(() => apiAsOf('/api/search', { q: query.value.get('q'), limit: '50' }))
  const l = language.value
  return (
    <>
      <h1>
        {word(l, 'suchen')}: {words}
      </h1>
      <p class="quiet">{word(l, 'sucheHilfe')}</p>
      {words !== '' && (
        <Loaded from={page.value}>
          {({ total, hits }) => (
            <>
              <p role="status">{total === 0 ? word(l, 'keineTreffer') : `${total} ${word(l, 'treffer')}`}</p>
              <ul class="list">
                {hits.map(({ report, passage }) => (
                  <li key={report.id}>
                    <ReportLine report={report} />
                    {passage !== null && (
                      <blockquote lang={sourceLanguage}>
                        …{' '}
                        {piecesOf(
                          0,
                          passage.text.length,
                          passage.marks.map((m) => ({ ...m, mark: 'hit', index: 0 })),
                        ).map((piece) => {
                          const text = passage.text.slice(piece.start, piece.end)
                          return piece.marks.length > 0 ? <mark key={piece.start}>{text}</mark> : text
                        })}{' '}
                        …
                      </blockquote>
                    )}
                  </li>
                ))}
              </ul>
            </>
          )}
        </Loaded>
      )}
    </>
  )
}
