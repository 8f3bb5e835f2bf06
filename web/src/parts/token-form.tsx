import type { JSX } from 'preact'
import { language } from '../place.ts'
import { attempt } from '../resource.ts'
import { type Word, word } from '../words.ts'
import { keepToken } from '../writing.ts'

/** How one comes to a token, and where to put it. What failed for want of it is asked for again. */
export const TokenForm = (props: { readonly why: Word }): JSX.Element => {
  const l = language.value
  return (
    <form
      class="token"
      onSubmit={(event) => {
        event.preventDefault()
        keepToken(String(new FormData(event.currentTarget).get('token') ?? '').trim())
        attempt.value++
      }}
    >
      <p>{word(l, props.why)}</p>
      <ol>
        <li>
          <code>aktenlage serve --write</code> {word(l, 'tokenSitzung')}
        </li>
        <li>
          <code>aktenlage token create NAME</code> {word(l, 'tokenDauer')}
        </li>
      </ol>
      <label>
        {word(l, 'token')} <input name="token" type="password" autocomplete="off" required />
      </label>{' '}
      <button type="submit">{word(l, 'behalten')}</button>
    </form>
  )
}
