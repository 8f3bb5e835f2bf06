import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { today } from '../dates.ts'
import { asOf, go, language, query } from '../place.ts'
import { label } from '../words.ts'
import { Clocks } from './clocks.tsx'
import { TimeSlider, useChangeDays } from './time-slider.tsx'

const yearBefore = (day: string): string =>
  `${Number(day.slice(0, 4)) - 1}${day.slice(4).replace('02-29', '02-28')}`

/** The two days that are compared: those of the address, else the last year up to the day of the view. */
export const comparedDays = (): { readonly von: string; readonly bis: string } => {
  const until = query.value.get('bis') ?? asOf.value ?? today()
  const [von, bis] = [query.value.get('von') ?? yearBefore(until), until].sort() as [string, string]
  return { von, bis }
}

/** Two dates and two knobs on one line of time, in the place of the one day that other pages have. */
export const TwoDays = (): JSX.Element => {
  const l = language.value
  const days = useChangeDays()
  const moved = useSignal<Partial<ReturnType<typeof comparedDays>>>({})
  const now = { ...comparedDays(), ...moved.value }
  const set = (key: 'von' | 'bis', day: string | null): void => {
    moved.value = {}
    go({ query: { [key]: day, cursor: null } }, true)
  }
  return (
    <div class="as-of two-days">
      {(['von', 'bis'] as const).map((key) => (
        <label key={key}>
          {label(l, key)}{' '}
          <input
            type="date"
            value={now[key]}
            onChange={(event) => set(key, event.currentTarget.value || null)}
          />
        </label>
      ))}
      <TimeSlider
        days={days.value}
        knobs={(['von', 'bis'] as const).map((key) => ({
          label: label(l, key),
          day: now[key],
          onMove: (day) => {
            moved.value = { ...moved.value, [key]: day ?? today() }
          },
          onSet: (day) => set(key, day ?? today()),
        }))}
      />
      <Clocks />
    </div>
  )
}
