/** What linking and the ledger need to know of one report: small, plain JSON, stored beside the reading. */
import type { FactRules } from '../core/fact-rules.ts'
import type { ReportRecord } from '../core/records.ts'
import type { Reading } from '../formats/reading.ts'
import { fingerprintOf } from './fingerprint.ts'
import { type Manner, mannersOf } from './manners.ts'
import { type OfficeTold, type Order, officesOf, ordersOf } from './people.ts'
import { termsOf } from './terms.ts'

type ReadingEvent = Reading['events'][number]
type ReadingTime = Reading['times'][number]

/** An event with what stands around it. */
export type ReportEvent = ReadingEvent & {
  /** Index of its sentence, or -1. */
  readonly sentence: number
  readonly speaker: string | null
  readonly speakerCountry: string | null
  /** People who take part, or else who are named in its sentence. */
  readonly around: readonly string[]
  /** Of an event that a person corrected or added. */
  readonly byHand?: {
    /** The type as read, which decisions refer to. */
    readonly readAs: string
    readonly kind: string | null
    /** It founds a commitment of its own. */
    readonly founds: boolean
  }
  /** Countries and blocs that its evidence names, in whatever role. */
  readonly named: readonly { readonly code: string; readonly exact: string }[]
}

/** „seit mehr als drei Jahren“ with the sentence that says what has lasted so long. */
export interface Lasting {
  readonly start: number
  readonly end: number
  readonly exact: string
  readonly sentence: string
  readonly countries: readonly string[]
  /** First and last day on which it can have begun where the text states that; else null. */
  readonly begun: readonly [string, string] | null
  /** TIMEX3 duration, `P3Y`, else null. */
  readonly duration: string | null
  readonly mod: string | null
}

export interface ReportFacts {
  /** `r-…` */
  readonly report: string
  readonly source: string
  readonly url: string | null
  readonly contentHash: string
  readonly capturedAt: string
  readonly title: string | null
  /** The title, or else how the text begins: what a list shows. */
  readonly heading: string
  readonly publisher: string | null
  readonly agencies: readonly string[]
  readonly published: Reading['article']['published']
  readonly modified: Reading['article']['modified']
  readonly events: readonly ReportEvent[]
  readonly times: readonly (Pick<
    ReadingTime,
    'start' | 'end' | 'exact' | 'type' | 'value' | 'range' | 'basis'
  > & {
    readonly sentence: number
    /** Its sentence speaks of what may still be to come. */
    readonly ahead: boolean
    /** Its sentence speaks of what somebody is to do or means to. */
    readonly planned: boolean
  })[]
  /** Who is named in which sentence, without those in the news every day. */
  readonly appearances: readonly (readonly [person: string, sentence: number])[]
  readonly lastings: readonly Lasting[]
  readonly orders: readonly Order[]
  readonly manners: readonly Manner[]
  readonly offices: readonly OfficeTold[]
  readonly persons: readonly string[]
  readonly countries: readonly string[]
  /** Stems with their weight in this report, for stories. */
  readonly terms: readonly (readonly [term: string, weight: number])[]
  /** Shingles by sentence, for copies. */
  readonly fingerprint: readonly (readonly number[])[]
}

const shorten = (text: string, limit: number): string => {
  const line = text.trim().split(/\n/u, 1)[0]!
  if (line.length <= limit) return line
  return `${line.slice(0, line.lastIndexOf(' ', limit - 1)).replace(/[,;:.–-]+$/u, '')} …`
}

const lastingsOf = (
  reading: Reading,
  sentenceAt: (offset: number) => number,
  { since, sinceBefore }: FactRules,
): Lasting[] => {
  const { text } = reading.article
  return reading.times.flatMap((time) => {
    const before = text.slice(Math.max(0, time.start - 40), time.start)
    if (!since.test(time.exact) && !sinceBefore.test(before)) return []
    const duration = time.type === 'DURATION' && time.value.startsWith('P') ? time.value : null
    const begun = time.type === 'DATE' && time.range !== null ? time.range : null
    if (duration === null && begun === null) return []
    const sentence = reading.sentences[sentenceAt(time.start)]
    if (sentence === undefined) return []
    const countries = reading.entities
      .filter(
        (entity) => entity.start >= sentence.start && entity.end <= sentence.end && entity.country !== null,
      )
      .map((entity) => entity.country!)
    return [
      {
        start: time.start,
        end: time.end,
        exact: time.exact,
        sentence: text.slice(sentence.start, sentence.end),
        countries: [...new Set(countries)].sort(),
        begun,
        duration,
        mod: time.mod,
      },
    ]
  })
}

/** So far back an office may begin before a name. */
const officeReach = 40

/**
 * Who is named in which sentence. Who heads a state or a ministry, or stands in the registers with a number of their
 * own, is named in reports of all kinds: the name says nothing about what a report tells.
 */
const appearancesIn = (
  { entities, article: { text } }: Reading,
  sentenceAt: (offset: number) => number,
  { publicFigure }: FactRules,
): ReportFacts['appearances'] => {
  const people = entities.filter(({ type }) => type === 'PER')
  const known = new Set(
    people
      .filter(
        ({ id, start }) =>
          id !== null || publicFigure.test(text.slice(Math.max(0, start - officeReach), start)),
      )
      .map(({ name }) => name),
  )
  return people.flatMap(({ name, start }) => (known.has(name) ? [] : [[name, sentenceAt(start)] as const]))
}

export const factsOf = (record: ReportRecord, rules: FactRules): ReportFacts => {
  const { reading } = record
  const { article } = reading
  let last = 0
  /** Sentences are asked for in rising order mostly; the search starts where the last one ended. */
  const sentenceAt = (offset: number): number => {
    if ((reading.sentences[last]?.start ?? 0) > offset) last = 0
    while (last < reading.sentences.length && reading.sentences[last]!.end <= offset) last++
    const sentence = reading.sentences[last]
    return sentence !== undefined && sentence.start <= offset ? last : -1
  }
  const peopleIn = (index: number): string[] => {
    const sentence = reading.sentences[index]
    if (sentence === undefined) return []
    const inside = reading.entities.filter(
      (entity) => entity.type === 'PER' && entity.start >= sentence.start && entity.end <= sentence.end,
    )
    return [...new Set(inside.map((entity) => entity.name))].sort()
  }
  const countriesIn = ({
    start,
    end,
  }: {
    readonly start: number
    readonly end: number
  }): ReportEvent['named'] =>
    reading.entities.flatMap((entity) =>
      entity.country !== null && entity.start >= start && entity.end <= end
        ? [{ code: entity.country, exact: entity.exact }]
        : [],
    )
  const speaksOf = (index: number, pattern: RegExp, otherwise: boolean): boolean => {
    const sentence = reading.sentences[index]
    return sentence === undefined ? otherwise : pattern.test(article.text.slice(sentence.start, sentence.end))
  }
  const names = (type: string): string[] =>
    [
      ...new Set(reading.entities.filter((entity) => entity.type === type).map((entity) => entity.name)),
    ].sort()
  return {
    report: record.id,
    source: record.source,
    url: record.url,
    contentHash: record.contentHash,
    capturedAt: record.capturedAt,
    title: article.title,
    heading: article.title ?? shorten(article.text, 90),
    publisher: article.publisher,
    agencies: article.agencies,
    published: article.published,
    modified: article.modified,
    events: reading.events.map((event) => ({
      ...event,
      sentence: sentenceAt(event.evidence.start),
      around: event.persons.length > 0 ? event.persons : peopleIn(sentenceAt(event.evidence.start)),
      named: countriesIn(event.evidence),
      speaker: event.statement === null ? null : (reading.statements[event.statement]?.speaker?.name ?? null),
      speakerCountry:
        event.statement === null ? null : (reading.statements[event.statement]?.speaker?.country ?? null),
    })),
    times: reading.times
      .filter((time) => time.type === 'DATE' || time.type === 'TIME')
      .map(({ start, end, exact, type, value, range, basis }) => ({
        start,
        end,
        exact,
        type,
        value,
        range,
        basis,
        sentence: sentenceAt(start),
        ahead: speaksOf(sentenceAt(start), rules.ahead, true),
        planned: speaksOf(sentenceAt(start), rules.plans, false),
      })),
    appearances: appearancesIn(reading, sentenceAt, rules),
    lastings: lastingsOf(reading, sentenceAt, rules),
    orders: ordersOf(reading, rules),
    manners: mannersOf(reading, rules),
    offices: officesOf(reading, rules),
    persons: names('PER'),
    countries: [
      ...new Set(reading.entities.flatMap((entity) => (entity.country === null ? [] : [entity.country]))),
    ].sort(),
    terms: termsOf(reading),
    fingerprint: fingerprintOf(article.text, reading.sentences),
  }
}
