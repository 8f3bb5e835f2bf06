/** Deciding needs a token. It comes with the address that `serve --write` prints, and stays in this tab only. */
import { signal } from '@preact/signals'

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

export interface EvidenceRef {
  readonly contentHash: string
  readonly start: number
  readonly end: number
  readonly type: string
}

export type Action =
  | { readonly kind: 'accept' | 'reject'; readonly evidence: EvidenceRef }
  | { readonly kind: 'undo'; readonly decision: string }

/** The id of the decision, or what went wrong in the server's words. */
export const decide = async (action: Action): Promise<{ id: string } | { problem: string }> => {
  try {
    const response = await fetch('/api/decisions', {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token.value}` },
      body: JSON.stringify(action),
    })
    const body = (await response.json()) as { id: string; detail?: string; title?: string }
    return response.ok ? { id: body.id } : { problem: body.detail ?? body.title ?? String(response.status) }
  } catch (error) {
    return { problem: String(error) }
  }
}
