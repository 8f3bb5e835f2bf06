/** Steps as news: with an id that stays when others join, and the instants at which they were told. */
import { shortId } from '../core/hash.ts'
import type { Commitment, Step } from '../formats/ledger.ts'
import { type ExportInput, instantOf, passageKey, urn } from './input.ts'

export interface ToldStep {
  readonly id: string
  readonly commitment: Commitment
  readonly step: Step
  /** When the first and the last of its reports appeared. */
  readonly first: string
  readonly last: string
}

/** Steps that rest on evidence, in the order of the ledger. */
export const toldSteps = ({ ledger, reports }: Pick<ExportInput, 'ledger' | 'reports'>): ToldStep[] => {
  const taken = new Map<string, number>()
  return ledger.commitments.flatMap((commitment) =>
    commitment.history.flatMap((step) => {
      const instants = step.evidence
        .map((piece) => {
          const capturedAt = reports.get(piece.report)?.capturedAt ?? '1970-01-01T00:00:00Z'
          return { piece, instant: instantOf(piece.published, capturedAt) }
        })
        .sort((a, b) =>
          a.instant < b.instant ? -1 : a.instant > b.instant ? 1 : a.piece.report < b.piece.report ? -1 : 1,
        )
      const earliest = instants[0]
      if (earliest === undefined) return []
      const key = shortId(
        'step',
        `${commitment.id} ${step.transition} ${step.factuality} ${passageKey(earliest.piece)}`,
      ).replace('step-', '')
      const again = taken.get(key) ?? 0
      taken.set(key, again + 1)
      const id = urn(`${commitment.id}:step:${key}${again === 0 ? '' : `-${again}`}`)
      return [{ id, commitment, step, first: earliest.instant, last: instants.at(-1)!.instant }]
    }),
  )
}
