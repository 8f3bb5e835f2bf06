import { signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'

/** What the page that is shown is about: a tab, a bookmark and the history say it. Null while nobody says so. */
export const heading = signal<string | null>(null)

export const useHeading = (words: string | null): void => {
  useEffect(() => {
    heading.value = words
    return () => {
      heading.value = null
    }
  }, [words])
}
