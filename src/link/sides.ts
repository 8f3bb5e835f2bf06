/** Who would give and who would get, as an event says it, or as what is told around it lets it be known. */
import type { CompiledCodebook } from '../codebook/codebook.ts'
import { daysOf } from '../core/edtf.ts'
import type { ReportEvent } from './facts.ts'
import { wordsOf } from './fingerprint.ts'
import { folded, vocabularyOf } from './ledger-words.ts'

const countriesOf = (parties: ReportEvent['actors']): string[] =>
  [...new Set(parties.map((party) => party.country).filter((country) => country !== null))].sort()

interface Sides {
  readonly providers: readonly string[]
  readonly recipients: readonly string[]
}

/** Those who act for all their members: a member refuses in their name, not its own. */
const blocs: ReadonlySet<string> = new Set(['EU', 'NATO', 'G7', 'UN'])

/**
 * Who would give. What one member blocks is still what the bloc would give.
 *
 *     Ungarn verhindert das Finanzpaket der Europäischen Union für Moldau
 *     ^^^^^^                            ^^^^^^^^^^^^^^^^^^^^^
 */
const giversOf = (event: ReportEvent, kind: string, codebook: CompiledCodebook): string[] => {
  const actors = countriesOf(event.actors)
  const bloc = event.named.find(
    ({ code }) => blocs.has(code) && !countriesOf(event.recipients).includes(code),
  )
  const suspends = codebook.types.get(event.type)?.moves[kind]?.suspend !== undefined
  return suspends && bloc !== undefined && actors.length === 1 && !blocs.has(actors[0]!)
    ? [bloc.code]
    : actors
}

/**
 * Who would give and who would get. Who asks is the one who gets; of an agreement or of talks both are providers,
 * as nobody is known to give.
 */
export const sidesOf = (event: ReportEvent, kind: string, codebook: CompiledCodebook): Sides => {
  const actors = giversOf(event, kind, codebook)
  const recipients = countriesOf(event.recipients).filter((country) => !actors.includes(country))
  if (codebook.types.get(event.type)?.reverses != null) return { providers: recipients, recipients: actors }
  if (codebook.model.kindTraits[kind]?.mutual === true)
    return { providers: [...new Set([...actors, ...recipients])].sort(), recipients: [] }
  return { providers: actors, recipients }
}

export interface Draft {
  readonly index: number
  readonly event: ReportEvent
  kind: string
  readonly object: readonly string[]
  sides: Sides
  completed: boolean
  date: ReportEvent['date']
}

/** „Mit Dänemark …“: the one named party is the other side of somebody. */
const isCounterpart = (event: ReportEvent, counterpart: ReadonlySet<string>): boolean => {
  const words = folded(wordsOf(event.evidence.exact))
  const names = folded([...event.actors, ...event.recipients].flatMap(({ name }) => wordsOf(name)))
  return words.some(
    (word, index) =>
      counterpart.has(word) && words.slice(index + 1, index + 4).some((next) => names.includes(next)),
  )
}

/**
 * A side that an event leaves open is taken from the nearest earlier event of the report that has the known side
 * too, or, where no side is known, from the one before it in the same or the previous sentence.
 *
 *     Die G7 verpflichteten sich, der Ukraine zu helfen. Eine entsprechende Erklärung wurde unterzeichnet.
 */
export const complete = (
  drafts: readonly Draft[],
  codebook: CompiledCodebook,
  counterpart: ReadonlySet<string>,
): void => {
  const isMutual = (kind: string): boolean => codebook.model.kindTraits[kind]?.mutual === true
  const partiesOf = (sides: Sides): string[] => [...new Set([...sides.providers, ...sides.recipients])]
  drafts.forEach((draft, position) => {
    const own = partiesOf(draft.sides)
    if (own.length >= 2) return
    // „Abkommen mit verschiedenen Staaten“: the other side is named, but nobody can say who it is.
    if (own.length === 1 && draft.event.actors.length + draft.event.recipients.length > own.length) return
    const speaker = draft.event.speakerCountry
    if (
      own.length === 1 &&
      codebook.types.get(draft.event.type)?.tellings.mutual === true &&
      speaker !== null &&
      !own.includes(speaker) &&
      isCounterpart(draft.event, counterpart)
    ) {
      // „Mit Dänemark werde ein Vertrag vorbereitet, sagte Selenskyj“: the one who speaks is the other side.
      draft.sides = { providers: [...own, speaker].sort(), recipients: [] }
      draft.completed = true
      return
    }
    if (own.length === 1 && wordsOf(draft.event.evidence.exact).some((word) => counterpart.has(word))) return
    for (const other of [...drafts.slice(0, position).reverse(), ...drafts.slice(position + 1)]) {
      const parties = partiesOf(other.sides)
      if (parties.length < 2 || other.completed) continue
      if (own.some((party) => !parties.includes(party))) continue
      const apart = Math.abs(draft.event.sentence - other.event.sentence)
      if (apart > (own.length === 0 ? 1 : 2)) continue
      draft.sides =
        isMutual(other.kind) || !isMutual(draft.kind)
          ? other.sides
          : { providers: parties.sort(), recipients: [] }
      draft.completed = true
      return
    }
  })
}

/**
 * What is promised and then put into a declaration or a treaty is one thing: the promise is of that agreement.
 *
 *     Die G7 verpflichteten sich, der Ukraine zu helfen. Eine entsprechende Erklärung wurde unterzeichnet.
 *     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 */
export const formOf = (drafts: readonly Draft[], codebook: CompiledCodebook): void => {
  const { empty } = vocabularyOf(codebook)
  drafts.forEach((draft, position) => {
    const tellings = codebook.types.get(draft.event.type)?.tellings
    if (codebook.model.kindTraits[draft.kind]?.mutual !== true || !draft.completed) return
    if (tellings?.mutual !== true || !tellings.oneDay) return
    const before = drafts[position - 1]
    if (
      before === undefined ||
      codebook.types.get(before.event.type)?.tellings.undertakes !== true ||
      draft.event.sentence - before.event.sentence > 1
    )
      return
    // The agreement has no name of its own („eine entsprechende Erklärung“).
    if (draft.object.filter((word) => word.length > 3 && !empty.has(word)).length > 1) return
    before.kind = draft.kind
    // Put into words when it was promised, unless it has a date of its own.
    if (daysOf(draft.date?.edtf)?.first == null && before.date !== null)
      draft.date = { edtf: before.date.edtf, basis: 'context' }
  })
}
