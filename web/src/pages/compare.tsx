import type { JSX } from 'preact'
import { api, type Diff } from '../api.ts'
import { today } from '../dates.ts'
import { ContradictionBox } from '../parts/evidence.tsx'
import { NextPage } from '../parts/next-page.tsx'
import { Loaded } from '../parts/states.tsx'
import { StepList } from '../parts/step-list.tsx'
import { Title } from '../parts/title.tsx'
import { stateWords } from '../parts/track.tsx'
import { comparedDays } from '../parts/two-days.tsx'
import { addressOf, clock, language, query } from '../place.ts'
import { useResource } from '../resource.ts'
import { word } from '../words.ts'

/** What is new, moved or contradicted between two days. */
export const ComparePageView = (): JSX.Element => {
  const l = language.value
  const diff = useResource<Diff>(() => {
    const { von, bis } = comparedDays()
    return api('/api/diff', { from: von, to: bis, clock: clock.value, cursor: query.value.get('cursor') })
  })
  return (
    <>
      <h1>{word(l, 'vergleich')}</h1>
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
  const { added, moved, removed, contradictions, next } = props.diff
  const { bis } = comparedDays()
  const day = bis === today() ? null : bis
  const link = (id: string, title: string) => (
    <a href={addressOf({ path: `/vorgaenge/${id}`, day })}>
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
            <div class="apart">
              {link(m.id, m.title)} <strong>{movedWords(m)}</strong>
            </div>
            <StepList steps={m.steps} />
          </li>
        ))}
      </ul>
      {added.length > 0 && <h2>{word(l, 'neue')}</h2>}
      <ul class="list">
        {added.map((c) => (
          <li key={c.id}>
            <div class="apart">
              {link(c.id, c.title)} <strong>{stateWords(c) || word(l, 'ohneStufe')}</strong>
            </div>
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
      {contradictions.length > 0 && <h2>{word(l, 'widersprueche')}</h2>}
      {contradictions.map((c) => (
        <ContradictionBox key={c.id} contradiction={c} />
      ))}
      <NextPage cursor={next} />
    </>
  )
}
