import type { JSX } from 'preact'
import { addressOf, language } from '../place.ts'
import { word } from '../words.ts'

/** The way on where a list has more than one page. */
export const NextPage = (props: { readonly cursor: string | null }): JSX.Element | null =>
  props.cursor === null ? null : (
    <p>
      <a href={addressOf({ query: { cursor: props.cursor } })}>{word(language.value, 'weiter')}</a>
    </p>
  )
