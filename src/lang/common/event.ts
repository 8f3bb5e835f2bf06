/** What the event stage takes from a language. */
export interface EventRules {
  readonly version: string
}
