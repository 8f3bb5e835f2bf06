/** Who would give and who would get, as an event says it, or as what is told around it lets it be known. */
import type { CompiledCodebook } from '../codebook/codebook.ts'
import { isBloc, isMember } from '../core/blocs.ts'
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

/**
 * Who would give and who would get. Who asks is the one who gets; of an agreement or of talks both are providers,
 * as nobody is known to give.
 */
export const sidesOf = (event: ReportEvent, kind: string, codebook: CompiledCodebook): Sides => {
  const type = codebook.types.get(event.type)
  const actors = countriesOf(event.actors)
  const recipients = countriesOf(event.recipients).filter((country) => !actors.includes(country))
  if (type?.reverses != null) return { providers: recipients, recipients: actors }
  if (codebook.model.kindTraits[kind]?.mutual === true)
    return { providers: [...new Set([...actors, ...recipients])].sort(), recipients: [] }
  if (type?.moves[kind]?.suspend !== undefined) return refusedBy(event, actors, recipients)
  return { providers: actors, recipients }
}

/**
 * What one member blocks is still what the bloc would give; and who is no member refuses to take it.
 *
 *     Ungarn verhindert das Finanzpaket der Europäischen Union für Moldau
 *     ^^^^^^                            ^^^^^^^^^^^^^^^^^^^^^
 *     Tunesien hat die Budgethilfe der EU zurückgewiesen
 *     ^^^^^^^^                     ^^^^^^
 */
const refusedBy = (event: ReportEvent, actors: readonly string[], recipients: readonly string[]): Sides => {
  const bloc = event.named.find(({ code }) => isBloc(code) && !recipients.includes(code))?.code
  const [actor] = actors
  if (bloc === undefined || actors.length !== 1 || isBloc(actor!)) return { providers: actors, recipients }
  if (recipients.length > 0 || isMember(actor!, bloc)) return { providers: [bloc], recipients }
  return { providers: [bloc], recipients: actors }
}

export interface Draft {
  readonly index: number
  readonly event: ReportEvent
  /** What it is about, where it names nothing itself. */
  readonly pointsTo: ReportEvent | null
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
 * What a member holds up in a report that tells of what its bloc gives to the same recipient is the bloc's.
 *
 *     Die EU hat Moldau Geld überwiesen. Den Rest blockiert Ungarn.
 */
export const giveBack = (drafts: readonly Draft[], codebook: CompiledCodebook): void => {
  for (const draft of drafts) {
    const { providers, recipients } = draft.sides
    const [giver] = providers
    if (codebook.types.get(draft.event.type)?.moves[draft.kind]?.suspend === undefined) continue
    if (providers.length !== 1 || recipients.length === 0) continue
    const others = drafts.filter(
      ({ sides }) => sides !== draft.sides && shareAll(sides.recipients, recipients),
    )
    if (others.some(({ sides }) => sides.providers.includes(giver!))) continue
    const bloc = others.flatMap(({ sides }) => sides.providers).find((code) => isMember(giver!, code))
    if (bloc !== undefined) draft.sides = { providers: [bloc], recipients }
  }
}

const shareAll = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((code) => b.includes(code))

/** Sentences within which what somebody gets is from the giver named before. */
const giverReach = 2

/**
 * A body of no country gives it, so that no country is to be looked for.
 *
 *     Der Währungsfonds überweist der Ukraine Geld. Gebilligt wurde der Kredit am Freitag.
 */
const comesFromBody = (draft: Draft, drafts: readonly Draft[]): boolean =>
  draft.sides.providers.length === 0 &&
  drafts.some(
    ({ event: { actors, sentence }, sides }) =>
      actors.length > 0 &&
      actors.every(({ country }) => country === null) &&
      shareAll(sides.recipients, draft.sides.recipients) &&
      Math.abs(sentence - draft.event.sentence) <= giverReach,
  )

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
  named: readonly string[],
): void => {
  const isMutual = (kind: string): boolean => codebook.model.kindTraits[kind]?.mutual === true
  const isTogether = ({ event }: Draft): boolean => codebook.types.get(event.type)?.tellings.mutual === true
  const partiesOf = (sides: Sides): string[] => [...new Set([...sides.providers, ...sides.recipients])]
  drafts.forEach((draft, position) => {
    const own = partiesOf(draft.sides)
    if (own.length >= 2) return
    // „Abkommen mit verschiedenen Staaten“: the other side is named, but nobody can say who it is.
    if (own.length === 1 && draft.event.actors.length + draft.event.recipients.length > own.length) return
    if (own.length === 1 && comesFromBody(draft, drafts)) return
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
      // Two who talk about a purchase are not giver and recipient of what somebody stops.
      if (!isMutual(draft.kind) && !isTogether(draft) && other.sides.recipients.length === 0) continue
      draft.sides =
        isMutual(other.kind) || !isMutual(draft.kind)
          ? other.sides
          : { providers: parties.sort(), recipients: [] }
      draft.completed = true
      return
    }
    // The report speaks of two only; but whom somebody asks may be everybody.
    const rest = named.filter((code) => !own.includes(code))
    if (own.length !== 1 || named.length !== 2 || rest.length !== 1) return
    if (codebook.types.get(draft.event.type)?.reverses != null) return
    const gives = draft.sides.providers.length > 0
    if (isMutual(draft.kind) || isTogether(draft))
      draft.sides = { providers: [...named].sort(), recipients: [] }
    else draft.sides = { providers: gives ? own : rest, recipients: gives ? rest : own }
    draft.completed = true
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

/**
 * Agreements that one party has with each of several others; one of all of them where nothing says so.
 *
 *     Ähnliche Vereinbarungen hat Kiew mit London, Berlin und Paris geschlossen.
 *              ^^^^^^^^^^^^^^     ^^^^ ^^^ ^^^^^^  ^^^^^^     ^^^^^
 */
export const pairsOf = ({ event, sides, kind }: Draft, codebook: CompiledCodebook): readonly Sides[] => {
  const { several, counterpart } = vocabularyOf(codebook)
  const isMutual = codebook.model.kindTraits[kind]?.mutual === true
  if (!isMutual || sides.providers.length < 3) return [sides]
  const { exact } = event.evidence
  const words = folded(wordsOf(exact))
  if (!words.some((word) => several.has(word))) return [sides]
  const at = placeOf(exact, counterpart)
  if (at < 0) return [sides]
  const within = (from: number, to: number): string[] => [
    ...new Set(
      event.named
        .filter(({ code, exact: name }) => {
          const place = exact.indexOf(name)
          return sides.providers.includes(code) && place >= from && place < to
        })
        .map(({ code }) => code),
    ),
  ]
  const [before, after] = [within(0, at), within(at, exact.length)]
  const [hub, others] = before.length === 1 ? [before[0]!, after] : [after[0]!, before]
  if (Math.min(before.length, after.length) !== 1 || others.includes(hub)) return [sides]
  return others.map((other) => ({ providers: [hub, other].sort(), recipients: [] }))
}

/** Where the first of some words stands in a text, or -1. */
const placeOf = (text: string, words: ReadonlySet<string>): number => {
  for (const found of text.matchAll(/\p{L}+/gu)) if (words.has(found[0].toLowerCase())) return found.index
  return -1
}
