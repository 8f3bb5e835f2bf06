/** Between steps of one commitment: one account says that it happened or ended, another that it did not. */
import { type Days, gap } from '../core/edtf.ts'
import { type Conflict, claimOf, conflict } from './claims.ts'
import type { FoldedStep } from './fold.ts'
import type { LinkedReport } from './link.ts'
import type { Origins } from './origins.ts'
import type { ToldEvidence } from './told-evidence.ts'

/** Both name a good or a word of the other's object; an account that names neither is about whatever the entry is. */
const isSameThing = (a: ToldEvidence, b: ToldEvidence): boolean => {
  const namesNothing = ({ goods, words }: ToldEvidence): boolean => goods.length === 0 && words.length === 0
  if (namesNothing(a) || namesNothing(b)) return true
  return a.goods.some((good) => b.goods.includes(good)) || a.words.some((word) => b.words.includes(word))
}

/** Accounts of one act lie at most so many days apart. */
const sameTimeDays = 5
/** „noch immer“ within so many days after the end speaks of what is said to have ended. */
const stillDays = 90

type Act = Pick<FoldedStep, 'transition' | 'factuality' | 'members'>
type Reports = ReadonlyMap<string, LinkedReport>
type Member = FoldedStep['members'][number]

/** „bis zum 2. Juli“ says nothing of the years before: what is news is as old as its report. */
const whenOf = ({ told }: Member, { out }: LinkedReport): Days =>
  told !== null && told.first !== null ? told : out

/** Out before the act, so that it speaks of an older state. */
const isOlder = ({ out }: LinkedReport, act: Days): boolean =>
  out.last !== null && act.first !== null && out.last < act.first

/** Certainly out after a day. */
const isLater = ({ out }: LinkedReport, { last }: Days): boolean =>
  out.first !== null && last !== null && out.first > last

/** One account says that it happened, another that it did not: a denial, or „noch nicht“ after it had. */
export const denialsIn = (
  steps: readonly Act[],
  reports: Reports,
  { areCopies }: Pick<Origins, 'areCopies'>,
): Conflict[] =>
  steps
    .filter((step) => step.factuality === 'denied')
    .flatMap((denied) =>
      steps
        .filter(({ factuality, transition }) => factuality === 'actual' && transition === denied.transition)
        .flatMap((actual) =>
          denied.members.flatMap((no) => {
            const denier = reports.get(no.evidence.report)!
            const yes = actual.members.find((member) => {
              const teller = reports.get(member.evidence.report)!
              if (areCopies(teller, denier) || teller === denier) return false
              const when = whenOf(member, teller)
              return (
                isSameThing(member.evidence, no.evidence) &&
                gap(when, whenOf(no, denier)) <= sameTimeDays &&
                !isOlder(denier, when) &&
                (!no.evidence.pending || isLater(denier, when))
              )
            })
            if (yes === undefined) return []
            return [
              conflict(no.evidence.pending ? 'status' : 'denial', [
                claimOf(reports.get(yes.evidence.report)!, 'actual', yes.evidence),
                claimOf(denier, 'denied', no.evidence),
              ]),
            ]
          }),
        ),
    )

/** One account says that a stop has ended, a later one that it still holds, and nobody tells of a new one. */
export const endingsIn = (
  steps: readonly Act[],
  reports: Reports,
  { areCopies }: Pick<Origins, 'areCopies'>,
): Conflict[] => {
  const actual = steps.filter(({ factuality }) => factuality === 'actual')
  const stops = actual.flatMap(({ members }) => members.filter(({ evidence }) => evidence.suspends))
  if (!stops.some(({ evidence }) => evidence.still)) return []
  return actual.flatMap(({ members }) => {
    const end = members.find(({ evidence, told }) => evidence.resumes && told !== null)
    if (end === undefined) return []
    const teller = reports.get(end.evidence.report)!
    const ended = whenOf(end, teller)
    const since = stops.filter((stop) => {
      const report = reports.get(stop.evidence.report)!
      return (
        isLater(report, ended) &&
        gap(report.out, ended) <= stillDays &&
        !areCopies(report, teller) &&
        isSameThing(stop.evidence, end.evidence)
      )
    })
    // Somebody stopped it again.
    if (since.length === 0 || !since.every(({ evidence }) => evidence.still)) return []
    return [
      conflict('status', [
        claimOf(teller, 'ended', end.evidence),
        ...since.map(({ evidence }) => claimOf(reports.get(evidence.report)!, 'holds', evidence)),
      ]),
    ]
  })
}
