/** The queue of what the machine read and nobody has judged, and what a decision would change before it is made. */
import { daysOf } from '../core/edtf.ts'
import type { Decision, DecisionAction } from '../core/records.ts'
import type { Commitment, Ledger, LedgerEvidence, Step } from '../formats/ledger.ts'
import type { Archive } from './archive.ts'
import { refKey, refsOf, verdictsOf } from './decisions.ts'
import type { LedgerRequest } from './ledger-source.ts'

export interface Proposal {
  readonly commitment: Commitment
  readonly step: Step
  readonly evidence: LedgerEvidence
  /** State of the commitment without the step; null where it is the first. */
  readonly before: { readonly stage: string | null; readonly suspension: string } | null
}

const lastDay = ({ history }: Commitment): string => {
  let last = ''
  for (const { factuality, date } of history) {
    const day = factuality === 'actual' ? (daysOf(date?.edtf)?.last ?? '') : ''
    if (day > last) last = day
  }
  return last
}

/** What is stopped or disputed first, then what moved last. */
const byNeed = (ledger: Ledger): Commitment[] => {
  const disputed = new Set(ledger.contradictions.map((one) => one.commitment))
  const keyed = ledger.commitments.map((one) => ({
    one,
    need: Number(one.suspension !== 'none') + Number(disputed.has(one.id)),
    day: lastDay(one),
  }))
  return keyed
    .sort(
      (a, b) =>
        b.need - a.need || (a.day > b.day ? -1 : a.day < b.day ? 1 : 0) || (a.one.id < b.one.id ? -1 : 1),
    )
    .map(({ one }) => one)
}

/** Names a proposal, and is the cursor of what comes after it. */
export const proposalId = ({ evidence }: Proposal): string => refKey(evidence.ref)

/** One proposal for each step of which no evidence has been judged: its first piece of evidence. */
export const reviewQueue = (
  ledger: Ledger,
  decisions: readonly Decision[],
  commitment?: string | undefined,
): Proposal[] => {
  const verdicts = verdictsOf(decisions)
  const hashes = new Set(decisions.flatMap(({ action }) => refsOf(action).map((ref) => ref.contentHash)))
  // Few reports have been judged; of the others no key need be made.
  const isJudged = ({ ref }: LedgerEvidence): boolean =>
    hashes.has(ref.contentHash) && verdicts.has(refKey(ref))
  return byNeed(ledger).flatMap((one) => {
    if (commitment !== undefined && one.id !== commitment && !one.aliases.includes(commitment)) return []
    const proposals: Proposal[] = []
    let before: Proposal['before'] = null
    for (const step of one.history) {
      const [first] = step.evidence
      if (first !== undefined && !step.evidence.some(isJudged))
        proposals.push({ commitment: one, step, evidence: first, before })
      if (step.factuality === 'actual') before = { stage: step.stage, suspension: step.suspension }
    }
    return proposals
  })
}

export interface Preview {
  /** Entries that would be other ones, or other, as they are and as they would be. */
  readonly before: readonly Commitment[]
  readonly after: readonly Commitment[]
}

/** Only the reports around what is decided are linked again, so that an answer comes at once in a large archive. */
export const previewDecision = async (
  archive: Archive,
  action: DecisionAction,
  request: LedgerRequest,
): Promise<Preview> => {
  const [ground, codebook, ledger] = await Promise.all([
    archive.ledgers.ground(),
    archive.codebook(),
    archive.ledger(request),
  ])
  const about =
    action.kind === 'undo'
      ? (ground.decisions.find(({ id }) => id === action.decision)?.action ?? action)
      : action
  const wanted = new Set(refsOf(about).map(refKey))
  const hashes = new Set(refsOf(about).map(({ contentHash }) => contentHash))
  const parties = (one: Commitment): string =>
    `${one.kind} ${[...one.providers, ...one.recipients].sort().join('+')}`
  const holds = (one: Commitment): boolean =>
    one.history.some((step) => step.evidence.some(({ ref }) => wanted.has(refKey(ref))))
  const touched = new Set(ledger.commitments.filter(holds).map(parties))
  const near = new Set(
    ledger.commitments
      .filter((one) => touched.has(parties(one)))
      .flatMap((one) => one.history.flatMap((step) => step.evidence.map(({ report }) => report))),
  )
  const part = {
    facts: ground.facts.filter(({ report, contentHash }) => near.has(report) || hashes.has(contentHash)),
    withdrawn: [],
  }
  const { buildLedger } = await import('../ledger/build.ts')
  const query = { asOf: request.asOf, clock: request.clock }
  const told = (decisions: readonly Decision[]): readonly Commitment[] =>
    // A codebook object of its own keeps the large ledger's memory as it is.
    buildLedger({ ...part, decisions }, query, { ...codebook }).commitments
  const [before, after] = [
    told(ground.decisions),
    told([...ground.decisions, { id: 'd-preview', decidedAt: '9999', by: '', action }]),
  ]
  const same = (a: Commitment, b: Commitment): boolean => JSON.stringify(a) === JSON.stringify(b)
  return {
    before: before.filter((one) => !after.some((other) => same(one, other))),
    after: after.filter((one) => !before.some((other) => same(one, other))),
  }
}
