import '@fontsource-variable/newsreader/wght.css'
import './style/base.css'
import './style/frame.css'
import './style/track.css'
import './style/ledger.css'
import './style/entry.css'
import './style/report.css'
import './style/lists.css'
import './style/print.css'
import { effect } from '@preact/signals'
import { type JSX, render } from 'preact'
import { dateWords } from './dates.ts'
import { CommitmentPageView } from './pages/commitment.tsx'
import { ComparePageView } from './pages/compare.tsx'
import { ContradictionsPageView } from './pages/contradictions.tsx'
import { LedgerPageView } from './pages/ledger.tsx'
import { ReportPageView } from './pages/report.tsx'
import { ReportsPageView } from './pages/reports.tsx'
import { SearchPageView } from './pages/search.tsx'
import { SourcesPageView } from './pages/sources.tsx'
import { StartPageView } from './pages/start.tsx'
import { StoriesPageView } from './pages/stories.tsx'
import { StoryPageView } from './pages/story.tsx'
import { Frame } from './parts/frame.tsx'
import { heading } from './parts/heading.ts'
import { later } from './parts/later.tsx'
import { NotFound } from './parts/states.tsx'
import { asOf, followLinks, language, path } from './place.ts'
import { word } from './words.ts'
import { takeTokenFromAddress } from './writing.ts'

const ReviewPageView = later(async () => (await import('./pages/review.tsx')).ReviewPageView)

const Page = (): JSX.Element => {
  const [, place, id] = path.value.split('/')
  if (!place) return <StartPageView />
  if (place === 'vorgaenge') return id ? <CommitmentPageView key={id} /> : <LedgerPageView />
  if (place === 'berichte') return id ? <ReportPageView key={id} /> : <ReportsPageView />
  if (place === 'verlaeufe') return id ? <StoryPageView key={id} /> : <StoriesPageView />
  if (place === 'widersprueche') return <ContradictionsPageView />
  if (place === 'vergleich') return <ComparePageView />
  if (place === 'quellen') return <SourcesPageView />
  if (place === 'pruefen') return <ReviewPageView />
  if (place === 'suche') return <SearchPageView />
  return <NotFound />
}

takeTokenFromAddress()
followLinks()
effect(() => {
  document.documentElement.lang = language.value
  const [, place] = path.value.split('/')
  const labels = {
    vorgaenge: 'vorgaenge',
    berichte: 'berichte',
    verlaeufe: 'verlaeufe',
    widersprueche: 'widersprueche',
    vergleich: 'vergleich',
    quellen: 'quellen',
    pruefen: 'pruefen',
    suche: 'suchen',
  } as const
  const name = labels[place as keyof typeof labels]
  const day = dateWords(language.value, asOf.value)
  document.title = [
    heading.value ?? (name === undefined ? null : word(language.value, name)),
    day === null ? null : `${word(language.value, 'standVom')} ${day}`,
    'Aktenlage',
  ]
    .filter((part) => part !== null)
    .join(' – ')
})
render(
  <Frame>
    <Page />
  </Frame>,
  document.querySelector('#app')!,
)
