/** How well a piece of evidence fits a matter: what speaks against it outright, and what speaks for it. */
import type { CompiledCodebook } from '../codebook/codebook.ts'
import { gap, width } from '../core/edtf.ts'
import { between, type Nearness, spanOf } from '../core/nearness.ts'
import type { Evidence } from './evidence.ts'
import { type Bonds, type Growing, isDated, type Placed, sharedNames } from './matter.ts'

/** A name, an ordinal or a programme that both have carries further. */
const namedReach = 3
/** So many of something are not promised every week. */
const tellingCount = 10
/** What was asked for waits for its answer. */
const answerReach = 4
/** Announcements of different amounts on different days are different commitments. */
const amountDays = 3
const amountRatio = 1.1
export const partRatio = 10
/** An agreement without a name is one that was told of within these days. */
const namelessDays = 60
/** What is told of more days than these is a long flow. */
const longFlowDays = 120
/** A retelling is no new commitment within these days. */
const freshDays = 10
/** A stop of everything is the stop of some goods only where both are told of within these days. */
const sameStopDays = 30
/** What has nothing in common but its parties is one thing only where it is told of within these days. */
const looseDays = 14
/** Of money, of which is told more seldom, within these. */
const looseMoneyDays = 45
/** Two days for one signing may be told so far apart. */
const signingDays = 5
/** Different names for a flow may be those of its parts where they are told of within these days. */
const partDays = 45

/** Evidence beside a matter. */
interface Beside {
  readonly placed: Placed
  readonly evidence: Evidence
  readonly matter: Growing
  readonly traits: CompiledCodebook['model']['kindTraits'][string]
  readonly type: ReturnType<CompiledCodebook['types']['get']> & object
  /** What the matter holds of the same report. */
  readonly inReport: readonly Placed[]
  readonly sameReport: boolean
  /** Days to the nearest evidence. */
  readonly distance: number
  /** An ordinal or a programme that both have. */
  readonly named: boolean
  /** Names in common. */
  readonly names: number
  /** Goods that say more than „Waffen“: those of the evidence, of the matter, and how many both have. */
  readonly specific: readonly string[]
  readonly theirs: readonly string[]
  readonly goods: number
  /** „25 Panzer“ in spring and in autumn are the same 25. */
  readonly sameCount: boolean
  /** It grants or resumes what had been stopped. */
  readonly answers: boolean
}

/** Days between evidence and others; what has no days is near to everything. */
const distanceTo = ({ near }: Placed, others: Nearness): number => {
  const distance = others.distanceTo(near)
  return distance === Number.POSITIVE_INFINITY ? 0 : distance
}

const sharesGoods = (a: Evidence, b: Evidence): boolean => a.goods.some((good) => b.goods.includes(good))

const beside = (
  placed: Placed,
  matter: Growing,
  distance: number,
  codebook: CompiledCodebook,
  unspecific: ReadonlySet<string>,
): Beside => {
  const { evidence } = placed
  const type = codebook.types.get(evidence.type)!
  const inReport = matter.told.get(evidence.report) ?? []
  const specific = evidence.goods.filter((good) => !unspecific.has(good))
  const goods = specific.filter((good) => matter.goods.has(good)).length
  const { quantity } = evidence.event
  return {
    placed,
    evidence,
    matter,
    traits: codebook.model.kindTraits[evidence.kind]!,
    type,
    inReport,
    sameReport: inReport.length > 0,
    distance,
    named: hasLabel(evidence) && labels.some((label) => sharesLabel(label(evidence, matter))),
    names: sharedNames(evidence.words, matter.names),
    specific,
    theirs: [...matter.goods].filter((good) => !unspecific.has(good)),
    goods,
    sameCount:
      goods > 0 && quantity !== null && quantity.value >= tellingCount && matter.counts.has(quantity.value),
    answers:
      matter.suspended &&
      (type.moves[evidence.kind]?.clears?.length ?? 0) > 0 &&
      !evidence.suspends &&
      !evidence.earlier,
  }
}

/** „das dritte Paket“, „PURL-Programm“: what evidence says of itself, and what is said of the matter. */
type Label = readonly [own: string | null, theirs: ReadonlySet<string>]
const labels: readonly ((evidence: Evidence, matter: Growing) => Label)[] = [
  ({ ordinal }, { ordinals }) => [ordinal, ordinals],
  ({ programme }, { programmes }) => [programme, programmes],
]
const hasLabel = ({ ordinal, programme }: Evidence): boolean => ordinal !== null || programme !== null
const sharesLabel = ([own, theirs]: Label): boolean => own !== null && theirs.has(own)
const isOtherLabel = ([own, theirs]: Label): boolean => own !== null && theirs.size > 0 && !theirs.has(own)

/** Why evidence cannot belong to a matter; each is a reason by itself. */
const obstacles: readonly ((both: Beside) => boolean)[] = [
  ({ evidence, matter }) =>
    hasLabel(evidence) && labels.some((label) => isOtherLabel(label(evidence, matter))),

  // Other goods.
  ({ specific, theirs, goods }) => goods === 0 && specific.length > 0 && theirs.length > 0,

  // Different names for an agreement, a fund or a programme are different things; for goods they may be parts.
  (both) => {
    if (!hasOtherName(both)) return false
    const { traits, goods, distance, sameReport } = both
    return traits.flow
      ? !isSameStop(both) && !both.sameCount && !pointsBack(both) && (goods === 0 || distance > partDays)
      : !(traits.sum && (sameReport || tellsSameSum(both)))
  },

  // One report may tell of a stop and of its end years later.
  ({ traits, named, sameCount, names, sameReport, goods, matter, distance, evidence }) =>
    !(sameReport && goods > 0 && (evidence.halts || evidence.resumes)) &&
    distance >
      traits.reachDays *
        (named || sameCount || names > 0 || (sameReport && goods > 0) ? namedReach : 1) *
        (goods > 0 && matter.waits ? answerReach : 1),

  // „Waffen“ in spring and „Drohnen“ in summer; of what nobody dates it is not known.
  (both) =>
    !both.traits.mutual &&
    hasNothingInCommon(both) &&
    (both.distance > (both.traits.sum ? looseMoneyDays : looseDays) || !isDated(both.placed)),

  // A letter of intent was signed in June, „ein Abkommen“ in July.
  ({ type, placed, names, named, matter }) =>
    type.tellings.mutual &&
    type.tellings.oneDay &&
    isNews(placed) &&
    names === 0 &&
    !named &&
    !matter.signings.isEmpty &&
    matter.signings.distanceTo(spanOf({ first: placed.told, last: placed.told })) > signingDays,

  // What is granted or promised after all was used up is something else.
  ({ type, evidence, placed, matter, names, named }) =>
    matter.usedUpBy !== null &&
    !type.tellings.usesUp &&
    !evidence.earlier &&
    names === 0 &&
    !named &&
    placed.near.first > matter.usedUpBy,

  // „das Abkommen“ points back to one of these weeks.
  ({ traits, names, named, sameReport, distance }) =>
    traits.mutual && names === 0 && !named && !sameReport && distance > namelessDays,

  // „ein neues Paket“ is another one than that of the weeks before. But what ends a refusal is granted anew.
  ({ evidence, matter, answers, distance }) =>
    evidence.fresh &&
    !evidence.earlier &&
    !matter.fresh &&
    !answers &&
    (matter.earlier || distance > freshDays),

  // „die bisherigen Mittel“ are not the new ones.
  ({ evidence, matter, sameReport }) =>
    evidence.earlier && !evidence.fresh && matter.fresh && !matter.earlier && sameReport,

  ({ traits, evidence, matter }) =>
    traits.flow && evidence.parcel !== matter.parcel && !evidence.suspends && !evidence.resumes,

  ({ placed, matter }) =>
    matter.sums.some((sum) => {
      const ratio = ratioOf(sum.evidence, placed.evidence)
      if (ratio === null || isSameSum(ratio)) return false
      // A payment out of a fund belongs to the fund.
      if (placed.evidence.drawn && ratio > 1) return false
      // A package is not the billions that it is paid from; two sums in one report are two things.
      return (
        isOfAnotherSize(ratio) ||
        sum.evidence.report === placed.evidence.report ||
        gap(sum.days, placed.days) > amountDays
      )
    }),

  // A newly promised sum is another one than what was promised weeks ago.
  ({ type, evidence, matter, names, goods, named, traits, distance }) =>
    type.tellings.undertakes &&
    evidence.amount !== null &&
    !evidence.background &&
    names === 0 &&
    goods === 0 &&
    !named &&
    (matter.suspended ? traits.sum : matter.undertaken && distance > freshDays) &&
    !matter.sums.some((member) => member.evidence.amount?.value === evidence.amount!.value),

  // Only some of what flows is stopped: a child of the whole, unless that stop is told of already.
  ({ evidence, specific, matter }) =>
    evidence.suspends &&
    specific.length > 0 &&
    matter.flowing.size > specific.length &&
    specific.every((good) => matter.flowing.has(good)) &&
    !matter.members.some(
      (member) => member.evidence.type === evidence.type && sharesGoods(member.evidence, evidence),
    ),

  // What had been approved earlier is not what is being refused now, and what is used up was never refused.
  ({ traits, evidence, matter, sameReport, type }) =>
    traits.sum &&
    ((evidence.earlier && !evidence.suspends && matter.refused && sameReport) ||
      (evidence.suspends && matter.earlier && sameReport) ||
      (type.tellings.usesUp && matter.refused) ||
      (evidence.suspends && matter.usedUp)),

  // All aid is stopped, not one package of it.
  ({ evidence, traits, specific, names, sameReport, matter }) =>
    evidence.suspends &&
    traits.flow &&
    specific.length === 0 &&
    names === 0 &&
    !evidence.parcel &&
    !sameReport &&
    !matter.refused &&
    (matter.parcel || matter.sums.length > 0),

  // Nor the one delivery that was told of before, unless it is its stop that is told of.
  ({ placed, evidence, specific, names, theirs, sameReport, matter }) =>
    evidence.suspends &&
    specific.length === 0 &&
    names === 0 &&
    theirs.length > 0 &&
    !sameReport &&
    !matter.members.some(
      (member) => member.evidence.type === evidence.type && between(member.near, placed.near) <= sameStopDays,
    ),

  // Years of help, or more of it, are not the one delivery that a report happens to name.
  ({ placed, evidence, matter, names, goods, theirs }) =>
    names === 0 &&
    goods === 0 &&
    theirs.length > 0 &&
    !evidence.suspends &&
    !evidence.resumes &&
    ((width(placed.days) > longFlowDays && placed.days.first !== null) || (evidence.fresh && !matter.fresh)),

  // Asking for weapons in general is not yet part of the flow that is told of in another report.
  ({ type, names, goods, sameReport }) => type.reverses !== null && names === 0 && goods === 0 && !sameReport,
]

const hasOtherName = ({ names, evidence, matter }: Beside): boolean =>
  names === 0 && evidence.words.size > 0 && matter.names.size > 0

const hasNothingInCommon = ({
  names,
  named,
  goods,
  sameReport,
  answers,
  evidence,
  matter,
}: Beside): boolean =>
  names === 0 &&
  !named &&
  goods === 0 &&
  !sameReport &&
  !answers &&
  !evidence.suspends &&
  !evidence.resumes &&
  !matter.sums.some((sum) => {
    const ratio = ratioOf(sum.evidence, evidence)
    return ratio !== null && isSameSum(ratio)
  })

/** What a report begins with, told as done. */
const isNews = ({ evidence, told }: Placed): boolean =>
  evidence.factuality === 'actual' &&
  !evidence.background &&
  evidence.event.sentence <= leadSentences &&
  told !== undated
const leadSentences = 1
/** Sorts after every day: of a report that nobody dates. */
const undated = '9999'

/** „ein Teil der Waffen“ in one report, „die Patriot-Raketen“ in the next: the stop of one week is one stop. */
const isSameStop = ({ evidence, matter, placed }: Beside): boolean =>
  (evidence.halts || evidence.resumes) &&
  (matter.undatedStop || matter.stops.distanceTo(placed.near) <= sameStopDays)

/** The same sum to the cent. */
const tellsSameSum = ({ evidence, matter }: Beside): boolean =>
  matter.sums.some((sum) => ratioOf(sum.evidence, evidence) === 1)

/** „18 Panzer … Die Fahrzeuge seien am Montag übergeben worden“ */
const pointsBack = ({ specific, evidence, inReport }: Beside): boolean =>
  specific.length === 0 &&
  !evidence.fresh &&
  evidence.amount === null &&
  inReport.some((member) => member.evidence.type === evidence.type)

/** How many times the second sum the first is; null where they cannot be compared. */
const ratioOf = ({ amount }: Evidence, { amount: other }: Evidence): number | null =>
  amount === null || other === null || amount.currency !== other.currency ? null : amount.value / other.value

const isSameSum = (ratio: number): boolean => ratio <= amountRatio && ratio >= 1 / amountRatio

const isOfAnotherSize = (ratio: number): boolean => ratio > partRatio || ratio < 1 / partRatio

/** A sum that is many times the other is that of something else. */
export const haveOtherSums = (a: Growing, b: Growing): boolean =>
  a.sums.some((sum) =>
    b.sums.some((other) => {
      const ratio = ratioOf(sum.evidence, other.evidence)
      return ratio !== null && isOfAnotherSize(ratio)
    }),
  )

/** What speaks for it, in points that only compare one matter with another. */
const merit = (both: Beside): number => {
  const { placed, evidence, matter, names, goods, distance } = both
  let score = 1 / (1 + distance / 30)
  if (both.named) score += 3 * labels.filter((label) => sharesLabel(label(evidence, matter))).length
  if (names > 0) score += 2 + Math.min(names, 3)
  if (goods > 0) score += 2
  if (hasOtherName(both)) score -= 1
  for (const sum of matter.sums) {
    const ratio = ratioOf(sum.evidence, evidence)
    if (ratio !== null && isSameSum(ratio)) score += 2
  }
  // The stop that was told of last is the one that ends, or that is told again.
  if ((evidence.resumes || evidence.halts) && (matter.undatedStop || !matter.stops.isEmpty))
    score += 4 + 4 / (1 + distanceTo(placed, matter.stops) / sameStopDays)
  if (both.answers) score += 2
  if (both.sameReport) score += 0.5
  return score
}

/** How well evidence fits a matter; null where it cannot be the same. */
export const fitOf = (
  placed: Placed,
  matter: Growing,
  codebook: CompiledCodebook,
  unspecific: ReadonlySet<string>,
  bonds: Bonds,
): number | null => {
  const distance = distanceTo(placed, matter.days)
  // Nothing carries further; most matters of a large archive are long over.
  if (distance > codebook.model.kindTraits[placed.evidence.kind]!.reachDays * namedReach * answerReach)
    return null
  const apart = bonds.apart.get(placed.evidence.key)
  if (apart !== undefined && matter.members.some((member) => apart.has(member.evidence.key))) return null
  const both = beside(placed, matter, distance, codebook, unspecific)
  return obstacles.some((stands) => stands(both)) ? null : merit(both)
}
