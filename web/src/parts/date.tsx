import type { JSX } from 'preact'
import { dateWords, instantWords } from '../dates.ts'
import { language } from '../place.ts'
import { valueWord, word } from '../words.ts'

/** Words of a date that are not torn apart at the end of a line; a range may break in its middle. */
export const Whole = (props: { readonly children: string }): JSX.Element => (
  <>
    {props.children.split(' – ').map((part, i) => (
      <>
        {i > 0 && ' – '}
        <span class="whole">{part}</span>
      </>
    ))}
  </>
)

/** A date as precise as it is known, with how it is known for those who point or listen. */
export const HonestDate = (props: {
  readonly date: { readonly edtf: string; readonly basis: string } | null
  readonly withTime?: boolean
}): JSX.Element => {
  const l = language.value
  if (props.date === null) return <span class="quiet">{word(l, 'ohneDatum')}</span>
  const { edtf, basis } = props.date
  const how = valueWord(l, 'basis', basis)
  return (
    <span title={`${how} (${edtf})`}>
      <Whole>{(props.withTime ? instantWords(l, edtf) : dateWords(l, edtf)) ?? edtf}</Whole>
      {basis === 'inferred' ? <span class="quiet"> ({how})</span> : <span class="unseen"> ({how})</span>}
    </span>
  )
}
