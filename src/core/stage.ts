import type { Article } from './article.ts'
import type { Layers, Output } from './layers.ts'

/** What a stage knows besides its layers. The reference time is data, never the clock. */
export interface DocumentBase {
  readonly article: Article
  /** Always `article.text`. */
  readonly text: string
  readonly language: string
  /** EDTF of the publication as far as known (day, time or month), else null. */
  readonly publishedAt: string | null
}

export type Annotated<R extends keyof Layers> = DocumentBase & Pick<Layers, R>

/**
 * A stage is a pure function: document in, new layers and diagnostics out. No clock, disk, network, database,
 * randomness or logger inside; never a throw on text.
 */
export interface Stage<R extends keyof Layers, P extends keyof Layers, K> {
  readonly name: string
  /** Raise when output changes for the same input. */
  readonly version: number
  readonly requires: readonly R[]
  readonly provides: readonly P[]
  run(document: Annotated<R>, knowledge: K): Output<P>
}
