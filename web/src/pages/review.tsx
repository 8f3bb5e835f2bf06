import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { api, apiAsOf, type DecisionsPage, type Proposal, type ReviewPage } from '../api.ts'
import { HonestDate } from '../parts/date.tsx'
import { keep, made } from '../parts/decided.ts'
import { DecisionForm } from '../parts/deciding.tsx'
import { DecisionList, Precision } from '../parts/decisions.tsx'
import { Merge } from '../parts/edit-commitment.tsx'
import { changeIn, EventFields, type EventValues } from '../parts/event-form.tsx'
import { passageAddress } from '../parts/evidence.tsx'
import { outletWords } from '../parts/outlet.ts'
import { sourceLanguage } from '../parts/source-words.tsx'
import { Loaded } from '../parts/states.tsx'
import { Title } from '../parts/title.tsx'
import { TokenForm } from '../parts/token-form.tsx'
import { stateWords } from '../parts/track.tsx'
import { addressOf, language, query } from '../place.ts'
import { useResource } from '../resource.ts'
import { label, valueWord, type Word, word } from '../words.ts'
import { token } from '../writing.ts'

/** One proposal at a time: the sentence in its context, what was read from it, what it changes in the ledger. */
export const ReviewPageView = (): JSX.Element => {
  const l = language.value
  /** The proposal that was passed over last: the queue goes on behind it. */
  const passed = useSignal<string | null>(null)
  const queue = useResource<ReviewPage>(() => apiAsOf('/api/review', { limit: '1', cursor: passed.value }))
  const decisions = useResource<DecisionsPage>(() =>
    api('/api/decisions', { cursor: query.value.get('cursor'), limit: '20' }),
  )
  return (
    <>
      <h1>{word(l, 'pruefen')}</h1>
      {token.value === null && <TokenForm why="tokenFehlt" />}
      <Loaded from={queue.value}>
        {({ total, proposals, next }) => {
          const [proposal] = proposals
          if (proposal === undefined) return <p>{word(l, 'nichtsZuPruefen')}</p>
          return (
            <>
              <p class="quiet" role="status">
                {total} {word(l, total === 1 ? 'schrittUngeprueft' : 'schritteUngeprueft')}
              </p>
              <ProposalView
                key={proposal.id}
                proposal={proposal}
                onDecided={() => {
                  passed.value = null
                }}
                onSkip={() => {
                  passed.value = next === null ? null : proposal.id
                }}
              />
            </>
          )
        }}
      </Loaded>
      <Loaded from={decisions.value}>
        {(page) => (
          <>
            <Precision rows={page.precision} />
            <h2>{word(l, 'entscheidungen')}</h2>
            <DecisionList page={page} />
          </>
        )}
      </Loaded>
    </>
  )
}

const keys = [
  ['j', 'annehmen'],
  ['k', 'ablehnen'],
  ['e', 'berichtigen'],
  ['m', 'zusammenfuehren'],
  ['t', 'abtrennen'],
  ['n', 'ueberspringen'],
  ['z', 'rueckgaengig'],
  ['?', 'hilfe'],
] as const satisfies readonly (readonly [string, Word])[]
type Key = (typeof keys)[number][0]

const ProposalView = (props: {
  readonly proposal: Proposal
  readonly onDecided: () => void
  readonly onSkip: () => void
}): JSX.Element => {
  const l = language.value
  const { commitment, step, evidence, before, event, context } = props.proposal
  const problem = useSignal<string | null>(null)
  const help = useSignal(false)
  const open = useSignal<'correct' | 'merge' | 'split' | null>(null)
  const doing = useSignal(false)
  const { ref } = evidence
  const start: EventValues = {
    type: step.transition,
    kind: commitment.kind,
    factuality: step.factuality,
    date: step.date?.edtf ?? '',
    actors: event.actors,
    recipients: event.recipients,
  }
  const settle = async (action: Parameters<typeof keep>[0]): Promise<void> => {
    if (doing.value) return
    doing.value = true
    problem.value = await keep(action)
    // Decided: until the next proposal is there, no key may fall on this one again.
    if (problem.value === null) props.onDecided()
    else doing.value = false
  }
  useLayoutEffect(() => {
    doing.value = false
  }, [props.proposal])
  const isOff = (key: Key): boolean =>
    key !== '?' &&
    (doing.value || (key !== 'n' && (token.value === null || (key === 'z' && made.value.length === 0))))
  const toggle = (form: 'correct' | 'merge' | 'split'): void => {
    open.value = open.value === form ? null : form
  }
  const acts: Record<Key, () => unknown> = {
    j: () => settle({ kind: 'accept', evidence: ref }),
    k: () => settle({ kind: 'reject', evidence: ref }),
    e: () => toggle('correct'),
    m: () => toggle('merge'),
    t: () => toggle('split'),
    n: props.onSkip,
    z: () => settle({ kind: 'undo', decision: made.value.at(-1)! }),
    '?': () => {
      help.value = !help.value
    },
  }
  const act = (key: string): boolean => {
    if (!(key in acts) || isOff(key as Key)) return false
    problem.value = null
    acts[key as Key]()
    return true
  }
  // At once, not after the next paint: whoever decides quickly loses no key between two proposals.
  const acting = useRef(act)
  acting.current = act
  useLayoutEffect(() => {
    const onKey = (pressed: KeyboardEvent): void => {
      if (pressed.ctrlKey || pressed.metaKey || pressed.altKey) return
      if (pressed.target instanceof Element && pressed.target.closest('input, select, textarea')) return
      if (acting.current(pressed.key)) pressed.preventDefault()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])
  return (
    <article class="proposal">
      <h2>
        <a href={addressOf({ path: `/vorgaenge/${commitment.id}` })}>
          <Title>{commitment.title}</Title>
        </a>
      </h2>
      <blockquote lang={sourceLanguage}>
        {context.before}
        <mark>{evidence.exact}</mark>
        {context.after}
      </blockquote>
      <p class="quiet">
        {evidence.speaker ?? word(l, 'eigeneWorte')} ·{' '}
        {outletWords({ ...evidence, agencies: evidence.agency === null ? [] : [evidence.agency] })} ·{' '}
        <a href={passageAddress(evidence.report, evidence.start, evidence.end)}>{word(l, 'imBericht')}</a>
      </p>
      <dl class="facts">
        <dt>{label(l, 'gelesenAls')}</dt>
        <dd>
          <strong>{valueWord(l, 'transition', step.transition)}</strong> (
          {valueWord(l, 'factuality', step.factuality)}), <HonestDate date={step.date} />
        </dd>
        <dt>{label(l, 'aendert')}</dt>
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
            onClick={() => act(key)}
            disabled={isOff(key)}
            aria-keyshortcuts={key}
          >
            {word(l, label)} <kbd>{key}</kbd>
          </button>
        ))}
      </p>
      {help.value && <p>{word(l, 'tastenHilfe')}</p>}
      {open.value === 'correct' && (
        <DecisionForm
          title={word(l, 'berichtigen')}
          action={(form) => {
            const change = changeIn(form, start)
            return Object.keys(change).length === 0 ? null : { kind: 'correct', evidence: ref, change }
          }}
          onKept={props.onDecided}
        >
          <EventFields start={start} />
        </DecisionForm>
      )}
      {open.value === 'merge' && <MergeForm {...props} />}
      {open.value === 'split' && <SplitForm {...props} />}
      {problem.value !== null && (
        <p role="alert">
          <strong>{word(l, 'fehler')}</strong> {problem.value}
        </p>
      )}
    </article>
  )
}

const MergeForm = (props: { readonly proposal: Proposal; readonly onDecided: () => void }): JSX.Element => (
  <Merge
    commitment={props.proposal.commitment.id}
    evidence={props.proposal.evidence.ref}
    onKept={props.onDecided}
  />
)

/** Parts the proposal's evidence from what its entry rests on otherwise. */
const SplitForm = (props: { readonly proposal: Proposal; readonly onDecided: () => void }): JSX.Element => {
  const l = language.value
  const { commitment, evidence } = props.proposal
  const isOwn = JSON.stringify(commitment.ref) === JSON.stringify(evidence.ref)
  if (isOwn) return <p>{word(l, 'abtrennenErster')}</p>
  const action = { kind: 'split', evidence: evidence.ref, from: commitment.ref } as const
  return (
    <DecisionForm
      title={word(l, 'abtrennen')}
      start={action}
      action={() => action}
      onKept={props.onDecided}
    />
  )
}
