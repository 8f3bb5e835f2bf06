/** What every way out is given, and what several of them ask about an entry. Pure. */
import type { Language } from '../core/errors.ts'
import type { Commitment, Ledger, LedgerEvidence, Step } from '../formats/ledger.ts'

/** A report that the ledger cites, without its text: that stays at home. */
export interface CitedReport {
  readonly id: string
  readonly source: string
  /** Address of the report, as given or as the page names it. */
  readonly url: string | null
  readonly title: string | null
  /** How its text begins. */
  readonly opening: string | null
  /** EDTF. */
  readonly published: string | null
  readonly publisher: string | null
  readonly agencies: readonly string[]
  readonly authors: readonly string[]
  readonly language: string | null
  /** Instant. */
  readonly capturedAt: string
  readonly contentHash: string
}

/** What stands in the place of a title that a report has not, as bibliographies do it. */
export const bracketed = ({ opening }: CitedReport): string | null =>
  opening === null ? null : `[${opening}]`

/** Where a passage stands, for those who have the page: some characters around it, and its place. */
export interface Passage {
  readonly prefix: string
  readonly suffix: string
  /** In code points of the article's text, as Web Annotation counts; the ledger counts UTF-16 units. */
  readonly start: number
  readonly end: number
}

export interface ExportInput {
  readonly ledger: Ledger
  /** The commitment or story that this is the part of; null for all. */
  readonly subject: { readonly id: string; readonly title: string } | null
  readonly reports: ReadonlyMap<string, CitedReport>
  /** By `passageKey`. Only annotations need them. */
  readonly passages: ReadonlyMap<string, Passage>
  readonly language: Language
  /** Name of an event type, goods, kind, stage or suspension for people. */
  readonly label: (name: string) => string
}

type Place = Pick<LedgerEvidence, 'report' | 'start' | 'end'>

export const passageKey = ({ report, start, end }: Place): string => `${report} ${start} ${end}`

const around = 32
const isLow = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff
const codePoints = (text: string): number => {
  let count = 0
  for (const _ of text) count++
  return count
}

/** The passage with the characters around it; no character outside the BMP is cut in two. */
export const passageOf = (text: string, start: number, end: number): Passage => {
  let from = Math.max(0, start - around)
  if (from > 0 && isLow(text.charCodeAt(from))) from++
  let to = Math.min(text.length, end + around)
  if (to < text.length && isLow(text.charCodeAt(to))) to--
  const first = codePoints(text.slice(0, start))
  return {
    prefix: text.slice(from, start),
    suffix: text.slice(end, to),
    start: first,
    end: first + codePoints(text.slice(start, end)),
  }
}

/** Half a character, as a cut or broken capture may leave it, is replaced: no encoding can write it. */
export const wellFormed = (text: string): string => text.replaceAll(/[\ud800-\udfff]/gu, '\ufffd')

/** Addresses come from captured pages: only those that a browser may safely open are handed on. */
export const safeUrl = (url: string | null | undefined): string | null =>
  url !== null && url !== undefined && /^https?:\/\/[^\s"<>\\^`{|}]+$/iu.test(url) ? url : null

/** An identifier for what has no address. */
export const urn = (id: string): string => `urn:aktenlage:${id}`

/** The address of a report, with a text fragment that leads a browser to the passage. */
export const passageLink = (report: CitedReport | undefined, exact: string): string | null => {
  const url = safeUrl(report?.url)
  if (url === null || url.includes('#')) return url
  // `-` separates the parts of a text directive, so it is escaped as well.
  const part = (text: string): string =>
    encodeURIComponent(wellFormed(text)).replaceAll(
      /[-()'!*]/gu,
      (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
    )
  const words = exact.trim().split(/\s+/u)
  const fragment =
    words.length <= 8
      ? part(words.join(' '))
      : `${part(words.slice(0, 4).join(' '))},${part(words.slice(-4).join(' '))}`
  return `${url}#:~:text=${fragment}`
}

/** The step that brought an entry to where it stands; of an entry that has not moved yet, its first. */
export const standingStep = ({ history }: Commitment): Step | null => {
  let stage: string | null = null
  let suspension = 'none'
  let standing: Step | null = null
  for (const step of history) {
    if (step.factuality !== 'actual' || (step.stage === stage && step.suspension === suspension)) continue
    standing = step
    stage = step.stage
    suspension = step.suspension
  }
  return standing ?? history[0] ?? null
}

/** `2025-07-03` where a date is known to the day, else null: a month is never made its first day. */
export const dayIn = (edtf: string | null | undefined): string | null =>
  edtf === null || edtf === undefined
    ? null
    : (/^(?<day>\d{4}-\d{2}-\d{2})(?:T[\d:.Z+-]*)?$/u.exec(edtf)?.groups?.day ?? null)

/** The ledger's entries with the step's place in its history. */
export interface Told {
  readonly commitment: Commitment
  readonly step: Step
  /** From 1. */
  readonly number: number
  readonly piece: LedgerEvidence
}

/** Every piece of evidence in the order of the ledger. */
export const everyPiece = (ledger: Ledger): Told[] =>
  ledger.commitments.flatMap((commitment) =>
    commitment.history.flatMap((step, at) =>
      step.evidence.map((piece) => ({ commitment, step, number: at + 1, piece })),
    ),
  )

/** The cited reports in order of id. */
export const citedIds = (ledger: Ledger): string[] =>
  [
    ...new Set([
      ...everyPiece(ledger).map(({ piece }) => piece.report),
      ...ledger.contradictions.flatMap((one) => one.claims.map((claim) => claim.report)),
    ]),
  ].sort()

/**
 * An instant for formats that have nothing vaguer: the moment of publication where it is known, the beginning of the day
 * where only that is, else the moment of capture. A time without a zone is taken as UTC.
 */
export const instantOf = (published: string | null, capturedAt: string): string => {
  const day = dayIn(published)
  if (day === null || published === null) return whole(capturedAt)
  if (published.length === day.length) return `${day}T00:00:00Z`
  const zoned = /(?:Z|[+-]\d{2}:?\d{2})$/u.test(published) ? published : `${published}Z`
  const time = Date.parse(zoned)
  return Number.isNaN(time) ? `${day}T00:00:00Z` : whole(new Date(time).toISOString())
}
const whole = (instant: string): string => instant.replace(/\.\d+Z$/u, 'Z')
