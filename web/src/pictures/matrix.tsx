import '../style/pictures.css'
import type { JSX } from 'preact'
import type { Pairs } from '../api.ts'
import { addressOf, language } from '../place.ts'
import { counted, partyName, word } from '../words.ts'

const largest = 34

/** Who for whom: a square for each pair, its area the number of commitments. It is a table and needs no other. */
export const Matrix = (props: { readonly pairs: Pairs['pairs'] }): JSX.Element => {
  const l = language.value
  const { pairs } = props
  if (pairs.length === 0) return <p>{word(l, 'keineVorgaenge')}</p>
  const inOrder = (codes: readonly string[]): string[] => {
    const sums = new Map<string, number>()
    codes.forEach((code, i) => {
      sums.set(code, (sums.get(code) ?? 0) + pairs[i]!.commitments)
    })
    return [...sums].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([code]) => code)
  }
  const providers = inOrder(pairs.map(({ provider }) => provider))
  // Agreements between equals are no gift to anybody: they come behind those who receive.
  const recipients = inOrder(pairs.map(({ recipient }) => recipient)).sort(
    (a, b) => Number(a === 'none') - Number(b === 'none'),
  )
  const most = Math.max(...pairs.map(({ commitments }) => commitments))
  const nameOf = (code: string): string => (code === 'none' ? word(l, 'untereinander') : partyName(l, code))
  const cellOf = (provider: string, recipient: string): JSX.Element | null => {
    const pair = pairs.find((one) => one.provider === provider && one.recipient === recipient)
    if (pair === undefined) return null
    const side = Math.max(4, largest * Math.sqrt(pair.commitments / most))
    return (
      <a
        href={addressOf({ path: '/vorgaenge', query: { provider, recipient } })}
        aria-label={`${nameOf(provider)} → ${nameOf(recipient)}: ${counted(l, pair.commitments, 'vorgang', 'vorgaengeN')}`}
      >
        <svg width={side} height={side} aria-hidden="true">
          <rect width={side} height={side} />
        </svg>
        {pair.commitments}
      </a>
    )
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: narrow screens scroll it, with the keyboard too
    <figure class="picture matrix" tabIndex={0}>
      <figcaption>{word(l, 'matrixErklaert')}</figcaption>
      <table aria-label={word(l, 'werFuerWen')}>
        <thead>
          <tr>
            <td />
            {recipients.map((code) => (
              <th scope="col" key={code}>
                {nameOf(code)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {providers.map((provider) => (
            <tr key={provider}>
              <th scope="row">{nameOf(provider)}</th>
              {recipients.map((recipient) => (
                <td key={recipient}>{cellOf(provider, recipient)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  )
}
