/**
 * From the events of a report to evidence for commitments: what kind, between whom, about what, when.
 * Pure and by report alone; which commitment it belongs to is decided in belong.ts.
 */
import type { CompiledCodebook } from '../codebook/codebook.ts'
import { daysOf } from '../core/edtf.ts'
import type { Amount, Basis, Factuality } from '../core/layers.ts'
import type { ReportEvent, ReportFacts } from './facts.ts'
import { wordsOf } from './fingerprint.ts'

export interface Evidence {
  /** Content hash, trigger and type: what decisions refer to, the same in every run. */
  readonly key: string
  readonly report: string
  readonly index: number
  readonly event: ReportEvent
  readonly type: string
  readonly kind: string
  /** Country codes, sorted. Both parties in providers where nobody gives. */
  readonly providers: readonly string[]
  readonly recipients: readonly string[]
  /** Parties as one string, whoever gives. */
  readonly pair: string
  /** Parties were taken from elsewhere in the report. */
  readonly completed: boolean
  readonly goods: readonly string[]
  /** Stems of the object that can tell commitments apart. */
  readonly words: ReadonlySet<string>
  readonly ordinal: string | null
  readonly programme: string | null
  readonly amount: Amount | null
  readonly fresh: boolean
  readonly earlier: boolean
  readonly parcel: boolean
  /** Paid from something larger. */
  readonly drawn: boolean
  readonly factuality: Factuality
  readonly background: boolean
  readonly final: boolean
  /** It stops what was under way, by the codebook's moves. */
  readonly suspends: boolean
  /** Such a stop as is ended by a resumption, which moves nothing else. */
  readonly halts: boolean
  readonly resumes: boolean
  readonly date: { readonly edtf: string; readonly basis: Basis } | null
}

export const keyOf = (contentHash: string, start: number, end: number, type: string): string =>
  `${contentHash}@${start}-${end}:${type}`

const fold = (word: string): string =>
  word.replaceAll('ä', 'a').replaceAll('ö', 'o').replaceAll('ü', 'u').replaceAll('ß', 'ss')

/**
 * Is `word` an inflected form or a compound of `of`, at its beginning or its end?
 *
 *     „Sicherheitsabkommen“ ends with „abkommen“     „Milliardenhilfen“ begins with „milliarden“
 */
const speaksOf = (word: string, of: string): boolean => {
  if (word.startsWith(of)) return true
  const at = word.lastIndexOf(of)
  return at > 0 && word.length - at - of.length <= 3
}

/** The nouns and names of a text; „ausgesetzten“ speaks of no „Gesetz“. */
const nounsOf = (text: string): string[] => text.match(/(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}]*/gu) ?? []

/** Phrases stand anywhere in a text, single words in its nouns. */
const textSpeaksOf = (text: string, of: readonly string[]): boolean =>
  anySpeaksOf(
    folded(nounsOf(text)),
    of.filter((word) => !word.includes(' ')),
  ) ||
  anySpeaksOf(
    folded(wordsOf(text)),
    of.filter((word) => word.includes(' ')),
  )

const anySpeaksOf = (words: readonly string[], of: readonly string[]): boolean =>
  of.some((phrase) => {
    if (phrase.includes(' ')) return ` ${words.join(' ')} `.includes(` ${phrase}`)
    return words.some((word) => speaksOf(word, phrase))
  })

const folded = (list: readonly string[]): string[] => list.map((word) => fold(word.toLowerCase()))

/** The ledger part of a codebook with its words ready for comparing. */
interface Vocabulary {
  readonly rules: readonly {
    readonly kind: string
    readonly types: ReadonlySet<string>
    readonly words: readonly string[]
    readonly goods: ReadonlySet<string>
    readonly amount: boolean
  }[]
  readonly fresh: ReadonlySet<string>
  readonly earlier: ReadonlySet<string>
  readonly parcel: readonly string[]
  readonly elsewhere: readonly string[]
  readonly empty: ReadonlySet<string>
  readonly prepositions: ReadonlySet<string>
  readonly counterpart: ReadonlySet<string>
  readonly drawn: ReadonlySet<string>
}

const vocabularies = new WeakMap<CompiledCodebook, Vocabulary>()

const vocabularyOf = (codebook: CompiledCodebook): Vocabulary => {
  const known = vocabularies.get(codebook)
  if (known !== undefined) return known
  const { words, kindOf } = codebook.model
  const vocabulary: Vocabulary = {
    rules: kindOf.map((rule) => ({
      kind: rule.kind,
      types: new Set(rule.types),
      words: folded(rule.words),
      goods: new Set(rule.goods),
      amount: rule.amount,
    })),
    fresh: new Set(folded(words.fresh)),
    earlier: new Set(folded(words.earlier)),
    parcel: folded(words.parcel),
    elsewhere: folded(words.elsewhere),
    // The bare name of a kind tells no commitment from another.
    empty: new Set([
      ...folded(words.empty),
      ...kindOf.flatMap((rule) => {
        const bare = folded(rule.words)
        // A compound does: „Absichtserklärung“ is more than „Erklärung“.
        return bare.filter((word) => !bare.some((other) => other !== word && word.endsWith(other)))
      }),
    ]),
    prepositions: new Set(words.prepositions),
    counterpart: new Set(folded(words.counterpart)),
    drawn: new Set(folded(words.drawn)),
  }
  vocabularies.set(codebook, vocabulary)
  return vocabulary
}

const kindOf = (event: ReportEvent, text: string, codebook: CompiledCodebook): string | null => {
  const { rules } = vocabularyOf(codebook)
  for (const rule of rules) {
    if (rule.types.size > 0 && !rule.types.has(event.type)) continue
    if (rule.words.length > 0 && !textSpeaksOf(text, rule.words)) continue
    if (rule.goods.size > 0 && !event.goods.some((good) => rule.goods.has(good))) continue
    if (rule.amount && event.amount === null) continue
    return rule.kind
  }
  return rules.length === 0 ? (codebook.model.kinds[0] ?? null) : null
}

const isBare = ({ object, goods, amount }: ReportEvent): boolean =>
  object === null && goods.length === 0 && amount === null

/** Its evidence has a word of one of the kinds: „das Abkommen wurde geschlossen“. */
const speaksOfKind = (event: ReportEvent, codebook: CompiledCodebook): boolean =>
  vocabularyOf(codebook).rules.some(
    ({ words }) => words.length > 0 && textSpeaksOf(event.evidence.exact, words),
  )

/**
 * The object as far as its first attribute.
 *
 *     militärische Hilfe in Milliardenhöhe     vom Parlament bewilligte Mittel
 *     ^^^^^^^^^^^^^^^^^^                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 */
const headOf = (object: string, prepositions: ReadonlySet<string>): string => {
  const words = object.split(/\s+/u)
  const noun = words.findIndex((word) => /^\p{Lu}/u.test(word))
  const end = words.findIndex((word, index) => index > noun && noun >= 0 && prepositions.has(word))
  return (end < 0 || prepositions.has(words[0]!) ? words : words.slice(0, end)).join(' ')
}

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
const sidesOf = (event: ReportEvent, kind: string, codebook: CompiledCodebook): Sides => {
  const actors = giversOf(event, kind, codebook)
  const recipients = countriesOf(event.recipients).filter((country) => !actors.includes(country))
  if (codebook.types.get(event.type)?.reverses != null) return { providers: recipients, recipients: actors }
  if (codebook.model.kindTraits[kind]?.mutual === true)
    return { providers: [...new Set([...actors, ...recipients])].sort(), recipients: [] }
  return { providers: actors, recipients }
}

const ordinals = /(?<![\p{L}\d])(?<number>\d{1,3})\.\s+(?=\p{Lu}?\p{L}*(?:paket|tranche|hilfspaket))/iu
const ordinalWords =
  /(?<!\p{L})(?<word>erste|zweite|dritte|vierte|fünfte|sechste|siebte|achte|neunte|zehnte|elfte|zwölfte)[nrsm]?\s+(?=\p{L}*(?:paket|tranche|rate)(?!\p{L}))/iu
const programmes =
  /(?<![\p{L}\p{N}])(?<name>\p{Lu}{3,6})(?=-(?:Programm|Initiative|Mittel|Paket)|\s+(?:Programm|Initiative))/u

const quotedWords = (text: string, pattern: RegExp, group: string): string | null =>
  pattern.exec(text)?.groups?.[group]?.toLowerCase() ?? null

/**
 * Stems of the nouns that name the object; its parties, numbers and the words that every commitment shares left out.
 * What stands before the first attribute names it, unless that says nothing („eine Reihe von Sicherheitsabkommen“).
 */
const tellingWords = (object: string, event: ReportEvent, vocabulary: Vocabulary): ReadonlySet<string> => {
  const parties = new Set(
    folded([
      ...[...event.actors, ...event.recipients].flatMap(({ name }) => wordsOf(name)),
      ...event.named.flatMap(({ exact }) => wordsOf(exact)),
    ]),
  )
  const stems = (text: string): Set<string> => {
    const out = new Set<string>()
    for (const noun of text.match(/(?<![\p{L}\p{N}])\p{Lu}\p{L}{3,}/gu) ?? []) {
      const word = fold(noun.toLowerCase())
      if (vocabulary.empty.has(word) || parties.has(word)) continue
      out.add(word.replace(/(?:en|er|es|em|s|n|e)$/u, ''))
    }
    return out
  }
  const head = stems(headOf(object, vocabulary.prepositions))
  return head.size > 0 ? head : stems(object)
}

const kept: WeakMap<ReportFacts, { codebook: string; evidence: readonly Evidence[] }> = new WeakMap()

/** Evidence for commitments in one report, in text order. */
export const evidenceOf = (facts: ReportFacts, codebook: CompiledCodebook): readonly Evidence[] => {
  const there = kept.get(facts)
  if (there?.codebook === codebook.id) return there.evidence
  const evidence = gather(facts, codebook)
  kept.set(facts, { codebook: codebook.id, evidence })
  return evidence
}

/** What a type does to a suspension, read from its moves; no type is known by name here. */
const movesOf = (
  type: string,
  kind: string,
  codebook: CompiledCodebook,
): Pick<Evidence, 'suspends' | 'halts' | 'resumes'> => {
  const move = codebook.types.get(type)?.moves[kind]
  const suspension = move?.suspend
  return {
    suspends: suspension !== undefined,
    halts:
      suspension !== undefined &&
      [...codebook.types.values()].some(
        ({ moves }) => moves[kind]?.stage === undefined && moves[kind]?.clears?.includes(suspension) === true,
      ),
    resumes: move?.stage === undefined && (move?.clears?.length ?? 0) > 0,
  }
}

interface Draft {
  readonly index: number
  readonly event: ReportEvent
  kind: string
  readonly object: readonly string[]
  sides: Sides
  completed: boolean
  date: ReportEvent['date']
}

const gather = (facts: ReportFacts, codebook: CompiledCodebook): readonly Evidence[] => {
  const vocabulary = vocabularyOf(codebook)
  const drafts: Draft[] = []
  facts.events.forEach((event, index) => {
    const type = codebook.types.get(event.type)
    if (type === undefined || Object.keys(type.moves).length === 0) return
    const object = folded(wordsOf(event.object ?? ''))
    const around = folded(wordsOf(event.evidence.exact))
    const kindByHand = event.byHand?.kind ?? null
    if (kindByHand === null && anySpeaksOf(object.length > 0 ? object : around, vocabulary.elsewhere)) return
    // Both agreed, but on nothing that is named: „verständigten sich darauf“.
    if (type.tellings.mutual && kindByHand === null && isBare(event) && !speaksOfKind(event, codebook)) return
    const said = event.object ?? ''
    const kind =
      kindByHand ??
      (isBare(event)
        ? null
        : (kindOf(event, headOf(said, vocabulary.prepositions), codebook) ??
          kindOf(event, said, codebook))) ??
      kindOf(event, event.evidence.exact, codebook)
    if (kind === null || type.moves[kind] === undefined) return
    drafts.push({
      index,
      event,
      kind,
      object: object.length > 0 ? object : around,
      sides: sidesOf(event, kind, codebook),
      completed: false,
      date: event.date,
    })
  })
  complete(drafts, codebook, vocabulary.counterpart)
  formOf(drafts, codebook)
  return drafts.flatMap((draft) => {
    const { event, sides } = draft
    const parties = [...new Set([...sides.providers, ...sides.recipients])].sort()
    if (parties.length < 2) return []
    const words = folded(wordsOf(`${event.object ?? ''} ${event.evidence.exact}`))
    const text = `${event.object ?? ''} ${event.evidence.exact}`
    const fresh = words.some((word) => vocabulary.fresh.has(word))
    const { announcedAs } = codebook.types.get(event.type)!.tellings
    // „Berlin wird vier Systeme liefern, kündigte der Kanzler an“: who can bind the giver has promised it.
    const promised =
      announcedAs !== null &&
      event.byHand === undefined &&
      event.factuality === 'planned' &&
      event.speakerCountry !== null &&
      sides.recipients.length > 0 &&
      sides.providers.includes(event.speakerCountry) &&
      codebook.types.get(announcedAs)?.moves[draft.kind] !== undefined
    const type = promised ? announcedAs : event.type
    return [
      {
        key: keyOf(
          facts.contentHash,
          event.trigger.start,
          event.trigger.end,
          event.byHand?.readAs ?? event.type,
        ),
        report: facts.report,
        index: draft.index,
        event,
        type,
        kind: draft.kind,
        ...sides,
        pair: parties.join('+'),
        completed: draft.completed,
        goods: [...event.goods].sort(),
        words: tellingWords(event.object ?? '', event, vocabulary),
        ordinal: quotedWords(text, ordinals, 'number') ?? quotedWords(text, ordinalWords, 'word'),
        programme: quotedWords(text, programmes, 'name'),
        amount: event.amount,
        fresh,
        earlier: !fresh && (event.background || words.some((word) => vocabulary.earlier.has(word))),
        parcel: anySpeaksOf(draft.object, vocabulary.parcel),
        drawn: words.some((word) => vocabulary.drawn.has(word)),
        factuality: promised ? 'actual' : event.factuality,
        background: event.background,
        final: event.final,
        ...movesOf(type, draft.kind, codebook),
        // Its own date is that of what is promised; it was promised when it was said.
        date: promised ? event.saidOn : draft.date,
      },
    ]
  })
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
const complete = (
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
const formOf = (drafts: readonly Draft[], codebook: CompiledCodebook): void => {
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
