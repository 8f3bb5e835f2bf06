import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { apiAsOf, type LedgerPage } from '../api.ts'
import { dateWords, today } from '../dates.ts'
import { addressOf, asOf, go, language, path } from '../place.ts'
import { useResource } from '../resource.ts'
import { counted, word } from '../words.ts'
import { Clocks } from './clocks.tsx'
import { Whole } from './date.tsx'
import { Fold } from './fold.tsx'
import { TimeSlider, useChangeDays } from './time-slider.tsx'
import { comparedDays, TwoDays } from './two-days.tsx'

/** The day that the whole page speaks of, or the two that it compares, and what that leaves out. */
export const AsOf = (): JSX.Element => {
  const l = language.value
  if (path.value === '/vergleich') {
    const { von, bis } = comparedDays()
    const words = `${dateWords(l, von)} → ${dateWords(l, bis)}`
    return (
      <>
        <Fold label={words}>
          <TwoDays />
        </Fold>
        <p class="banner" role="status">
          <strong>
            {word(l, 'vergleich')}: {words}
          </strong>
        </p>
      </>
    )
  }
  return (
    <>
      <Fold label={`${word(l, 'standVom')} ${dateWords(l, asOf.value) ?? word(l, 'heuteKlein')}`}>
        <OneDay />
      </Fold>
      <Banner />
    </>
  )
}

/** A date, a slider with a tick for each change, and the clock. */
const OneDay = (): JSX.Element => {
  const l = language.value
  const days = useChangeDays()
  /** Where the knob is while it is dragged. */
  const moved = useSignal<{ readonly day: string | null } | null>(null)
  const at = asOf.value
  const shown = moved.value === null ? at : moved.value.day
  const earlier = days.value.findLast((day) => at === null || day < at)
  const later = at === null ? undefined : days.value.find((day) => day > at)
  return (
    <div class="as-of">
      <label>
        {word(l, 'aktenlageZum')}{' '}
        <input
          type="date"
          value={shown ?? today()}
          onChange={(event) => go({ day: event.currentTarget.value || null })}
        />
      </label>
      <button
        type="button"
        onClick={() => earlier !== undefined && go({ day: earlier })}
        disabled={earlier === undefined}
        aria-label={word(l, 'fruehereAenderung')}
        title={word(l, 'fruehereAenderung')}
      >
        ◁
      </button>
      <TimeSlider
        days={days.value}
        knobs={[
          {
            label: word(l, 'aktenlageZum'),
            day: shown,
            onMove: (day) => {
              moved.value = { day }
            },
            onSet: (day) => {
              moved.value = null
              go({ day })
            },
          },
        ]}
      />
      <button
        type="button"
        onClick={() => go({ day: later ?? null })}
        disabled={at === null}
        aria-label={word(l, 'spaetereAenderung')}
        title={word(l, 'spaetereAenderung')}
      >
        ▷
      </button>
      <Clocks />
      {at !== null && (
        <button type="button" class="plain" onClick={() => go({ day: null })}>
          {word(l, 'heute')}
        </button>
      )}
    </div>
  )
}

/** „Stand 3. Juli 2025. 7 neuere Berichte nicht berücksichtigt · 4 Vorgänge ungeprüft“ */
const Banner = (): JSX.Element => {
  const l = language.value
  const loaded = useResource<LedgerPage>(() => apiAsOf('/api/commitments', { limit: '1' })).value
  const at = asOf.value
  const parts: (readonly [string, JSX.Element | string])[] = []
  if (loaded.state === 'ready') {
    const { newer, possiblyLater, unreviewed, withdrawn } = loaded.value
    if (newer > 0)
      parts.push([
        'newer',
        <a href={addressOf({ path: '/vergleich', day: null, query: { von: at, bis: today() } })}>
          {counted(l, newer, 'neuererBericht', 'neuereBerichte')}
        </a>,
      ])
    if (possiblyLater > 0)
      parts.push(['possibly', counted(l, possiblyLater, 'moeglichSpaeterEins', 'moeglichSpaeter')])
    if (unreviewed > 0)
      parts.push([
        'unreviewed',
        <a href={addressOf({ path: '/pruefen' })}>
          {counted(l, unreviewed, 'ungeprueftEins', 'ungeprueft')}
        </a>,
      ])
    if (withdrawn.length > 0)
      parts.push(['withdrawn', counted(l, withdrawn.length, 'zurueckgenommenBericht', 'zurueckgenommen')])
  }
  return (
    <p class="banner" role="status">
      <strong>
        {at === null ? (
          <>
            {word(l, 'allesBekannte')} <Whole>{`(${dateWords(l, today())})`}</Whole>
          </>
        ) : (
          `${word(l, 'standVom')} ${dateWords(l, at)}`
        )}
      </strong>
      .
      {parts.map(([key, part], i) => (
        <span key={key}>
          {i === 0 ? ' ' : ' · '}
          {part}
        </span>
      ))}
    </p>
  )
}
