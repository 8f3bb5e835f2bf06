import type { JSX } from 'preact'
import { api, type CommitmentPage, type DecisionsPage, type Evidence, type LedgerPage } from '../api.ts'
import { language } from '../place.ts'
import { useResource } from '../resource.ts'
import { label, valueWord, word } from '../words.ts'
import { token } from '../writing.ts'
import { DecisionForm } from './deciding.tsx'
import { DecisionList } from './decisions.tsx'
import { Loaded } from './states.tsx'
import { TokenForm } from './token-form.tsx'

type Ref = Evidence['ref']

/** Joins the entry of a piece of evidence with another entry. */
export const Merge = (props: {
  readonly commitment: string
  readonly evidence: Ref
  readonly onKept?: () => void
}): JSX.Element => {
  const l = language.value
  const rows = useResource<LedgerPage>(() => api('/api/commitments', { limit: '500', sort: 'title' }))
  return (
    <Loaded from={rows.value}>
      {({ commitments }) => (
        <DecisionForm
          title={word(l, 'zusammenfuehren')}
          action={(form) => {
            const other = commitments.find((row) => row.id === new FormData(form).get('with'))
            return other === undefined ? null : { kind: 'merge', evidence: props.evidence, with: other.ref }
          }}
          {...(props.onKept === undefined ? {} : { onKept: props.onKept })}
        >
          <label>
            {label(l, 'mit')}{' '}
            <select name="with">
              <option value="">–</option>
              {commitments
                .filter((row) => row.id !== props.commitment)
                .map((row) => (
                  <option key={row.id} value={row.id}>
                    {row.title}
                  </option>
                ))}
            </select>
          </label>
        </DecisionForm>
      )}
    </Loaded>
  )
}

/** Parts one step's evidence from the others of an entry. */
const Split = (props: { readonly page: CommitmentPage; readonly first: Ref }): JSX.Element | null => {
  const l = language.value
  const others = props.page.commitment.history.flatMap((step) =>
    step.evidence
      .filter(({ ref }) => JSON.stringify(ref) !== JSON.stringify(props.first))
      .map((piece) => ({ piece, shown: `${valueWord(l, 'transition', step.transition)}: ${piece.exact}` })),
  )
  if (others.length === 0) return null
  return (
    <DecisionForm
      title={word(l, 'abtrennen')}
      action={(form) => {
        const chosen = others[Number(new FormData(form).get('piece'))]
        return chosen === undefined ? null : { kind: 'split', evidence: chosen.piece.ref, from: props.first }
      }}
    >
      <label>
        {word(l, 'beleg')}{' '}
        <select name="piece">
          {others.map(({ piece, shown }, i) => (
            <option key={`${piece.report}-${piece.start}`} value={i}>
              {shown.slice(0, 120)}
            </option>
          ))}
        </select>
      </label>
    </DecisionForm>
  )
}

/** Naming, joining and parting by hand, and what was decided about the entry. */
export const EditCommitment = (props: { readonly page: CommitmentPage }): JSX.Element | null => {
  const l = language.value
  const { commitment } = props.page
  const first = commitment.history.find((step) => step.evidence.length > 0)?.evidence[0]?.ref
  const decisions = useResource<DecisionsPage>(() => api('/api/decisions', { limit: '500' }))
  if (first === undefined) return null
  return (
    <>
      {token.value === null && <TokenForm why="tokenFehlt" />}
      {token.value !== null && (
        <>
          <DecisionForm
            title={word(l, 'benennen')}
            action={(form) => {
              const title = String(new FormData(form).get('title') ?? '').trim()
              return title === '' || title === commitment.title
                ? null
                : { kind: 'rename', evidence: first, title }
            }}
          >
            <label>
              {word(l, 'titel')} <input name="title" defaultValue={commitment.title} size={50} />
            </label>
          </DecisionForm>
          <Merge commitment={commitment.id} evidence={first} />
          <Split page={props.page} first={first} />
        </>
      )}
      <Loaded from={decisions.value}>
        {(page) => (
          <DecisionList
            page={{
              ...page,
              decisions: page.decisions.filter((one) => one.commitment?.id === commitment.id),
              next: null,
            }}
          />
        )}
      </Loaded>
    </>
  )
}
