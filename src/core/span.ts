/** Half-open range `[start, end)` in UTF-16 code units of `article.text`. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** Document order: by start, then the longer first. The order of every layer. */
export const bySpan = (a: Span, b: Span): number => a.start - b.start || b.end - a.end
