import type { JSX } from 'preact'
import { apiAsOf, type StoryPage } from '../api.ts'
import { dateWords, timeWords } from '../dates.ts'
import { Whole } from '../parts/date.tsx'
import { Downloads } from '../parts/downloads.tsx'
import { passageAddress } from '../parts/evidence.tsx'
import { useHeading } from '../parts/heading.ts'
import { outletWords } from '../parts/outlet.ts'
import { ReportTitle } from '../parts/report-title.tsx'
import { SourceWords } from '../parts/source-words.tsx'
import { Loaded } from '../parts/states.tsx'
import { Title } from '../parts/title.tsx'
import { addressOf, language, path } from '../place.ts'
import { useResource } from '../resource.ts'
import { label, valueWord, word } from '../words.ts'
import { LedgerTable } from './ledger.tsx'
import { StoryCounts } from './stories.tsx'

type Told = StoryPage['reports'][number]

export const StoryPageView = (): JSX.Element => {
  const page = useResource<StoryPage>(() => apiAsOf(`/api/stories/${path.value.split('/')[2]}`))
  return <Loaded from={page.value}>{(loaded) => <StoryView page={loaded} />}</Loaded>
}

/** Reports under the day they were published, in their order; those without one come last. */
const byDay = (reports: readonly Told[]): ReadonlyMap<string | null, Told[]> => {
  const days = new Map<string | null, Told[]>()
  for (const report of reports) {
    const day = report.published?.edtf.replace(/T.*/u, '') ?? null
    days.set(day, [...(days.get(day) ?? []), report])
  }
  return days
}

const StoryView = (props: { readonly page: StoryPage }): JSX.Element => {
  const l = language.value
  const { story, reports, commitments } = props.page
  useHeading(story.title)
  return (
    <article>
      <div class="page-head">
        <h1>
          <SourceWords>{story.title}</SourceWords>
        </h1>
        <Downloads of={story.id} />
      </div>
      <p>
        <StoryCounts story={story} />
      </p>
      <h2>{word(l, 'berichte')}</h2>
      <ol class="days">
        {[...byDay(reports)].map(([day, told]) => (
          <li key={day}>
            <h3>
              <Whole>{dateWords(l, day) ?? word(l, 'ohneDatum')}</Whole>
            </h3>
            <ul>
              {told.map((report) => (
                <ToldReport key={report.id} report={report} />
              ))}
            </ul>
          </li>
        ))}
      </ol>
      {commitments.length > 0 && (
        <>
          <h2>{word(l, 'vorgaenge')}</h2>
          <LedgerTable rows={commitments} />
        </>
      )}
    </article>
  )
}

/** A report of a story: an origin or a copy, and what the ledger rests on it. */
const ToldReport = (props: { readonly report: Told }): JSX.Element => {
  const l = language.value
  const { report } = props
  const { published, origin } = report
  return (
    <li class={origin === null ? undefined : 'copy'}>
      <a href={addressOf({ path: `/berichte/${report.id}` })}>
        <ReportTitle report={report} />
      </a>
      <br />
      <span class="quiet">
        {[
          outletWords(report),
          timeWords(l, published?.edtf ?? null),
          published?.basis === 'inferred' ? `${word(l, 'tag')} ${valueWord(l, 'basis', 'inferred')}` : null,
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
      {origin !== null && (
        <p class="origin">
          {label(l, 'kopieVon')}{' '}
          <a href={addressOf({ path: `/berichte/${origin.id}` })}>
            <ReportTitle report={origin} />
          </a>
        </p>
      )}
      {report.events.length > 0 && (
        <ul class="told">
          {report.events.map((event) => (
            <li key={`${event.start}-${event.transition}-${event.commitment.id}`}>
              <a href={passageAddress(report.id, event.start, event.end)}>
                {valueWord(l, 'transition', event.transition)}
              </a>{' '}
              <span class="quiet">
                ({valueWord(l, 'factuality', event.factuality)}
                {event.date !== null && `, ${dateWords(l, event.date.edtf)}`})
              </span>
              :{' '}
              <a href={addressOf({ path: `/vorgaenge/${event.commitment.id}` })}>
                <Title>{event.commitment.title}</Title>
              </a>
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}
