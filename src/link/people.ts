/** What a report says about people: who ordered a stop, who holds which office. */
import type { FactRules } from '../core/fact-rules.ts'
import type { Reading } from '../formats/reading.ts'

/** „Der Stopp war von Minister Max Muster angeordnet worden“: whom a report names as the one who ordered a stop. */
export interface Order {
  readonly start: number
  readonly end: number
  readonly exact: string
  readonly person: string
  /** Where the sentence speaks of „die Entscheidung“: where the evidence of the event begins that was told last. */
  readonly after: number | null
}

/** „Außenministerin Anna Roth“: an office that excludes others, as a report gives it to somebody. */
export interface OfficeTold {
  readonly start: number
  readonly end: number
  readonly exact: string
  readonly person: string
  readonly office: string
}

/** Sentences that name one person only, so that nobody else can be meant. */
export const ordersOf = (
  reading: Pick<Reading, 'sentences' | 'entities' | 'events'> & {
    readonly article: Pick<Reading['article'], 'text'>
  },
  { orders }: FactRules,
): Order[] =>
  reading.sentences.flatMap(({ start, end }) => {
    const exact = reading.article.text.slice(start, end)
    const act = orders.ordered.exec(exact) ?? orders.decided.exec(exact) ?? orders.orderedThat.exec(exact)
    if (act === null) return []
    // „hat … angeordnet, obwohl nichts dafür sprach“: what follows the act says nothing about who did it.
    const comma = exact.indexOf(',', act.index)
    const account = comma < 0 || exact.includes('?') ? exact : exact.slice(0, comma)
    if (orders.leftOpen.test(account)) return []
    const names =
      (orders.ordered.test(account) && orders.stops.test(account)) || orders.orderedThat.test(exact)
    const refersBack =
      orders.decision.test(account) && orders.decided.test(account) && !orders.open.test(account)
    const before = reading.events.findLast(({ evidence }) => evidence.end <= start)
    if (!names && !(refersBack && before !== undefined)) return []
    const people = new Set(
      reading.entities.flatMap((entity) =>
        entity.type === 'PER' && entity.start >= start && entity.end <= end ? [entity.name] : [],
      ),
    )
    const [person] = people
    return people.size === 1 && person!.includes(' ')
      ? [{ start, end, exact, person: person!, after: names ? null : before!.evidence.start }]
      : []
  })

/** So far back an office may begin before a name. */
const reach = 80

export const officesOf = (
  reading: Pick<Reading, 'entities'> & { readonly article: Pick<Reading['article'], 'text'> },
  { officeBefore }: FactRules,
): OfficeTold[] => {
  const { text } = reading.article
  return reading.entities.flatMap(({ type, name, start, end }) => {
    if (type !== 'PER' || !name.includes(' ')) return []
    const found = officeBefore(text.slice(Math.max(0, start - reach), start))
    if (found === null) return []
    const from = start - found.length
    return [{ start: from, end, exact: text.slice(from, end), person: name, office: found.office }]
  })
}
