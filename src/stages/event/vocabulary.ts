/** A codebook made ready for look-up in one language. Built once for each codebook, then only read. */
import type { CompiledCodebook, Cue, EventType } from '../../codebook/codebook.ts'
import type { Upos, Word } from '../../core/layers.ts'
import { Memory } from '../../core/memory.ts'
import type { EventRules } from '../../lang/common/event.ts'
import type { Lexicon } from '../../lang/common/lexicon.ts'

export interface TypedCue {
  readonly type: EventType
  readonly cue: Cue
  /** The more a cue asks for, the earlier it is tried. */
  readonly weight: number
}

export interface Vocabulary {
  /** Goods that any amount of money is. */
  readonly money: readonly string[]
  readonly verbs: ReadonlyMap<string, readonly TypedCue[]>
  /** By lower-case noun. */
  readonly nouns: ReadonlyMap<string, readonly TypedCue[]>
  /** Word classes of a noun: its own or its head's. */
  classesOf(word: Word): readonly string[]
  /** Goods that a word names, alone or as part of a compound. */
  goodsOf(word: Word): readonly string[]
  /** Goods that a verb names: „trainieren“. */
  goodsOfVerb(lemma: string): readonly string[]
  /** Goods that a word means where they have been named before. */
  goodsAgain(word: Word): readonly string[]
  /** Goods of an adjective with its noun, or of a name of several words, that begin at a word. */
  goodsOfPhrase(words: readonly Word[], at: number): readonly string[]
  /** The noun cues of a word: its own or its head's. */
  nounCues(word: Word): readonly TypedCue[]
}

/** What a vocabulary takes from a language. */
interface VocabularyLocale {
  readonly code: string
  readonly event: EventRules
  readonly lexicon: Lexicon
}

const none: readonly never[] = []

/** Shorter words hide in others too easily („Rat“ in „Apparat“). */
const shortestHead = 4

const weigh = (cue: Cue): number =>
  cue.beside.length * 4 +
  (cue.negated ? 3 : 0) +
  (cue.reflexive ? 2 : 0) +
  (cue.about.length > 0 ? 2 : 0) +
  (cue.notAbout.length > 0 ? 1 : 0)

/**
 * Whether a tail is the head of a compound: behind a hyphen, as the lexicon splits the word, or at the end of one that
 * it does not know. „Küstenradar“ is a radar; „Termine“ are no mines, an „Ausschuss“ is no shot.
 */
const endsCompound = (word: Word, tail: string, lexicon: Lexicon): boolean => {
  if (tail.startsWith('-') || word.text.at(-tail.length - 1) === '-') return true
  if (word.parts.length < 2) return lexicon.lookup(word.lemma).length === 0
  const head = word.parts.at(-1)!
  // The head is as in the dictionary, the tail as written: two letters are an ending, more are another part.
  return tail.length > head.length + 2 || head.startsWith(tail.slice(0, shortestHead))
}

const push = <V>(map: Map<string, V[]>, key: string, value: V): void => {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else list.push(value)
}

/** Remembers what was found for a word; texts repeat themselves. */
const remembered = <V>(compute: (word: Word) => V): ((word: Word) => V) => {
  // By part of speech, by lemma, then by form: a joined key would be built for every look-up.
  const known = new Map<Upos, Memory<string, Map<string, V>>>()
  return (word) => {
    let lemmas = known.get(word.upos)
    if (lemmas === undefined) {
      lemmas = new Memory(10_000)
      known.set(word.upos, lemmas)
    }
    let forms = lemmas.get(word.lemma)
    const found = forms?.get(word.text)
    if (found !== undefined) return found
    const value = compute(word)
    if (forms === undefined) {
      forms = new Map()
      lemmas.set(word.lemma, forms)
    }
    forms.set(word.text, value)
    return value
  }
}

const build = (
  codebook: CompiledCodebook,
  { code: language, event: rules, lexicon }: VocabularyLocale,
): Vocabulary => {
  const verbs = new Map<string, TypedCue[]>()
  const nouns = new Map<string, TypedCue[]>()
  for (const type of codebook.types.values()) {
    const cues = type.cues[language]
    if (cues === undefined) continue
    for (const cue of cues.verbs) push(verbs, cue.word, { type, cue, weight: weigh(cue) })
    for (const cue of cues.nouns) push(nouns, cue.word.toLowerCase(), { type, cue, weight: weigh(cue) })
  }
  for (const list of [...verbs.values(), ...nouns.values()]) list.sort((a, b) => b.weight - a.weight)

  const classes = new Map<string, string[]>()
  for (const [name, list] of Object.entries(codebook.words[language] ?? {})) {
    for (const word of list) push(classes, word.toLowerCase(), name)
  }

  const goods = new Map<string, string[]>()
  /** Noun → goods that an adjective before it makes. */
  const pairs = new Map<string, { readonly stem: string; readonly name: string }[]>()
  /** First word of a name → the words that follow. */
  const names = new Map<string, { readonly rest: readonly string[]; readonly name: string }[]>()
  const stemOf = (adjective: string): string => {
    const ending = rules.adjectiveEndings.find((e) => adjective.endsWith(e)) ?? ''
    return adjective.slice(0, adjective.length - ending.length)
  }
  for (const kind of codebook.goods.values()) {
    for (const entry of kind.words[language] ?? []) {
      const [first, second] = entry.toLowerCase().split(' ')
      if (second === undefined) push(goods, first!, kind.name)
      else push(pairs, second, { stem: stemOf(first!), name: kind.name })
    }
    for (const system of kind.systems) {
      const [first, ...rest] = system.toLowerCase().split(' ')
      if (rest.length === 0) push(goods, first!, kind.name)
      else push(names, first!, { rest, name: kind.name })
    }
  }
  const again = new Map<string, string[]>()
  for (const kind of codebook.goods.values())
    for (const word of kind.again[language] ?? []) push(again, word.toLowerCase(), kind.name)
  const carriers = new Map((codebook.goodsCarriers[language] ?? []).map((word) => [word.toLowerCase(), true]))
  const longest = Math.max(0, ...[...goods.keys()].map((key) => key.length))

  /** Forms under which a word may stand in a list: as written, its lemma, without its ending. */
  const formsOf = (word: Word): readonly string[] => {
    const text = word.text.toLowerCase()
    const lemma = word.lemma.toLowerCase()
    const forms = text === lemma ? [text] : [lemma, text]
    for (const ending of rules.nounEndings) {
      if (ending !== '' && text.length - ending.length >= 3 && text.endsWith(ending))
        forms.push(text.slice(0, -ending.length))
    }
    return forms
  }

  /** The entry for a word or for the longest ending of it that is a word of the map: the compound's head. */
  const headIn = <V>(map: ReadonlyMap<string, V>, word: Word): V | null => {
    const forms = formsOf(word)
    for (const form of forms) {
      const own = map.get(form)
      if (own !== undefined) return own
    }
    const size = word.text.length
    for (let cut = 2; cut <= size - shortestHead; cut++) {
      for (const form of forms) {
        if (form.length - cut < shortestHead) continue
        const tail = form.slice(cut)
        const found = map.get(tail) ?? (tail.startsWith('-') ? map.get(tail.slice(1)) : undefined)
        if (found !== undefined && endsCompound(word, tail, lexicon)) return found
      }
    }
    return null
  }

  const isNominal = (word: Word): boolean =>
    word.upos === 'NOUN' || word.upos === 'PROPN' || word.upos === 'X'

  const nominalClasses = remembered((word): readonly string[] => headIn(classes, word) ?? none)
  const nominalCues = remembered((word): readonly TypedCue[] => headIn(nouns, word) ?? none)

  /** The longest entry at the beginning of a text. */
  const longestAt = (text: string): string | null => {
    for (let size = Math.min(longest, text.length); size >= 3; size--) {
      const piece = text.slice(0, size)
      if (goods.has(piece)) return piece
    }
    return null
  }

  const mayBeGoods = (word: Word): boolean =>
    isNominal(word) || word.kind === 'number' || /^\p{Lu}|\p{Nd}/u.test(word.text)

  const listedGoods = remembered((word): readonly string[] => {
    for (const form of formsOf(word)) {
      const own = goods.get(form)
      if (own !== undefined) return own
    }
    const text = word.text.toLowerCase()
    const found = new Set<string>()
    if (text.includes('-')) {
      // „Patriot-Systeme“, „Leopard-2-Panzer“, „155-Millimeter-Granaten“: every part is asked.
      const parts = text.split('-')
      for (let i = 0; i < parts.length; i++) {
        const joined = i + 1 < parts.length ? goods.get(`${parts[i]}-${parts[i + 1]}`) : undefined
        const single = { ...word, text: parts[i]!, lemma: parts[i]! }
        for (const name of joined ??
          formsOf(single)
            .map((form) => goods.get(form))
            .find((list) => list !== undefined) ??
          none)
          found.add(name)
      }
      if (found.size > 0) return [...found]
    }
    const head = headIn(goods, word)
    if (head !== null) return head
    const modifier = longestAt(text)
    if (modifier !== null && modifier.length >= 4) {
      const head = headIn(carriers, word)
      if (head !== null) return goods.get(modifier)!
    }
    return none
  })

  const goodsOfPhrase = (words: readonly Word[], at: number): readonly string[] => {
    const word = words[at]!
    const text = word.text.toLowerCase()
    const name = names
      .get(text)
      ?.find((entry) => entry.rest.every((part, i) => words[at + 1 + i]?.text.toLowerCase().startsWith(part)))
    if (name !== undefined) return [name.name]
    if (pairs.size === 0 || (word.upos !== 'ADJ' && !/^\p{Ll}/u.test(word.text))) return none
    const noun = words[at + 1]
    if (noun === undefined || noun.sentence !== word.sentence) return none
    for (const form of formsOf(noun)) {
      const pair = pairs
        .get(form)
        ?.find(({ stem }) => rules.adjectiveEndings.some((ending) => text === stem + ending))
      if (pair !== undefined) return [pair.name]
    }
    return none
  }

  return {
    money: [...codebook.goods.values()].filter((kind) => kind.money).map((kind) => kind.name),
    verbs,
    nouns,
    classesOf: (word) => (isNominal(word) ? nominalClasses(word) : none),
    goodsOf: (word) => (mayBeGoods(word) ? listedGoods(word) : none),
    goodsAgain: (word) => (isNominal(word) ? (again.get(word.lemma.toLowerCase()) ?? none) : none),
    goodsOfVerb: (lemma) => goods.get(lemma) ?? none,
    goodsOfPhrase,
    nounCues: (word) => (isNominal(word) ? nominalCues(word) : none),
  }
}

const known = new WeakMap<CompiledCodebook, Map<string, Vocabulary>>()

/** The vocabulary of a codebook in a language; the same codebook gives the same value. */
export const vocabularyOf = (codebook: CompiledCodebook, locale: VocabularyLocale): Vocabulary => {
  const byLanguage = known.get(codebook) ?? new Map<string, Vocabulary>()
  known.set(codebook, byLanguage)
  const found = byLanguage.get(locale.code)
  if (found !== undefined) return found
  const vocabulary = build(codebook, locale)
  byLanguage.set(locale.code, vocabulary)
  return vocabulary
}
