import type { JSX } from 'preact'
import { apiAsOf, type LedgerPage, type LedgerRow } from '../api.ts'
import { HonestDate } from '../parts/date.tsx'
import { NextPage } from '../parts/next-page.tsx'
import { Loaded } from '../parts/states.tsx'
import { Legend, stateWords, TrackCells } from '../parts/track.tsx'
import { addressOf, go, language, query } from '../place.ts'
import { useResource } from '../resource.ts'
import { partyName, stageOrder, valueWord, word } from '../words.ts'

const filterKeys = ['kind', 'stage', 'suspension', 'party', 'good'] as const

export const LedgerPageView = (): JSX.Element => {
  const rows = useResource<LedgerPage>(() =>
    apiAsOf('/api/commitments', {
      limit: '200',
      ...Object.fromEntries(filterKeys.map((key) => [key, query.value.get(key)])),
      q: query.value.get('text'),
      cursor: query.value.get('cursor'),
    }),
  )
  const l = language.value
  return (
    <>
      <h1>{word(l, 'vorgaenge')}</h1>
      <Loaded from={rows.value}>
        {(page) => (
          <>
            <Filters page={page} />
            {page.commitments.length === 0 ? (
              <p>{word(l, 'keineVorgaenge')}</p>
            ) : (
              <LedgerTable rows={page.commitments} />
            )}
            <NextPage cursor={page.next} />
            <Legend />
          </>
        )}
      </Loaded>
    </>
  )
}

/** Filters are words above the table, with how many entries each has. */
const Filters = (props: { readonly page: LedgerPage }): JSX.Element => {
  const l = language.value
  const { facets } = props.page
  const active = filterKeys.some((key) => query.value.has(key)) || query.value.has('text')
  const named = {
    suspension: (v: string) => valueWord(l, 'suspension', v),
    stage: (v: string) => valueWord(l, 'stage', v),
    kind: (v: string) => valueWord(l, 'kind', v),
    party: (v: string) => partyName(l, v),
  }
  const total = Object.values(facets.kind).reduce((a, b) => a + b, 0)
  const clear = Object.fromEntries([...filterKeys, 'text', 'cursor'].map((key) => [key, null]))
  return (
    <div class="filters">
      <a href={addressOf({ query: clear })} aria-current={active ? undefined : 'true'}>
        {word(l, 'alle')} <span class="count">{total}</span>
      </a>
      {(['suspension', 'kind', 'stage', 'party'] as const).flatMap((key) =>
        Object.entries(facets[key])
          .filter(([value]) => value !== 'none' && value !== 'null' && value !== '')
          .sort((a, b) => b[1] - a[1])
          .slice(0, key === 'party' ? 6 : 10)
          .map(([value, count]) => {
            const on = query.value.get(key) === value
            return (
              <a
                key={`${key}-${value}`}
                href={addressOf({ query: { [key]: on ? null : value, cursor: null } })}
                aria-current={on ? 'true' : undefined}
              >
                {named[key](value)} <span class="count">{count}</span>
              </a>
            )
          }),
      )}
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
    </div>
  )
}

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
            <th scope="col">{word(l, 'vorgang')}</th>
            {stageOrder.map((stage) => (
              <th scope="col" key={stage}>
                {valueWord(l, 'stage', stage)}
              </th>
            ))}
            <th scope="col" class="when">
              {word(l, 'zuletzt')}
            </th>
            <th scope="col" class="proof">
              {word(l, 'belege')}
            </th>
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <tr key={row.id} class={row.parent === null ? undefined : 'child'}>
              <th scope="row">
                <a href={addressOf({ path: `/vorgaenge/${row.id}` })}>{row.title}</a>
                <br />
                <span class="quiet">
                  {valueWord(l, 'kind', row.kind)}
                  {row.goods.length > 0 && ` · ${row.goods.map((g) => valueWord(l, 'goods', g)).join(', ')}`}
                  <span class="unseen"> · {stateWords(row)}</span>
                </span>
              </th>
              <TrackCells row={row} />
              <td class="when">
                <HonestDate date={row.lastChange === null ? null : lastDate(row)} />
              </td>
              <td class="proof">
                {row.origins} {word(l, row.origins === 1 ? 'ursprung' : 'urspruenge')}
                {row.contradictions > 0 && (
                  <>
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

const lastDate = (row: LedgerRow): { edtf: string; basis: string } | null =>
  row.history.find((step) => step.date?.edtf === row.lastChange)?.date ??
  (row.lastChange === null ? null : { edtf: row.lastChange, basis: 'stated' })
