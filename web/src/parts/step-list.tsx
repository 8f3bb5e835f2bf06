import type { JSX } from 'preact'
import type { LedgerRow } from '../api.ts'
import { dateWords } from '../dates.ts'
import { language } from '../place.ts'
import { valueWord, word } from '../words.ts'
import { Whole } from './date.tsx'

type Told = Pick<LedgerRow['history'][number], 'transition' | 'factuality' | 'date' | 'overdue'>

/** Tells one step from the others of its entry. */
export const stepKey = ({ transition, factuality, date }: Told): string =>
  `${transition} ${factuality} ${date?.edtf ?? ''}`

/** Steps in words under the entry that they moved: „1./2. Juli 2025: pausiert (tatsächlich)“. */
export const StepList = (props: { readonly steps: readonly Told[] }): JSX.Element => {
  const l = language.value
  return (
    <ul class="told">
      {props.steps.map((step) => (
        <li key={stepKey(step)}>
          <Whole>{dateWords(l, step.date?.edtf ?? null) ?? word(l, 'ohneDatum')}</Whole>:{' '}
          {valueWord(l, 'transition', step.transition)}{' '}
          <span class="quiet">
            ({step.overdue ? word(l, 'faellig') : valueWord(l, 'factuality', step.factuality)})
          </span>
        </li>
      ))}
    </ul>
  )
}
