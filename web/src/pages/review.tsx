import { signal, useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { api, type CommitmentPage, type LedgerPage, type ReportPage, type Step } from '../api.ts'
import { HonestDate } from '../parts/date.tsx'
import { passageAddress } from '../parts/evidence.tsx'
import { Loaded } from '../parts/states.tsx'
import { stateWords } from '../parts/track.tsx'
import { addressOf, language } from '../place.ts'
import { forget, type Resource, useResource } from '../resource.ts'
import { valueWord, word } from '../words.ts'
import { decide, keepToken, token } from '../writing.ts'

interface Decisions {
  readonly precision: readonly {
    readonly type: string
    readonly accepted: number
    readonly rejected: number
  }[]
}

/** Decisions of this visit, newest last, for taking back. */
const made = signal<readonly string[]>([])

/** Characters of the report shown before and after the sentence. */
const around = 260

/** One proposal at a time: the sentence in its context, what was read from it, what it changes in the ledger. */
export const ReviewPageView = (): JSX.Element => {
  const l = language.value
  const round = useSignal(0)
  const queue = useResource<LedgerPage>(() =>
    api('/api/commitments', { review: 'machine', limit: '500', runde: String(round.value) }),
  )
  const decisions = useResource<Decisions>(() => api('/api/decisions', { runde: String(round.value) }))
  return (
    <>
      <h1>{word(l, 'pruefen')}</h1>
      {token.value === null && <TokenForm />}
      <Loaded from={queue.value}>
        {({ commitments }) =>
          commitments.length === 0 ? (
            <p>{word(l, 'nichtsZuPruefen')}</p>
          ) : (
            <Queue ids={commitments.map((row) => row.id)} onDecided={() => round.value++} />
          )
        }
      </Loaded>
      <Loaded from={decisions.value}>{({ precision }) => <Precision rows={precision} />}</Loaded>
    </>
  )
}

const TokenForm = (): JSX.Element => {
  const l = language.value
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        keepToken(String(new FormData(event.currentTarget).get('token') ?? '').trim())
      }}
    >
      <p>{word(l, 'tokenFehlt')}</p>
      <label>
        {word(l, 'token')} <input name="token" type="password" autocomplete="off" required />
      </label>{' '}
      <button type="submit">{word(l, 'behalten')}</button>
    </form>
  )
}

const Queue = (props: { readonly ids: readonly string[]; readonly onDecided: () => void }): JSX.Element => {
  const l = language.value
  const { ids } = props
  const at = useSignal(0)
  const id = useSignal(ids[0]!)
  const skipped = Math.min(at.value, ids.length - 1)
  useEffect(() => {
    id.value = ids[skipped]!
  }, [ids, skipped])
  const page = useResource<CommitmentPage>(() => `/api/commitments/${id.value}`)
  return (
    <>
      <p class="quiet" role="status">
        {ids.length} {word(l, 'ungeprueft')}
      </p>
      <Loaded from={page.value}>
        {(loaded) => (
          <Proposals
            key={loaded.commitment.id}
            page={loaded}
            onDone={() => {
              forget()
              props.onDecided()
            }}
            onSkip={() => {
              at.value = (skipped + 1) % ids.length
            }}
          />
        )}
      </Loaded>
    </>
  )
}

interface Proposal {
  readonly step: Step
  readonly before: { readonly stage: string | null; readonly suspension: string } | null
}

const proposalsOf = (history: readonly Step[]): Proposal[] => {
  const proposals: Proposal[] = []
  let before: Proposal['before'] = null
  for (const step of history) {
    if (step.evidence.length > 0) proposals.push({ step, before })
    if (step.factuality === 'actual') before = step
  }
  return proposals
}

const keys = [
  ['j', 'annehmen'],
  ['k', 'ablehnen'],
  ['n', 'ueberspringen'],
  ['z', 'rueckgaengig'],
] as const

const Proposals = (props: {
  readonly page: CommitmentPage
  readonly onDone: () => void
  readonly onSkip: () => void
}): JSX.Element => {
  const l = language.value
  const { commitment } = props.page
  const proposals = proposalsOf(commitment.history)
  const at = useSignal(0)
  const problem = useSignal<string | null>(null)
  const help = useSignal(false)
  const { step, before } = proposals[Math.min(at.value, proposals.length - 1)]!
  const evidence = step.evidence[0]!
  const act = async (key: string): Promise<void> => {
    problem.value = null
    if (key === '?') help.value = !help.value
    if (key === 'n') props.onSkip()
    const undone = made.value.at(-1)
    if (key === 'z' && undone === undefined) return
    if (token.value === null) return
    if (key !== 'j' && key !== 'k' && key !== 'z') return
    const answer = await decide(
      key === 'z'
        ? { kind: 'undo', decision: undone! }
        : {
            kind: key === 'j' ? 'accept' : 'reject',
            evidence: evidence.ref,
          },
    )
    if ('problem' in answer) {
      problem.value = answer.problem
      return
    }
    made.value = key === 'z' ? made.value.slice(0, -1) : [...made.value, answer.id]
    if (key !== 'z' && at.value + 1 < proposals.length) {
      at.value++
      return
    }
    at.value = 0
    props.onDone()
  }
  // The listener stays; what it does is always that of the proposal in sight.
  const acting = useRef(act)
  acting.current = act
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey) return
      if (event.target instanceof Element && event.target.closest('input, select, textarea')) return
      void acting.current(event.key)
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])
  return (
    <article>
      <h2>
        <a href={addressOf({ path: `/vorgaenge/${commitment.id}` })}>{commitment.title}</a>
      </h2>
      <Context report={evidence.report} start={evidence.start} end={evidence.end} exact={evidence.exact} />
      <p class="quiet">
        {evidence.speaker ?? word(l, 'eigeneWorte')} · {evidence.publisher ?? evidence.source} ·{' '}
        <a href={passageAddress(evidence.report, evidence.start, evidence.end)}>{word(l, 'imBericht')}</a>
      </p>
      <dl class="facts">
        <dt>{word(l, 'gelesenAls')}</dt>
        <dd>
          <strong>{valueWord(l, 'transition', step.transition)}</strong> (
          {valueWord(l, 'factuality', step.factuality)}), <HonestDate date={step.date} />
        </dd>
        <dt>{word(l, 'aendert')}</dt>
        <dd>
          {step.factuality === 'actual'
            ? `${(before !== null && stateWords(before)) || word(l, 'nichtBerichtet')} → ${stateWords(step) || valueWord(l, 'transition', step.transition)}`
            : word(l, 'nichts')}
        </dd>
      </dl>
      <p class="keys">
        {keys.map(([key, label]) => (
          <button
            key={key}
            type="button"
            onClick={() => void act(key)}
            disabled={(key !== 'n' && token.value === null) || (key === 'z' && made.value.length === 0)}
          >
            {word(l, label)} <kbd>{key}</kbd>
          </button>
        ))}
        <span class="quiet">
          {Math.min(at.value + 1, proposals.length)} / {proposals.length}
        </span>
      </p>
      {help.value && <p>{word(l, 'tastenHilfe')}</p>}
      {problem.value !== null && (
        <p role="alert">
          <strong>{word(l, 'fehler')}</strong> {problem.value}
        </p>
      )}
    </article>
  )
}

/** Whole words only; dots where something was left off. */
const before = (text: string, start: number): string =>
  start <= around ? text.slice(0, start) : `… ${text.slice(start - around, start).replace(/^\S*\s+/u, '')}`

const after = (text: string, end: number): string =>
  end + around >= text.length ? text.slice(end) : `${text.slice(end, end + around).replace(/\s+\S*$/u, '')} …`

const Context = (props: {
  readonly report: string
  readonly start: number
  readonly end: number
  readonly exact: string
}): JSX.Element => {
  const report = useSignal(props.report)
  report.value = props.report
  const loaded: Resource<ReportPage> = useResource<ReportPage>(() => `/api/reports/${report.value}`).value
  const text =
    loaded.state === 'ready' && loaded.value.report.id === props.report
      ? loaded.value.reading.article.text
      : null
  return (
    <blockquote>
      {text !== null && before(text, props.start)}
      <mark>{props.exact}</mark>
      {text !== null && after(text, props.end)}
    </blockquote>
  )
}

/** How often people found each kind of event rightly read. */
const Precision = (props: { readonly rows: Decisions['precision'] }): JSX.Element | null => {
  const l = language.value
  if (props.rows.length === 0) return null
  return (
    <table class="precision">
      <caption>{word(l, 'trefferquote')}</caption>
      <tbody>
        {props.rows.map(({ type, accepted, rejected }) => (
          <tr key={type}>
            <th scope="row">{valueWord(l, 'transition', type)}</th>
            <td>
              {accepted} / {accepted + rejected}
            </td>
            <td>{Math.round((100 * accepted) / (accepted + rejected))} %</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
