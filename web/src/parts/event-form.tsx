import type { ComponentChildren, JSX } from 'preact'
import { language } from '../place.ts'
import { label, partyName, valueNames, valueWord, word } from '../words.ts'
import type { EventChange } from '../writing.ts'

/** What the form starts with. */
export interface EventValues {
  readonly type: string
  readonly kind: string
  readonly factuality: string
  /** EDTF, or nothing. */
  readonly date: string
  readonly actors: readonly string[]
  readonly recipients: readonly string[]
}

export const noEvent: EventValues = {
  type: 'pledge',
  kind: 'delivery',
  factuality: 'actual',
  date: '',
  actors: [],
  recipients: [],
}

const codes = (text: string): string[] =>
  text
    .split(/[\s,;]+/u)
    .filter(Boolean)
    .map((one) => one.toUpperCase())

const textOf = (form: FormData, name: string): string => String(form.get(name) ?? '').trim()

/** What the form says now. */
export const eventIn = (
  form: HTMLFormElement,
): Required<Omit<EventValues, 'actors' | 'recipients'>> & {
  readonly actors: string[]
  readonly recipients: string[]
} => {
  const data = new FormData(form)
  return {
    type: textOf(data, 'type'),
    kind: textOf(data, 'kind'),
    factuality: textOf(data, 'factuality'),
    date: textOf(data, 'date'),
    actors: codes(textOf(data, 'actors')),
    recipients: codes(textOf(data, 'recipients')),
  }
}

/** Only what the person changed: the rest stays as it was read. */
export const changeIn = (form: HTMLFormElement, start: EventValues): EventChange => {
  const now = eventIn(form)
  const change: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(now))
    if (JSON.stringify(value) !== JSON.stringify(start[key as keyof EventValues]))
      change[key] = key === 'date' && value === '' ? null : value
  return change as EventChange
}

const Choice = (props: {
  readonly label: string
  readonly name: 'type' | 'kind' | 'factuality'
  readonly list: 'transition' | 'kind' | 'factuality'
  readonly value: string
}): JSX.Element => (
  <label>
    {props.label}{' '}
    <select name={props.name} defaultValue={props.value}>
      {[...new Set([...valueNames(props.list), props.value])].map((value) => (
        <option key={value} value={value} selected={value === props.value}>
          {valueWord(language.value, props.list, value)}
        </option>
      ))}
    </select>
  </label>
)

const Parties = (props: {
  readonly label: string
  readonly name: 'actors' | 'recipients'
  readonly value: readonly string[]
}) => {
  const l = language.value
  const known = props.value.map((code) => partyName(l, code)).join(', ')
  return (
    <label>
      {props.label}{' '}
      <input
        name={props.name}
        defaultValue={props.value.join(' ')}
        placeholder="DEU EU"
        pattern="\s*([A-Za-z]{3}|EU|eu|NATO|nato|G7|g7|UN|un)?([\s,;]+([A-Za-z]{3}|EU|eu|NATO|nato|G7|g7|UN|un))*\s*"
        title={known === '' ? word(l, 'laendercodes') : known}
        size={12}
      />
    </label>
  )
}

/** The fields of an event that a person may put right. */
export const EventFields = (props: {
  readonly start: EventValues
  readonly children?: ComponentChildren
}): JSX.Element => {
  const l = language.value
  const { start } = props
  return (
    <div class="form">
      {props.children}
      <Choice label={label(l, 'ereignis')} name="type" list="transition" value={start.type} />
      <Choice
        label={label(l, 'tatsaechlichkeit')}
        name="factuality"
        list="factuality"
        value={start.factuality}
      />
      <Choice label={label(l, 'art')} name="kind" list="kind" value={start.kind} />
      <Parties label={label(l, 'wer')} name="actors" value={start.actors} />
      <Parties label={label(l, 'fuerWen')} name="recipients" value={start.recipients} />
      <label>
        {word(l, 'datum')}{' '}
        <input name="date" defaultValue={start.date} placeholder="2025-07-03, 2025-07" size={22} />
      </label>
      <p class="quiet">{word(l, 'formHilfe')}</p>
    </div>
  )
}
