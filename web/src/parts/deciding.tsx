import '../style/deciding.css'
import { useSignal } from '@preact/signals'
import type { ComponentChildren, JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import type { LedgerRow } from '../api.ts'
import { language } from '../place.ts'
import { word } from '../words.ts'
import { type Action, type Preview, preview } from '../writing.ts'
import { keep } from './decided.ts'
import { Title } from './title.tsx'
import { stateWords, TrackLine } from './track.tsx'

const State = (props: { readonly row: LedgerRow }): JSX.Element => (
  <li>
    <Title>{props.row.title}</Title>:{' '}
    <strong>{stateWords(props.row) || word(language.value, 'nichtBerichtet')}</strong>
    <TrackLine row={props.row} />
  </li>
)

/** The ledger as it is and as it would be. */
export const BeforeAfter = (props: { readonly action: Action }): JSX.Element | null => {
  const l = language.value
  const shown = useSignal<Preview | { readonly problem: string } | null>(null)
  const asked = JSON.stringify(props.action)
  useEffect(() => {
    let late = false
    shown.value = null
    void preview(JSON.parse(asked) as Action).then((answer) => {
      if (!late) shown.value = answer
    })
    return () => {
      late = true
    }
  }, [asked])
  const now = shown.value
  if (now === null) return <p role="status">{word(l, 'laden')}</p>
  if ('problem' in now) return <p role="alert">{now.problem}</p>
  if (now.before.length + now.after.length === 0) return <p>{word(l, 'aendertNichts')}</p>
  return (
    <div class="before-after">
      {(
        [
          ['vorher', now.before],
          ['nachher', now.after],
        ] as const
      ).map(([label, rows]) => (
        <div key={label}>
          <h3>{word(l, label)}</h3>
          {rows.length === 0 ? (
            <p class="quiet">{word(l, 'keinEintrag')}</p>
          ) : (
            <ul>
              {rows.map((row) => (
                <State key={row.id} row={row} />
              ))}
            </ul>
          )}
        </div>
      ))}
    </div>
  )
}

/**
 * A form of ours that decides: shows what it would change, then keeps it. `action` is null while it says nothing, and
 * words where something is missing.
 */
export const DecisionForm = (props: {
  readonly title: string
  readonly action: (form: HTMLFormElement) => Action | string | null
  /** What it decides where there is nothing to fill in: shown at once. */
  readonly start?: Action
  readonly onKept?: () => void
  readonly children?: ComponentChildren
}): JSX.Element => {
  const l = language.value
  const planned = useSignal<Action | null>(props.start ?? null)
  const problem = useSignal<string | null>(null)
  return (
    <form
      class="decision"
      onInput={() => {
        planned.value = null
      }}
      onSubmit={(event) => {
        event.preventDefault()
        const action = props.action(event.currentTarget)
        problem.value =
          action === null ? word(l, 'nichtsGeaendert') : typeof action === 'string' ? action : null
        if (action === null || typeof action === 'string') return
        if (JSON.stringify(action) !== JSON.stringify(planned.value)) {
          planned.value = action
          return
        }
        planned.value = null
        void keep(action).then((answer) => {
          problem.value = answer
          if (answer === null) props.onKept?.()
        })
      }}
    >
      <h3>{props.title}</h3>
      {props.children}
      {planned.value !== null && planned.value.kind !== 'set' && planned.value.kind !== 'add' && (
        <BeforeAfter action={planned.value} />
      )}
      <button type="submit">{word(l, planned.value === null ? 'vorschau' : 'festhalten')}</button>
      {problem.value !== null && <p role="alert">{problem.value}</p>}
    </form>
  )
}
