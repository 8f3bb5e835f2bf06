/** What the segment stage takes from a language. */
export interface SegmentRules {
  readonly version: string
}
