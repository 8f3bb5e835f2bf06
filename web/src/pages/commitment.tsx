import type { JSX } from 'preact'
import { apiAsOf, type Commitment, type CommitmentPage, type ListedReport, type Step } from '../api.ts'
import { dateWords, sinceWords } from '../dates.ts'
import { HonestDate, Whole } from '../parts/date.tsx'
import { Downloads } from '../parts/downloads.tsx'
import { EditCommitment } from '../parts/editing.tsx'
import { ContradictionBox, EvidencePassage } from '../parts/evidence.tsx'
import { useHeading } from '../parts/heading.ts'
import { Loaded } from '../parts/states.tsx'
import { Title } from '../parts/title.tsx'
import { Strip } from '../pictures/later.ts'
import { addressOf, language, path } from '../place.ts'
import { useResource } from '../resource.ts'
import { capital, label, originWords, partyName, valueWord, word } from '../words.ts'
import { LedgerTable } from './ledger.tsx'

export const CommitmentPageView = (): JSX.Element => {
  const id = path.value.split('/')[2] ?? ''
  const page = useResource<CommitmentPage>(() => apiAsOf(`/api/commitments/${path.value.split('/')[2]}`))
  return (
    <Loaded from={page.value} key={id}>
      {(loaded) => <CommitmentView page={loaded} />}
    </Loaded>
  )
}

const number = (value: number): string => new Intl.NumberFormat(language.value).format(value)

const CommitmentView = (props: { readonly page: CommitmentPage }): JSX.Element => {
  const l = language.value
  const { commitment, parent, children, contradictions, reports } = props.page
  useHeading(commitment.title)
  const reportOf = new Map(reports.map((report) => [report.id, report]))
  const newestFirst = [...commitment.history].reverse()
  return (
    <article>
      <div class="page-head">
        <h1>
          <Title>{commitment.title}</Title>
        </h1>
        <Downloads of={commitment.id} />
      </div>
      <p>{stateSentence(commitment)}</p>
      <dl class="facts">
        <dt>{label(l, 'art')}</dt>
        <dd>{capital(valueWord(l, 'kind', commitment.kind))}</dd>
        <dt>{label(l, 'parteien')}</dt>
        <dd>
          {commitment.providers.map((code) => partyName(l, code)).join(', ')}
          {commitment.recipients.length > 0 &&
            ` → ${commitment.recipients.map((code) => partyName(l, code)).join(', ')}`}
        </dd>
        {commitment.goods.length > 0 && (
          <>
            <dt>{label(l, 'gueter')}</dt>
            <dd>{capital(commitment.goods.map((good) => valueWord(l, 'goods', good)).join(', '))}</dd>
          </>
        )}
        {commitment.amount !== null && (
          <>
            <dt>{label(l, 'betrag')}</dt>
            <dd>{amountWords(commitment.amount)}</dd>
          </>
        )}
        {parent !== null && (
          <>
            <dt>{label(l, 'teilVon')}</dt>
            <dd>
              <a href={addressOf({ path: `/vorgaenge/${parent.id}` })}>
                <Title>{parent.title}</Title>
              </a>
            </dd>
          </>
        )}
        {commitment.aliases.length > 0 && (
          <>
            <dt>{label(l, 'aliasse')}</dt>
            <dd>
              <details>
                <summary>{commitment.aliases.length}</summary>
                {commitment.aliases.join(', ')}
              </details>
            </dd>
          </>
        )}
      </dl>
      <Strip commitment={commitment} reports={reports} />
      {contradictions.map((contradiction) => (
        <ContradictionBox key={contradiction.id} contradiction={contradiction} here />
      ))}
      {children.length > 0 && <LedgerTable rows={children} />}
      <h2>{word(l, 'schritte')}</h2>
      <ol class="history" reversed>
        {newestFirst.map((step, i) => (
          <StepItem key={`${step.transition}-${step.date?.edtf}-${i}`} step={step} reportOf={reportOf} />
        ))}
      </ol>
      <EditCommitment page={props.page} />
    </article>
  )
}

const bounds = {
  exact: ['', ''],
  about: ['rund ', 'about '],
  at_least: ['mindestens ', 'at least '],
  up_to: ['bis zu ', 'up to '],
  range: ['etwa ', 'about '],
} as const

const amountWords = (amount: NonNullable<Commitment['amount']>): string => {
  const l = language.value
  const prefix = bounds[amount.bound][l === 'de' ? 0 : 1]
  const { value, currency } = amount
  if (value >= 1e9) return `${prefix}${number(value / 1e9)} ${l === 'de' ? 'Mrd.' : 'bn'} ${currency}`
  if (value >= 1e6) return `${prefix}${number(value / 1e6)} ${l === 'de' ? 'Mio.' : 'm'} ${currency}`
  return `${prefix}${number(value)} ${currency}`
}

/** „Pausiert seit 1./2. Juli 2025. Eine Wiederaufnahme ist angekündigt, nicht bestätigt.“ */
const stateSentence = (commitment: Commitment): string => {
  const l = language.value
  const { stage, suspension, history } = commitment
  const state =
    suspension !== 'none'
      ? valueWord(l, 'suspension', suspension)
      : stage === null
        ? word(l, 'nichtBerichtet')
        : valueWord(l, 'stage', stage)
  const actual = history.filter((step) => step.factuality === 'actual')
  const isSo = (step: Step): boolean =>
    suspension !== 'none' ? step.suspension === suspension : step.stage === stage
  // A ratification tells again what was signed: the state holds since the step behind the last other one.
  const since = actual[actual.findLastIndex((step) => !isSo(step)) + 1]
  const when = sinceWords(l, since?.date?.edtf ?? null)
  const first = `${capital(state)}${when === null ? '' : ` ${when}`}.`
  const coming = history.filter((step) => step.factuality === 'planned' || step.factuality === 'possible')
  if (coming.length === 0) return first
  const words = [
    ...new Set(
      coming.map(
        (step) =>
          `${valueWord(l, 'transition', step.transition)} (${step.overdue ? word(l, 'faellig') : valueWord(l, 'factuality', step.factuality)})`,
      ),
    ),
  ]
  return `${first} ${word(l, 'nurAngekuendigt')}: ${words.join(', ')}.`
}

const StepItem = (props: {
  readonly step: Step
  readonly reportOf: ReadonlyMap<string, ListedReport>
}): JSX.Element => {
  const l = language.value
  const { step, reportOf } = props
  const [first, ...more] = step.evidence
  return (
    <li>
      <div class="date">
        <HonestDate date={step.date} />
        {step.date === null && first !== undefined && first.published !== null && (
          <p class="quiet">
            {word(l, 'gemeldet')} <Whole>{dateWords(l, first.published) ?? ''}</Whole>
          </p>
        )}
      </div>
      <div class={step.factuality}>
        <p class="judgement">
          <strong>{valueWord(l, 'transition', step.transition)}</strong>
          <span class="quiet">
            {valueWord(l, 'factuality', step.factuality)}
            {step.overdue && ` · ${word(l, 'faellig')}`}
            {step.background && ` · ${word(l, 'hintergrund')}`} · {originWords(l, step.reports, step.origins)}
          </span>
        </p>
        {first !== undefined && (
          <EvidencePassage evidence={first} report={reportOf.get(first.report) ?? null} />
        )}
        {more.length > 0 && (
          <details>
            <summary>
              {word(l, 'weitereBelege')} ({more.length})
            </summary>
            {more.map((evidence) => (
              <EvidencePassage
                key={`${evidence.report}-${evidence.start}`}
                evidence={evidence}
                report={reportOf.get(evidence.report) ?? null}
              />
            ))}
          </details>
        )}
      </div>
    </li>
  )
}
