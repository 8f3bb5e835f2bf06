/** Loading JSON, with its states. Answers are kept for the session: an address always means the same thing. */
import {
  type ReadonlySignal,
  type Signal,
  signal,
  useComputed,
  useSignal,
  useSignalEffect,
} from '@preact/signals'
import { useRef } from 'preact/hooks'
import { ask, problemIn } from './asking.ts'
import { language } from './place.ts'

export type Resource<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly value: T }
  | { readonly state: 'error'; readonly status: number | null; readonly message: string }

const kept = new Map<string, Signal<Resource<unknown>>>()
const mostKept = 40

const load = async (address: string, into: Signal<Resource<unknown>>): Promise<void> => {
  try {
    const response = await ask(address)
    into.value = response.ok
      ? { state: 'ready', value: await response.json() }
      : { state: 'error', status: response.status, message: await problemIn(response) }
  } catch (error) {
    into.value = { state: 'error', status: null, message: String(error) }
  }
  // Whoever asks for it next asks the server again.
  if (into.peek().state === 'error') for (const [key, one] of kept) if (one === into) kept.delete(key)
}

export const resource = <T>(address: string): ReadonlySignal<Resource<T>> => {
  const key = `${language.value} ${address}`
  let found = kept.get(key)
  if (found === undefined) {
    found = signal<Resource<unknown>>({ state: 'loading' })
    kept.set(key, found)
    if (kept.size > mostKept) kept.delete(kept.keys().next().value!)
    void load(address, found)
  }
  return found as ReadonlySignal<Resource<T>>
}

/** Counts attempts: what failed is asked for again with the next. */
export const attempt = signal(0)

/** Forgets what was loaded, so that it is asked for again. */
export const forget = (): void => kept.clear()

/** The resource at an address that depends on signals. While the next one loads, the last one stays in sight. */
export const useResource = <T>(address: () => string): ReadonlySignal<Resource<T>> => {
  const shown = useSignal<Resource<T>>({ state: 'loading' })
  const asked = useRef(address)
  asked.current = address
  // By itself: when what was asked for arrives, or fails, it is not asked for again.
  const asking = useComputed(() => {
    attempt.value
    return resource<T>(asked.current())
  })
  useSignalEffect(() => {
    const now = asking.value.value
    if (now.state !== 'loading' || shown.peek().state !== 'ready') shown.value = now
  })
  return shown
}
