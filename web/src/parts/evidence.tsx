import type { JSX } from 'preact'
import type { Contradiction, Evidence as EvidenceValue } from '../api.ts'
import { dateWords, instantWords } from '../dates.ts'
import { addressOf, language } from '../place.ts'
import { type Language, valueWord, word } from '../words.ts'
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

/** The way to the passage in its report; on paper there is none. */
const HereLink = (props: {
  readonly passage: Pick<EvidenceValue, 'report' | 'start' | 'end'>
}): JSX.Element => {
  const { report, start, end } = props.passage
  return (
    <span class="here-link">
      · <a href={passageAddress(report, start, end)}>{word(language.value, 'imBericht')}</a>
    </span>
  )
}

/** Somebody else's words, then, in our voice and apart from them, whose they are. */
export const EvidencePassage = (props: {
  readonly evidence: EvidenceValue
  readonly url: string | null
}): JSX.Element => {
  const l = language.value
  const e = props.evidence
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
        · {published === null ? word(l, 'ohneDatum') : `${word(l, 'erschienen')} ${published}`}{' '}
        <HereLink passage={e} />
        {props.url !== null && (
          <>
            {' '}
            ·{' '}
            <a
              href={atTheOriginal(props.url, e.exact)}
              rel="noreferrer noopener"
              target="_blank"
              data-url={props.url}
            >
              {word(l, 'original')}
            </a>
          </>
        )}
      </p>
    </div>
  )
}

/** What a claim says: a day, whether it happened, or an amount, a person or a duration as the report has it. */
const claimWords = (l: Language, kind: Contradiction['kind'], value: string): string =>
  kind === 'denial'
    ? valueWord(l, 'factuality', value)
    : kind === 'date'
      ? (dateWords(l, value) ?? value)
      : value

/** Both claims in full, side by side. */
export const ContradictionBox = (props: { readonly contradiction: Contradiction }): JSX.Element => {
  const l = language.value
  const c = props.contradiction
  return (
    <section class="contradiction">
      <h2>
        ⚡ {valueWord(l, 'contradiction', c.kind)}: <Title>{c.about}</Title>
      </h2>
      <ul class="claims">
        {c.claims.map((claim) => (
          <li key={`${claim.report}-${claim.start}`}>
            <p>
              <strong>{claimWords(l, c.kind, claim.value)}</strong>
            </p>
            <Quotation>{claim.exact}</Quotation>
            <p class="source quiet">
              {outletWords(claim)} · {instantWords(l, claim.published) ?? word(l, 'ohneDatum')}{' '}
              <HereLink passage={claim} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
