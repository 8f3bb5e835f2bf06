import type { ComponentChildren, JSX } from 'preact'
import { addressOf, go, language, path, query } from '../place.ts'
import { type Word, word } from '../words.ts'
import { AsOf } from './as-of.tsx'
import { Fold } from './fold.tsx'

const places: readonly (readonly [string, Word])[] = [
  ['/', 'stand'],
  ['/vorgaenge', 'vorgaenge'],
  ['/berichte', 'berichte'],
  ['/verlaeufe', 'verlaeufe'],
  ['/widersprueche', 'widersprueche'],
  ['/vergleich', 'vergleich'],
  ['/quellen', 'quellen'],
  ['/pruefen', 'pruefen'],
]

const isHere = (place: string): boolean =>
  place === '/' ? path.value === '/' : path.value === place || path.value.startsWith(`${place}/`)

/** What every page has: name, places, search, the day. */
export const Frame = (props: { readonly children: ComponentChildren }): JSX.Element => {
  const l = language.value
  const other = l === 'de' ? 'en' : 'de'
  return (
    <>
      <a class="skip" href="#inhalt">
        {word(l, 'zumInhalt')}
      </a>
      <header>
        <div class="frame-top">
          <a class="name" href={addressOf({ path: '/', query: {} })}>
            Aktenlage
          </a>
          <Fold label={word(l, 'menue')}>
            <nav aria-label="Aktenlage">
              <ul>
                {places.map(([place, label]) => (
                  <li key={place}>
                    <a href={addressOf({ path: place })} aria-current={isHere(place) ? 'page' : undefined}>
                      {word(l, label)}
                    </a>
                  </li>
                ))}
              </ul>
            </nav>
          </Fold>
          {/* biome-ignore lint/a11y/useSemanticElements: <search> is not in every browser that we serve */}
          <form
            role="search"
            onSubmit={(event) => {
              event.preventDefault()
              const words = new FormData(event.currentTarget).get('q')
              go({ path: '/suche', query: { q: String(words ?? '') } })
            }}
          >
            <input
              type="search"
              name="q"
              aria-label={word(l, 'suchworte')}
              key={query.value.get('q') ?? ''}
              defaultValue={query.value.get('q') ?? ''}
            />
            <button type="submit">{word(l, 'suchen')}</button>
          </form>
        </div>
        <AsOf />
      </header>
      <main id="inhalt" tabIndex={-1}>
        {props.children}
      </main>
      <footer class="frame-foot">
        <a href={addressOf({ query: { lang: other } })} lang={other} hreflang={other}>
          {other === 'en' ? 'English' : 'Deutsch'}
        </a>
        <a href="/openapi.json">API</a>
      </footer>
    </>
  )
}
