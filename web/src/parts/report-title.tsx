import type { JSX } from 'preact'
import type { ListedReport } from '../api.ts'
import { language } from '../place.ts'
import { word } from '../words.ts'
import { SourceWords } from './source-words.tsx'

/** The title of a report; where it has none, how it begins, which is told apart from a title. */
export const ReportTitle = (props: {
  readonly report: Pick<ListedReport, 'title' | 'opening'>
}): JSX.Element => {
  const { title, opening } = props.report
  const l = language.value
  if (title !== null) return <SourceWords>{title}</SourceWords>
  return (
    <>
      {word(l, opening === null ? 'ohneTitel' : 'ohneTitelBeginnt')}
      {opening !== null && <SourceWords>{opening}</SourceWords>}
    </>
  )
}
