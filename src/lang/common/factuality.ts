/** What the factuality stage takes from a language. */
export interface FactualityRules {
  readonly version: string
}
