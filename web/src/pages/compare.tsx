import type { JSX } from 'preact'
import { api, type Diff } from '../api.ts'
import { dateWords } from '../dates.ts'
import { ContradictionBox } from '../parts/evidence.tsx'
import { Loaded } from '../parts/states.tsx'
import { Title } from '../parts/title.tsx'
import { stateWords } from '../parts/track.tsx'
import { addressOf, asOf, clock, go, language, query } from '../place.ts'
import { useResource } from '../resource.ts'
import { valueWord, word } from '../words.ts'

const today = (): string => new Date().toISOString().slice(0, 10)
const yearBefore = (day: string): string =>
  `${Number(day.slice(0, 4)) - 1}${day.slice(4).replace('02-29', '02-28')}`
const until = (): string => query.value.get('bis') ?? asOf.value ?? today()
const since = (): string => query.value.get('von') ?? yearBefore(until())

/** What is new, moved or contradicted between two days. */
export const ComparePageView = (): JSX.Element => {
  const l = language.value
  const diff = useResource<Diff>(() => api('/api/diff', { from: since(), to: until(), clock: clock.value }))
  return (
    <>
      <h1>{word(l, 'vergleich')}</h1>
      <div class="filters">
        {(
          [
            ['von', since()],
            ['bis', until()],
          ] as const
        ).map(([key, value]) => (
          <label key={key}>
            {word(l, key)}{' '}
            <input
              type="date"
              value={value}
              onChange={(event) => go({ query: { [key]: event.currentTarget.value || null } })}
            />
          </label>
        ))}
      </div>
      <Loaded from={diff.value}>{(loaded) => <DiffView diff={loaded} />}</Loaded>
    </>
  )
}

/** „läuft → pausiert“; where only steps came to it, the state that stayed. */
const movedWords = ({ before, after }: Diff['moved'][number]): string => {
  const [from, to] = [stateWords(before) || '–', stateWords(after) || '–']
  return from === to ? to : `${from} → ${to}`
}

export const DiffView = (props: { readonly diff: Diff }): JSX.Element => {
  const l = language.value
  const { added, moved, removed, contradictions } = props.diff
  const link = (id: string, title: string) => (
    <a href={addressOf({ path: `/vorgaenge/${id}` })}>
      <Title>{title}</Title>
    </a>
  )
  if (added.length + moved.length + removed.length + contradictions.length === 0)
    return <p>{word(l, 'keinUnterschied')}</p>
  return (
    <>
      {moved.length > 0 && <h2>{word(l, 'bewegt')}</h2>}
      <ul class="list">
        {moved.map((m) => (
          <li key={m.id}>
            {link(m.id, m.title)}
            <br />
            <span class="quiet">
              {movedWords(m)}
              {m.steps
                .map(
                  (step) =>
                    ` · ${dateWords(l, step.date?.edtf ?? null) ?? word(l, 'ohneDatum')}: ${valueWord(l, 'transition', step.transition)}`,
                )
                .join('')}
            </span>
          </li>
        ))}
      </ul>
      {added.length > 0 && <h2>{word(l, 'neue')}</h2>}
      <ul class="list">
        {added.map((c) => (
          <li key={c.id}>
            {link(c.id, c.title)} <span class="quiet">{stateWords(c)}</span>
          </li>
        ))}
      </ul>
      {removed.length > 0 && <h2>{word(l, 'entfallen')}</h2>}
      <ul class="list">
        {removed.map((c) => (
          <li key={c.id}>
            <Title>{c.title}</Title>
          </li>
        ))}
      </ul>
      {contradictions.map((c) => (
        <ContradictionBox key={c.id} contradiction={c} />
      ))}
    </>
  )
}
