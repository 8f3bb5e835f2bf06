/** What the entity stage takes from a language. */
export interface EntityRules {
  readonly version: string
}
