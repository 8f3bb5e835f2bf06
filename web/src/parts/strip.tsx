import type { JSX } from 'preact'
import type { Commitment } from '../api.ts'
import { dateWords, dayBounds } from '../dates.ts'
import { language } from '../place.ts'
import { stageOrder, valueWord, word } from '../words.ts'

const day = 86_400_000
const width = 1000
const left = 110
const rowHeight = 18

interface Dated {
  readonly x1: number
  readonly x2: number
  readonly step: Commitment['history'][number]
}

/** Time from left to right, the stage as a line, pauses hatched. The history below says the same in words. */
export const Strip = (props: { readonly commitment: Commitment }): JSX.Element | null => {
  const l = language.value
  const dated: { from: number; to: number; step: Dated['step'] }[] = []
  for (const step of props.commitment.history) {
    if (step.date === null) continue
    const [first, last] = dayBounds(step.date.edtf)
    const to = last ?? first
    const from = first ?? last
    if (from === null || to === null) continue
    dated.push({ from: Date.parse(from) / day, to: Date.parse(to) / day, step })
  }
  if (dated.length < 2) return null
  const begin = Math.min(...dated.map((d) => d.from))
  const end = Math.max(...dated.map((d) => d.to))
  const scale = (at: number): number => left + ((width - left - 20) * (at - begin)) / Math.max(1, end - begin)
  const used = stageOrder.filter((stage) => dated.some((d) => d.step.stage === stage))
  const levels = used.length > 0 ? used : [stageOrder[0]]
  const height = levels.length * rowHeight + 34
  const y = (stage: string | null): number =>
    10 + (levels.length - 1 - Math.max(0, levels.indexOf(stage as never))) * rowHeight + 8
  const actual = dated.filter((d) => d.step.factuality === 'actual').sort((a, b) => a.to - b.to)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: narrow screens scroll it, with the keyboard too
    <section class="chart" tabIndex={0} aria-label={word(l, 'bild')}>
      <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        <defs>
          <pattern
            id="hatch"
            width="6"
            height="6"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <line x1="0" y1="0" x2="0" y2="6" stroke="currentColor" stroke-width="2" />
          </pattern>
        </defs>
        {levels.map((stage) => (
          <g key={stage}>
            <line class="axis" x1={left} x2={width} y1={y(stage)} y2={y(stage)} />
            <text x={0} y={y(stage) + 4}>
              {valueWord(l, 'stage', stage)}
            </text>
          </g>
        ))}
        {actual.map((d, i) => {
          const next = actual[i + 1]
          const until = next === undefined ? width - 8 : scale(next.to)
          const suspended = d.step.suspension !== 'none'
          return (
            <rect
              key={`a${i}`}
              x={scale(d.to)}
              y={y(d.step.stage) - 4}
              width={Math.max(3, until - scale(d.to))}
              height={8}
              fill={suspended ? 'url(#hatch)' : 'currentColor'}
              stroke="currentColor"
            />
          )
        })}
        {dated
          .filter((d) => d.step.factuality !== 'actual')
          .map((d, i) => (
            <circle key={`p${i}`} class="announced" cx={scale(d.to)} cy={y(d.step.stage)} r={5} />
          ))}
        <text x={left} y={height - 4}>
          {dateWords(l, new Date(begin * day).toISOString().slice(0, 10))}
        </text>
        <text x={width - 8} y={height - 4} text-anchor="end">
          {dateWords(l, new Date(end * day).toISOString().slice(0, 10))}
        </text>
      </svg>
    </section>
  )
}
