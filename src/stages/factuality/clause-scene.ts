import type { Clause, Sentence, TimeAnnotation, VerbGroup, Word } from '../../core/layers.ts'
import type { Span } from '../../core/span.ts'
import type { Annotated } from '../../core/stage.ts'
import type { FactualityRules } from '../../lang/common/factuality.ts'

export type Requires = 'sentence' | 'word' | 'phrase' | 'clause' | 'time' | 'statement'

/** A word of a clause with its form in lower case. */
export interface Form {
  readonly at: number
  readonly lower: string
}

/** What the rules share while one report is judged. Clauses are given by index. */
export interface ClauseScene {
  readonly rules: FactualityRules
  readonly words: readonly Word[]
  readonly clauses: readonly Clause[]
  readonly sentences: readonly Sentence[]
  /** Day of publication, null where it is not known to the day. */
  readonly publishedOn: string | null
  forms(clause: number): readonly Form[]
  /** Form of a word in lower case; empty outside the text. */
  lower(word: number): string
  span(word: number): Span
  /** Times that stand in the clause itself. */
  times(clause: number): readonly TimeAnnotation[]
  /** The word before a time, in lower case, or the one before that. */
  wordBefore(time: TimeAnnotation, steps?: 1 | 2): string
  /** Whether the clause stands in what somebody is told to have said. */
  isReported(clause: number): boolean
  /** Whether the clause hangs on a condition: „Wenn die Frist verstreicht, verfällt der Zuschuss.“ */
  hasCondition(clause: number): boolean
  /** Whether it holds in spite of a condition: „Selbst wenn das Parlament zustimmt, fehlt das Geld.“ */
  hasConcession(clause: number): boolean
  /** Whether it is a condition without „wenn“: „vorausgesetzt, der Kongress stimmt zu“, „es sei denn, er lehnt ab“. */
  isProviso(clause: number): boolean
  /** Whether it is granted: „Auch wenn die Reparatur dauert, …“ */
  isGranted(clause: number): boolean
  /** Whether the clause waits for another: „Sobald das Eis schmilzt, läuft das Schiff aus.“ */
  awaits(clause: number): boolean
  /** Whether an infinitive or dass-clause depends on the clause. */
  governs(clause: number): boolean
}

export const isPast = ({ tense }: VerbGroup): boolean =>
  tense === 'preterite' || tense === 'perfect' || tense === 'pluperfect'

export const createScene = (document: Annotated<Requires>, rules: FactualityRules): ClauseScene => {
  const { clause: clauses, word: words, sentence: sentences, publishedAt } = document
  const lower = (at: number): string => words[at]?.text.toLowerCase() ?? ''
  const times = timesByClause(document)
  const before = wordsBefore(document)
  const isReported = reported(document)
  const hasCondition = new Set<number>()
  const hasConcession = new Set<number>()
  const awaits = new Set<number>()
  const governs = new Set<number>()
  const provisos = provisosOf(document, lower, rules)
  for (const clause of clauses) {
    const { conditional, parent, kind, introducer } = clause
    if (parent === null) continue
    if (conditional) (concedes(clause, lower, rules.evenIf) ? hasConcession : hasCondition).add(parent)
    else if (introducer !== null && rules.awaiting.has(lower(introducer))) awaits.add(parent)
    else if (kind === 'infinitive' || kind === 'subordinate') governs.add(parent)
  }
  for (const { given } of provisos) for (const clause of given) hasCondition.add(clause)
  const isProviso = new Set(provisos.map(({ clause }) => clause))
  const forms: (readonly Form[])[] = []
  const day = publishedAt?.slice(0, 10)
  return {
    rules,
    words,
    clauses,
    sentences,
    publishedOn: day?.length === 10 ? day : null,
    forms: (index) => (forms[index] ??= formsOf(clauses[index]!, lower)),
    lower,
    span: (at) => ({ start: words[at]!.start, end: words[at]!.end }),
    times: (index) => times[index] ?? [],
    wordBefore: ({ start }, steps = 1) => lower((before.get(start) ?? 0) - steps),
    isReported: (index) => isReported(clauses[index]!),
    hasCondition: (index) => hasCondition.has(index),
    hasConcession: (index) => hasConcession.has(index),
    isProviso: (index) => isProviso.has(index),
    isGranted: (index) => concedes(clauses[index]!, lower, rules.granting),
    awaits: (index) => awaits.has(index),
    governs: (index) => governs.has(index),
  }
}

const formsOf = ({ parts }: Clause, lower: (at: number) => string): readonly Form[] => {
  const out: Form[] = []
  for (const [from, to] of parts) for (let at = from; at < to; at++) out.push({ at, lower: lower(at) })
  return out
}

/** Whether one of the words stands before the introducer of a clause: „*auch* wenn“, „*selbst* wenn“. */
const concedes = (
  { introducer, parts }: Clause,
  lower: (at: number) => string,
  words: ReadonlySet<string>,
): boolean => {
  const first = introducer ?? parts[0]?.[0] ?? 0
  return words.has(lower(first)) || words.has(lower(first - 1))
}

/** A condition by a fixed phrase, with the main clauses of its sentence that it is set to. */
interface Proviso {
  readonly clause: number
  readonly given: readonly number[]
}

/**
 * Conditions that a phrase introduces, be it the start of the sentence or not.
 *
 *     Vorausgesetzt, der Rat stimmt zu, beginnt der Bau.     Der Bau beginnt, es sei denn, der Rat lehnt ab.
 *                    ^^^^^^^^^^^^^^^^^                                                       ^^^^^^^^^^^^^^^
 */
const provisosOf = (
  { clause: clauses, word: words, sentence: sentences }: Annotated<Requires>,
  lower: (at: number) => string,
  rules: FactualityRules,
): readonly Proviso[] => {
  const ends: number[] = []
  for (let at = 0; at < words.length; at++)
    for (const phrase of rules.provisos)
      if (phrase.every((form, i) => lower(at + i) === form)) ends.push(at + phrase.length)
  if (ends.length === 0) return []
  const owner: number[] = []
  const mains: number[][] = sentences.map(() => [])
  clauses.forEach(({ parts, kind, verb, sentence }, index) => {
    for (const [from, to] of parts) for (let i = from; i < to; i++) owner[i] = index
    if (kind === 'main' && verb !== null) mains[sentence]?.push(index)
  })
  return ends.flatMap((end): Proviso[] => {
    const clause = owner[lower(end) === ',' ? end + 1 : end]
    if (clause === undefined) return []
    return [{ clause, given: (mains[clauses[clause]!.sentence] ?? []).filter((main) => main !== clause) }]
  })
}

/** The times that stand in a clause itself, by one sweep. */
const timesByClause = ({ clause, word, time }: Annotated<Requires>): (readonly TimeAnnotation[])[] => {
  const owner: number[] = []
  clause.forEach(({ parts }, index) => {
    for (const [from, to] of parts) for (let i = from; i < to; i++) owner[i] = index
  })
  const out: TimeAnnotation[][] = []
  let at = 0
  for (const annotation of time) {
    while (at < word.length && word[at]!.end <= annotation.start) at++
    const index = owner[at]
    if (index === undefined) continue
    const list = out[index] ?? []
    list.push(annotation)
    out[index] = list
  }
  return out
}

/** First word of each time, by the offset of the time. */
const wordsBefore = ({ word, time }: Annotated<Requires>): ReadonlyMap<number, number> => {
  const out = new Map<number, number>()
  let at = 0
  for (const { start } of time) {
    while (at < word.length && word[at]!.end <= start) at++
    out.set(start, at)
  }
  return out
}

const reported = ({ statement }: Annotated<Requires>): ((clause: Clause) => boolean) => {
  const spans = statement
    .flatMap(({ kind, parts }) => (kind === 'direct' ? [] : parts))
    .toSorted((a, b) => a.start - b.start)
  // Furthest end among the spans that begin before: enough to know whether any of them reaches over.
  const reach: number[] = []
  for (const { end } of spans) reach.push(Math.max(end, reach.at(-1) ?? 0))
  return ({ start }) => {
    let low = 0
    let high = spans.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (spans[middle]!.start <= start) low = middle + 1
      else high = middle
    }
    return low > 0 && reach[low - 1]! > start
  }
}
