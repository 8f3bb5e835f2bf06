import type { JSX } from 'preact'
import { apiAsOf, type StoriesPage, type StoryRow } from '../api.ts'
import { spanWords } from '../dates.ts'
import { Whole } from '../parts/date.tsx'
import { NextPage } from '../parts/next-page.tsx'
import { SourceWords } from '../parts/source-words.tsx'
import { Loaded } from '../parts/states.tsx'
import { addressOf, language, query } from '../place.ts'
import { useResource } from '../resource.ts'
import { counted, originWords, word } from '../words.ts'

/** Courses of events, the one told of last first. */
export const StoriesPageView = (): JSX.Element => {
  const l = language.value
  const page = useResource<StoriesPage>(() => apiAsOf('/api/stories', { cursor: query.value.get('cursor') }))
  return (
    <>
      <h1>{word(l, 'verlaeufe')}</h1>
      <Loaded from={page.value}>
        {({ total, stories, next }) =>
          total === 0 ? (
            <p>{word(l, 'keineVerlaeufe')}</p>
          ) : (
            <>
              <p class="quiet">{counted(l, total, 'verlaufEins', 'verlaeufeN')}</p>
              <ul class="list">
                {stories.map((story) => (
                  <li key={story.id} class="dated">
                    <div class="date">
                      <Whole>{spanWords(l, story.first, story.last) ?? word(l, 'ohneDatum')}</Whole>
                    </div>
                    <div class="apart">
                      <a href={addressOf({ path: `/verlaeufe/${story.id}` })}>
                        <SourceWords>{story.title}</SourceWords>
                      </a>{' '}
                      <span class="quiet">{originWords(l, story.documents.length, story.origins)}</span>
                    </div>
                  </li>
                ))}
              </ul>
              <NextPage cursor={next} />
            </>
          )
        }
      </Loaded>
    </>
  )
}

/** „4.–5. März 2025 · 3 Berichte, 2 Ursprünge“ */
export const StoryCounts = (props: { readonly story: StoryRow }): JSX.Element => {
  const l = language.value
  const { first, last, documents, origins } = props.story
  return (
    <span class="quiet">
      <Whole>{spanWords(l, first, last) ?? word(l, 'ohneDatum')}</Whole> ·{' '}
      {originWords(l, documents.length, origins)}
    </span>
  )
}
