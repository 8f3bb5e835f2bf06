import '../style/pictures.css'
import type { JSX } from 'preact'
import type { LedgerRow } from '../api.ts'
import { dateWords, dayNumber, isoDay } from '../dates.ts'
import { Title } from '../parts/title.tsx'
import { stateWords } from '../parts/track.tsx'
import { addressOf, asOf, language } from '../place.ts'
import { endStages, label, stageOrder, valueWord, word } from '../words.ts'
import { type Axis, AxisLabels, axisHeight, axisOf, Grid, useWidth } from './axis.tsx'
import { type Bar, heightOf, type Lane, laneOf, reachOf } from './lane.ts'

type RowLane = Lane & { readonly row: LedgerRow }

const height = 18

/** Commitments as lanes, time from left to right: the higher a bar, the further the commitment. */
export const Lanes = (props: { readonly rows: readonly LedgerRow[] }): JSX.Element => {
  const l = language.value
  const [ref, width] = useWidth()
  const reach = reachOf(props.rows)
  if (reach === null) return <p>{word(l, 'nichtsDatiert')}</p>
  const [first, last] = reach
  const end = asOf.value === null ? last : Math.max(last, dayNumber(asOf.value))
  // Room on both sides, so that what happened on the first or last day is seen.
  const room = Math.max(3, Math.round((end - first) / 60))
  const axis = axisOf(first - room, end + room, width)
  const lanes = props.rows
    .map((row): RowLane => ({ row, ...laneOf(row, axis.last) }))
    .filter(({ bars, marks, ended }) => bars.length + marks.length > 0 || ended !== null)
    .sort((a, b) => startOf(a) - startOf(b))
  return (
    <figure class="picture lanes">
      <figcaption>{word(l, 'bahnenErklaert')}</figcaption>
      <Hatch />
      <div class="lane axis" aria-hidden="true">
        <span />
        <svg ref={ref} viewBox={`0 0 ${axis.width} ${axisHeight}`} aria-hidden="true">
          <AxisLabels axis={axis} language={l} />
        </svg>
      </div>
      <ul>
        {lanes.map((lane) => (
          <li class="lane" key={lane.row.id}>
            <a href={addressOf({ path: `/vorgaenge/${lane.row.id}` })}>
              <Title>{lane.row.title}</Title>
            </a>
            <LaneBars lane={lane} axis={axis} />
          </li>
        ))}
      </ul>
      <HeightLegend />
      <details>
        <summary>{word(l, 'alsTabelle')}</summary>
        <LaneTable lanes={lanes} />
      </details>
    </figure>
  )
}

const startOf = ({ bars, marks, ended }: Lane): number => bars[0]?.from ?? ended ?? marks[0]?.at ?? 0

/** Hatching for what is paused; one for all pictures of a page. */
export const Hatch = (): JSX.Element => (
  <svg class="unseen" aria-hidden="true">
    <defs>
      <pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <line x1="0" y1="0" x2="0" y2="5" stroke="currentColor" stroke-width="2.5" />
      </pattern>
    </defs>
  </svg>
)

/** „zugesagt, 1. März 2024; pausiert, 2. Juli 2025“ */
const laneWords = ({ bars, row }: RowLane): string => {
  const l = language.value
  const words = bars.map((bar) => `${stateWords(bar)}, ${dateWords(l, bar.edtf)}`)
  return [...words, ...(stateWords(row) === '' ? [] : [stateWords(row)])].join('; ')
}

const LaneBars = (props: { readonly lane: RowLane; readonly axis: Axis }): JSX.Element => {
  const l = language.value
  const { lane, axis } = props
  return (
    <svg viewBox={`0 0 ${axis.width} ${height}`} role="img" aria-label={laneWords(lane)}>
      <Grid axis={axis} height={height} />
      {lane.bars.map((bar) => (
        <BarShape key={bar.from} bar={bar} axis={axis} />
      ))}
      {lane.marks.map((mark) => (
        <circle
          key={`${mark.at}-${mark.transition}`}
          class={mark.factuality}
          cx={axis.x(mark.at)}
          cy={height / 2}
          r={5}
        >
          <title>{`${valueWord(l, 'transition', mark.transition)} (${valueWord(l, 'factuality', mark.factuality)}), ${dateWords(l, mark.edtf)}`}</title>
        </circle>
      ))}
      {lane.ended !== null && (
        <path class="end" d={`M${axis.x(lane.ended) - 5} 4 l10 12 M${axis.x(lane.ended) + 5} 4 l-10 12`}>
          <title>{stateWords(lane.row)}</title>
        </path>
      )}
    </svg>
  )
}

const BarShape = (props: { readonly bar: Bar; readonly axis: Axis }): JSX.Element => {
  const { bar, axis } = props
  const x = axis.x(bar.from)
  // Hatching and bars are seen only from some height on, even at the lowest stage.
  const least = bar.suspension === 'none' ? 4 : 10
  const tall = Math.max(least, Math.round((height - 2) * heightOf(bar.stage)))
  const y = height - tall
  const wide = Math.max(2, axis.x(bar.to) - x)
  // What it may have begun with: a thin line back to its first possible day, or dotted where that is open.
  const back = bar.earliest === null ? x - 10 : axis.x(bar.earliest)
  const shape = bar.suspension === 'none' ? 'reached' : bar.suspension
  return (
    <g class={shape}>
      <title>{`${stateWords(bar)}, ${dateWords(language.value, bar.edtf)}`}</title>
      {back < x && (
        <line
          class={bar.earliest === null ? 'unsure open' : 'unsure'}
          x1={back}
          x2={x}
          y1={height - 1}
          y2={height - 1}
        />
      )}
      <rect x={x} y={y} width={wide} height={tall} />
      {shape === 'blocked' && <line x1={x} x2={x + wide} y1={y + tall / 2} y2={y + tall / 2} />}
    </g>
  )
}

/** The stages as heights, and the other shapes. */
const HeightLegend = (): JSX.Element => {
  const l = language.value
  const shapes = [
    ['paused', valueWord(l, 'suspension', 'paused')],
    ['blocked', valueWord(l, 'suspension', 'blocked')],
  ] as const
  return (
    <ul class="legend" aria-hidden="true">
      {stageOrder.map((stage) => {
        const tall = Math.max(4, Math.round((height - 2) * heightOf(stage)))
        return (
          <li key={stage}>
            <svg width={14} height={height} aria-hidden="true">
              <rect x={0} y={height - tall} width={14} height={tall} />
            </svg>
            {valueWord(l, 'stage', stage)}
          </li>
        )
      })}
      {shapes.map(([shape, label]) => (
        <li key={shape}>
          <svg aria-hidden="true" width={26} height={height} viewBox={`0 0 26 ${height}`}>
            <g class={shape}>
              <rect x={1} y={5} width={24} height={13} />
              {shape === 'blocked' && <line x1={1} x2={25} y1={11.5} y2={11.5} />}
            </g>
          </svg>
          {label}
        </li>
      ))}
      <li>
        <svg width={14} height={height} aria-hidden="true">
          <circle class="planned" cx={7} cy={9} r={5} />
        </svg>
        {word(l, 'angekuendigt')}
      </li>
      <li>
        <svg width={14} height={height} aria-hidden="true">
          <path class="end" d="M2 3 l10 12 M12 3 l-10 12" />
        </svg>
        {endStages.map((stage) => valueWord(l, 'stage', stage)).join(', ')}
      </li>
    </ul>
  )
}

const LaneTable = (props: { readonly lanes: readonly RowLane[] }): JSX.Element => {
  const l = language.value
  const ends = (lane: RowLane) =>
    lane.ended === null ? [] : [{ key: 'end', state: stateWords(lane.row), edtf: isoDay(lane.ended) }]
  return (
    <table class="plain">
      <thead>
        <tr>
          <th scope="col">{label(l, 'vorgang')}</th>
          <th scope="col">{label(l, 'zustand')}</th>
          <th scope="col">{label(l, 'seit')}</th>
        </tr>
      </thead>
      {props.lanes.map((lane) => {
        const lines = [
          ...lane.bars.map((bar) => ({ key: `${bar.from}`, state: stateWords(bar), edtf: bar.edtf })),
          ...lane.marks.map((mark) => ({
            key: `${mark.at}-${mark.transition}`,
            state: `${valueWord(l, 'transition', mark.transition)} (${valueWord(l, 'factuality', mark.factuality)})`,
            edtf: mark.edtf,
          })),
          ...ends(lane),
        ]
        return (
          <tbody key={lane.row.id}>
            {lines.map((line, i) => (
              <tr key={line.key}>
                {i === 0 && (
                  <th scope="rowgroup" rowSpan={lines.length}>
                    <Title>{lane.row.title}</Title>
                  </th>
                )}
                <td>{line.state}</td>
                <td>{dateWords(l, line.edtf)}</td>
              </tr>
            ))}
          </tbody>
        )
      })}
    </table>
  )
}
