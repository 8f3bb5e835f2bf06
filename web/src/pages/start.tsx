import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import { apiAsOf, type LedgerPage, type LedgerRow } from '../api.ts'
import { dayBounds } from '../dates.ts'
import { HonestDate } from '../parts/date.tsx'
import { Loaded } from '../parts/states.tsx'
import { Title } from '../parts/title.tsx'
import { stateOf } from '../parts/track.tsx'
import { addressOf, asOf, language } from '../place.ts'
import { useResource } from '../resource.ts'
import { counted, word } from '../words.ts'

const visitKey = 'aktenlage.visit'

/** What each entry looked like at the last visit: snapshot id and state per commitment, kept in this browser. */
interface Visit {
  readonly snapshot: string
  readonly seen: Readonly<Record<string, string>>
}

const lastVisit = (): Visit | null => {
  try {
    return JSON.parse(localStorage.getItem(visitKey) ?? 'null') as Visit | null
  } catch {
    return null
  }
}
const before = lastVisit()

const signature = (row: LedgerRow): string => `${row.stage} ${row.suspension} ${row.history.length}`

export const StartPageView = (): JSX.Element => {
  const page = useResource<LedgerPage>(() => apiAsOf('/api/commitments', { limit: '500' }))
  return <Loaded from={page.value}>{(loaded) => <StartView page={loaded} />}</Loaded>
}

const StartView = (props: { readonly page: LedgerPage }): JSX.Element => {
  const l = language.value
  const { page } = props
  useEffect(() => {
    if (asOf.value !== null) return
    const visit: Visit = {
      snapshot: page.snapshot,
      seen: Object.fromEntries(page.commitments.map((row) => [row.id, signature(row)])),
    }
    try {
      localStorage.setItem(visitKey, JSON.stringify(visit))
    } catch {
      // A browser without storage shows everything as known; nothing is lost.
    }
  }, [page.snapshot])
  if (page.commitments.length === 0 && page.total === 0) {
    return (
      <>
        <h1>{word(l, 'stand')}</h1>
        <p>{word(l, 'leer')}</p>
        <p>
          <code>aktenlage add berichte/</code>
        </p>
      </>
    )
  }
  const changed =
    before === null ? [] : page.commitments.filter((row) => before.seen[row.id] !== signature(row))
  const suspended = page.commitments.filter((row) => row.suspension !== 'none')
  const overdue = page.commitments.filter((row) => row.history.some((step) => step.overdue))
  const contradicted = page.commitments.filter((row) => row.contradictions > 0)
  const recent = page.commitments
    .filter((row) => row.lastChange !== null)
    .sort((a, b) => ((dayBounds(b.lastChange!)[1] ?? '') < (dayBounds(a.lastChange!)[1] ?? '') ? -1 : 1))
    .slice(0, 12)
  return (
    <>
      <h1>{word(l, 'stand')}</h1>
      {before !== null && asOf.value === null && (
        <Section title={word(l, 'seitLetztemBesuch')} rows={changed} empty={word(l, 'nichtsNeues')} />
      )}
      <Section title={word(l, 'ausgesetzt')} rows={suspended} />
      <Section title={word(l, 'widersprueche')} rows={contradicted} />
      <Section title={word(l, 'ueberfaellig')} rows={overdue} />
      <Section title={word(l, 'zuletztBewegt')} rows={recent} />
      <p>
        <a href={addressOf({ path: '/vorgaenge' })}>
          {word(l, 'alle')} {counted(l, page.total, 'vorgang', 'vorgaengeN')}
        </a>
      </p>
    </>
  )
}

const Section = (props: {
  readonly title: string
  readonly rows: readonly LedgerRow[]
  readonly empty?: string
}): JSX.Element | null => {
  const { title, rows, empty } = props
  if (rows.length === 0 && empty === undefined) return null
  return (
    <section>
      <h2>{title}</h2>
      {rows.length === 0 && <p class="quiet">{empty}</p>}
      <ul class="list">
        {rows.map((row) => (
          <li key={row.id}>
            <a href={addressOf({ path: `/vorgaenge/${row.id}` })}>
              <Title>{row.title}</Title>
            </a>
            {': '}
            {stateOf(row)}
            <span class="quiet">
              {' '}
              · <HonestDate date={row.history.find((s) => s.date?.edtf === row.lastChange)?.date ?? null} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
