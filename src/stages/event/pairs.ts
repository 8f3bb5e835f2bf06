/**
 * Who gives to whom by the passages that name both, for those that do not.
 *
 *     Berlin liefert Kiew Panzer. … Die Lieferung wurde gestoppt.      the stop is one by Berlin, to Kiew
 */
import type { Party } from '../../core/layers.ts'
import { firstIndex } from '../../core/sorted.ts'
import type { Told } from './told.ts'

/** Who gives to whom, and where a passage says so. */
export interface Pair {
  readonly at: number
  /** Null where a passage only says who gets it. */
  readonly actor: Party | null
  readonly recipient: Party
  /** `inherits` of the type. */
  readonly group: string
}

/** The pair nearest before a word that fits what is known, else the first after it. */
export const pairFor = (
  pairs: readonly Pair[],
  group: string,
  at: number,
  actor: string | null,
  recipient: string | null,
  named: boolean,
): Pair | null => {
  const fits = (pair: Pair): boolean =>
    pair.group === group &&
    (!named || pair.actor !== null) &&
    (actor === null || pair.actor?.country === actor) &&
    (recipient === null || pair.recipient.country === recipient)
  const behind = firstIndex(pairs, (pair) => pair.at <= at)
  for (let i = behind - 1; i >= 0; i--) if (fits(pairs[i]!)) return pairs[i]!
  for (let i = behind; i < pairs.length; i++) if (fits(pairs[i]!)) return pairs[i]!
  return null
}

/** Who gets in all acts of a group, where it is one party and those who are asked about neither give nor get. */
export const onlyRecipient = (
  pairs: readonly Pair[],
  group: string,
  besides: readonly Party[],
): Party | null => {
  const own = pairs.filter((pair) => pair.group === group)
  const found = own[0]?.recipient ?? null
  const clear = own.every(
    ({ actor, recipient }) =>
      recipient.country === found?.country &&
      !besides.some((p) => p.country === recipient.country || p.country === actor?.country),
  )
  return clear ? found : null
}

/** Donor and recipient wherever a passage names both. Who asks is the one who would get it. */
export const pairsOf = (told: Iterable<Told>): readonly Pair[] => {
  const out: Pair[] = []
  for (const { candidate, actors, recipients, inherited } of told) {
    if (inherited || actors.length > 1 || recipients.length === 0) continue
    const group = candidate.type.inherits
    if (group !== null)
      out.push({ at: candidate.at, actor: actors[0] ?? null, recipient: recipients[0]!, group })
    const asked = candidate.type.reverses
    if (group === null && asked !== null && actors.length > 0)
      out.push({ at: candidate.at, actor: recipients[0]!, recipient: actors[0]!, group: asked })
  }
  return out.sort((a, b) => a.at - b.at)
}
