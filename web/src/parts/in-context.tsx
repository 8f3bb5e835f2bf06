import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { apiAsOf, type Evidence, type ReportPage } from '../api.ts'
import { language } from '../place.ts'
import { useResource } from '../resource.ts'
import { word } from '../words.ts'
import { sourceLanguage } from './source-words.tsx'
import { Loaded } from './states.tsx'

type Passage = Pick<Evidence, 'report' | 'start' | 'end'>

/** The paragraph that a passage stands in, shown where one is instead of in its report. Loaded when it is opened. */
export const Context = (props: { readonly passage: Passage }): JSX.Element => {
  const open = useSignal(false)
  return (
    <details class="context" onToggle={(event) => (open.value = event.currentTarget.open)}>
      <summary>{word(language.value, 'imZusammenhang')}</summary>
      {open.value && <Paragraph {...props} />}
    </details>
  )
}

const Paragraph = (props: { readonly passage: Passage }): JSX.Element => {
  const { report, start, end } = props.passage
  const page = useResource<ReportPage>(() => apiAsOf(`/api/reports/${report}`))
  return (
    <Loaded from={page.value}>
      {({ reading: { article } }) =>
        article.blocks
          .filter((block) => block.start < end && block.end > start)
          .map((block) => {
            const [from, to] = [Math.max(start, block.start), Math.min(end, block.end)]
            return (
              <blockquote key={block.start} lang={sourceLanguage}>
                {article.text.slice(block.start, from)}
                <mark>{article.text.slice(from, to)}</mark>
                {article.text.slice(to, block.end)}
              </blockquote>
            )
          })
      }
    </Loaded>
  )
}
