import '../style/pictures.css'
import type { JSX } from 'preact'
import type { PublicationDays } from '../api.ts'
import { dateWords, dayNumber, isoDay } from '../dates.ts'
import { language } from '../place.ts'
import { counted, label, word } from '../words.ts'
import { AxisLabels, axisHeight, axisOf, useWidth } from './axis.tsx'

const height = 90
const leastBar = 3

/** The first day of the week, Monday, or of the month that a day is in. */
const startOf = {
  day: (day: number) => day,
  week: (day: number) => day - ((((day + 3) % 7) + 7) % 7),
  month: (day: number) => dayNumber(`${isoDay(day).slice(0, 7)}-01`),
} as const
type Unit = keyof typeof startOf
const daysIn: Record<Unit, number> = { day: 1, week: 7, month: 31 }
const unitWords = { day: 'jeTag', week: 'jeWoche', month: 'jeMonat' } as const

/** How many reports each day, week or month has: the shortest of these that has room. */
export const ReportDays = (props: { readonly page: PublicationDays }): JSX.Element | null => {
  const l = language.value
  const [ref, width] = useWidth()
  const { days, undated } = props.page
  if (days.length === 0) return null
  const first = dayNumber(days[0]!.day)
  const last = dayNumber(days.at(-1)!.day) + 1
  const perDay = width / (last - first)
  const unit = (['day', 'week'] as const).find((one) => perDay * daysIn[one] >= leastBar) ?? 'month'
  const counts = new Map<number, number>()
  for (const { day, reports } of days) {
    const at = startOf[unit](dayNumber(day))
    counts.set(at, (counts.get(at) ?? 0) + reports)
  }
  const axis = axisOf(startOf[unit](first), last + daysIn[unit], width)
  const most = Math.max(...counts.values())
  const wide = Math.max(1, axis.x(axis.first + daysIn[unit]) - 1)
  return (
    <figure class="picture">
      <figcaption>
        {word(l, unitWords[unit])}
        {undated > 0 && ` · ${counted(l, undated, 'bericht', 'berichteN')} ${word(l, 'ohneTag')}`}
      </figcaption>
      <svg
        ref={ref}
        viewBox={`0 0 ${axis.width} ${height + axisHeight}`}
        role="img"
        aria-label={`${word(l, unitWords[unit])}: ${word(l, 'hoechstens')} ${most}`}
      >
        <line class="base" x1={0} x2={axis.width} y1={height} y2={height} />
        <text x={0} y={10}>
          {most}
        </text>
        {[...counts].map(([at, count]) => {
          const tall = ((height - 14) * count) / most
          return (
            <rect key={at} x={axis.x(at)} y={height - tall} width={wide} height={tall}>
              <title>{`${dateWords(l, isoDay(at))}: ${count}`}</title>
            </rect>
          )
        })}
        <g transform={`translate(0 ${height})`}>
          <AxisLabels axis={axis} language={l} />
        </g>
      </svg>
      <details>
        <summary>{word(l, 'alsTabelle')}</summary>
        <table class="plain">
          <thead>
            <tr>
              <th scope="col">{label(l, 'tag')}</th>
              <th scope="col">{word(l, 'berichte')}</th>
            </tr>
          </thead>
          <tbody>
            {days.map(({ day, reports }) => (
              <tr key={day}>
                <th scope="row">{dateWords(l, day)}</th>
                <td>{reports}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  )
}
