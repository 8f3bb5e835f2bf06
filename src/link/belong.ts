/**
 * Which commitment a piece of evidence belongs to. Evidence of one kind between the same parties is taken in the
 * order in which it was told, so the outcome is the same whatever the order of arrival; a new report makes only the
 * block of its own parties and kind again.
 */
import type { CompiledCodebook } from '../codebook/codebook.ts'
import { dayNumber, gap } from '../core/edtf.ts'
import { between } from '../core/nearness.ts'
import type { Evidence } from './evidence.ts'
import { fitOf, haveOtherSums } from './fit.ts'
import { type Bonds, emptyMatter, type Growing, inOrder, type Matter, type Placed, put } from './matter.ts'

/**
 * Only what somebody did, or announced, makes an entry; a mere possibility goes with one that is there, and so does an
 * announced return to something that is not named.
 */
const founds = ({ evidence }: Placed, unspecific: ReadonlySet<string>): boolean =>
  evidence.factuality === 'actual' ||
  (evidence.factuality === 'planned' &&
    (!evidence.resumes || evidence.goods.some((good) => !unspecific.has(good))))

/** The matters of one block: evidence of one kind between the same parties. */
export const mattersOf = (block: readonly Placed[], codebook: CompiledCodebook, bonds: Bonds): Matter[] => {
  const unspecific = new Set(codebook.model.unspecific)
  const matters: Growing[] = []
  const assign = (placed: Placed, mayFound: boolean): boolean => {
    let best: Growing | null = null
    let bestScore = Number.NEGATIVE_INFINITY
    for (const matter of matters) {
      const score = fitOf(placed, matter, codebook, unspecific, bonds)
      if (score !== null && score > bestScore) {
        best = matter
        bestScore = score
      }
    }
    if (best === null) {
      if (!mayFound) return false
      best = emptyMatter(placed.evidence.kind)
      matters.push(best)
    }
    put(placed, best, codebook, unspecific)
    return true
  }
  const sorted = [...block].sort(inOrder)
  // What names its goods or its title comes first within a report, so that the unspecific finds it there.
  const telling = ({ evidence }: Placed): boolean =>
    evidence.words.size > 0 ||
    evidence.goods.some((good) => !unspecific.has(good)) ||
    evidence.amount !== null
  for (let from = 0; from < sorted.length; ) {
    let to = from
    while (to < sorted.length && sorted[to]!.told === sorted[from]!.told) to++
    const day = sorted.slice(from, to)
    for (const wanted of [true, false])
      for (const placed of day)
        if (founds(placed, unspecific) && telling(placed) === wanted) assign(placed, true)
    from = to
  }
  for (const placed of sorted) if (!founds(placed, unspecific)) assign(placed, false)
  return joinByAct(matters, codebook, bonds).map(({ kind, members }) => ({
    kind,
    members: members.sort(inOrder),
  }))
}

/** Tellings of one act within these days are one act. */
const sameActDays = 7

/**
 * Two matters of which the same act is told are one, though each report names only some of the goods: a stop of
 * „Raketen und Munition“ and a stop of „Raketen und Flugabwehr“ on the same day.
 */
const joinByAct = (matters: readonly Growing[], codebook: CompiledCodebook, bonds: Bonds): Growing[] => {
  const unspecific = new Set(codebook.model.unspecific)
  const isOneDay = ({ type }: Evidence): boolean => codebook.types.get(type)?.tellings.oneDay === true
  const acts = (matter: Growing): Placed[] =>
    matter.members.filter(
      ({ evidence }) => evidence.factuality === 'actual' && (evidence.suspends || isOneDay(evidence)),
    )
  /** Money is granted once a day; of goods the same ones, on a day that both name. */
  const isOneThing = (a: Evidence, b: Evidence): boolean => {
    const traits = codebook.model.kindTraits[a.kind]
    if (traits?.sum === true) return !a.earlier && !b.earlier
    return (
      traits?.flow === true &&
      a.date !== null &&
      a.date.edtf === b.date?.edtf &&
      a.goods.some((good) => !unspecific.has(good)) &&
      a.goods.join() === b.goods.join()
    )
  }
  /** Two houses may vote on two things in a month, but on one day two reports tell of one vote. */
  const sameDay = (a: Placed, b: Placed): boolean =>
    isOneDay(a.evidence) &&
    isOneThing(a.evidence, b.evidence) &&
    a.evidence.report !== b.evidence.report &&
    gap(a.days, b.days) === 0 &&
    Math.abs(dayNumber(a.days.last ?? a.told) - dayNumber(b.days.last ?? b.told)) <= 1 &&
    (a.evidence.date?.edtf === b.evidence.date?.edtf || Math.abs(dayNumber(a.told) - dayNumber(b.told)) <= 2)
  const separate = (a: Growing, b: Growing): boolean =>
    a.members.some(({ evidence }) => {
      const apart = bonds.apart.get(evidence.key)
      return apart !== undefined && b.members.some((member) => apart.has(member.evidence.key))
    }) ||
    [a.ordinals, a.programmes].some((set, index) => {
      const other = index === 0 ? b.ordinals : b.programmes
      return set.size > 0 && other.size > 0 && ![...set].some((value) => other.has(value))
    })
  const out: Growing[] = []
  for (const matter of matters) {
    const own = acts(matter)
    const same = out.find(
      (other) =>
        own.length > 0 &&
        !separate(matter, other) &&
        acts(other).some((theirs) =>
          own.some(
            (act) =>
              act.evidence.type === theirs.evidence.type &&
              ((sameDay(act, theirs) && !haveOtherSums(matter, other)) ||
                (act.evidence.suspends &&
                  between(act.near, theirs.near) <= sameActDays &&
                  act.evidence.goods.some(
                    (good) => !unspecific.has(good) && theirs.evidence.goods.includes(good),
                  ))),
          ),
        ),
    )
    if (same === undefined) out.push(matter)
    else for (const member of matter.members) put(member, same, codebook, unspecific)
  }
  return out
}
