/**
 * What people decided: which decisions stand, whether one can be made, and how right the machine was. Decisions are
 * never overwritten; a later one about the same thing wins, and an undoing can be undone.
 */
import type { CompiledCodebook } from '../codebook/codebook.ts'
import { daysOf } from '../core/edtf.ts'
import { failure } from '../core/errors.ts'
import type { Decision, DecisionAction, EventChange, EvidenceRef } from '../core/records.ts'
import type { LedgerGround } from '../ledger/build.ts'
import { standing } from '../ledger/link.ts'
import type { Corrections } from './read.ts'

export const refKey = ({ contentHash, start, end, type }: EvidenceRef): string =>
  `${contentHash}@${start}-${end}:${type}`

/** Ids of the decisions that are in force. */
export const inForce = (decisions: readonly Decision[]): Set<string> =>
  new Set(standing(decisions).map(({ id }) => id))

const settings = (decisions: readonly Decision[]) =>
  standing(decisions).flatMap(({ id, action }) => (action.kind === 'set' ? [{ id, ...action }] : []))

/** The corrections of reports in force, by content hash: the last word about a field counts. */
export const correctionsOf = (decisions: readonly Decision[]): Map<string, Corrections> => {
  const corrections = new Map<string, Corrections>()
  for (const { contentHash, field, value } of settings(decisions))
    corrections.set(contentHash, { ...corrections.get(contentHash), [field]: value })
  return corrections
}

/** Id of the decision that a field of a report now has its value from. */
export const correctionInForce = (
  decisions: readonly Decision[],
  contentHash: string,
  field: string,
): string | null =>
  settings(decisions).findLast((one) => one.contentHash === contentHash && one.field === field)?.id ?? null

export type Verdict = 'accept' | 'reject' | 'correct'

/** The last word about each piece of evidence, by `refKey`. */
export const verdictsOf = (
  decisions: readonly Decision[],
): Map<string, { readonly type: string; readonly verdict: Verdict }> => {
  const verdicts = new Map<string, { type: string; verdict: Verdict }>()
  for (const { action } of standing(decisions))
    if (action.kind === 'accept' || action.kind === 'reject' || action.kind === 'correct') {
      const key = refKey(action.evidence)
      const { type } = action.evidence
      // Who accepts what was corrected accepts the correction: the machine was still wrong.
      const corrected = action.kind === 'accept' && verdicts.get(key)?.verdict === 'correct'
      verdicts.set(key, { type, verdict: corrected ? 'correct' : action.kind })
    }
  return verdicts
}

/** How many readings of a type people found right, put right, or threw out. */
export interface Judged {
  readonly type: string
  readonly accepted: number
  readonly corrected: number
  readonly rejected: number
}

export const precisionOf = (decisions: readonly Decision[]): Judged[] => {
  const types = new Map<string, { accepted: number; corrected: number; rejected: number }>()
  for (const { type, verdict } of verdictsOf(decisions).values()) {
    const counts = types.get(type) ?? { accepted: 0, corrected: 0, rejected: 0 }
    counts[verdict === 'accept' ? 'accepted' : verdict === 'correct' ? 'corrected' : 'rejected']++
    types.set(type, counts)
  }
  return [...types].sort(([a], [b]) => (a < b ? -1 : 1)).map(([type, counts]) => ({ type, ...counts }))
}

/** The evidence that a decision speaks of. */
export const refsOf = (action: DecisionAction): readonly EvidenceRef[] => {
  if (action.kind === 'undo' || action.kind === 'set') return []
  if (action.kind === 'merge') return [action.evidence, action.with]
  if (action.kind === 'split') return [action.evidence, action.from]
  return [action.evidence]
}

const checkDate = (value: string | null | undefined): void => {
  if (value !== null && value !== undefined && daysOf(value) === null) throw failure('INPUT_DATE', { value })
}

const checkEvent = ({ type, kind, date }: EventChange, codebook: CompiledCodebook): void => {
  checkDate(date)
  if (type !== undefined && !codebook.types.has(type)) throw failure('NOT_FOUND', { id: type })
  if (kind !== undefined && !codebook.model.kinds.includes(kind)) throw failure('NOT_FOUND', { id: kind })
}

/** Refuses a decision about something that is not there, or that says what cannot be. */
export const checkDecision = async (
  action: DecisionAction,
  { facts, decisions }: Pick<LedgerGround, 'facts' | 'decisions'>,
  codebook: CompiledCodebook,
  textOf: (report: string) => Promise<string | null>,
): Promise<void> => {
  const reportWith = (contentHash: string) => {
    const found = facts.find((one) => one.contentHash === contentHash)
    if (found === undefined) throw failure('NOT_FOUND', { id: contentHash })
    return found
  }
  if (action.kind === 'undo') {
    if (!decisions.some(({ id }) => id === action.decision))
      throw failure('NOT_FOUND', { id: action.decision })
    return
  }
  if (action.kind === 'set') {
    reportWith(action.contentHash)
    if (action.field === 'published') checkDate(action.value)
    return
  }
  if (action.kind === 'add') {
    const { contentHash, start, end, type } = action.evidence
    const text = await textOf(reportWith(contentHash).report)
    if (start >= end || text?.slice(start, end) !== action.exact)
      throw failure('REQUEST_INVALID', { reason: `exact is not what stands at ${start}–${end}` })
    checkEvent({ type, ...action.event }, codebook)
    return
  }
  const added = new Set(
    standing(decisions).flatMap((one) => (one.action.kind === 'add' ? [refKey(one.action.evidence)] : [])),
  )
  const refs = refsOf(action)
  for (const ref of refs) {
    const { events } = reportWith(ref.contentHash)
    const isRead = events.some(
      ({ trigger, type }) => trigger.start === ref.start && trigger.end === ref.end && type === ref.type,
    )
    if (!isRead && !added.has(refKey(ref))) throw failure('NOT_FOUND', { id: refKey(ref) })
  }
  if (refs.length === 2 && refKey(refs[0]!) === refKey(refs[1]!))
    throw failure('REQUEST_INVALID', { reason: 'both are the same evidence' })
  if (action.kind === 'correct') checkEvent(action.change, codebook)
}
