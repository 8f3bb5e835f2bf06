import type { JSX } from 'preact'
import type { ReportPage } from '../api.ts'
import { dateWords } from '../dates.ts'
import { addressOf, language } from '../place.ts'
import { valueWord, type Word, word } from '../words.ts'
import { type Mark, piecesOf } from './segments.ts'
import { sourceLanguage } from './source-words.tsx'

export const layers = [
  ['said', 'aussagen'],
  ['event', 'ereignisse'],
  ['time', 'zeiten'],
  ['name', 'namen'],
] as const satisfies readonly (readonly [string, Word])[]
export type Layer = (typeof layers)[number][0]

/** What is marked in the text, by the layers that are shown. */
export const marksOf = (reading: ReportPage['reading'], shown: ReadonlySet<Layer>): Mark[] => {
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

/** A paragraph with its marks, and in the margin who says what in it. */
export const BlockView = (props: {
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
        <ul class="says" lang={l}>
          {says.map((s) => (
            <li key={s.content.start}>
              {s.speaker === null ? (
                word(l, 'unbekannt')
              ) : (
                <span lang={sourceLanguage}>{s.speaker.name}</span>
              )}
              {' · '}
              {valueWord(l, 'statement', s.kind)}
              {s.medium !== null && (
                <>
                  {' · '}
                  <span lang={sourceLanguage}>{s.medium}</span>
                </>
              )}
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
