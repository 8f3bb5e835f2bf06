/** What every route is given. */
import type { Language } from '../core/errors.ts'
import type { Archive } from '../run/archive.ts'
import type { FetchAddress } from '../run/input.ts'

export interface ApiContext {
  readonly archive: Archive
  /** The clock, as an instant in UTC. */
  readonly now: () => string
  /** Fetches the page at an address; by default from the public internet only. */
  readonly fetchAddress?: FetchAddress
  /** How often a stream of changes looks, and says that it is there. */
  readonly streamTimes?: { readonly lookEveryMs: number; readonly aliveEveryMs: number }
}

/** Variables of a request, set by the guards. */
export interface RequestVariables {
  language: Language
  /** Name of the token that the request came with; null without one. */
  writer: string | null
}

export interface ApiEnvironment {
  Variables: RequestVariables
}
