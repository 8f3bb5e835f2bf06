/** What changed between two states of the ledger. Pure. */
import type { Commitment, Ledger, Step } from '../formats/ledger.ts'

interface Brief {
  readonly id: string
  readonly title: string
  readonly kind: string
  readonly stage: string | null
  readonly suspension: string
}

export interface LedgerDiff {
  readonly schema: 'aktenlage.diff/1'
  readonly from: { readonly asOf: string | null; readonly snapshot: string }
  readonly to: { readonly asOf: string | null; readonly snapshot: string }
  readonly added: readonly Brief[]
  /** Stage, suspension or history is another. */
  readonly moved: readonly {
    readonly id: string
    readonly title: string
    readonly before: { readonly stage: string | null; readonly suspension: string }
    readonly after: { readonly stage: string | null; readonly suspension: string }
    /** What is new in its history; the evidence stands in the commitment. */
    readonly steps: readonly Omit<Step, 'evidence'>[]
  }[]
  /** There before, not there now: decisions, withdrawals, entries joined under another id. */
  readonly removed: readonly Brief[]
  readonly contradictions: Ledger['contradictions']
}

const brief = ({ id, title, kind, stage, suspension }: Commitment): Brief => ({
  id,
  title,
  kind,
  stage,
  suspension,
})

/** A step is the same while its transition, date and factuality are. */
const stepKey = (step: Step): string =>
  [step.transition, step.date?.edtf ?? '', step.factuality, step.background].join('|')

export const diffLedgers = (from: Ledger, to: Ledger): LedgerDiff => {
  const before = new Map<string, Commitment>()
  for (const commitment of from.commitments)
    for (const id of [commitment.id, ...commitment.aliases]) before.set(id, commitment)
  const seen = new Set<Commitment>()
  const added: Brief[] = []
  const moved: LedgerDiff['moved'][number][] = []
  for (const commitment of to.commitments) {
    const olds = [commitment.id, ...commitment.aliases]
      .map((id) => before.get(id))
      .filter((one) => one !== undefined)
    const old = olds[0]
    for (const one of olds) seen.add(one)
    if (old === undefined) {
      added.push(brief(commitment))
      continue
    }
    // Most steps are the same objects on both days.
    const same = new Set(olds.flatMap((one) => one.history))
    const others = commitment.history.filter((step) => !same.has(step))
    const known = new Set(others.length === 0 ? [] : [...same].map(stepKey))
    const steps = others.filter((step) => !known.has(stepKey(step))).map(({ evidence: _, ...step }) => step)
    if (steps.length > 0 || old.stage !== commitment.stage || old.suspension !== commitment.suspension)
      moved.push({
        id: commitment.id,
        title: commitment.title,
        before: { stage: old.stage, suspension: old.suspension },
        after: { stage: commitment.stage, suspension: commitment.suspension },
        steps,
      })
  }
  const contradicted = new Set(from.contradictions.map((one) => one.id))
  return {
    schema: 'aktenlage.diff/1',
    from: { asOf: from.asOf, snapshot: from.snapshot },
    to: { asOf: to.asOf, snapshot: to.snapshot },
    added,
    moved,
    removed: from.commitments.filter((one) => !seen.has(one)).map(brief),
    contradictions: to.contradictions.filter((one) => !contradicted.has(one.id)),
  }
}
