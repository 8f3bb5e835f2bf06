/** The ledger in the columns of the Kiel tracker, and its evidence: one line for each claim. */
import type { Commitment } from '../formats/ledger.ts'
import { inFamilies } from './families.ts'
import { dayIn, type ExportInput, everyPiece, safeUrl, standingStep } from './input.ts'
import { aidType, kielDonor, kielMonth, measureOf } from './kiel-names.ts'
import type { Cell, Table } from './table.ts'

/** The tracker's columns. What the press does not tell (prices, loans, other currencies) stays empty. */
const kielColumns = [
  'donor',
  'announcement_date',
  'measure',
  'aid_type_general',
  'aid_type_specific',
  'explanation',
  'reporting_currency',
  'item',
  'item_type',
  'item_numb',
  'item_numb_deliv',
  'item_price_USD',
  'item_value_estimate_USD',
  'item_value_estimate_deliv_USD',
  'tot_activity_value',
  'tot_activity_value_EUR',
  'tot_activity_value_constant_currency',
  'tot_sub_activity_value',
  'tot_sub_activity_value_EUR',
  'tot_sub_activity_value_constant_currency',
  'tot_sub_activity_value_EUR_redistr',
  'tot_value_deliv_EUR',
  'earmarked_year',
  'loan_mat',
  'loan_int',
  'loan_gra',
  'month',
  'month_exists_dummy',
] as const

const ourColumns = [
  'is_total_row',
  'commitment_id',
  'parent_id',
  'kind',
  'providers',
  'recipients',
  'amount_bound',
  'status',
  'status_date',
  'suspension',
  'event_date_edtf',
  'date_basis',
  'factuality',
  'reports',
  'origin_groups',
  'speaker',
  'evidence_quote',
  'evidence_url',
  'published_at',
  'captured_at',
  'review',
  'snapshot_id',
] as const

type KielColumn = (typeof kielColumns)[number] | (typeof ourColumns)[number]

const total = (commitment: Commitment, whole: boolean): Partial<Record<KielColumn, Cell>> => {
  const { amount } = commitment
  if (amount === null) return {}
  const euro = amount.currency === 'EUR' ? amount.value : null
  return {
    reporting_currency: amount.currency,
    amount_bound: amount.bound,
    tot_sub_activity_value: amount.value,
    tot_sub_activity_value_EUR: euro,
    ...(whole ? { tot_activity_value: amount.value, tot_activity_value_EUR: euro } : {}),
  }
}

/** One row for each entry as it stands. Totals stand on the rows of wholes only, so that a sum counts nothing twice. */
export const ledgerTable = ({ ledger, reports, label }: ExportInput): Table => {
  const columns = [...kielColumns, ...ourColumns]
  const known = new Set(ledger.commitments.map((one) => one.id))
  const rows = inFamilies(ledger.commitments).map((commitment) => {
    const standing = standingStep(commitment)
    const announced = commitment.history.find((step) => step.factuality === 'actual' && step.date !== null)
    const announcedOn = announced?.date?.edtf ?? null
    const piece = standing?.evidence[0]
    const report = piece === undefined ? undefined : reports.get(piece.report)
    const whole = commitment.parent === null || !known.has(commitment.parent)
    const month = kielMonth(announcedOn)
    const cells: Partial<Record<KielColumn, Cell>> = {
      donor: commitment.providers.map(kielDonor).join('; '),
      announcement_date: dayIn(announcedOn),
      measure: measureOf(commitment.stage),
      aid_type_general: aidType(commitment.goods),
      explanation: commitment.title,
      item: commitment.goods.map(label).join('; '),
      item_type: commitment.goods.join('; '),
      month,
      month_exists_dummy: month === 0 ? 0 : 1,
      is_total_row: whole,
      commitment_id: commitment.id,
      parent_id: commitment.parent,
      kind: commitment.kind,
      providers: commitment.providers.join('; '),
      recipients: commitment.recipients.join('; '),
      status: commitment.stage,
      status_date: dayIn(standing?.date?.edtf),
      suspension: commitment.suspension,
      event_date_edtf: standing?.date?.edtf ?? null,
      date_basis: standing?.date?.basis ?? null,
      factuality: standing?.factuality ?? null,
      reports: standing?.reports ?? null,
      origin_groups: standing?.origins ?? null,
      speaker: piece?.speaker ?? null,
      evidence_quote: piece?.exact ?? null,
      evidence_url: safeUrl(report?.url),
      published_at: piece?.published ?? null,
      captured_at: report?.capturedAt ?? null,
      review: commitment.review,
      snapshot_id: ledger.snapshot,
      ...total(commitment, whole),
    }
    return columns.map((column) => cells[column] ?? null)
  })
  return { columns, rows }
}

/** One row for each piece of evidence of each step, and which contradictions it is a side of. */
export const evidenceTable = ({ ledger, reports }: ExportInput): Table => {
  const sides = new Map<string, string[]>()
  for (const { id, claims } of ledger.contradictions)
    for (const claim of claims) {
      const key = `${claim.report} ${claim.start}`
      sides.set(key, [...(sides.get(key) ?? []), id])
    }
  return {
    columns: [
      'commitment_id',
      'title',
      'step',
      'transition',
      'stage',
      'suspension',
      'event_date_edtf',
      'date_basis',
      'factuality',
      'background',
      'overdue',
      'speaker',
      'evidence_quote',
      'evidence_start',
      'evidence_end',
      'evidence_url',
      'report_id',
      'source',
      'report_title',
      'publisher',
      'agency',
      'published_at',
      'captured_at',
      'step_reports',
      'step_origins',
      'contradictions',
      'review',
      'snapshot_id',
    ],
    rows: everyPiece(ledger).map(({ commitment, step, number, piece }) => {
      const report = reports.get(piece.report)
      return [
        commitment.id,
        commitment.title,
        number,
        step.transition,
        step.stage,
        step.suspension,
        step.date?.edtf ?? null,
        step.date?.basis ?? null,
        step.factuality,
        step.background,
        step.overdue,
        piece.speaker,
        piece.exact,
        piece.start,
        piece.end,
        safeUrl(report?.url),
        piece.report,
        piece.source,
        piece.title,
        piece.publisher,
        piece.agency,
        piece.published,
        report?.capturedAt ?? null,
        step.reports,
        step.origins,
        (sides.get(`${piece.report} ${piece.start}`) ?? []).join('; '),
        commitment.review,
        ledger.snapshot,
      ]
    }),
  }
}
