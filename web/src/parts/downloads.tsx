import { useSignal, useSignalEffect } from '@preact/signals'
import type { JSX } from 'preact'
import type { ExportName } from '../../../src/export/names.ts'
import { api, apiAsOf } from '../api.ts'
import { guarded, save, tokenForAddresses } from '../asking.ts'
import { dateWords } from '../dates.ts'
import { asOf, language } from '../place.ts'
import { type Word, word } from '../words.ts'

type Query = Readonly<Record<string, string | null>>

/** Spreadsheets first, then what one reads, cites and subscribes to, then data for programs. */
const files: readonly (readonly [ExportName, Word, Query?])[] = [
  ['xlsx', 'alsXlsx'],
  ['csv', 'alsCsv'],
  ['csv', 'alsCsvExcel', { bom: 'true', semicolon: 'true' }],
  ['evidence', 'alsBelege'],
  ['markdown', 'alsMarkdown'],
  ['bibtex', 'alsBibtex'],
  ['csljson', 'alsCslJson'],
  ['ics', 'alsTermine'],
  ['jsonld', 'alsJsonLd'],
  ['ftm', 'alsFtm'],
  ['annotations', 'alsAnnotationen'],
]

/** What the page shows as files, as of its day; and a feed of it, which always tells the latest. */
export const Downloads = (props: {
  /** A commitment or a story; without one, the ledger. */
  readonly of?: string
  readonly filter?: () => Query
}): JSX.Element => {
  const l = language.value
  const what = (): Query => ({ ...props.filter?.(), of: props.of ?? null, lang: language.value })
  const feed = (): string => api('/api/export/atom', { ...what(), token: tokenForAddresses() })
  useSignalEffect(() => announceFeed(feed()))
  const problem = useSignal<string | null>(null)
  /** A link cannot send a token; where one is needed, the script fetches what it leads to. */
  const fetched = async (event: Event & { readonly currentTarget: HTMLAnchorElement }): Promise<void> => {
    if (!guarded.value) return
    event.preventDefault()
    problem.value = await save(event.currentTarget.href).catch(() => word(l, 'offline'))
  }
  return (
    <details class="downloads">
      <summary>{word(l, 'herunterladen')}</summary>
      <p class="quiet">
        {asOf.value === null
          ? word(l, 'allesBekannte')
          : `${word(l, 'standVom')} ${dateWords(l, asOf.value)}`}
      </p>
      <ul>
        {files.map(([format, label, options]) => (
          <li key={label}>
            <a href={apiAsOf(`/api/export/${format}`, { ...what(), ...options })} download onClick={fetched}>
              {word(l, label)}
            </a>
          </li>
        ))}
        <li>
          {guarded.value && tokenForAddresses() === null ? (
            <GuardedFeed address={feed()} />
          ) : (
            <a href={feed()}>{word(l, 'alsFeed')}</a>
          )}
        </li>
      </ul>
      {problem.value !== null && <p role="alert">{problem.value}</p>}
    </details>
  )
}

/** The address as it is with a token that only reads; one that writes never stands in an address. */
const GuardedFeed = (props: { readonly address: string }): JSX.Element => {
  const l = language.value
  return (
    <>
      {word(l, 'alsFeed')}: <code>{`${location.origin}${props.address}&token=aktr_…`}</code>
      <p class="quiet">
        {word(l, 'feedSchluessel')} <code>aktenlage token create NAME --read-only</code>
      </p>
    </>
  )
}

/** Feed readers find the feed of a page by a link in its head. Gives back how to take it away again. */
const announceFeed = (address: string): (() => void) => {
  const link = document.createElement('link')
  link.rel = 'alternate'
  link.type = 'application/atom+xml'
  link.title = 'Aktenlage'
  link.href = address
  document.head.append(link)
  return () => link.remove()
}
