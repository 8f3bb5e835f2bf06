import type { ComponentChildren, JSX } from 'preact'
import { apiAsOf, type ListedReport, type PublicationDays, type ReportsPage } from '../api.ts'
import { dateWords, instantWords, timeWords } from '../dates.ts'
import { Whole } from '../parts/date.tsx'
import { passageAddress } from '../parts/evidence.tsx'
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
        {outletWords(report)} · <Whole>{instantWords(l, report.published) ?? word(l, 'ohneDatum')}</Whole>
      </span>
    </>
  )
}

/** A report in a list by date: the day in a column of its own. */
export const DatedReport = (props: {
  readonly report: ListedReport
  /** The passage that it opens at. */
  readonly at?: { readonly start: number; readonly end: number } | null
  readonly children?: ComponentChildren
}): JSX.Element => {
  const l = language.value
  const { report, at } = props
  const time = timeWords(l, report.published)
  return (
    <li class="dated">
      <div class="date">
        <Whole>{dateWords(l, report.published) ?? word(l, 'ohneDatum')}</Whole>
      </div>
      <div>
        <a
          href={
            at ? passageAddress(report.id, at.start, at.end) : addressOf({ path: `/berichte/${report.id}` })
          }
        >
          <ReportTitle report={report} />
        </a>
        <br />
        <span class="quiet">
          {outletWords(report)}
          {time !== null && ` · ${time}`}
        </span>
        {props.children}
      </div>
    </li>
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
  const outlet = query.value.get('medium')
  return (
    <>
      <h1>
        {word(l, 'berichte')}
        {outlet !== null && `: ${outlet === 'none' ? word(l, 'ohneMedium') : outlet}`}
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
                  <DatedReport key={report.id} report={report} />
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
