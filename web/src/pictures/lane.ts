/** What a commitment was, from when to when: the bars of its lane. */
import type { LedgerRow } from '../api.ts'
import { dayBounds, dayNumber } from '../dates.ts'
import { endStages, stageOrder } from '../words.ts'

export interface Bar {
  /** Days as numbers. It may have begun as early as `earliest`; null where that is open. */
  readonly from: number
  readonly earliest: number | null
  readonly to: number
  readonly stage: string | null
  readonly suspension: string
  readonly edtf: string
}

/** A step that was announced, or is possible, and not reported as done. */
export interface Mark {
  readonly at: number
  readonly transition: string
  readonly factuality: string
  readonly edtf: string
}

export interface Lane {
  readonly bars: readonly Bar[]
  readonly marks: readonly Mark[]
  /** Rejected, cancelled or exhausted on that day. */
  readonly ended: number | null
}

/** An entry as far as its lane shows it. */
export interface Told {
  readonly history: readonly Pick<
    LedgerRow['history'][number],
    'transition' | 'stage' | 'suspension' | 'factuality' | 'date'
  >[]
}

const boundsOf = (
  step: Told['history'][number],
): { readonly first: number | null; readonly last: number } | null => {
  if (step.date === null) return null
  const [first, last] = dayBounds(step.date.edtf)
  const at = last ?? first
  return at === null ? null : { first: first === null ? null : dayNumber(first), last: dayNumber(at) }
}

const isEnd = (stage: string | null): boolean => endStages.includes(stage as never)

/** What was reported as done moves the lane on the last day that its date can mean. `until` is where it is cut off. */
export const laneOf = ({ history }: Told, until: number): Lane => {
  const told = history
    .flatMap((step) => {
      const bounds = boundsOf(step)
      return bounds === null ? [] : [{ step, ...bounds }]
    })
    .sort((a, b) => a.last - b.last)
  const actual = told.filter(({ step }) => step.factuality === 'actual')
  const ended = actual.find(({ step }) => isEnd(step.stage))?.last ?? null
  const bars = actual.flatMap(({ step, first, last }, i): Bar[] => {
    const to = actual[i + 1]?.last ?? until
    // Only the last of several steps of one day lasts.
    if (isEnd(step.stage) || to < last || (to === last && i + 1 < actual.length)) return []
    const { stage, suspension } = step
    return [{ from: last, earliest: first, to, stage, suspension, edtf: step.date!.edtf }]
  })
  return {
    bars,
    marks: told
      .filter(({ step }) => step.factuality === 'planned' || step.factuality === 'possible')
      .map(({ step, last }) => ({
        at: last,
        transition: step.transition,
        factuality: step.factuality,
        edtf: step.date!.edtf,
      })),
    ended,
  }
}

/** Which part of the full height a stage has: the further, the higher. */
export const heightOf = (stage: string | null): number =>
  (Math.max(0, stageOrder.indexOf(stage as never)) + 1) / stageOrder.length

/** First and last day of anything in some lanes, or null where nothing has a date. */
export const reachOf = (entries: readonly Told[]): readonly [number, number] | null => {
  const days = entries
    .flatMap(({ history }) => history)
    .flatMap((step) => {
      const bounds = boundsOf(step)
      return bounds === null ? [] : [bounds.first ?? bounds.last, bounds.last]
    })
  return days.length === 0 ? null : [Math.min(...days), Math.max(...days)]
}
