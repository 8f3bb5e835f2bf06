import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import type { DecisionsPage } from '../api.ts'
import { instantWords } from '../dates.ts'
import { addressOf, language } from '../place.ts'
import { capital, label, partyName, valueWord, type Word, word } from '../words.ts'
import { token } from '../writing.ts'
import { keep } from './decided.ts'
import { sourceLanguage } from './source-words.tsx'
import { Title } from './title.tsx'

type Decided = DecisionsPage['decisions'][number]

const fieldWords = {
  published: 'erschienen',
  title: 'titel',
  publisher: 'medium',
  agency: 'agentur',
} as const satisfies Record<string, Word>

/** „Ereignis: geliefert, Datum: 2025-07“ */
const changeWords = (change: Readonly<Record<string, unknown>>): string => {
  const l = language.value
  const parties = (value: unknown): string =>
    (value as string[]).map((code) => partyName(l, code)).join(', ') || '–'
  const said: Record<string, (value: unknown) => string> = {
    type: (value) => `${word(l, 'ereignis')}: ${valueWord(l, 'transition', String(value))}`,
    kind: (value) => `${word(l, 'art')}: ${valueWord(l, 'kind', String(value))}`,
    factuality: (value) => valueWord(l, 'factuality', String(value)),
    date: (value) =>
      `${word(l, 'datum')}: ${instantWords(l, value as string | null) ?? word(l, 'ohneDatum')}`,
    actors: (value) => `${word(l, 'wer')}: ${parties(value)}`,
    recipients: (value) => `${word(l, 'fuerWen')}: ${parties(value)}`,
  }
  return Object.entries(change)
    .map(([key, value]) => said[key]?.(value) ?? `${key}: ${String(value)}`)
    .join(', ')
}

const whatOf = ({ action }: Decided): string => {
  const l = language.value
  switch (action.kind) {
    case 'correct':
      return changeWords(action.change)
    case 'rename':
      return `„${action.title}“`
    case 'add':
      return [action.title, changeWords(action.event)].filter(Boolean).join(': ')
    case 'set':
      return `${word(l, fieldWords[action.field])}: ${action.value ?? word(l, 'unbekannt')}`
    default:
      return ''
  }
}

const Undo = (props: { readonly id: string }): JSX.Element => {
  const problem = useSignal<string | null>(null)
  return (
    <>
      <button
        type="button"
        class="plain"
        onClick={() =>
          void keep({ kind: 'undo', decision: props.id }).then((answer) => {
            problem.value = answer
          })
        }
      >
        {word(language.value, 'rueckgaengig')}
      </button>
      {problem.value !== null && <span role="alert"> {problem.value}</span>}
    </>
  )
}

/** Who decided what, and when. Nothing is overwritten: what was taken back stays, struck through. */
export const DecisionList = (props: { readonly page: DecisionsPage }): JSX.Element => {
  const l = language.value
  const { decisions, next } = props.page
  if (decisions.length === 0) return <p class="quiet">{word(l, 'keineEntscheidungen')}</p>
  return (
    <>
      <ol class="list decisions">
        {decisions.map((one) => (
          <li key={one.id} class={one.inForce || one.action.kind === 'undo' ? undefined : 'undone'}>
            <p>
              <strong>{capital(valueWord(l, 'decision', one.action.kind))}</strong> <span>{whatOf(one)}</span>{' '}
              {one.commitment !== null ? (
                <a href={addressOf({ path: `/vorgaenge/${one.commitment.id}` })}>
                  <Title>{one.commitment.title}</Title>
                </a>
              ) : (
                one.report !== null && (
                  <a href={addressOf({ path: `/berichte/${one.report.id}` })}>{one.report.title}</a>
                )
              )}
            </p>
            {one.exact !== null && one.action.kind !== 'undo' && <q lang={sourceLanguage}>{one.exact}</q>}
            <p class="quiet">
              {one.by} · {instantWords(l, one.decidedAt)}
              {!one.inForce && one.action.kind !== 'undo' && ` · ${word(l, 'zurueckgenommenEins')}`}{' '}
              {one.inForce && token.value !== null && <Undo id={one.id} />}
            </p>
          </li>
        ))}
      </ol>
      {next !== null && (
        <p>
          <a href={addressOf({ query: { cursor: next } })}>{word(l, 'weiter')}</a>
        </p>
      )}
    </>
  )
}

/** How often people found each kind of event rightly read. */
export const Precision = (props: { readonly rows: DecisionsPage['precision'] }): JSX.Element | null => {
  const l = language.value
  if (props.rows.length === 0) return null
  return (
    <table class="precision">
      <caption>{word(l, 'trefferquote')}</caption>
      <thead>
        <tr>
          <th scope="col">{word(l, 'ereignis')}</th>
          <th scope="col">{label(l, 'richtig')}</th>
          <th scope="col">{capital(valueWord(l, 'decision', 'correct'))}</th>
          <th scope="col">{capital(valueWord(l, 'decision', 'reject'))}</th>
          <th scope="col">{label(l, 'anteil')}</th>
        </tr>
      </thead>
      <tbody>
        {props.rows.map(({ type, accepted, corrected, rejected }) => (
          <tr key={type}>
            <th scope="row">{capital(valueWord(l, 'transition', type))}</th>
            <td>{accepted}</td>
            <td>{corrected}</td>
            <td>{rejected}</td>
            <td>{Math.round((100 * accepted) / (accepted + corrected + rejected))} %</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
