/** Entries that would bear one title are told apart by the month in which they begin. */
import { daysOf } from '../core/edtf.ts'
import type { Commitment } from '../formats/ledger.ts'

/** `2023-04` of the first step that has a date, else of the first report; null where neither is known. */
const beginning = ({ history }: Commitment): string | null => {
  const dated = history.flatMap((step) => {
    const days = daysOf(step.date?.edtf)
    return days?.first ?? days?.last ?? []
  })
  const told = history.flatMap((step) =>
    step.evidence.flatMap(({ published }) => published?.slice(0, 10) ?? []),
  )
  const [first] = (dated.length > 0 ? dated : told.filter((day) => /^\d{4}-\d\d/u.test(day))).sort()
  return first?.slice(0, 7) ?? null
}

const monthIn = (month: string, language: string): string =>
  new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month}-01T00:00:00Z`),
  )

/**
 * „Deutschland → Ukraine: Luftverteidigung, April 2023“. A name that a person gave stays as it is, and so does a title
 * whose month tells nothing apart.
 */
export const toldApart = (commitments: readonly Commitment[]): Commitment[] => {
  const alike = new Map<string, Commitment[]>()
  for (const one of commitments) {
    const list = alike.get(one.title)
    if (list === undefined) alike.set(one.title, [one])
    else list.push(one)
  }
  const months = new Map<Commitment, string>()
  for (const list of alike.values()) {
    if (list.length < 2) continue
    const begins = list.map(beginning)
    list.forEach((one, index) => {
      const month = begins[index]
      const isMachine = Object.keys(one.titles).length > 0
      if (isMachine && month != null && begins.filter((other) => other === month).length === 1)
        months.set(one, month)
    })
  }
  return commitments.map((one) => {
    const month = months.get(one)
    if (month === undefined) return one
    const titles = Object.entries(one.titles).map(([language, title]) => [
      language,
      `${title}, ${monthIn(month, language)}`,
    ])
    return { ...one, title: `${one.title}, ${monthIn(month, 'de')}`, titles: Object.fromEntries(titles) }
  })
}
