import type { JSX } from 'preact'
import { clock, go, language } from '../place.ts'
import { word } from '../words.ts'

/** Which day of a report counts: that of its publication or that of its capture. */
export const Clocks = (): JSX.Element => {
  const l = language.value
  return (
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
  )
}
