/** Reports that give somebody offices which nobody holds at once. */
import { gap } from '../core/edtf.ts'
import type { OfficeTold } from '../link/people.ts'
import { type Contradiction, claimOf, conflict, contradiction } from './claims.ts'
import type { LinkedReport } from './link.ts'
import type { Origins } from './origins.ts'

/** So far apart two reports may be that give somebody two offices: later he may have changed. */
const sameOfficeDays = 14

/** Two reports of one story give somebody offices that nobody holds at once. */
export const officesIn = (
  story: readonly LinkedReport[],
  { areCopies }: Pick<Origins, 'areCopies'>,
): Contradiction[] => {
  const told = new Map<string, { readonly office: OfficeTold; readonly report: LinkedReport }[]>()
  for (const report of story)
    for (const office of report.facts.offices) {
      const list = told.get(office.person)
      if (list === undefined) told.set(office.person, [{ office, report }])
      else list.push({ office, report })
    }
  return [...told].flatMap(([person, [first, ...list]]) => {
    const other = list.find(
      ({ office, report }) =>
        office.office !== first!.office.office &&
        report.document !== first!.report.document &&
        gap(report.out, first!.report.out) <= sameOfficeDays &&
        !areCopies(report, first!.report),
    )
    if (other === undefined) return []
    const claims = [first!, other].map(({ office, report }) => claimOf(report, office.office, office))
    return [contradiction(conflict('role', claims), person, null)]
  })
}
