/** Time from left to right, in pixels as wide as there is room: words in a picture stay as large as those beside it. */
import type { JSX } from 'preact'
import { useLayoutEffect, useState } from 'preact/hooks'
import { isoDay } from '../dates.ts'
import type { Language } from '../words.ts'

/** Width of an element in CSS pixels, kept up to date. The first is what the element takes as its ref. */
export const useWidth = (): readonly [(element: Element | null) => void, number] => {
  const [element, setElement] = useState<Element | null>(null)
  const [width, setWidth] = useState(640)
  useLayoutEffect(() => {
    if (element === null) return
    const watch = new ResizeObserver(([entry]) => {
      // Hidden it has none; the last one stays.
      if (entry !== undefined && entry.contentRect.width > 0) setWidth(Math.round(entry.contentRect.width))
    })
    watch.observe(element)
    return () => watch.disconnect()
  }, [element])
  return [setElement, width]
}

export interface Axis {
  readonly first: number
  readonly last: number
  readonly width: number
  x(day: number): number
}

/** From the first to the last day, as numbers of days. */
export const axisOf = (first: number, last: number, width: number): Axis => ({
  first,
  last,
  width,
  x: (day) => (width * (day - first)) / Math.max(1, last - first),
})

const widthOfLabel = 84
/** Months between two ticks. */
const steps = [1, 3, 6, 12, 24, 60, 120]

/** First days of months, so far apart that their names have room. */
export const ticksOf = (axis: Axis): number[] => {
  const perMonth = (axis.width * 30.4) / Math.max(1, axis.last - axis.first)
  const step = steps.find((months) => months * perMonth >= widthOfLabel) ?? steps.at(-1)!
  const year = Number(isoDay(axis.first).slice(0, 4))
  const ticks: number[] = []
  for (let month = 0; ; month += step) {
    const day = Date.UTC(year, month, 1) / 86_400_000
    if (day > axis.last) return ticks
    if (day >= axis.first) ticks.push(day)
  }
}

const monthWords = (language: Language, day: number): string =>
  new Intl.DateTimeFormat(language, { month: 'short', year: 'numeric', timeZone: 'UTC' }).format(
    day * 86_400_000,
  )

export const axisHeight = 20

/** The names of the ticks, under or over a picture. */
export const AxisLabels = (props: { readonly axis: Axis; readonly language: Language }): JSX.Element => {
  const { axis } = props
  return (
    <g class="axis-labels">
      {ticksOf(axis).map((day) => (
        <g key={day}>
          <line x1={axis.x(day)} x2={axis.x(day)} y1={0} y2={axisHeight} />
          {axis.width - axis.x(day) > widthOfLabel - 16 && (
            <text x={axis.x(day) + 4} y={14}>
              {monthWords(props.language, day)}
            </text>
          )}
        </g>
      ))}
    </g>
  )
}

/** Thin lines through a picture, where the labels stand. */
export const Grid = (props: { readonly axis: Axis; readonly height: number }): JSX.Element => (
  <g class="grid">
    {ticksOf(props.axis).map((day) => (
      <line key={day} x1={props.axis.x(day)} x2={props.axis.x(day)} y1={0} y2={props.height} />
    ))}
  </g>
)
