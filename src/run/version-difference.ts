/**
 * What changed between two versions of a report: sentence by sentence, and word by word within sentences that were
 * only reworded.
 *
 *     before   Der Rat bewilligt vier Millionen.
 *     after    Der Rat bewilligt drei Millionen.
 *              Der Rat bewilligt [-vier-]{+drei+} Millionen.
 */
import { diffArrays } from 'diff'
import type { Reading } from '../formats/reading.ts'

/** Those that are not removed are the text after, those that are not added the text before. */
export interface Piece {
  readonly change: 'same' | 'removed' | 'added'
  readonly text: string
}

/** A statement of the document about itself, as text. */
export interface FieldChange {
  readonly field:
    | 'title'
    | 'kicker'
    | 'published'
    | 'modified'
    | 'authors'
    | 'agencies'
    | 'publisher'
    | 'dateline'
  readonly before: string | null
  readonly after: string | null
}

export interface VersionDifference {
  readonly fields: readonly FieldChange[]
  /** The text in order; empty where it did not change. */
  readonly pieces: readonly Piece[]
  readonly removedWords: number
  readonly addedWords: number
}

/** More edits than these are another text; they would cost their square to find. */
const mostEdits = 2000
/** Sentences that share less than this part of their letters are told as two, not as one with other words. */
const reworded = 0.5

const length = (pieces: readonly Piece[]): number => pieces.reduce((sum, { text }) => sum + text.length, 0)

/** Neighbours of one kind as one piece; of what changed, the removed part first. */
const joined = (pieces: readonly Piece[]): Piece[] => {
  const out: Piece[] = []
  let removed = ''
  let added = ''
  let same = ''
  const flush = (): void => {
    if (removed !== '') out.push({ change: 'removed', text: removed })
    if (added !== '') out.push({ change: 'added', text: added })
    removed = ''
    added = ''
  }
  const settle = (): void => {
    if (same !== '') out.push({ change: 'same', text: same })
    same = ''
  }
  for (const { change, text } of pieces) {
    if (change === 'same') {
      flush()
      same += text
    } else {
      settle()
      if (change === 'removed') removed += text
      else added += text
    }
  }
  flush()
  settle()
  return out
}

const compared = (before: readonly string[], after: readonly string[]): Piece[] => {
  const parts = diffArrays([...before], [...after], { maxEditLength: mostEdits })
  const whole = [
    { value: before, removed: true, added: false },
    { value: after, removed: false, added: true },
  ]
  return (parts ?? whole).map(({ value, removed, added }) => ({
    change: added ? 'added' : removed ? 'removed' : 'same',
    text: value.join(''),
  }))
}

/** Words, marks and spaces, so that joined they are the text again. */
const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}]+|\s+|[^\p{L}\p{N}\s]/gu) ?? []

/** White space between two changes is part of the change. */
const withoutIslands = (pieces: readonly Piece[]): Piece[] =>
  pieces.flatMap((piece, index) => {
    const isIsland =
      piece.change === 'same' &&
      piece.text.trim() === '' &&
      pieces[index - 1] !== undefined &&
      pieces[index + 1] !== undefined
    return isIsland
      ? [
          { change: 'removed', text: piece.text },
          { change: 'added', text: piece.text },
        ]
      : [piece]
  })

const rewordedPieces = (before: string, after: string): Piece[] => {
  const pieces = withoutIslands(joined(compared(wordsOf(before), wordsOf(after))))
  const same = length(pieces.filter(({ change }) => change === 'same'))
  if (same >= Math.max(before.length, after.length) * reworded) return pieces
  return [
    { change: 'removed', text: before },
    { change: 'added', text: after },
  ]
}

/** Each sentence with the space behind it, so that joined they are the text again. */
const sentencesOf = ({ article, sentences }: Pick<Reading, 'article' | 'sentences'>): string[] => {
  const { text } = article
  const starts = sentences.slice(1).map(({ start }) => start)
  return [0, ...starts].map((start, index) => text.slice(start, starts[index] ?? text.length))
}

const fieldsOf = (article: Reading['article']): Readonly<Record<FieldChange['field'], string | null>> => ({
  title: article.title,
  kicker: article.kicker,
  published: article.published?.edtf ?? null,
  modified: article.modified?.edtf ?? null,
  authors: article.authors.join(', ') || null,
  agencies: article.agencies.join(', ') || null,
  publisher: article.publisher,
  dateline: article.dateline,
})

const countWords = (pieces: readonly Piece[], change: Piece['change']): number =>
  pieces.reduce(
    (sum, piece) => sum + (piece.change === change ? (piece.text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) : 0),
    0,
  )

export const differenceOf = (
  before: Pick<Reading, 'article' | 'sentences'>,
  after: Pick<Reading, 'article' | 'sentences'>,
): VersionDifference => {
  const [old, current] = [fieldsOf(before.article), fieldsOf(after.article)]
  const fields = (Object.keys(old) as FieldChange['field'][]).flatMap((field) =>
    old[field] === current[field] ? [] : [{ field, before: old[field], after: current[field] }],
  )
  const sentences = joined(compared(sentencesOf(before), sentencesOf(after)))
  const pieces = sentences.flatMap((piece, index) => {
    const next = sentences[index + 1]
    if (piece.change === 'removed' && next?.change === 'added') return rewordedPieces(piece.text, next.text)
    return piece.change === 'added' && sentences[index - 1]?.change === 'removed' ? [] : [piece]
  })
  const changed = pieces.some(({ change }) => change !== 'same') ? joined(pieces) : []
  return {
    fields,
    pieces: changed,
    removedWords: countWords(changed, 'removed'),
    addedWords: countWords(changed, 'added'),
  }
}
