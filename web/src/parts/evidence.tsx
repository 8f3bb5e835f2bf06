import type { ComponentChildren, JSX } from 'preact'
import type { Contradiction, Evidence as EvidenceValue, ListedReport } from '../api.ts'
import { dateWords, instantWords } from '../dates.ts'
import { addressOf, language } from '../place.ts'
import { type Language, valueWord, word } from '../words.ts'
import { Context } from './in-context.tsx'
import { outletWords } from './outlet.ts'
import { sourceLanguage } from './source-words.tsx'
import { Title } from './title.tsx'

/** The address of a passage in the local copy. */
export const passageAddress = (report: string, start: number, end: number): string =>
  `${addressOf({ path: `/berichte/${report}`, query: { stelle: `${start}-${end}` } })}#stelle`

/** A text fragment, so that the original opens at the sentence. */
const atTheOriginal = (url: string, exact: string): string =>
  `${url}#:~:text=${encodeURIComponent(exact.slice(0, 120)).replaceAll('-', '%2D')}`

const Quotation = (props: { readonly children: string }): JSX.Element => (
  <blockquote lang={sourceLanguage}>„{props.children}“</blockquote>
)

/** The ways on from a passage: into its report, to the original. On paper only the second leads anywhere. */
const Ways = (props: {
  readonly passage: Pick<EvidenceValue, 'report' | 'start' | 'end' | 'exact'>
  readonly url: string | null
  readonly children?: ComponentChildren
}): JSX.Element => {
  const l = language.value
  const { report, start, end, exact } = props.passage
  return (
    <div class="ways">
      <a class="here-link" href={passageAddress(report, start, end)}>
        {word(l, 'imBericht')}
      </a>
      {props.url !== null && (
        <a
          href={atTheOriginal(props.url, exact)}
          rel="noreferrer noopener"
          target="_blank"
          data-url={props.url}
        >
          {word(l, 'original')}
        </a>
      )}
      {props.children}
    </div>
  )
}

/** Somebody else's words, then, in our voice and apart from them, whose they are. */
export const EvidencePassage = (props: {
  readonly evidence: EvidenceValue
  /** The report that it stands in. */
  readonly report: ListedReport | null
}): JSX.Element => {
  const l = language.value
  const { evidence: e, report } = props
  const published = instantWords(l, e.published)
  return (
    <div class="evidence">
      <Quotation>{e.exact}</Quotation>
      <p class="source">
        {e.speaker ?? word(l, 'eigeneWorte')}
        {(e.publisher ?? e.agency) !== null && (
          <>
            , {word(l, 'bei')} {[e.publisher, e.agency].filter(Boolean).join(' / ')}
          </>
        )}{' '}
        ·{' '}
        <span class="whole">
          {published === null ? word(l, 'ohneDatum') : `${word(l, 'erschienen')} ${published}`}
        </span>
        {report !== null && (
          <>
            {' · '}
            <span class="whole" title={instantWords(l, report.capturedAt) ?? ''}>
              {word(l, 'erfasst')} {dateWords(l, report.capturedAt)}
            </span>
          </>
        )}
      </p>
      <Ways passage={e} url={report?.url ?? null}>
        <Context passage={e} />
      </Ways>
    </div>
  )
}

/** What a claim says: a day, whether it happened, or an amount, a person or a duration as the report has it. */
export const claimWords = (l: Language, kind: Contradiction['kind'], value: string): string =>
  kind === 'denial'
    ? valueWord(l, 'factuality', value)
    : kind === 'date'
      ? (dateWords(l, value) ?? value)
      : value

/** Both claims in full, side by side. */
export const ContradictionBox = (props: {
  readonly contradiction: Contradiction
  /** On the page of the entry that it is about, which needs no link to itself. */
  readonly here?: boolean
}): JSX.Element => {
  const l = language.value
  const c = props.contradiction
  const about = <Title>{c.about}</Title>
  return (
    <section class="contradiction">
      <h2>
        <span aria-hidden="true">⚡ </span>
        <span class="unseen">{word(l, 'widerspruch')}: </span>
        {valueWord(l, 'contradiction', c.kind)}
        {!props.here && (
          <>
            {': '}
            {c.commitment === null ? (
              about
            ) : (
              <a href={addressOf({ path: `/vorgaenge/${c.commitment}` })}>{about}</a>
            )}
          </>
        )}
      </h2>
      <ul class="claims">
        {c.claims.map((claim) => (
          <li key={`${claim.report}-${claim.start}`}>
            <p>
              <strong>{claimWords(l, c.kind, claim.value)}</strong>
            </p>
            <Quotation>{claim.exact}</Quotation>
            <p class="source">
              {outletWords(claim)} ·{' '}
              <span class="whole">{instantWords(l, claim.published) ?? word(l, 'ohneDatum')}</span>
            </p>
            <Ways passage={claim} url={null} />
          </li>
        ))}
      </ul>
    </section>
  )
}
