/** What the statement stage takes from a language. */
export interface StatementRules {
  readonly version: string
}
