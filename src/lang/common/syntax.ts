/** What the syntax stage takes from a language. */
export interface SyntaxRules {
  readonly version: string
}
