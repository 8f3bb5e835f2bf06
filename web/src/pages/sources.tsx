import type { JSX } from 'preact'
import { apiAsOf } from '../api.ts'
import { Loaded } from '../parts/states.tsx'
import { addressOf, asOf, language } from '../place.ts'
import { useResource } from '../resource.ts'
import { counted, word } from '../words.ts'

interface Sources {
  readonly sources: readonly { readonly publisher: string | null; readonly reports: number }[]
}

/** Outlets with how many of their reports are here; each leads to its reports. */
export const SourcesPageView = (): JSX.Element => {
  const l = language.value
  const page = useResource<Sources>(() => apiAsOf('/api/sources'))
  return (
    <>
      <h1>{word(l, 'quellen')}</h1>
      <Loaded from={page.value}>
        {({ sources }) =>
          sources.length === 0 ? (
            <p>{word(l, asOf.value === null ? 'keineBerichte' : 'keineBerichteBis')}</p>
          ) : (
            <ul class="list">
              {sources.map(({ publisher, reports }) => (
                <li key={publisher} class="apart">
                  <a href={addressOf({ path: '/berichte', query: { medium: publisher ?? 'none' } })}>
                    {publisher ?? word(l, 'ohneMedium')}
                  </a>{' '}
                  <span class="quiet">{counted(l, reports, 'bericht', 'berichteN')}</span>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </>
  )
}
