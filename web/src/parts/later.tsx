import { signal, useSignalEffect } from '@preact/signals'
import type { FunctionComponent, JSX } from 'preact'
import { attempt, type Resource } from '../resource.ts'
import { Loaded } from './states.tsx'

/** A part whose script is loaded when it is first shown. Until then, and where that fails, it says so. */
export const later = <P extends object>(
  load: () => Promise<FunctionComponent<P>>,
): ((props: P) => JSX.Element) => {
  const part = signal<Resource<FunctionComponent<P>>>({ state: 'loading' })
  let wanted = -1
  const ask = (): void => {
    if (wanted === attempt.value || part.peek().state === 'ready') return
    wanted = attempt.value
    part.value = { state: 'loading' }
    load().then(
      (value) => {
        part.value = { state: 'ready', value }
      },
      (error: unknown) => {
        part.value = { state: 'error', status: null, message: String(error) }
      },
    )
  }
  return (props) => {
    useSignalEffect(ask)
    return <Loaded from={part.value}>{(Part) => <Part {...props} />}</Loaded>
  }
}
