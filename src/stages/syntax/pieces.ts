/** A sentence cut into the pieces that clauses are made of: at marks, between joined verbs, before an infinitive. */
import type { Chunk } from './chunks.ts'
import {
  firstIn,
  isFiniteVerb,
  isNominal,
  isZuInfinitive,
  takesInfinitive,
  type Work,
} from './sentence-words.ts'

export interface Piece {
  readonly from: number
  readonly to: number
  /** What stood before it: a mark, `cut` between coordinated verbs, `infinitive` where no comma parts one, or empty. */
  readonly mark: string
  readonly depth: number
}

const openers = '„»‚›(['
const closing = '“”«‘‹)]'
/** Open in one country and close in another: «Zürich», »Berlin«, “London”. */
const eitherWay = '«»‹›“'

/** Whether a mark opens: where it may do both, white space before it and none behind it tell. */
const opensAt = ({ tokens, lower }: Work, at: number): boolean => {
  const text = lower[at]!
  if (text.length !== 1) return false
  if (!eitherWay.includes(text)) return openers.includes(text)
  const before = tokens[at - 1]
  const next = tokens[at + 1]
  const gapBefore = before === undefined || before.end < tokens[at]!.start || openers.includes(before.text)
  const gapBehind = next === undefined || next.start > tokens[at]!.end
  return gapBefore === gapBehind ? openers.includes(text) : gapBefore
}

const closesAt = (work: Work, at: number): boolean => {
  const text = work.lower[at]!
  if (text.length !== 1) return false
  return eitherWay.includes(text) ? !opensAt(work, at) : closing.includes(text)
}

/**
 * Ranges between marks that part clauses. Quotation marks and brackets count only around a finite verb; what stands in
 * other brackets parts nothing.
 *
 *     Die Union (CDU, CSU) stimmte zu.      Die Union (sie regiert seit Mai) stimmte zu.
 *     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^      ^^^^^^^^^ ==================== ^^^^^^^^^^^
 */
export const cutAtMarks = (work: Work, inside: Uint8Array): Piece[] => {
  const { lower, readings } = work
  const size = lower.length
  const pieces: Piece[] = []
  // Which opening mark closes where, and whether a finite verb stands between.
  const matched = new Uint8Array(size)
  const stack: { at: number; verbs: number; mark: string }[] = []
  let verbs = 0
  let straightOpen = false
  for (let i = 0; i < size; i++) {
    const text = lower[i]!
    if (readings[i]!.form === 'fin') verbs++
    const straight = text === '"'
    if ((straight && !straightOpen) || opensAt(work, i)) {
      if (straight) straightOpen = true
      stack.push({ at: i, verbs, mark: text })
    } else if ((straight && straightOpen) || closesAt(work, i)) {
      if (straight) straightOpen = false
      const open = stack.pop()
      const bracket = text === ')' || text === ']'
      if (open === undefined) {
        // The quotation began in an earlier sentence.
        if (!bracket && verbs > 0 && i > 0) matched[i] = 2
      } else if (verbs > open.verbs || (bracket && open.at === 0)) {
        matched[open.at] = 1
        matched[i] = 2
      } else if (bracket && open.mark === (text === ')' ? '(' : '[')) inside.fill(1, open.at, i)
    }
  }
  // A quotation that ends in a later sentence.
  for (const open of stack) if (verbs > open.verbs && open.mark !== '(') matched[open.at] = 1
  let from = 0
  let mark = ''
  let depth = 0
  const close = (to: number, next: string, change: number): void => {
    // The full stop belongs to no clause.
    let end = to
    while (end > from + 1 && readings[end - 1]!.upos === 'PUNCT') end--
    if (to > from) pieces.push({ from, to: end, mark, depth })
    else if (mark !== '' && next === ',') next = mark
    mark = next
    depth = Math.max(0, depth + change)
  }
  for (let i = 0; i < size; i++) {
    const text = lower[i]!
    if (matched[i] === 1) {
      close(i, text === '(' || text === '[' ? '(' : '„', 1)
      from = i + 1
    } else if (matched[i] === 2) {
      close(i, text === ')' || text === ']' ? ')' : '“', -1)
      from = i + 1
    } else if (readings[i]!.upos === 'PUNCT' && inside[i] === 0 && /^(?:,|;|:|[–—-]+)$/u.test(text)) {
      close(i, text === ',' || text === ';' || text === ':' ? text : '–', 0)
      from = i + 1
    }
  }
  close(size, '', 0)
  return pieces
}

/** Cuts a piece with two finite verbs before the conjunction that joins them. */
export const cutAtConjunctions = (work: Work, piece: Piece, isSubordinate: boolean): Piece[] => {
  const { readings } = work
  const out: Piece[] = []
  let from = piece.from
  let mark = piece.mark
  // Without a finite verb, zu-infinitives are cut alike: „zu schützen und … zu erhöhen“.
  const isEvent = firstIn(work, from, piece.to, isFiniteVerb) === -1 ? isZuInfinitive : isFiniteVerb
  let first = firstIn(work, from, piece.to, isEvent)
  // „…, die Frage zu klären oder sie bleibt offen“: an infinitive ends before the conjunction.
  if (isEvent === isFiniteVerb) {
    const infinitive = firstIn(work, from, first, isZuInfinitive)
    if (infinitive !== -1) first = infinitive
  }
  while (first !== -1) {
    const second = firstIn(work, first + 1, piece.to, isEvent)
    if (second === -1) break
    let cut = -1
    let lastVerb = first
    for (let i = first + 1; i < second; i++) {
      const { upos, form } = readings[i]!
      if ((upos === 'VERB' || upos === 'AUX' || form === 'vz') && form !== '') lastVerb = i
    }
    // Verb last: right after the verb; verb second: the last one, but right after a closed bracket.
    for (let i = first + 1; i < second; i++)
      if (readings[i]!.upos === 'CCONJ') {
        cut = i
        if (isSubordinate || isEvent === isZuInfinitive || (lastVerb > first && i > lastVerb)) break
      }
    if (cut === -1) {
      first = second
      continue
    }
    out.push({ from, to: cut, mark, depth: piece.depth })
    from = cut
    mark = 'cut'
    first = second
  }
  out.push({ from, to: piece.to, mark, depth: piece.depth })
  return out
}

/**
 * Cuts off an infinitive that no comma parts from its verb.
 *
 *     Er versuchte gestern das Land zu verlassen.
 *                          ^^^^^^^^^^^^^^^^^^^^^
 */
export const cutAtInfinitive = (work: Work, piece: Piece, chunks: readonly Chunk[]): Piece[] => {
  const { readings, grammar } = work
  const { from, to, depth } = piece
  const finite = firstIn(work, from, to, isFiniteVerb)
  if (finite === -1 || finite > from + 12) return [piece]
  const { lemma } = readings[finite]!
  if (grammar.zuVerbs.has(lemma) || takesInfinitive(work, lemma)) return [piece]
  const verb = firstIn(work, finite + 1, to, isZuInfinitive)
  if (verb === -1 || verb < to - 2) return [piece]
  const zu = readings[verb]!.form === 'izu' ? verb : verb - 1
  const object = chunks.find((c) => c.to === zu && c.from > finite && c.preposition === null)
  const others = chunks.some((c) => c.from >= from && c.to <= (object?.from ?? zu) && c.preposition === null)
  const cut = object !== undefined && others ? object.from : zu
  return cut <= finite
    ? [piece]
    : [
        { ...piece, to: cut },
        { from: cut, to, mark: 'infinitive', depth },
      ]
}

/** Words that stand inside a chunk, where a comma parts no clauses. */
export const insideChunks = (size: number, chunks: readonly Chunk[]): Uint8Array => {
  const inside = new Uint8Array(size)
  for (const { from, to } of chunks) for (let i = from + 1; i < to - 1; i++) inside[i] = 1
  return inside
}
/** Longest list that is looked at, in words. */
const longestList = 60

/**
 * Marks the commas of a list, which part no clauses: nothing but nouns stands between them, up to a conjunction.
 *
 *     machten SPD, FDP, Volt und die Grünen geltend
 *                ^    ^
 *
 * Where a verb comes before the list and another right after it, „und“ joins two sentences: „er rief den Rat, die
 * Kammer und der Senat kamen“.
 */
export const markLists = ({ readings, lower }: Work, chunks: readonly Chunk[], inside: Uint8Array): void => {
  const startsChunk = new Map(chunks.filter((c) => c.inside === null).map((c) => [c.from, c]))
  const size = readings.length
  let verbs = 0
  for (let i = 0; i < size; i++) {
    const { upos, form } = readings[i]!
    if (form === 'fin') verbs++
    if (upos !== 'PUNCT' || lower[i] !== ',') continue
    const before = readings[i - 1]?.upos
    const members: number[] = [i]
    let at = i + 1
    let conjunction = -1
    while (at < size && at < i + longestList) {
      if (lower[at] === ',' && startsChunk.has(at + 1)) members.push(at)
      else if (readings[at]!.upos === 'CCONJ' && startsChunk.has(at + 1)) {
        conjunction = at
        break
      } else if (!isNominal(readings[at]!.upos)) break
      at++
    }
    const last = conjunction === -1 ? undefined : startsChunk.get(conjunction + 1)
    const first = startsChunk.get(i + 1)
    const follows = last === undefined ? '' : readings[last.to]?.form
    if (
      last !== undefined &&
      first !== undefined &&
      (before === 'NOUN' || before === 'PROPN') &&
      (first.preposition === null) === (last.preposition === null) &&
      !(verbs > 0 && follows === 'fin')
    )
      for (const comma of members) inside[comma] = 1
    if (members.length > 1 || conjunction !== -1) i = Math.max(i, members.at(-1)!)
    verbs = 0
  }
}
