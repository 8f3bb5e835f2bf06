/** Within one step of a commitment: one act, told by several reports, where the accounts cannot both be true. */
import type { CompiledCodebook } from '../codebook/codebook.ts'
import { type Conflict, claimOf, conflict } from './claims.ts'
import { differencesIn, type Said } from './differences.ts'
import type { FoldedStep } from './fold.ts'
import type { LinkedReport } from './link.ts'
import type { Origins } from './origins.ts'
import { mannersIn, orderersIn } from './told-otherwise.ts'

/** What tellings of one act say differently, whom they name as the one who ordered it, and how it was done. */
export const conflictsIn = (
  step: FoldedStep,
  reports: ReadonlyMap<string, LinkedReport>,
  { areCopies }: Pick<Origins, 'areCopies'>,
  codebook: CompiledCodebook,
): Conflict[] => {
  const differences = differencesIn(step, reports, codebook).filter(({ a, b }) =>
    a.some((one) => b.some((other) => !areCopies(one.report, other.report))),
  )
  // One act has one sum: whatever its accounts say, they contradict one another once.
  const numbers = [...new Set(differences.map(({ kind }) => kind))].map((kind) =>
    conflict(
      kind,
      claimsOf(differences.flatMap((one) => (one.kind === kind ? [...one.a, ...one.b, ...one.beside] : []))),
    ),
  )
  return [...numbers, ...orderersIn(step, reports, areCopies), ...mannersIn(step, reports, areCopies)]
}

/** So many accounts of one figure are shown, those that came out first. */
const shownAlike = 3

const claimsOf = (said: readonly Said[]) => {
  const byFigure = new Map<Said['figure'], Map<string, Said>>()
  for (const one of said) {
    const alike = byFigure.get(one.figure) ?? new Map<string, Said>()
    if (!alike.has(one.report.document)) alike.set(one.report.document, one)
    byFigure.set(one.figure, alike)
  }
  return [...byFigure.values()]
    .flatMap((alike) => [...alike.values()].slice(0, shownAlike))
    .map(({ report, value, evidence }) => claimOf(report, value, evidence))
}
