import type { ComponentChildren, JSX } from 'preact'

/** The language that can be read so far. Who reads aloud must know it, whatever language our own words are in. */
export const sourceLanguage = 'de'

/** Somebody else's words, in their voice and their language. */
export const SourceWords = (props: { readonly children: ComponentChildren }): JSX.Element => (
  <span class="source-words" lang={sourceLanguage}>
    {props.children}
  </span>
)
