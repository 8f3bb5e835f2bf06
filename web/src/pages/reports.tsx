import type { JSX } from 'preact'
import { api, type ListedReport, type ReportsPage } from '../api.ts'
import { instantWords } from '../dates.ts'
import { Loaded } from '../parts/states.tsx'
import { addressOf, language, query } from '../place.ts'
import { useResource } from '../resource.ts'
import { word } from '../words.ts'

export const ReportLine = (props: { readonly report: ListedReport }): JSX.Element => {
  const l = language.value
  const { report } = props
  return (
    <>
      <a href={addressOf({ path: `/berichte/${report.id}` })}>{report.title ?? report.source}</a>
      <br />
      <span class="quiet">
        {[report.publisher, report.agencies.join(', ')].filter(Boolean).join(' / ') || report.source} ·{' '}
        {instantWords(l, report.published) ?? word(l, 'ohneDatum')}
      </span>
    </>
  )
}

export const ReportsPageView = (): JSX.Element => {
  const page = useResource<ReportsPage>(() =>
    api('/api/reports', {
      limit: '100',
      cursor: query.value.get('cursor'),
      publisher: query.value.get('medium'),
    }),
  )
  const l = language.value
  return (
    <>
      <h1>
        {word(l, 'berichte')}
        {query.value.has('medium') && `: ${query.value.get('medium')}`}
      </h1>
      <Loaded from={page.value}>
        {({ total, reports, next }) => (
          <>
            <p class="quiet">
              {total} {word(l, 'berichteN')}
            </p>
            <ul class="list">
              {reports.map((report) => (
                <li key={report.id}>
                  <ReportLine report={report} />
                </li>
              ))}
            </ul>
            {next !== null && (
              <p>
                <a href={addressOf({ query: { cursor: next } })}>→</a>
              </p>
            )}
          </>
        )}
      </Loaded>
    </>
  )
}
