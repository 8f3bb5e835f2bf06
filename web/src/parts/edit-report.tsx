import type { JSX } from 'preact'
import type { ReportPage } from '../api.ts'
import { language } from '../place.ts'
import { label, word } from '../words.ts'
import { token } from '../writing.ts'
import { DecisionForm } from './deciding.tsx'
import { EventFields, eventIn, noEvent } from './event-form.tsx'
import { TokenForm } from './token-form.tsx'

const fields = [
  ['published', 'erschienen'],
  ['title', 'titel'],
  ['publisher', 'medium'],
  ['agency', 'agentur'],
] as const

/** Putting date, title, outlet and agency right, and adding an entry that the machine did not find. */
export const EditReport = (props: { readonly page: ReportPage }): JSX.Element => {
  const l = language.value
  const { report, reading } = props.page
  const { article } = reading
  const now = {
    published: article.published?.edtf ?? '',
    title: article.title ?? '',
    publisher: article.publisher ?? '',
    agency: article.agencies.join(', '),
  }
  return (
    <>
      {token.value === null && <TokenForm why="tokenFehlt" />}
      {token.value !== null && (
        <>
          {fields.map(([field, name]) => (
            <DecisionForm
              key={field}
              title={label(l, name)}
              action={(form) => {
                const value = String(new FormData(form).get(field) ?? '').trim()
                return value === now[field]
                  ? null
                  : {
                      kind: 'set',
                      contentHash: report.contentHash,
                      field,
                      value: value === '' ? null : value,
                    }
              }}
            >
              <input name={field} aria-label={label(l, name)} defaultValue={now[field]} size={50} />
            </DecisionForm>
          ))}
          <DecisionForm
            title={word(l, 'vorgangHinzufuegen')}
            action={(form) => {
              const data = new FormData(form)
              const sentence = reading.sentences[Number(data.get('sentence'))]
              const { type, date, ...event } = eventIn(form)
              if (sentence === undefined) return null
              if (event.actors.length + event.recipients.length < 2) return word(l, 'zweiParteien')
              const { start, end } = sentence
              return {
                kind: 'add',
                evidence: { contentHash: report.contentHash, start, end, type },
                exact: article.text.slice(start, end),
                event: {
                  ...event,
                  factuality: event.factuality as 'actual',
                  ...(date === '' ? {} : { date }),
                },
                title: String(data.get('title') ?? '').trim() || null,
              }
            }}
          >
            <EventFields start={noEvent}>
              <label class="wide">
                {word(l, 'beleg')}{' '}
                <select name="sentence">
                  {reading.sentences.map(({ start, end }, i) => (
                    <option key={start} value={i}>
                      {article.text.slice(start, end).slice(0, 120)}
                    </option>
                  ))}
                </select>
              </label>
              <label class="wide">
                {word(l, 'titel')} <input name="title" size={40} />
              </label>
            </EventFields>
          </DecisionForm>
        </>
      )}
    </>
  )
}
