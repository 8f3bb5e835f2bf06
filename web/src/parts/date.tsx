import type { JSX } from 'preact'
import { dateWords, instantWords } from '../dates.ts'
import { language } from '../place.ts'
import { valueWord, word } from '../words.ts'

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
      {props.withTime ? instantWords(l, edtf) : dateWords(l, edtf)}
      {basis === 'inferred' ? <span class="quiet"> ({how})</span> : <span class="unseen"> ({how})</span>}
    </span>
  )
}
