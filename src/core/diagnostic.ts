/** Something a reader of the result should know. Stages return these, they never throw on text. */
export interface Diagnostic {
  /** Which rule said so, e.g. `article/paywall`. Users can filter by it. */
  readonly rule: string
  /** What was seen, in English, one sentence. */
  readonly message: string
  readonly start?: number
  readonly end?: number
}
