import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import { apiAsOf, type ReportPage } from '../api.ts'
import { dateWords, instantWords } from '../dates.ts'
import { HonestDate } from '../parts/date.tsx'
import { round } from '../parts/deciding.tsx'
import { EditReport } from '../parts/edit-report.tsx'
import { ContradictionBox } from '../parts/evidence.tsx'
import { type Mark, piecesOf } from '../parts/segments.ts'
import { SourceWords } from '../parts/source-words.tsx'
import { Loaded } from '../parts/states.tsx'
import { addressOf, language, path, query } from '../place.ts'
import { useResource } from '../resource.ts'
import { valueWord, type Word, word } from '../words.ts'
import { ReportLine } from './reports.tsx'

const layers = [
  ['said', 'aussagen'],
  ['event', 'ereignisse'],
  ['time', 'zeiten'],
  ['name', 'namen'],
] as const satisfies readonly (readonly [string, Word])[]
type Layer = (typeof layers)[number][0]

export const ReportPageView = (): JSX.Element => {
  const page = useResource<ReportPage>(() =>
    apiAsOf(`/api/reports/${path.value.split('/')[2]}`, { runde: String(round.value) }),
  )
  return <Loaded from={page.value}>{(loaded) => <ReportView page={loaded} />}</Loaded>
}

const marksOf = (reading: ReportPage['reading'], shown: ReadonlySet<Layer>): Mark[] => {
  const marks: Mark[] = []
  const add = (mark: Layer, spans: readonly { start: number; end: number }[], index: number): void => {
    if (shown.has(mark))
      for (const span of spans) marks.push({ start: span.start, end: span.end, mark, index })
  }
  reading.statements.forEach((s, i) => {
    add('said', s.content.parts ?? [s.content], i)
  })
  reading.events.forEach((e, i) => {
    add('event', [e.evidence], i)
  })
  reading.times.forEach((t, i) => {
    add('time', [t], i)
  })
  reading.entities.forEach((e, i) => {
    add('name', [e], i)
  })
  return marks
}

const ReportView = (props: { readonly page: ReportPage }): JSX.Element => {
  const l = language.value
  const { report, reading, sameOrigin, story, versions, contradictions } = props.page
  const { article } = reading
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
      {article.kicker !== null && <p class="quiet">{article.kicker}</p>}
      <h1>
        {article.title === null ? (
          <span class="quiet">{word(l, 'ohneTitel')}</span>
        ) : (
          <SourceWords>{article.title}</SourceWords>
        )}
        {byHand('title')}
      </h1>
      <dl class="facts">
        <dt>{word(l, 'erschienen')}</dt>
        <dd>
          <HonestDate date={article.published} withTime />
          {byHand('published')}
        </dd>
        <dt>{word(l, 'erfasst')}</dt>
        <dd>{instantWords(l, report.capturedAt)}</dd>
        {article.publisher !== null && (
          <>
            <dt>{word(l, 'medium')}</dt>
            <dd>
              {article.publisher}
              {byHand('publisher')}
            </dd>
          </>
        )}
        {article.agencies.length > 0 && (
          <>
            <dt>{word(l, 'agentur')}</dt>
            <dd>
              {article.agencies.join(', ')}
              {byHand('agency')}
            </dd>
          </>
        )}
        <SameOrigin reports={sameOrigin} own={report.id} />
        {story !== null && (
          <>
            <dt>{word(l, 'verlaufEins')}</dt>
            <dd>
              <a href={addressOf({ path: `/verlaeufe/${story.id}` })}>
                <SourceWords>{story.title}</SourceWords>
              </a>
            </dd>
          </>
        )}
        {versions.length > 1 && (
          <>
            <dt>{word(l, 'versionen')}</dt>
            <dd>
              {versions.map((version, i) => (
                <span key={version.id}>
                  {i > 0 && ' · '}
                  <a href={addressOf({ path: `/berichte/${version.id}` })}>
                    {instantWords(l, version.capturedAt)}
                  </a>
                </span>
              ))}
            </dd>
          </>
        )}
        {report.url !== null && (
          <>
            <dt>{word(l, 'adresse')}</dt>
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
        {layers.map(([layer, label]) => (
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
            {word(l, label)}
          </label>
        ))}
      </fieldset>
      <p class="quiet">{word(l, 'legende')}</p>
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
      {article.furniture.length > 0 && (
        <details>
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
        <details>
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
      <p class="quiet">
        {word(l, 'pruefsumme')} <code>{report.contentHash}</code>
      </p>
    </article>
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
      <dt>{word(language.value, isOrigin ? 'kopien' : 'kopieVon')}</dt>
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

const BlockView = (props: {
  readonly page: ReportPage
  readonly block: ReportPage['reading']['article']['blocks'][number]
  readonly marks: readonly Mark[]
  readonly said: boolean
}): JSX.Element => {
  const l = language.value
  const { page, block, marks } = props
  const { reading } = page
  const { text } = reading.article
  const says = props.said
    ? reading.statements.filter((s) => s.content.start >= block.start && s.content.start < block.end)
    : []
  let anchored = false
  return (
    <div class={`block ${block.role}`}>
      <p>
        {piecesOf(block.start, block.end, marks).map((piece) => {
          const classes = [...new Set(piece.marks.map((m) => m.mark))]
          const time = piece.marks.find((m) => m.mark === 'time')
          const isHere = classes.includes('here')
          const id = isHere && !anchored ? 'stelle' : undefined
          if (isHere) anchored = true
          return (
            <>
              {piece.opening
                .filter((m) => m.mark === 'event')
                .map((m) => (
                  <EventMark key={`e${m.index}`} page={page} index={m.index} />
                ))}
              {classes.length === 0 ? (
                text.slice(piece.start, piece.end)
              ) : (
                <span
                  class={classes.join(' ')}
                  id={id}
                  title={time === undefined ? undefined : timeTitle(reading.times[time.index]!)}
                >
                  {text.slice(piece.start, piece.end)}
                </span>
              )}
            </>
          )
        })}
      </p>
      {says.length > 0 ? (
        <ul class="says">
          {says.map((s) => (
            <li key={s.content.start}>
              {s.speaker?.name ?? '?'}
              <br />
              {valueWord(l, 'statement', s.kind)}
              {s.medium !== null && ` · ${s.medium}`}
            </li>
          ))}
        </ul>
      ) : (
        <span />
      )}
    </div>
  )
}

const timeTitle = (time: ReportPage['reading']['times'][number]): string => {
  const l = language.value
  const value = time.range === null ? time.value : (dateWords(l, time.range.join('/')) ?? time.value)
  const single = time.range !== null && time.range[0] === time.range[1] ? dateWords(l, time.range[0]) : null
  return `${single ?? value} (${valueWord(l, 'basis', time.basis)})`
}

const EventMark = (props: { readonly page: ReportPage; readonly index: number }): JSX.Element => {
  const l = language.value
  const event = props.page.reading.events[props.index]!
  const use = props.page.events[props.index]
  const label = `${valueWord(l, 'transition', event.type)} (${valueWord(l, 'factuality', event.factuality)})`
  const commitment = use?.commitment ?? null
  return (
    <sup>
      {commitment === null ? (
        <abbr title={`${label}: ${word(l, 'nichtImRegister')}. ${use?.because ?? ''}`}>
          {props.index + 1}
        </abbr>
      ) : (
        <a href={addressOf({ path: `/vorgaenge/${commitment.id}` })} title={`${label}: ${commitment.title}`}>
          <span class="unseen">{label} </span>
          {props.index + 1}
        </a>
      )}
    </sup>
  )
}
