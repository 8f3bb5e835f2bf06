import '../style/pictures.css'
import type { JSX } from 'preact'
import type { Commitment, CommitmentPage } from '../api.ts'
import { dateWords, dayBounds, dayNumber } from '../dates.ts'
import { stateWords } from '../parts/track.tsx'
import { asOf, language } from '../place.ts'
import { stageOrder, valueWord, word } from '../words.ts'
import { AxisLabels, axisHeight, axisOf, Grid, useWidth } from './axis.tsx'
import { laneOf, reachOf } from './lane.ts'
import { Hatch } from './lanes.tsx'

const rowHeight = 24
const labelWidth = 96

/** One commitment: a line for each stage it had, reports as ticks. The steps below say the same in words. */
export const Strip = (props: {
  readonly commitment: Commitment
  readonly reports: CommitmentPage['reports']
}): JSX.Element | null => {
  const l = language.value
  const [ref, width] = useWidth()
  const published = props.reports.flatMap((report) => {
    const [first, last] = dayBounds(report.published ?? '')
    return first !== null && first === last ? [dayNumber(first)] : []
  })
  const reach = reachOf([props.commitment])
  if (reach === null || props.commitment.history.length < 2) return null
  const first = Math.min(reach[0], ...published)
  const last = Math.max(reach[1], ...published, ...(asOf.value === null ? [] : [dayNumber(asOf.value)]))
  const room = Math.max(2, Math.round((last - first) / 40))
  const axis = axisOf(first - room, last + room, Math.max(100, width - labelWidth))
  const { bars, marks } = laneOf(props.commitment, axis.last)
  const stages = stageOrder.filter((stage) => bars.some((bar) => bar.stage === stage)).reverse()
  const levels = bars.some(({ stage }) => stage === null) || stages.length === 0 ? [...stages, null] : stages
  const yOf = (stage: string | null): number => levels.indexOf(stage as never) * rowHeight + rowHeight / 2
  const height = levels.length * rowHeight
  return (
    <figure class="picture strip">
      <Hatch />
      <svg
        ref={ref}
        viewBox={`0 0 ${width} ${height + 12 + axisHeight}`}
        role="img"
        aria-label={bars.map((bar) => `${stateWords(bar)}, ${dateWords(l, bar.edtf)}`).join('; ')}
      >
        {levels.map((stage) => (
          <text key={stage} x={0} y={yOf(stage) + 4}>
            {stage === null ? word(l, 'ohneStufe') : valueWord(l, 'stage', stage)}
          </text>
        ))}
        <g transform={`translate(${labelWidth} 0)`}>
          <Grid axis={axis} height={height + 12} />
          {bars.map((bar) => {
            const x = axis.x(bar.from)
            const y = yOf(bar.stage) - 5
            const wide = Math.max(2, axis.x(bar.to) - x)
            return (
              <g key={bar.from} class={bar.suspension === 'none' ? 'reached' : bar.suspension}>
                <title>{`${stateWords(bar)}, ${dateWords(l, bar.edtf)}`}</title>
                <rect x={x} y={y} width={wide} height={10} />
                {bar.suspension === 'blocked' && <line x1={x} x2={x + wide} y1={y + 5} y2={y + 5} />}
              </g>
            )
          })}
          {marks.map((mark) => (
            <circle
              key={`${mark.at}-${mark.transition}`}
              class={mark.factuality}
              cx={axis.x(mark.at)}
              cy={height / 2}
              r={5}
            >
              <title>{`${valueWord(l, 'transition', mark.transition)} (${valueWord(l, 'factuality', mark.factuality)})`}</title>
            </circle>
          ))}
          {published.map((day, i) => (
            <line
              key={`${day}-${i}`}
              class="tick"
              x1={axis.x(day)}
              x2={axis.x(day)}
              y1={height + 2}
              y2={height + 11}
            />
          ))}
        </g>
        <text x={0} y={height + 11}>
          {word(l, 'berichte')}
        </text>
        <g transform={`translate(${labelWidth} ${height + 12})`}>
          <AxisLabels axis={axis} language={l} />
        </g>
      </svg>
    </figure>
  )
}
