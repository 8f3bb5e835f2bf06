import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { api, type VersionsPage } from '../api.ts'
import { instantWords } from '../dates.ts'
import { addressOf, language } from '../place.ts'
import { useResource } from '../resource.ts'
import { counted, type Word, word } from '../words.ts'
import { sourceLanguage } from './source-words.tsx'
import { Loaded } from './states.tsx'

type Version = VersionsPage['versions'][number]
type Difference = NonNullable<Version['difference']>
type Piece = Difference['pieces'][number]

/** What the outlet said under this address at each capture, and what it changed. */
export const Versions = (props: { readonly report: string; readonly count: number }): JSX.Element => {
  const open = useSignal(false)
  return (
    <details onToggle={(event) => (open.value = event.currentTarget.open)}>
      <summary>
        {word(language.value, 'versionen')} ({props.count})
      </summary>
      {open.value && <VersionList report={props.report} />}
    </details>
  )
}

const VersionList = (props: { readonly report: string }): JSX.Element => {
  const page = useResource<VersionsPage>(() => api(`/api/reports/${props.report}/versions`, {}))
  const l = language.value
  return (
    <Loaded from={page.value}>
      {({ versions }) => (
        <ol class="list">
          {versions.map((version) => (
            <li key={version.report}>
              {version.report === props.report ? (
                <strong>{instantWords(l, version.capturedAt)}</strong>
              ) : (
                <a href={addressOf({ path: `/berichte/${version.report}` })}>
                  {instantWords(l, version.capturedAt)}
                </a>
              )}{' '}
              {version.difference === null ? (
                <span class="quiet">{word(l, 'ersteVersion')}</span>
              ) : (
                <Changed difference={version.difference} />
              )}
            </li>
          ))}
        </ol>
      )}
    </Loaded>
  )
}

const fieldWords: Readonly<Record<string, Word>> = {
  title: 'titel',
  kicker: 'dachzeile',
  dateline: 'ortszeile',
  published: 'erschienen',
  modified: 'geaendert',
  publisher: 'medium',
  authors: 'verfasser',
  agencies: 'agentur',
}

const Changed = (props: { readonly difference: Difference }): JSX.Element => {
  const l = language.value
  const { fields, pieces, removedWords, addedWords } = props.difference
  if (fields.length + removedWords + addedWords === 0)
    return <span class="quiet">{word(l, 'unveraendert')}</span>
  return (
    <>
      <span class="quiet">
        {counted(l, addedWords, 'wortNeu', 'woerterNeu')},{' '}
        {counted(l, removedWords, 'gestrichen', 'gestrichen')}
      </span>
      {fields.map(({ field, before, after }) => (
        <p key={field}>
          {fieldWords[field] === undefined ? field : word(l, fieldWords[field])}:{' '}
          <Removed>{fieldValue(field, before)}</Removed> <Added>{fieldValue(field, after)}</Added>
        </p>
      ))}
      {removedWords + addedWords > 0 && (
        <blockquote class="changed" lang={sourceLanguage}>
          {pieces.map((piece, i) => (
            <PieceView
              key={`${piece.change}-${i}`}
              piece={piece}
              first={i === 0}
              last={i === pieces.length - 1}
            />
          ))}
        </blockquote>
      )}
    </>
  )
}

const fieldValue = (field: string, value: string | null): string =>
  (field === 'published' || field === 'modified' ? instantWords(language.value, value) : value) ?? '–'

/** Told by strokes, and in words for those who listen. */
const Removed = (props: { readonly children: string }): JSX.Element => (
  <del>
    <span class="unseen">{word(language.value, 'gestrichen')}: </span>
    {props.children}
  </del>
)
const Added = (props: { readonly children: string }): JSX.Element => (
  <ins>
    <span class="unseen">{word(language.value, 'neu')}: </span>
    {props.children}
  </ins>
)

const around = 90

/** What stayed is cut down to some words beside what changed. */
const shortened = (text: string, first: boolean, last: boolean): string => {
  if (text.length <= 2 * around) return text
  const start = first ? '' : text.slice(0, around).replace(/\S*$/u, '')
  const end = last ? '' : text.slice(-around).replace(/^\S*/u, '')
  return `${start} … ${end}`
}

const PieceView = (props: {
  readonly piece: Piece
  readonly first: boolean
  readonly last: boolean
}): JSX.Element => {
  const { change, text } = props.piece
  if (change === 'removed') return <Removed>{text}</Removed>
  if (change === 'added') return <Added>{text}</Added>
  return <>{shortened(text, props.first, props.last)}</>
}
