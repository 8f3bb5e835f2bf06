import type { ComponentChildren, JSX } from 'preact'
import { apiAsOf, type LedgerPage, type LedgerRow, type Pairs } from '../api.ts'
import { HonestDate } from '../parts/date.tsx'
import { Downloads } from '../parts/downloads.tsx'
import { Fold } from '../parts/fold.tsx'
import { NextPage } from '../parts/next-page.tsx'
import { Loaded } from '../parts/states.tsx'
import { Title } from '../parts/title.tsx'
import { Legend, stateOf, TrackCells } from '../parts/track.tsx'
import { Lanes, Matrix } from '../pictures/later.ts'
import { addressOf, asOf, go, language, query } from '../place.ts'
import { useResource } from '../resource.ts'
import { capital, counted, label, partyName, stageOrder, valueWord, type Word, word } from '../words.ts'

const filterKeys = ['kind', 'stage', 'suspension', 'party', 'provider', 'recipient', 'good'] as const

const noFilter = Object.fromEntries([...filterKeys, 'text', 'cursor'].map((key) => [key, null]))

const views = [
  [null, 'tabelle'],
  ['zeit', 'zeitleiste'],
  ['parteien', 'werFuerWen'],
] as const satisfies readonly (readonly [string | null, Word])[]

const filterOf = (): Readonly<Record<string, string | null>> => ({
  ...Object.fromEntries(filterKeys.map((key) => [key, query.value.get(key)])),
  q: query.value.get('text'),
  sort: query.value.get('sort'),
})

export const LedgerPageView = (): JSX.Element => {
  const rows = useResource<LedgerPage>(() =>
    apiAsOf('/api/commitments', { limit: '200', ...filterOf(), cursor: query.value.get('cursor') }),
  )
  const l = language.value
  return (
    <>
      <div class="page-head">
        <h1>{word(l, 'vorgaenge')}</h1>
        <Downloads filter={filterOf} />
      </div>
      <Loaded from={rows.value}>
        {(page) =>
          Object.keys(page.facets.kind).length === 0 ? (
            <p>{word(l, asOf.value === null ? 'keinVorgang' : 'keinVorgangBis')}</p>
          ) : (
            <>
              <Views />
              <Fold label={word(l, 'filtern')}>
                <Filters page={page} />
              </Fold>
              {page.commitments.length === 0 ? <NothingFits /> : <View page={page} />}
            </>
          )
        }
      </Loaded>
    </>
  )
}

const NothingFits = (): JSX.Element => {
  const l = language.value
  return (
    <p>
      {word(l, 'keineVorgaenge')} <a href={addressOf({ query: noFilter })}>{word(l, 'alleZeigen')}</a>
    </p>
  )
}

/** The same entries as a table, on a time line, or by who gives to whom. */
const Views = (): JSX.Element => {
  const l = language.value
  return (
    <nav class="filters" aria-label={word(l, 'ansicht')}>
      <Line title="ansicht">
        {views.map(([view, name]) => (
          <a
            key={name}
            href={addressOf({ query: { ansicht: view } })}
            aria-current={query.value.get('ansicht') === view ? 'true' : undefined}
          >
            {word(l, name)}
          </a>
        ))}
      </Line>
    </nav>
  )
}

const View = (props: { readonly page: LedgerPage }): JSX.Element => {
  const { commitments, next } = props.page
  const view = query.value.get('ansicht')
  if (view === 'parteien') return <Parties />
  return (
    <>
      {view === 'zeit' ? (
        <Lanes rows={commitments} />
      ) : (
        <>
          <LedgerTable rows={commitments} />
          <Legend />
          <p class="quiet missing">
            {word(language.value, 'fehltVorgang')}{' '}
            <a class="whole" href={addressOf({ path: '/berichte' })}>
              {word(language.value, 'zuBerichten')}
            </a>
          </p>
        </>
      )}
      <NextPage cursor={next} />
    </>
  )
}

const Parties = (): JSX.Element => {
  const pairs = useResource<Pairs>(() => apiAsOf('/api/parties', filterOf()))
  return <Loaded from={pairs.value}>{(page) => <Matrix pairs={page.pairs} />}</Loaded>
}

/** Words to choose from, behind what they are about. */
const Line = (props: { readonly title: Word; readonly children: ComponentChildren }): JSX.Element => (
  <div class="filter-group">
    <span class="quiet">{label(language.value, props.title)}</span>
    <span class="choices">{props.children}</span>
  </div>
)

const orders = [
  [null, 'zuletztZuerst'],
  ['title', 'nachTitel'],
  ['origins', 'nachUrspruengen'],
] as const satisfies readonly (readonly [string | null, Word])[]

/** The time line is in order of time, the matrix of its own numbers: only the table can be sorted. */
const Order = (): JSX.Element | null =>
  query.value.has('ansicht') ? null : (
    <Line title="reihenfolge">
      {orders.map(([sort, name]) => (
        <a
          key={name}
          href={addressOf({ query: { sort, cursor: null } })}
          aria-current={query.value.get('sort') === sort ? 'true' : undefined}
        >
          {word(language.value, name)}
        </a>
      ))}
    </Line>
  )

/** Filters are words above the table, with how many entries each has. */
const Filters = (props: { readonly page: LedgerPage }): JSX.Element => {
  const l = language.value
  const { facets } = props.page
  const active = filterKeys.some((key) => query.value.has(key)) || query.value.has('text')
  const total = Object.values(facets.kind).reduce((a, b) => a + b, 0)
  const party = (code: string): string => partyName(l, code)
  const valueIn =
    (list: 'suspension' | 'kind' | 'stage' | 'goods') =>
    (value: string): string =>
      valueWord(l, list, value)
  return (
    <div class="filters">
      <Line title="zeigen">
        <a href={addressOf({ query: noFilter })} aria-current={active ? undefined : 'true'}>
          {word(l, 'alle')} <span class="count">{total}</span>
        </a>
        <FilterLinks name="suspension" counts={facets.suspension} label={valueIn('suspension')} />
        {(['provider', 'recipient'] as const).map((key) => {
          const value = query.value.get(key)
          return value === null ? null : (
            <a key={key} href={addressOf({ query: { [key]: null, cursor: null } })} aria-current="true">
              {word(l, key === 'provider' ? 'wer' : 'fuerWen')}:{' '}
              {value === 'none' ? word(l, 'untereinander') : party(value)}
            </a>
          )
        })}
        <form
          onSubmit={(event) => {
            event.preventDefault()
            go({ query: { text: String(new FormData(event.currentTarget).get('text') ?? ''), cursor: null } })
          }}
        >
          <label>
            <span class="unseen">{word(l, 'filterText')}</span>
            <input
              name="text"
              placeholder={word(l, 'filterText')}
              key={query.value.get('text') ?? ''}
              defaultValue={query.value.get('text') ?? ''}
            />
          </label>
        </form>
      </Line>
      <FilterGroup name="kind" title="art" counts={facets.kind} label={valueIn('kind')} />
      <FilterGroup name="stage" title="stufe" counts={facets.stage} label={valueIn('stage')} />
      <FilterGroup name="party" title="parteien" counts={facets.party} label={party} />
      <FilterGroup name="good" title="gueter" counts={facets.good} label={valueIn('goods')} />
      <Order />
    </div>
  )
}

const mostInGroup = 10

interface FilterValues {
  readonly name: (typeof filterKeys)[number]
  readonly counts: Readonly<Record<string, number>>
  readonly label: (value: string) => string
}

/** The values of one property, the commonest first. A value that is chosen is given up by choosing it again. */
const FilterLinks = (props: FilterValues): JSX.Element => (
  <>
    {Object.entries(props.counts)
      .filter(([value]) => value !== 'none' && value !== '')
      .sort((a, b) => b[1] - a[1])
      .slice(0, mostInGroup)
      .map(([value, count]) => {
        const on = query.value.get(props.name) === value
        return (
          <a
            key={value}
            href={addressOf({ query: { [props.name]: on ? null : value, cursor: null } })}
            aria-current={on ? 'true' : undefined}
          >
            {props.label(value)} <span class="count">{count}</span>
          </a>
        )
      })}
  </>
)

const FilterGroup = (props: FilterValues & { readonly title: Word }): JSX.Element | null =>
  Object.keys(props.counts).length === 0 ? null : (
    <Line title={props.title}>
      <FilterLinks {...props} />
    </Line>
  )

/** Arrows move from entry to entry, Enter opens. */
const moveFocus = (event: KeyboardEvent): void => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (step === undefined) return
  const links = [...(event.currentTarget as Element).querySelectorAll<HTMLElement>('th[scope="row"] a')]
  const at = links.indexOf(document.activeElement as HTMLElement)
  if (at < 0) return
  event.preventDefault()
  links[at + step]?.focus()
}

export const LedgerTable = (props: { readonly rows: readonly LedgerRow[] }): JSX.Element => {
  const l = language.value
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys move between the links inside, nothing else
    <div class="table-scroll" onKeyDown={moveFocus}>
      <table class="ledger">
        <thead>
          <tr>
            <th scope="col">{label(l, 'vorgang')}</th>
            {stageOrder.map((stage) => (
              <th scope="col" key={stage}>
                {valueWord(l, 'stage', stage)}
              </th>
            ))}
            <th scope="col" class="when">
              {label(l, 'zuletzt')}
            </th>
            <th scope="col" class="proof">
              {label(l, 'belege')}
            </th>
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row, i) => (
            <tr key={row.id} class={isUnder(row, props.rows[i - 1]) ? 'child' : undefined}>
              <th scope="row">
                <a href={addressOf({ path: `/vorgaenge/${row.id}` })}>
                  <Title>{row.title}</Title>
                </a>
                <br />
                <span class="quiet">
                  {[capital(valueWord(l, 'kind', row.kind)), goodsBeside(row).join(', ')]
                    .filter(Boolean)
                    .join(' · ')}
                  <span class="state-words"> · {stateOf(row)}</span>
                </span>
              </th>
              <TrackCells row={row} />
              <td class="when">
                <HonestDate date={row.lastChange === null ? null : lastDate(row)} />
              </td>
              <td class="proof">
                {counted(l, row.origins, 'ursprung', 'urspruenge')}
                {row.contradictions > 0 && (
                  <>
                    {' '}
                    <br />
                    <span title={word(l, 'widersprueche')}>⚡ {row.contradictions}</span>
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Does a row stand under the entry that it is part of, or beside another part of it? */
const isUnder = (row: LedgerRow, above: LedgerRow | undefined): boolean =>
  row.parent !== null && above !== undefined && (above.id === row.parent || above.parent === row.parent)

/** The goods that its title and its kind do not name already. */
const goodsBeside = (row: LedgerRow): string[] => {
  const l = language.value
  const said = row.title.toLowerCase()
  return row.goods
    .filter((good) => row.kind !== 'funding' || good !== 'funds')
    .map((good) => valueWord(l, 'goods', good))
    .filter((words) => !said.includes(words.toLowerCase()))
}

const lastDate = (row: LedgerRow): { edtf: string; basis: string } | null =>
  row.history.find((step) => step.date?.edtf === row.lastChange)?.date ??
  (row.lastChange === null ? null : { edtf: row.lastChange, basis: 'stated' })
