/** What every route is given. */
import type { Language } from '../core/errors.ts'
import type { Archive } from '../run/archive.ts'

export interface ApiContext {
  readonly archive: Archive
  /** The clock, as an instant in UTC. */
  readonly now: () => string
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
