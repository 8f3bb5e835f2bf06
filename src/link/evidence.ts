/**
 * From the events of a report to evidence for commitments: what kind, between whom, about what, when.
 * Pure and by report alone; which commitment it belongs to is decided in belong.ts.
 */
import type { CompiledCodebook } from '../codebook/codebook.ts'
import type { Amount, Basis, Factuality } from '../core/layers.ts'
import type { ReportEvent, ReportFacts } from './facts.ts'
import { wordsOf } from './fingerprint.ts'
import {
  anySpeaksOf,
  fold,
  folded,
  hasPhrase,
  textSpeaksOf,
  type Vocabulary,
  vocabularyOf,
} from './ledger-words.ts'
import { complete, type Draft, formOf, giveBack, pairsOf, sidesOf } from './sides.ts'

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
  /** It has not come yet, says who denies it. */
  readonly pending: boolean
  /** It has not ended. */
  readonly still: boolean
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
      const isFund = vocabulary.funds.some((fund) => word.length > fund.length && word.endsWith(fund))
      if (vocabulary.empty.has(word) || (parties.has(word) && !isFund)) continue
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

/** So many sentences back. */
const pointingReach = 2

/**
 * A stop, or its end, that names nothing is that of what the same parties were told to do just before.
 *
 *     Die USA nehmen die Ausbildung wieder auf. Das Programm war 2018 ausgesetzt worden.
 */
const pointedTo = (
  event: ReportEvent,
  drafts: readonly Draft[],
  codebook: CompiledCodebook,
): Draft | null => {
  const before = drafts.at(-1)
  if (before === undefined) return null
  const { suspends, resumes } = movesOf(event.type, before.kind, codebook)
  if (
    !(suspends || resumes) ||
    event.goods.length > 0 ||
    event.sentence - before.event.sentence > pointingReach
  )
    return null
  const same = (a: ReportEvent['actors'], b: ReportEvent['actors']): boolean =>
    a.map(({ country }) => country).join() === b.map(({ country }) => country).join()
  return same(event.actors, before.event.actors) && same(event.recipients, before.event.recipients)
    ? before
    : null
}

/** No word of it says of what kind it is. */
const isNameless = (event: ReportEvent, codebook: CompiledCodebook): boolean =>
  kindOf(event, event.object ?? '', codebook) === null &&
  kindOf(event, event.evidence.exact, codebook) === null

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
    const before = pointedTo(event, drafts, codebook)
    const kind =
      kindByHand ??
      (isBare(event)
        ? null
        : (kindOf(event, headOf(said, vocabulary.prepositions), codebook) ??
          kindOf(event, said, codebook))) ??
      kindOf(event, event.evidence.exact, codebook) ??
      before?.kind ??
      null
    if (kind === null || type.moves[kind] === undefined) return
    drafts.push({
      index,
      event,
      pointsTo: kindByHand === null && isNameless(event, codebook) ? (before?.event ?? null) : null,
      kind,
      object: object.length > 0 ? object : around,
      sides: sidesOf(event, kind, codebook),
      completed: false,
      date: event.date,
    })
  })
  complete(drafts, codebook, vocabulary.counterpart, facts.countries)
  giveBack(drafts, codebook)
  formOf(drafts, codebook)
  return drafts.flatMap((draft) =>
    pairsOf(draft, codebook).flatMap((sides) => evidenceIn({ ...draft, sides }, facts, codebook) ?? []),
  )
}

const evidenceIn = (draft: Draft, facts: ReportFacts, codebook: CompiledCodebook): Evidence | null => {
  const vocabulary = vocabularyOf(codebook)
  const { event, sides, kind } = draft
  const about = draft.pointsTo ?? event
  const parties = [...new Set([...sides.providers, ...sides.recipients])].sort()
  if (parties.length < 2) return null
  const text = `${event.object ?? ''} ${event.evidence.exact}`
  const words = folded(wordsOf(text))
  const fresh = words.some((word) => vocabulary.fresh.has(word))
  const promise = promiseOf(draft, codebook)
  const type = promise ?? event.type
  return {
    key: keyOf(facts.contentHash, event.trigger.start, event.trigger.end, event.byHand?.readAs ?? event.type),
    report: facts.report,
    index: draft.index,
    event,
    type,
    kind,
    ...sides,
    pair: parties.join('+'),
    completed: draft.completed,
    goods: [...about.goods].sort(),
    words: tellingWords(about.object ?? '', about, vocabulary),
    ordinal: quotedWords(text, ordinals, 'number') ?? quotedWords(text, ordinalWords, 'word'),
    programme: quotedWords(text, programmes, 'name'),
    amount: event.amount,
    fresh,
    earlier: !fresh && (event.background || words.some((word) => vocabulary.earlier.has(word))),
    parcel: anySpeaksOf(draft.object, vocabulary.parcel),
    drawn: words.some((word) => vocabulary.drawn.has(word)),
    pending: hasPhrase(words, vocabulary.pending),
    still: hasPhrase(words, vocabulary.still),
    factuality: promise === null ? event.factuality : 'actual',
    background: event.background,
    final: event.final,
    ...movesOf(type, kind, codebook),
    // Its own date is that of what is promised; it was promised when it was said.
    date: promise === null ? draft.date : event.saidOn,
  }
}

/** „Berlin wird vier Systeme liefern, kündigte der Kanzler an“: who can bind the giver has promised it. */
const promiseOf = ({ event, sides, kind }: Draft, codebook: CompiledCodebook): string | null => {
  const { announcedAs } = codebook.types.get(event.type)!.tellings
  return announcedAs !== null &&
    event.byHand === undefined &&
    event.factuality === 'planned' &&
    event.speakerCountry !== null &&
    sides.recipients.length > 0 &&
    sides.providers.includes(event.speakerCountry) &&
    codebook.types.get(announcedAs)?.moves[kind] !== undefined
    ? announcedAs
    : null
}
