import type { Kysely, RawBuilder } from 'kysely'
import type { Tables } from './schema.ts'

/** What each database does in its own way. */
export interface Driver {
  readonly db: Kysely<Tables>
  /** Connects and brings the tables up to date; asked before every use. */
  ready(): Promise<void>
  /** Begins a transaction in which this process alone writes. */
  begin(connection: Kysely<Tables>): Promise<void>
  /** What the driver throws, as an error that says what, where and what to do. */
  explain(error: unknown): unknown
  /** Orders rows by their insertion. */
  readonly inserted: RawBuilder<unknown>
  readonly terms: {
    /** Terms are free of spaces, quotes and control characters. */
    replace(connection: Kysely<Tables>, reading: number, terms: readonly string[]): Promise<void>
    /** Leaves no trace of them. */
    erase(connection: Kysely<Tables>, reading: number): Promise<void>
    /** Readings that hold of every group one term at least. */
    among(groups: readonly (readonly string[])[]): RawBuilder<boolean>
  }
  /** Readings of these reports: one parameter, however many they are. */
  ofReports(ids: readonly string[]): RawBuilder<boolean>
  /** After a withdrawal: what was deleted must not live on beside the tables. */
  purge(): Promise<void>
  backup(target: string): Promise<void>
}
