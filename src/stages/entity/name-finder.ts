import type { EntityType, Sentence, Word } from '../../core/layers.ts'
import { type Alias, type EntityRules, nameClass } from '../../lang/common/entity.ts'
import { traitsOf } from './traits.ts'

/** A stretch of words that is a name; `from`/`to` are word indices, half-open. */
export interface Name {
  readonly from: number
  readonly to: number
  readonly type: EntityType
  /** What the register has under it; empty for names that only the tagger or a rule found. */
  readonly aliases: readonly Alias[]
  readonly rule: string
  /** Register and tagger agree. */
  readonly agreed?: boolean
}

/** Names of a sentence in order, given those of the register. */
export type Tagger = (words: readonly Word[], sentence: Sentence, known: readonly Name[]) => readonly Name[]

const isCapitalised = (text: string): boolean => {
  const first = text[0]!
  return first !== first.toLowerCase()
}

/** Longest name of the register that begins at word `at`, within its sentence. */
export const registerName = (
  words: readonly Word[],
  at: number,
  limit: number,
  rules: EntityRules,
): Name | null => {
  const { starts } = traitsOf(words[at]!.text, rules)
  if (starts.length === 0) return null
  const { aliases } = rules.register
  for (let form = 0; form < starts.length; form++) {
    const longest = starts[form]!
    for (let length = Math.min(longest, limit - at); length > 0; length--) {
      let head = ''
      for (let i = 0; i < length - 1; i++) head += `${rules.tokenKey(words[at + i]!.text)} `
      for (const last of rules.nominatives(words[at + length - 1]!.text)) {
        const found = aliases.get(head + rules.tokenKey(last))
        if (found !== undefined && found.length > 0) {
          const entry = rules.register.entries[found[0]!.entry]!
          return { from: at, to: at + length, type: entry.type, aliases: found, rule: `entity/${entry.kind}` }
        }
      }
    }
  }
  return null
}

/** Register names of a sentence, longest first from left to right. */
export const registerNames = (words: readonly Word[], sentence: Sentence, rules: EntityRules): Name[] => {
  const names: Name[] = []
  for (let at = sentence.from; at < sentence.to; ) {
    const found = registerName(words, at, sentence.to, rules)
    if (found === null) at++
    else {
      names.push(found)
      at = found.to
    }
  }
  return names
}

/**
 * Persons by given name and title, for want of a tagger.
 *
 *     Oberst Jan Kowalski      Frau Weber
 *            ^^^^^^^^^^^^           ^^^^^
 */
const ruledPersons = (words: readonly Word[], sentence: Sentence, rules: EntityRules): Name[] => {
  const names: Name[] = []
  const canContinue = (i: number): boolean =>
    i < sentence.to &&
    words[i]!.kind === 'word' &&
    isCapitalised(words[i]!.text) &&
    rules.titleOf(words[i]!.text) === null
  for (let at = sentence.from; at < sentence.to; at++) {
    const word = words[at]!
    if (word.kind !== 'word' || !isCapitalised(word.text)) continue
    const classes = rules.names.classesOf(word.text)
    const given = (classes & (nameClass.male | nameClass.female)) !== 0
    const previous = at > sentence.from ? rules.titleOf(words[at - 1]!.text) : null
    let to = at + 1
    if (given) {
      while (to < sentence.to && (canContinue(to) || rules.words.particles.has(words[to]!.text))) to++
      while (to > at + 1 && !isCapitalised(words[to - 1]!.text)) to--
      if (to - at < 2 || to - at > 5) continue
    } else if (previous === null || word.upos === 'NOUN' || rules.titleOf(word.text) !== null) continue
    names.push({ from: at, to, type: 'PER', aliases: [], rule: 'entity/given-name' })
    at = to - 1
  }
  return names
}

const doubtfulBodies: ReadonlySet<string> = new Set(['media', 'company', 'party'])

/** „Essen“, „Zug“, „Bild“, „Seine“, „Frieden“: a name only where the tagger takes it for one, too. */
const isOrdinaryWord = (words: readonly Word[], name: Name, rules: EntityRules): boolean => {
  if (name.to - name.from > 1) return false
  const { kind, body } = rules.register.entries[name.aliases[0]!.entry]!
  if (kind === 'person') return rules.dictionaryClass(words[name.from]!.text) === 1
  if (kind !== 'place' && kind !== 'region' && !(kind === 'body' && doubtfulBodies.has(body ?? '')))
    return false
  const form = words[name.from]!.text
  const known = rules.dictionaryClass(form)
  return known === 1 || (known === 3 && form !== form.toUpperCase())
}

const states: ReadonlySet<string> = new Set(['country', 'seat'])

/** „hat London Kyjiw geholfen“: two states by name or seat, side by side. */
const areTwoStates = (name: Name, next: Name | undefined, rules: EntityRules): boolean => {
  if (next?.from !== name.to) return false
  const [first, second] = [name, next].map(({ aliases }) => rules.register.entries[aliases[0]!.entry]!)
  return states.has(first!.kind) && states.has(second!.kind) && first!.country !== second!.country
}

/** „liefert der Ukraine Panzer“: a country and the country or thing behind it are no longer name. */
const isWholeBefore = (
  words: readonly Word[],
  name: Name,
  next: Name | undefined,
  rival: Name,
  rules: EntityRules,
): boolean => {
  if (rival.from !== name.from) return false
  const isPair = rival.type !== 'ORG' && areTwoStates(name, next, rules)
  if (!isPair && rules.register.entries[name.aliases[0]!.entry]!.kind !== 'country') return false
  for (let i = isPair ? next!.to : name.to; i < rival.to; i++)
    if (rules.dictionaryClass(words[i]!.text) !== 1) return false
  return true
}

/**
 * Names of the document in order. The register knows, the tagger guesses: where both claim a word the longer
 * one has it („Universität Kiew“ is no city), and the register where they are equal.
 */
export const findNames = (
  words: readonly Word[],
  sentences: readonly Sentence[],
  rules: EntityRules,
  tagger: Tagger | null,
): readonly Name[] => {
  const names: Name[] = []
  for (const sentence of sentences) {
    const known = registerNames(words, sentence, rules)
    const guessed = tagger === null ? ruledPersons(words, sentence, rules) : tagger(words, sentence, known)
    let next = 0
    for (const [at, name] of known.entries()) {
      while (next < guessed.length && guessed[next]!.to <= name.from) names.push(guessed[next++]!)
      const rival = guessed[next]
      const isLonger =
        rival !== undefined && rival.from < name.to && rival.to - rival.from > name.to - name.from
      if (isLonger && name.to - name.from < 3 && !isWholeBefore(words, name, known[at + 1], rival, rules))
        continue
      if (tagger !== null && rival?.from !== name.from && isOrdinaryWord(words, name, rules)) continue
      const agreed =
        rival !== undefined && rival.from === name.from && rival.to === name.to && rival.type === name.type
      names.push(agreed ? { ...name, agreed } : name)
      while (next < guessed.length && guessed[next]!.from < name.to) next++
    }
    while (next < guessed.length) names.push(guessed[next++]!)
  }
  return withSurnames(words, names, rules)
}

/**
 * A surname alone is a name wherever the full name stands in the report.
 *
 *     Jana Kowalska sprach. Dann ging Kowalska.
 *                                     ^^^^^^^^
 */
const withSurnames = (
  words: readonly Word[],
  names: readonly Name[],
  rules: EntityRules,
): readonly Name[] => {
  const surnames = new Set<string>()
  for (const { type, from, to } of names)
    if (type === 'PER' && to - from > 1)
      for (const form of rules.nominatives(words[to - 1]!.text)) surnames.add(form)
  if (surnames.size === 0) return names
  const out: Name[] = []
  let at = 0
  const fill = (limit: number): void => {
    for (; at < limit; at++) {
      const { text } = words[at]!
      if (text.length < 3 || !isCapitalised(text)) continue
      if (!rules.nominatives(text).some((form) => surnames.has(form))) continue
      if (rules.dictionaryClass(text) === 0)
        out.push({ from: at, to: at + 1, type: 'PER', aliases: [], rule: 'entity/surname' })
    }
  }
  for (const name of names) {
    fill(name.from)
    out.push(name)
    at = name.to
  }
  fill(words.length)
  return out
}
