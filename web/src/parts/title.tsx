import type { ComponentChild } from 'preact'
import { language } from '../place.ts'
import { sourceLanguage } from './source-words.tsx'

/** The title of a commitment. Where it quotes the evidence in another language than the page, it says in which. */
export const Title = (props: { readonly children: string }): ComponentChild => {
  const parts =
    language.value === sourceLanguage
      ? undefined
      : /^(?<before>[^“]*“)(?<words>[^”]+)(?<after>”.*)$/u.exec(props.children)?.groups
  return parts === undefined ? (
    props.children
  ) : (
    <>
      {parts.before}
      <span lang={sourceLanguage}>{parts.words}</span>
      {parts.after}
    </>
  )
}
