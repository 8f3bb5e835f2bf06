import { remembering } from '../../core/memory.ts'
import type { EntityRules } from '../../lang/common/entity.ts'

/** Stirs a value into a hash. */
export const mix = (h: number, value: number): number => {
  let x = Math.imul(h ^ value, 0x9e3779b1)
  x ^= x >>> 15
  return Math.imul(x, 0x85ebca6b) ^ (x >>> 13)
}

const hashText = (seed: number, text: string): number => {
  let h = seed
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  return h | 0
}

const kindOf = (char: string): string => {
  // Without diacritics the code says it all.
  const code = char.charCodeAt(0)
  if (code >= 97 && code <= 122) return 'a'
  if (code >= 65 && code <= 90) return 'A'
  if (code < 128) return code >= 48 && code <= 57 ? '0' : char
  const lower = char.toLowerCase()
  return /\p{Nd}/u.test(char) ? '0' : lower !== char ? 'A' : lower !== char.toUpperCase() ? 'a' : char
}

/** `Aaaa` → `Aa`, `US-Army` → `A-Aa`, `2025` → `0`. */
const shapeOf = (text: string): string => {
  let shape = ''
  let last = ''
  for (const char of text.slice(0, 24)) {
    const kind = kindOf(char)
    if (kind !== last || kind === 'A') shape += kind
    // As a surrogate pair is more than one unit, no pair equals the last unit.
    last = kind.length === 1 ? kind : ''
  }
  return shape.length > 6 ? `${shape.slice(0, 6)}+` : shape
}

/** What a form contributes wherever it stands, hashed. */
export interface FormFeatures {
  readonly word: number
  readonly lower: number
  readonly shape: number
  readonly affixes: readonly number[]
  /** Bits of the lists of names, title, body, dictionary: as one number and one by one. */
  readonly classes: number
  readonly classBits: readonly number[]
  readonly dictionary: number
  readonly title: number
  readonly isCapital: boolean
  /** „iPhone“, „taz.FUTURZWEI“ */
  readonly hasCapital: boolean
}

/** Bits of `FormFeatures.classes`: lists of people and cities, titles, bodies, …, heads (14, 15), other lists. */
const classCount = 18
export const headOf = (classes: number): number => (classes >> 14) & 3

/** Features of forms, remembered from text to text. */
export const createForms = (rules: EntityRules): ((form: string) => FormFeatures) =>
  remembering(30_000, (form) => {
    const lower = form.toLowerCase()
    const isCapital = /^\p{Lu}/u.test(form)
    const title = isCapital ? rules.titleOf(form) : null
    const body = isCapital ? rules.bodyOf(form) : null
    let listed = 0
    for (const plain of rules.nominatives(form)) listed |= rules.names.classesOf(plain)
    let classes = (listed & 31) | ((listed >> 5) << 16)
    if (title !== null) classes |= 32
    if (title?.office !== null && title !== null) classes |= 64
    if (body !== null) classes |= 128
    if (rules.portfolioOf(form) !== null) classes |= 256
    if (rules.register.adjectives.has(rules.adjectiveStem(form))) classes |= 512
    if (rules.register.people.has(rules.tokenKey(form))) classes |= 1024
    if (rules.words.particles.has(lower)) classes |= 2048
    if (isCapital) classes |= rules.headClass(form) * 16384
    const hyphen = form.lastIndexOf('-')
    if (hyphen > 0) {
      const head = form.slice(hyphen + 1)
      if (rules.dictionaryClass(head) !== 0) classes |= 4096
      if (rules.register.compounds.has(rules.tokenKey(form.slice(0, hyphen)))) classes |= 8192
    }
    const bits: number[] = []
    for (let bit = 0; bit < classCount; bit++) if ((classes >> bit) & 1) bits.push(bit)
    return {
      word: hashText(11, form),
      lower: hashText(12, lower),
      shape: hashText(13, shapeOf(form)),
      affixes: [
        hashText(14, lower.slice(-2)),
        hashText(15, lower.slice(-3)),
        hashText(16, lower.slice(-4)),
        hashText(17, lower.slice(-5)),
        hashText(18, lower.slice(0, 3)),
        hashText(19, lower.slice(0, 5)),
      ],
      classes,
      classBits: bits,
      dictionary: rules.dictionaryClass(form),
      title: title === null ? 0 : title.office === null ? 1 : 2,
      isCapital,
      hasCapital: lower !== form,
    }
  })

/** What stands beside the first and last word of a sentence. */
export const outside: FormFeatures = {
  word: 1,
  lower: 1,
  shape: 1,
  affixes: [],
  classes: 0,
  classBits: [],
  dictionary: 9,
  title: 0,
  isCapital: false,
  hasCapital: false,
}

/** `lower` of an opening bracket. */
export const bracket = hashText(12, '(')
