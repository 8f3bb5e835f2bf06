import type { ComponentChildren, JSX } from 'preact'
import { language } from '../place.ts'
import { attempt, type Resource } from '../resource.ts'
import { word } from '../words.ts'
import { TokenForm } from './token-form.tsx'

/** Loading and failing look the same on every page; `children` draws what was loaded. */
export const Loaded = <T,>(props: {
  readonly from: Resource<T>
  readonly children: (value: T) => ComponentChildren
}): JSX.Element => {
  const l = language.value
  const { from } = props
  if (from.state === 'loading') return <p role="status">{word(l, 'laden')}</p>
  if (from.state === 'error') {
    if (from.status === 401) return <TokenForm why="tokenZumLesen" />
    return (
      <div role="alert">
        <p>
          <strong>{word(l, from.status === 404 ? 'nichtGefunden' : 'fehler')}</strong>
        </p>
        <p>{from.status === null ? word(l, 'offline') : from.message}</p>
        <button
          type="button"
          onClick={() => {
            attempt.value++
          }}
        >
          {word(l, 'nochmal')}
        </button>
        {from.status === 403 && <TokenForm why="tokenZumLesen" />}
      </div>
    )
  }
  return <>{props.children(from.value)}</>
}
