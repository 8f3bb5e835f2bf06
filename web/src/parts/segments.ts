/** Cuts a text where any annotation begins or ends, so that each piece has one set of marks. */
export interface Mark {
  readonly start: number
  readonly end: number
  readonly mark: string
  /** Index in its own layer. */
  readonly index: number
}

export interface Piece {
  readonly start: number
  readonly end: number
  readonly marks: readonly Mark[]
  /** Marks that begin here. */
  readonly opening: readonly Mark[]
}

/** Pieces of `[start, end)` in order; linear in marks times their depth. */
export const piecesOf = (start: number, end: number, marks: readonly Mark[]): Piece[] => {
  const inside = marks
    .filter((m) => m.start < end && m.end > start)
    .sort((a, b) => a.start - b.start || b.end - a.end)
  const cuts = new Set([start, end])
  for (const m of inside) {
    cuts.add(Math.max(start, m.start))
    cuts.add(Math.min(end, m.end))
  }
  const points = [...cuts].sort((a, b) => a - b)
  const pieces: Piece[] = []
  let open: Mark[] = []
  let next = 0
  for (let i = 0; i + 1 < points.length; i++) {
    const from = points[i]!
    open = open.filter((m) => m.end > from)
    const opening: Mark[] = []
    while (next < inside.length && inside[next]!.start <= from) {
      const mark = inside[next++]!
      open.push(mark)
      if (mark.start === from) opening.push(mark)
    }
    pieces.push({ start: from, end: points[i + 1]!, marks: open, opening })
  }
  return pieces
}
