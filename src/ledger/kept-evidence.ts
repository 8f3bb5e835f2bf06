/**
 * Evidence as it is kept. Many pieces say the same of one thing (who gives, which goods, on which day): that is written
 * once, and is one object in memory when it is read again.
 */
import type { LinkedReport } from './link.ts'
import type { ToldEvidence } from './told-evidence.ts'

/** What stands beside the passage, each by its place in the list of all such values. */
type Parts = readonly [
  manner: number,
  date: number,
  sides: number,
  object: number,
  words: number,
  goods: number,
  amount: number,
  quantity: number,
  people: number,
  speaker: number,
]

export type KeptEvidence = readonly [
  report: string,
  exact: string,
  start: number,
  end: number,
  triggerStart: number,
  triggerEnd: number,
  ...Parts,
]

type Manner = Pick<
  ToldEvidence,
  | 'type'
  | 'factuality'
  | 'background'
  | 'final'
  | 'isDayStated'
  | 'halts'
  | 'suspends'
  | 'resumes'
  | 'pending'
  | 'still'
> & {
  readonly readAs: string
}
type Sides = Pick<ToldEvidence, 'providers' | 'recipients'>

/** Writes evidence down; `values` grows with what was not there before. */
export const createKeeper = () => {
  const values: unknown[] = []
  const places = new Map<string, number>()
  const placeOf = (value: unknown): number => {
    const key = JSON.stringify(value)
    let place = places.get(key)
    if (place === undefined) {
      place = values.push(value) - 1
      places.set(key, place)
    }
    return place
  }
  const keep = (evidence: ToldEvidence): KeptEvidence => {
    const { ref, type, factuality, background, final, isDayStated, providers, recipients } = evidence
    const { halts, suspends, resumes, pending, still } = evidence
    const moves = { halts, suspends, resumes, pending, still }
    const manner: Manner = { type, factuality, background, final, isDayStated, ...moves, readAs: ref.type }
    const sides: Sides = { providers, recipients }
    return [
      evidence.report,
      evidence.exact,
      evidence.start,
      evidence.end,
      ref.start,
      ref.end,
      placeOf(manner),
      placeOf(evidence.date),
      placeOf(sides),
      placeOf(evidence.object),
      placeOf(evidence.words),
      placeOf(evidence.goods),
      placeOf(evidence.amount),
      placeOf(evidence.quantity),
      placeOf(evidence.people),
      placeOf(evidence.speaker),
    ]
  }
  return { values, keep }
}

/** Evidence as it was before it was kept. */
export const openEvidence = (
  [report, exact, start, end, triggerStart, triggerEnd, ...parts]: KeptEvidence,
  reports: ReadonlyMap<string, LinkedReport>,
  values: readonly unknown[],
): ToldEvidence => {
  const [manner, date, sides, object, words, goods, amount, quantity, people, speaker] = parts
  const { readAs, ...told } = values[manner] as Manner
  const { providers, recipients } = values[sides] as Sides
  const { facts } = reports.get(report)!
  return {
    ref: { contentHash: facts.contentHash, start: triggerStart, end: triggerEnd, type: readAs },
    report: facts.report,
    speaker: values[speaker] as ToldEvidence['speaker'],
    exact,
    start,
    end,
    ...told,
    date: values[date] as ToldEvidence['date'],
    providers,
    recipients,
    object: values[object] as ToldEvidence['object'],
    words: values[words] as ToldEvidence['words'],
    goods: values[goods] as ToldEvidence['goods'],
    amount: values[amount] as ToldEvidence['amount'],
    quantity: values[quantity] as ToldEvidence['quantity'],
    people: values[people] as ToldEvidence['people'],
  }
}
