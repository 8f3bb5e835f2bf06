import type { ReadonlySignal } from '@preact/signals'
import { useComputed } from '@preact/signals'
import type { JSX } from 'preact'
import { api, type ChangeDays } from '../api.ts'
import { dateWords, dayNumber, isoDay } from '../dates.ts'
import { clock, language } from '../place.ts'
import { useResource } from '../resource.ts'
import { word } from '../words.ts'

/** Days on which the ledger changed, in order. Empty while they are loaded, and in an empty register. */
export const useChangeDays = (): ReadonlySignal<readonly string[]> => {
  const changes = useResource<ChangeDays>(() => api('/api/days', { clock: clock.value }))
  return useComputed(() =>
    changes.value.state === 'ready' ? changes.value.value.days.map(({ day }) => day) : [],
  )
}

export interface Knob {
  readonly label: string
  /** ISO day, or null for the right end, which is everything known. */
  readonly day: string | null
  /** While it is dragged. */
  readonly onMove?: (day: string | null) => void
  readonly onSet: (day: string | null) => void
}

/** A line of time with a tick for each change and one or two knobs. */
export const TimeSlider = (props: {
  readonly days: readonly string[]
  readonly knobs: readonly Knob[]
}): JSX.Element | null => {
  const l = language.value
  const { days, knobs } = props
  if (days.length === 0) return null
  const first = dayNumber(days[0]!) - 1
  const end = dayNumber(days.at(-1)!) + 1
  const dayAt = (input: HTMLInputElement): string | null =>
    Number(input.value) >= end ? null : isoDay(Number(input.value))
  return (
    <div class={knobs.length > 1 ? 'slider two' : 'slider'}>
      {knobs.map(({ label, day, onMove, onSet }) => (
        <input
          key={label}
          type="range"
          aria-label={label}
          aria-valuetext={day === null ? word(l, 'heute') : (dateWords(l, day) ?? '')}
          min={first}
          max={end}
          value={day === null ? end : dayNumber(day)}
          onInput={(event) => onMove?.(dayAt(event.currentTarget))}
          onChange={(event) => onSet(dayAt(event.currentTarget))}
        />
      ))}
      <svg class="ticks" viewBox="0 0 1000 6" preserveAspectRatio="none" aria-hidden="true">
        {days.map((day) => {
          const x = (1000 * (dayNumber(day) - first)) / (end - first)
          return <line key={day} x1={x} x2={x} y1={0} y2={6} />
        })}
      </svg>
    </div>
  )
}
