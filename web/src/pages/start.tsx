import type { ComponentChildren, JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import { apiAsOf, type Contradiction, type LedgerPage, type LedgerRow } from '../api.ts'
import { dateWords, dayBounds } from '../dates.ts'
import { HonestDate } from '../parts/date.tsx'
import { claimWords } from '../parts/evidence.tsx'
import { Loaded } from '../parts/states.tsx'
import { StepList } from '../parts/step-list.tsx'
import { Title } from '../parts/title.tsx'
import { stateOf } from '../parts/track.tsx'
import { keepVisit, lastVisit, newSteps } from '../parts/visit.ts'
import { addressOf, asOf, language } from '../place.ts'
import { useResource } from '../resource.ts'
import { counted, valueWord, word } from '../words.ts'

const shownMoves = 12

export const StartPageView = (): JSX.Element => {
  const page = useResource<LedgerPage>(() => apiAsOf('/api/commitments', { limit: '500' }))
  return (
    <>
      <h1>{word(language.value, 'stand')}</h1>
      <Loaded from={page.value}>
        {(loaded) => (loaded.total === 0 ? <Empty /> : <StartView page={loaded} />)}
      </Loaded>
    </>
  )
}

/** Nothing at all, or nothing by that day. */
const Empty = (): JSX.Element => {
  const l = language.value
  if (asOf.value !== null) return <p>{word(l, 'keineBerichteBis')}</p>
  return (
    <>
      <p>{word(l, 'leer')}</p>
      <p>
        <code>aktenlage add berichte/</code>
      </p>
    </>
  )
}

const StartView = (props: { readonly page: LedgerPage }): JSX.Element => {
  const l = language.value
  const { page } = props
  useEffect(() => {
    if (asOf.value === null) keepVisit(page.commitments)
  }, [page.snapshot])
  const recent = page.commitments
    .filter((row) => row.lastChange !== null)
    .sort((a, b) => ((dayBounds(b.lastChange!)[1] ?? '') < (dayBounds(a.lastChange!)[1] ?? '') ? -1 : 1))
    .slice(0, shownMoves)
  const suspended = page.commitments.filter((row) => row.suspension !== 'none')
  const overdue = page.commitments
    .map((row) => ({ row, steps: row.history.filter((step) => step.overdue) }))
    .filter(({ steps }) => steps.length > 0)
  return (
    <>
      {asOf.value === null && <SinceLastVisit rows={page.commitments} />}
      <Section title={word(l, 'ausgesetzt')}>{suspended.length > 0 && <Rows rows={suspended} />}</Section>
      <Contradictions />
      <Section title={word(l, 'ueberfaellig')}>{overdue.length > 0 && <Moved entries={overdue} />}</Section>
      {page.unreviewed > 0 && (
        <Section title={word(l, 'zuPruefen')}>
          <p>
            <a href={addressOf({ path: '/pruefen' })}>
              {counted(l, page.unreviewed, 'ungeprueftEins', 'ungeprueft')}
            </a>
          </p>
        </Section>
      )}
      <Section title={word(l, 'zuletztBewegt')}>{recent.length > 0 && <Rows rows={recent} />}</Section>
      <p>
        <a href={addressOf({ path: '/vorgaenge' })}>
          {word(l, 'alle')} {counted(l, page.total, 'vorgang', 'vorgaengeN')}
        </a>
      </p>
    </>
  )
}

const SinceLastVisit = (props: { readonly rows: readonly LedgerRow[] }): JSX.Element => {
  const l = language.value
  if (lastVisit === null) return <p class="quiet">{word(l, 'ersterBesuch')}</p>
  const news = props.rows
    .map((row) => ({ row, steps: newSteps(row) }))
    .filter(({ steps }) => steps.length > 0)
  const day = new Date(lastVisit.at).toISOString().slice(0, 10)
  return (
    <Section title={`${word(l, 'seitLetztemBesuch')} (${dateWords(l, day)})`}>
      {news.length === 0 ? <p class="quiet">{word(l, 'nichtsNeues')}</p> : <Moved entries={news} />}
    </Section>
  )
}

/** What reports say against each other, in a line each; the page of contradictions has the sentences. */
const Contradictions = (): JSX.Element | null => {
  const l = language.value
  const page = useResource<{ readonly total: number; readonly contradictions: Contradiction[] }>(() =>
    apiAsOf('/api/contradictions', { limit: '5' }),
  ).value
  if (page.state !== 'ready' || page.value.total === 0) return null
  return (
    <Section title={word(l, 'widersprueche')}>
      <ul class="list">
        {page.value.contradictions.map((one) => (
          <li key={one.id}>
            {valueWord(l, 'contradiction', one.kind)}:{' '}
            {[...new Set(one.claims.map((claim) => claimWords(l, one.kind, claim.value)))].join(' / ')}
            <br />
            <a href={addressOf(one.commitment === null ? { path: '/widersprueche' } : entry(one.commitment))}>
              <Title>{one.about}</Title>
            </a>
          </li>
        ))}
      </ul>
      {page.value.total > page.value.contradictions.length && (
        <p>
          <a href={addressOf({ path: '/widersprueche' })}>
            {word(l, 'alle')} {page.value.total}
          </a>
        </p>
      )}
    </Section>
  )
}

const entry = (id: string) => ({ path: `/vorgaenge/${id}` })

/** A heading with something below it, or nothing. */
const Section = (props: {
  readonly title: string
  readonly children: ComponentChildren
}): JSX.Element | null =>
  props.children === false ? null : (
    <section>
      <h2>{props.title}</h2>
      {props.children}
    </section>
  )

/** Entries with the steps that matter here. */
const Moved = (props: {
  readonly entries: readonly { readonly row: LedgerRow; readonly steps: LedgerRow['history'] }[]
}): JSX.Element => (
  <ul class="list">
    {props.entries.map(({ row, steps }) => (
      <li key={row.id}>
        <div class="apart">
          <a href={addressOf(entry(row.id))}>
            <Title>{row.title}</Title>
          </a>{' '}
          <strong>{stateOf(row)}</strong>
        </div>
        <StepList steps={steps} />
      </li>
    ))}
  </ul>
)

/** Entries by the day on which they moved last. */
const Rows = (props: { readonly rows: readonly LedgerRow[] }): JSX.Element => (
  <ul class="list">
    {props.rows.map((row) => (
      <li key={row.id} class="dated">
        <div class="date">
          <HonestDate date={row.history.find((step) => step.date?.edtf === row.lastChange)?.date ?? null} />
        </div>
        <div class="apart">
          <a href={addressOf(entry(row.id))}>
            <Title>{row.title}</Title>
          </a>{' '}
          <span>{stateOf(row)}</span>
        </div>
      </li>
    ))}
  </ul>
)
