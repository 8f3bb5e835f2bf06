import type { ComponentChildren, JSX } from 'preact'
import { addressOf, asOf, language, path } from '../place.ts'
import { attempt, type Resource } from '../resource.ts'
import { word } from '../words.ts'
import { TokenForm } from './token-form.tsx'

/** Nothing stands at this address, or not yet on the day of the view; and where to go from here. */
export const NotFound = (): JSX.Element => {
  const l = language.value
  return (
    <div role="alert">
      <h1>{word(l, asOf.value === null ? 'nichtGefunden' : 'nochNicht')}</h1>
      <p>
        <code>{path.value}</code>
      </p>
      <p>
        {asOf.value === null ? (
          <a href={addressOf({ path: '/vorgaenge' })}>{word(l, 'zuVorgaengen')}</a>
        ) : (
          <a href={addressOf({ day: null })}>{word(l, 'zuHeute')}</a>
        )}
      </p>
    </div>
  )
}

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
    if (from.status === 404) return <NotFound />
    return (
      <div role="alert">
        <p>
          <strong>{word(l, 'fehler')}</strong>
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
