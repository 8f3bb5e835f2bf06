import { useSignal, useSignalEffect } from '@preact/signals'
import type { ComponentChildren, JSX } from 'preact'
import { useId } from 'preact/hooks'
import { path } from '../place.ts'

/** On narrow screens a button that opens it; elsewhere it simply stands there. Going to another page closes it. */
export const Fold = (props: {
  readonly label: string
  readonly children: ComponentChildren
}): JSX.Element => {
  const open = useSignal(false)
  const id = useId()
  useSignalEffect(() => {
    if (path.value !== '') open.value = false
  })
  return (
    <>
      <button
        type="button"
        class="fold"
        aria-expanded={open.value}
        aria-controls={id}
        onClick={() => {
          open.value = !open.value
        }}
      >
        {props.label}
      </button>
      <div class={open.value ? 'folded open' : 'folded'} id={id}>
        {props.children}
      </div>
    </>
  )
}
