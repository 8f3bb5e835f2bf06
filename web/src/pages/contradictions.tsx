import type { JSX } from 'preact'
import { apiAsOf, type Contradiction } from '../api.ts'
import { ContradictionBox } from '../parts/evidence.tsx'
import { NextPage } from '../parts/next-page.tsx'
import { Loaded } from '../parts/states.tsx'
import { language, query } from '../place.ts'
import { useResource } from '../resource.ts'
import { word } from '../words.ts'

export const ContradictionsPageView = (): JSX.Element => {
  const page = useResource<{ contradictions: Contradiction[]; next: string | null }>(() =>
    apiAsOf('/api/contradictions', { cursor: query.value.get('cursor') }),
  )
  const l = language.value
  return (
    <>
      <h1>{word(l, 'widersprueche')}</h1>
      <Loaded from={page.value}>
        {({ contradictions, next }) =>
          contradictions.length === 0 ? (
            <p>{word(l, 'keineWidersprueche')}</p>
          ) : (
            <>
              {contradictions.map((c) => (
                <ContradictionBox key={c.id} contradiction={c} />
              ))}
              <NextPage cursor={next} />
            </>
          )
        }
      </Loaded>
    </>
  )
}
