import type { JSX } from 'preact'
import type { LedgerRow } from '../api.ts'
import { language } from '../place.ts'
import { endStages, stageOrder, valueWord, word } from '../words.ts'

type Shape = 'reached' | 'announced' | 'possible' | 'paused' | 'blocked' | 'ended' | 'none'

interface Tracked extends Pick<LedgerRow, 'stage' | 'suspension'> {
  readonly history: readonly Pick<
    LedgerRow['history'][number],
    'transition' | 'stage' | 'suspension' | 'factuality'
  >[]
}

/** Where a commitment that was ended, or is only suspended, is drawn. */
const placeOf = (row: Tracked): number => {
  const reached = row.history.flatMap((step) =>
    step.factuality === 'actual' && step.stage !== null ? [stageOrder.indexOf(step.stage as never)] : [],
  )
  return Math.max(0, ...reached)
}

/** One shape for each stage. A stage that nobody reported stays dotted, whatever came after it. */
export const shapesOf = (row: Tracked): Shape[] => {
  const shapes: Shape[] = stageOrder.map(() => 'none')
  for (const step of row.history) {
    const at = stageOrder.indexOf(step.stage as never)
    if (at < 0) continue
    if (step.factuality === 'actual') shapes[at] = 'reached'
    else if (shapes[at] === 'none' && step.factuality !== 'denied')
      shapes[at] = step.factuality === 'planned' ? 'announced' : 'possible'
  }
  const at = stageOrder.indexOf(row.stage as never)
  if (row.suspension !== 'none') shapes[at < 0 ? placeOf(row) : at] = row.suspension as Shape
  else if (endStages.includes(row.stage as never)) shapes[placeOf(row)] = 'ended'
  return shapes
}

/** What the state is called: the suspension if there is one, else the stage. */
export const stateWords = (row: Pick<LedgerRow, 'stage' | 'suspension'>): string => {
  const l = language.value
  if (row.suspension !== 'none') return valueWord(l, 'suspension', row.suspension)
  return row.stage === null ? '' : valueWord(l, 'stage', row.stage)
}

/** The state of an entry; where only steps without one are known, what happened last. */
export const stateOf = (row: Tracked): string => {
  const words = stateWords(row)
  if (words !== '') return words
  const l = language.value
  const done = row.history.findLast((step) => step.factuality === 'actual')
  if (done !== undefined) return valueWord(l, 'transition', done.transition)
  // Nothing has come about: what was only announced, is possible or denied is never told without saying so.
  const told = row.history.at(-1)
  return told === undefined
    ? word(l, 'nichtBerichtet')
    : `${valueWord(l, 'transition', told.transition)} (${valueWord(l, 'factuality', told.factuality)})`
}

export const TrackCells = (props: { readonly row: LedgerRow }): JSX.Element => {
  const l = language.value
  const shapes = shapesOf(props.row)
  const reached = shapes.findLastIndex((s) => s !== 'none' && s !== 'announced' && s !== 'possible')
  const named = reached < 0 ? shapes.findLastIndex((s) => s !== 'none') : reached
  const shapeWords: Record<Shape, string> = {
    reached: word(l, 'erreicht'),
    announced: word(l, 'angekuendigt'),
    possible: valueWord(l, 'factuality', 'possible'),
    paused: valueWord(l, 'suspension', 'paused'),
    blocked: valueWord(l, 'suspension', 'blocked'),
    ended: stateWords(props.row),
    none: word(l, 'nichtBerichtet'),
  }
  // Of a pause alone nobody knows at which stage it came; and some steps have no stage.
  const { suspension, stage } = props.row
  if (named < 0 || (suspension !== 'none' && !shapes.includes('reached') && stage === null)) {
    return (
      <td class="track only" colSpan={stageOrder.length}>
        <span class={`stage ${suspension}`} />
        <span class="state">{stateOf(props.row)}</span>
      </td>
    )
  }
  return (
    <>
      {shapes.map((shape, i) => (
        <td class="track" key={stageOrder[i]}>
          <span
            class={`stage ${shape}`}
            title={`${valueWord(l, 'stage', stageOrder[i]!)}: ${shapeWords[shape]}`}
          />
          <span class="unseen">{shapeWords[shape]}</span>
          {i === named && (
            <span class="state" aria-hidden="true">
              {stateOf(props.row)}
            </span>
          )}
        </td>
      ))}
    </>
  )
}

/** The track without a table, for one entry in a text. What it says stands in words beside it. */
export const TrackLine = (props: { readonly row: LedgerRow }): JSX.Element => (
  <span class="track-line" aria-hidden="true">
    {shapesOf(props.row).map((shape, i) => (
      <span key={stageOrder[i]} class={`stage ${shape}`} />
    ))}
  </span>
)

export const Legend = (): JSX.Element => {
  const l = language.value
  const shapes: readonly (readonly [Shape, string])[] = [
    ['reached', word(l, 'erreicht')],
    ['announced', word(l, 'angekuendigt')],
    ['possible', valueWord(l, 'factuality', 'possible')],
    ['paused', valueWord(l, 'suspension', 'paused')],
    ['blocked', valueWord(l, 'suspension', 'blocked')],
    ['ended', endStages.map((stage) => valueWord(l, 'stage', stage)).join(', ')],
    ['none', word(l, 'nichtBerichtet')],
  ]
  return (
    <ul class="legend" aria-hidden="true">
      {shapes.map(([shape, label]) => (
        <li key={shape}>
          <span class={`stage ${shape}`} /> {label}
        </li>
      ))}
    </ul>
  )
}
