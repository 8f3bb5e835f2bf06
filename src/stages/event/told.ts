/** A candidate that holds, with its parties: „Berlin liefert Kiew Panzer“ → actors Germany, recipients Ukraine. */
import type { Party } from '../../core/layers.ts'
import type { Candidate } from './candidate.ts'

/** A candidate that holds. */
export interface Told {
  readonly candidate: Candidate
  readonly actors: readonly Party[]
  readonly recipients: readonly Party[]
  readonly persons: readonly string[]
  /** Acts that belong to this one: what is promised, asked, refused. */
  readonly taken: readonly Told[]
  /** The verb above only announces it. */
  readonly announced: boolean
  /** Parties that another passage of the document named. */
  readonly inherited: boolean
  /** The act that a reaction answers, told before: „reagierte auf den Lieferstopp“. */
  readonly answers: number | null
  /** Later nouns that only point back to this act. */
  readonly repeats: readonly number[]
}

export const countriesOf = (...lists: readonly (readonly Party[])[]): Set<string> =>
  new Set(lists.flat().flatMap((party) => party.country ?? []))

export const without = (parties: readonly Party[], others: readonly Party[]): readonly Party[] =>
  parties.filter((p) => !others.some((o) => o.country === p.country))
