/** What moves a commitment, as data. The table of a codebook is a value of `Moves`. */
export interface Move {
  /** Stage reached. */
  readonly stage?: string
  /** Only where nothing later is reached. */
  readonly onlyIfNothingLater?: boolean
  readonly suspend?: string
  /** Suspensions that this event clears. */
  readonly clears?: readonly string[]
  /** Stage where the event is said to be complete or final. */
  readonly finalStage?: string
}

export interface LedgerModel {
  readonly kinds: readonly string[]
  /** In order; stages only go forward. */
  readonly stages: readonly string[]
  readonly ends: readonly string[]
  readonly suspensions: readonly string[]
}
