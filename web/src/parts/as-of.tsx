import { useComputed } from '@preact/signals'
import type { JSX } from 'preact'
import { api, apiAsOf, type ChangeDays, type LedgerPage } from '../api.ts'
import { dateWords, dayNumber, isoDay } from '../dates.ts'
import { asOf, clock, go, language, path } from '../place.ts'
import { useResource } from '../resource.ts'
import { word } from '../words.ts'
import { Fold } from './fold.tsx'

/** The day that the whole page speaks of: a date, a slider with a tick for each change, and the clock. */
export const AsOf = (): JSX.Element => {
  const l = language.value
  const changes = useResource<ChangeDays>(() => api('/api/days', { clock: clock.value }))
  const days = useComputed(() =>
    changes.value.state === 'ready' ? changes.value.value.days.map((d) => d.day) : [],
  )
  const first = days.value[0]
  const last = days.value.at(-1)
  const at = asOf.value
  const step = (direction: 1 | -1): void => {
    const current = at ?? (last === undefined ? null : isoDay(dayNumber(last) + 1))
    if (current === null) return
    const next = direction < 0 ? days.value.findLast((d) => d < current) : days.value.find((d) => d > current)
    if (next !== undefined) go({ day: next })
    else if (direction > 0) go({ day: null })
  }
  return (
    <>
      <Fold label={`${word(l, 'standVom')} ${dateWords(l, at) ?? word(l, 'heuteKlein')}`}>
        <div class="as-of">
          <label>
            {word(l, 'aktenlageZum')}{' '}
            <input
              type="date"
              value={at ?? ''}
              onChange={(event) => go({ day: event.currentTarget.value || null })}
            />
          </label>
          <button type="button" onClick={() => step(-1)} aria-label={word(l, 'fruehereAenderung')}>
            ◁
          </button>
          {first !== undefined && last !== undefined && (
            <div class="slider">
              <input
                type="range"
                aria-label={word(l, 'aktenlageZum')}
                aria-valuetext={at === null ? word(l, 'heute') : (dateWords(l, at) ?? '')}
                min={dayNumber(first) - 1}
                max={dayNumber(last) + 1}
                value={at === null ? dayNumber(last) + 1 : dayNumber(at)}
                onChange={(event) => {
                  const chosen = Number(event.currentTarget.value)
                  go({ day: chosen > dayNumber(last) ? null : isoDay(chosen) })
                }}
              />
              <svg class="ticks" viewBox="0 0 1000 6" preserveAspectRatio="none" aria-hidden="true">
                {days.value.map((d) => {
                  const x =
                    (1000 * (dayNumber(d) - dayNumber(first) + 1)) / (dayNumber(last) - dayNumber(first) + 2)
                  return <line key={d} x1={x} x2={x} y1={0} y2={6} />
                })}
              </svg>
            </div>
          )}
          <button type="button" onClick={() => step(1)} aria-label={word(l, 'spaetereAenderung')}>
            ▷
          </button>
          <fieldset>
            <legend class="unseen">{word(l, 'uhr')}</legend>
            {(['published', 'captured'] as const).map((value) => (
              <label key={value}>
                <input
                  type="radio"
                  name="clock"
                  checked={clock.value === value}
                  onChange={() => go({ query: { uhr: value === 'captured' ? 'erfasst' : null } })}
                />
                {word(l, value === 'published' ? 'erschienen' : 'erfasst')}
              </label>
            ))}
          </fieldset>
          {at !== null && (
            <button type="button" class="plain" onClick={() => go({ day: null })}>
              {word(l, 'heute')}
            </button>
          )}
        </div>
      </Fold>
      <Banner />
    </>
  )
}

/** „Stand 3. Juli 2025. 7 neuere Berichte nicht berücksichtigt · 4 Einträge ungeprüft“ */
const Banner = (): JSX.Element => {
  const l = language.value
  const loaded = useResource<LedgerPage>(() => apiAsOf('/api/commitments', { limit: '1' })).value
  const parts: string[] = []
  // Two days of its own, whatever the day above.
  const comparing = path.value === '/vergleich'
  if (!comparing && loaded.state === 'ready') {
    const { newer, possiblyLater, unreviewed, withdrawn } = loaded.value
    if (newer > 0) parts.push(`${newer} ${word(l, 'neuereBerichte')}`)
    if (possiblyLater > 0) parts.push(`${possiblyLater} ${word(l, 'moeglichSpaeter')}`)
    if (unreviewed > 0) parts.push(`${unreviewed} ${word(l, 'ungeprueft')}`)
    if (withdrawn.length > 0) parts.push(`${withdrawn.length} ${word(l, 'zurueckgenommen')}`)
  }
  return (
    <p class="banner" role="status">
      <strong>
        {comparing
          ? word(l, 'zweiTage')
          : asOf.value === null
            ? word(l, 'allesBekannte')
            : `${word(l, 'standVom')} ${dateWords(l, asOf.value)}`}
      </strong>
      . {parts.join(' · ')}
    </p>
  )
}
