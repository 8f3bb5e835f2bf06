/**
 * The one interface to what is kept. Two groups: ground (captures, reports, decisions, withdrawals; append-only)
 * and derived (readings, terms, results; can be built again). `test/contracts/store.ts` is the contract that
 * every implementation passes.
 */
import type { Decision } from '../core/records.ts'

export type InputKind = 'page' | 'text' | 'body'

export interface StoredReport {
  readonly id: string
  readonly source: string
  readonly url: string | null
  readonly inputKind: InputKind | null
  readonly givenTitle: string | null
  readonly givenPublished: string | null
  readonly contentHash: string
  readonly capturedAt: string
}

/** What a list of reports shows. */
export interface ReportSummary {
  readonly title: string | null
  /** EDTF. */
  readonly published: string | null
  readonly publisher: string | null
  readonly agencies: readonly string[]
}

export type ListedReport = StoredReport & ReportSummary

export interface ReportQuery {
  /** Of every group one search term at least. Empty: all reports. */
  readonly groups: readonly (readonly string[])[]
  /** Null: those whose outlet is not known. */
  readonly publisher?: string | null | undefined
  /** Ids of the only reports that are asked for. */
  readonly only?: readonly string[] | undefined
  /** The last report of the page before. */
  readonly after?: string | undefined
  readonly limit: number
}

/** What reading a report gave. */
export interface Derived {
  readonly reportId: string
  readonly engine: string
  /** Reports of one address are versions of one another. */
  readonly address: string
  readonly summary: ReportSummary
  /** The reading as JSON. */
  readonly reading: string
  /** A JSON value. */
  readonly facts: unknown
  /** Search term → starts in `article.text`. */
  readonly terms: ReadonlyMap<string, readonly number[]>
}

export interface NewReport extends StoredReport {
  readonly bytes: Uint8Array
}

export interface Withdrawal {
  readonly reportId: string
  readonly source: string
  readonly reason: string | null
  readonly at: string
}

/** What a token lets its owner do through the API; who may write may read. */
export type TokenAccess = 'read' | 'write'

/** Who may read or write through the API. The token itself is shown once and never kept. */
export interface Token {
  /** sha256 of the token. */
  readonly hash: string
  readonly name: string
  readonly access: TokenAccess
  readonly createdAt: string
  readonly revokedAt: string | null
}

export interface Store {
  /** Adds reports with their captures and readings, all or nothing. Known ids are left as they are.
   * Returns the ids that are new. */
  addReports(reports: readonly { readonly report: NewReport; readonly derived: Derived }[]): Promise<string[]>
  /** Which of the ids are known, withdrawn ones included. */
  known(ids: readonly string[]): Promise<Set<string>>
  /** Reports that are not withdrawn, in order of id. */
  reports(): Promise<StoredReport[]>
  report(id: string): Promise<StoredReport | null>
  capture(contentHash: string): Promise<Uint8Array | null>
  reading(reportId: string): Promise<unknown>
  /** Reports of the same address, itself included, in order of capture. */
  versions(reportId: string): Promise<StoredReport[]>
  /** Readings in order of report id, streamed. */
  readings(): AsyncIterable<{ readonly reportId: string; readonly engine: string; readonly reading: unknown }>
  /** Link facts in order of report id, of readings written after that generation. 0 for all. */
  facts(since: number): AsyncIterable<{ readonly reportId: string; readonly facts: unknown }>
  /** Ids of reports whose reading was made by another engine, in order. */
  stale(engine: string): Promise<string[]>
  /** Replaces what was derived from these reports. */
  replaceDerived(derived: readonly Derived[]): Promise<void>

  /** Keeps a decision, together with the readings that it changes. */
  decide(decision: Decision, derived: readonly Derived[]): Promise<void>
  decisions(): Promise<Decision[]>

  /** Takes a report back: its bytes (unless another report has the same), reading and terms are gone. */
  withdraw(withdrawal: Withdrawal): Promise<void>
  withdrawals(): Promise<Withdrawal[]>

  /** A page of reports, newest first, undated ones last, and how many there are in all. */
  list(query: ReportQuery): Promise<{ readonly total: number; readonly reports: readonly ListedReport[] }>
  /** The reports with these ids, in their order. Unknown ones are left out. */
  listed(ids: readonly string[]): Promise<readonly ListedReport[]>
  listedBySource(sources: readonly string[]): Promise<readonly ListedReport[]>
  /** How many reports, or how many of these, each outlet has, most first. */
  publishers(
    only?: readonly string[],
  ): Promise<readonly { readonly publisher: string | null; readonly reports: number }[]>
  /** Term → starts in `article.text`. Empty where the report has no reading. */
  terms(reportId: string): Promise<ReadonlyMap<string, readonly number[]>>

  addToken(token: Token): Promise<void>
  /** False where no token in force has that name. */
  revokeToken(name: string, at: string): Promise<boolean>
  tokens(): Promise<Token[]>

  /** Counts writes to the ground and to readings. Results made from an older one are out of date. */
  generation(): Promise<number>
  derivedResult(key: string): Promise<{ readonly generation: number; readonly value: unknown } | null>
  keepDerivedResult(key: string, generation: number, value: unknown): Promise<void>

  /** A consistent copy as a file of its own, while in use. */
  backup(path: string): Promise<void>
  close(): Promise<void>
}
