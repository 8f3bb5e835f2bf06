/** From the checked YAML to an immutable value: short forms written out, references checked. */
import { type Move, plainTraits } from '../core/commitment.ts'
import { sha256 } from '../core/hash.ts'
import type {
  CodebookExample,
  CompiledCodebook,
  Cue,
  Cues,
  EventType,
  GoodsKind,
  Need,
  Roles,
  SlotChoice,
} from './codebook.ts'
import type { CodebookSource, CueSource, EventTypeSource } from './schema.ts'

export interface CodebookProblem {
  readonly path: readonly PropertyKey[]
  /** A key of the map at `path` that is meant. */
  readonly key?: string
  readonly message: string
}

const needWords: ReadonlySet<string> = new Set([
  'actor',
  'recipient',
  'party',
  'two-parties',
  'named-recipient',
  'goods',
  'complement',
])

/** `subject + mit` → both together. */
const together = (text: string): readonly string[] => text.split('+').map((part) => part.trim())
const choice = (list: readonly string[] | undefined): SlotChoice => (list ?? []).map(together)

const isOpen = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Object.isFrozen(value)

/** Deep; most values are strings, which are never looked into. */
const freeze = <T>(value: T): T => {
  if (!isOpen(value)) return value
  Object.freeze(value)
  if (value instanceof Map) {
    for (const inner of value.values()) if (isOpen(inner)) freeze(inner)
  } else for (const key in value) if (isOpen(value[key])) freeze(value[key])
  return value
}

const listOf = (value: string | readonly string[] | undefined): readonly string[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : value

/** Compiles and checks what a schema cannot: names that refer to other parts of the codebook. */
export const compileCodebook = (
  source: CodebookSource,
  yaml: string,
): { readonly codebook: CompiledCodebook; readonly problems: readonly CodebookProblem[] } => {
  const problems: CodebookProblem[] = []
  const { ledger } = source
  const reachable = new Set([...ledger.stages, ...ledger.ends])

  for (const kind of Object.keys(ledger.kindTraits))
    if (!ledger.kinds.includes(kind))
      problems.push({
        path: ['ledger', 'kindTraits'],
        key: kind,
        message: `"${kind}" is no kind of ledger.kinds`,
      })

  const movesOf = (type: EventTypeSource, path: readonly PropertyKey[]): Readonly<Record<string, Move>> => {
    const out: Record<string, Move> = {}
    for (const [kind, move] of Object.entries(type.moves)) {
      if (kind !== 'all' && !ledger.kinds.includes(kind)) {
        problems.push({ path, key: kind, message: `"${kind}" is no kind of ledger.kinds` })
      }
      for (const stage of [move.stage, move.finalStage]) {
        if (stage !== undefined && !reachable.has(stage)) {
          problems.push({
            path: [...path, kind],
            message: `"${stage}" is in neither ledger.stages nor ledger.ends`,
          })
        }
      }
      for (const state of [...(move.suspend === undefined ? [] : [move.suspend]), ...(move.clears ?? [])]) {
        if (!ledger.suspensions.includes(state)) {
          problems.push({ path: [...path, kind], message: `"${state}" is not in ledger.suspensions` })
        }
      }
    }
    const { announcedAs } = type.tellings
    if (announcedAs !== null && !(announcedAs in source.types))
      problems.push({ path, message: `announcedAs: no type "${announcedAs}"` })
    for (const kind of ledger.kinds) {
      const move = type.moves[kind] ?? type.moves.all
      if (move !== undefined && Object.keys(move).length > 0) out[kind] = move
    }
    return out
  }

  const compileCue = (
    type: EventTypeSource,
    cue: CueSource,
    kind: 'verb' | 'noun',
    language: string,
    path: readonly PropertyKey[],
  ): Cue | null => {
    const written = typeof cue === 'string' ? { [kind]: cue } : cue
    const phrase = written[kind]
    if (phrase === undefined) {
      problems.push({ path, message: `a cue of this list needs "${kind}:"` })
      return null
    }
    const words = phrase.split(/\s+/u)
    const word = words.pop()!
    const classes = source.words[language] ?? {}
    const about = listOf(written.about)
    const notAbout = listOf(written.notAbout)
    const notSubject = listOf(written.notSubject)
    for (const name of [...about, ...notAbout, ...notSubject]) {
      if (name !== 'goods' && !(name in classes)) {
        problems.push({ path, message: `"${name}" is neither "goods" nor a class of words.${language}` })
      }
    }
    for (const name of [...type.takes, ...(written.takes ?? [])]) {
      if (!(name in source.types)) problems.push({ path, message: `takes: no type "${name}"` })
    }
    const needs = (written.needs ?? type.needs).map(together)
    for (const need of needs.flat()) {
      const className = need.startsWith('class:') ? need.slice('class:'.length) : null
      if (className === null ? !needWords.has(need) : !(className in classes)) {
        problems.push({
          path,
          message: `need "${need}" is none of ${[...needWords].join(', ')}, class:NAME of words.${language}`,
        })
      }
    }
    const roles: Roles = {
      actors: choice(written.roles?.actors ?? type.roles.actors),
      recipients: choice(written.roles?.recipients ?? type.roles.recipients),
      object: choice(written.roles?.object ?? type.roles.object),
    }
    return {
      word,
      beside: words.filter((w) => w !== 'sich' && w !== 'nicht').map((w) => w.toLowerCase()),
      reflexive: words.includes('sich'),
      negated: words.includes('nicht'),
      affirmative: written.affirmative ?? false,
      alone: written.alone ?? false,
      about,
      notAbout,
      notSubject,
      roles,
      needs: needs as readonly (readonly Need[])[],
      stance: written.stance ?? null,
      final: written.final ?? false,
      factuality: written.factuality ?? null,
      bare: written.bare ?? false,
      attributive: written.attributive ?? true,
      passive: written.passive ?? true,
      takes: written.takes ?? type.takes,
    }
  }

  const cuesOf = (type: EventTypeSource, path: readonly PropertyKey[]): Readonly<Record<string, Cues>> =>
    Object.fromEntries(
      Object.entries(type.cues).map(([language, lists]) => {
        const compiled = (list: readonly CueSource[], kind: 'verb' | 'noun') =>
          list.flatMap(
            (cue, i) => compileCue(type, cue, kind, language, [...path, language, `${kind}s`, i]) ?? [],
          )
        return [language, { verbs: compiled(lists.verbs, 'verb'), nouns: compiled(lists.nouns, 'noun') }]
      }),
    )

  const examplesOf = (
    list: EventTypeSource['examples'],
    path: readonly PropertyKey[],
  ): readonly CodebookExample[] =>
    list.map((example, i) => {
      for (const [j, event] of (example.events ?? []).entries()) {
        const here = [...path, i, 'events', j]
        if (!(event.type in source.types)) problems.push({ path: here, message: `no type "${event.type}"` })
        for (const good of event.goods ?? []) {
          if (!(good in source.goods)) problems.push({ path: here, message: `no goods "${good}"` })
        }
      }
      return { text: example.text, published: example.published ?? null, events: example.events ?? [] }
    })

  const types = new Map<string, EventType>()
  for (const [name, type] of Object.entries(source.types)) {
    const path = ['types', name]
    types.set(name, {
      name,
      label: type.label,
      definition: type.definition,
      plover: type.plover,
      iati: type.iati,
      moves: movesOf(type, [...path, 'moves']),
      cues: cuesOf(type, [...path, 'cues']),
      inherits: type.inherits,
      answers: type.answers,
      reverses: type.reverses,
      suffers: type.suffers,
      tellings: type.tellings,
      examples: examplesOf(type.examples, [...path, 'examples']),
      counterexamples: examplesOf(type.counterexamples, [...path, 'counterexamples']),
    })
  }
  const goods = new Map<string, GoodsKind>(
    Object.entries(source.goods).map(([name, kind]) => [name, { name, ...kind }]),
  )
  return {
    codebook: freeze({
      name: source.codebook,
      version: source.version,
      label: source.label,
      id: `${source.codebook}@${sha256(yaml)}`,
      model: {
        ...ledger,
        kindTraits: Object.fromEntries(
          ledger.kinds.map((kind) => [kind, ledger.kindTraits[kind] ?? plainTraits]),
        ),
      },
      types,
      goods,
      goodsCarriers: source.goodsCarriers,
      words: source.words,
    }),
    problems,
  }
}
