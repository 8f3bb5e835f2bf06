/**
 * Clauses of a sentence: cut at punctuation and between coordinated verbs, then put together again with a stack.
 *
 *     Der Minister, der gestern kam, sagte, die USA lieferten Waffen und wollten mehr tun.
 *     ------------  ===============  -----  ************************ ^^^^^^^^^^^^^^^^^^^^
 */
import type { Chunk } from './chunks.ts'
import { ClauseStack, type Draft } from './clause-stack.ts'
import { type Opening, openingOf } from './openings.ts'
import {
  cutAtConjunctions,
  cutAtInfinitive,
  cutAtMarks,
  insideChunks,
  markLists,
  type Piece,
} from './pieces.ts'
import { firstIn, isFiniteVerb, isZuInfinitive, lastFiniteIn, type Work } from './sentence-words.ts'

export const draftClauses = (work: Work, allChunks: readonly Chunk[]): Draft[] => {
  const chunks = allChunks.filter((c) => c.inside === null)
  const inside = insideChunks(work.readings.length, chunks)
  markLists(work, chunks, inside)
  const pieces = cutAtMarks(work, inside)
  const drafter = new Drafter(work, chunks)
  pieces.forEach((piece, p) => {
    const listOfInfinitive = opensInfinitive(work, pieces, p)
    for (const part of drafter.partsOf(piece, chunks)) drafter.place(part, listOfInfinitive)
  })
  const { drafts } = drafter.stack
  for (const draft of drafts) if (draft.kind === 'main' && !draft.complete) draft.kind = 'fragment'
  const mains = drafts.filter((draft) => draft.kind === 'main')
  if (work.lower.slice(-3).includes('?')) {
    const last = mains.at(-1)
    if (last !== undefined) last.question = true
  } else markConditional(work, drafts)
  return drafts
}

/** „…, Zivilisten, Frauen und Kinder zu schützen“: the list belongs to the infinitive that follows. */
const opensInfinitive = (work: Work, pieces: readonly Piece[], at: number): boolean => {
  const { readings, lower, grammar } = work
  for (let i = at; i < Math.min(pieces.length, at + 6); i++) {
    const { from, to, mark, depth } = pieces[i]!
    if (mark !== ',' || depth !== pieces[at]!.depth) return false
    const zu = firstIn(work, from, to, isZuInfinitive)
    if (zu !== -1)
      return (
        i > at &&
        !grammar.infinitiveOpeners.has(lower[from]!) &&
        firstIn(work, from, zu, (_, x) => readings[x]!.upos === 'CCONJ') !== -1
      )
    if (firstIn(work, from, to, (_, x) => !listWords.has(readings[x]!.upos)) !== -1) return false
  }
  return false
}

const listWords = new Set(['NOUN', 'PROPN', 'ADJ', 'DET', 'NUM'])

/** „Sollte das Parlament zustimmen, werden …“: a verb first, and another one first behind it. */
const markConditional = ({ readings, lower, grammar }: Work, drafts: readonly Draft[]): void => {
  const [first, next] = drafts
  if (first?.kind !== 'main' || next?.kind !== 'main') return
  const [from] = first.parts[0]!
  const verb = readings[from]!.upos === 'CCONJ' ? from + 1 : from
  const [follows] = next.parts[0]!
  const resumed = grammar.resumptives.has(lower[follows]!) ? follows + 1 : follows
  if (readings[verb]?.form !== 'fin' || follows === 0 || readings[resumed]?.form !== 'fin') return
  first.kind = 'subordinate'
  first.parent = next
  first.conditional = true
}

/** A piece with what the rules ask about it. */
interface Placed extends Piece {
  /** The first finite verb; -1 if none. */
  readonly finite: number
  /** The first zu-infinitive of a piece without finite verb; -1 if none. */
  readonly zu: number
  /** Begins with „und“, „oder“, „aber“. */
  readonly conjunction: boolean
  /** The innermost open clause. */
  readonly current: Draft | undefined
  /** The same, if it stands in the same quotation marks and brackets. */
  readonly sameDepth: Draft | undefined
}

/** Puts pieces together to clauses, one after the other; one method a construction. */
class Drafter {
  readonly stack = new ClauseStack()
  private readonly chunkAt: ReadonlyMap<number, Chunk>

  private readonly work: Work

  constructor(work: Work, chunks: readonly Chunk[]) {
    this.work = work
    this.chunkAt = new Map(chunks.map((chunk) => [chunk.from, chunk]))
  }

  private openingOf(piece: Piece): Opening | null {
    return openingOf(this.work, piece, this.stack.drafts.length === 0)
  }

  /** Cuts what marks left together: between coordinated verbs, and before an infinitive without comma. */
  partsOf(piece: Piece, chunks: readonly Chunk[]): Piece[] {
    const opening = this.openingOf(piece)
    const open = this.stack.top
    const verbLast = opening !== null || (open !== undefined && !open.complete && open.kind !== 'main')
    const parts = cutAtConjunctions(this.work, piece, verbLast)
    return opening === null ? parts.flatMap((part) => cutAtInfinitive(this.work, part, chunks)) : parts
  }

  place(piece: Piece, listOfInfinitive: boolean): void {
    const { work, stack } = this
    const { from, to, depth } = piece
    stack.popWhile((top) => top.depth > depth)
    const finite = firstIn(work, from, to, isFiniteVerb)
    const current = stack.top
    const placed: Placed = {
      ...piece,
      finite,
      zu: finite === -1 ? firstIn(work, from, to, isZuInfinitive) : -1,
      conjunction: work.readings[from]!.upos === 'CCONJ',
      current,
      sameDepth: current?.depth === depth ? current : undefined,
    }
    const opening = this.openingOf(piece)
    if (opening !== null) this.placeOpened(placed, opening)
    else if (piece.mark === 'cut' && placed.sameDepth !== undefined)
      this.placeCoordinated(placed, placed.sameDepth)
    else if (placed.zu !== -1) this.placeInfinitive(placed)
    else if (finite !== -1) this.placeFinite(placed)
    else if (listOfInfinitive && current?.complete === true)
      stack.start({ kind: 'infinitive', parent: current, complete: false }, piece)
    else if (piece.mark === '(' || piece.mark === '„')
      stack.start({ kind: 'fragment', parent: current ?? null }, piece)
    else this.placeVerbless(placed)
  }

  /** Coordinated with the clause before, within one piece: „… liefert Waffen und schult Soldaten“. */
  private placeCoordinated(piece: Placed, before: Draft): void {
    const { stack } = this
    const { finite, to, depth } = piece
    const inherits = before.kind !== 'main' && before.kind !== 'fragment'
    const alike =
      (finite === -1 && before.kind === 'infinitive') ||
      (inherits && (finite === to - 1 || (finite !== -1 && this.fieldLength(piece.from + 1, finite) > 1)))
    if (alike) {
      stack.startAlike(before, piece)
      return
    }
    stack.popWhile((top) => top.depth === depth && top.kind !== 'main')
    const main = stack.top?.depth === depth ? stack.pop()! : null
    stack.start(
      {
        kind: 'main',
        parent: main?.parent ?? null,
        coordinated: main,
        question: main?.question ?? false,
      },
      piece,
    )
  }

  /** „…, weil …“, „…, der …“, „…, um …“ */
  private placeOpened(piece: Placed, opening: Opening): void {
    const { work, stack } = this
    const { from, to, depth, finite, current, sameDepth } = piece
    const { kind, introducer, question } = opening
    // A complete subordinate clause before it is finished; what it depends on is the clause it stands in.
    const coordinated = piece.conjunction && sameDepth?.kind === kind && sameDepth.complete ? sameDepth : null
    if (coordinated !== null)
      stack.popWhile((top) => top.complete && top.kind === 'infinitive' && top.depth === depth)
    // „…, um X zu tun, weil …“: reasons and aims belong to what is done, not to an infinitive before them.
    const { grammar } = work
    const word = work.lower[introducer]!
    const isObject = question || grammar.complementizers.has(word) || word === grammar.mannerOpener
    const adverbial = kind === 'infinitive' || (kind === 'subordinate' && !isObject)
    const host = (adverbial ? stack.innermost((d) => d.kind !== 'infinitive') : undefined) ?? current ?? null
    if (coordinated !== null) stack.pop()
    const verb = kind === 'infinitive' ? firstIn(work, from, to, isZuInfinitive) : finite
    const made = stack.start(
      {
        kind,
        parent: coordinated !== null ? coordinated.parent : host,
        introducer,
        complete: verb !== -1,
        coordinated,
        question,
        conditional: grammar.conditionals.has(word),
      },
      piece,
    )
    stack.wait(made)
  }

  /** „…, Zivilisten zu schützen“; an open „um“ clause takes it. */
  private placeInfinitive(piece: Placed): void {
    const { stack } = this
    const { depth, conjunction, current, sameDepth } = piece
    const open = stack.innermost((d) => d.kind === 'infinitive' && !d.complete && d.depth === depth)
    if (open !== undefined) {
      stack.resume(open, piece)
      open.complete = true
      return
    }
    const coordinated = conjunction && sameDepth?.kind === 'infinitive' ? sameDepth : null
    if (coordinated !== null) stack.pop()
    const parent = coordinated !== null ? coordinated.parent : (current ?? null)
    stack.wait(stack.start({ kind: 'infinitive', parent, coordinated }, piece))
  }

  private placeFinite(piece: Placed): void {
    const { stack } = this
    const { depth, mark, conjunction } = piece
    // The rest of an open clause: „…, verstärken könnten“
    const open = stack.innermost(
      (d) => !d.complete && d.depth === depth && !d.closed && d.kind !== 'infinitive',
    )
    if (open !== undefined && (open.kind !== 'main' || this.continues(open, piece))) {
      stack.resume(open, piece)
      open.complete = true
      stack.adoptWaiting(open)
      return
    }
    const alike = this.verbLastAgain(piece)
    if (alike !== undefined) {
      stack.startAlike(alike, piece)
      return
    }
    // A new main clause: asyndetic, coordinated, quoted, or what the clause before says.
    const previous = stack.innermost((d) => d.kind === 'main' && d.complete)
    const sameLevel = previous !== undefined && previous.depth === depth
    const coordinated = conjunction && sameLevel && mark === ',' ? previous : null
    if (sameLevel && (coordinated !== null || mark !== '–'))
      stack.popWhile((top) => top.depth === depth && top !== previous)
    stack.adoptWaiting(stack.start({ kind: 'main', coordinated }, piece))
  }

  /** The subordinate clause that a piece with the verb last goes on. */
  private verbLastAgain({ from, to, depth, finite, sameDepth }: Placed): Draft | undefined {
    const { work, stack } = this
    const dependent = (d: Draft): boolean => d.kind === 'subordinate' || d.kind === 'relative'
    // „…, dass er A tut, B lässt und C macht“
    if (
      sameDepth?.complete === true &&
      dependent(sameDepth) &&
      finite >= to - 2 &&
      lastFiniteIn(work, from, to) === to - 1 &&
      this.fieldLength(from, finite) > 1
    )
      return sameDepth
    // „dass A, um B zu tun, verstärken könnten“: nothing but verbs, the finite one last.
    const onlyVerbs = firstIn(work, from, to, (_, i) => work.readings[i]!.form === '') === -1
    return finite === to - 1 && to - from > 1 && onlyVerbs
      ? stack.innermost((d) => d.depth === depth && dependent(d))
      : undefined
  }

  /** Whether a piece with a finite verb goes on after what was a main clause without one. */
  private continues(open: Draft, { from, mark, finite, conjunction }: Placed): boolean {
    if (finite === from || (conjunction && finite === from + 1)) return true
    // „Kiew (dpa) – Die Ukraine …“, „Ukraine: USA liefern“
    if (mark === ':' || mark === '–' || mark === ')') {
      open.kind = 'fragment'
      open.closed = true
      return false
    }
    return mark === ',' || mark === ''
  }

  /** The rest of a verbal bracket, an enumeration, an apposition, or a piece of a sentence without any verb. */
  private placeVerbless(piece: Placed): void {
    const { work, stack } = this
    const { from, to, depth, mark, sameDepth } = piece
    const nonFinite = firstIn(work, from, to, (_, i) => nonFiniteForms.has(work.readings[i]!.form))
    const isOpen = (d: Draft): boolean =>
      d.depth === depth && d.complete && !d.closed && d.kind !== 'infinitive' && d.kind !== 'fragment'
    // „hatte erklärt, sie komme, und versprochen, …“: a second participle of the same auxiliary.
    const shares = piece.conjunction && nonFinite !== -1 && work.readings[nonFinite]!.form === 'part'
    const bracket =
      (shares ? stack.innermost((d) => isOpen(d) && this.hasPerfect(d)) : undefined) ??
      (nonFinite === -1
        ? undefined
        : stack.innermost(
            (d) =>
              isOpen(d) && d.kind !== 'relative' && d.kind !== 'subordinate' && this.lacksVerb(d, nonFinite),
          ))
    const open = bracket ?? stack.innermost((d) => d.depth === depth && !d.complete && !d.closed)
    if (open !== undefined) {
      stack.resume(open, piece)
      return
    }
    // „Die Aufgabe ist, Wohnungen bauen“: an infinitive without „zu“ that nothing before it takes.
    if (mark === ',' && nonFinite === to - 1 && this.isBareInfinitive(nonFinite) && sameDepth?.complete) {
      stack.start({ kind: 'fragment', parent: sameDepth }, piece)
      return
    }
    // „, ein Freund,“ belongs to the clause that it interrupts, „, weil er kam, nicht ging“ to the last one.
    const host =
      mark === ':'
        ? undefined
        : (stack.innermost((d) => d.depth === depth && !d.closed && d.kind === 'main') ??
          (sameDepth?.kind === 'fragment' ? undefined : sameDepth))
    if (host === undefined) stack.start({ kind: 'main', complete: false }, piece)
    else stack.extend(host, piece)
  }

  /** Whether a verb is an infinitive and can be no participle: „bauen“, but not „entlassen“. */
  private isBareInfinitive(at: number): boolean {
    const { readings, lower, lexicon } = this.work
    return (
      readings[at]!.form === 'inf' &&
      !lexicon.analyse(lower[at]!).some(({ feats }) => feats.verbForm === 'part2')
    )
  }

  /** „hat …“, „wird …“: an auxiliary in second place without what closes it yet; „ist“ takes no infinitive. */
  private lacksVerb({ parts }: Draft, nonFinite: number): boolean {
    const { have, be } = this.work.grammar.auxiliaries
    let auxiliary = false
    for (const [from, to] of parts)
      for (let i = from; i < to; i++) {
        const { form, upos, lemma } = this.work.readings[i]!
        // Whether „haben“ is one shows with its participle.
        if (form === 'fin' && (upos === 'AUX' || lemma === have))
          auxiliary ||= lemma !== be || !this.isBareInfinitive(nonFinite)
        if (nonFiniteForms.has(form)) return false
      }
    return auxiliary
  }

  /** „hat … erklärt“ */
  private hasPerfect({ parts }: Draft): boolean {
    const { readings } = this.work
    const some = (test: (at: number) => boolean): boolean =>
      parts.some(([from, to]) => firstIn(this.work, from, to, (_, i) => test(i)) !== -1)
    return (
      some((i) => readings[i]!.form === 'fin' && readings[i]!.upos === 'AUX') &&
      some((i) => readings[i]!.form === 'part')
    )
  }

  /** How many phrases or words stand before the finite verb. */
  private fieldLength(from: number, finite: number): number {
    let count = 0
    for (let i = from; i < finite; ) {
      const { upos } = this.work.readings[i]!
      if (upos !== 'CCONJ' && upos !== 'PUNCT') count++
      const chunk = this.chunkAt.get(i)
      i = chunk === undefined || chunk.to > finite ? i + 1 : chunk.to
    }
    return count
  }
}

const nonFiniteForms: ReadonlySet<string> = new Set(['part', 'inf', 'vz'])
