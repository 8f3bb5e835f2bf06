/** What several reports can tell of, so that the day of one says something about the others. */
import type { CompiledCodebook } from '../codebook/codebook.ts'
import type { ReportEvent, ReportFacts } from './facts.ts'
import { stemsOf } from './terms.ts'

/** Types of events that tell when a report can have come out. What is asked, said or fought over every week is none. */
export type Landmarks = ReadonlyMap<string, true | 'shared'>

export const landmarksOf = (codebook: CompiledCodebook): Landmarks =>
  new Map(
    [...codebook.types.values()].flatMap(({ name, tellings: { landmark } }) =>
      landmark === false ? [] : [[name, landmark] as const],
    ),
  )

const codes = (parties: ReportEvent['actors']): string =>
  [...new Set(parties.map((party) => party.country ?? party.name))].sort().join('+')

/** Do two events look like one happening, their dates aside? */
const alike = (a: ReportEvent, b: ReportEvent, landmarks: Landmarks): boolean => {
  if (a.around.length > 0 && b.around.length > 0) return a.around.some((name) => b.around.includes(name))
  if (a.goods.length > 0 && b.goods.length > 0) return a.goods.some((good) => b.goods.includes(good))
  return landmarks.get(a.type) !== 'shared'
}

// Who of the sides did it is told differently, or read wrongly, more often than who they are.
const keyOf = (event: ReportEvent): string => `${event.type} ${codes([...event.actors, ...event.recipients])}`

const marks = (event: ReportEvent, landmarks: Landmarks): boolean =>
  event.factuality === 'actual' && landmarks.has(event.type) && event.actors.length > 0

/** What several reports can tell of, as one of them tells it. */
export interface Landmark {
  readonly key: string
  /** The event; null where a name stands for it. */
  readonly event: ReportEvent | null
  readonly date: ReportEvent['date']
  readonly sentence: number
  readonly background: boolean
  readonly exact: string
  /** Stems of the nouns that name what the event is about. */
  readonly about: readonly string[]
}

const nounStemsOf = (text: string): string[] => [
  ...new Set((text.match(/(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}-]+/gu) ?? []).flatMap(stemsOf)),
]

const marksKept = new WeakMap<Landmarks, WeakMap<ReportFacts, readonly Landmark[]>>()

/** „sind bis Jahresende aufgebraucht“: told with a day that may still be to come. */
const mayBeAhead = ({ times }: ReportFacts, { sentence, date }: ReportEvent): boolean =>
  date === null && times.some((time) => time.sentence === sentence && time.ahead)

const landmarksIn = (facts: ReportFacts, landmarks: Landmarks): readonly Landmark[] => {
  const list: Landmark[] = facts.events
    .filter((event) => marks(event, landmarks) && !mayBeAhead(facts, event))
    .map((event) => ({
      key: keyOf(event),
      event,
      date: event.date,
      sentence: event.sentence,
      background: event.background,
      exact: event.evidence.exact,
      about: nounStemsOf(event.object ?? ''),
    }))
  list.push(...appearancesIn(facts))
  return list
}

export const marksOf = (facts: ReportFacts, landmarks: Landmarks): readonly Landmark[] => {
  let kept = marksKept.get(landmarks)
  if (kept === undefined) {
    kept = new WeakMap()
    marksKept.set(landmarks, kept)
  }
  const known = kept.get(facts)
  if (known !== undefined) return known
  const list = landmarksIn(facts, landmarks)
  kept.set(facts, list)
  return list
}

/** More reports than these know the name: it stands for nothing in particular. */
export const fewReports = 4

/**
 * Somebody whom a report names in one sentence only stands for what happened there, if few reports know the name.
 *
 *     A   Kiew bestellte den Geschäftsträger Max Muster ein.
 *     B   … lud Max Muster ein. Das Gespräch fand am 2. Juli statt.
 */
const appearancesIn = (facts: ReportFacts): Landmark[] => {
  const sentences = new Map<string, Set<number>>()
  for (const [person, sentence] of facts.appearances) {
    const known = sentences.get(person)
    if (known === undefined) sentences.set(person, new Set([sentence]))
    else known.add(sentence)
  }
  return [...sentences].flatMap(([person, where]) => {
    if (where.size > 1 || !person.includes(' ')) return []
    const [sentence] = where
    const event = facts.events.find(
      (other) =>
        other.sentence === sentence && other.around.includes(person) && other.factuality === 'actual',
    )
    return [
      {
        key: `person ${person}`,
        event: null,
        date: event?.date ?? null,
        sentence: sentence!,
        background: event?.background ?? false,
        exact: event?.evidence.exact ?? person,
        about: [],
      },
    ]
  })
}

/** Do two landmarks of one key look like one happening? A bare name needs the same two sides around it. */
export const isShared = (
  a: Landmark,
  b: Landmark,
  mine: ReportFacts,
  theirs: ReportFacts,
  landmarks: Landmarks,
): boolean => {
  if (a.event !== null && b.event !== null) return alike(a.event, b.event, landmarks)
  return mine.countries.filter((country) => theirs.countries.includes(country)).length >= 2
}

/** What a report may share with others: the publication of one depends only on those that share a key with it. */
export const sharedKeysOf = (facts: ReportFacts, landmarks: Landmarks): readonly string[] => [
  ...new Set(landmarksIn(facts, landmarks).map(({ key }) => key)),
]
