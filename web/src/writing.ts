/** Deciding needs a token. It comes with the address that `serve --write` prints, and stays in this tab only. */
import { signal } from '@preact/signals'
import type { z } from 'zod'
import type * as schemas from '../../src/api/schemas.ts'
import { language } from './place.ts'
import { word } from './words.ts'

const key = 'aktenlage.token'

const stored = (): string | null => {
  try {
    return sessionStorage.getItem(key)
  } catch {
    return null
  }
}

export const token = signal<string | null>(stored())

export const keepToken = (value: string): void => {
  token.value = value
  try {
    sessionStorage.setItem(key, value)
  } catch {
    // Without storage it holds until the page is left.
  }
}

/** Takes the token out of the address, so that nobody copies it along. */
export const takeTokenFromAddress = (): void => {
  const given = /^#token=(?<token>[\w-]+)$/u.exec(location.hash)?.groups?.token
  if (given === undefined) return
  keepToken(given)
  history.replaceState(null, '', location.pathname + location.search)
}

export type Action = z.infer<typeof schemas.actionSchema>
export type EventChange = Extract<Action, { kind: 'correct' }>['change']
export type Preview = z.infer<typeof schemas.previewSchema>

/** What the server says to something sent, or what went wrong in its words. */
const send = async <T>(path: string, body: unknown): Promise<T | { readonly problem: string }> => {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'accept-language': language.value,
        authorization: `Bearer ${token.value}`,
      },
      body: JSON.stringify(body),
    })
    const answer = (await response.json()) as T & { detail?: string; title?: string }
    return response.ok ? answer : { problem: answer.detail ?? answer.title ?? String(response.status) }
  } catch {
    return { problem: word(language.value, 'offline') }
  }
}

export const decide = (action: Action): Promise<{ readonly id: string } | { readonly problem: string }> =>
  send('/api/decisions', action)

/** What a decision would change; keeps nothing. */
export const preview = (action: Action): Promise<Preview | { readonly problem: string }> =>
  send('/api/decisions/preview', action)
