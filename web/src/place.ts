/**
 * The address is the state: path, as-of day, clock, language and whatever a page adds. `/vorgaenge@2025-07-03` is
 * the list of commitments as at that day.
 */
import { computed, signal } from '@preact/signals'
import type { Language } from './words.ts'

export type Clock = 'published' | 'captured'

const href = signal(location.pathname + location.search)

const parsed = computed(() => {
  const url = new URL(href.value, location.origin)
  const m = /^(?<path>[^@]*)(?:@(?<day>\d{4}-\d\d-\d\d))?$/u.exec(decodeURIComponent(url.pathname))
  return { path: m?.groups?.path || '/', day: m?.groups?.day ?? null, query: url.searchParams }
})

export const path = computed(() => parsed.value.path)
/** ISO day, or null for everything known. */
export const asOf = computed(() => parsed.value.day)
export const query = computed(() => parsed.value.query)
export const clock = computed<Clock>(() => (query.value.get('uhr') === 'erfasst' ? 'captured' : 'published'))
export const language = computed<Language>(() => {
  const asked = query.value.get('lang') ?? navigator.language
  return asked.startsWith('de') ? 'de' : 'en'
})

export interface Target {
  readonly path?: string
  readonly day?: string | null
  /** Set or, with null, remove. What every page shares (clock, language) stays by itself. */
  readonly query?: Readonly<Record<string, string | null>>
}

/** The address of a place, keeping day, clock and language unless told otherwise. */
export const addressOf = (target: Target): string => {
  const day = target.day === undefined ? asOf.value : target.day
  const samePage = target.path === undefined
  const params = new URLSearchParams()
  for (const [key, value] of query.value) {
    if (samePage || key === 'uhr' || key === 'lang') params.set(key, value)
  }
  // A place in the list of one day is none in that of another.
  const asked = Object.keys(target.query ?? {})
  if (target.day !== undefined || asked.some((key) => ['uhr', 'von', 'bis'].includes(key)))
    params.delete('cursor')
  for (const [key, value] of Object.entries(target.query ?? {})) {
    if (value === null || value === '') params.delete(key)
    else params.set(key, value)
  }
  const search = params.size > 0 ? `?${params}` : ''
  return (target.path ?? path.value) + (day === null ? '' : `@${day}`) + search
}

export const go = (target: Target, replace = false): void => {
  const address = addressOf(target)
  if (replace) history.replaceState(null, '', address)
  else history.pushState(null, '', address)
  href.value = address
  if (!replace && target.path !== undefined) {
    scrollTo(0, 0)
    document.querySelector<HTMLElement>('main')?.focus({ preventScroll: true })
  }
}

/** Plain links work without code of their own; this keeps the page when they lead to another place of ours. */
export const followLinks = (): void => {
  addEventListener('popstate', () => {
    href.value = location.pathname + location.search
  })
  document.addEventListener('click', (event) => {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey)
      return
    const link = (event.target as Element | null)?.closest('a')
    if (!link || link.origin !== location.origin || link.target || link.hasAttribute('download')) return
    if (link.pathname.startsWith('/api/') || link.pathname === '/openapi.json') return
    if (link.hash && link.pathname === location.pathname && link.search === location.search) return
    event.preventDefault()
    const before = path.peek()
    history.pushState(null, '', link.href)
    href.value = link.pathname + link.search
    if (link.hash) requestAnimationFrame(() => document.querySelector(link.hash)?.scrollIntoView())
    else scrollTo(0, 0)
    // The link is gone with its page: whoever uses the keyboard goes on at the beginning of the next one.
    if (path.peek() !== before) document.querySelector<HTMLElement>('main')?.focus({ preventScroll: true })
  })
}
