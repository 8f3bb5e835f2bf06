/**
 * Clauses of a sentence: cut at punctuation and between coordinated verbs, then put together again with a stack.
 *
 *     Der Minister, der gestern kam, sagte, die USA lieferten Waffen und wollten mehr tun.
 *     ------------  ===============  -----  ************************ ^^^^^^^^^^^^^^^^^^^^
 */
import type { Clause } from '../../core/layers.ts'
import type { Chunk } from './chunks.ts'
import type { Work } from './sentence-words.ts'

export interface Draft {
  kind: Clause['kind']
  parts: [from: number, to: number][]
  parent: Draft | null
  introducer: number | null
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

interface Piece {
  readonly from: number
  readonly to: number
  /** What stood before it: a mark, `cut` between coordinated verbs, or empty. */
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

export const isFiniteVerb = ({ readings }: Work, at: number): boolean => readings[at]!.form === 'fin'

/** Whether a zu-infinitive stands at `at`: „zu liefern“, „einzustellen“. */
const isZuInfinitive = ({ readings, lower }: Work, at: number): boolean =>
  readings[at]!.form === 'izu' ||
  (readings[at]!.form === 'inf' && lower[at - 1] === 'zu' && readings[at - 1]?.upos === 'PART')

const has = (work: Work, from: number, to: number, test: (work: Work, at: number) => boolean): number => {
  for (let i = from; i < to; i++) if (test(work, i)) return i
  return -1
}

/**
 * Ranges between marks that part clauses. Quotation marks and brackets count only around a finite verb; what stands in
 * other brackets parts nothing.
 *
 *     Die Union (CDU, CSU) stimmte zu.      Die Union (sie regiert seit Mai) stimmte zu.
 *     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^      ^^^^^^^^^ ==================== ^^^^^^^^^^^
 */
const cutAtMarks = (work: Work, inside: Uint8Array): Piece[] => {
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
const cutAtConjunctions = (work: Work, piece: Piece, isSubordinate: boolean): Piece[] => {
  const { readings } = work
  const out: Piece[] = []
  let from = piece.from
  let mark = piece.mark
  // Without a finite verb, zu-infinitives are cut alike: „zu schützen und … zu erhöhen“.
  const isEvent = has(work, from, piece.to, isFiniteVerb) === -1 ? isZuInfinitive : isFiniteVerb
  let first = has(work, from, piece.to, isEvent)
  // „…, die Frage zu klären oder sie bleibt offen“: an infinitive ends before the conjunction.
  if (isEvent === isFiniteVerb) {
    const infinitive = has(work, from, first, isZuInfinitive)
    if (infinitive !== -1) first = infinitive
  }
  while (first !== -1) {
    const second = has(work, first + 1, piece.to, isEvent)
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
const cutAtInfinitive = (work: Work, piece: Piece, chunks: readonly Chunk[]): Piece[] => {
  const { readings, grammar } = work
  const { from, to, depth } = piece
  const finite = has(work, from, to, isFiniteVerb)
  if (finite === -1 || finite > from + 12) return [piece]
  const { lemma } = readings[finite]!
  if (grammar.zuVerbs.has(lemma) || grammar.modals.has(lemma) || lemma === 'werden') return [piece]
  const verb = has(work, finite + 1, to, isZuInfinitive)
  if (verb === -1 || verb < to - 2) return [piece]
  const zu = readings[verb]!.form === 'izu' ? verb : verb - 1
  const object = chunks.find((c) => c.to === zu && c.from > finite && c.preposition === null)
  const others = chunks.some((c) => c.from >= from && c.to <= (object?.from ?? zu) && c.preposition === null)
  const cut = object !== undefined && others ? object.from : zu
  return cut <= finite + 0
    ? [piece]
    : [
        { ...piece, to: cut },
        { from: cut, to, mark: 'zu', depth },
      ]
}

interface Opening {
  readonly kind: 'subordinate' | 'relative' | 'infinitive'
  readonly introducer: number
  readonly question: boolean
}

/** Subordinator, relative pronoun or question word at the start of a piece, after conjunctions and adverbs. */
const openingOf = (work: Work, { from, to, mark }: Piece, sentenceStart: boolean): Opening | null => {
  const { readings, lower, grammar } = work
  let at = from
  const limit = Math.min(to, from + 4)
  while (
    at < limit &&
    ((readings[at]!.upos === 'CCONJ' && lower[at] !== 'wie' && lower[at] !== 'als') ||
      (readings[at]!.upos === 'ADV' && readings[at + 1]?.upos === 'SCONJ'))
  )
    at++
  if (at >= limit) return null
  const finite = has(work, at, to, isFiniteVerb)
  const lastFinite = finite === -1 ? -1 : lastFiniteOf(work, at, to)
  const reading = readings[at]!
  if (grammar.infinitiveOpeners.has(lower[at]!) && (reading.upos === 'SCONJ' || reading.upos === 'ADP')) {
    if (has(work, at, to, isZuInfinitive) !== -1 && finite === -1)
      return { kind: 'infinitive', introducer: at, question: false }
    if (reading.upos === 'SCONJ' && lower[at] === 'um')
      return { kind: 'infinitive', introducer: at, question: false }
  }
  if (reading.upos === 'SCONJ' || lower[at] === 'dass' || lower[at] === 'ob') {
    // „als Minister“, „wie Polen“: comparison without a verb.
    if (finite === -1 && (lower[at] === 'als' || lower[at] === 'wie')) return null
    if (lower[at] === 'denn') return null
    // „Als Juristin kennt sie das Recht“: the subject follows its verb.
    if (lower[at] === 'als' && finite !== -1 && finite < to - 1 && isNominal(readings[finite + 1]!.upos))
      return null
    if (lower[at] === 'als' && finite !== -1 && finite < to - 1 && readings[finite + 1]!.upos === 'PRON')
      return null
    if (finite === at + 1 && lower[at] !== 'als') return null
    return {
      kind: 'subordinate',
      introducer: at,
      question: grammar.questionWords.has(lower[at]!) && lower[at] !== 'wie',
    }
  }
  // „wie die Agentur mitteilte“, „als der Präsident kam“, whatever the tagger makes of the word.
  if (
    (lower[at] === 'wie' || lower[at] === 'als') &&
    finite > at + 1 &&
    lastFinite >= to - 1 &&
    !readings.slice(at + 1, finite).every((r) => r.upos === 'ADJ')
  )
    return { kind: 'subordinate', introducer: at, question: false }
  // „in dem“, „mit deren Hilfe“
  let pronoun = at
  if (reading.upos === 'ADP') pronoun = at + 1
  // „wie viele Raketen“
  const form = lower[pronoun]
  if (form === undefined || pronoun >= to) return null
  const verbLast = lastFinite > pronoun + 1 || (lastFinite === pronoun + 1 && lastFinite === to - 1)
  if (finite !== -1 && !verbLast) return null
  if (finite === -1 && has(work, pronoun, to, isZuInfinitive) !== -1) return null
  const isRelative =
    readings[pronoun]!.form === 'rel' ||
    (readings[pronoun]!.upos === 'PRON' && grammar.relativeForms.has(form))
  if (isRelative && mark !== '' && mark !== ':' && mark !== '„' && !sentenceStart) {
    if (finite === pronoun + 1 && lastFinite === finite && to - finite > 2) return null
    if (finite !== -1 && finite < to - 1 && secondPosition(work, pronoun, finite)) return null
    return { kind: 'relative', introducer: pronoun, question: false }
  }
  if (
    mark === ',' &&
    form.startsWith('welch') &&
    finite > pronoun + 1 &&
    /^(?:NOUN|PROPN)$/u.test(readings[from - 2]?.upos ?? '')
  )
    return { kind: 'relative', introducer: pronoun, question: false }
  // „was er tat“, „wo die Raketen sind“ with the verb last.
  if (grammar.questionWords.has(form) && finite > pronoun + 1)
    return {
      kind: form === 'wo' || form === 'wobei' ? 'relative' : 'subordinate',
      introducer: pronoun,
      question: true,
    }
  if (
    /^(?:wobei|wodurch|wofür|wogegen|womit|wonach|woran|worauf|woraufhin|worin|worüber|wovon|wovor|wozu|weshalb|weswegen)$/u.test(
      form,
    ) &&
    finite > pronoun + 1
  )
    return { kind: 'relative', introducer: pronoun, question: false }
  return null
}

const lastFiniteOf = (work: Work, from: number, to: number): number => {
  for (let i = to - 1; i >= from; i--) if (isFiniteVerb(work, i)) return i
  return -1
}

/** „die ist gut“: the finite verb follows at once and more comes after. */
const secondPosition = (work: Work, pronoun: number, finite: number): boolean =>
  finite === pronoun + 1 &&
  work.readings[finite + 1] !== undefined &&
  work.readings[finite + 1]!.upos !== 'PUNCT'

/** How many phrases or words stand before the finite verb. */
const fieldLength = (
  work: Work,
  chunks: ReadonlyMap<number, Chunk>,
  from: number,
  finite: number,
): number => {
  let count = 0
  for (let i = from; i < finite; ) {
    const chunk = chunks.get(i)
    if (work.readings[i]!.upos !== 'CCONJ' && work.readings[i]!.upos !== 'PUNCT') count++
    i = chunk === undefined || chunk.to > finite ? i + 1 : chunk.to
  }
  return count
}

/** Words that stand inside a chunk, where a comma parts no clauses. */
const insideChunks = (size: number, chunks: readonly Chunk[]): Uint8Array => {
  const inside = new Uint8Array(size)
  for (const { from, to } of chunks) for (let i = from + 1; i < to - 1; i++) inside[i] = 1
  return inside
}

const isNominal = (upos: string): boolean =>
  upos === 'NOUN' || upos === 'PROPN' || upos === 'ADJ' || upos === 'DET' || upos === 'NUM' || upos === 'ADP'

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
const markLists = ({ readings, lower }: Work, chunks: readonly Chunk[], inside: Uint8Array): void => {
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

export const draftClauses = (work: Work, allChunks: readonly Chunk[]): Draft[] => {
  const chunks = allChunks.filter((c) => c.inside === null)
  const { readings, lower, grammar } = work
  const size = readings.length
  const question = lower.slice(-3).includes('?')
  const drafts: Draft[] = []
  /** Open clauses, outermost first. */
  const stack: Draft[] = []
  let placing = ''
  let pending: Draft[] = []
  const top = (): Draft | undefined => stack.at(-1)
  const join = (draft: Draft, from: number, to: number): void => {
    const last = draft.parts.at(-1)
    if (last !== undefined && last[1] === from) last[1] = to
    else draft.parts.push([from, to])
  }
  const start = (
    draft: Omit<Draft, 'parts' | 'closed' | 'conditional' | 'mark'>,
    from: number,
    to: number,
  ): Draft => {
    const made: Draft = { ...draft, mark: placing, parts: [[from, to]], closed: false, conditional: false }
    drafts.push(made)
    stack.push(made)
    if (stack.length > 40) stack.shift()
    return made
  }
  const chunkAt = new Map<number, Chunk>()
  for (const chunk of chunks) chunkAt.set(chunk.from, chunk)

  /** „…, Zivilisten, Frauen und Kinder zu schützen“: the list belongs to the infinitive that follows. */
  const opensInfinitive = (pieces: readonly Piece[], at: number): boolean => {
    for (let i = at; i < Math.min(pieces.length, at + 6); i++) {
      const { from, to, mark, depth } = pieces[i]!
      if (mark !== ',' || depth !== pieces[at]!.depth) return false
      const zu = has(work, from, to, isZuInfinitive)
      if (zu !== -1)
        return (
          i > at &&
          !grammar.infinitiveOpeners.has(lower[from]!) &&
          has(work, from, zu, ({ readings: r }, x) => r[x]!.upos === 'CCONJ') !== -1
        )
      if (
        !readings
          .slice(from, to)
          .every(
            ({ upos }) =>
              upos === 'NOUN' || upos === 'PROPN' || upos === 'ADJ' || upos === 'DET' || upos === 'NUM',
          )
      )
        return false
    }
    return false
  }

  const place = (piece: Piece, listOfInfinitive: boolean): void => {
    const { from, to, mark, depth } = piece
    placing = mark
    while (stack.length > 0 && top()!.depth > depth) stack.pop()
    const finite = has(work, from, to, isFiniteVerb)
    const zu = finite === -1 ? has(work, from, to, isZuInfinitive) : -1
    const opening = openingOf(work, piece, drafts.length === 0)
    const current = top()
    const sameDepth = current !== undefined && current.depth === depth ? current : undefined
    const conjunction = readings[from]!.upos === 'CCONJ'

    // Coordinated with the clause before: „…, und …“ within one piece.
    if (mark === 'cut' && sameDepth !== undefined && opening === null) {
      if (finite === -1 && sameDepth.kind === 'infinitive') {
        stack.pop()
        start({ ...sameDepth, coordinated: sameDepth, complete: true }, from, to)
        return
      }
      const inherits = sameDepth.kind !== 'main' && sameDepth.kind !== 'fragment'
      const verbLast = finite !== -1 && fieldLength(work, chunkAt, from + 1, finite) > 1
      if (inherits && (verbLast || finite === to - 1)) {
        stack.pop()
        start(
          { ...sameDepth, introducer: sameDepth.introducer, coordinated: sameDepth, complete: true },
          from,
          to,
        )
        return
      }
      while (top() !== undefined && top()!.depth === depth && top()!.kind !== 'main') stack.pop()
      const before = top()?.depth === depth ? stack.pop()! : null
      start(
        {
          kind: 'main',
          parent: before?.parent ?? null,
          introducer: null,
          complete: true,
          coordinated: before,
          question: before?.question ?? false,
          depth,
        },
        from,
        to,
      )
      return
    }
    if (opening !== null) {
      // A complete subordinate clause before it is finished; what it depends on is the clause it stands in.
      const coordinated =
        conjunction && sameDepth !== undefined && sameDepth.kind === opening.kind && sameDepth.complete
          ? sameDepth
          : null
      while (
        top() !== undefined &&
        top()!.complete &&
        top()!.kind === 'infinitive' &&
        top()!.depth === depth &&
        coordinated !== null
      )
        stack.pop()
      // „…, um X zu tun, weil …“: reasons and aims belong to what is done, not to an infinitive before them.
      const adverbial =
        opening.kind === 'infinitive' ||
        (opening.kind === 'subordinate' &&
          !opening.question &&
          lower[opening.introducer] !== 'dass' &&
          lower[opening.introducer] !== 'wie')
      const host = adverbial ? (openOf((d) => d.kind !== 'infinitive') ?? current) : current
      const parent = coordinated !== null ? coordinated.parent : (host ?? null)
      if (coordinated !== null) stack.pop()
      const complete =
        opening.kind === 'infinitive' ? has(work, from, to, isZuInfinitive) !== -1 : finite !== -1
      const made = start(
        {
          kind: opening.kind,
          parent,
          introducer: opening.introducer,
          complete,
          coordinated,
          question: opening.question,
          depth,
        },
        from,
        to,
      )
      made.conditional = grammar.conditionals.has(lower[opening.introducer]!)
      if (parent === null) pending.push(made)
      return
    }
    if (finite === -1 && zu !== -1) {
      // „… , Zivilisten zu schützen“; an open „um“ clause takes it.
      const open = openOf((d) => d.kind === 'infinitive' && !d.complete && d.depth === depth)
      if (open !== undefined) {
        unwindTo(open)
        join(open, from, to)
        open.complete = true
        return
      }
      const coordinated = conjunction && sameDepth?.kind === 'infinitive' ? sameDepth : null
      if (coordinated !== null) stack.pop()
      const made = start(
        {
          kind: 'infinitive',
          parent: coordinated !== null ? coordinated.parent : (current ?? null),
          introducer: null,
          complete: true,
          coordinated,
          question: false,
          depth,
        },
        from,
        to,
      )
      if (made.parent === null) pending.push(made)
      return
    }
    if (finite !== -1) {
      const verbFirst = finite === from || (conjunction && finite === from + 1)
      // The rest of an open clause: „…, verstärken könnten“
      const open = openOf((d) => !d.complete && d.depth === depth && !d.closed && d.kind !== 'infinitive')
      if (open !== undefined && (open.kind !== 'main' || continues(open, piece, verbFirst))) {
        unwindTo(open)
        join(open, from, to)
        open.complete = true
        adopt(open)
        return
      }
      // „…, dass er A tut, B lässt und C macht“: the verb last again.
      if (
        sameDepth !== undefined &&
        (sameDepth.kind === 'subordinate' || sameDepth.kind === 'relative') &&
        sameDepth.complete &&
        finite >= to - 2 &&
        lastFiniteOf(work, from, to) === to - 1 &&
        fieldLength(work, chunkAt, from, finite) > 1
      ) {
        stack.pop()
        start({ ...sameDepth, coordinated: sameDepth, complete: true }, from, to)
        return
      }
      // „dass A, um B zu tun, verstärken könnten“: nothing but verbs, the finite one last.
      const subordinate = openOf(
        (d) => d.depth === depth && (d.kind === 'subordinate' || d.kind === 'relative'),
      )
      if (
        subordinate !== undefined &&
        finite === to - 1 &&
        to - from > 1 &&
        readings.slice(from, to).every(({ form }) => form !== '')
      ) {
        unwindTo(subordinate)
        stack.pop()
        start({ ...subordinate, coordinated: subordinate, complete: true }, from, to)
        return
      }
      // A new main clause: asyndetic, coordinated, quoted, or what the clause before says.
      const previous = stack.findLast((d) => d.kind === 'main' && d.complete) ?? null
      const sameLevel = previous !== null && previous.depth === depth
      const coordinated = conjunction && sameLevel && mark === ',' ? previous : null
      if (sameLevel && (coordinated !== null || mark !== '–'))
        while (stack.length > 0 && top()!.depth === depth && top() !== previous) stack.pop()
      const waiting = pending
      const made = start(
        { kind: 'main', parent: null, introducer: null, complete: true, coordinated, question: false, depth },
        from,
        to,
      )
      if (waiting.length > 0) adopt(made)
      return
    }
    if (listOfInfinitive && current?.complete === true) {
      start(
        {
          kind: 'infinitive',
          parent: current,
          introducer: null,
          complete: false,
          coordinated: null,
          question: false,
          depth,
        },
        from,
        to,
      )
      return
    }
    // No verb: the rest of a bracket, an enumeration, an apposition, or a piece of a sentence without any.
    const participle = has(
      work,
      from,
      to,
      ({ readings: r }, i) => r[i]!.form === 'part' || r[i]!.form === 'inf' || r[i]!.form === 'vz',
    )
    const bracket = mark === '(' || mark === '„'
    if (bracket) {
      start(
        {
          kind: 'fragment',
          parent: current ?? null,
          introducer: null,
          complete: true,
          coordinated: null,
          question: false,
          depth,
        },
        from,
        to,
      )
      return
    }
    if (participle !== -1) {
      const open = openOf(
        (d) =>
          d.depth === depth &&
          d.complete &&
          !d.closed &&
          d.kind !== 'infinitive' &&
          d.kind !== 'fragment' &&
          lacksParticiple(d),
      )
      if (open !== undefined) {
        unwindTo(open)
        join(open, from, to)
        return
      }
    }
    const open = openOf((d) => d.depth === depth && !d.complete && !d.closed)
    const host =
      open ??
      (mark === ':'
        ? undefined
        : (openOf((d) => d.depth === depth && !d.closed && d.kind === 'main') ??
          (drafts.length > 0 && sameDepth !== undefined && sameDepth.kind !== 'fragment'
            ? sameDepth
            : undefined)))
    if (host !== undefined) {
      // „, ein Freund,“ belongs to the clause that it interrupts, „, weil er kam, nicht ging“ to the last one.
      if (open !== undefined) unwindTo(open)
      join(host, from, to)
      if (mark === '–' || mark === ')') host.closed = host.closed || host.parts.length === 0
      return
    }
    start(
      {
        kind: 'main',
        parent: null,
        introducer: null,
        complete: false,
        coordinated: null,
        question: false,
        depth,
      },
      from,
      to,
    )
  }
  const openOf = (test: (draft: Draft) => boolean): Draft | undefined => stack.findLast(test)
  const unwindTo = (draft: Draft): void => {
    while (stack.length > 0 && top() !== draft) stack.pop()
  }
  const adopt = (host: Draft): void => {
    for (const one of pending)
      if (one !== host && one.parent === null && one.depth === host.depth) one.parent = host
    pending = []
  }
  /** Whether a piece with a finite verb goes on after what was a main clause without one. */
  const continues = (open: Draft, piece: Piece, verbFirst: boolean): boolean => {
    if (verbFirst) return true
    // „Kiew (dpa) – Die Ukraine …“, „Ukraine: USA liefern“
    if (piece.mark === ':' || piece.mark === '–' || piece.mark === ')') {
      open.kind = 'fragment'
      open.closed = true
      return false
    }
    return piece.mark === ',' || piece.mark === ''
  }
  /** „hat …“, „wird …“, „bestellte …“: an auxiliary without its participle yet. */
  const lacksParticiple = (draft: Draft): boolean => {
    let auxiliary = false
    for (const [from, to] of draft.parts)
      for (let i = from; i < to; i++) {
        const { form, upos } = readings[i]!
        if (form === 'fin' && upos === 'AUX') auxiliary = true
        if (form === 'part' || form === 'inf' || form === 'vz') return false
      }
    return auxiliary
  }

  const inside = insideChunks(size, chunks)
  markLists(work, chunks, inside)
  const pieces = cutAtMarks(work, inside)
  pieces.forEach((piece, p) => {
    const opening = openingOf(work, piece, drafts.length === 0)
    const open = stack.at(-1)
    for (const part of cutAtConjunctions(
      work,
      piece,
      opening !== null || (open !== undefined && !open.complete && open.kind !== 'main'),
    ))
      for (const one of opening === null ? cutAtInfinitive(work, part, chunks) : [part])
        place(one, opensInfinitive(pieces, p))
  })
  for (const draft of drafts) {
    if (!draft.complete && draft.kind === 'main') draft.kind = 'fragment'
    if (draft.kind !== 'main') continue
    const [from] = draft.parts[0]!
    const first = readings[from]!.upos === 'CCONJ' ? from + 1 : from
    const verbFirst = readings[first]?.form === 'fin'
    if (question && draft === drafts.findLast((d) => d.kind === 'main')) draft.question = true
    // „Sollte das Parlament zustimmen, werden …“
    const next = drafts[drafts.indexOf(draft) + 1]
    if (
      verbFirst &&
      !question &&
      draft === drafts[0] &&
      next !== undefined &&
      next.kind === 'main' &&
      next.parts[0]![0] > 0
    ) {
      const follows = next.parts[0]![0]
      if (
        readings[follows]!.form === 'fin' ||
        ((lower[follows] === 'so' || lower[follows] === 'dann') && readings[follows + 1]?.form === 'fin')
      ) {
        draft.kind = 'subordinate'
        draft.parent = next
        draft.conditional = true
      }
    }
  }
  return drafts
}
