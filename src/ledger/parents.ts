/** Parts and wholes: what was stopped or refused of a larger flow is a commitment of its own goods, its child. */
import type { CompiledCodebook } from '../codebook/codebook.ts'
import { type Days, daysOf, gap } from '../core/edtf.ts'
import type { Commitment } from '../formats/ledger.ts'

/** So many days may lie between the histories of a part and its whole. */
const reach = 120

const spans = new WeakMap<Commitment, Days>()

const spanOf = (commitment: Commitment): Days => {
  const known = spans.get(commitment)
  if (known !== undefined) return known
  const span = spanOfHistory(commitment)
  spans.set(commitment, span)
  return span
}

const spanOfHistory = (commitment: Commitment): Days => {
  const days = commitment.history.flatMap((step) => daysOf(step.date?.edtf) ?? [])
  const ends = days.flatMap(({ first, last }) => [first, last].filter((end) => end !== null)).sort()
  return { first: ends[0] ?? null, last: ends.at(-1) ?? null }
}

const lasts = (steps: Commitment['history']): string =>
  steps.map((step) => daysOf(step.date?.edtf)?.last ?? '9999').sort()[0] ?? '9999'
const beginsBy = ({ history }: Commitment): string =>
  lasts(history.filter((step) => step.factuality === 'actual'))
const stopsIn = ({ kind, history }: Commitment, codebook: CompiledCodebook): Commitment['history'] =>
  history.filter((step) => codebook.types.get(step.transition)?.moves[kind]?.suspend !== undefined)

/** Id of a part → id of its whole. */
export const parentsOf = (
  commitments: readonly Commitment[],
  codebook: CompiledCodebook,
): ReadonlyMap<string, string> => {
  const unspecific = new Set(codebook.model.unspecific)
  const out = new Map<string, string>()
  const blocks = new Map<string, Commitment[]>()
  for (const commitment of commitments) {
    const key = `${commitment.kind} ${[...commitment.providers, ...commitment.recipients].sort().join('+')}`
    const block = blocks.get(key)
    if (block === undefined) blocks.set(key, [commitment])
    else block.push(commitment)
  }
  for (const block of blocks.values()) {
    if (block.length < 2) continue
    for (const part of block) {
      const goods = part.goods.filter((good) => !unspecific.has(good))
      const stops = stopsIn(part, codebook)
      if (stops.length === 0 || goods.length === 0) continue
      const wholes = block
        .filter((whole) => {
          if (whole === part || gap(spanOf(whole), spanOf(part)) > reach) return false
          // It was there before a part of it was stopped.
          if (!(beginsBy(whole) <= lasts(stops))) return false
          const theirs = whole.goods.filter((good) => !unspecific.has(good))
          return (
            theirs.length === 0 ||
            (theirs.length > goods.length && goods.every((good) => theirs.includes(good)))
          )
        })
        .sort((a, b) => b.goods.length - a.goods.length || (a.id < b.id ? -1 : 1))
      if (wholes[0] !== undefined) out.set(part.id, wholes[0].id)
    }
  }
  return out
}
