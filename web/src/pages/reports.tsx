import type { JSX } from 'preact'
import { apiAsOf, type ListedReport, type PublicationDays, type ReportsPage } from '../api.ts'
import { instantWords } from '../dates.ts'
import { NextPage } from '../parts/next-page.tsx'
import { outletWords } from '../parts/outlet.ts'
import { ReportTitle } from '../parts/report-title.tsx'
import { Loaded } from '../parts/states.tsx'
import { ReportDays } from '../pictures/later.ts'
import { addressOf, asOf, language, query } from '../place.ts'
import { useResource } from '../resource.ts'
import { counted, word } from '../words.ts'

export const ReportLine = (props: { readonly report: ListedReport }): JSX.Element => {
  const l = language.value
  const { report } = props
  return (
    <>
      <a href={addressOf({ path: `/berichte/${report.id}` })}>
        <ReportTitle report={report} />
      </a>
      <br />
      <span class="quiet">
        {outletWords(report)} · {instantWords(l, report.published) ?? word(l, 'ohneDatum')}
      </span>
    </>
  )
}

/** When the reports are from. Where one outlet is asked for, all the others would only mislead. */
const Days = (): JSX.Element | null => {
  const days = useResource<PublicationDays>(() => apiAsOf('/api/report-days'))
  // Where this fails the list fails too, and says so.
  return query.value.has('medium') || days.value.state !== 'ready' ? null : (
    <ReportDays page={days.value.value} />
  )
}

export const ReportsPageView = (): JSX.Element => {
  const page = useResource<ReportsPage>(() =>
    apiAsOf('/api/reports', {
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
      <Days />
      <Loaded from={page.value}>
        {({ total, reports, next }) =>
          total === 0 ? (
            <p>{word(l, asOf.value === null ? 'keineBerichte' : 'keineBerichteBis')}</p>
          ) : (
            <>
              <p class="quiet">{counted(l, total, 'bericht', 'berichteN')}</p>
              <ul class="list">
                {reports.map((report) => (
                  <li key={report.id}>
                    <ReportLine report={report} />
                  </li>
                ))}
              </ul>
              <NextPage cursor={next} />
            </>
          )
        }
      </Loaded>
    </>
  )
}
