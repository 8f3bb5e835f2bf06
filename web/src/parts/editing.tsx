import { useSignal } from '@preact/signals'
import type { FunctionComponent, JSX } from 'preact'
import { language } from '../place.ts'
import { word } from '../words.ts'
import { later } from './later.tsx'

/** Changing by hand is folded away; its script comes when it is opened. */
const folded =
  <P extends object>(Part: (props: P) => JSX.Element): FunctionComponent<P> =>
  (props) => {
    const open = useSignal(false)
    return (
      <details class="editing" onToggle={(event) => (open.value = event.currentTarget.open)}>
        <summary>{word(language.value, 'vonHandAendern')}</summary>
        {open.value && <Part {...props} />}
      </details>
    )
  }

export const EditCommitment = folded(
  later(async () => (await import('./edit-commitment.tsx')).EditCommitment),
)
export const EditReport = folded(later(async () => (await import('./edit-report.tsx')).EditReport))
