import type { Clause } from '../../core/layers.ts'
import type { Piece } from './pieces.ts'

/** A clause as it is being put together from pieces of its sentence. */
export interface Draft {
  kind: Clause['kind']
  parts: [from: number, to: number][]
  parent: Draft | null
  readonly introducer: number | null
  /** A finite verb, or the zu-infinitive of an infinitive clause, was found. */
  complete: boolean
  readonly coordinated: Draft | null
  question: boolean
  conditional: boolean
  /** Nesting of quotation marks and brackets. */
  readonly depth: number
  /** The mark before it. */
  readonly mark: string
  /** Nothing may join it any more. */
  closed: boolean
}

/** What a new clause is; what is not said is: a complete clause that depends on nothing and nothing opens. */
type Opened = Pick<Draft, 'kind'> &
  Partial<Pick<Draft, 'parent' | 'introducer' | 'complete' | 'coordinated' | 'question' | 'conditional'>>

/** Deepest nesting that is kept; what lies further out is closed. */
const deepest = 40

/** All clauses of a sentence in order of their beginning, and which of them are still open, outermost first. */
export class ClauseStack {
  readonly drafts: Draft[] = []
  private readonly open: Draft[] = []
  /** Clauses before the one that they depend on: „Weil er kam, …“ */
  private waiting: Draft[] = []

  get top(): Draft | undefined {
    return this.open.at(-1)
  }

  /** The innermost open clause that passes. */
  innermost(test: (draft: Draft) => boolean): Draft | undefined {
    return this.open.findLast(test)
  }

  pop(): Draft | undefined {
    return this.open.pop()
  }

  popWhile(test: (draft: Draft) => boolean): void {
    while (this.open.length > 0 && test(this.top!)) this.open.pop()
  }

  start(opened: Opened, { from, to, mark, depth }: Piece): Draft {
    const made: Draft = {
      parent: null,
      introducer: null,
      complete: true,
      coordinated: null,
      question: false,
      conditional: false,
      ...opened,
      depth,
      mark,
      parts: [[from, to]],
      closed: false,
    }
    this.drafts.push(made)
    this.open.push(made)
    if (this.open.length > deepest) this.open.shift()
    return made
  }

  /** Another clause like an open one, joined to it: „dass er kommt und bleibt“. */
  startAlike(draft: Draft, piece: Piece): void {
    this.popWhile((top) => top !== draft)
    this.open.pop()
    const { kind, parent, introducer, question } = draft
    this.start({ kind, parent, introducer, question, coordinated: draft }, piece)
  }

  /** Goes on with an open clause; those within it are finished. */
  resume(draft: Draft, piece: Piece): void {
    this.popWhile((top) => top !== draft)
    this.extend(draft, piece)
  }

  /** Adds a piece to a clause and leaves those within it open. */
  extend(draft: Draft, { from, to }: Piece): void {
    const last = draft.parts.at(-1)
    if (last !== undefined && last[1] === from) last[1] = to
    else draft.parts.push([from, to])
  }

  /** Lets a clause that has nothing to depend on yet wait for the next main clause. */
  wait(draft: Draft): void {
    if (draft.parent === null) this.waiting.push(draft)
  }

  adoptWaiting(host: Draft): void {
    for (const draft of this.waiting)
      if (draft !== host && draft.parent === null && draft.depth === host.depth) draft.parent = host
    this.waiting = []
  }
}
