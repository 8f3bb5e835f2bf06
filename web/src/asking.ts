/** Asking our server. Beyond this machine reading needs the token too, which the first refusal tells. */
import { signal } from '@preact/signals'
import { language } from './place.ts'
import { token } from './writing.ts'

/** Does reading need a token here? A plain link cannot send one. */
export const guarded = signal(false)

/** The token in use where it only reads, as its first letters tell: such a one may stand in an address. */
export const tokenForAddresses = (): string | null => {
  const given = token.value
  return guarded.value && given?.startsWith('aktr_') ? given : null
}

export const ask = async (address: string): Promise<Response> => {
  const headers = { 'accept-language': language.peek() }
  if (!guarded.peek()) {
    const response = await fetch(address, { headers })
    if (response.status !== 401) return response
    guarded.value = true
  }
  const given = token.peek()
  return fetch(address, {
    headers: given === null ? headers : { ...headers, authorization: `Bearer ${given}` },
  })
}

/** What went wrong, in the words of the server. */
export const problemIn = async (response: Response): Promise<string> => {
  const body = (await response.json().catch(() => ({}))) as { detail?: string; title?: string }
  return body.detail ?? body.title ?? response.statusText
}

/** Saves the answer as a file of the name that the server gives it. Null, or what went wrong. */
export const save = async (address: string): Promise<string | null> => {
  const response = await ask(address)
  if (!response.ok) return problemIn(response)
  const name = /filename="(?<name>[^"]+)"/u.exec(response.headers.get('content-disposition') ?? '')?.groups
  const link = document.createElement('a')
  link.href = URL.createObjectURL(await response.blob())
  link.download = name?.name ?? 'aktenlage'
  link.click()
  // The browser reads it after the click, when it has asked where to.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
  return null
}
