/** What the time stage takes from a language. */
export interface TimeRules {
  readonly version: string
}
