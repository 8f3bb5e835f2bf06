/** FollowTheMoney entities as JSON lines, as Aleph and OpenSanctions load them. */
import { alpha2Of, countryName } from '../core/country-names.ts'
import { daysOf } from '../core/edtf.ts'
import { shortId } from '../core/hash.ts'
import { citedIds, type ExportInput, everyPiece, instantOf, passageKey, safeUrl } from './input.ts'

interface Entity {
  readonly id: string
  readonly schema: string
  readonly properties: Readonly<Record<string, readonly string[]>>
}

type Values = Readonly<Record<string, readonly (string | null | undefined)[]>>

const entity = (id: string, schema: string, values: Values): Entity => ({
  id,
  schema,
  properties: Object.fromEntries(
    Object.entries(values)
      .map(
        ([name, all]) =>
          [name, all.filter((one) => one !== null && one !== undefined && one !== '')] as const,
      )
      .filter(([, all]) => all.length > 0) as [string, string[]][],
  ),
})

/** FollowTheMoney has years, months, days, and nothing between: an interval gives its ends. */
const dates = (edtf: string | null | undefined): Values => {
  if (edtf === null || edtf === undefined) return {}
  const one = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d{2})?)?(?=$|T)/u.exec(edtf)?.[0]
  if (one !== undefined) return { date: [one] }
  const days = daysOf(edtf)
  return { startDate: [days?.first], endDate: [days?.last] }
}

export const followTheMoney = ({ ledger, reports, label }: ExportInput): string => {
  const entities: Entity[] = []
  const partyId = (code: string): string => shortId('ftm', `party ${code}`)
  const parties = [
    ...new Set(ledger.commitments.flatMap((one) => [...one.providers, ...one.recipients])),
  ].sort()
  for (const code of parties) {
    const country = code === 'EU' ? 'eu' : alpha2Of(code)?.toLowerCase()
    entities.push(
      entity(partyId(code), 'PublicBody', { name: [countryName(code, 'en')], country: [country] }),
    )
  }
  for (const id of citedIds(ledger)) {
    const report = reports.get(id)
    if (report === undefined) continue
    const published = dates(report.published)
    entities.push(
      entity(id, 'Article', {
        title: [report.title],
        publishedAt: published.date ?? [],
        publisher: [report.publisher],
        author: report.authors,
        sourceUrl: [safeUrl(report.url)],
        fileName: [report.source.split(/[\\/]/u).at(-1)],
        retrievedAt: [instantOf(report.capturedAt, report.capturedAt)],
      }),
    )
  }
  for (const one of ledger.commitments) {
    entities.push(
      entity(one.id, 'Project', {
        name: [one.title],
        projectId: [one.id],
        status: [
          one.stage === null ? null : label(one.stage),
          one.suspension === 'none' ? null : label(one.suspension),
        ],
        phase: [one.stage],
        keywords: [one.kind, ...one.goods],
        amount: [one.amount === null ? null : String(one.amount.value)],
        currency: [one.amount?.currency],
      }),
    )
    const roles = [
      ...one.providers.map((code) => [code, 'provider'] as const),
      ...one.recipients.map((code) => [code, 'recipient'] as const),
    ]
    for (const [code, role] of roles)
      entities.push(
        entity(shortId('ftm', `${one.id} ${role} ${code}`), 'ProjectParticipant', {
          project: [one.id],
          participant: [partyId(code)],
          role: [role],
        }),
      )
    one.history.forEach((step, at) => {
      entities.push(
        entity(shortId('ftm', `${one.id} step ${at + 1}`), 'Event', {
          name: [`${label(step.transition)}: ${one.title}`],
          ...dates(step.date?.edtf),
          description: [label(step.factuality)],
          keywords: [step.transition, step.factuality],
          involved: [...one.providers, ...one.recipients].map(partyId),
          proof: [...new Set(step.evidence.map((piece) => piece.report))],
        }),
      )
    })
  }
  const told = new Set<string>()
  for (const { commitment, step, piece } of everyPiece(ledger)) {
    const id = shortId('ftm', `${commitment.id} ${step.transition} ${step.factuality} ${passageKey(piece)}`)
    if (told.has(id)) continue
    told.add(id)
    entities.push(
      entity(id, 'Documentation', {
        document: [piece.report],
        entity: [commitment.id],
        role: [step.transition],
        status: [step.factuality],
        summary: [piece.exact],
        ...dates(step.date?.edtf),
      }),
    )
  }
  return entities.map((one) => `${JSON.stringify(one)}\n`).join('')
}
