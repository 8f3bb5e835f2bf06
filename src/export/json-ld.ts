/** The ledger as linked data: schema.org for claims and articles, PROV for what follows from what. */
import {
  type CitedReport,
  citedIds,
  type ExportInput,
  everyPiece,
  passageKey,
  safeUrl,
  urn,
} from './input.ts'

/** Written out, so that reading it needs no network. Terms without a standard are our own. */
const context = {
  '@vocab': 'https://schema.org/',
  prov: 'http://www.w3.org/ns/prov#',
  aktenlage: 'urn:aktenlage:vocab:',
  wasDerivedFrom: { '@id': 'prov:wasDerivedFrom', '@type': '@id' },
  wasQuotedFrom: { '@id': 'prov:wasQuotedFrom', '@type': '@id' },
  hadMember: { '@id': 'prov:hadMember', '@type': '@id' },
  generatedAtTime: { '@id': 'prov:generatedAtTime', '@type': 'http://www.w3.org/2001/XMLSchema#dateTime' },
  about: { '@type': '@id' },
  appearance: { '@type': '@id' },
  isPartOf: { '@type': '@id' },
  url: { '@type': '@id' },
  steps: { '@id': 'aktenlage:steps', '@container': '@list' },
} as const

export const reportUrn = (id: string): string => urn(`report:${id}`)

const article = (report: CitedReport) => ({
  '@id': reportUrn(report.id),
  '@type': ['NewsArticle', 'prov:Entity'],
  url: safeUrl(report.url),
  headline: report.title,
  datePublished: report.published,
  inLanguage: report.language,
  publisher: report.publisher === null ? null : { '@type': 'Organization', name: report.publisher },
  author: report.authors.map((name) => ({ '@type': 'Person', name })),
  sourceOrganization: report.agencies.map((name) => ({ '@type': 'NewsMediaOrganization', name })),
  generatedAtTime: report.capturedAt,
  'aktenlage:contentHash': report.contentHash,
})

/** Unknown is left out: JSON-LD has no null. */
const known = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(known)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .filter(
              ([, inner]) =>
                inner !== null && inner !== undefined && !(Array.isArray(inner) && inner.length === 0),
            )
            .map(([key, inner]) => [key, known(inner)]),
        )
      : value

export const jsonLd = (input: ExportInput): string => {
  const { ledger, reports } = input
  const claimUrn = (
    commitment: string,
    step: number,
    piece: { report: string; start: number; end: number },
  ): string => urn(`claim:${commitment}:${step}:${passageKey(piece).replaceAll(' ', ':')}`)
  const claims = everyPiece(ledger).map(({ commitment, step, number, piece }) => ({
    '@id': claimUrn(commitment.id, number, piece),
    '@type': ['Claim', 'prov:Entity'],
    text: piece.exact,
    about: urn(commitment.id),
    appearance: reportUrn(piece.report),
    wasQuotedFrom: reportUrn(piece.report),
    author: piece.speaker === null ? null : { '@type': 'Thing', name: piece.speaker },
    temporalCoverage: step.date?.edtf ?? null,
    'aktenlage:transition': step.transition,
    'aktenlage:factuality': step.factuality,
    'aktenlage:dateBasis': step.date?.basis ?? null,
    'aktenlage:start': piece.start,
    'aktenlage:end': piece.end,
  }))
  const commitments = ledger.commitments.map((commitment) => ({
    '@id': urn(commitment.id),
    '@type': ['aktenlage:Commitment', 'prov:Entity'],
    name: commitment.title,
    identifier: commitment.id,
    sameAs: commitment.aliases.map((alias) => ({ '@id': urn(alias) })),
    isPartOf: commitment.parent === null ? null : urn(commitment.parent),
    'aktenlage:kind': commitment.kind,
    'aktenlage:provider': commitment.providers,
    'aktenlage:recipient': commitment.recipients,
    'aktenlage:goods': commitment.goods,
    'aktenlage:stage': commitment.stage,
    'aktenlage:suspension': commitment.suspension,
    'aktenlage:review': commitment.review,
    amount:
      commitment.amount === null
        ? null
        : {
            '@type': 'MonetaryAmount',
            value: commitment.amount.value,
            currency: commitment.amount.currency,
            'aktenlage:bound': commitment.amount.bound,
          },
    steps: commitment.history.map((step, at) => ({
      '@id': urn(`${commitment.id}:step:${at + 1}`),
      '@type': ['aktenlage:Step', 'prov:Entity'],
      temporalCoverage: step.date?.edtf ?? null,
      'aktenlage:transition': step.transition,
      'aktenlage:stage': step.stage,
      'aktenlage:suspension': step.suspension,
      'aktenlage:factuality': step.factuality,
      'aktenlage:origins': step.origins,
      wasDerivedFrom: step.evidence.map((piece) => claimUrn(commitment.id, at + 1, piece)),
    })),
  }))
  const snapshot = {
    '@id': urn(ledger.snapshot),
    '@type': ['Dataset', 'prov:Collection'],
    identifier: ledger.snapshot,
    'aktenlage:asOf': ledger.asOf,
    'aktenlage:clock': ledger.clock,
    'aktenlage:codebook': ledger.codebook,
    hadMember: ledger.commitments.map((one) => urn(one.id)),
  }
  const articles = citedIds(ledger)
    .flatMap((id) => reports.get(id) ?? [])
    .map(article)
  const graph = known([snapshot, ...commitments, ...claims, ...articles])
  return `${JSON.stringify({ '@context': context, '@graph': graph }, null, 1)}\n`
}
