import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import { api, apiAsOf, type ReportPage } from '../api.ts'
import { guarded, save } from '../asking.ts'
import { dayBounds, instantWords } from '../dates.ts'
import { HonestDate } from '../parts/date.tsx'
import { EditReport } from '../parts/editing.tsx'
import { ContradictionBox } from '../parts/evidence.tsx'
import { useHeading } from '../parts/heading.ts'
import { BlockView, type Layer, layers, marksOf } from '../parts/report-text.tsx'
import type { Mark } from '../parts/segments.ts'
import { SourceWords } from '../parts/source-words.tsx'
import { Loaded } from '../parts/states.tsx'
import { Versions } from '../parts/versions.tsx'
import { addressOf, asOf, clock, language, path, query } from '../place.ts'
import { useResource } from '../resource.ts'
import { label, valueWord, word } from '../words.ts'
import { ReportLine } from './reports.tsx'

export const ReportPageView = (): JSX.Element => {
  const page = useResource<ReportPage>(() => apiAsOf(`/api/reports/${path.value.split('/')[2]}`))
  return <Loaded from={page.value}>{(loaded) => <ReportView page={loaded} />}</Loaded>
}

const ReportView = (props: { readonly page: ReportPage }): JSX.Element => {
  const l = language.value
  const { page } = props
  const { report, reading, sameOrigin, story, versions, contradictions } = page
  const { article } = reading
  useHeading(article.title ?? report.opening)
  const shown = useSignal<ReadonlySet<Layer>>(new Set(['said', 'event', 'time']))
  const place = /^(?<start>\d+)-(?<end>\d+)$/u.exec(query.value.get('stelle') ?? '')?.groups
  const here = place === undefined ? null : { start: Number(place.start), end: Number(place.end) }
  useEffect(() => {
    if (here !== null) document.querySelector('#stelle')?.scrollIntoView({ block: 'center' })
  }, [here?.start, report.id])
  const marks: Mark[] = marksOf(reading, shown.value)
  if (here !== null) marks.push({ ...here, mark: 'here', index: 0 })
  const byHand = (field: 'published' | 'title' | 'publisher' | 'agency') =>
    article.corrected.includes(field) && <span class="quiet"> ({word(l, 'vonHand')})</span>
  return (
    <article>
      {!page.out && <NotYet report={report} />}
      {article.kicker !== null && (
        <p class="quiet">
          <SourceWords>{article.kicker}</SourceWords>
        </p>
      )}
      <h1>
        {article.title === null ? (
          <span class="quiet">{word(l, 'ohneTitel')}</span>
        ) : (
          <SourceWords>{article.title}</SourceWords>
        )}
        {byHand('title')}
      </h1>
      <dl class="facts">
        <dt>{label(l, 'erschienen')}</dt>
        <dd>
          <HonestDate date={article.published} withTime />
          {byHand('published')}
        </dd>
        <dt>{label(l, 'erfasst')}</dt>
        <dd>{instantWords(l, report.capturedAt)}</dd>
        {article.publisher !== null && (
          <>
            <dt>{label(l, 'medium')}</dt>
            <dd>
              {article.publisher}
              {byHand('publisher')}
            </dd>
          </>
        )}
        {article.agencies.length > 0 && (
          <>
            <dt>{label(l, 'agentur')}</dt>
            <dd>
              {article.agencies.join(', ')}
              {byHand('agency')}
            </dd>
          </>
        )}
        <SameOrigin reports={sameOrigin} own={report.id} />
        {story !== null && (
          <>
            <dt>{label(l, 'verlaufEins')}</dt>
            <dd>
              <a href={addressOf({ path: `/verlaeufe/${story.id}` })}>
                <SourceWords>{story.title}</SourceWords>
              </a>
            </dd>
          </>
        )}
        {report.url !== null && (
          <>
            <dt>{label(l, 'adresse')}</dt>
            <dd>
              <a href={report.url} rel="noreferrer noopener" target="_blank">
                {report.url}
              </a>
            </dd>
          </>
        )}
      </dl>
      <fieldset class="layers">
        <legend>{word(l, 'ebenen')}</legend>
        {layers.map(([layer, name]) => (
          <label key={layer}>
            <input
              type="checkbox"
              checked={shown.value.has(layer)}
              onChange={() => {
                const next = new Set(shown.value)
                if (!next.delete(layer)) next.add(layer)
                shown.value = next
              }}
            />
            <span class={`sample ${layer}`}>{word(l, name)}</span>
          </label>
        ))}
      </fieldset>
      <p class="quiet legend-words">{word(l, 'legende')}</p>
      <div class="report-text" lang={reading.language ?? undefined}>
        {article.blocks.map((block) => (
          <BlockView
            key={block.start}
            page={props.page}
            block={block}
            marks={marks}
            said={shown.value.has('said')}
          />
        ))}
      </div>
      {contradictions.map((contradiction) => (
        <ContradictionBox key={contradiction.id} contradiction={contradiction} />
      ))}
      {versions.length > 1 && <Versions report={report.id} count={versions.length} />}
      {article.furniture.length > 0 && (
        <details class="workings">
          <summary>
            {word(l, 'weggelassen')} ({article.furniture.length})
          </summary>
          <ul class="list">
            {article.furniture.map((piece, i) => (
              <li key={`${piece.rule}-${i}`}>
                <span class="quiet">
                  {valueWord(l, 'furniture', piece.role)} · <code>{piece.rule}</code>
                </span>
                <br />
                <q>{piece.text}</q>
              </li>
            ))}
          </ul>
        </details>
      )}
      {reading.diagnostics.length > 0 && (
        <details class="workings">
          <summary>
            {word(l, 'hinweise')} ({reading.diagnostics.length})
          </summary>
          <ul class="list">
            {reading.diagnostics.map((d, i) => (
              <li key={`${d.rule}-${i}`}>
                <code>{d.rule}</code> {d.message}
              </li>
            ))}
          </ul>
        </details>
      )}
      <EditReport page={props.page} />
      <p class="quiet checksum">
        {label(l, 'pruefsumme')} <code>{report.contentHash}</code> <CaptureLink report={report.id} />
      </p>
    </article>
  )
}

/** Told before anything else: on the day of this view nobody could have read it. And the way to where it counts. */
const NotYet = (props: { readonly report: ReportPage['report'] }): JSX.Element => {
  const l = language.value
  const { published } = props.report
  const first = published === null ? null : dayBounds(published)[0]
  const why =
    clock.value === 'captured'
      ? 'spaeterErfasst'
      : first !== null && first > (asOf.value ?? '')
        ? 'spaeterErschienen'
        : 'vielleichtSpaeter'
  return (
    <p class="not-yet" role="note">
      <strong>{word(l, why)}</strong>{' '}
      <a class="here-link" href={addressOf({ day: null })}>
        {word(l, 'zuHeute')}
      </a>
    </p>
  )
}

/** The bytes as they were captured; where reading needs a token, fetched with it. */
const CaptureLink = (props: { readonly report: string }): JSX.Element => {
  const l = language.value
  const problem = useSignal<string | null>(null)
  return (
    <>
      <a
        class="here-link"
        href={api(`/api/reports/${props.report}/capture`)}
        download
        onClick={(event) => {
          if (!guarded.value) return
          event.preventDefault()
          void save(event.currentTarget.href)
            .catch(() => word(l, 'offline'))
            .then((answer) => {
              problem.value = answer
            })
        }}
      >
        {word(l, 'erfassteDatei')}
      </a>
      {problem.value !== null && <span role="alert"> {problem.value}</span>}
    </>
  )
}

/** The report that this one copies, or else those that copy it. */
const SameOrigin = (props: {
  readonly reports: ReportPage['sameOrigin']
  readonly own: string
}): JSX.Element | null => {
  const [origin, ...copies] = props.reports
  if (origin === undefined) return null
  const isOrigin = origin.id === props.own
  return (
    <>
      <dt>{label(language.value, isOrigin ? 'kopien' : 'kopieVon')}</dt>
      <dd>
        <ul class="plain">
          {(isOrigin ? copies : [origin]).map((one) => (
            <li key={one.id}>
              <ReportLine report={one} />
            </li>
          ))}
        </ul>
      </dd>
    </>
  )
}
